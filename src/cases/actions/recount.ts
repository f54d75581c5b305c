/** A day off that is decided moves deadlines: every running clock is counted again, what moved is kept, told and journaled. */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import { calendarIn } from "../../kernel/calendar/days-off.ts"
import type { DeadlineHolder, Moved } from "../../kernel/calendar/holders.ts"
import { asJob, type Database, type Tx } from "../../kernel/db/database.ts"
import { journal, tell } from "../../kernel/journal.ts"
import { pressing } from "../domain/clocks.ts"
import { addEvent, lockCase } from "../store/cases.ts"
import { clocksOf, type KeptClock, lockRunningClocks, saveCaseDue, saveDue } from "../store/clocks.ts"
import { addMove } from "../store/moves.ts"
import { words } from "../words.ts"
import { casefileWords } from "../words-casefile.ts"
import { dueOf, isRunning } from "./course.ts"

const pageMax = 200
/** A province has some thousands of open cases; a million clocks end the run, which the next one goes on with. */
const pagesMax = 5_000

export type CaseMoved = Moved & { caseId: string }

/** Each page is one transaction. Running it twice moves nothing the second time. */
export async function recountClocks(db: Database): Promise<CaseMoved[]> {
  const moved: CaseMoved[] = []
  let after: string | null = null
  for (let page = 0; page < pagesMax; page += 1) {
    const from: string | null = after
    const seen = await asJob(db, "cases.recount", async (tx) => {
      const clocks = await lockRunningClocks(tx, from, pageMax)
      const calendar = await calendarIn(tx)
      for (const clock of clocks) {
        const change = await recount(tx, clock, calendar)
        if (change !== null) moved.push(change)
      }
      return clocks
    })
    after = seen.at(-1)?.id ?? null
    if (seen.length < pageMax) break
  }
  return moved
}

/** Null: the same day as before. */
async function recount(tx: Tx, clock: KeptClock, calendar: Calendar): Promise<CaseMoved | null> {
  const due = dueOf(clock, calendar)
  if (due.due === clock.due && due.isProvisional === clock.isProvisional) return null
  await saveDue(tx, clock.id, due)
  const running = (await clocksOf(tx, clock.caseId)).filter(isRunning)
  await saveCaseDue(tx, clock.caseId, pressing(running))
  if (due.due === clock.due) return null
  const change = { caseId: clock.caseId, purpose: clock.purpose, before: clock.due, after: due.due }
  await record(tx, clock, change)
  return change
}

async function record(
  tx: Tx,
  clock: KeptClock,
  { caseId, purpose, before, after }: CaseMoved,
): Promise<void> {
  const row = await lockCase(tx, caseId)
  if (row === null) return
  const { ruleId } = clock
  await addMove(tx, {
    caseId,
    bodyId: row.bodyId,
    caseNumber: row.number,
    purpose,
    ruleId,
    dueBefore: before,
    dueAfter: after,
  })
  const details = { purpose, before, after }
  await addEvent(tx, {
    caseId,
    what: "case.recounted",
    stateBefore: row.state,
    stateAfter: row.state,
    byName: casefileWords.vi.byCalendar,
    note: null,
    details: { ...details, clock: clock.id, rule: ruleId, dueBefore: before },
  })
  await journal(tx, { what: "case.recounted", record: { kind: "case", id: caseId }, rule: ruleId, details })
  await tell(tx, "case.recounted", caseId, details)
}

export const caseDeadlines: DeadlineHolder = {
  recount: recountClocks,
  nameOf: (purpose, lang) => (words[lang].purposes as Readonly<Record<string, string>>)[purpose] ?? null,
}
