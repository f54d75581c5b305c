/** Sources that a body subscribes to, and each time they were asked. */
import { sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"
import type { LineFault } from "../../imports/domain/line.ts"
import type { FetchFault, Position, SourceState } from "../domain/source.ts"

export type NewSource = { name: string; url: string; sealed: Buffer | null; byName: string }

/** Null: the body has it already. */
export async function insertSource(tx: Tx, { name, url, sealed, byName }: NewSource): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`insert into sharing_sources (name, url, sealed, added_name)
    values (${name}, ${url}, ${sealed}, ${byName}) on conflict do nothing returning id`.execute(tx)
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

/** Sources of the acting body, each with the last times it was asked, newest first. */
export async function sourcesOf(
  tx: Tx,
  { limit, fetches }: { limit: number; fetches: number },
): Promise<Source[]> {
  const { rows } =
    await sql<Source>`select s.id, s.name, s.url, s.state, s.failures, s.added_name as "addedName",
      s.added_at as "addedAt", coalesce(f.list, '[]') as fetches
    from sharing_sources s, lateral (select jsonb_agg(to_jsonb(one) order by one.nth desc) as list from (
      select id as nth, began_at as "beganAt", fault, said, pages, made, taken_back as "takenBack", counts, unread
      from sharing_source_fetches where source_id = s.id order by id desc limit ${fetches}) one) f
    where s.body_id = (select current_body()) and s.state <> 'ended' order by s.added_at, s.id limit ${limit}`.execute(
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

/** `all`: also those whose time has not come. */
export async function dueSources(tx: Tx, { limit, all }: { limit: number; all: boolean }): Promise<Due[]> {
  const { rows } =
    await sql<Due>`select id, body_id as "bodyId", name, url, sealed, failures, added_after as "addedAfter",
      next_page as next from sharing_sources where state = 'live' and (${all} or next_at <= acting_at())
    order by next_at, id limit ${limit}`.execute(tx)
  return rows
}

/** With the drafts of the page, in one transaction: a page is taken once, whenever the program ends. */
export async function keepPosition(tx: Tx, id: string, { addedAfter, next }: Position): Promise<void> {
  await sql`update sharing_sources set added_after = ${addedAfter}, next_page = ${next} where id = ${id}`.execute(
    tx,
  )
}

/** A source that fails is asked again after 2, 4, 8… minutes, at last every half day. */
export async function keepFetch(
  tx: Tx,
  { id, bodyId }: Pick<Due, "id" | "bodyId">,
  fetch: Omit<Fetch, "beganAt"> & { minutes: number; beganAt: Date },
): Promise<void> {
  const { beganAt, fault, said, pages, made, takenBack, counts, unread, minutes } = fetch
  await sql`insert into sharing_source_fetches (source_id, body_id, began_at, fault, said, pages, made, taken_back, counts, unread)
    values (${id}, ${bodyId}, ${beganAt}, ${fault}, ${said}, ${pages}, ${made}, ${takenBack}, ${JSON.stringify(counts)}::jsonb,
      ${JSON.stringify(unread)}::jsonb)`.execute(tx)
  await sql`update sharing_sources set failures = case when ${fault === null} then 0 else least(failures + 1, 100) end,
    next_at = acting_at() + interval '1 minute' * case when ${fault === null} then ${minutes}::int
      else least(2 ^ least(failures + 1, 10), 720) end where id = ${id}`.execute(tx)
}

export async function dropFetches(tx: Tx, before: Date): Promise<void> {
  await sql`delete from sharing_source_fetches where began_at < ${before}`.execute(tx)
}
