/** A cell of about 1 km, said in degrees. */
import { formatNumber } from "../../kernel/format.ts"
import type { Lang } from "../../kernel/words.ts"
import { cellEdges } from "../domain/asset.ts"
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
