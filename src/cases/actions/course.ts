/** Clocks of a case in the step's own transaction: stopped, started, counted; the one that presses is kept with the case. */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import { legalRules } from "../../kernel/calendar/data.ts"
import { calendarIn } from "../../kernel/calendar/days-off.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { type Clock, count, pressing, startClock } from "../domain/clocks.ts"
import type { Course, Start } from "../domain/course.ts"
import { clocksOf, type Due, insertClock, type KeptClock, saveClock, stopClocks } from "../store/clocks.ts"

export const isRunning = (clock: KeptClock) => clock.stoppedOn === null

/** A rule whose hour was not given, and one that gives no day, are kept without a due day and say why when shown. */
export function dueOf(clock: Clock, calendar: Calendar): Due {
  const counted = count(clock, legalRules(), calendar)
  return "refused" in counted
    ? { due: null, isProvisional: false }
    : { due: counted.due, isProvisional: counted.provisional }
}

/** Returns the day that presses after the step. */
export async function run(
  tx: Tx,
  of: { id: string; bodyId: string },
  course: Course,
  today: string,
): Promise<string | null> {
  const running = (await clocksOf(tx, of.id)).filter(isRunning)
  const ending = running.filter((clock) => course.stop === "all" || course.stop.includes(clock.purpose))
  await stopClocks(
    tx,
    ending.map((clock) => clock.id),
    today,
  )
  const left = running.filter((clock) => !ending.includes(clock))
  const calendar = await calendarIn(tx)
  const pressed: Pick<KeptClock, "purpose" | "due">[] = [...left]
  for (const wanted of course.start) {
    if (left.some((clock) => isSame(clock, wanted))) continue
    const clock = startClock(wanted.purpose, wanted.at, legalRules(), wanted.grade)
    // No rule in force on that day: the case page says so; nothing is counted by a law that did not apply.
    if (clock === null) continue
    const due = dueOf(clock, calendar)
    await insertClock(tx, { caseId: of.id, bodyId: of.bodyId, actId: wanted.actId ?? null }, clock, due)
    pressed.push({ purpose: clock.purpose, due: due.due })
  }
  return pressing(pressed)
}

/** Keeps one changed clock and returns the day that presses now. */
export async function rerun(tx: Tx, of: { id: string }, id: string, clock: Clock): Promise<string | null> {
  await saveClock(tx, id, clock, dueOf(clock, await calendarIn(tx)))
  return pressing((await clocksOf(tx, of.id)).filter(isRunning))
}

const isSame = (clock: KeptClock, wanted: Start) =>
  clock.purpose === wanted.purpose && clock.actId === (wanted.actId ?? null)
