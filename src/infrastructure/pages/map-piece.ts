/** A piece of the map as GeoJSON: a sum, or a thing at its exact place, or in the middle of its cell where that is closed. */
import type { Lang } from "../../kernel/words.ts"
import type { MapPiece } from "../actions/map.ts"
import { assetNumber, type Point } from "../domain/asset.ts"
import { incidentNumber } from "../domain/incident.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { assetWords } from "../words-asset.ts"

type Cell = { cellLat: number; cellLon: number }
const middleOf = ({ cellLat, cellLon }: Cell): Point => [(cellLat * 10 + 5) / 1000, (cellLon * 10 + 5) / 1000]
const pair = ([lat, lon]: Point) => [lon, lat] as const

/** `x`: exact. `l`: said of it. `h`: where its page is. */
export function pieceAsGeoJson(piece: MapPiece, lang: Lang) {
  return { type: "FeatureCollection", features: featuresOf(piece, lang) }
}

function featuresOf(piece: MapPiece, lang: Lang) {
  if ("sums" in piece) return piece.sums.map(([lon, lat, n]) => feature(point([lon, lat]), { n }))
  if ("assets" in piece)
    return piece.assets.map(({ shape, ...one }) => {
      const said = [assetNumber(one.number), one.code, assetWords[lang].kinds[one.kind], one.areaName]
      const about = { ...of(said, paths.asset(one.id)), x: shape !== null }
      const isLine = shape !== null && shape.length > 1
      if (isLine) return feature({ type: "LineString", coordinates: shape.map(pair) }, about)
      return feature(point(pair(shape?.[0] ?? middleOf(one))), about)
    })
  return piece.incidents.map(({ lat, lon, ...one }) => {
    const said = [incidentNumber(one.number), words[lang].kinds[one.kind], one.areaName]
    const at: Point = lat === null || lon === null ? middleOf(one) : [lat, lon]
    return feature(point(pair(at)), { ...of(said, paths.incident(one.id)), x: lat !== null })
  })
}

const of = (said: readonly (string | null)[], h: string) => ({
  l: said.filter((one) => one !== null).join(", "),
  h,
})
const point = (coordinates: readonly [number, number]) => ({ type: "Point", coordinates })
const feature = (geometry: object, properties: object) => ({ type: "Feature", geometry, properties })
