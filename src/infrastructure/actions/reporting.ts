/** An incident is told, once: by a form, from a device in the field, by a program. */
import type { Tx } from "../../kernel/db/database.ts"
import type { InputOf } from "../../kernel/forms/index.ts"
import { announce } from "../../kernel/journal.ts"
import { bodiesOn, loadChart } from "../../organizations/index.ts"
import { cellOf, numberOfAsset, type Point, pointOf } from "../domain/asset.ts"
import { type IncidentFault, incidentFault, instantOf, type Origin } from "../domain/incident.ts"
import type { newIncident } from "../forms.ts"
import { type AssetRow, findAssets } from "../store/assets.ts"
import {
  addEvent,
  addPhotos,
  insertIncident,
  type KeptPhoto,
  nameAssets,
  sentBefore,
} from "../store/incidents.ts"
import { isPlace } from "./places.ts"
import { type Seat, todayOf } from "./seat.ts"

export type Asked = Omit<InputOf<typeof newIncident>, "file" | "declared">
/** How it came. `deviceAt`: what the clock of the device said, where it was typed without network. */
export type Arriving = {
  origin: Origin
  deviceAt: Date | null
  sentKey: string | null
  keep: () => Promise<readonly KeptPhoto[]>
}
export type Reported = { id: string; isAgain: boolean } | { refused: IncidentFault | "noBody" }

/** Who tells: an officer at a desk, or a program of a body. */
export type Teller = Pick<Seat, "house" | "bodyId" | "name" | "open"> & { isEnterprise: boolean }

export const tellerAt = (seat: Seat): Teller => ({
  ...seat,
  isEnterprise: seat.desk.officer.bodyKind === "enterprise",
})

/** The same sent twice at one moment: who comes second finds what the first wrote. */
export async function reportIncident(seat: Teller, asked: Asked, arriving: Arriving): Promise<Reported> {
  const tell = () => seat.open((tx) => reportIn(tx, seat, asked, arriving))
  try {
    return await tell()
  } catch (error) {
    const isTwin =
      error instanceof Error && "constraint" in error && error.constraint === "incidents_sent_once"
    if (!isTwin) throw error
    return tell()
  }
}

export async function reportIn(tx: Tx, seat: Teller, asked: Asked, arriving: Arriving): Promise<Reported> {
  const before = arriving.sentKey === null ? null : await sentBefore(tx, arriving.sentKey)
  if (before !== null) return { id: before.id, isAgain: true }
  const when = timesOf(asked)
  const hours = hoursOf(asked.outageHours)
  if (hours === "outageHalf") return { refused: hours }
  const fault = incidentFault({ ...asked, ...when, outageHours: hours }, seat.house.clock.now())
  if (fault !== null) return { refused: fault }
  const point = pointOf(asked.lat ?? "", asked.lon ?? "")
  if (typeof point === "string") return { refused: point }
  const hit = await assetsNamed(tx, asked.assets)
  if (hit === null) return { refused: "assetUnknown" }
  const areaCode = asked.areaCode ?? hit[0]?.areaCode ?? null
  if (areaCode === null || !(await isPlace(tx, seat, areaCode))) return { refused: "noPlace" }
  const ownerIds = await ownersOf(tx, seat, asked.ownerId, hit)
  if (ownerIds === null) return { refused: "noBody" }
  const at = point ?? placeOf(hit)
  const first = hit[0]
  const cell =
    at !== null
      ? cellOf(at)
      : first?.cellLat == null || first.cellLon === null
        ? null
        : { cellLat: first.cellLat, cellLon: first.cellLon }
  const kept = await arriving.keep()
  const { kind, trick, tools, taken, services, subscribers, damageVnd, damageBasis } = asked
  const made = await insertIncident(
    tx,
    {
      ...{ kind, trick, areaCode, cell, subscribers, damageVnd, damageBasis, ownerIds },
      ...{ tools: tools ?? [], taken: taken ?? [], services: services ?? [], outageHours: hours },
      happenedAt: when.happenedAt.toISOString(),
      foundAt: when.foundAt?.toISOString() ?? null,
      deviceAt: arriving.deviceAt?.toISOString() ?? null,
      origin: arriving.origin,
      madeName: seat.name,
      sentKey: arriving.sentKey,
    },
    { lat: at?.[0] ?? null, lon: at?.[1] ?? null, place: asked.place, what: asked.what },
  )
  await nameAssets(
    tx,
    made.id,
    hit.map(({ id }) => id),
  )
  await addPhotos(tx, made.id, { files: kept, after: 0, addedName: seat.name })
  await addEvent(tx, made.id, { what: "reported", byName: seat.name, note: null })
  await announce(tx, {
    what: "incident.reported",
    record: { kind: "incident", id: made.id },
    details: { kind, area: areaCode, origin: arriving.origin, assets: hit.length, photos: kept.length },
  })
  return { id: made.id, isAgain: false }
}

function timesOf({ happenedOn, happenedTime, foundOn, foundTime }: Asked) {
  return {
    happenedAt: instantOf(happenedOn, happenedTime),
    // A day alone is over before anything of it can have been found early.
    foundAt:
      foundOn === null
        ? null
        : instantOf(foundOn, foundTime ?? (foundOn === happenedOn ? happenedTime : null)),
  }
}

function hoursOf(text: string | null): number | null | "outageHalf" {
  if (text === null) return null
  const plain = text.trim().replace(",", ".")
  return /^\d{1,5}(?:\.\d)?$/.test(plain) ? Number(plain) : "outageHalf"
}

const assetsMax = 50

/** Null: one of them is not among those that the body may see. An own code goes before another body's. */
async function assetsNamed(tx: Tx, text: string | null): Promise<AssetRow[] | null> {
  const names = [
    ...new Set(
      (text ?? "")
        .split(/[,;\n]/)
        .map((one) => one.trim())
        .filter((one) => one !== ""),
    ),
  ]
  if (names.length === 0) return []
  if (names.length > assetsMax) return null
  const numbers = names.flatMap((one) => numberOfAsset(one) ?? [])
  const found = await findAssets(tx, { codes: names, numbers })
  const named = names.map((one) =>
    found.find(
      (row) => row.code?.toLowerCase() === one.toLowerCase() || Number(row.number) === numberOfAsset(one),
    ),
  )
  if (named.some((one) => one === undefined)) return null
  return [...new Map(named.flatMap((one) => (one === undefined ? [] : [[one.id, one] as const]))).values()]
}

/** One point of one asset: of a line, or of several, nobody knows where. */
function placeOf(hit: readonly AssetRow[]): Point | null {
  const [first, second] = hit
  return first?.shape?.length === 1 && second === undefined ? (first.shape[0] ?? null) : null
}

/** Whose network: that of the assets, or the one that was named, or an enterprise's own. */
async function ownersOf(
  tx: Tx,
  seat: Teller,
  ownerId: string | null,
  hit: readonly AssetRow[],
): Promise<string[] | null> {
  const owners = new Set(hit.map(({ bodyId }) => bodyId))
  if (ownerId !== null) {
    const known = bodiesOn(await loadChart(tx), todayOf(seat)).find(({ id }) => id === ownerId)
    if (known?.kind !== "enterprise") return null
    owners.add(ownerId)
  }
  if (owners.size === 0 && seat.isEnterprise) owners.add(seat.bodyId)
  return [...owners]
}
