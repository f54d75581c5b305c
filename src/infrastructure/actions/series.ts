/** Series: proposed from what the officer sees across owners, told to owners and places near by with one press. */
import type { Tx } from "../../kernel/db/database.ts"
import { announce, journal } from "../../kernel/journal.ts"
import { bodiesOn, loadChart, placesOn } from "../../organizations/index.ts"
import { nextNight, nightOf, type Series, seriesIn } from "../domain/series.ts"
import { type IncidentRow, inCases, readIncidentRows } from "../store/incidents.ts"
import {
  type Harm,
  incidentIdsOf,
  insertSeries,
  noteSeries,
  ownersIn,
  placesNear,
  type Receipt,
  readSeriesRow,
  receiptsOf,
  type SeriesRow,
  seriesOfIncidents,
  seriesRows,
  struckSince,
} from "../store/series.ts"
import { type CaseDone, openCaseOf } from "./case.ts"
import { readFor, type Seat, todayOf } from "./seat.ts"

/** Older nights are in the alarms that were raised then. */
const seriesDays = 90
/** Hundredths of a degree around the last night: about 9 km. */
const reach = 8

export type Proposed = Series & {
  damageVnd: number
  next: string | null
  raised: { seriesId: string; number: string }[]
}
export type Place = { code: string; name: string }

/** Who sees incidents of several owners; an owner sees its own only and gets alarms. */
export const seesSeries = ({ desk: { officer } }: Seat): boolean =>
  officer.bodyKind === "police" ||
  officer.isLead ||
  ["province-committee", "province-office"].includes(officer.bodyKind)

export function proposedSeries(
  seat: Seat,
): Promise<{ proposed: Proposed[]; raised: SeriesRow[]; places: Place[] }> {
  return readFor(seat, async (tx) => {
    const struck = seesSeries(seat) ? await struckSince(tx, seriesDays) : []
    const proposed = await withFacts(tx, seat, seriesIn(struck))
    return { proposed, raised: await seriesRows(tx), places: await placesOn(tx, todayOf(seat)) }
  })
}

/** The alarms that were raised already are asked for once, for all of them. */
async function withFacts(tx: Tx, seat: Seat, found: readonly Series<Harm>[]): Promise<Proposed[]> {
  const raised = await seriesOfIncidents(
    tx,
    found.flatMap(({ incidents }) => incidents.map(({ id }) => id)),
  )
  return found.map((one) => {
    const ids = new Set(one.incidents.map(({ id }) => id))
    const own = raised.filter(({ incidentId }) => ids.has(incidentId))
    const alarms = new Map(own.map(({ seriesId, number }) => [seriesId, { seriesId, number }]))
    const damageVnd = one.incidents.reduce((sum, { damageVnd: more }) => sum + more, 0)
    return { ...one, damageVnd, next: nextNight(one, todayOf(seat)), raised: [...alarms.values()] }
  })
}

export type SeriesReading = {
  series: Proposed
  rows: IncidentRow[]
  places: Place[]
  /** Where the alarm would go: places near the last night, and who is there. */
  told: { codes: string[]; bodies: { id: string; name: string; kind: string }[] }
}

/** A proposed one by its earliest incident; null: nothing of that makes a series now, or the officer sees none. */
export function openProposed(seat: Seat, key: string): Promise<SeriesReading | null> {
  if (!seesSeries(seat)) return Promise.resolve(null)
  return seat.open(async (tx) => {
    const struck = await struckSince(tx, seriesDays)
    const found = seriesIn(struck).find((one) => one.incidents.some(({ id }) => id === key))
    if (found === undefined) return null
    await journal(tx, {
      what: "series.read",
      record: { kind: "incident", id: key },
      details: { incidents: found.incidents.length },
    })
    const ids = found.incidents.map(({ id }) => id)
    const [series] = await withFacts(tx, seat, [found])
    if (series === undefined) return null
    const lastNights = new Set(found.nights.slice(-2))
    const cells = found.incidents.flatMap(({ cellLat, cellLon, happenedAt }) =>
      cellLat !== null && cellLon !== null && lastNights.has(nightOf(happenedAt))
        ? [{ cellLat, cellLon }]
        : [],
    )
    const codes = [
      ...new Set([
        ...(await placesNear(tx, cells, reach)),
        ...found.incidents.slice(-2).map(({ areaCode }) => areaCode),
      ]),
    ]
    const owners = new Set([
      ...(await ownersIn(tx, codes)),
      ...found.incidents.flatMap(({ ownerIds }) => ownerIds),
    ])
    const bodies = bodiesOn(await loadChart(tx), todayOf(seat)).filter(
      (body) =>
        body.id !== seat.bodyId &&
        (owners.has(body.id) ||
          body.kind === "police" ||
          (body.kind.endsWith("-committee") && body.areaCode !== null && codes.includes(body.areaCode))),
    )
    const told = { codes, bodies: bodies.map(({ id, name, kind }) => ({ id, name, kind })) }
    return { series, rows: await readIncidentRows(tx, ids), places: await placesOn(tx, todayOf(seat)), told }
  })
}

