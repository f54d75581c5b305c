/**
 * Reporting periods and the days that they count (Nghị định 09/2019/NĐ-CP, Điều 12; data/report-outline.json
 * "windows", not yet compared with the gazette, so that pages say "chưa đối chiếu").
 *
 * A period counts from the 15th of the month before its first month to the 14th of its last month, both days included:
 * the first half-year from 15 December of the year before to 14 June, the second from 15 June to 14 December.
 * Labels are those of directives' periodic tasks: "2023-08", "2023-Q3", "2023-H2", "2023".
 */
export type Window = { from: string; to: string }
export type Every = "month" | "quarter" | "half-year" | "year"
export type Period = { label: string; every: Every; year: number /** From 1. */; at: number }
export type PeriodWindow = Window & { period: Period }

export const basisOfWindows = "Nghị định 09/2019/NĐ-CP, Điều 12"
const months: Readonly<Record<Every, number>> = { month: 1, quarter: 3, "half-year": 6, year: 12 }
const yearMin = 2000
const yearMax = 2100

/** Null where the text is no label of a period. */
export function periodOf(label: string): Period | null {
  const found = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/.exec(label)
  if (found === null) return null
  const [, year, month, quarter, half] = found
  if (Number(year) < yearMin || Number(year) > yearMax) return null
  if (month !== undefined) return made("month", Number(year), Number(month))
  if (quarter !== undefined) return made("quarter", Number(year), Number(quarter))
  if (half !== undefined) return made("half-year", Number(year), Number(half))
  return made("year", Number(year), 1)
}

export function windowOf(period: Period): PeriodWindow {
  const first = (period.at - 1) * months[period.every] + 1
  const before = first === 1 ? dayOf(period.year - 1, 12, 15) : dayOf(period.year, first - 1, 15)
  return { period, from: before, to: dayOf(period.year, first + months[period.every] - 1, 14) }
}

/** What a report compares. `isRunning`: the others are cut to as many days as have passed of this one. */
export type Compared = {
  current: PeriodWindow
  previous: PeriodWindow
  lastYear: PeriodWindow
  isRunning: boolean
}

/** This period, the one before it, and the same one a year earlier, as whole as they are. */
export function windowsOf(period: Period): Omit<Compared, "isRunning"> {
  const lastYear = made(period.every, period.year - 1, period.at)
  return {
    current: windowOf(period),
    previous: windowOf(before(period)),
    lastYear: windowOf(lastYear),
  }
}

/** Like with like: a period that still runs is held against the first days of the others, not against the whole of them. */
export function comparedOn(period: Period, today: string): Compared {
  const { current, previous, lastYear } = windowsOf(period)
  const isRunning = current.from <= today && today < current.to
  if (!isRunning) return { current, previous, lastYear, isRunning }
  const passed = { from: current.from, to: today }
  return {
    current,
    previous: { ...previous, ...firstDaysOf(previous, passed) },
    lastYear: { ...lastYear, ...firstDaysOf(lastYear, passed) },
    isRunning,
  }
}

/** A window that is not over is counted up to today; one that has not begun stays as it is. */
export function upTo<W extends Window>(window: W, today: string): W {
  return today < window.to && today >= window.from ? { ...window, to: today } : window
}

/** The system came into use in the middle of the window: its count is true but not of the whole, and nothing rose or fell. */
export const isPartlyKnown = (window: Window, since: string | null) =>
  since !== null && window.from < since && since <= window.to

/** As many days of one window, from its first, as another has; never beyond its own last day. */
export function firstDaysOf(of: Window, other: Window): Window {
  const end = new Date(Date.parse(`${of.from}T00:00:00Z`) + (daysIn(other) - 1) * dayMs)
  const to = end.toISOString().slice(0, 10)
  return { from: of.from, to: to < of.to ? to : of.to }
}

/** Both ends are counted. */
export const daysIn = ({ from, to }: Window) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs) + 1

const dayMs = 86_400_000

export function before(period: Period): Period {
  const perYear = 12 / months[period.every]
  return period.at > 1
    ? made(period.every, period.year, period.at - 1)
    : made(period.every, period.year - 1, perYear)
}

export function after(period: Period): Period {
  const perYear = 12 / months[period.every]
  return period.at < perYear
    ? made(period.every, period.year, period.at + 1)
    : made(period.every, period.year + 1, 1)
}

/** The period whose window holds the day: 15 June already belongs to the second half-year. */
export function periodOn(day: string, every: Every): Period {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number)
  const counted = year * 12 + month - 1 + (date >= 15 ? 1 : 0)
  return made(every, Math.floor(counted / 12), Math.floor((counted % 12) / months[every]) + 1)
}

/** The labels of the shorter periods that make up this one, from the longest down to months. */
export function labelsWithin(period: Period): string[] {
  const first = (period.at - 1) * months[period.every] + 1
  const last = first + months[period.every] - 1
  const shorter = (["half-year", "quarter", "month"] as const).filter(
    (every) => months[every] < months[period.every],
  )
  return shorter.flatMap((every) => {
    const size = months[every]
    return Array.from({ length: (last - first + 1) / size }, (_, i) => {
      return made(every, period.year, (first - 1) / size + i + 1).label
    })
  })
}

function made(every: Every, year: number, at: number): Period {
  return { label: labelOf(every, year, at), every, year, at }
}

function labelOf(every: Every, year: number, at: number): string {
  switch (every) {
    case "month":
      return `${year}-${two(at)}`
    case "quarter":
      return `${year}-Q${at}`
    case "half-year":
      return `${year}-H${at}`
    case "year":
      return String(year)
  }
}

const two = (value: number) => String(value).padStart(2, "0")
const dayOf = (year: number, month: number, day: number) => `${year}-${two(month)}-${two(day)}`
