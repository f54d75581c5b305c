/**
 * The days of the demo. It is told in stages, each with a last day of its own: two months after the letter of July 2023,
 * and, where the program's day is a later one, the nine months before that day. Offices work on working days only.
 */
import { stateCalendar } from "../kernel/calendar/data.ts"
import { addDays } from "../kernel/time.ts"

/** The letter reached the province on this day: before it there is nothing to show. */
export const firstDay = "2023-07-15"
/** The day on which the first stage ends, and the demo stands where no other is asked for. */
export const demoToday = "2023-09-15"

/** A step of the demo that lies after the program's own day: it has not been taken yet. */
export class NotYet extends Error {}

/** Takes the steps of one story as far as the program's day lets them. */
export async function untilToday(story: () => Promise<unknown>): Promise<void> {
  try {
    await story()
  } catch (error) {
    if (!(error instanceof NotYet)) throw error
  }
}

export type Days = {
  until: string
  /** So many days later, never past the stage's last day. */
  after(day: string, days: number): string
  /** That day, or the next on which offices work. */
  workingAfter(day: string, days: number): string
}

export function daysUntil(until: string): Days {
  const after = (day: string, days: number) => {
    const moved = addDays(day, days)
    return moved < until ? moved : until
  }
  const workingAfter = (day: string, days: number) => {
    const calendar = stateCalendar()
    let on = after(day, days)
    while (on < until && !calendar.isWorkingDay(on)) on = after(on, 1)
    return on
  }
  return { until, after, workingAfter }
}