export async function raiseAlarm(
  seat: Seat,
  key: string,
  { alarm }: { alarm: string },
): Promise<{ seriesId: string } | { refused: "gone" }> {
  const reading = await openProposed(seat, key)
  if (reading === null || reading.told.bodies.length === 0) return { refused: "gone" }
  const { series, told } = reading
  const [first] = series.incidents
  const last = series.incidents.at(-1)
  if (first === undefined || last === undefined) return { refused: "gone" }
  return seat.open(async (tx) => {
    const seriesId = await insertSeries(
      tx,
      {
        ...{
          trick: first.trick,
          nights: series.nights.length,
          incidents: series.incidents.length,
          owners: series.owners,
        },
        ...{ firstAt: first.happenedAt, lastAt: last.happenedAt, alarm, madeName: seat.name },
        areaCodes: [...new Set(series.incidents.map(({ areaCode }) => areaCode))],
        toldCodes: told.codes,
        toldIds: told.bodies.map(({ id }) => id),
      },
      series.incidents.map(({ id }) => id),
    )
    await announce(tx, {
      what: "series.alarmed",
      record: { kind: "incident-series", id: seriesId },
      details: { incidents: series.incidents.length, nights: series.nights.length, told: told.bodies.length },
    })
    return { seriesId }
  })
}

/** One case of all incidents of a proposed series. */
export async function openCaseOfSeries(seat: Seat, key: string): Promise<CaseDone> {
  const reading = await openProposed(seat, key)
  if (reading === null) return { refused: "gone" }
  return openCaseOf(
    seat,
    reading.rows.map(({ id }) => id),
  )
}

export type AlarmReading = {
  row: SeriesRow
  /** Those that the reader sees: of an owner its own. */
  rows: IncidentRow[]
  receipts: Receipt[]
  places: Place[]
  /** Told, and has not said so. */
  mayNote: boolean
  /** Some of them are in no case yet. */
  hasUncased: boolean
}

export function openAlarm(seat: Seat, id: string): Promise<AlarmReading | null> {
  return seat.open(async (tx) => {
    const row = await readSeriesRow(tx, id)
    if (row === null) return null
    await journal(tx, { what: "series.read", record: { kind: "incident-series", id } })
    const receipts = await receiptsOf(tx, id)
    const rows = await readIncidentRows(tx, await incidentIdsOf(tx, id))
    const inCase = new Set(
      await inCases(
        tx,
        rows.map((one) => one.id),
      ),
    )
    return {
      row,
      receipts,
      rows,
      hasUncased: rows.some((one) => !inCase.has(one.id) && one.state !== "dismissed"),
      places: await placesOn(tx, todayOf(seat)),
      mayNote: row.toldIds.includes(seat.bodyId) && !receipts.some(({ bodyId }) => bodyId === seat.bodyId),
    }
  })
}

/** One case of what the officer's body sees of an alarm. */
export async function openCaseOfAlarm(seat: Seat, id: string): Promise<CaseDone> {
  const reading = await openAlarm(seat, id)
  if (reading === null || reading.rows.length === 0) return { refused: "gone" }
  return openCaseOf(
    seat,
    reading.rows.map((one) => one.id),
  )
}

export function noteAlarm(seat: Seat, id: string): Promise<{ done: true } | { refused: "gone" }> {
  return seat.open(async (tx) => {
    const row = await readSeriesRow(tx, id)
    if (row === null || !row.toldIds.includes(seat.bodyId)) return { refused: "gone" as const }
    await noteSeries(tx, id, seat.name)
    await announce(tx, { what: "series.received", record: { kind: "incident-series", id } })
    return { done: true as const }
  })
}
