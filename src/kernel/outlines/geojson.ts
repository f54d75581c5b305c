/**
 * A file of boundaries (GeoJSON, RFC 7946), read within bounds and drawn. Each feature says by one of its properties, whatever
 * it is called, which commune it is: the property that names most of them is the one that counts. A point stands for a
 * commune whose boundary is not known.
 */
import { feature } from "topojson-client"
import { topology } from "topojson-server"
import { presimplify, quantile, simplify } from "topojson-simplify"
import type { GeometryCollection, Topology } from "topojson-specification"
import { depthOf, isRecord, listOf } from "../json.ts"
import { discAt, groundOf, insideOf, type Point, pathOf, type Ring } from "./draw.ts"
import {
  mapWidth,
  type OutlinesRead,
  type OutlineTrouble,
  outlineLimits,
  outlines,
  type UnitToOutline,
} from "./outlines.ts"

type Properties = Readonly<Record<string, unknown>>
type Feature = { properties: Properties; polygons: Ring[][]; point: Point | null; points: number }

export function readOutlines(bytes: Uint8Array, units: readonly UnitToOutline[]): OutlinesRead {
  const parsed = parsedJson(bytes)
  if ("refused" in parsed) return parsed
  const found = featuresIn(parsed.json)
  if ("refused" in found) return found
  const { features } = found
  if (!features.every(isInDegrees)) return { refused: "notDegrees" }
  const codeOf = matching(features, units)
  const byUnit = Map.groupBy(features, codeOf)
  const strangers = (byUnit.get(null) ?? []).map(calledOf)
  const placed = units.filter(({ code }) => byUnit.has(code))
  if (placed.length === 0) return { refused: "nothingFits" }
  const shapes = drawn(placed, (code) => byUnit.get(code) ?? [])
  // As it will be kept, and sent along by the form that confirms it.
  if (!outlines.safeParse(shapes).success || JSON.stringify(shapes).length > outlineLimits.kept)
    return { refused: "tooMuch" }
  const without = units.filter(({ code }) => !byUnit.has(code)).map(({ name }) => name)
  return { outlines: shapes, without, strangers }
}

function parsedJson(bytes: Uint8Array): { json: unknown } | { refused: OutlineTrouble } {
  if (bytes.byteLength > outlineLimits.bytes) return { refused: "tooMuch" }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    if (depthOf(text) > outlineLimits.depth) return { refused: "tooDeep" }
    return { json: JSON.parse(text) }
  } catch {
    return { refused: "unreadable" }
  }
}

function featuresIn(json: unknown): { features: Feature[] } | { refused: OutlineTrouble } {
  if (!isRecord(json) || json.type !== "FeatureCollection" || !Array.isArray(json.features))
    return { refused: "notCollection" }
  if (json.features.length > outlineLimits.features) return { refused: "tooManyFeatures" }
  const features: Feature[] = []
  let points = 0
  for (const one of json.features as unknown[]) {
    if (!isRecord(one)) return { refused: "notCollection" }
    const read = featureOf(one)
    if (read === null) continue
    points += read.points
    if (points > outlineLimits.points) return { refused: "tooManyPoints" }
    features.push(read)
  }
  return features.length === 0 ? { refused: "nothingFits" } : { features }
}

/** Null: lines and collections are no boundary. */
function featureOf(one: Properties): Feature | null {
  const geometry = isRecord(one.geometry) ? one.geometry : {}
  const properties = isRecord(one.properties) ? one.properties : {}
  const { type, coordinates } = geometry
  if (type === "Point") {
    const point = pointOf(coordinates)
    return point === null ? null : { properties, polygons: [], point, points: 1 }
  }
  const all = type === "Polygon" ? [coordinates] : type === "MultiPolygon" ? coordinates : []
  const polygons = listOf(all)
    .map((rings) => listOf(rings).flatMap(ringOf))
    .filter((rings) => rings.length > 0)
  if (polygons.length === 0) return null
  return { properties, polygons, point: null, points: polygons.flat(2).length }
}

/** Closed, of four points at least; else none. */
function ringOf(coordinates: unknown): Ring[] {
  const points = listOf(coordinates).map(pointOf)
  if (points.some((point) => point === null)) return []
  const ring = points as Point[]
  const [first, last] = [ring[0], ring.at(-1)]
  if (first === undefined || last === undefined) return []
  const closed = first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first]
  return closed.length < 4 ? [] : [closed]
}

function pointOf(coordinates: unknown): Point | null {
  const [lon, lat] = listOf(coordinates)
  return typeof lon === "number" && typeof lat === "number" && Number.isFinite(lon) && Number.isFinite(lat)
    ? [lon, lat]
    : null
}

