/** What each spelling of a place was found to be (migration 0712). As a job: nobody else reads the spellings of all bodies. */
import { sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"

/** Spellings read by another list than `reading` come up again. */
export async function forgetOtherReadings(tx: Tx, reading: string): Promise<void> {
  const other = sql<boolean>`(read_by < ${reading} or read_by > ${reading})`
  const found = await sql<{
    is: boolean
  }>`select exists (select from place_codes where ${other}) as is`.execute(tx)
  if (found.rows[0]?.is !== true) return
  await lock(tx)
  await sql`delete from place_codes where ${other}`.execute(tx)
  await sql`insert into unread_places select distinct place from signals where place is not null`.execute(tx)
}

/** At most so many, and they are taken out of the waiting ones. Whoever reads at the same time waits. */
export async function takeUnread(tx: Tx, most: number): Promise<string[]> {
  const waiting = await sql`select from unread_places limit 1`.execute(tx)
  if (waiting.rows.length === 0) return []
  await lock(tx)
  const found = await sql<{ place: string }>`with taken as (
      select distinct place from (select place from unread_places limit ${most * 10}) u limit ${most})
    delete from unread_places u using taken t where u.place = t.place returning u.place`.execute(tx)
  return [...new Set(found.rows.map(({ place }) => place))]
}

const lock = (tx: Tx) => sql`select from job_locks where name = 'reports.places' for update`.execute(tx)

export async function keepCodes(
  tx: Tx,
  found: readonly { place: string; code: string }[],
  reading: string,
): Promise<void> {
  await sql`insert into place_codes (place_hash, code, read_by)
    select distinct on (place_hash(f.place)) place_hash(f.place), f.code, ${reading}
      from unnest(${found.map(({ place }) => place)}::text[], ${found.map(({ code }) => code)}::text[]) f (place, code)
    on conflict (place_hash) do update set code = excluded.code, read_by = excluded.read_by`.execute(tx)
}
