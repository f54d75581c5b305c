/** Counts and records of figures, from the views that the slices publish (migration 0600). */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Counted, FigureDefinition, Reported, Since } from "../domain/figures.ts"
import type { LimitPass } from "../domain/tallies.ts"
import type { Window } from "../domain/windows.ts"

/** The whole province in numbers, without names: the database refuses an enterprise. */
export async function countProvince(tx: Tx, { from, to }: Window): Promise<Counted[]> {
  const { rows } = await sql<Counted>`select * from province_figures(${from}, ${to})`.execute(tx)
  return rows
}

/**
 * One's own body's records, and what it answered in the files of others: an enterprise keeps none of its own.
 * Who acts is asked in brackets: once, and not again for each row.
 */
export async function countOwn(tx: Tx, { from, to }: Window): Promise<Counted[]> {
  const { rows } = await sql<Counted>`select * from count_figures(${from}, ${to}, (select current_body()))
    union all
    select figure, part, by_body_id, count(*), sum(amount),
        round((percentile_cont(0.5) within group (order by amount))::numeric, 1), null
      from (select figure, part, by_body_id, body_id, first_on, amount from case_figures
        union all select figure, part, by_body_id, body_id, first_on, amount from sharing_figures) f
      where figure in ('III.5.2', 'III.5.3') and first_on between ${from} and ${to}
        and by_body_id = (select current_body()) and body_id <> (select current_body())
      group by grouping sets ((figure, part), (figure, part, by_body_id))`.execute(tx)
  return rows
}

export async function reportedFor(tx: Tx, labels: readonly string[]): Promise<Reported[]> {
  const { rows } = await sql<Reported>`select * from reported_figures(${[...labels]}::text[])`.execute(tx)
  return rows
}

/** Of figures whose records count for a body from the day on which it first kept any. */
export async function recordedSince(tx: Tx): Promise<Since[]> {
  const { rows } = await sql<Since>`select figure, body_id, since::text from recorded_since()`.execute(tx)
  return rows
}

/** Checks that passed by the yearly limit in a window: for agencies; `onlyBody` null is the province. */
export async function limitPasses(
  tx: Tx,
  { from, to }: Window,
  onlyBody: string | null,
): Promise<LimitPass[]> {
  const { rows } =
    await sql<LimitPass>`select code, body_name as body, on_day::text as on, reason from limit_passes(${from}, ${to}, ${onlyBody}::uuid)`.execute(
      tx,
    )
  return rows
}

export async function actingBody(tx: Tx): Promise<string> {
  const { rows } = await sql<{ id: string }>`select current_body() as id`.execute(tx)
  return rows[0]?.id ?? ""
}

export async function figuresSince(tx: Tx): Promise<string | null> {
  const { rows } = await sql<{ since: string | null }>`select figures_since() as since`.execute(tx)
  return rows[0]?.since ?? null
}

export type FigureRecord = {
  kind:
    | "signal"
    | "case"
    | "directive"
    | "assignment"
    | "warning"
    | "indicator"
    | "incident"
    | "inspection"
    | "campaign"
    | "course-round"
    | "notice"
    | "proposal"
  /** Null where the count is known but the record is another body's. */
  id: string | null
  bodyId: string
  byBodyId: string | null
  day: string
  part: string
  amount: number | null
}
export type Page = { limit: number; offset: number }
export type Records = { rows: FigureRecord[]; total: number }

/** What of a figure the officer who asks may open: row-level security decides. */
export async function recordsOf(
  tx: Tx,
  definition: FigureDefinition,
  window: Window,
  page: Page & { onlyBody: string | null; part?: string | null; byBody?: string | null },
): Promise<Records> {
  const { part = null, byBody = null } = page
  const rows = sql`(${rowsOf(definition, window, page.onlyBody)}) r
    where (${part}::text is null or r.part = ${part}) and (${byBody}::uuid is null or r.by_body_id = ${byBody}::uuid)`
  const found = await sql<FigureRecord>`select * from ${rows} order by day desc, id desc
    limit ${page.limit} offset ${page.offset}`.execute(tx)
  const counted = await sql<{ total: number }>`select count(*)::int as total from ${rows}`.execute(tx)
  return { rows: found.rows, total: counted.rows[0]?.total ?? 0 }
}