/** Việt Nam with its seas: metres of a projection, or latitude before longitude, lie outside. */
const isInDegrees = ({ polygons, point }: Feature) =>
  [...polygons.flat(2), ...(point === null ? [] : [point])].every(
    ([lon, lat]) => lon > 101 && lon < 119 && lat > 5 && lat < 25,
  )

/** Which commune a feature is, by the property that names most of them: codes before names. */
function matching(
  features: readonly Feature[],
  units: readonly UnitToOutline[],
): (one: Feature) => string | null {
  const codes = new Set(units.map(({ code }) => code))
  const names = namesOf(units)
  const byCode = (value: unknown) => {
    const code = String(value).trim().padStart(5, "0")
    return codes.has(code) ? code : null
  }
  const byName = (value: unknown) => (typeof value === "string" ? (names.get(plainly(value)) ?? null) : null)
  const keys = [...new Set(features.flatMap(({ properties }) => Object.keys(properties).slice(0, 60)))].slice(
    0,
    200,
  )
  const best = (of: (value: unknown) => string | null) =>
    keys
      .map((key) => ({
        key,
        found: new Set(features.flatMap(({ properties }) => of(properties[key]) ?? [])).size,
      }))
      .reduce((most, one) => (one.found > most.found ? one : most), { key: "", found: 0 }).key
  const [codeKey, nameKey] = [best(byCode), best(byName)]
  return ({ properties }) => byCode(properties[codeKey] ?? "") ?? byName(properties[nameKey])
}

/** Folded name → code, with its kind and without it; a name that two communes share is nobody's. */
function namesOf(units: readonly UnitToOutline[]): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>()
  for (const { code, name } of units)
    for (const said of new Set([plainly(name), plainly(name).replace(/^(?:xa|phuong|dac khu) /, "")]))
      found.set(said, found.has(said) ? null : code)
  return found
}

const plainly = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()

/** As a person finds it in the file again. */
function calledOf({ properties }: Feature): string {
  const texts = Object.values(properties).filter(
    (value) => typeof value === "string" || typeof value === "number",
  )
  const named = texts.find((value) => typeof value === "string" && /\p{L}/u.test(value)) ?? texts[0] ?? "?"
  return String(named).slice(0, 80)
}

/** So many points of all borders together are drawn: more is not seen at this size. */
const pointsDrawn = 6_000
type Drawing = Topology<{ units: GeometryCollection<{ code: string }> }>

function drawn(units: readonly UnitToOutline[], featuresOf: (code: string) => readonly Feature[]) {
  const features = units.flatMap(({ code }) => {
    const coordinates = featuresOf(code).flatMap(({ polygons }) => polygons)
    if (coordinates.length === 0) return []
    return [{ type: "Feature", properties: { code }, geometry: { type: "MultiPolygon", coordinates } }]
  })
  const rings = features.length === 0 ? new Map<string, Ring[]>() : simplified(features)
  const points = new Map(
    units.map(({ code }) => [code, featuresOf(code).flatMap(({ point }) => point ?? [])]),
  )
  const pointsOf = (code: string): Ring => {
    const [lon, lat] = points.get(code) ?? []
    return lon === undefined || lat === undefined ? [] : [[lon, lat]]
  }
  const ground = groundOf([
    ...features.flatMap(({ geometry }) => geometry.coordinates.flat(2)),
    ...units.flatMap(({ code }) => pointsOf(code)),
  ])
  const shapes = units.map(({ code, name }) => {
    const whole = featuresOf(code).flatMap(({ polygons }) => polygons.flat())
    const inside = insideOf(whole) ?? pointsOf(code)[0] ?? [0, 0]
    const at = ground.place(inside)
    const path = (rings.get(code) ?? []).map((ring) => pathOf(ring.map(ground.place))).join("")
    return { code, name, path: path === "" ? discAt(at) : path, at: [at[0], at[1]] as [number, number] }
  })
  return { width: mapWidth, height: ground.height, shapes } as const
}

/** Borders that neighbours share are simplified once, so that no gap opens between them. */
function simplified(features: readonly unknown[]): Map<string, Ring[]> {
  const collection = { type: "FeatureCollection", features } as never
  const whole = presimplify(topology({ units: collection }, 1e4) as unknown as Drawing)
  const points = whole.arcs.reduce((sum, arc) => sum + arc.length, 0)
  const simple = simplify(whole, quantile(whole, Math.min(1, pointsDrawn / Math.max(1, points))))
  return new Map(
    feature(simple, simple.objects.units).features.map(({ properties, geometry }) => {
      const polygons =
        geometry?.type === "Polygon"
          ? [geometry.coordinates]
          : geometry?.type === "MultiPolygon"
            ? geometry.coordinates
            : []
      return [properties.code, polygons.flat() as unknown as Ring[]]
    }),
  )
}
