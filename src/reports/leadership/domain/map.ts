/**
 * The province's communes as SVG paths, made once from data/administrative-units (MIT, see its README; not for legal
 * questions of boundaries). Points nearer than a little over one unit to the last are left out: the picture is 420 wide.
 */
import { readJson } from "../../../kernel/calendar/data.ts"

export type CommuneShape = { code: string; name: string; path: string }
export type ProvinceMap = { width: number; height: number; communes: readonly CommuneShape[] }

const width = 420
const nearest = 1.2
type Ring = readonly (readonly [number, number])[]
type Feature = {
  properties: { code: string; fullName: string }
  geometry:
    | { type: "Polygon"; coordinates: readonly Ring[] }
    | { type: "MultiPolygon"; coordinates: readonly (readonly Ring[])[] }
}

let made: ProvinceMap | null = null

export function provinceMap(): ProvinceMap {
  made ??= draw()
  return made
}

function draw(): ProvinceMap {
  const { features } = readJson("administrative-units/communes-hung-yen-2025.geojson") as {
    features: readonly Feature[]
  }
  const rings = features.map((one) =>
    one.geometry.type === "Polygon" ? one.geometry.coordinates : one.geometry.coordinates.flat(),
  )
  const points = rings.flat(2)
  const [west, east] = [least(points, 0), -least(points, 0, -1)]
  const [south, north] = [least(points, 1), -least(points, 1, -1)]
  // At this latitude a degree of longitude is shorter than one of latitude by this much.
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = width / ((east - west) * squeeze)
  const place = ([lon, lat]: readonly [number, number]) =>
    [(lon - west) * squeeze * scale, (north - lat) * scale] as const
  return {
    width,
    height: Math.ceil((north - south) * scale),
    communes: features.map(({ properties }, i) => ({
      code: properties.code,
      name: properties.fullName,
      path: (rings[i] ?? []).map((ring) => pathOf(ring.map(place))).join(""),
    })),
  }
}

function least(points: Ring, axis: 0 | 1, sign: 1 | -1 = 1): number {
  return points.reduce((min, point) => Math.min(min, sign * point[axis]), Number.POSITIVE_INFINITY)
}

function pathOf(points: Ring): string {
  let [x, y] = [Number.NaN, Number.NaN]
  const kept = points.filter(([px, py]) => {
    if (Math.hypot(px - x, py - y) < nearest) return false
    ;[x, y] = [px, py]
    return true
  })
  return `M${kept.map(([px, py]) => `${px.toFixed(1)} ${py.toFixed(1)}`).join("L")}Z`
}
