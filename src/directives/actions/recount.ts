/** A day off that is decided moves the deadlines that letters count, as it moves the clocks of cases. */
import { stateCalendar } from "../../kernel/calendar/data.ts"
import { calendarIn } from "../../kernel/calendar/days-off.ts"
import type { DeadlineHolder, Moved } from "../../kernel/calendar/holders.ts"
import { asJob, type Database, type Tx } from "../../kernel/db/database.ts"
import { journal, tell } from "../../kernel/journal.ts"
import { recounted } from "../domain/recount.ts"
import { addMove, type CountedAssignment, lockCounted, saveCounted } from "../store/recount.ts"
import { taskWords } from "../words-task.ts"

const pageMax = 200
/** A province has some ten thousand open assignments; a million end the run, which the next one goes on with. */
const pagesMax = 5_000

/** Each page is one transaction. Running it twice moves nothing the second time. */
export async function recountAssignments(db: Database): Promise<Moved[]> {
  const moved: Moved[] = []
  let after: string | null = null
  for (let page = 0; page < pagesMax; page += 1) {
    const from: string | null = after
    const seen: CountedAssignment[] = await asJob(db, "directives.recount", async (tx) => {
      const found = await lockCounted(tx, from, pageMax)
      const calendar = await calendarIn(tx)
      for (const one of found) {
        const firstDueOn = recounted(one.recipe, one.firstDueOn, calendar, stateCalendar())
        if (firstDueOn === one.firstDueOn) continue
        await move(tx, one, firstDueOn)
        moved.push({ purpose: "directive", before: one.firstDueOn, after: firstDueOn })
      }
      return found
    })
    after = seen.at(-1)?.id ?? null
    if (seen.length < pageMax) break
  }
  return moved
}

/** Who was granted a later day keeps it; the day of the letter itself moves. */
async function move(tx: Tx, one: CountedAssignment, firstDueOn: string): Promise<void> {
  const dueOn = one.dueOn === one.firstDueOn ? firstDueOn : one.dueOn
  await saveCounted(tx, one.id, { dueOn, firstDueOn })
  const { id: assignmentId, bodyId, label } = one
  await addMove(tx, {
    assignmentId,
    bodyId,
    caseNumber: label,
    dueBefore: one.firstDueOn,
    dueAfter: firstDueOn,
  })
  const what = "assignment.recounted"
  const details = { before: one.firstDueOn, after: firstDueOn }
  await tx
    .insertInto("assignmentEvents")
    .values({
      assignmentId,
      what,
      stateBefore: one.state,
      stateAfter: one.state,
      byName: taskWords.vi.byCalendar,
      details: JSON.stringify(details),
    })
    .execute()
  await journal(tx, { what, record: { kind: "assignment", id: assignmentId }, details })
  await tell(tx, what, assignmentId, details)
}

export const directiveDeadlines: DeadlineHolder = {
  recount: recountAssignments,
  nameOf: (purpose, lang) => (purpose === "directive" ? taskWords[lang].byLetter : null),
}
