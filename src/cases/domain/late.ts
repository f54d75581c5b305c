/** What a late payer owes, day by day, so that the sum can be checked by hand (Luật XLVPHC Đ78.1). Pure. */
import { addDays, daysBetween, type LocalDate } from "../../kernel/time.ts"
import { lateCharge, lateDays, type Pause, type Unpaid } from "./fines.ts"

/** One day, or the days of one month where there are too many to read; none over a day on which something was paid. */
export type Charge = { from: LocalDate; to: LocalDate; days: number; charge: number; total: number }

/** A day a line up to here; beyond, a month a line. */
const daysInFull = 31

/**
 * The charge of each line is what it adds to the whole, so that the lines sum to `lateCharge` to the đồng. Empty: nothing
 * is owed by who pays today. The first day charged is the one after the deadline, the last the one before today.
 */
export function chargesOf(
  unpaid: Unpaid,
  dueOn: LocalDate,
  today: LocalDate,
  pauses: readonly Pause[] = [],
): Charge[] {
  const days = daysBetween(dueOn, today) - 1
  if (days <= 0 || unpaid === 0) return []
  const paidOn = new Set(typeof unpaid === "number" ? [] : unpaid.map(({ from }) => addDays(from, -1)))
  const ends = Array.from({ length: days }, (_, i) => addDays(dueOn, i + 1)).filter(
    (day, _i, all) => days <= daysInFull || day === all.at(-1) || isLastOfMonth(day) || paidOn.has(day),
  )
  // Paid on the day after, so that the day itself is charged.
  const chargedTo = (day: LocalDate) => lateCharge(unpaid, dueOn, addDays(day, 1), pauses)
  const daysTo = (day: LocalDate) => lateDays(dueOn, addDays(day, 1), pauses)
  let before = dueOn
  return ends.flatMap((to) => {
    const line = {
      from: addDays(before, 1),
      to,
      days: daysTo(to) - daysTo(before),
      charge: chargedTo(to) - chargedTo(before),
      total: chargedTo(to),
    }
    before = to
    return line.days === 0 || isPaid(unpaid, line.from) ? [] : [line]
  })
}

const isPaid = (unpaid: Unpaid, on: LocalDate) =>
  typeof unpaid !== "number" && unpaid.findLast(({ from }) => from <= on)?.amount === 0

const isLastOfMonth = (day: LocalDate) => addDays(day, 1).endsWith("-01")
