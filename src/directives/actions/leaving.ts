/** What directives hold of one officer: assignments in their charge, their parts of others, letters that they are reading. */
import type { OfficerHolder } from "../../accounts/index.ts"
import { journal, journalEach, tell } from "../../kernel/journal.ts"
import { say } from "../../kernel/words.ts"
import { addEvent } from "../store/assignments.ts"
import {
  assignmentsInCharge,
  giveAssignment,
  importDraftsOf,
  passImportDrafts,
  passSubTasks,
  subTasksGiven,
} from "../store/leaving.ts"

/** A task's words are no sentence of ours: the same in every language. */
const asIs = (text: string) => say(text, text)

const assignments: OfficerHolder = {
  name: "directives.assignment",
  label: say("Nhiệm vụ đang phụ trách", "Assignments in charge"),
  takes: "assignment.report",
  heldBy: async (tx, { officerId, bodyId }, limit) =>
    (await assignmentsInCharge(tx, { officerId, bodyId, limit })).map(({ id, title }) => ({
      id,
      title: asIs(title),
    })),
  async pass(tx, desk, { officerId, bodyId }, ids, to) {
    const what = "assignment.assigned"
    for (const held of await assignmentsInCharge(tx, { officerId, bodyId, limit: ids.length })) {
      await giveAssignment(tx, held.id, to)
      await addEvent(tx, {
        assignmentId: held.id,
        what,
        stateBefore: held.state,
        stateAfter: held.state,
        byName: desk.officer.name,
        note: to.name,
        details: {},
      })
      const details = { from: held.state, to: held.state }
      await journal(tx, { what, record: { kind: "assignment", id: held.id }, details })
      await tell(tx, what, held.id, { ...details, directiveId: held.directiveId })
    }
  },
}

const subTasks: OfficerHolder = {
  name: "directives.sub-task",
  label: say("Phần việc được giao trong nhiệm vụ", "Parts of assignments"),
  takes: "assignment.report",
  heldBy: async (tx, { officerId, bodyId }, limit) =>
    (await subTasksGiven(tx, { officerId, bodyId, limit })).map(({ id, title }) => ({
      id,
      title: asIs(title),
    })),
  async pass(tx, _desk, _leaving, ids, to) {
    await passSubTasks(tx, ids, to)
    await journalEach(tx, { what: "sub-task.assigned", kind: "sub-task", details: { to: to.officerId } }, ids)
  },
}

const drafts: OfficerHolder = {
  name: "directives.import-draft",
  label: say("Văn bản đang nhập dở", "Letters being read in"),
  takes: "directive.import",
  heldBy: async (tx, { officerId, bodyId }, limit) =>
    (await importDraftsOf(tx, { officerId, bodyId, limit })).map(({ id, title }) => ({
      id,
      title: title === "" ? say("Văn bản chưa có trích yếu", "A letter without a subject yet") : asIs(title),
    })),
  async pass(tx, _desk, { officerId }, ids, to) {
    await passImportDrafts(tx, officerId, to.officerId)
    const details = { to: to.officerId }
    await journalEach(tx, { what: "import-draft.passed-on", kind: "import-draft", details }, ids)
  },
}

export const directiveHoldings: readonly OfficerHolder[] = [assignments, subTasks, drafts]
