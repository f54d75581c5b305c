/** A map that is moved: the piece of ground that is looked at, and how coarsely it is told. Pure. */

/** Degrees. */
export type Box = { west: number; south: number; east: number; north: number }

/** "106.01,20.61,106.21,20.83"; null for what is no such piece. */
export function boxOf(text: string): Box | null {
  const parts = text.split(",").map(Number)
  const [west, south, east, north] = parts
  if (parts.length !== 4 || west === undefined || south === undefined) return null
  if (east === undefined || north === undefined || !parts.every(Number.isFinite)) return null
  const isWhole = west < east && south < north && Math.max(...parts.map(Math.abs)) <= 360
  return isWhole ? { west, south, east, north } : null
}

/** So many single things are drawn at once; more are told as sums. */
export const thingsMax = 1_500

/** A sum with its number takes so much of the screen. */
const sumPixels = 34
const steps = [1, 2, 5, 10, 20, 50]

/** Cells to a side of which a sum is made, so that sums stand beside each other on a screen of this width. */
export const stepFor = ({ west, east }: Box, pixels: number): number => {
  const across = Math.max(6, Math.min(pixels, 2_000) / sumPixels)
  return steps.find((step) => ((east - west) * 100) / step <= across) ?? 100
}

/** From this width on, in degrees, single things would be too small to be told apart. */
const singleWidthMax = 0.25
export const maySingle = ({ west, east }: Box): boolean => east - west <= singleWidthMax

/** `count` things around a middle: longitude, latitude. */
export type Sum = readonly [lon: number, lat: number, count: number]
