/** A point or a line as a foreign file gives it: ours, or why it is none. Pure. */
import type { ForeignGeometry, GeometryFault, Pair } from "../../kernel/shapes/shapes.ts"
import { isHere, type Point } from "./asset.ts"

/** The one place where a file's order of the two numbers is turned into ours, latitude first. */
const pointOfPair = ([lon, lat]: Pair): Point => [Math.round(lat * 1e5) / 1e5, Math.round(lon * 1e5) / 1e5]

export type ShapeFault = GeometryFault | "swapped" | "notDegrees" | "elsewhere" | "outside"

/** `isNear`: of the province; where its boundaries are not known, every place of the country is. */
export function shapeOf(
  geometry: ForeignGeometry,
  isNear: (lon: number, lat: number) => boolean,
): readonly Point[] | null | ShapeFault {
  if (geometry === null) return null
  if ("fault" in geometry) return geometry.fault
  const points: Point[] = []
  for (const pair of geometry) {
    const fault = faultOf(pair, isNear)
    if (fault !== null) return fault
    const point = pointOfPair(pair)
    const last = points.at(-1)
    if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) points.push(point)
  }
  return points
}

function faultOf([lon, lat]: Pair, isNear: (lon: number, lat: number) => boolean): ShapeFault | null {
  if (isHere([lat, lon])) return isNear(lon, lat) ? null : "outside"
  if (isHere([lon, lat])) return "swapped"
  // Metres of a national grid (VN-2000, UTM) are numbers of six and seven digits.
  return Math.abs(lon) > 180 || Math.abs(lat) > 180 ? "notDegrees" : "elsewhere"
}

/** "POINT (106.06 20.72)", "LINESTRING (106.06 20.72, 106.07 20.73)": as a column of a table holds it; null for what is none. */
export function geometryOfWkt(text: string): ForeignGeometry {
  const match = /^(POINT|LINESTRING) *(?:Z|M|ZM)? *\(([-\d. ,e]*)\)$/i.exec(text.trim())
  const pairs = (match?.[2] ?? "").split(",").map((one): Pair => {
    const [lon = Number.NaN, lat = Number.NaN] = one.trim().split(/ +/).map(Number)
    return [lon, lat]
  })
  const isWhole = match !== null && pairs.length <= 500 && pairs.flat().every(Number.isFinite)
  return isWhole ? pairs : { fault: "notNumbers" }
}

export const wktOf = (shape: readonly Point[]): string => {
  const pairs = shape.map(([lat, lon]) => `${lon} ${lat}`)
  return pairs.length === 1 ? `POINT (${pairs[0]})` : `LINESTRING (${pairs.join(", ")})`
}
