/** The log of what went out about warnings of the acting body; whom it reached is read by nobody. */
import { sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"

export type Channel = "mail" | "push" | "hook"
export type Outcome = "waiting" | "sent" | "failed" | "dropped"
export type What = "released" | "recalled"
export type Tally = { channel: Channel; what: What; state: Outcome; messages: number }
export type ToldWarning = {
  id: string
  code: number
  title: string
  releasedAt: string
  recalledAt: string | null
  tallies: Tally[]
}
type Window = { limit: number; offset: number }

const columns = sql`w.id, w.code, w.title, w.released_at as "releasedAt", w.recalled_at as "recalledAt"`

/** The last word first. */
export async function toldWarnings(
  tx: Tx,
  { limit, offset }: Window,
): Promise<{ rows: ToldWarning[]; total: number }> {
  const { rows } = await sql<
    ToldWarning & { total: number }
  >`with mine as (select ${columns}, count(*) over ()::int as total
      from warnings w where w.body_id = (select current_body()) and w.code is not null
      order by coalesce(w.recalled_at, w.released_at) desc, w.id limit ${limit} offset ${offset}),
    told as (select warning, jsonb_agg(jsonb_build_object('channel', channel, 'what', what, 'state', state, 'messages', messages)
        order by channel, state) as tallies
      from warnings_told((select array_agg(id) from mine)) group by warning)
    select mine.*, coalesce(told.tallies, '[]') as tallies from mine left join told on told.warning = mine.id
    order by coalesce(mine."recalledAt", mine."releasedAt") desc, mine.id`.execute(tx)
  return { rows, total: rows[0]?.total ?? 0 }
}

export type ToldLine = {
  mark: string
  channel: Channel
  what: What
  state: Outcome
  attempts: number
  at: string
  fault: string | null
}

/** Null: no released warning of the acting body has the number. */
export async function linesOfWarning(
  tx: Tx,
  code: number,
  { limit, offset }: Window,
): Promise<{ warning: ToldWarning; lines: ToldLine[] } | null> {
  const { rows } = await sql<ToldWarning & { lines: ToldLine[] }>`select ${columns},
      (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from warning_told(w.id, ${limit}, ${offset}) t) as lines,
      (select coalesce(jsonb_agg(jsonb_build_object('channel', channel, 'what', what, 'state', state, 'messages', messages)), '[]')
        from warnings_told(array[w.id])) as tallies
    from warnings w where w.code = ${code} and w.body_id = (select current_body())`.execute(tx)
  const [row] = rows
  if (row === undefined) return null
  const { lines, ...warning } = row
  return { warning, lines }
}
