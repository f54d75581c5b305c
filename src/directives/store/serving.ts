/** Which assignment a record of any room serves, and what was done for a task. Row security leaves the two sides of it. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { OpenTask } from "../domain/serving.ts"

const openMax = 300

/** Assignments that the acting body still works on: of the newest letter first, the nearest deadline first. */
export async function openTasks(tx: Tx): Promise<OpenTask[]> {
  const { rows } = await sql<OpenTask>`
    select a.id, t.path, t.text, coalesce(nullif(concat_ws('/', d.number, d.symbol), ''), d.subject) as directive
    from assignments a join tasks t on t.id = a.task_id join directives d on d.id = a.directive_id
    where a.body_id = (select current_body()) and a.state not in ('accepted', 'withdrawn')
    order by a.issued_on desc, a.sort_on, a.id limit ${openMax}`.execute(tx)
  return rows
}

export type ServedBy = { kind: string; recordId: string }
export type Served = OpenTask & { doneOn: string | null }

/** The assignment that the acting body's record serves. */
export async function servedBy(tx: Tx, { kind, recordId }: ServedBy): Promise<Served | null> {
  const { rows } = await sql<Served>`
    select a.id, t.path, t.text, coalesce(nullif(concat_ws('/', d.number, d.symbol), ''), d.subject) as directive, s.done_on
    from served_assignments s join assignments a on a.id = s.assignment_id join tasks t on t.id = a.task_id
      join directives d on d.id = a.directive_id
    where s.kind = ${kind} and s.record_id = ${recordId} and s.body_id = (select current_body())`.execute(tx)
  return rows[0] ?? null
}

export type Serving = ServedBy & { assignmentId: string; name: string; doneOn: string | null; amount: number }

/** False: the assignment is not the body's. */
export async function saveServing(tx: Tx, one: Serving): Promise<boolean> {
  const { kind, recordId, assignmentId, name, doneOn, amount } = one
  const { rows } = await sql<{ id: string }>`
    insert into served_assignments (kind, record_id, assignment_id, served_name, done_on, amount)
    select ${kind}, ${recordId}::uuid, a.id, ${name}, ${doneOn}::date, ${amount} from assignments a
      where a.id = ${assignmentId}::uuid and a.body_id = (select current_body())
    on conflict on constraint served_assignments_pkey do update set assignment_id = excluded.assignment_id,
      served_name = excluded.served_name, served_by = current_officer(), served_at = acting_at(),
      done_on = coalesce(excluded.done_on, served_assignments.done_on)
    returning record_id as id`.execute(tx)
  return rows.length > 0
}

export async function dropServing(tx: Tx, { kind, recordId }: ServedBy): Promise<void> {
  await tx
    .deleteFrom("servedAssignments")
    .where("kind", "=", kind)
    .where("recordId", "=", recordId)
    .where("bodyId", "=", sql<string>`(select current_body())`)
    .execute()
}

export async function markServed(
  tx: Tx,
  { kind, recordId }: ServedBy,
  done: { doneOn: string | null; amount: number },
): Promise<void> {
  await tx
    .updateTable("servedAssignments")
    .set(done)
    .where("kind", "=", kind)
    .where("recordId", "=", recordId)
    .where("bodyId", "=", sql<string>`(select current_body())`)
    .execute()
}

/** What was done for a task, by room: how many records are out, how many are being made, and their sum in the room's unit. */
export type ServedCount = { taskId: string; kind: string; done: number; amount: number; open: number }

export async function servedCounts(
  tx: Tx,
  of: { directiveId: string } | { assignmentId: string },
): Promise<ServedCount[]> {
  const where = "directiveId" in of ? sql`a.directive_id = ${of.directiveId}` : sql`a.id = ${of.assignmentId}`
  const { rows } = await sql<ServedCount>`
    select a.task_id, s.kind, count(s.done_on)::int as done, coalesce(sum(s.amount) filter (where s.done_on is not null), 0)::int as amount,
      count(*) filter (where s.done_on is null)::int as open
    from served_assignments s join assignments a on a.id = s.assignment_id where ${where}
    group by 1, 2 order by 2 limit 5000`.execute(tx)
  return rows
}

export type ServedRow = ServedBy & {
  bodyId: string
  bodyName: string
  assignmentId: string
  doneOn: string | null
  amount: number
  servedAt: string
}

/** The newest first. */
export async function servedRows(
  tx: Tx,
  of: { taskId: string } | { assignmentId: string },
  limit: number,
): Promise<ServedRow[]> {
  const where = "taskId" in of ? sql`a.task_id = ${of.taskId}` : sql`a.id = ${of.assignmentId}`
  const { rows } = await sql<ServedRow>`
    select s.kind, s.record_id, s.body_id, b.name as body_name, s.assignment_id, s.done_on, s.amount, s.served_at
    from served_assignments s join assignments a on a.id = s.assignment_id join bodies b on b.id = s.body_id
    where ${where} order by s.done_on desc nulls first, s.served_at desc, s.record_id limit ${limit}`.execute(
    tx,
  )
  return rows
}

export async function passServed(tx: Tx, assignmentId: string, toBodyId: string): Promise<void> {
  await sql`update served_assignments s set body_id = ${toBodyId} where s.assignment_id = ${assignmentId}
    and not exists (select from served_assignments o where o.kind = s.kind and o.record_id = s.record_id
      and o.body_id = ${toBodyId})`.execute(tx)
}
