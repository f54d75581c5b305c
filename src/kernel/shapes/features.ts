/** Features of GeoJSON (RFC 7946), whoever wrote them, as a table of words with a geometry each. Pure. */
import { thinned } from "../field/thin.ts"
import { isRecord, type JsonRecord, listOf } from "../json.ts"
import { type ForeignGeometry, type Pair, type ShapesRead, ShapesUnread, shapeLimits } from "./shapes.ts"

/** What a drawing program adds: how it looks, and no word about the thing. */
const isLook =
  /^(?:style(?:Url|Hash|MapHash)|stroke|fill|icon|label|marker|visibility|open|tessellate|extrude|altitudeMode|coordinateProperties)(?:[-_].*)?$/

export function tableOf(features: readonly unknown[]): ShapesRead {
  if (features.length > shapeLimits.features) throw new ShapesUnread("tooManyFeatures")
  const names = new Map<string, number>()
  const count = { points: 0 }
  const read = features.map((one) => {
    if (!isRecord(one) || one.type !== "Feature") throw new ShapesUnread("notShapes")
    const values: string[] = []
    for (const [name, value] of Object.entries(isRecord(one.properties) ? one.properties : {})) {
      const text = textOf(value)
      if (text === null || isLook.test(name)) continue
      if (!names.has(name)) names.set(name, names.size)
      if (names.size > shapeLimits.columns) throw new ShapesUnread("tooManyColumns")
      values[names.get(name) ?? 0] = text
    }
    const geometry = geometryOf(isRecord(one.geometry) ? one.geometry : null, count)
    return { values: Array.from(values, (value) => value ?? ""), geometry }
  })
  return { names: [...names.keys()], features: read }
}

/** So many points of all features so far, before any is made thin. */
type Count = { points: number }

/** Lists and records say nothing that a column could hold; a description of markup is its words. */
function textOf(value: unknown): string | null {
  if (isRecord(value) && typeof value.value === "string") return textOf(value.value.replace(/<[^>]*>/g, " "))
  if (typeof value === "number" || typeof value === "boolean") return String(value)
  return typeof value === "string" ? value.slice(0, shapeLimits.chars) : null
}

function geometryOf(geometry: JsonRecord | null, count: Count): ForeignGeometry {
  if (geometry === null) return null
  const { type, coordinates } = geometry
  // One part in the wrapping of several is what many programs write for all.
  const parts = listOf(type === "GeometryCollection" ? geometry.geometries : coordinates)
  const [part] = parts
  switch (type) {
    case "Point":
      return pairsOf([coordinates], count)
    case "LineString":
      return pairsOf(listOf(coordinates), count)
    case "MultiPoint":
      return parts.length === 1 ? pairsOf([part], count) : { fault: "severalParts" }
    case "MultiLineString":
      return parts.length === 1 ? pairsOf(listOf(part), count) : { fault: "severalParts" }
    case "GeometryCollection":
      return parts.length === 1 && isRecord(part) && part.type !== "GeometryCollection"
        ? geometryOf(part, count)
        : { fault: "severalParts" }
    case "Polygon":
    case "MultiPolygon":
      return { fault: "isArea" }
    default:
      return { fault: "notNumbers" }
  }
}

/** A third number, the height, is left out. */
function pairsOf(all: readonly unknown[], count: Count): ForeignGeometry {
  count.points += all.length
  if (count.points > shapeLimits.points) throw new ShapesUnread("tooManyPoints")
  const pairs: Pair[] = []
  for (const one of all) {
    const [lon, lat] = listOf(one)
    if (typeof lon !== "number" || typeof lat !== "number" || !Number.isFinite(lon) || !Number.isFinite(lat))
      return { fault: "notNumbers" }
    pairs.push([lon, lat])
  }
  return pairs.length === 0 ? { fault: "notNumbers" } : thin(pairs)
}

/** Of a line with very many points those stay that hold its shape. */
function thin(pairs: readonly Pair[]): readonly Pair[] {
  if (pairs.length <= shapeLimits.kept) return pairs
  return thinned(
    pairs.map(([lon, lat]) => [lat, lon, 0]),
    shapeLimits.kept,
  ).map(([lat, lon]) => [lon, lat])
}
