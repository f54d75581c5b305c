/** What people do with an incident after it was told, one function a verb, one transaction each. */
import { can } from "../../accounts/index.ts"
import { suggestedFor } from "../../cases/index.ts"
import { readServing, type ServingReading } from "../../directives/index.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { getFile } from "../../kernel/files.ts"
import { announce, journal } from "../../kernel/journal.ts"
import { localDateOf } from "../../kernel/time.ts"
import type { Option } from "../../kernel/ui/index.ts"
import { bodiesOn, loadChart } from "../../organizations/index.ts"
import { caseKindOf, incidentNumber, instantOf, isOfTip } from "../domain/incident.ts"
import { type Likely, likelyRules, likelyTwins } from "../domain/likely.ts"
import { type Goods, goodsOf, type Witness, witnessesOf } from "../store/evidence.ts"
import {
  addEvent,
  assetsHit,
  caseOf,
  endIncidentRow,
  eventsOf,
  type HitAsset,
  type IncidentCase,
  type IncidentEvent,
  type IncidentFilter,
  type IncidentRow,
  incidentsAround,
  listIncidents,
  type Photo,
  photosOf,
  readIncidentRow,
  showIncidentTo,
} from "../store/incidents.ts"
import { mayBeShown, placeOptions } from "./places.ts"
import { incidentRoom } from "./rooms.ts"
import { readFor, type Seat, todayOf } from "./seat.ts"

export type Hint = ReturnType<typeof suggestedFor>[number]
export type IncidentReading = {
  row: IncidentRow
  /** Told by the acting body, or on its network. */
  isOurs: boolean
  isClosed: boolean
  assets: HitAsset[]
  photos: Photo[]
  goods: Goods[]
  /** Of the acting body, and all for the police. */
  witnesses: Witness[]
  events: IncidentEvent[]
  case: IncidentCase | null
  hints: Hint[]
  /** The committee of the place, where it is on the system. */
  commune: string | null
  shownTo: Option[]
  /** Of those that the acting body sees. */
  likely: Likely<IncidentRow>[]
  /** The task of a letter that it serves for the acting body. */
  serving: ServingReading
}

export const readIncidents = (
  seat: Seat,
  filter: IncidentFilter,
  page: { limit: number; offset: number },
): Promise<{ rows: IncidentRow[]; total: number; places: Option[] }> =>
  readFor(seat, async (tx) => ({
    ...(await listIncidents(tx, filter, page)),
    places: await placeOptions(tx, seat),
  }))

export function openIncident(seat: Seat, id: string): Promise<IncidentReading | null> {
  return seat.open(async (tx) => {
    const row = await readIncidentRow(tx, id)
    if (row === null) return null
    const isClosed = row.what === null
    await journal(tx, {
      what: "incident.read",
      record: { kind: "incident", id },
      details: { isClosed },
    })
    const isOurs = row.bodyId === seat.bodyId || row.ownerIds.includes(seat.bodyId)
    const committees = bodiesOn(await loadChart(tx), todayOf(seat))
    const kind = caseKindOf(row.kind)
    return {
      row,
      isOurs,
      isClosed,
      assets: await assetsHit(tx, [id]),
      photos: await photosOf(tx, [id]),
      goods: await goodsOf(tx, [id]),
      witnesses: await witnessesOf(tx, [id]),
      events: await eventsOf(tx, id),
      case: await caseOf(tx, id),
      hints:
        kind === null || row.damageVnd === null
          ? []
          : suggestedFor(kind, row.damageVnd, localDateOf(new Date(row.happenedAt))),
      commune:
        committees.find((one) => one.areaCode === row.areaCode && one.kind.endsWith("-committee"))?.name ??
        null,
      likely: row.state === "dismissed" ? [] : await likelyOf(tx, row),
      serving: await readServing(tx, { kind: incidentRoom.kind, recordId: id }, incidentRoom.words),
      shownTo: isOurs ? await mayBeShown(tx, seat) : [],
    }
  })
}

const likelyOf = async (tx: Tx, row: IncidentRow) =>
  likelyTwins(row, await incidentsAround(tx, row.id, likelyRules.hoursMax))

export type IncidentRefusal =
  | "notLikely"
  | "holdsEvidence"
  | "over"
  | "ahead"
  | "foundBefore"
  | "noBody"
  | "gone"
  | "caseOpened"

/** The police, the committee of the place, the owner: whoever sees it says that it has read it. */
export function receiveIncident(
  seat: Seat,
  id: string,
  { note }: { note: string | null },
): Promise<{ done: true } | { refused: IncidentRefusal }> {
  return seat.open(async (tx) => {
    const row = await readIncidentRow(tx, id)
    if (row === null) return { refused: "gone" as const }
    await addEvent(tx, id, { what: "received", byName: seat.name, note })
    await announce(tx, { what: "incident.received", record: { kind: "incident", id } })
    return { done: true as const }
  })
}

