/** Where a directive stands, in the shape of its letter and by body. Counts are of what the acting body may see. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { State } from "../domain/life.ts"

export type DirectiveHead = {
  id: string
  issuerBodyId: string
  issuerName: string
  number: string | null
  symbol: string | null
  datedOn: string | null
  issuedOn: string
  kind: string
  subject: string
  addressees: string[]
  recipients: string[]
  references: { number: string | null; date: string | null; issuer: string | null }[]
  signer: { authority: string | null; position: string | null; name: string | null }
  originalSha256: string | null
  originalName: string | null
  originalType: string | null
}

export async function findDirective(tx: Tx, id: string): Promise<DirectiveHead | null> {
  const row = await tx
    .selectFrom("directives")
    .select([
      "id",
      "issuerBodyId",
      "issuerName",
      "number",
      "symbol",
      "datedOn",
      "issuedOn",
      "kind",
      "subject",
      "addressees",
      "recipients",
      "referenceList",
      "signer",
      "originalSha256",
      "originalName",
      "originalType",
    ])
    .where("id", "=", id)
    .executeTakeFirst()
  if (row === undefined) return null
  const { referenceList, signer, ...rest } = row
  return {
    ...rest,
    references: referenceList as DirectiveHead["references"],
    signer: signer as DirectiveHead["signer"],
  }
}

export async function letterText(tx: Tx, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom("directives")
    .select("normalizedText")
    .where("id", "=", id)
    .executeTakeFirst()
  return row?.normalizedText ?? null
}

/** `progressing` holds what was returned as well: it is being worked on again. */
export type Counts = {
  total: number
  sent: number
  received: number
  planned: number
  progressing: number
  done: number
  accepted: number
  late: number
}
export type TaskRollUp = Counts & {
  id: string
  clauseId: string
  path: string
  text: string
  dueOn: string | null
  deadlineWords: string | null
  spanStart: number | null
  spanEnd: number | null
  percent: number
  coordinating: string[]
  coordinateWords: string[]
  periodEvery: string | null
}
export type ClauseHead = { id: string; path: string; heading: string }

/** Late: past the day and not yet done. What was withdrawn is not counted. */
const counts = (today: string) => sql`
  count(a.id)::int as total,
  count(*) filter (where a.state = 'accepted')::int as accepted,
  count(*) filter (where a.state = 'done')::int as done,
  count(*) filter (where a.state in ('in-progress', 'returned'))::int as progressing,
  count(*) filter (where a.state = 'planned')::int as planned,
  count(*) filter (where a.state = 'received')::int as received,
  count(*) filter (where a.state = 'sent')::int as sent,
  count(*) filter (where a.state in ('sent', 'received', 'planned', 'in-progress', 'returned') and a.due_on < ${today})::int as late`

export async function clausesOf(tx: Tx, directiveId: string): Promise<ClauseHead[]> {
  return tx
    .selectFrom("clauses")
    .select(["id", "path", "heading"])
    .where("directiveId", "=", directiveId)
    .orderBy("position")
    .limit(500)
    .execute()
}

export async function tasksOf(tx: Tx, directiveId: string, today: string): Promise<TaskRollUp[]> {
  const { rows } = await sql<TaskRollUp>`
    select t.id, t.clause_id, t.path, t.text, t.due_on, t.deadline_words, t.span_start, t.span_end, t.period_every,
      t.coordinate_words, coalesce(avg(a.percent), 0)::int as percent,
      array(select b.name_at_issue from task_bodies b where b.task_id = t.id and b.part = 'coordinate'
        order by b.name_at_issue limit 50) as coordinating,
      ${counts(today)}
    from tasks t left join assignments a on a.task_id = t.id and a.state <> 'withdrawn'
    where t.directive_id = ${directiveId}
    group by t.id order by t.position limit 2000`.execute(tx)
  return rows
}

export type BodyRollUp = Counts & {
  bodyId: string
  /** As the body is called today; `givenTo`: other names under which the letter gave it work, of bodies it succeeded. */
  bodyName: string
  givenTo: string[]
  nearestDueOn: string | null
  seenAt: string | null
}

/** Late bodies first, then those with the least done. */
export async function bodiesOf(tx: Tx, directiveId: string, today: string): Promise<BodyRollUp[]> {
  const { rows } = await sql<BodyRollUp>`
    select a.body_id, o.name as body_name, min(b.seen_at) as seen_at,
      coalesce(array_agg(distinct a.body_name_at_issue) filter (where a.body_name_at_issue <> o.name), '{}') as given_to,
      min(a.due_on) filter (where a.state not in ('done', 'accepted')) as nearest_due_on, ${counts(today)}
    from assignments a join bodies o on o.id = a.body_id
      left join directive_bodies b on b.directive_id = a.directive_id and b.body_id = a.body_id
    where a.directive_id = ${directiveId} and a.state <> 'withdrawn'
    group by a.body_id, o.name order by late desc, (count(*) filter (where a.state in ('done', 'accepted')))::float / count(*),
      body_name limit 3000`.execute(tx)
  return rows
}

export type TaskBodyRow = {
  id: string
  taskId: string
  bodyId: string
  taskPath: string
  taskText: string
  bodyName: string
  part: string
  period: string | null
  state: State
  dueOn: string | null
  percent: number
  doneOn: string | null
  handlerName: string | null
}

/** Everything, in the order of the letter: for the exports. */
export async function assignmentsOf(tx: Tx, directiveId: string, limit: number): Promise<TaskBodyRow[]> {
  const { rows } = await sql<TaskBodyRow>`
    select a.id, a.task_id, a.body_id, t.path as task_path, t.text as task_text, o.name as body_name, a.part, a.period, a.state,
      a.due_on, a.percent, a.done_on, a.handler_name
    from assignments a join tasks t on t.id = a.task_id join bodies o on o.id = a.body_id
    where a.directive_id = ${directiveId}
    order by t.position, o.name, a.occurrence limit ${limit}`.execute(tx)
  return rows
}

/** The first time an officer of the body opens the letter; later times change nothing. */
export async function markSeen(tx: Tx, directiveId: string, bodyId: string, at: string): Promise<boolean> {
  const { rows } = await sql<{
    id: string
  }>`update directive_bodies set seen_at = ${at}, seen_by = current_officer()
    where directive_id = ${directiveId} and body_id = ${bodyId} and seen_at is null returning directive_id as id`.execute(
    tx,
  )
  return rows.length > 0
}

export type BodyArea = { bodyId: string; code: string; name: string }

/** Where each body works; those of the whole province have no area. The chart is public. */
export async function areasOf(tx: Tx, bodyIds: readonly string[]): Promise<BodyArea[]> {
  const { rows } = await sql<BodyArea>`
    select b.id as body_id, r.code, r.name from bodies b join areas r on r.code = b.area_code
    where b.id = any (${[...bodyIds]}::uuid[]) and r.kind <> 'province'`.execute(tx)
  return rows
}
