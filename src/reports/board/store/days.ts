/** Counts of tips for the board, as a job; its kept days, as everybody. */
import { sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"
import type { Board, Count, Span, Window } from "../domain/board.ts"

/** Tips as the figure I.1 of the report counts them: each where it came first. */
export async function countTips(tx: Tx, windows: Readonly<Record<Span, Window>>): Promise<Count[]> {
  const { rows } = await sql<Count>`with w (span, from_on, to_on) as (
      select * from jsonb_to_recordset(${JSON.stringify(
        Object.entries(windows).map(([span, { from, to }]) => ({ span, from_on: from, to_on: to })),
      )}::jsonb) r (span text, from_on date, to_on date))
    select w.span, case when grouping(s.type) = 0 then coalesce(s.type, '') end as type, case when grouping(p.code) = 0 then coalesce(p.code, '') end as code,
      count(*)::int as tips, count(s.loss_vnd)::int as losses,
      coalesce(sum(s.loss_vnd), 0)::float8 as loss, coalesce(max(s.loss_vnd), 0)::float8 as largest
    from w join signals s on s.received_at >= day_begins(w.from_on) and s.received_at < day_begins(w.to_on + 1) and s.channel <> 'forwarded'
      left join place_codes p on p.place_hash = place_hash(s.place)
    group by grouping sets ((w.span), (w.span, s.type), (w.span, p.code)) limit 5000`.execute(tx)
  return rows
}

/** The day of the first tip of all; null: there is none. */
export async function firstTipOn(tx: Tx): Promise<string | null> {
  const { rows } = await sql<{
    on: string | null
  }>`select local_day(min(received_at))::text as on from signals`.execute(tx)
  return rows[0]?.on ?? null
}

export async function keepDay(tx: Tx, board: Board): Promise<void> {
  await sql`insert into board_days (on_day, figures) values (${board.on}::date, ${JSON.stringify(board)}::jsonb)
    on conflict (on_day) do update set figures = excluded.figures, written_at = acting_at()`.execute(tx)
}

/** The newest first. */
export async function daysKept(tx: Tx, most: number): Promise<Board[]> {
  const { rows } = await sql<{
    figures: Board
  }>`select figures from board_days order by on_day desc limit ${most}`.execute(tx)
  return rows.map(({ figures }) => figures)
}
