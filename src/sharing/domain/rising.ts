/** Whether a trick rises: the last seven days against the four weeks before them. Pure. */
import type { TrickTally } from "../../signals/index.ts"

/** Fewer are chance. */
const tipsMin = 3
const weeksBefore = 4
const timesMore = 1.5

export type Rising = TrickTally & { perWeekBefore: number; rises: boolean }

/** Tricks that rise, the steepest first; behind them those that are reported most. */
export function risingOf(tallies: readonly TrickTally[]): Rising[] {
  return tallies
    .map((one) => ({ ...one, perWeekBefore: one.before / weeksBefore }))
    .map((one) => ({ ...one, rises: one.lately >= tipsMin && one.lately >= one.perWeekBefore * timesMore }))
    .toSorted(
      (a, b) =>
        Number(b.rises) - Number(a.rises) ||
        (a.rises ? steep(b) - steep(a) : b.lately + b.before - a.lately - a.before) ||
        a.type.localeCompare(b.type),
    )
}

const steep = ({ lately, perWeekBefore }: { lately: number; perWeekBefore: number }) => lately - perWeekBefore
