/** A foreign file of points and lines (GeoJSON, KML): what it may weigh and hold, and why it is refused. */

export const shapeLimits = {
  bytes: 8_000_000,
  features: 1_000,
  /** Properties of all features together. */
  columns: 60,
  /** Of one property. */
  chars: 2_000,
  /** Brackets within brackets, elements within elements. */
  depth: 64,
  elements: 200_000,
  /** As the file has them, before a line is made thin. */
  points: 200_000,
  /** Of one line. */
  kept: 500,
}

/** Degrees as the file orders them: both formats write longitude first. */
export type Pair = readonly [lon: number, lat: number]
export type GeometryFault = "severalParts" | "isArea" | "notNumbers"
/** One pair is a point, more are a line; null: the feature says no place. */
export type ForeignGeometry = readonly Pair[] | null | { fault: GeometryFault }
export type ForeignFeature = { values: readonly string[]; geometry: ForeignGeometry }

export const shapeTroubles = [
  "unreadable",
  "zipped",
  "entities",
  "tooDeep",
  "notShapes",
  "tooManyFeatures",
  "tooManyColumns",
  "tooManyPoints",
  "unfoldsTooFar",
] as const
export type ShapeTrouble = (typeof shapeTroubles)[number]
/** `at`: the line of the file, where the reader knows it. */
export type ShapesRefused = { refused: ShapeTrouble; at?: number }
/** `values` of each feature stand in the order of `names`. */
export type ShapesRead = { names: readonly string[]; features: readonly ForeignFeature[] } | ShapesRefused

export class ShapesUnread extends Error {
  readonly trouble: ShapeTrouble
  readonly at: number | undefined

  constructor(trouble: ShapeTrouble, at?: number) {
    super(trouble)
    this.trouble = trouble
    this.at = at
  }
}

/** By its first sign: GeoJSON opens with a brace, KML with an angle bracket. */
export function isShapes(bytes: Uint8Array, name: string): boolean {
  if (/\.(?:geojson|json|kml|kmz)$/i.test(name)) return true
  const first = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart()[0]
  return first === "{" || first === "<"
}
