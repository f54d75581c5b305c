/** Talking about an assignment across the two bodies, and sharing its work inside one. */
import type { Tx } from "../../kernel/db/database.ts"
import { journal } from "../../kernel/journal.ts"
import {
  type Assignment,
  addComment,
  addSubTask,
  finishSubTask,
  lockAssignment,
  type NewSubTask,
} from "../store/assignments.ts"
import type { Seat } from "./seat.ts"
import { type NotDone, sidesOf } from "./steps.ts"
import { nowOf } from "./today.ts"

export type Shared = { ok: true }

/** Either body may, in every state: also about why something was returned or withdrawn. */
export function commentOn(seat: Seat, id: string, text: string): Promise<Shared | NotDone> {
  return withAssignment(seat, id, async (tx) => {
    await addComment(tx, { assignmentId: id, byName: seat.name, text })
    await journal(tx, { what: "assignment.commented", record: { kind: "assignment", id } })
    return { ok: true }
  })
}

export function giveSubTask(
  seat: Seat,
  id: string,
  input: Omit<NewSubTask, "assignmentId">,
): Promise<Shared | NotDone> {
  return withAssignment(seat, id, async (tx, held) => {
    if (!sidesOf(seat, held).includes("body")) return { refused: "notYourBody" }
    if (held.state === "accepted" || held.state === "withdrawn") return { refused: "closed" }
    const subTaskId = await addSubTask(tx, { ...input, assignmentId: id })
    await journal(tx, {
      what: "sub-task.given",
      record: { kind: "assignment", id },
      details: { subTaskId, officerId: input.officerId, unitId: input.unitId, dueOn: input.dueOn },
    })
    return { ok: true }
  })
}

export function endSubTask(seat: Seat, id: string, subTaskId: string): Promise<Shared | NotDone> {
  return withAssignment(seat, id, async (tx, held) => {
    if (!sidesOf(seat, held).includes("body")) return { refused: "notYourBody" }
    const done = { doneAt: nowOf(seat.house.clock), doneBy: seat.officerId }
    if (!(await finishSubTask(tx, id, subTaskId, done))) return { refused: "alreadyDone" }
    await journal(tx, {
      what: "sub-task.done",
      record: { kind: "assignment", id },
      details: { subTaskId },
    })
    return { ok: true }
  })
}

function withAssignment<T>(
  seat: Seat,
  id: string,
  work: (tx: Tx, held: Assignment) => Promise<T | NotDone>,
): Promise<T | NotDone> {
  return seat.open(async (tx) => {
    const held = await lockAssignment(tx, id)
    return held === null ? { refused: "notFound" as const } : work(tx, held)
  })
}
