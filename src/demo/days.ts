/** The days of the demo: none after its own today, and its offices work on working days only. */
import { stateCalendar } from "../kernel/calendar/data.ts"

export const demoToday = "2023-09-15"

export function dayAfter(day: string, days: number): string {
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
  return moved < demoToday ? moved : demoToday
}

/** That day, or the next on which offices work; never past the demo's today, which is one. */
export function workingDayAfter(day: string, days: number): string {
  const calendar = stateCalendar()
  let on = dayAfter(day, days)
  while (on < demoToday && !calendar.isWorkingDay(on)) on = dayAfter(on, 1)
  return on
}
