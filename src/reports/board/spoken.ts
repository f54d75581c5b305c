/** Sentences of the board: sums of money, and the text that a loudspeaker or a screen reader reads. */
import { formatDay, formatNumber } from "../../kernel/format.ts"
import type { Lang } from "../../kernel/words.ts"
import { type ScamType, scamTypes } from "../../signals/index.ts"
import { type Board, fewest } from "./domain/board.ts"
import { boardWords } from "./words.ts"

const nameIn = (lang: Lang, { label, labelEn }: ScamType) => (lang === "vi" ? label : labelEn)

export const trickNamed = (type: string, lang: Lang): string => {
  const found = scamTypes().find(({ value }) => value === type)
  return found === undefined ? type : nameIn(lang, found)
}

/** As one says it: "214 triệu đồng", "3,6 tỷ đồng". */
export function sayMoney(vnd: number, lang: Lang): string {
  const t = boardWords[lang]
  if (vnd >= 1_000_000_000) return t.billion(formatNumber(vnd / 1_000_000_000, lang, 1))
  return t.million(formatNumber(vnd / 1_000_000, lang, 1))
}

export function titleOf({ on, sums: { yesterday } }: Board, lang: Lang): string {
  const t = boardWords[lang]
  const day = formatDay(on, lang)
  if (yesterday.tips === 0) return t.titleNone(day)
  const tips = lang === "vi" ? formatNumber(yesterday.tips, lang) : t.tips(formatNumber(yesterday.tips, lang))
  return yesterday.money === null
    ? t.title(day, tips)
    : t.titleMoney(day, tips, sayMoney(yesterday.money, lang))
}

/** In words, before any figure; too few tips are compared with nothing. */
export function comparedOf({ sums: { month, yearAgo } }: Board, lang: Lang): string {
  const t = boardWords[lang].compared
  if (month.tips < fewest || yearAgo === null || yearAgo.tips < fewest) return t.few
  if (month.tips === yearAgo.tips) return t.same
  return month.tips > yearAgo.tips ? t.more : t.less
}

export function spokenOf(board: Board, place: string, lang: Lang): string {
  const t = boardWords[lang]
  const { yesterday, month, yearAgo } = board.sums
  const count = (n: number) => (lang === "vi" ? formatNumber(n, lang) : t.tips(formatNumber(n, lang)))
  const names = board.byTips.slice(0, 3).map(({ type }) => trickNamed(type, lang))
  return [
    t.spoken.hello(place, formatDay(board.on, lang)),
    yesterday.tips === 0
      ? t.spoken.quiet
      : t.spoken.yesterday(
          count(yesterday.tips),
          yesterday.money === null ? null : sayMoney(yesterday.money, lang),
        ),
    ...(month.tips === 0 ? [] : [t.spoken.month(count(month.tips))]),
    ...(yearAgo === null || yearAgo.tips < fewest
      ? []
      : [t.spoken.yearAgo(formatNumber(yearAgo.tips, lang))]),
    ...(names.length === 0 ? [] : [t.spoken.trick(names.join("; "))]),
    t.spoken.end,
  ].join(" ")
}
