/** Notices to dealers of scrap: written by commune, brought by committees and the police, withdrawn. */
import type { Tx } from "../../kernel/db/database.ts"
import type { InputOf } from "../../kernel/forms/index.ts"
import { announce } from "../../kernel/journal.ts"
import type { Option } from "../../kernel/ui/index.ts"
import { bodiesOn, loadChart, placesOn } from "../../organizations/index.ts"
import { incidentNumber } from "../domain/incident.ts"
import type { newScrapNotice, scrapForms } from "../forms-scrap.ts"
import { listIncidents, readIncidentRow } from "../store/incidents.ts"
import {
  insertReceipt,
  insertScrap,
  readScrap,
  type ScrapReceipt,
  type ScrapRow,
  scrapReceipts,
  scrapRows,
  withdrawScrapRow,
} from "../store/scrap.ts"
import { words } from "../words.ts"
import { scrapWords } from "../words-scrap.ts"
import { placeOptions } from "./places.ts"
import { readFor, type Seat, todayOf } from "./seat.ts"
import { seesSeries } from "./series.ts"

const isCommittee = ({ desk: { officer } }: Seat) =>
  officer.bodyKind === "commune-committee" || officer.bodyKind === "district-committee"

/** The police, who oversees the field, and a committee for its own place; row security holds the same. */
export const mayTellDealers = (seat: Seat): boolean => seesSeries(seat) || isCommittee(seat)

export const readScrapNotices = (
  seat: Seat,
  page: { limit: number; offset: number },
): Promise<{ rows: ScrapRow[]; total: number }> => readFor(seat, (tx) => scrapRows(tx, page))

export type ScrapOffer = { places: Option[]; incidents: Option[] }
const incidentsOffered = 50

/** Thefts of late; a committee's own commune alone. */
export const scrapOffer = (seat: Seat): Promise<ScrapOffer> =>
  readFor(seat, async (tx) => {
    const filter = { text: "", kind: "theft", state: "", area: "" }
    const { rows } = await listIncidents(tx, filter, { limit: incidentsOffered, offset: 0 })
    const codes = await tellable(tx, seat)
    return {
      places: (await placeOptions(tx, seat)).filter(({ value }) => codes.has(value)),
      incidents: rows.map(({ id, number, areaName }) => ({
        value: id,
        label: `${incidentNumber(number)}, ${areaName}`,
      })),
    }
  })

async function tellable(tx: Tx, seat: Seat): Promise<ReadonlySet<string>> {
  const all = (await placesOn(tx, todayOf(seat))).map(({ code }) => code)
  if (seesSeries(seat)) return new Set(all)
  const own = bodiesOn(await loadChart(tx), todayOf(seat)).find(({ id }) => id === seat.bodyId)?.areaCode
  return new Set(all.filter((code) => code === own))
}

export type ScrapStart = { goods: string; areas: string[] } | null

/** What an incident says of itself that such a notice needs. */
export const scrapStart = (seat: Seat, incidentId: string): Promise<ScrapStart> =>
  readFor(seat, async (tx) => {
    const row = await readIncidentRow(tx, incidentId)
    return row === null
      ? null
      : { goods: row.taken.map((one) => words.vi.taken[one]).join(", "), areas: [row.areaCode] }
  })

export type ScrapRefusal = "noPlace" | "untilBefore" | "noIncident" | "gone"

export function tellDealers(
  seat: Seat,
  { areas, incidentId, text, ...asked }: InputOf<typeof newScrapNotice>,
): Promise<{ id: string } | { refused: ScrapRefusal }> {
  return seat.open(async (tx) => {
    if (asked.untilOn < todayOf(seat)) return { refused: "untilBefore" as const }
    const codes = await tellable(tx, seat)
    if (!areas.every((code) => codes.has(code))) return { refused: "noPlace" as const }
    if (incidentId !== null && (await readIncidentRow(tx, incidentId)) === null)
      return { refused: "noIncident" as const }
    const told = bodiesOn(await loadChart(tx), todayOf(seat)).filter(
      ({ id, kind, areaCode }) =>
        id !== seat.bodyId && kind.endsWith("-committee") && areaCode !== null && areas.includes(areaCode),
    )
    const id = await insertScrap(tx, {
      ...{ ...asked, incidentId, text: text ?? scrapWords.vi.ready, madeName: seat.name },
      areaCodes: areas,
      toldIds: told.map((one) => one.id),
    })
    await announce(tx, {
      what: "scrap.notified",
      record: { kind: "scrap-notice", id },
      details: { areas: areas.length, told: told.length },
    })
    return { id }
  })
}

export type ScrapReading = {
  row: ScrapRow
  receipts: ScrapReceipt[]
  isOurs: boolean
  /** Holds, was given to the acting body, and is not noted yet. */
  mayNote: boolean
}

export const openScrap = (seat: Seat, id: string): Promise<ScrapReading | null> =>
  readFor(seat, async (tx) => {
    const row = await readScrap(tx, id)
    if (row === null) return null
    const receipts = await scrapReceipts(tx, id)
    const isNoted = receipts.some(({ bodyId }) => bodyId === seat.bodyId)
    return {
      ...{ row, receipts, isOurs: row.bodyId === seat.bodyId },
      mayNote: row.toldIds.includes(seat.bodyId) && row.withdrawnAt === null && !isNoted,
    }
  })

type Done = { done: true } | { refused: ScrapRefusal }

export function noteDealers(
  seat: Seat,
  id: string,
  asked: InputOf<(typeof scrapForms)["note"]>,
): Promise<Done> {
  return seat.open(async (tx) => {
    const row = await readScrap(tx, id)
    if (row === null || row.withdrawnAt !== null || !row.toldIds.includes(seat.bodyId))
      return { refused: "gone" as const }
    if (!(await insertReceipt(tx, { noticeId: id, ...asked, byName: seat.name })))
      return { refused: "gone" as const }
    await announce(tx, {
      what: "scrap.told",
      record: { kind: "scrap-notice", id },
      details: { dealers: asked.dealers },
    })
    return { done: true as const }
  })
}

export function withdrawScrap(seat: Seat, id: string): Promise<Done> {
  return seat.open(async (tx) => {
    if (!(await withdrawScrapRow(tx, id))) return { refused: "gone" as const }
    await announce(tx, { what: "scrap.withdrawn", record: { kind: "scrap-notice", id } })
    return { done: true as const }
  })
}
