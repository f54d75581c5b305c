/** Patrols: planned, logged, and what was found told as an incident. One function a verb, one transaction each. */
import { colleaguesOf } from "../../accounts/index.ts"
import { readServing, type ServingReading, servedOn, serveIn } from "../../directives/index.ts"
import type { Tx } from "../../kernel/db/database.ts"
import type { InputOf } from "../../kernel/forms/index.ts"
import { announce, journal } from "../../kernel/journal.ts"
import { addMonths, localDateOf, localTimeOf } from "../../kernel/time.ts"
import type { Option } from "../../kernel/ui/index.ts"
import { placesOn } from "../../organizations/index.ts"
import { assetNumber } from "../domain/asset.ts"
import { type HotPlace, hottest, proposalMonths, proposedFor } from "../domain/hot.ts"
import { instantOf } from "../domain/incident.ts"
import { isFinding } from "../domain/patrol.ts"
import type { newPatrolPlan, patrolForms } from "../forms-patrol.ts"
import { hotPlaces } from "../store/hot.ts"
import {
  type Covered,
  changePlanRow,
  coverageOf,
  endPlanRow,
  insertPlan,
  insertRule,
  type Left,
  leftOf,
  listPlans,
  noteTold,
  type PatrolRow,
  type PlannedPatrols,
  type PlanRow,
  type PointRow,
  patrolsOfPlan,
  pointsOf,
  readPatrolRow,
  readPlanRows,
  type Track,
  trackMonths,
  trackOfPatrol,
} from "../store/patrols.ts"
import { patrolWords } from "../words-patrol.ts"
import { placeOptions } from "./places.ts"
import { reportIn, tellerAt } from "./reporting.ts"
import { patrolRoom } from "./rooms.ts"
import { readFor, type Seat, todayOf } from "./seat.ts"

export type Patrols = { plans: PlanRow[]; hot: HotPlace[]; months: number; mayRule: boolean }
const hotShown = 8

export function readPatrols(seat: Seat): Promise<Patrols> {
  return readFor(seat, async (tx) => ({
    plans: await listPlans(tx),
    hot: hottest(await hotNow(tx, seat)).slice(0, hotShown),
    months: await trackMonths(tx),
    mayRule: mayRule(seat),
  }))
}

const hotNow = (tx: Tx, seat: Seat) =>
  hotPlaces(tx, { from: instantOf(addMonths(todayOf(seat), -proposalMonths), null).toISOString() })

/** The lead department, the committee of the province and its office; row security holds the same. */
const mayRule = ({ desk: { officer } }: Seat): boolean =>
  officer.role === "leader" &&
  (officer.isLead || officer.bodyKind === "province-committee" || officer.bodyKind === "province-office")

export type PlanOffer = { places: Option[]; people: Option[]; hot: HotPlace[] }

export async function planOffer(seat: Seat): Promise<PlanOffer> {
  const people = await colleaguesOf(seat.desk)
  return readFor(seat, async (tx) => ({
    places: await placeOptions(tx, seat),
    people: people.map(({ officerId, name, title }) => ({ value: officerId, label: `${name}, ${title}` })),
    hot: hottest(await hotNow(tx, seat)),
  }))
}

export type PlanAsked = InputOf<typeof newPatrolPlan>
export type PlanRefusal = "noPlace" | "noPerson" | "untilBefore"

export async function planPatrols(
  seat: Seat,
  asked: PlanAsked,
): Promise<{ id: string } | { refused: PlanRefusal }> {
  const people = await namesOfColleagues(seat)
  return seat.open(async (tx) => {
    const plan = await planOf(tx, seat, asked, people)
    if ("refused" in plan) return plan
    const id = await insertPlan(tx, { ...plan, madeName: seat.name })
    await announce(tx, { what: "patrol.planned", record: { kind: "patrol-plan", id }, details: saidOf(plan) })
    return { id }
  })
}

