/**
 * When a loss reaches what the Criminal Code begins from, the case page suggests a hand-over to the police. It never
 * decides: nothing is filled in, no step is closed, and the prosecuting bodies conclude.
 */
import { isInForce } from "../../kernel/calendar/rules.ts"
import type { LocalDate } from "../../kernel/time.ts"
import { isCrime, type Violation } from "./fines.ts"

export type Suggestion = {
  id: string
  article: string
  behaviour: string
  /** From this loss on, in đồng. */
  from: number
  loss: number
  verified: boolean
}

export type SuggestedFrom = {
  /** As reporters state it; null: not stated. */
  tips: readonly { type: string; lossVnd: number | null }[]
  /** Of the acts found: their own words on the threshold name articles. */
  acts: readonly Pick<Violation, "criminalThreshold">[]
}

/** Tricks that no one loses money to, or that nobody has named yet. */
const withoutFraud: readonly string[] = ["khac", "cuoc-goi-rac-quang-cao", "sim-kich-hoat-san"]
const articlesByType: Readonly<Record<string, string>> = {
  "trom-cap-thiet-bi-vien-thong": "Đ173",
  "pha-hoai-ha-tang": "Đ178",
}

/** "từ 2 triệu; khung 50/200/500 triệu" begins from 2,000,000; a text that begins otherwise has no amount to compare. */
export function amountOf(threshold: string): number | null {
  const found = /^từ (\d+(?:,\d+)?) (triệu|tỷ)/.exec(threshold)
  if (found === null) return null
  return Math.round(Number((found[1] ?? "").replace(",", ".")) * (found[2] === "tỷ" ? 1e9 : 1e6))
}

export function suggestionsOf(
  { tips, acts }: SuggestedFrom,
  all: readonly Violation[],
  today: LocalDate,
): Suggestion[] {
  const loss = Math.max(0, ...tips.map((tip) => tip.lossVnd ?? 0))
  const articles = new Set([
    ...tips.flatMap((tip) => (tip.lossVnd === null ? [] : articleOf(tip.type))),
    ...acts.flatMap((act) => act.criminalThreshold.match(/Đ\d+/g) ?? []),
  ])
  return all.flatMap((crime) => {
    const from = amountOf(crime.criminalThreshold)
    if (!isCrime(crime) || !isInForce(crime, today) || !articles.has(crime.article)) return []
    if (from === null || loss < from) return []
    const { id, article, behaviour, verified } = crime
    return [{ id, article, behaviour, from, loss, verified }]
  })
}

function articleOf(type: string): string[] {
  if (withoutFraud.includes(type)) return []
  return [articlesByType[type] ?? "Đ174"]
}
