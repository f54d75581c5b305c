/** Which commune a place lies in, told by the boundaries of the repository's data; they are simplified and no legal question's answer. */
import { readJson } from "../calendar/data.ts"
import type { Point, Ring } from "./draw.ts"
import { readyBoundaries, readyProvince } from "./map.ts"

export type Whereabouts = {
  /** The commune's code; null: outside of all. */
  communeAt(lon: number, lat: number): string | null
  /** False: so far away from every commune that no border in dispute explains it. */
  isNear(lon: number, lat: number): boolean
}

type Commune = { code: string; polygons: Ring[][]; west: number; east: number; south: number; north: number }
/** About two kilometres: borders are drawn roughly. */
const margin = 0.02

let known: Whereabouts | null = null

/** Null: the data holds no boundaries of this province. */
export function whereaboutsIn(province: string): Whereabouts | null {
  if (province !== readyProvince.code) return null
  known ??= whereabouts(communesOf(readJson(readyBoundaries) as Boundaries))
  return known
}

type Boundaries = {
  features: {
    properties: { code: string }
    geometry: { type: "Polygon"; coordinates: Ring[] } | { type: "MultiPolygon"; coordinates: Ring[][] }
  }[]
}

const communesOf = ({ features }: Boundaries): Commune[] =>
  features.map(({ properties: { code }, geometry }) => {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates
    const points = polygons.flat(2)
    const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)]
    const edges = { west: Math.min(...lons), east: Math.max(...lons) }
    return { code, polygons, ...edges, south: Math.min(...lats), north: Math.max(...lats) }
  })

function whereabouts(communes: readonly Commune[]): Whereabouts {
  const around = (lon: number, lat: number, by: number) =>
    communes.filter(
      ({ west, east, south, north }) =>
        lon >= west - by && lon <= east + by && lat >= south - by && lat <= north + by,
    )
  return {
    communeAt: (lon, lat) =>
      around(lon, lat, 0).find(({ polygons }) => polygons.some((rings) => isInside([lon, lat], rings)))
        ?.code ?? null,
    isNear: (lon, lat) => around(lon, lat, margin).length > 0,
  }
}

/** A ray to the east crosses the rings of what it starts in an odd number of times, holes included. */
function isInside([lon, lat]: Point, rings: readonly Ring[]): boolean {
  let isIn = false
  for (const ring of rings)
    for (const [at, [ax, ay]] of ring.entries()) {
      const [bx, by] = ring[(at + 1) % ring.length] ?? [ax, ay]
      if (ay > lat !== by > lat && lon < ax + ((lat - ay) / (by - ay)) * (bx - ax)) isIn = !isIn
    }
  return isIn
}
