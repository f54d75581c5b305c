/** A path made thin: enough to see where a patrol went, and no more of its people than that. Pure; it runs on the device. */

/** Degrees, and seconds since 1970 by the clock of the device. */
export type TrackPoint = readonly [lat: number, lon: number, at: number]

export const trackMax = 400
const apartMinMetres = 15
const firstToleranceMetres = 5

/** A patrol that stands still adds nothing. */
export const isFurther = (last: TrackPoint | undefined, next: TrackPoint): boolean =>
  last === undefined || metresBetween(last, next) >= apartMinMetres

export function thinned(points: readonly TrackPoint[], max = trackMax): TrackPoint[] {
  let kept = [...points]
  // Each round allows twice the distance from the line; with none left between the ends it would be two points, so it ends.
  for (let tolerance = firstToleranceMetres; kept.length > max; tolerance *= 2)
    kept = simplified(points, tolerance)
  return kept
}

/** Douglas–Peucker without recursion: a point stays where the line without it would pass too far away. */
function simplified(points: readonly TrackPoint[], tolerance: number): TrackPoint[] {
  const keep = new Set([0, points.length - 1])
  const spans: [number, number][] = [[0, points.length - 1]]
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span
    let [far, at] = [tolerance, -1]
    for (let i = from + 1; i < to; i += 1) {
      const away = metresFromLine(points[i], points[from], points[to])
      if (away > far) [far, at] = [away, i]
    }
    if (at === -1) continue
    keep.add(at)
    spans.push([from, at], [at, to])
  }
  return points.filter((_, i) => keep.has(i))
}

const metresPerDegree = 111_320
const flat = ([lat, lon]: TrackPoint, [origin]: TrackPoint) =>
  [lon * metresPerDegree * Math.cos((origin * Math.PI) / 180), lat * metresPerDegree] as const

function metresBetween(one: TrackPoint, other: TrackPoint): number {
  const [[ax, ay], [bx, by]] = [flat(one, one), flat(other, one)]
  return Math.hypot(ax - bx, ay - by)
}

function metresFromLine(point?: TrackPoint, from?: TrackPoint, to?: TrackPoint): number {
  if (point === undefined || from === undefined || to === undefined) return 0
  const [[px, py], [ax, ay], [bx, by]] = [flat(point, from), flat(from, from), flat(to, from)]
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const share = length === 0 ? 0 : ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length
  const on = Math.max(0, Math.min(1, share))
  return Math.hypot(px - ax - on * (bx - ax), py - ay - on * (by - ay))
}

/** As a field of a form carries it: "20.72361,106.06114,1790000000;…". */
export const trackText = (points: readonly TrackPoint[]): string =>
  points.map(([lat, lon, at]) => `${lat.toFixed(5)},${lon.toFixed(5)},${Math.round(at)}`).join(";")

/** Anything that is no point is left out: a path is a help, and no reason to refuse a log. */
export function trackOf(text: string): TrackPoint[] {
  return text
    .split(";")
    .slice(0, 5 * trackMax)
    .flatMap((one): TrackPoint[] => {
      const match = /^(-?\d{1,2}\.\d{1,7}),(-?\d{1,3}\.\d{1,7}),(\d{9,11})$/.exec(one)
      return match === null ? [] : [[Number(match[1]), Number(match[2]), Number(match[3])]]
    })
}