/** Patrols that were made keep what they saw, and their paths whom they are open to. */
export async function changePlan(
  seat: Seat,
  id: string,
  asked: PlanAsked,
): Promise<{ done: true } | { refused: PlanRefusal | "gone" }> {
  const people = await namesOfColleagues(seat)
  return seat.open(async (tx) => {
    const plan = await planOf(tx, seat, asked, people)
    if ("refused" in plan) return plan
    if (!(await changePlanRow(tx, id, plan))) return { refused: "gone" as const }
    await announce(tx, {
      what: "patrol.plan-changed",
      record: { kind: "patrol-plan", id },
      details: saidOf(plan),
    })
    return { done: true as const }
  })
}

const namesOfColleagues = async (seat: Seat): Promise<ReadonlyMap<string, string>> =>
  new Map((await colleaguesOf(seat.desk)).map((one) => [one.officerId, one.name]))

const saidOf = ({ areaCodes, timesMonth, proposed }: PlannedPatrols) => ({
  areas: areaCodes.length,
  times: timesMonth,
  proposed,
})

/** As it is kept: with how often hot spots propose, and the names of its people. */
async function planOf(
  tx: Tx,
  seat: Seat,
  asked: PlanAsked,
  people: ReadonlyMap<string, string>,
): Promise<PlannedPatrols | { refused: PlanRefusal }> {
  const { areas, leaderId, team: along, timesMonth, ...rest } = asked
  const leaderName = people.get(leaderId)
  const team = (along ?? []).filter((id) => id !== leaderId)
  if (leaderName === undefined || !team.every((id) => people.has(id))) return { refused: "noPerson" }
  if (asked.untilOn !== null && asked.untilOn < asked.fromOn) return { refused: "untilBefore" }
  const known = new Set((await placesOn(tx, todayOf(seat))).map(({ code }) => code))
  if (!areas.every((code) => known.has(code))) return { refused: "noPlace" }
  const proposed = proposedFor((await hotNow(tx, seat)).filter(({ areaCode }) => areas.includes(areaCode)))
  return {
    ...{ ...rest, areaCodes: areas, timesMonth: timesMonth ?? proposed, proposed, leaderId, leaderName },
    team: team.map((one) => ({ id: one, name: people.get(one) ?? "" })),
  }
}

export type PlanReading = {
  row: PlanRow
  isOurs: boolean
  /** Whether the officer leads it or goes along, and so may log a patrol. */
  isOfTeam: boolean
  /** Counted from the points of patrols; null for who may not see those. */
  covered: Covered[] | null
  left: Left[]
  patrols: PatrolRow[]
  serving: ServingReading
}

export function openPlan(seat: Seat, id: string): Promise<PlanReading | null> {
  return readFor(seat, async (tx) => {
    const [row] = await readPlanRows(tx, [id])
    if (row === undefined) return null
    const isOurs = row.bodyId === seat.bodyId
    const seesPoints = isOurs || seat.desk.officer.bodyKind === "police"
    return {
      ...{ row, isOurs, isOfTeam: isOfTeam(row, seat) },
      covered: seesPoints ? await coverageOf(tx, id) : null,
      left: seesPoints ? await leftOf(tx, id) : [],
      patrols: await patrolsOfPlan(tx, id),
      serving: await readServing(tx, { kind: patrolRoom.kind, recordId: id }, patrolRoom.words),
    }
  })
}

export const isOfTeam = (row: Pick<PlanRow, "leaderId" | "teamIds">, { officerId }: Seat): boolean =>
  row.leaderId === officerId || row.teamIds.includes(officerId)

export function endPlan(seat: Seat, id: string): Promise<{ done: true } | { refused: "gone" }> {
  return seat.open(async (tx) => {
    if (!(await endPlanRow(tx, id))) return { refused: "gone" as const }
    await announce(tx, { what: "patrol.plan-ended", record: { kind: "patrol-plan", id } })
    return { done: true as const }
  })
}

/** Its patrols are progress of the task, also those that were made before it was named. */
export function nameTaskOfPlan(
  seat: Seat,
  id: string,
  { assignmentId }: { assignmentId: string | null },
): Promise<{ done: true } | { refused: "gone" | "noTask" }> {
  return seat.open(async (tx) => {
    const [row] = await readPlanRows(tx, [id])
    if (row === undefined || row.bodyId !== seat.bodyId) return { refused: "gone" as const }
    const of = { kind: patrolRoom.kind, recordId: id }
    const served = await serveIn(tx, seat, { ...of, assignmentId, doneOn: null })
    if ("refused" in served) return served
    if (assignmentId !== null) await countServed(tx, id)
    return { done: true as const }
  })
}

