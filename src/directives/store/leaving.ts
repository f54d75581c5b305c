/** What one officer of a body has in hand, and how a colleague gets it. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type Of = { officerId: string; bodyId: string; limit: number }
export type InCharge = { id: string; title: string; state: string; directiveId: string }

const titleCharsMax = 200

export async function assignmentsInCharge(tx: Tx, of: Of): Promise<InCharge[]> {
  const found = await sql<InCharge>`
    select a.id, a.state, a.directive_id, left(t.path || ' ' || t.text, ${titleCharsMax}) as title
    from assignments a join tasks t on t.id = a.task_id
    where a.handler_id = ${of.officerId} and a.body_id = ${of.bodyId} and a.state not in ('accepted', 'withdrawn')
    order by a.sort_on, a.id limit ${of.limit} for update of a`.execute(tx)
  return found.rows
}

export async function giveAssignment(
  tx: Tx,
  id: string,
  to: { officerId: string; name: string },
): Promise<void> {
  await tx
    .updateTable("assignments")
    .set({ handlerId: to.officerId, handlerName: to.name, changedAt: sql`acting_at()` })
    .where("id", "=", id)
    .execute()
}

export async function subTasksGiven(tx: Tx, of: Of): Promise<{ id: string; title: string }[]> {
  const found = await sql<{ id: string; title: string }>`
    select s.id, s.title from sub_tasks s join assignments a on a.id = s.assignment_id
    where s.officer_id = ${of.officerId} and a.body_id = ${of.bodyId} and s.done_at is null
    order by s.id limit ${of.limit}`.execute(tx)
  return found.rows
}

export async function passSubTasks(
  tx: Tx,
  ids: readonly string[],
  to: { officerId: string; name: string },
): Promise<void> {
  await tx
    .updateTable("subTasks")
    .set({ officerId: to.officerId, assigneeName: to.name })
    .where("id", "in", ids)
    .execute()
}

export async function importDraftsOf(tx: Tx, of: Of): Promise<{ id: string; title: string }[]> {
  const rows = await tx
    .selectFrom("importDrafts")
    .select(["id", "subject as title"])
    .where("writtenBy", "=", of.officerId)
    .where("bodyId", "=", of.bodyId)
    .where("state", "<>", "issued")
    .orderBy("id")
    .limit(of.limit)
    .execute()
  return rows.map(({ id, title }) => ({ id, title: title.slice(0, titleCharsMax) }))
}

/** All that the officer is reading in the acting body. */
export async function passImportDrafts(tx: Tx, fromId: string, toId: string): Promise<void> {
  await sql`select pass_import_drafts(${fromId}, ${toId})`.execute(tx)
}
