/** The records behind a count: those that the officer who asks may see, row-level security decides. */
import { sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"
import type { Scope } from "../../actions/figures.ts"
import type { Window } from "../../domain/windows.ts"

export type Behind = { kind: "signal" | "case"; id: string; bodyId: string; day: string; type: string | null }
export type Asked = { by: "type" | "area"; keys: readonly string[] }
type Page = { limit: number; offset: number }

export async function recordsBehind(
  tx: Tx,
  { by, keys }: Asked,
  { from, to }: Window,
  { limit, offset, scope }: Page & { scope: Scope },
): Promise<{ rows: Behind[]; total: number }> {
  const only = scope === "own" ? sql`(select current_body())` : sql`null::uuid`
  const tips = sql`select 'signal' as kind, id, body_id, received_on as day, type
    from tips_behind(${by}, ${[...keys]}::text[], ${from}::date, ${to}::date, ${only})`
  const rows =
    by === "type"
      ? tips
      : sql`${tips} union all select 'case', id, body_id, opened_on, null
          from cases_by_place(${from}::date, ${to}::date, ${only}) where coalesce(place, '') = any (${[...keys]}::text[])`
  const found = await sql<Behind>`select * from (${rows}) r order by day desc, id desc
    limit ${limit} offset ${offset}`.execute(tx)
  const counted = await sql<{ total: number }>`select count(*)::int as total from (${rows}) r`.execute(tx)
  return { rows: found.rows, total: counted.rows[0]?.total ?? 0 }
}

const placesMax = 20_000

/** As written, of the tips and cases that this officer may see. */
export async function placesShown(tx: Tx, { from, to }: Window, scope: Scope): Promise<string[]> {
  const only = scope === "own" ? sql`(select current_body())` : sql`null::uuid`
  const found = await sql<{ place: string }>`select place from signals s
      where s.received_at >= day_begins(${from}::date) and s.received_at < day_begins(${to}::date + 1)
        and (${only} is null or s.body_id = ${only}) and place is not null group by 1
    union select place from cases_by_place(${from}::date, ${to}::date, ${only}) where place is not null
    limit ${placesMax}`.execute(tx)
  return found.rows.map(({ place }) => place)
}

/** `place`: a commune's code; "" where none is named. */
export type Spread = { type: string; place: string; bodyId: string; tips: number }

/**
 * How the tips behind a count are spread, by tricks or by codes of communes (`keys`); an enterprise has its own records and needs no
 * counts of others'.
 */
export async function spreadBehind(tx: Tx, { by, keys }: Asked, { from, to }: Window): Promise<Spread[]> {
  const found = await sql<Omit<Spread, "tips"> & { tips: string }>`
    select * from province_tips_behind(${by}, ${[...keys]}::text[], ${from}::date, ${to}::date)`.execute(tx)
  return found.rows.map((row) => ({ ...row, tips: Number(row.tips) }))
}
