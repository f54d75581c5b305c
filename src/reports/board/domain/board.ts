/** The public board of one day, from counts of tips: what is too small to be told is left out here, before anything is kept. Pure. */
import { addDays, type LocalDate } from "../../../kernel/time.ts"

/** Below so many tips a place is a range, a trick has no number and a sum of money is not told. */
export const fewest = 5
/** Nor is a sum of which one tip makes more than this share: it would tell that tip's loss, or repeat an invented one. */
const largestShare = 0.8
const tricksMax = 5

export const spans = ["yesterday", "month", "yearAgo"] as const
export type Span = (typeof spans)[number]
export type Window = { from: LocalDate; to: LocalDate }

/** One kind of tips, or one commune, in one span. `losses` tips told a loss; `largest` is the highest of them. */
export type Count = {
  span: Span
  type: string | null
  code: string | null
  tips: number
  losses: number
  loss: number
  largest: number
}

/** Money is in đồng, rounded; null: held back. */
type Sum = { tips: number; money: number | null }
/** The most first. */
export const ranges = ["50+", "20-49", "10-19", "5-9", "1-4", "0"] as const
export type Range = (typeof ranges)[number]
export type Board = {
  on: LocalDate
  windows: Record<Span, Window>
  /** A year ago null: nobody counted yet, which is not nought. */
  sums: { yesterday: Sum; month: Sum; yearAgo: Sum | null }
  /** Tips of the month; null: under `fewest`. */
  byTips: { type: string; tips: number | null }[]
  byMoney: { type: string; money: number }[]
  /** By the commune's code, where anything was told in the month. Empty in a month of under `fewest` tips. */
  communes: { code: string; month: Range; yearAgo: Range }[]
}

/** `on`: the last day that is counted. "The same days a year ago" end on the same day of the month. */
export function windowsOn(on: LocalDate): Record<Span, Window> {
  const from = `${on.slice(0, 8)}01`
  const yearAgo = (day: LocalDate) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  // 29 February has no day a year ago: that window ends on the 28th.
  const to = on.endsWith("-02-29") ? yearAgo(addDays(on, -1)) : yearAgo(on)
  return {
    yesterday: { from: on, to: on },
    month: { from, to: on },
    yearAgo: { from: yearAgo(from), to },
  }
}

export type Known = {
  /** The kinds that are tricks; tips of other kinds count in the sums alone. */
  tricks: readonly string[]
  /** The day of the first tip of all. */
  since: LocalDate
}

export function boardOf(on: LocalDate, counts: readonly Count[], { tricks, since }: Known): Board {
  const windows = windowsOn(on)
  const whole = (span: Span) =>
    counts.find((one) => one.span === span && one.type === null && one.code === null) ?? nothing
  const ofType = counts.filter(({ span, type }) => span === "month" && type !== null && tricks.includes(type))
  const isQuiet = whole("month").tips < fewest
  const sumOf = (span: Span): Sum => ({ tips: whole(span).tips, money: moneyOf(whole(span)) })
  return {
    on,
    windows,
    sums: {
      yesterday: sumOf("yesterday"),
      month: sumOf("month"),
      yearAgo: since <= windows.yearAgo.from ? sumOf("yearAgo") : null,
    },
    byTips: isQuiet
      ? []
      : ofType
          .toSorted((a, b) => b.tips - a.tips || (a.type ?? "").localeCompare(b.type ?? ""))
          .slice(0, tricksMax)
          .map(({ type, tips }) => ({ type: type ?? "", tips: tips < fewest ? null : tips })),
    byMoney: ofType
      .flatMap((one) => {
        const money = moneyOf(one)
        return money === null ? [] : [{ type: one.type ?? "", money }]
      })
      .toSorted((a, b) => b.money - a.money)
      .slice(0, tricksMax),
    communes: isQuiet ? [] : communesOf(counts),
  }
}

const nothing = { tips: 0, losses: 0, loss: 0, largest: 0 }

function moneyOf({ losses, loss, largest }: Pick<Count, "losses" | "loss" | "largest">): number | null {
  if (losses < fewest || largest > loss * largestShare) return null
  const step = loss >= 1_000_000_000 ? 100_000_000 : loss >= 10_000_000 ? 1_000_000 : 100_000
  return Math.round(loss / step) * step
}

/** Ranges, so that the difference between two mornings does not tell of one neighbour. */
export function rangeOf(tips: number): Range {
  if (tips === 0) return "0"
  if (tips < fewest) return "1-4"
  if (tips < 10) return "5-9"
  return tips < 20 ? "10-19" : tips < 50 ? "20-49" : "50+"
}

function communesOf(counts: readonly Count[]): Board["communes"] {
  const of = (span: Span) =>
    new Map(
      counts.flatMap((one) =>
        one.span === span && one.code !== null && one.code !== "" ? [[one.code, one.tips] as const] : [],
      ),
    )
  const [month, yearAgo] = [of("month"), of("yearAgo")]
  return [...month]
    .toSorted(([a, x], [b, y]) => rank(y) - rank(x) || a.localeCompare(b))
    .map(([code, tips]) => ({ code, month: rangeOf(tips), yearAgo: rangeOf(yearAgo.get(code) ?? 0) }))
}

/** Communes of one range stand by their code: their order tells nothing more. */
const rank = (tips: number) => -ranges.indexOf(rangeOf(tips))
