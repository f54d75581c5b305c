/** Periodic tasks: which period an occurrence is for, and when it is due. Dates are `YYYY-MM-DD`. */

export type Every = "month" | "quarter" | "half-year" | "year"
export type Period = { every: Every; dueMonth: number; dueDay: number; until: string | null }

/** An occurrence: the period's label ("2023-Q3") and its due date. */
export type Occurrence = { period: string; dueOn: string }

const monthsOf: Readonly<Record<Every, number>> = { month: 1, quarter: 3, "half-year": 6, year: 12 }

/**
 * The first occurrence that is due after `day`: a letter of 25 July that wants a report by the 20th of each
 * month first wants it by 20 August. Null when the task ends before that.
 */
export function firstDueAfter(day: string, period: Period): Occurrence | null {
  const months = monthsOf[period.every]
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  const start = month - (month % months)
  // The period that holds `day`, else the next one: no more than two can be asked.
  for (const from of [start, start + months]) {
    const found = occurrenceOf(from, period)
    if (found.dueOn > day) return period.until !== null && found.dueOn > period.until ? null : found
  }
  throw new Error(`no occurrence after ${day}`)
}

/** `from` is the period's first month, counted from the year 0. A day that the month lacks is its last day. */
function occurrenceOf(from: number, period: Period): Occurrence {
  const months = monthsOf[period.every]
  const month = from + Math.min(period.dueMonth, months) - 1
  const year = Math.floor(month / 12)
  const day = Math.min(period.dueDay, daysIn(year, (month % 12) + 1))
  return {
    period: labelOf(from, period.every),
    dueOn: `${pad(year, 4)}-${pad((month % 12) + 1, 2)}-${pad(day, 2)}`,
  }
}

function labelOf(from: number, every: Every): string {
  const year = pad(Math.floor(from / 12), 4)
  const month = from % 12
  switch (every) {
    case "month":
      return `${year}-${pad(month + 1, 2)}`
    case "quarter":
      return `${year}-Q${month / 3 + 1}`
    case "half-year":
      return `${year}-H${month / 6 + 1}`
    case "year":
      return year
  }
}

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const pad = (value: number, width: number) => String(value).padStart(width, "0")
