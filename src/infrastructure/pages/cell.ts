/** A place in words: a point, a line of so many points, or a cell of about 1 km. */
import { formatNumber } from "../../kernel/format.ts"
import type { Lang } from "../../kernel/words.ts"
import { cellEdges, type Point } from "../domain/asset.ts"
import { assetWords } from "../words-asset.ts"

export function cellSaid(
  { cellLat, cellLon }: { cellLat: number | null; cellLon: number | null },
  lang: Lang,
): string | null {
  if (cellLat === null || cellLon === null) return null
  const { south, north, west, east } = cellEdges({ cellLat, cellLon })
  const said = (degrees: number) => formatNumber(degrees, lang)
  return assetWords[lang].cell(said(south), said(north), said(west), said(east))
}

export function shapeSaid(shape: readonly Point[], lang: Lang): string {
  const t = assetWords[lang]
  const [point] = shape
  return point !== undefined && shape.length === 1
    ? t.point(String(point[0]), String(point[1]))
    : t.line(formatNumber(shape.length, lang))
}
