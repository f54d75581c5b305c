/** Figures, periods and changes as people read them. */
import { formatMoney, formatNumber, formatPercent } from "../../kernel/format.ts"
import type { Lang } from "../../kernel/words.ts"
import type { Change, FigureDefinition } from "../domain/figures.ts"
import { words } from "../words.ts"

export const figureName = (definition: FigureDefinition, lang: Lang) =>
  lang === "vi" ? definition.name : definition.nameEn

/** "12 tin", "1.500.000 đồng", "62 %". */
export function figureValue(definition: FigureDefinition, value: number | null, lang: Lang): string {
  if (value === null) return words[lang].figures.noneYet
  if (definition.unit === "VND") return formatMoney(value, lang)
  if (definition.counts === "share") return formatPercent(value, lang)
  const unit = words[lang].units[definition.unit] ?? definition.unit
  return `${formatNumber(value, lang)} ${unit}`.trim()
}

/** The number alone, for a table whose row says the unit. */
export function bareValue(definition: FigureDefinition, value: number | null, lang: Lang): string {
  if (value === null) return "–"
  return definition.counts === "share" ? formatPercent(value, lang) : formatNumber(value, lang)
}

export function changeWords(definition: FigureDefinition, change: Change | null, lang: Lang): string {
  const t = words[lang].figures
  if (change === null) return "–"
  if (change.by === 0) return t.same
  const isShare = definition.counts === "share"
  const size = Math.abs(change.by)
  const by = isShare ? t.points(formatNumber(size * 100, lang, 1)) : bareValue(definition, size, lang)
  const said = change.by > 0 ? t.up(by) : t.down(by)
  if (change.share === null || isShare) return said
  return `${said} ${t.share(`${formatNumber(Math.abs(change.share) * 100, lang, 1)} %`)}`
}

export const capital = (text: string) => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1)