/** Done on the day of the latest patrol; as many as there were. */
export async function countServed(tx: Tx, planId: string): Promise<void> {
  const patrols = await patrolsOfPlan(tx, planId)
  const [plan] = await readPlanRows(tx, [planId])
  const [last] = patrols
  if (plan === undefined || last === undefined) return
  const on = localDateOf(new Date(last.endedAt))
  await servedOn(tx, { kind: patrolRoom.kind, recordId: planId }, on, plan.doneEver)
}

export type PatrolReading = {
  row: PatrolRow
  isOurs: boolean
  points: PointRow[]
  track: Track | null
  places: Option[]
}

/** A path shows where people were: reading it is journaled. */
export function openPatrol(seat: Seat, id: string): Promise<PatrolReading | null> {
  return seat.open(async (tx) => {
    const row = await readPatrolRow(tx, id)
    if (row === null) return null
    const track = await trackOfPatrol(tx, id)
    if (track !== null) await journal(tx, { what: "patrol.track-read", record: { kind: "patrol", id } })
    const isOurs = row.bodyId === seat.bodyId
    return {
      ...{ row, track, isOurs },
      points: await pointsOf(tx, id),
      // Only the body that patrols makes an incident of a finding.
      places: isOurs ? await placeOptions(tx, seat) : [],
    }
  })
}

export type TellRefusal = "pointGone" | "noPlace" | "notTold"

/** A finding becomes an incident, told once; nobody types place, time and words again. */
export function tellFinding(
  seat: Seat,
  id: string,
  asked: InputOf<(typeof patrolForms)["tell"]>,
): Promise<{ incidentId: string } | { refused: TellRefusal }> {
  return seat.open(async (tx) => {
    const row = await readPatrolRow(tx, id)
    const point = (await pointsOf(tx, id)).find((one) => one.id === asked.point)
    const isFree = row?.bodyId === seat.bodyId && point !== undefined && point.incidentId === null
    if (!isFree || !isFinding(point.outcome)) return { refused: "pointGone" as const }
    const at = new Date(point.at)
    const when = {
      happenedOn: localDateOf(at),
      happenedTime: localTimeOf(at),
      foundOn: null,
      foundTime: null,
    }
    const hit = point.assetNumber === null ? null : assetNumber(point.assetNumber)
    const told = await reportIn(
      tx,
      tellerAt(seat),
      {
        ...when,
        ...{ kind: asked.kind, trick: asked.trick, tools: null, taken: null, services: null },
        ...{ assets: hit, ownerId: null, areaCode: asked.areaCode ?? point.areaCode, place: null },
        lat: point.lat === null ? null : String(point.lat),
        lon: point.lon === null ? null : String(point.lon),
        what: point.note ?? patrolWords.vi.outcomes[point.outcome],
        ...{ subscribers: null, outageHours: null, damageVnd: null, damageBasis: null },
      },
      { origin: "form", deviceAt: null, sentKey: null, keep: () => Promise.resolve([]) },
    )
    if ("refused" in told)
      return { refused: told.refused === "noPlace" ? ("noPlace" as const) : ("notTold" as const) }
    if (!(await noteTold(tx, point.id, told.id))) throw new Error("this finding was told meanwhile")
    await journal(tx, {
      what: "patrol.finding-told",
      record: { kind: "patrol", id },
      details: { incident: told.id },
    })
    return { incidentId: told.id }
  })
}

export function ruleTracks(
  seat: Seat,
  { months }: { months: number },
): Promise<{ done: true } | { refused: "notYours" }> {
  if (!mayRule(seat)) return Promise.resolve({ refused: "notYours" as const })
  return seat.open(async (tx) => {
    await insertRule(tx, { trackMonths: months, byName: seat.name })
    await journal(tx, { what: "patrol.rule-changed", details: { months } })
    return { done: true as const }
  })
}
