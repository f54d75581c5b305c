/** Clocks of a case in the step's own transaction: stopped, started, counted; the one that presses is kept with the case. */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import { legalRules } from "../../kernel/calendar/data.ts"
import { calendarIn } from "../../kernel/calendar/days-off.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { passedBack, underLaw } from "../domain/classes.ts"
import {
  type Clock,
  count,
  goOnAfterTransfer,
  isPausedByTransfer,
  type Purpose,
  pauseForTransfer,
  pressing,
  startClock,
} from "../domain/clocks.ts"
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

/** The case whose clocks a step changes; `openActs`: acts that nobody sanctioned yet. */
export type Of = { id: string; bodyId: string; openActs: readonly string[] }
/** A clock that the law itself put under a longer rule. */
export type Lengthened = { clock: string; purpose: Purpose; dueBefore: string | null; rule: string }

/** `on`: the day of the fact that the step records. Returns the day that presses after the step. */
export async function run(
  tx: Tx,
  of: Of,
  course: Course,
  on: string,
): Promise<{ dueOn: string | null; lengthened: Lengthened | null }> {
  const calendar = await calendarIn(tx)
  const all = await clocksOf(tx, of.id)
  const running = all.filter(isRunning)
  const ending = running.filter((clock) => course.stop.includes(clock.purpose))
  await stopClocks(
    tx,
    ending.map((clock) => clock.id),
    on,
  )
  const left = running.filter((clock) => !ending.includes(clock))
  for (const clock of left)
    if (course.pause?.includes(clock.purpose) === true)
      await keep(tx, clock.id, pauseForTransfer(clock, on), calendar)
  for (const clock of restorable(all, course.restore ?? [], of.openActs))
    await keep(tx, clock.id, goOnAfterTransfer(clock, on), calendar)
  const lengthened = await lengthen(tx, left, course, calendar)
  if (course.passedBackOn !== undefined) await passBack(tx, of, course.passedBackOn, calendar)
  for (const wanted of course.start) {
    if (left.some((clock) => isSame(clock, wanted))) continue
    const clock = begun(wanted)
    // No rule in force on that day: the case page says so; nothing is counted by a law that did not apply.
    if (clock === null) continue
    const at = {
      caseId: of.id,
      bodyId: of.bodyId,
      actId: wanted.actId ?? null,
      stoppedOn: wanted.done ?? null,
    }
    await insertClock(tx, at, clock, dueOf(clock, calendar))
  }
  return { dueOn: pressing((await clocksOf(tx, of.id)).filter(isRunning)), lengthened }
}

/** A class that the law of that day does not know is counted as the plain one. */
const begun = ({ purpose, at, grade }: Start) =>
  startClock(purpose, at, legalRules(), grade) ??
  (grade === "technical" || grade === "two-years" || grade === "passed-up"
    ? startClock(purpose, at, legalRules())
    : null)

/** Acts that nobody sanctioned are punishable longer once a criminal body passed the file back. */
async function passBack(tx: Tx, of: Of, on: string, calendar: Calendar): Promise<void> {
  for (const clock of (await clocksOf(tx, of.id)).filter(isRunning)) {
    if (!of.openActs.includes(clock.actId ?? "")) continue
    const longer = passedBack(clock, on, { rules: legalRules(), calendar })
    if (longer !== clock) await keep(tx, clock.id, longer, calendar)
  }
}

/** Written with its day counted anew, and running. */
const keep = (tx: Tx, id: string, clock: Clock, calendar: Calendar) =>
  saveClock(tx, id, clock, { ...dueOf(clock, calendar), stoppedOn: null })

/**
 * The clocks that a step takes back: what stood still for a transfer, and of what ended with the case the last of its kind
 * and act, where none runs. The limitation of an act that was sanctioned has done its work.
 */
function restorable(
  all: readonly KeptClock[],
  purposes: readonly Purpose[],
  openActs: readonly string[],
): KeptClock[] {
  const newest = [...all].reverse()
  return newest.filter((clock, i) => {
    if (!purposes.includes(clock.purpose)) return false
    const isLast = newest.findIndex((other) => sameKind(other, clock)) === i
    const runs = all.some((other) => sameKind(other, clock) && isRunning(other))
    if (isPausedByTransfer(clock)) return isRunning(clock) || (isLast && !runs)
    if (clock.purpose === "limitation" && !openActs.includes(clock.actId ?? "")) return false
    return endsWithCase.includes(clock.purpose) && isLast && !runs
  })
}

/** What only the end of a case ends, or the way on from it; other clocks end because what they asked was done. */
const endsWithCase: readonly Purpose[] = ["limitation", "execution-limitation", "record"]
const sameKind = (one: KeptClock, other: KeptClock) =>
  one.purpose === other.purpose && one.actId === other.actId

async function lengthen(
  tx: Tx,
  running: readonly KeptClock[],
  { underLaw: wanted }: Course,
  calendar: Calendar,
): Promise<Lengthened | null> {
  const clock = running.find(({ purpose }) => purpose === wanted?.purpose)
  if (clock === undefined || wanted === undefined) return null
  const graver = underLaw(clock, wanted.grade, { rules: legalRules(), calendar })
  if (graver.ruleId === clock.ruleId) return null
  await keep(tx, clock.id, graver, calendar)
  return { clock: clock.id, purpose: clock.purpose, dueBefore: clock.due, rule: graver.ruleId }
}

/** Keeps one changed clock and returns the day that presses now. */
export async function rerun(tx: Tx, of: { id: string }, id: string, clock: Clock): Promise<string | null> {
  await saveClock(tx, id, clock, dueOf(clock, await calendarIn(tx)))
  return pressing((await clocksOf(tx, of.id)).filter(isRunning))
}

const isSame = (clock: KeptClock, wanted: Start) =>
  clock.purpose === wanted.purpose && clock.actId === (wanted.actId ?? null)
