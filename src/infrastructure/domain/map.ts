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

/** How wide a map is on the screen, where nobody says so. */
export const usualPixels = 1_000

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

/** The count of things of one place in one cell of about 1 km; without a cell, their owner gave no position. */
export type CellOfPlace = {
  areaCode: string
  areaName: string
  cellLat: number | null
  cellLon: number | null
  n: number
}

type Placed = CellOfPlace & { cellLat: number; cellLon: number }
const isPlaced = (cell: CellOfPlace): cell is Placed => cell.cellLat !== null && cell.cellLon !== null

/** Squares of so many cells to a side, each with its count in the middle of what it counts. */
export function sumsOf(cells: readonly CellOfPlace[], step: number): Sum[] {
  const sums = new Map<string, { lat: number; lon: number; n: number }>()
  for (const { cellLat, cellLon, n } of cells.filter(isPlaced)) {
    const key = `${Math.floor(cellLat / step)} ${Math.floor(cellLon / step)}`
    const sum = sums.get(key) ?? { lat: 0, lon: 0, n: 0 }
    sums.set(key, { lat: sum.lat + cellLat * n, lon: sum.lon + cellLon * n, n: sum.n + n })
  }
  const degrees = (total: number, n: number) => Math.round((total / n + 0.5) * 100) / 1e4
  return [...sums.values()].map(({ lat, lon, n }): Sum => [degrees(lon, n), degrees(lat, n), n])
}

/** Null: nothing has a position. */
export function boxAround(cells: readonly CellOfPlace[]): Box | null {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const { cellLat, cellLon } of cells.filter(isPlaced)) {
    box.west = Math.min(box.west, cellLon / 100)
    box.south = Math.min(box.south, cellLat / 100)
    box.east = Math.max(box.east, (cellLon + 1) / 100)
    box.north = Math.max(box.north, (cellLat + 1) / 100)
  }
  return box.west === Infinity ? null : box
}

export type PlaceCount = { areaCode: string; areaName: string; count: number; unplaced: number }

/** The largest count first. */
export function placesOf(cells: readonly CellOfPlace[]): PlaceCount[] {
  const places = new Map<string, PlaceCount>()
  for (const cell of cells) {
    const { areaCode, areaName, n } = cell
    const place = places.get(areaCode) ?? { areaCode, areaName, count: 0, unplaced: 0 }
    const unplaced = place.unplaced + (isPlaced(cell) ? 0 : n)
    places.set(areaCode, { ...place, count: place.count + n, unplaced })
  }
  return [...places.values()].sort((a, b) => b.count - a.count || a.areaName.localeCompare(b.areaName, "vi"))
}
