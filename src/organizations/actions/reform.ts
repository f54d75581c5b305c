/**
 * Planning a reform: what the administrators of the body that keeps the chart can do before its day. Row security
 * lets nobody else see a plan; to anybody else it is not there.
 */
import { asJob, asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { enqueue } from "../../kernel/queue.ts"
import { localDateOf } from "../../kernel/time.ts"
import type { BodyKind, Chart } from "../domain/chart.ts"
import {
  type DutyKey,
  type Fault,
  type Foresight,
  faultsOf,
  foresee,
  limits,
  type Reform,
  type ReformPlan,
  recordedUntil,
  successorsByBody,
} from "../domain/reform.ts"
import type { DutyHolder } from "../duties.ts"
import { loadChart } from "../store/chart.ts"
import { type MoveDone, movesOf } from "../store/reform-day.ts"
import {
  bodiesDone,
  deletePassing,
  findPlan,
  foundingOf,
  insertPassings,
  insertReform,
  listReforms,
  setChoice,
  setState,
  staffedOn,
} from "../store/reforms.ts"
import { openDuties } from "./open-duties.ts"
import { reformDayJob } from "./reform-day.ts"

export type ReformView = ReformPlan & {
  chart: Chart
  today: string
  faults: Fault[]
  /** Null: more duties than one reform may move. Of an applied plan: what came late. Of a cancelled one: nothing. */
  foresight: Foresight | null
  /** Successors at which somebody works on the day. */
  staffed: ReadonlySet<string>
  done: MoveDone[]
}

export type ReformList = { reforms: Reform[]; today: string; unplanned: { day: string; bodies: string[] }[] }

/** Plans, and the ends of bodies that the chart records and no plan carries out. */
export function readReforms(desk: Desk): Promise<ReformList> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const chart = await loadChart(tx)
    const recorded = recordedUntil(chart, "9999-12-31", await bodiesDone(tx))
    const days = new Map<string, Set<string>>()
    for (const { effectiveOn, beforeId } of recorded)
      days.set(effectiveOn, (days.get(effectiveOn) ?? new Set()).add(beforeId))
    const nameOf = (id: string) => chart.bodies.find((body) => body.id === id)?.name ?? ""
    return {
      reforms: await listReforms(tx),
      today: todayOf(desk),
      unplanned: [...days].map(([day, ids]) => ({ day, bodies: [...ids].map(nameOf) })),
    }
  })
}

/** The whole plan with what would move. Looking across bodies is written to the journal first. */
export async function readReform(
  desk: Desk,
  id: string,
  holders: readonly DutyHolder[],
): Promise<ReformView | null> {
  const { db } = desk.house
  const held = await asOfficer(db, desk.who, async (tx) => {
    const plan = await findPlan(tx, id)
    if (plan === null) return null
    await journal(tx, { what: "reform.previewed", record: { kind: "reform", id } })
    const chart = await loadChart(tx)
    const after = [...new Set(plan.passings.map((one) => one.afterId))]
    const staffed = await staffedOn(tx, after, plan.reform.effectiveOn)
    return { plan, chart, staffed, done: await movesOf(tx, id) }
  })
  if (held === null) return null
  const { plan, ...rest } = held
  const { state } = plan.reform
  return {
    ...plan,
    ...rest,
    today: todayOf(desk),
    faults: state === "draft" || state === "confirmed" ? faultsOf(rest.chart, plan) : [],
    foresight: state === "cancelled" ? { moves: [], open: [] } : await foreseen(desk, plan, holders),
  }
}

async function foreseen(
  desk: Desk,
  plan: ReformPlan,
  holders: readonly DutyHolder[],
): Promise<Foresight | null> {
  const ids = [...new Set(plan.passings.map((passing) => passing.beforeId))]
  const duties = await asJob(desk.house.db, "organizations.reform-preview", (tx) =>
    openDuties(tx, holders, ids),
  )
  return duties === null ? null : foresee(plan, duties)
}

export type ReformInput = { title: string; basis: string; effectiveOn: string; takesRecorded: boolean }

/** Begins with what the chart records up to that day, where the administrator wants it. */
export function planReform(desk: Desk, input: ReformInput): Promise<{ id: string }> {
  const { takesRecorded, ...reform } = input
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const id = await insertReform(tx, reform)
    const recorded = takesRecorded
      ? recordedUntil(await loadChart(tx), input.effectiveOn, await bodiesDone(tx)).slice(0, limits.passings)
      : []
    await insertPassings(
      tx,
      id,
      recorded.map(({ beforeId, afterId, share }) => ({ beforeId, afterId, share, isFounded: false })),
    )
    const details = { effectiveOn: input.effectiveOn, passings: recorded.length }
    await journal(tx, { what: "reform.planned", record: { kind: "reform", id }, details })
    return { id }
  })
}

export type PassingRefusal =
  | "notFound"
  | "notDraft"
  | "beforeUnknown"
  | "plannedElsewhere"
  | "afterUnknown"
  | "itself"
  | "tooMany"
export type PassingInput = {
  beforeId: string
  after: { bodyId: string } | { name: string; kind: BodyKind }
  share: string
}
export type Result<Refusal extends string> = { done: true } | { refused: Refusal }

