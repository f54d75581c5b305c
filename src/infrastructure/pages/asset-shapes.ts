/** Assets as GeoJSON (RFC 7946) and KML: the exact place for who may see it, else the cell of about 1 km, which says that it is one. */
import type { Lang } from "../../kernel/words.ts"
import { assetNumber, cellEdges } from "../domain/asset.ts"
import type { AssetRow } from "../store/assets.ts"
import { assetWords } from "../words-asset.ts"

/** Longitude goes before latitude, in both. */
type Pair = [lon: number, lat: number]
type Geometry =
  | { type: "Point"; coordinates: Pair }
  | { type: "LineString"; coordinates: Pair[] }
  | { type: "Polygon"; coordinates: [Pair[]] }

function geometryOf(row: AssetRow): Geometry | null {
  const pairs = row.shape?.map(([lat, lon]): Pair => [lon, lat])
  const [first, second] = pairs ?? []
  if (pairs !== undefined && first !== undefined)
    return second === undefined
      ? { type: "Point", coordinates: first }
      : { type: "LineString", coordinates: pairs }
  if (row.cellLat === null || row.cellLon === null) return null
  const { south, north, west, east } = cellEdges({ cellLat: row.cellLat, cellLon: row.cellLon })
  const ring: Pair[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { type: "Polygon", coordinates: [ring] }
}

const propertiesOf = (row: AssetRow) => ({
  ...{ number: assetNumber(row.number), code: row.code, name: row.name, kind: row.kind },
  ...{ owner: row.bodyName, areaCode: row.areaCode, area: row.areaName, place: row.place },
  ...{ criticality: row.criticality, state: row.state, isExact: row.shape !== null },
})

export const assetsAsGeoJson = (rows: readonly AssetRow[]): string =>
  JSON.stringify({
    type: "FeatureCollection",
    features: rows.map((row) => ({
      type: "Feature",
      id: row.id,
      geometry: geometryOf(row),
      properties: propertiesOf(row),
    })),
  })

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
const xml = (text: string) => text.replaceAll(/[&<>"]/g, (one) => escapes[one] ?? one)

export function assetsAsKml(rows: readonly AssetRow[], lang: Lang): string {
  const t = assetWords[lang]
  const marks = rows.map((row) => {
    const said = Object.entries(propertiesOf(row))
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `<Data name="${name}"><value>${xml(String(value))}</value></Data>`)
    const title = row.code === null ? assetNumber(row.number) : `${row.code}, ${row.name}`
    return `<Placemark><name>${xml(title)}</name><description>${xml(`${t.kinds[row.kind]}, ${row.areaName}`)}</description><ExtendedData>${said.join("")}</ExtendedData>${kmlOf(geometryOf(row))}</Placemark>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>${xml(t.crumb)}</name>${marks.join("\n")}</Document></kml>\n`
}

function kmlOf(geometry: Geometry | null): string {
  const text = (pairs: readonly Pair[]) =>
    `<coordinates>${pairs.map((pair) => pair.join(",")).join(" ")}</coordinates>`
  if (geometry === null) return ""
  if (geometry.type === "Point") return `<Point>${text([geometry.coordinates])}</Point>`
  if (geometry.type === "LineString") return `<LineString>${text(geometry.coordinates)}</LineString>`
  return `<Polygon><outerBoundaryIs><LinearRing>${text(geometry.coordinates[0])}</LinearRing></outerBoundaryIs></Polygon>`
}
