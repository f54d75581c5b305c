/** A new holiday moves deadlines: every running clock is counted again, what moved is journaled and told. */
import { asJob, type Database } from "../../kernel/db/database.ts"
import { journal, tell } from "../../kernel/journal.ts"
import { pressing } from "../domain/clocks.ts"
import { clocksOf, runningClocks, saveCaseDue, saveDue } from "../store/clocks.ts"
import { dueOf, isRunning } from "./course.ts"

const pageMax = 200
/** A province has some thousands of open cases; a million clocks end the run, which the next one goes on with. */
const pagesMax = 5_000

export type Moved = { caseId: string; purpose: string; before: string | null; after: string | null }

/** Each page is one transaction. Running it twice moves nothing the second time. */
export async function recountClocks(db: Database): Promise<Moved[]> {
  const moved: Moved[] = []
  let after: string | null = null
  for (let page = 0; page < pagesMax; page += 1) {
    const from: string | null = after
    const seen = await asJob(db, "cases.recount", async (tx) => {
      const clocks = await runningClocks(tx, from, pageMax)
      for (const clock of clocks) {
        const due = dueOf(clock)
        if (due.due === clock.due && due.isProvisional === clock.isProvisional) continue
        await saveDue(tx, clock.id, due)
        const running = (await clocksOf(tx, clock.caseId)).filter(isRunning)
        await saveCaseDue(tx, clock.caseId, pressing(running))
        if (due.due === clock.due) continue
        moved.push({ caseId: clock.caseId, purpose: clock.purpose, before: clock.due, after: due.due })
        const details = { purpose: clock.purpose, before: clock.due, after: due.due }
        await journal(tx, {
          what: "case.recounted",
          record: { kind: "case", id: clock.caseId },
          rule: clock.ruleId,
          details,
        })
        await tell(tx, "case.recounted", clock.caseId, details)
      }
      return clocks
    })
    after = seen.at(-1)?.id ?? null
    if (seen.length < pageMax) break
  }
  return moved
}
