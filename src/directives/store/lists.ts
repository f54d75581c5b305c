/**
 * Lists under row security. Each list says its own range in `where` as well, so that the planner walks one
 * index: the policy (`body or issuer`) alone would have to read both.
 */
import { type SqlBool, sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { State } from "../domain/life.ts"
import { unreadMax } from "../domain/reminding.ts"

/** Counting stops here: "hơn 10.000" tells an officer as much as the exact number, and costs a bounded time. */
export const countMax = 10_000

export const workSorts = ["han", "tien-do", "cap-nhat"] as const
export type WorkSort = (typeof workSorts)[number]
export type WorkOrder = { sort?: WorkSort; descending?: boolean }
export type WorkFilter = {
  /** "open" (not accepted, not withdrawn), "late", "soon", "closed", "all", or one state. */
  state: "open" | "late" | "soon" | "closed" | "all" | State
  /** Whose: the body's own, or given by the body to others. */
  side: "body" | "issuer"
  mine: string | null
  text: string
  directiveId: string | null
  bodyId: string | null
}
export type WorkRow = {
  id: string
  taskPath: string
  taskText: string
  bodyName: string
  part: string
  period: string | null
  state: State
  dueOn: string | null
  doneOn: string | null
  percent: number
  handlerName: string | null
  directiveId: string
  directiveName: string
}
export type Page = { limit: number; offset: number }

/** Nearest deadline first, so late ones lead; what has no deadline comes last. */
export async function listWork(
  tx: Tx,
  at: { bodyId: string; today: string },
  filter: WorkFilter,
  page: Page & WorkOrder,
): Promise<WorkRow[]> {
  const found = await workQuery(at, filter, page).execute(tx)
  return found.rows
}

/** The statement itself, exported for the bench: what the page asks, no more and no less. */
export function workQuery(at: { bodyId: string; today: string }, filter: WorkFilter, page: Page & WorkOrder) {
  const way = sql.raw(page.descending === true ? "desc" : "asc")
  const by = sql.raw(orders[page.sort ?? "han"])
  return sql<WorkRow>`
    select a.id, t.path as task_path, t.text as task_text, o.name as body_name, a.part, a.period,
      a.state, a.due_on, a.done_on, a.percent, a.handler_name, a.directive_id,
      coalesce(nullif(concat_ws('/', d.number, d.symbol), ''), d.subject) as directive_name
    from (select a.* from assignments a where ${whereWork(at, filter)}
      order by ${by} ${way}, a.id ${way} limit ${page.limit} offset ${page.offset}) a
    join tasks t on t.id = a.task_id
    join bodies o on o.id = a.body_id
    join directives d on d.id = a.directive_id
    order by ${by} ${way}, a.id ${way}`
}

/** Only the deadline walks an index; the others sort one body's open tasks, some thousands at most. */
const orders: Readonly<Record<WorkSort, string>> = {
  han: "a.sort_on",
  "tien-do": "a.percent",
  "cap-nhat": "a.changed_at",
}

/** `unread`: tasks with a reminder that nobody of the body has seen, up to `unreadMax`. */
export type WorkCounts = { matching: number; open: number; late: number; soon: number; unread: number }

/** One round trip; each count ends at `countMax + 1`. */
export async function countWork(
  tx: Tx,
  at: { bodyId: string; today: string },
  filter: WorkFilter,
): Promise<WorkCounts> {
  const { rows } = await countQuery(at, filter).execute(tx)
  const counts = rows[0] ?? { matching: 0, open: 0, late: 0, soon: 0, unread: 0 }
  return { ...counts, matching: counts.matching ?? counts.open }
}

/**
 * What is open, late and near in one walk of one index, nearest first, so that the late are counted even where the
 * count ends early. `matching` is null where it would be the same walk again: the list as it opens.
 */
export function countQuery(at: { bodyId: string; today: string }, filter: WorkFilter) {
  const own: WorkFilter = { ...filter, state: "open", text: "", directiveId: null, bodyId: null }
  const isNarrowed =
    filter.state !== "open" || filter.text !== "" || filter.directiveId !== null || filter.bodyId !== null
  const matching = isNarrowed
    ? sql`(select count(*)::int from (select 1 from assignments a where ${whereWork(at, filter)}
        limit ${countMax + 1}) m)`
    : sql`null::int`
  return sql<WorkCounts & { matching: number | null }>`
    select ${matching} as matching, count(*)::int as open,
      count(*) filter (where c.state <> 'done' and c.sort_on < ${at.today})::int as late,
      count(*) filter (where c.state <> 'done' and c.sort_on between ${at.today} and ${at.today}::date + 7)::int as soon,
      ${unread(at)} as unread
    from (select a.state, a.sort_on from assignments a where ${whereWork(at, own)}
      order by a.sort_on, a.id limit ${countMax + 1}) c`
}

/** Of the days for which reminders are made (`domain/reminding.ts`): one range of the same index, and an early end. */
const unread = (at: { bodyId: string; today: string }) => sql`(select count(*)::int from (
  select 1 from assignments a where a.body_id = ${at.bodyId} and a.state not in ('accepted', 'withdrawn')
    and a.state <> 'done' and a.sort_on between ${at.today}::date - 60 and ${at.today}::date + 20
    and exists (select from reminders r where r.assignment_id = a.id and r.due_on = a.due_on and r.read_at is null)
  limit ${unreadMax + 1}) c)`

/** What a body gave to others and is late; the count ends at `countMax + 1`. One range of one index. */
export async function countLateIssued(
  tx: Tx,
  { bodyId, today }: { bodyId: string; today: string },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (
    select 1 from assignments a where a.issuer_body_id = ${bodyId} and a.body_id <> ${bodyId}
      and ${whereState("late", today)} limit ${countMax + 1}) c`.execute(tx)
  return rows[0]?.n ?? 0
}

function whereWork(at: { bodyId: string; today: string }, filter: WorkFilter) {
  const parts = [
    filter.side === "body"
      ? sql<SqlBool>`a.body_id = ${at.bodyId}`
      : sql<SqlBool>`a.issuer_body_id = ${at.bodyId}`,
    whereState(filter.state, at.today),
  ]
  if (filter.mine !== null) parts.push(sql<SqlBool>`a.handler_id = ${filter.mine}`)
  if (filter.directiveId !== null) parts.push(sql<SqlBool>`a.directive_id = ${filter.directiveId}`)
  if (filter.bodyId !== null) parts.push(sql<SqlBool>`a.body_id = ${filter.bodyId}`)
  if (filter.text !== "")
    parts.push(sql<SqlBool>`a.task_id in (select id from tasks
      where search @@ websearch_to_tsquery('public.vietnamese', ${filter.text}))`)
  return sql.join(parts, sql` and `)
}

/** The words `not in ('accepted', 'withdrawn')` are those of the partial index. Done work is not late. */
function whereState(state: WorkFilter["state"], today: string) {
  switch (state) {
    case "open":
      return sql<SqlBool>`a.state not in ('accepted', 'withdrawn')`
    case "late":
      return sql<SqlBool>`a.state not in ('accepted', 'withdrawn') and a.state <> 'done' and a.sort_on < ${today}`
    case "soon":
      return sql<SqlBool>`a.state not in ('accepted', 'withdrawn') and a.state <> 'done'
        and a.sort_on between ${today} and ${today}::date + 7`
    case "all":
      return sql<SqlBool>`true`
    case "closed":
      return sql<SqlBool>`a.state in ('accepted', 'withdrawn')`
    default:
      return sql<SqlBool>`a.state = ${state}`
  }
}

export type DirectiveRow = {
  id: string
  name: string
  subject: string
  issuerName: string
  kind: string
  issuedOn: string
  mine: boolean
  total: number
  closed: number
  done: number
  late: number
  unseen: number
}
export type DirectiveFilter = { text: string; side: "all" | "issued" | "received" }
export const directiveSorts = ["ngay", "ten"] as const
export type DirectiveSort = (typeof directiveSorts)[number]

/** The counts are of what the acting body may see: all of its own letters, its own part in others'. */
export async function listDirectives(
  tx: Tx,
  at: { bodyId: string; today: string },
  filter: DirectiveFilter,
  page: Page & { sort: DirectiveSort; descending: boolean },
): Promise<DirectiveRow[]> {
  const way = sql.raw(page.descending ? "desc" : "asc")
  const by =
    page.sort === "ngay" ? sql`d.issued_on ${way}, d.id ${way}` : sql`plain_text(d.subject) ${way}, d.id`
  const { rows } = await sql<DirectiveRow>`
    select d.id, coalesce(nullif(concat_ws('/', d.number, d.symbol), ''), '') as name, d.subject, d.issuer_name, d.kind,
      d.issued_on, d.issuer_body_id = ${at.bodyId} as mine, n.total, n.closed, n.done, n.late, n.unseen
    from (select d.* from directives d where ${whereDirectives(at, filter)} order by ${by}
      limit ${page.limit} offset ${page.offset}) d
    left join lateral (select count(*)::int as total,
        count(*) filter (where a.state = 'accepted')::int as closed,
        count(*) filter (where a.state in ('done', 'accepted'))::int as done,
        count(*) filter (where a.state = 'sent')::int as unseen,
        count(*) filter (where a.state not in ('done', 'accepted', 'withdrawn') and a.due_on < ${at.today})::int as late
      from assignments a where a.directive_id = d.id and a.state <> 'withdrawn') n on true
    order by ${by}`.execute(tx)
  return rows
}

export async function countDirectives(
  tx: Tx,
  at: { bodyId: string },
  filter: DirectiveFilter,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from
    (select 1 from directives d where ${whereDirectives(at, filter)} limit ${countMax + 1}) c`.execute(tx)
  return rows[0]?.n ?? 0
}

function whereDirectives(at: { bodyId: string }, filter: DirectiveFilter) {
  const parts = [sql<SqlBool>`true`]
  if (filter.side === "issued") parts.push(sql<SqlBool>`d.issuer_body_id = ${at.bodyId}`)
  if (filter.side === "received") parts.push(sql<SqlBool>`d.issuer_body_id <> ${at.bodyId}`)
  if (filter.text !== "")
    parts.push(sql<SqlBool>`d.search @@ websearch_to_tsquery('public.vietnamese', ${filter.text})`)
  return sql.join(parts, sql` and `)
}
