/** What officers read: the lists with their counts, and one indicator with what came of it. */

import type { ServingReading } from "../../directives/index.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { journal } from "../../kernel/journal.ts"
import { bodiesOn, loadChart } from "../../organizations/index.ts"
import { readTarget } from "../../signals/index.ts"
import type { Drawer } from "../domain/drawers.ts"
import { goodNameOf } from "../domain/good-names.ts"
import { lawfulSteps, type Step } from "../domain/life.ts"
import { type Answer, answersTo } from "../store/answers.ts"
import { eventsOf, type RecordKind, type SharedEvent } from "../store/events.ts"
import {
  countDrawers,
  type Filter,
  type IndicatorRow,
  listIndicators,
  readIndicatorRow,
  recipientsOf,
  type Source,
  sourcesOf,
} from "../store/indicators.ts"
import { headsOfMyBody, type Person } from "../store/shared.ts"
import { type Sighting, sightingsOf } from "../store/sightings.ts"
import { goodNamesOf, todayOf } from "./proposing.ts"
import type { Seat } from "./seat.ts"
import { servingOf } from "./serving.ts"

export type IndicatorList = {
  rows: IndicatorRow[]
  total: number
  counts: Record<Drawer, number>
  heads: Person[]
}

export function openIndicators(
  seat: Seat,
  asked: Omit<Filter, "value">,
  page: { limit: number; offset: number },
): Promise<IndicatorList> {
  const value = readTarget(asked.text)[0]?.value ?? null
  return seat.look(async (tx) => {
    const [found, counts, heads] = await Promise.all([
      listIndicators(tx, { ...asked, value }, page),
      countDrawers(tx, "shared_indicators"),
      headsOfMyBody(tx),
    ])
    return { ...found, counts, heads }
  })
}

/** An export takes this many rows; a longer list is narrowed by a filter first. */
const exportMax = 5_000

/**
 * What a file may hold, for it goes where nobody asks for a mark: nothing of TLP:RED, and of what others shared only what
 * their mark lets go on among bodies (TLP 2.0: AMBER stays with who received it).
 */
const mayLeave = ({ tlp, origin, bodyId }: IndicatorRow, ours: string) =>
  tlp !== "red" && (["clear", "green"].includes(tlp) || (origin !== "received" && bodyId === ours))

/** The list as a file leaves the program: that it did, and how many stayed behind their mark, is written down. */
export function exportIndicators(
  seat: Seat,
  asked: Omit<Filter, "value">,
): Promise<{ rows: IndicatorRow[]; stayed: number }> {
  const value = readTarget(asked.text)[0]?.value ?? null
  return seat.open(async (tx) => {
    const found = await listIndicators(tx, { ...asked, value }, { limit: exportMax, offset: 0 })
    const rows = found.rows.filter((row) => mayLeave(row, seat.bodyId))
    const stayed = found.rows.length - rows.length
    const details = { rows: rows.length, stayed, drawer: asked.drawer }
    await journal(tx, { what: "indicator.list-exported", record: { kind: "body", id: seat.bodyId }, details })
    return { rows, stayed }
  })
}

export type IndicatorReading = {
  row: IndicatorRow
  isOurs: boolean
  events: SharedEvent[]
  sources: Source[]
  recipients: { id: string; name: string }[]
  /** The last of each body: all of them for the owner, its own for a receiver. */
  answers: Answer[]
  /** Heads of the body who did not write it: they may read and release it. */
  seconds: Person[]
  steps: Step[]
  isWriter: boolean
  /** What the machine looks at before a person does. */
  isGoodName: boolean
  sightings: Sighting[]
  /** The task that the indicator serves; of a receiver, the one that its block serves. */
  serving: ServingReading
}

export function openIndicator(seat: Seat, id: string): Promise<IndicatorReading | null> {
  return seat.open(async (tx) => {
    const row = await readIndicatorRow(tx, id)
    if (row === null) return null
    await journal(tx, { what: "indicator.read", record: { kind: "indicator", id } })
    return {
      row,
      ...(await standingOf(tx, seat, "indicator", row)),
      sources: await sourcesOf(tx, id),
      recipients: await recipientsOf(tx, id),
      answers: await answersTo(tx, id),
      sightings: await sightingsOf(tx, id),
      isGoodName: goodNameOf(row, goodNamesOf(seat)) !== null,
      serving: await servingOf(tx, row.bodyId === seat.bodyId ? "indicator" : "block", id),
    }
  })
}

/** An indicator or a warning at a desk: whose it is, what may be done with it, by whom. */
export async function standingOf(
  tx: Tx,
  seat: Seat,
  kind: RecordKind,
  row: Pick<IndicatorRow, "id" | "bodyId" | "state" | "writers">,
) {
  const isOurs = row.bodyId === seat.bodyId
  const isWriter = row.writers.includes(seat.officerId)
  return {
    isOurs,
    isWriter,
    events: isOurs ? await eventsOf(tx, kind, row.id) : [],
    seconds: isOurs ? (await headsOfMyBody(tx)).filter((one) => !row.writers.includes(one.officerId)) : [],
    steps: lawfulSteps(row.state, { from: isOurs ? "owner" : "elsewhere", isWriter }),
  }
}

export type Place = { value: string; label: string }

/** Bodies that an indicator can be sent to; enterprises first. */
export function placesOf(seat: Seat): Promise<Place[]> {
  return seat.open(async (tx) => {
    const bodies = bodiesOn(await loadChart(tx), todayOf(seat)).filter((body) => body.id !== seat.bodyId)
    return kindsAsked.flatMap((kind) =>
      bodies.filter((one) => one.kind === kind).map((one) => ({ value: one.id, label: one.name })),
    )
  })
}
/** A commune is reached by an audience, not one by one: a list of two hundred boxes is read by nobody. */
const kindsAsked = ["enterprise", "police", "department", "province-office", "board", "sector-body", "other"]
