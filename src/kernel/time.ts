/** Days and instants. A rule receives its day as an argument; nothing here reads a clock. */

declare const localDate: unique symbol
/** A day in Việt Nam, `YYYY-MM-DD`. Texts of this form compare as days do. */
export type LocalDate = string & { readonly [localDate]?: never }

const dayMs = 86_400_000
const vietnamOffsetMs = 7 * 3_600_000

/** Null for a text that is no day of the calendar: "2023-02-29", "15/09/2023". */
export function parseLocalDate(text: string): LocalDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const ms = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text ? null : text
}

export function addDays(on: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** A month without the corresponding day gives its last day: 31 January + 1 month is 28 or 29 February. */
export function addMonths(on: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = on.split("-").map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, last))
  return first.toISOString().slice(0, 10)
}

export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)
}

/** 0 is Sunday, as in `Date`. */
export function weekdayOf(on: LocalDate): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay()
}

/** The day in Việt Nam on which an instant falls (UTC+7, all year). */
export function localDateOf(instant: Date): LocalDate {
  return localMinuteOf(instant).slice(0, 10)
}

/** The time of day in Việt Nam at an instant: "02:15". */
export const localTimeOf = (instant: Date): string => localMinuteOf(instant).slice(11)

/** The clock in Việt Nam at an instant: "2026-11-09T02:15". */
export function localMinuteOf(instant: Date): string {
  return new Date(instant.getTime() + vietnamOffsetMs).toISOString().slice(0, 16)
}

/** The instant of a day's time in Việt Nam, "09:40", as ISO 8601 with its offset. */
export const instantOf = (on: LocalDate, time: string): string => `${on}T${time}:00+07:00`
