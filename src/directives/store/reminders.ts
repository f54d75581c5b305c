/** Reminders of deadlines: made once for each assignment, kind and due date; read by the body, mailed by the worker. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Range, ReminderKind } from "../domain/reminding.ts"

/** As a job. How many were made: what was reminded before is not reminded again for the same day. */
export async function makeReminders(tx: Tx, range: Range, limit: number): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    insert into reminders (assignment_id, kind, due_on)
    select a.id, ${range.kind}, a.due_on from assignments a
    where a.due_on between ${range.from} and ${range.to} and a.state not in ('done', 'accepted', 'withdrawn')
      and not exists (select from reminders r where r.assignment_id = a.id and r.kind = ${range.kind} and r.due_on = a.due_on)
    order by a.due_on, a.id limit ${limit}
    on conflict on constraint reminders_once do nothing returning id`.execute(tx)
  return rows.length
}

export type ReminderRow = {
  id: string
  assignmentId: string
  kind: ReminderKind
  dueOn: string
  madeAt: string
  readAt: string | null
  taskPath: string
  taskText: string
  directiveName: string
}

/** Of my body: not yet seen first, newest first. What is done by now reminds nobody any more. */
export async function remindersOf(tx: Tx, bodyId: string, limit: number): Promise<ReminderRow[]> {
  const { rows } = await sql<ReminderRow>`
    select r.id, r.assignment_id, r.kind, r.due_on, r.made_at, r.read_at, t.path as task_path, t.text as task_text,
      coalesce(nullif(concat_ws('/', d.number, d.symbol), ''), d.subject) as directive_name
    from reminders r join assignments a on a.id = r.assignment_id
      join tasks t on t.id = a.task_id join directives d on d.id = a.directive_id
    where a.body_id = ${bodyId} and a.state not in ('done', 'accepted', 'withdrawn') and r.due_on = a.due_on
    order by (r.read_at is not null), r.made_at desc, r.id limit ${limit}`.execute(tx)
  return rows
}

export async function markRead(tx: Tx, bodyId: string, at: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update reminders r set read_at = ${at}, read_by = current_officer()
    from assignments a where a.id = r.assignment_id and a.body_id = ${bodyId} and r.read_at is null
    returning r.id`.execute(tx)
  return rows.length
}

export type ToMail = {
  id: string
  kind: ReminderKind
  dueOn: string
  assignmentId: string
  bodyId: string
  handlerId: string | null
  taskPath: string
  taskText: string
  directiveName: string
}

/** As a job: one body's reminders that wait to be mailed, locked so that a second worker takes another body's. */
export async function takeToMail(tx: Tx, since: string, limit: number): Promise<ToMail[]> {
  const { rows } = await sql<ToMail>`
    select r.id, r.kind, r.due_on, r.assignment_id, a.body_id, a.handler_id, t.path as task_path, t.text as task_text,
      coalesce(nullif(concat_ws('/', d.number, d.symbol), ''), d.subject) as directive_name
    from reminders r join assignments a on a.id = r.assignment_id
      join tasks t on t.id = a.task_id join directives d on d.id = a.directive_id
    where r.mailed_at is null and r.made_at >= ${since} and a.body_id = (
      select b.body_id from reminders q join assignments b on b.id = q.assignment_id
      where q.mailed_at is null and q.made_at >= ${since} order by q.id limit 1)
    order by r.due_on, r.id limit ${limit} for update of r skip locked`.execute(tx)
  return rows
}

export async function markMailed(tx: Tx, ids: readonly string[], at: string): Promise<void> {
  await tx
    .updateTable("reminders")
    .set({ mailedAt: at })
    .where("id", "in", [...ids])
    .execute()
}
