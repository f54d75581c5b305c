/** Sources that a body subscribes to, and each time they were asked. */
import { sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"
import type { LineFault } from "../../imports/domain/line.ts"
import { type FetchFault, isFailed, type Position, type SourceState } from "../domain/source.ts"

export type NewSource = { name: string; url: string; sealed: Buffer | null; byName: string }

/**
 * Null: the body has it already. An address that the body took from before keeps its name of then, by which a recall finds what
 * came from it.
 */
export async function insertSource(tx: Tx, { name, url, sealed, byName }: NewSource): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`insert into sharing_sources (name, url, sealed, added_name)
    values (coalesce((select name from sharing_sources where body_id = (select current_body()) and url = ${url}
      order by added_at desc, id desc limit 1), ${name}), ${url}, ${sealed}, ${byName}) on conflict do nothing returning id`.execute(
    tx,
  )
  await wakeSources(tx)
  return rows[0]?.id ?? null
}

export const wakeSources = (tx: Tx) => sql`select wake_job('sharing.sources')`.execute(tx)

export type Fetch = {
  beganAt: string
  fault: FetchFault | null
  said: string | null
  pages: number
  made: number
  takenBack: number
  counts: Readonly<Record<string, number>>
  unread: readonly LineFault[]
}
export type Source = {
  id: string
  name: string
  url: string
  state: SourceState
  failures: number
  addedName: string
  addedAt: string
  fetches: readonly Fetch[]
}

export async function countSources(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from sharing_sources
    where body_id = (select current_body()) and state <> 'ended'`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Sources of the acting body, each with the last times it was asked, newest first. */
export async function sourcesOf(
  tx: Tx,
  { limit, offset, fetches }: { limit: number; offset: number; fetches: number },
): Promise<Source[]> {
  const { rows } =
    await sql<Source>`select s.id, s.name, s.url, s.state, s.failures, s.added_name as "addedName",
      s.added_at as "addedAt", coalesce(f.list, '[]') as fetches
    from sharing_sources s, lateral (select jsonb_agg(to_jsonb(one) order by one.nth desc) as list from (
      select id as nth, began_at as "beganAt", fault, said, pages, made, taken_back as "takenBack", counts, unread
      from sharing_source_fetches where source_id = s.id order by id desc limit ${fetches}) one) f
    where s.body_id = (select current_body()) and s.state <> 'ended' order by s.added_at, s.id limit ${limit} offset ${offset}`.execute(
      tx,
    )
  return rows
}

export async function changeState(tx: Tx, id: string, state: SourceState): Promise<boolean> {
  const ends = state === "ended" ? sql`, sealed = null` : sql``
  const { numAffectedRows } =
    await sql`update sharing_sources set state = ${state}, next_at = acting_at()${ends}
    where id = ${id} and body_id = (select current_body()) and state <> 'ended'`.execute(tx)
  await wakeSources(tx)
  return numAffectedRows === 1n
}

export type Due = Position & {
  id: string
  bodyId: string
  name: string
  url: string
  sealed: Buffer | null
  failures: number
}

/** `all`: also those whose time has not come. `but`: asked in this run already. */
export async function dueSources(
  tx: Tx,
  { limit, all, but }: { limit: number; all: boolean; but: readonly string[] },
): Promise<Due[]> {
  const { rows } =
    await sql<Due>`select id, body_id as "bodyId", name, url, sealed, failures, added_after as "addedAfter",
      next_page as next from sharing_sources where state = 'live' and (${all} or next_at <= acting_at())
      and id <> all (${[...but]}::uuid[])
    order by next_at, id limit ${limit}`.execute(tx)
  return rows
}

/** The source stays as it is until the transaction ends. False: it is not where a run left it, or not live. */
export async function holdPosition(
  tx: Tx,
  { id, bodyId }: Pick<Due, "id" | "bodyId">,
  { addedAfter, next }: Position,
): Promise<boolean> {
  const { rows } =
    await sql`select from sharing_sources where id = ${id} and body_id = ${bodyId} and state = 'live'
    and added_after is not distinct from ${addedAfter} and next_page is not distinct from ${next} for update`.execute(
      tx,
    )
  return rows.length === 1
}

/** With the drafts of the page, in one transaction: a page is taken once, whenever the program ends. */
export async function keepPosition(tx: Tx, id: string, { addedAfter, next }: Position): Promise<void> {
  await sql`update sharing_sources set added_after = ${addedAfter}, next_page = ${next} where id = ${id}`.execute(
    tx,
  )
}

/** A source that fails is asked again after 2, 4, 8… minutes, at last every half day; any other after `minutes`. */
export async function keepFetch(
  tx: Tx,
  id: string,
  fetch: Omit<Fetch, "beganAt"> & { minutes: number; beganAt: Date },
): Promise<void> {
  const { beganAt, fault, said, pages, made, takenBack, counts, unread, minutes } = fetch
  const hasFailed = isFailed(fault)
  await sql`insert into sharing_source_fetches (source_id, body_id, began_at, fault, said, pages, made, taken_back, counts, unread)
    select id, body_id, ${beganAt}::timestamptz, ${fault}::text, ${said}::text, ${pages}::smallint, ${made}::int, ${takenBack}::int,
      ${JSON.stringify(counts)}::jsonb, ${JSON.stringify(unread)}::jsonb from sharing_sources where id = ${id}`.execute(
    tx,
  )
  await sql`update sharing_sources set failures = case when ${hasFailed} then least(failures + 1, 100) else 0 end,
    next_at = acting_at() + interval '1 minute' * case when ${hasFailed} then least(2 ^ least(failures + 1, 10), 720)
      else ${minutes}::int end where id = ${id}`.execute(tx)
}

export async function dropFetches(tx: Tx, before: Date): Promise<void> {
  await sql`delete from sharing_source_fetches where began_at < ${before}`.execute(tx)
}
