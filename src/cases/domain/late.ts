/** What a late payer owes, day by day, so that the sum can be checked by hand (Luật XLVPHC Đ78.1). Pure. */
import { addDays, daysBetween, type LocalDate } from "../../kernel/time.ts"
import { lateCharge } from "./fines.ts"

/** One day, or the days of one month where there are too many to read. */
export type Charge = { from: LocalDate; to: LocalDate; days: number; charge: number; total: number }

/** A day a line up to here; beyond, a month a line. */
const daysInFull = 31

/**
 * The charge of each line is what it adds to the whole, so that the lines sum to `lateCharge` to the đồng. Empty: not late.
 * The first day charged is the one after the deadline.
 */
export function chargesOf(unpaid: number, dueOn: LocalDate, today: LocalDate): Charge[] {
  const days = daysBetween(dueOn, today)
  if (days <= 0 || unpaid <= 0) return []
  const ends = Array.from({ length: days }, (_, i) => addDays(dueOn, i + 1)).filter(
    (day, _i, all) => days <= daysInFull || day === all.at(-1) || isLastOfMonth(day),
  )
  let before = dueOn
  return ends.map((to) => {
    const total = lateCharge(unpaid, dueOn, to)
    const line = {
      from: addDays(before, 1),
      to,
      days: daysBetween(before, to),
      charge: total - lateCharge(unpaid, dueOn, before),
      total,
    }
    before = to
    return line
  })
}

const isLastOfMonth = (day: LocalDate) => addDays(day, 1).endsWith("-01")
