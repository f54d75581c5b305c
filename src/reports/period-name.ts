import type { Lang } from "../kernel/words.ts"
import type { Period } from "./domain/windows.ts"
import { words } from "./words.ts"

/** "6 tháng đầu năm 2023", on pages and in the document alike. */
export function nameOfPeriod(period: Period, lang: Lang): string {
  const t = words[lang].periods
  const year = String(period.year)
  switch (period.every) {
    case "month":
      return t.month(String(period.at), year)
    case "quarter":
      return t.quarter(String(period.at), year)
    case "half-year":
      return period.at === 1 ? t.firstHalf(year) : t.secondHalf(year)
    case "year":
      return t.year(year)
  }
}
