/** What the owner does with an asset, one function a verb, one transaction each. */
import type { InputOf } from "../../kernel/forms/index.ts"
import { announce, journal } from "../../kernel/journal.ts"
import type { Option } from "../../kernel/ui/index.ts"
import { type AssetDraft, mayBeNational, type PointFault, pointOf, withCell } from "../domain/asset.ts"
import type { newAsset } from "../forms-asset.ts"
import {
  type AssetFilter,
  type AssetRow,
  changeAssetRow,
  codesTaken,
  insertAssets,
  listAssets,
  openAssetTo,
  readAssetRow,
} from "../store/assets.ts"
import { type IncidentRow, incidentsOfAsset } from "../store/incidents.ts"
import { type Protection, protectionOf } from "../store/protections.ts"
import { isPlace, mayBeShown, placeOptions } from "./places.ts"
import { guardsFor } from "./protecting.ts"
import { readFor, type Seat } from "./seat.ts"

export type AssetInput = InputOf<typeof newAsset>
export type AssetRefusal = PointFault | "codeTwice" | "notNational" | "noArea" | "noBody" | "gone"

export const readAssets = (
  seat: Seat,
  filter: AssetFilter,
  page: { limit: number; offset: number },
): Promise<{ rows: AssetRow[]; total: number; places: Option[] }> =>
  readFor(seat, async (tx) => ({
    ...(await listAssets(tx, filter, page)),
    places: await placeOptions(tx, seat),
  }))

/** A list that leaves the house is written down: how many lines, and by whom. */
export const takeAssetsAlong = (seat: Seat, filter: AssetFilter, limit: number): Promise<AssetRow[]> =>
  seat.open(async (tx) => {
    const { rows } = await listAssets(tx, filter, { limit, offset: 0 })
    await journal(tx, { what: "asset.list-exported", details: { rows: rows.length } })
    return rows
  })

export const placesFor = (seat: Seat): Promise<Option[]> => readFor(seat, (tx) => placeOptions(tx, seat))

export type AssetReading = {
  row: AssetRow
  isOurs: boolean
  incidents: IncidentRow[]
  places: Option[]
  others: Option[]
  /** Null: there is none, or it is closed to who asks. */
  protection: Protection | null
  guards: Awaited<ReturnType<typeof guardsFor>> | null
}

/** Where somebody may see the exact place, that they looked is written down first. */
export function openAsset(seat: Seat, id: string): Promise<AssetReading | null> {
  return seat.open(async (tx) => {
    const row = await readAssetRow(tx, id)
    if (row === null) return null
    const isOurs = row.bodyId === seat.bodyId
    if (!isOurs && row.code !== null) await journal(tx, { what: "asset.read", record: { kind: "asset", id } })
    return {
      row,
      isOurs,
      incidents: await incidentsOfAsset(tx, id),
      places: isOurs ? await placeOptions(tx, seat) : [],
      others: isOurs ? await mayBeShown(tx, seat) : [],
      protection: await protectionOf(tx, id),
      guards: isOurs && row.criticality !== "ordinary" ? await guardsFor(tx, seat, row.areaCode) : null,
    }
  })
}

export function addAsset(seat: Seat, input: AssetInput): Promise<{ id: string } | { refused: AssetRefusal }> {
  return seat.open(async (tx) => {
    const draft = draftOf(input)
    if ("refused" in draft) return draft
    if (!(await isPlace(tx, seat, draft.areaCode))) return { refused: "noArea" as const }
    if ((await codesTaken(tx, [draft.code])).size > 0) return { refused: "codeTwice" as const }
    const [id = ""] = await insertAssets(tx, [withCell(draft)], null)
    await announce(tx, { what: "asset.added", record: { kind: "asset", id }, details: { kind: draft.kind } })
    return { id }
  })
}

export function changeAsset(
  seat: Seat,
  id: string,
  input: AssetInput,
): Promise<{ done: true } | { refused: AssetRefusal }> {
  return seat.open(async (tx) => {
    const draft = draftOf(input)
    if ("refused" in draft) return draft
    const row = await readAssetRow(tx, id)
    if (row === null || row.bodyId !== seat.bodyId) return { refused: "gone" as const }
    if (draft.areaCode !== row.areaCode && !(await isPlace(tx, seat, draft.areaCode)))
      return { refused: "noArea" as const }
    if (draft.code !== row.code && (await codesTaken(tx, [draft.code])).size > 0)
      return { refused: "codeTwice" as const }
    // A line is drawn in a file; the two fields of the form are of a point.
    const keepsLine = (row.shape?.length ?? 0) > 1 && draft.shape === null
    await changeAssetRow(tx, id, withCell(keepsLine ? { ...draft, shape: row.shape } : draft))
    await announce(tx, {
      what: "asset.changed",
      record: { kind: "asset", id },
      details: { state: draft.state },
    })
    return { done: true as const }
  })
}

function draftOf(input: AssetInput): AssetDraft | { refused: AssetRefusal } {
  const point = pointOf(input.lat ?? "", input.lon ?? "")
  if (typeof point === "string") return { refused: point }
  if (input.criticality === "national" && !mayBeNational(input.kind)) return { refused: "notNational" }
  const { lat: _lat, lon: _lon, assetCode: code, ...rest } = input
  return { ...rest, code, shape: point === null ? null : [point] }
}

/** The list takes the place of the one before. */
export function openPlaceTo(
  seat: Seat,
  id: string,
  { column, bodies }: { column: "sharedIds" | "grantedIds"; bodies: readonly string[] | null },
): Promise<{ done: true } | { refused: AssetRefusal }> {
  return seat.open(async (tx) => {
    const chosen = bodies ?? []
    const known = new Set((await mayBeShown(tx, seat)).map(({ value }) => value))
    if (!chosen.every((one) => known.has(one))) return { refused: "noBody" as const }
    if (!(await openAssetTo(tx, id, { column, bodyIds: chosen }))) return { refused: "gone" as const }
    await announce(tx, {
      what: column === "sharedIds" ? "asset.shared" : "asset.shown",
      record: { kind: "asset", id },
      details: { bodies: chosen },
    })
    return { done: true as const }
  })
}
