/** What a body still owes, and how it passes to those who succeed it. Runs as a job: no body hands work to a third. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Assignment } from "./assignments.ts"

const titleCharsMax = 200

export async function openAssignmentsOf(
  tx: Tx,
  bodyIds: readonly string[],
  limit: number,
): Promise<{ id: string; title: string; bodyId: string }[]> {
  const found = await sql<{ id: string; title: string; bodyId: string }>`
    select a.id, a.body_id, left(t.path || ' ' || t.text, ${titleCharsMax}) as title
    from assignments a join tasks t on t.id = a.task_id
    where a.body_id = any (${bodyIds}) and a.state not in ('accepted', 'withdrawn')
    order by a.body_id, a.sort_on, a.id limit ${limit}`.execute(tx)
  return found.rows
}

/** Whoever was in charge worked for the body before. */
export async function passAssignment(tx: Tx, id: string, toBodyId: string): Promise<void> {
  await tx
    .updateTable("assignments")
    .set({ bodyId: toBodyId, handlerId: null, handlerName: null, unitId: null, changedAt: sql`acting_at()` })
    .where("id", "=", id)
    .execute()
}

/** A copy begins anew: what one successor has done says nothing of another. Null: that body has it already. */
export async function copyAssignment(tx: Tx, held: Assignment, toBodyId: string): Promise<string | null> {
  const row = await tx
    .insertInto("assignments")
    .values({
      directiveId: held.directiveId,
      taskId: held.taskId,
      issuerBodyId: held.issuerBodyId,
      bodyId: toBodyId,
      bodyAtIssueId: held.bodyAtIssueId,
      bodyNameAtIssue: held.bodyNameAtIssue,
      part: held.part,
      occurrence: held.occurrence,
      period: held.period,
      issuedOn: held.issuedOn,
      dueOn: held.dueOn,
      firstDueOn: held.firstDueOn,
    })
    .onConflict((on) => on.constraint("assignments_once").doNothing())
    .returning("id")
    .executeTakeFirst()
  return row?.id ?? null
}

/** Who takes over reads the letter and the task as the body before did, under the name that the letter gave that one. */
export async function letRead(tx: Tx, held: Assignment, bodyId: string): Promise<void> {
  const party = { directiveId: held.directiveId, issuerBodyId: held.issuerBodyId, bodyId }
  await tx
    .insertInto("directiveBodies")
    .values({ ...party, nameAtIssue: held.bodyNameAtIssue })
    .onConflict((on) => on.constraint("directive_bodies_pkey").doNothing())
    .execute()
  await tx
    .insertInto("taskBodies")
    .values({ ...party, taskId: held.taskId, part: held.part, nameAtIssue: held.bodyNameAtIssue })
    .onConflict((on) => on.constraint("task_bodies_pkey").doNothing())
    .execute()
}

export async function nameOfBody(tx: Tx, id: string): Promise<string> {
  const row = await tx.selectFrom("bodies").select("name").where("id", "=", id).executeTakeFirst()
  return row?.name ?? ""
}