export function addPassing(desk: Desk, id: string, input: PassingInput): Promise<Result<PassingRefusal>> {
  return inDraft(desk, id, async (tx, plan) => {
    const refused = await refusalOf(tx, plan, input)
    if (refused !== null) return { refused }
    const isFounded = "name" in input.after
    const afterId = "name" in input.after ? await foundingOf(tx, id, input.after) : input.after.bodyId
    await insertPassings(tx, id, [{ beforeId: input.beforeId, afterId, isFounded, share: input.share }])
    const details = { change: "added", beforeId: input.beforeId, afterId }
    await journal(tx, { what: "reform.changed", record: { kind: "reform", id }, details })
    return { done: true as const }
  })
}

async function refusalOf(tx: Tx, plan: ReformPlan, input: PassingInput): Promise<PassingRefusal | null> {
  const { bodies } = await loadChart(tx)
  const known = (bodyId: string) => bodies.some((body) => body.id === bodyId)
  if (!known(input.beforeId)) return "beforeUnknown"
  if (plan.passings.length >= limits.passings) return "tooMany"
  const isHere = plan.passings.some((one) => one.beforeId === input.beforeId)
  if (!isHere && (await bodiesDone(tx)).has(input.beforeId)) return "plannedElsewhere"
  if ("name" in input.after) return null
  if (input.after.bodyId === input.beforeId) return "itself"
  return known(input.after.bodyId) ? null : "afterUnknown"
}

export function removePassing(desk: Desk, id: string, passingId: string): Promise<Result<PassingRefusal>> {
  return inDraft(desk, id, async (tx) => {
    if (!(await deletePassing(tx, id, passingId))) return { refused: "notFound" as const }
    await journal(tx, {
      what: "reform.changed",
      record: { kind: "reform", id },
      details: { change: "removed", passingId },
    })
    return { done: true as const }
  })
}

export type ChoiceInput = {
  beforeId: string
  /** Null: all duties of the body without a choice of their own. */
  duty: DutyKey | null
  /** "each", a passing of the plan, or none any more. */
  to: "each" | "none" | { passingId: string }
}
export type ChoiceRefusal = "notFound" | "closed" | "noSuchSuccessor"

/** Choices stay open, after the day too: a duty that comes in later may need one. */
export function choose(
  desk: Desk,
  id: string,
  inputs: readonly ChoiceInput[],
): Promise<Result<ChoiceRefusal>> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const plan = await findPlan(tx, id, { lock: true })
    if (plan === null) return { refused: "notFound" as const }
    if (plan.reform.state === "cancelled") return { refused: "closed" as const }
    const successors = successorsByBody(plan.passings)
    for (const { beforeId, to } of inputs) {
      const after = successors.get(beforeId) ?? []
      const isKnown = typeof to === "string" ? after.length > 0 : after.some((one) => one.id === to.passingId)
      if (!isKnown) return { refused: "noSuchSuccessor" as const }
    }
    for (const { beforeId, duty, to } of inputs) {
      const passingId = to === "none" ? undefined : to === "each" ? null : to.passingId
      await setChoice(tx, id, { beforeId, duty, passingId })
    }
    const details = { choices: inputs.length }
    await journal(tx, { what: "reform.chosen", record: { kind: "reform", id }, details })
    if (plan.reform.state !== "draft" && plan.reform.effectiveOn <= todayOf(desk))
      await enqueue(tx, reformDayJob, {}, { key: reformDayJob })
    return { done: true as const }
  })
}

export type ConfirmRefusal = "notFound" | "notDraft" | "choicesOpen" | "faults" | "tooManyDuties"

/** From here the day carries it out by itself; a day that has come already, at once. */
export async function confirmReform(
  desk: Desk,
  id: string,
  holders: readonly DutyHolder[],
): Promise<Result<ConfirmRefusal>> {
  const view = await readReform(desk, id, holders)
  if (view === null) return { refused: "notFound" }
  if (view.faults.length > 0) return { refused: "faults" }
  if (view.foresight === null) return { refused: "tooManyDuties" }
  if (view.foresight.open.length > 0) return { refused: "choicesOpen" }
  const duties = view.foresight.moves.length
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    if (!(await setState(tx, id, ["draft"], "confirmed"))) return { refused: "notDraft" as const }
    await journal(tx, { what: "reform.confirmed", record: { kind: "reform", id }, details: { duties } })
    if (view.reform.effectiveOn <= todayOf(desk)) await enqueue(tx, reformDayJob, {}, { key: reformDayJob })
    return { done: true as const }
  })
}

export function cancelReform(desk: Desk, id: string): Promise<Result<"notFound" | "closed">> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    if ((await findPlan(tx, id)) === null) return { refused: "notFound" as const }
    if (!(await setState(tx, id, ["draft", "confirmed"], "cancelled"))) return { refused: "closed" as const }
    await journal(tx, { what: "reform.cancelled", record: { kind: "reform", id } })
    return { done: true as const }
  })
}

/** The plan is locked: a confirmation at the same moment waits, and then sees the change. */
function inDraft<Refusal extends string>(
  desk: Desk,
  id: string,
  change: (tx: Tx, plan: ReformPlan) => Promise<Result<Refusal>>,
): Promise<Result<Refusal | "notFound" | "notDraft">> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const plan = await findPlan(tx, id, { lock: true })
    if (plan === null) return { refused: "notFound" as const }
    if (plan.reform.state !== "draft") return { refused: "notDraft" as const }
    return change(tx, plan)
  })
}

const todayOf = (desk: Desk) => localDateOf(desk.house.clock.now())
