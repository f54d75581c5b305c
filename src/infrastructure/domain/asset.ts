/** A piece of network: what it is, where it stands, and how coarsely others learn that. Pure. */
export const assetKinds = [
  "bts",
  "fibre",
  "pole-line",
  "manhole",
  "cabinet",
  "exchange",
  "generator",
  "battery",
  "earth-cable",
  "transmitter",
] as const
export type AssetKind = (typeof assetKinds)[number]

export const criticalities = ["ordinary", "important", "national"] as const
export type Criticality = (typeof criticalities)[number]

export const assetStates = ["in-use", "damaged", "out-of-use", "planned"] as const
export type AssetState = (typeof assetStates)[number]

/** Latitude and longitude in degrees (WGS 84). */
export type Point = readonly [number, number]
export type AssetDraft = {
  code: string
  name: string
  kind: AssetKind
  areaCode: string
  criticality: Criticality
  state: AssetState
  place: string | null
  shape: readonly Point[] | null
}
export type Cell = { cellLat: number; cellLon: number }

/** Việt Nam with its islands; a pair outside is a pair the wrong way round, or none of ours. */
const within = { lat: [6, 24], lon: [102, 118] } as const

export const isHere = ([lat, lon]: Point): boolean =>
  lat >= within.lat[0] && lat <= within.lat[1] && lon >= within.lon[0] && lon <= within.lon[1]

/** Hundredths of a degree, rounded down: a square of 1.1 km by about 1 km in which a thousand places look the same. */
export const cellOf = ([lat, lon]: Point): Cell => ({
  cellLat: Math.floor(lat * 100 + 1e-9),
  cellLon: Math.floor(lon * 100 + 1e-9),
})

/** "20,72 – 20,73 B; 106,06 – 106,07 Đ" without the letters, which a page adds. */
export const cellEdges = ({ cellLat, cellLon }: Cell) => ({
  south: cellLat / 100,
  north: (cellLat + 1) / 100,
  west: cellLon / 100,
  east: (cellLon + 1) / 100,
})

/** As it is kept: the draft with the cell that others see. The middle of a line stands for it. */
export function withCell<Draft extends { shape: readonly Point[] | null }>(draft: Draft) {
  const middle = draft.shape?.[Math.floor(draft.shape.length / 2)]
  return { ...draft, cell: middle === undefined ? null : cellOf(middle) }
}

export type PointFault = "notAPoint" | "elsewhere"

/** "20.7236", "20,7236", "20.7236° N": a number of degrees; null for what is none. */
export function degreesOf(text: string): number | null {
  const plain = text
    .trim()
    .replace(/[°\s]|[NEBĐ]$/giu, "")
    .replace(",", ".")
  return /^-?\d{1,3}(?:\.\d{1,12})?$/.test(plain) ? Number(plain) : null
}

/** Null where neither was given. */
export function pointOf(lat: string, lon: string): Point | null | PointFault {
  if (lat.trim() === "" && lon.trim() === "") return null
  const [north, east] = [degreesOf(lat), degreesOf(lon)]
  if (north === null || east === null) return "notAPoint"
  // Five decimals are a metre.
  const point: Point = [Math.round(north * 1e5) / 1e5, Math.round(east * 1e5) / 1e5]
  return isHere(point) ? point : "elsewhere"
}

/**
 * A mast, a cabinet, a battery of one place is no work of importance for national security: those are named by decision
 * (QĐ 45/2012/QĐ-TTg: landing stations, backbones, gateways).
 */
export const mayBeNational = (kind: AssetKind): boolean =>
  kind === "fibre" || kind === "exchange" || kind === "transmitter"

/** What is laid or hung from one place to another; the others stand at one. */
export const mayBeLine = (kind: AssetKind): boolean =>
  kind === "fibre" || kind === "pole-line" || kind === "earth-cable"

export const assetNumber = (number: number | string): string => `TS-${String(number).padStart(5, "0")}`
/** Null for what is no such number. */
export const numberOfAsset = (text: string): number | null => {
  const match = /^TS-?0*(\d{1,12})$/i.exec(text.trim())
  return match === null ? null : Number(match[1])
}
