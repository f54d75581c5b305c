/** What an officer opens: the list of work and one task with everything that hangs on it. Reading changes nothing. */
import type { Tx } from "../../kernel/db/database.ts"
import type { Waiting } from "../../kernel/http/waiting.ts"
import { type Assignment, findAssignment, findEvidence, openExtension } from "../store/assignments.ts"
import {
  commentsOf,
  eventsOf,
  evidenceOf,
  figuresOf,
  subTasksOf,
  type TaskDetail,
  taskDetail,
} from "../store/detail.ts"
import {
  countLateIssued,
  countWork,
  listWork,
  type WorkCounts,
  type WorkFilter,
  type WorkOrder,
  type WorkRow,
} from "../store/lists.ts"
import { type DirectiveHead, findDirective } from "../store/rollup.ts"
import type { Seat } from "./seat.ts"
import { todayOf } from "./today.ts"

export type { WorkFilter, WorkOrder, WorkSort } from "../store/lists.ts"
export { countMax, workSorts } from "../store/lists.ts"

/** An export takes this many rows; a longer list is narrowed by a filter first. */
export const exportMax = 5_000

export type WorkList = {
  rows: WorkRow[]
  counts: WorkCounts
  /** What the acting body gave to others and is late. */
  lateIssued: number
  waiting: readonly Waiting[]
  today: string
}
export type Asked = WorkOrder & { limit: number; offset: number }

/** `elsewhere`: what waits at the other desks, read in the same transaction. */
export function readWork(
  seat: Seat,
  filter: WorkFilter,
  asked: Asked,
  elsewhere: (tx: Tx) => Promise<readonly Waiting[]> = async () => [],
): Promise<WorkList> {
  const today = todayOf(seat.house.clock)
  const at = { bodyId: seat.bodyId, today }
  return seat.open(async (tx) => ({
    rows: await listWork(tx, at, filter, asked),
    counts: await countWork(tx, at, filter),
    lateIssued: await countLateIssued(tx, at),
    waiting: await elsewhere(tx),
    today,
  }))
}

export type TaskReading = {
  assignment: Assignment
  task: TaskDetail
  directive: DirectiveHead
  asked: Awaited<ReturnType<typeof openExtension>>
  events: Awaited<ReturnType<typeof eventsOf>>
  evidence: Awaited<ReturnType<typeof evidenceOf>>
  figures: Awaited<ReturnType<typeof figuresOf>>
  comments: Awaited<ReturnType<typeof commentsOf>>
  subTasks: Awaited<ReturnType<typeof subTasksOf>>
  today: string
}

/** Null when there is none, or it is another body's: the two are not told apart. */
export function readTask(seat: Seat, id: string): Promise<TaskReading | null> {
  return seat.open(async (tx) => {
    const assignment = await findAssignment(tx, id)
    if (assignment === null) return null
    const task = await taskDetail(tx, assignment.taskId)
    const directive = await findDirective(tx, assignment.directiveId)
    if (task === null || directive === null) return null
    return {
      assignment,
      task,
      directive,
      asked: await openExtension(tx, id),
      events: await eventsOf(tx, id),
      evidence: await evidenceOf(tx, id),
      figures: await figuresOf(tx, id),
      comments: await commentsOf(tx, id),
      subTasks: await subTasksOf(tx, id),
      today: todayOf(seat.house.clock),
    }
  })
}

export function readEvidence(seat: Seat, id: string, evidenceId: string) {
  return seat.open((tx) => findEvidence(tx, id, evidenceId))
}