export function resolveIncident(
  seat: Seat,
  id: string,
  { on, time, note }: { on: string; time: string | null; note: string | null },
): Promise<{ done: true } | { refused: IncidentRefusal }> {
  return seat.open(async (tx) => {
    const row = await readIncidentRow(tx, id)
    if (row === null) return { refused: "gone" as const }
    const now = seat.house.clock.now()
    // Today without a time is now.
    const at = time === null && on === localDateOf(now) ? now : instantOf(on, time)
    if (at > now) return { refused: "ahead" as const }
    if (at.toISOString() < new Date(row.happenedAt).toISOString()) return { refused: "foundBefore" as const }
    if (!(await endIncidentRow(tx, id, { state: "resolved", resolvedAt: at.toISOString() })))
      return { refused: "over" as const }
    await addEvent(tx, id, { what: "resolved", byName: seat.name, note })
    await announce(tx, { what: "incident.resolved", record: { kind: "incident", id } })
    return { done: true as const }
  })
}

export function dismissIncident(
  seat: Seat,
  id: string,
  { reason }: { reason: string },
): Promise<{ done: true } | { refused: IncidentRefusal }> {
  return seat.open(async (tx) => {
    if (!(await endIncidentRow(tx, id, { state: "dismissed" }))) return { refused: "over" as const }
    await addEvent(tx, id, { what: "dismissed", byName: seat.name, note: reason })
    await announce(tx, { what: "incident.dismissed", record: { kind: "incident", id } })
    return { done: true as const }
  })
}

/** Told twice: this one ends as a duplicate, and both histories name the other. What each holds stays where it is. */
export function joinIncident(
  seat: Seat,
  id: string,
  into: string,
): Promise<{ done: true; into: string } | { refused: IncidentRefusal }> {
  return seat.open(async (tx) => {
    const row = await readIncidentRow(tx, id)
    if (row === null) return { refused: "gone" as const }
    const twin = (await likelyOf(tx, row)).find(({ other }) => other.id === into)
    if (twin === undefined) return { refused: "notLikely" as const }
    // A case of the other one takes along what the other one holds.
    const held = [...(await goodsOf(tx, [id])), ...(await witnessesOf(tx, [id]))]
    if (held.length > 0) return { refused: "holdsEvidence" as const }
    if (!(await endIncidentRow(tx, id, { state: "dismissed" }))) return { refused: "over" as const }
    const by = { byName: seat.name }
    await addEvent(tx, id, { what: "joined-into", ...by, note: incidentNumber(twin.other.number) })
    await addEvent(tx, into, { what: "joined", ...by, note: incidentNumber(row.number) })
    await announce(tx, { what: "incident.joined", record: { kind: "incident", id }, details: { into } })
    return { done: true as const, into }
  })
}

/** The list takes the place of the one before. */
export function showIncident(
  seat: Seat,
  id: string,
  { bodies }: { bodies: readonly string[] | null },
): Promise<{ done: true } | { refused: IncidentRefusal }> {
  return seat.open(async (tx) => {
    const known = new Set((await mayBeShown(tx, seat)).map(({ value }) => value))
    const chosen = bodies ?? []
    if (!chosen.every((one) => known.has(one))) return { refused: "noBody" as const }
    if (!(await showIncidentTo(tx, id, chosen))) return { refused: "gone" as const }
    await addEvent(tx, id, { what: "granted", byName: seat.name, note: null })
    await announce(tx, {
      what: "incident.shown",
      record: { kind: "incident", id },
      details: { bodies: chosen },
    })
    return { done: true as const }
  })
}

/** A picture that a tip brought is not masked: it is shown to whom may read the tip's raw text. */
export const maySeePhotos = (seat: Seat, row: IncidentRow): boolean =>
  !isOfTip(row) || can(seat.desk.officer, "signal.open-text")

export async function readPhoto(
  seat: Seat,
  id: string,
  photoId: string,
): Promise<{ bytes: Buffer; photo: Photo } | { refused: "notMasked" } | null> {
  const photo = await seat.open(async (tx) => {
    const one = (await photosOf(tx, [id])).find((each) => each.id === photoId)
    const row = one === undefined ? null : await readIncidentRow(tx, id)
    if (one === undefined || row === null) return null
    if (!maySeePhotos(seat, row)) return { refused: "notMasked" as const }
    await journal(tx, {
      what: "incident.photo-read",
      record: { kind: "incident", id },
      details: { photo: photoId },
    })
    return one
  })
  if (photo === null || "refused" in photo) return photo
  const bytes = await getFile(seat.house, photo.sha256)
  return bytes === null ? null : { bytes, photo }
}

/** Who was told and has to say so: the police and the committee of the place, not who only oversees the field. */
export const takesNote = (seat: Seat, { row, events }: IncidentReading): boolean =>
  row.state === "open" &&
  row.bodyId !== seat.bodyId &&
  can(seat.desk.officer, "incident.report") &&
  !events.some((one) => one.what === "received" && one.bodyId === seat.bodyId)
