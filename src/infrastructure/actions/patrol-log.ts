/** A patrol is logged, once: by a form, or from a device that was without network. */

import type { Tx } from "../../kernel/db/database.ts"
import type { TrackPoint } from "../../kernel/field/thin.ts"
import type { InputOf } from "../../kernel/forms/index.ts"
import { announce } from "../../kernel/journal.ts"
import { numberOfAsset } from "../domain/asset.ts"
import {
  checkedAt,
  isFinding,
  keptTrack,
  type Outcome,
  patrolHoursMax,
  pointIn,
  timesOf,
} from "../domain/patrol.ts"
import type { logging } from "../forms-patrol.ts"
import { type AssetRow, findAssets } from "../store/assets.ts"
import {
  insertPatrol,
  keepTrack,
  type NewPoint,
  type PlanRow,
  patrolSentBefore,
  plansOfOfficer,
  readPlanRows,
} from "../store/patrols.ts"
import { countServed, isOfTeam } from "./patrols.ts"
import { readFor, type Seat } from "./seat.ts"

/** As it was typed at one point. */
export type GivenPoint = {
  /** Its place on the form, from 1. */
  at: number
  asset: string | null
  outcome: Outcome
  time: string | null
  point: string | null
  note: string | null
}
export type LogArriving = { deviceAt: Date | null; sentKey: string | null }
export type LogRefusal = "ahead" | "tooLong" | "notOfTeam"
/** By field of the form. */
export type PointFault = "assetUnknown" | "notAPoint" | "elsewhere" | "outside" | "sayWhat"
export type Logged =
  | { id: string }
  | { refused: LogRefusal }
  | { faults: readonly { at: number; field: "asset" | "point" | "time" | "note"; fault: PointFault }[] }

/** Plans of the body that have not ended, and in which the officer has a part. */
export const plansToLog = (seat: Seat): Promise<PlanRow[]> =>
  readFor(seat, (tx) => plansOfOfficer(tx, seat.officerId))

export async function logPatrol(
  seat: Seat,
  asked: InputOf<typeof logging>,
  {
    given,
    track,
    arriving,
  }: { given: readonly GivenPoint[]; track: readonly TrackPoint[]; arriving: LogArriving },
): Promise<Logged> {
  const work = () => seat.open((tx) => logIn(tx, seat, { asked, given, track, arriving }))
  try {
    return await work()
  } catch (error) {
    // The same sent twice at one moment: who comes second finds what the first wrote.
    const isTwin = error instanceof Error && "constraint" in error && error.constraint === "patrols_sent_once"
    if (!isTwin) throw error
    return work()
  }
}

type Log = {
  asked: InputOf<typeof logging>
  given: readonly GivenPoint[]
  track: readonly TrackPoint[]
  arriving: LogArriving
}

async function logIn(tx: Tx, seat: Seat, { asked, given, track, arriving }: Log): Promise<Logged> {
  const before = arriving.sentKey === null ? null : await patrolSentBefore(tx, arriving.sentKey)
  if (before !== null) return { id: before }
  const [plan] = await readPlanRows(tx, [asked.planId])
  if (plan?.bodyId !== seat.bodyId || plan.endedOn !== null || !isOfTeam(plan, seat))
    return { refused: "notOfTeam" }
  const times = timesOf(asked)
  if (times.endedAt > seat.house.clock.now()) return { refused: "ahead" }
  if (times.endedAt.getTime() - times.beganAt.getTime() > patrolHoursMax * 3_600_000)
    return { refused: "tooLong" }
  const found = await findAssets(tx, {
    codes: given.flatMap(({ asset }) => asset ?? []),
    numbers: given.flatMap(({ asset }) => numberOfAsset(asset ?? "") ?? []),
  })
  const read = given.map((one) => pointRead(one, { found, times, beganOn: asked.beganOn, plan }))
  const faults = read.flatMap((one) => ("fault" in one ? [one] : []))
  if (faults.length > 0) return { faults }
  const points = read.flatMap((one) => ("row" in one ? [one.row] : []))
  const id = await insertPatrol(
    tx,
    {
      ...{ planId: plan.id, beganAt: times.beganAt.toISOString(), endedAt: times.endedAt.toISOString() },
      ...{ note: asked.note, origin: arriving.sentKey === null ? ("form" as const) : ("field" as const) },
      ...{ deviceAt: arriving.deviceAt?.toISOString() ?? null, sentKey: arriving.sentKey },
      points: points.length,
      findings: points.filter(({ outcome }) => isFinding(outcome)).length,
      madeName: seat.name,
    },
    points,
  )
  const kept = keptTrack(track, times)
  if (kept !== null) await keepTrack(tx, id, { points: kept, leaderId: plan.leaderId, teamIds: plan.teamIds })
  await countServed(tx, plan.id)
  await announce(tx, {
    what: "patrol.held",
    record: { kind: "patrol", id },
    details: { plan: plan.id, points: points.length, hasTrack: kept !== null },
  })
  return { id }
}

type Fault = { at: number; field: "asset" | "point" | "time" | "note"; fault: PointFault }
type Beside = {
  found: readonly AssetRow[]
  times: ReturnType<typeof timesOf>
  beganOn: string
  plan: PlanRow
}

function pointRead(one: GivenPoint, { found, times, beganOn, plan }: Beside): { row: NewPoint } | Fault {
  const { asset: name, outcome, note } = one
  const asset =
    name === null
      ? undefined
      : found.find(
          (row) =>
            row.code?.toLowerCase() === name.toLowerCase() || Number(row.number) === numberOfAsset(name),
        )
  if (name !== null && asset === undefined) return { at: one.at, field: "asset", fault: "assetUnknown" }
  const point = pointIn(one.point ?? "")
  if (typeof point === "string") return { at: one.at, field: "point", fault: point }
  const at = checkedAt(times, one.time, beganOn)
  if (at === null) return { at: one.at, field: "time", fault: "outside" }
  if (isFinding(outcome) && note === null) return { at: one.at, field: "note", fault: "sayWhat" }
  const [only, second] = plan.areaCodes
  return {
    row: {
      ...{ at: at.toISOString(), outcome, note },
      assetId: asset?.id ?? null,
      areaCode: asset?.areaCode ?? (second === undefined ? (only ?? null) : null),
      lat: point?.[0] ?? null,
      lon: point?.[1] ?? null,
    },
  }
}
