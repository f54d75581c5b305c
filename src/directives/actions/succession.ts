/** What directives hold for a reform day: assignments that are still open. Old letters keep the old names. */
import type { Tx } from "../../kernel/db/database.ts"
import { journal, tell } from "../../kernel/journal.ts"
import type { DutyHolder } from "../../organizations/index.ts"
import { type Assignment, addEvent, lockAssignment } from "../store/assignments.ts"
import { passServed } from "../store/serving.ts"
import {
  copyAssignment,
  letRead,
  nameOfBody,
  openAssignmentsOf,
  passAssignment,
} from "../store/succession.ts"
import { taskWords } from "../words-task.ts"

export const assignmentDuties: DutyHolder = {
  name: "directives.assignment",
  openDutiesOf: openAssignmentsOf,
  async move(tx, id, toBodyIds) {
    const held = await lockAssignment(tx, id)
    if (held === null) return
    for (const [place, bodyId] of toBodyIds.entries()) {
      await letRead(tx, held, bodyId)
      if (place > 0) {
        const copy = await copyAssignment(tx, held, bodyId)
        if (copy !== null) await record(tx, held, { id: copy, bodyId, isCopy: true })
        continue
      }
      await passAssignment(tx, id, bodyId)
      await passServed(tx, id, bodyId)
      await record(tx, held, { id, bodyId, isCopy: false })
    }
  },
}

async function record(
  tx: Tx,
  held: Assignment,
  to: { id: string; bodyId: string; isCopy: boolean },
): Promise<void> {
  const what = "assignment.passed-on"
  const details = { fromBodyId: held.bodyId, toBodyId: to.bodyId, isCopy: to.isCopy }
  const state = to.isCopy ? "sent" : held.state
  await addEvent(tx, {
    assignmentId: to.id,
    what,
    stateBefore: held.state,
    stateAfter: state,
    byName: taskWords.vi.byReform,
    note: `${await nameOfBody(tx, held.bodyId)} → ${await nameOfBody(tx, to.bodyId)}`,
    details,
  })
  await journal(tx, { what, record: { kind: "assignment", id: to.id }, details })
  await tell(tx, what, to.id, { ...details, directiveId: held.directiveId })
}