function rowsOf({ id, slice }: FigureDefinition, { from, to }: Window, onlyBody: string | null) {
  switch (slice) {
    case "signals":
      return sql`select record_kind as kind, record_id as id, body_id, by_body_id, first_on as day, part, amount
        from signal_figures where figure = ${id}
        and at >= day_begins(${from}::date) and at < day_begins(${to}::date + 1)
        and case when ${onlyBody}::uuid is null then not is_passed_on else body_id = ${onlyBody}::uuid end`
    case "cases":
      // An enterprise sees what it was asked, the police what was handed to them: not the case's id unless the case is theirs to open.
      return sql`select record_kind as kind, (select c.id from cases c where c.id = record_id) as id, body_id, by_body_id,
          first_on as day, part, amount
        from case_figures where figure = ${id} and first_on between ${from} and ${to}
        and (${onlyBody}::uuid is null or ${onlyBody}::uuid in (body_id, by_body_id))
        union all ${rowsOfSharing(id, { from, to }, onlyBody)}`
    case "directives":
      return sql`select record_kind as kind, record_id as id, body_id, by_body_id, first_on as day,
          case when figure = 'II.2' then duty_part(due_on, done_on, ${to}) else 'all' end as part, null::numeric as amount
        from directive_figures where figure = ${id} and first_on <= ${to} and last_on >= ${from}
        and (${onlyBody}::uuid is null or body_id = ${onlyBody}::uuid)`
    case "sharing":
      return rowsOfSharing(id, { from, to }, onlyBody)
    case "infrastructure":
      return sql`select record_kind as kind, record_id as id, body_id, by_body_id, first_on as day, part, amount
        from infrastructure_figures where figure = ${id} and first_on between ${from} and ${to}
        and (${onlyBody}::uuid is null or body_id = ${onlyBody}::uuid)`
    case "inspections":
      return sql`select record_kind as kind, record_id as id, body_id, by_body_id, first_on as day, part, amount
        from inspection_figures where figure = ${id} and first_on between ${from} and ${to}
        and case when ${onlyBody}::uuid is null then not is_joint else body_id = ${onlyBody}::uuid end`
    case "awareness":
      return sql`select record_kind as kind, record_id as id, body_id, by_body_id, first_on as day, part, amount
        from awareness_figures where figure = ${id} and first_on between ${from} and ${to}
        and (${onlyBody}::uuid is null or body_id = ${onlyBody}::uuid)`
    case "notices":
      return sql`select record_kind as kind, record_id as id, body_id, by_body_id, first_on as day, part, amount
        from notice_figures where figure = ${id} and first_on between ${from} and ${to}
        and (${onlyBody}::uuid is null or body_id = ${onlyBody}::uuid)`
    case "proposals":
      return sql`select record_kind as kind, record_id as id, body_id, by_body_id, first_on as day,
          proposal_part(record_id, ${to}) as part, null::numeric as amount
        from proposal_figures where figure = ${id} and first_on between ${from} and ${to}
        and (${onlyBody}::uuid is null or body_id = ${onlyBody}::uuid)`
    case null:
      throw new Error(`${id} is not counted from records`)
  }
}

/** What was shared, warned of and blocked: also part of figures that cases count (III.5.2). */
const rowsOfSharing = (id: string, { from, to }: Window, onlyBody: string | null) =>
  sql`select record_kind as kind, record_id as id, body_id, by_body_id, first_on as day, part, amount
    from sharing_figures where figure = ${id} and first_on between ${from} and ${to}
    and (${onlyBody}::uuid is null or ${onlyBody}::uuid in (body_id, by_body_id))`
