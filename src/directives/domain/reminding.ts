/** When a body is reminded: before, not after; and once more when the day has passed. */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import { addDays, type LocalDate } from "../../kernel/time.ts"

export const reminderKinds = ["five-days", "one-day", "late"] as const
export type ReminderKind = (typeof reminderKinds)[number]

/** Due dates, both included, for which a kind of reminder is made on a day. */
export type Range = { kind: ReminderKind; from: LocalDate; to: LocalDate }

/** What has been late for longer was told long ago, or came in with an old letter: its list says so. */
const lateDaysMax = 60

/** The list of work counts unseen reminders up to this: more says no more. */
export const unreadMax = 20

/**
 * A reminder "the day before" comes on the last day that is worked before the deadline: on Friday for Monday, and
 * before Tết for the day after it, since nobody would read it in between.
 */
export function remindersOn(today: LocalDate, calendar: Calendar): Range[] {
  const next = nextWorkingDay(today, calendar)
  return [
    { kind: "late", from: addDays(today, -lateDaysMax), to: addDays(today, -1) },
    { kind: "one-day", from: today, to: next },
    { kind: "five-days", from: addDays(next, 1), to: addDays(today, 5) },
  ]
}

function nextWorkingDay(today: LocalDate, calendar: Calendar): LocalDate {
  let day = addDays(today, 1)
  // The longest run of days off is Tết with two weekends.
  for (let i = 0; i < 20 && !calendar.isWorkingDay(day); i += 1) day = addDays(day, 1)
  return day
}
