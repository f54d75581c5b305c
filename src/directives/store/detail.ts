/** Everything that hangs on one assignment, for its page. Each list has its limit; the newest are kept. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type TaskDetail = {
  id: string
  path: string
  text: string
  clausePath: string
  clauseHeading: string
  deadlineWords: string | null
  dueRecipe: { from: string; amount: number; unit: "day" | "working-day" | "month" } | null
  periodEvery: string | null
  periodDueMonth: number | null
  periodDueDay: number | null
  coordinateWords: string[]
  coordinating: string[]
}

export async function taskDetail(tx: Tx, taskId: string): Promise<TaskDetail | null> {
  const { rows } = await sql<TaskDetail>`
    select t.id, t.path, t.text, c.path as clause_path, c.heading as clause_heading, t.deadline_words, t.due_recipe,
      t.period_every, t.period_due_month, t.period_due_day, t.coordinate_words,
      array(select b.name_at_issue from task_bodies b where b.task_id = t.id and b.part = 'coordinate'
        order by b.name_at_issue limit 50) as coordinating
    from tasks t join clauses c on c.id = t.clause_id where t.id = ${taskId}`.execute(tx)
  return rows[0] ?? null
}

export const eventsOf = (tx: Tx, assignmentId: string) =>
  tx
    .selectFrom("assignmentEvents")
    .select(["id", "at", "what", "stateAfter", "byName", "note", "details"])
    .where("assignmentId", "=", assignmentId)
    .orderBy("id", "desc")
    .limit(200)
    .execute()

export const figuresOf = (tx: Tx, assignmentId: string) =>
  tx
    .selectFrom("progressFigures")
    .innerJoin("progressReports", "progressReports.id", "progressFigures.reportId")
    .select([
      "progressFigures.figure",
      "progressFigures.period",
      "progressFigures.value",
      "progressFigures.note",
      "progressReports.at",
    ])
    .where("progressFigures.assignmentId", "=", assignmentId)
    .orderBy("progressReports.id", "desc")
    .limit(200)
    .execute()

export const evidenceOf = (tx: Tx, assignmentId: string) =>
  tx
    .selectFrom("evidence")
    .select(["id", "name", "mediaType", "bytes", "at", "byName", "sha256"])
    .where("assignmentId", "=", assignmentId)
    .orderBy("id", "desc")
    .limit(200)
    .execute()

export const commentsOf = (tx: Tx, assignmentId: string) =>
  tx
    .selectFrom("assignmentComments")
    .select(["id", "at", "byName", "byBodyId", "text"])
    .where("assignmentId", "=", assignmentId)
    .orderBy("id")
    .limit(200)
    .execute()

export const subTasksOf = (tx: Tx, assignmentId: string) =>
  tx
    .selectFrom("subTasks")
    .select(["id", "title", "assigneeName", "dueOn", "doneAt"])
    .where("assignmentId", "=", assignmentId)
    .orderBy("id")
    .limit(200)
    .execute()

export type Events = Awaited<ReturnType<typeof eventsOf>>
export type Figures = Awaited<ReturnType<typeof figuresOf>>
export type Evidence = Awaited<ReturnType<typeof evidenceOf>>
export type Comments = Awaited<ReturnType<typeof commentsOf>>
export type SubTasks = Awaited<ReturnType<typeof subTasksOf>>
