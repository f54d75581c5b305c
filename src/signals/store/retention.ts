/** Tips whose personal data comes to its end, and the holds that keep one whole. */
import { type SqlBool, sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

/** Nothing is erased before this day: a desk with old tips is told first. */
export async function erasureBegins(tx: Tx): Promise<string> {
  const found = await sql<{ on: string }>`select local_day(erasure_begins()) as on`.execute(tx)
  return found.rows[0]?.on ?? ""
}

export type Hold = { reason: string; byName: string; at: string }

export async function holdOn(tx: Tx, signalId: string): Promise<Hold | null> {
  const found =
    await sql<Hold>`select reason, by_name, at from signal_holds where signal_id = ${signalId}`.execute(tx)
  return found.rows[0] ?? null
}

/** True where a file, a hold or another body keeps it or a tip that it was put into, or where that one is not over. */
export async function isKept(tx: Tx, signalId: string): Promise<boolean> {
  const found = await sql<{ kept: boolean }>`select signal_is_kept(${signalId}) as kept`.execute(tx)
  return found.rows[0]?.kept === true
}

/** False: it is held already. */
export async function insertHold(tx: Tx, signalId: string, hold: { reason: string; byName: string }) {
  const done = await sql`insert into signal_holds (signal_id, body_id, reason, by_name)
    values (${signalId}, current_body(), ${hold.reason}, ${hold.byName}) on conflict do nothing`.execute(tx)
  return (done.numAffectedRows ?? 0n) > 0n
}

export async function dropHold(tx: Tx, signalId: string): Promise<boolean> {
  const done = await sql`delete from signal_holds where signal_id = ${signalId}`.execute(tx)
  return (done.numAffectedRows ?? 0n) > 0n
}

/** Months by the reason of an end; `others`: of every other reason. */
export type Terms = { named: readonly { reason: string; months: number }[]; others: number }

/** Over, held by nobody, and its months are over within so many days. */
export const endsIn = (
  { named, others }: Terms,
  daysAhead: number,
) => sql<SqlBool>`state in ('closed', 'merged')
  and case_id is null and (erased_at is null or erased_at < changed_at) and changed_at < acting_at() + make_interval(days => ${daysAhead}) - make_interval(months =>
    coalesce((select t.months from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as t (reason text, months int)
      where t.reason = close_reason), ${others}))
  and not signal_is_kept(id)`

/** The acting body's, whose day comes within so many days; counted up to 1,000. */
export async function countEnding(tx: Tx, terms: Terms, daysAhead: number): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from (select from signals
    where body_id = (select current_body()) and ${endsIn(terms, daysAhead)} limit 1000) s`.execute(tx)
  return found.rows[0]?.n ?? 0
}

/** Tips of every body whose term has ended, behind `after`, in the order of ids. */
export async function tipsToErase(tx: Tx, terms: Terms, of: { after: string; limit: number }) {
  const found = await sql<{ id: string; bodyId: string }>`select id, body_id from signals
    where acting_at() >= erasure_begins() and ${endsIn(terms, 0)} and id > ${of.after} order by id limit ${of.limit}`.execute(
    tx,
  )
  return found.rows
}

/** False: a file, a hold or another body keeps it. */
export async function eraseOne(tx: Tx, id: string, blank: Buffer): Promise<boolean> {
  const found = await sql<{ done: boolean }>`select erase_signal(${id}, ${blank}::bytea) as done`.execute(tx)
  return found.rows[0]?.done === true
}
