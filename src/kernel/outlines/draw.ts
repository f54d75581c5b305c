/**
 * Rings of longitude and latitude as paths of a picture. Points are whole numbers, each written as the step from the one
 * before, so that neighbours who share a border meet at the very same points.
 */
import { mapWidth } from "./outlines.ts"

export type Point = readonly [number, number]
export type Ring = readonly Point[]

/** From degrees to the picture that holds all of `points`. */
export type Ground = { height: number; place(point: Point): Point }

export function groundOf(points: Ring): Ground {
  const [west, east] = [least(points, 0), -least(points, 0, -1)]
  const [south, north] = [least(points, 1), -least(points, 1, -1)]
  // At this latitude a degree of longitude is shorter than one of latitude by this much.
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = mapWidth / Math.max((east - west) * squeeze, (north - south) / tallest, 1e-4)
  const place = ([lon, lat]: Point): Point => [
    Math.round((lon - west) * squeeze * scale),
    Math.round((north - lat) * scale),
  ]
  return { height: Math.max(1, Math.ceil((north - south) * scale)), place }
}

/** No picture is more than so many times as high as it is wide. */
const tallest = 3

function least(points: Ring, axis: 0 | 1, sign: 1 | -1 = 1): number {
  return points.reduce((min, point) => Math.min(min, sign * point[axis]), Number.POSITIVE_INFINITY)
}

/** Steps between rounded points, not rounded steps: neighbours meet at the very same ones. */
export function pathOf(points: Ring): string {
  const [first, ...others] = points
  if (first === undefined) return ""
  let [x, y] = first
  const steps: string[] = []
  for (const [px, py] of others) {
    if (px === x && py === y) continue
    steps.push(`${px - x} ${py - y}`)
    ;[x, y] = [px, py]
  }
  // Islets that have become a line are left out.
  return steps.length < 3 ? "" : `M${first[0]} ${first[1]}l${steps.join(" ").replaceAll(" -", "-")}z`
}

/** A small disc: what is known of a place by a point alone, or is too small to have an outline. */
export const discAt = ([x, y]: Point, r = 4): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`

/** A point that lies inside the largest ring: in the middle of its widest stretch at half its height. */
export function insideOf(rings: readonly Ring[]): Point | null {
  const ring = rings.toSorted((one, other) => Math.abs(areaOf(other)) - Math.abs(areaOf(one)))[0]
  if (ring === undefined || ring.length < 3) return null
  const y = (least(ring, 1) - least(ring, 1, -1)) / 2
  const crossings = ring
    .flatMap(([ax, ay], at) => {
      const [bx, by] = ring[(at + 1) % ring.length] ?? [ax, ay]
      return ay <= y === by <= y ? [] : [ax + ((y - ay) / (by - ay)) * (bx - ax)]
    })
    .sort((one, other) => one - other)
  let best: readonly [number, number] = [ring[0]?.[0] ?? 0, ring[0]?.[0] ?? 0]
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const [from = 0, to = 0] = [crossings[at], crossings[at + 1]]
    if (to - from > best[1] - best[0]) best = [from, to]
  }
  return [(best[0] + best[1]) / 2, y]
}

function areaOf(ring: Ring): number {
  return ring.reduce((sum, [ax, ay], at) => {
    const [bx, by] = ring[(at + 1) % ring.length] ?? [ax, ay]
    return sum + ax * by - bx * ay
  }, 0)
}
