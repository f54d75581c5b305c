/** The inbox of a body: objects that its programs handed in by TAXII, and the status of each request. Row security leaves one body's. */
import { type SqlBool, sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"
import { objectsFrom, ofVersions, type Row, type Wanted } from "../../feeds/store/objects.ts"
import type { ObjectAnswer } from "../domain/status.ts"

const inbox = sql`(select i.*, row_number() over (partition by object_id order by coalesce(version, added)) = 1 as is_first,
  row_number() over (partition by object_id order by coalesce(version, added) desc) = 1 as is_last from taxii_inbox i) o`

export const objectsInInbox = (tx: Tx, wanted: Wanted): Promise<Row[]> => objectsFrom(tx, inbox, [], wanted)

export async function isInInbox(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`select from taxii_inbox where object_id = ${id} limit 1`.execute(tx)
  return rows.length > 0
}

export type NewObject = { id: string; type: string; version: string | null; text: string }

/** Requests of one body wait for each other until the transaction ends. */
export const lockInbox = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtextextended('taxii_inbox ' || (select current_body())::text, 0))`.execute(
    tx,
  )

/** How many objects the inbox holds, and which of these, by their place, are there in the same version. */
export async function inboxBeside(
  tx: Tx,
  objects: readonly NewObject[],
): Promise<{ held: number; known: ReadonlySet<number> }> {
  const inOrder = objects.map(({ id, version }, n) => ({ id, version, n }))
  const { rows } = await sql<{
    held: number
    known: number[]
  }>`select (select count(*)::int from taxii_inbox) as held,
      coalesce((select array_agg(g.n) from jsonb_to_recordset(${JSON.stringify(inOrder)}::jsonb) as g(id text, version timestamptz, n int)
        join taxii_inbox i on i.object_id = g.id and i.version is not distinct from g.version), '{}') as known`.execute(
    tx,
  )
  return { held: rows[0]?.held ?? 0, known: new Set(rows[0]?.known) }
}

/** Each at a time later than every one before. */
export async function putInInbox(tx: Tx, statusId: string, objects: readonly NewObject[]): Promise<void> {
  const inOrder = objects.map((one, n) => ({ ...one, n }))
  await sql`with given as (select * from
      jsonb_to_recordset(${JSON.stringify(inOrder)}::jsonb) as g(id text, type text, version timestamptz, text text, n int)),
    last as (select greatest(max(added), acting_at()) as added from taxii_inbox)
    insert into taxii_inbox (body_id, added, object_id, object_type, version, object, status_id)
    select (select current_body()), last.added + row_number() over (order by n) * interval '1 microsecond', id, type, version, text,
      ${statusId}::uuid from given, last order by n on conflict do nothing`.execute(tx)
}

export async function insertStatus(tx: Tx, id: string, answers: readonly ObjectAnswer[]): Promise<string> {
  const { rows } = await sql<{ at: string }>`insert into taxii_statuses (id, state, answers)
    values (${id}, ${answers.some(({ state }) => state === "pending") ? "pending" : "complete"}, ${JSON.stringify(answers)}::jsonb)
    returning ${instant} as at`.execute(tx)
  return rows[0]?.at ?? ""
}
const instant = sql`to_char(asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Requests of the last 24 hours that handed something in. */
export async function countLately(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from taxii_statuses
    where asked_at > acting_at() - interval '24 hours'`.execute(tx)
  return rows[0]?.count ?? 0
}

export const wakeInbox = (tx: Tx) => sql`select wake_job('sharing.inbox')`.execute(tx)

export async function readStatus(
  tx: Tx,
  id: string,
): Promise<{ id: string; at: string; answers: ObjectAnswer[] } | null> {
  const { rows } = await sql<{
    id: string
    at: string
    answers: ObjectAnswer[]
  }>`select id, ${instant} as at, answers
    from taxii_statuses where id = ${id}`.execute(tx)
  return rows[0] ?? null
}

/** `versions`: as `ofVersions` has it. False: nothing of the kind is there. */
export async function takeOutOfInbox(tx: Tx, id: string, versions: readonly string[]): Promise<boolean> {
  const chosen = ofVersions(versions) ?? sql<SqlBool>`true`
  const { numAffectedRows = 0n } = await sql`delete from taxii_inbox where (object_id, added) in (
    select o.object_id, o.added from ${inbox} where o.object_id = ${id} and ${chosen})`.execute(tx)
  return numAffectedRows > 0n
}

export type Pending = { id: string; bodyId: string; answers: ObjectAnswer[] }

/** The oldest request that is not finished, and none of `but`. */
export async function lookPending(tx: Tx, but: readonly string[]): Promise<Pending | null> {
  const { rows } = await sql<Pending>`select id, body_id as "bodyId", answers from taxii_statuses
    where state = 'pending' and id <> all (${[...but]}::uuid[]) order by asked_at, id limit 1`.execute(tx)
  return rows[0] ?? null
}

/** Held until the transaction ends; null: it was finished meanwhile. */
export async function takePending(tx: Tx, id: string): Promise<Pending | null> {
  const { rows } = await sql<Pending>`select id, body_id as "bodyId", answers from taxii_statuses
    where id = ${id} and state = 'pending' for update`.execute(tx)
  return rows[0] ?? null
}

/** Objects of the request, as they came, in their order. */
export async function textsOf(tx: Tx, statusId: string): Promise<{ id: string; text: string }[]> {
  const { rows } = await sql<{
    id: string
    text: string
  }>`select object_id as id, object as text from taxii_inbox
    where status_id = ${statusId} order by added`.execute(tx)
  return rows
}

/** Refused objects are in the collection no longer. */
export async function finishStatus(tx: Tx, id: string, answers: readonly ObjectAnswer[]): Promise<void> {
  const refused = answers.filter(({ state }) => state === "failure").map((one) => one.id)
  await sql`delete from taxii_inbox where status_id = ${id} and object_id = any (${refused}::text[])`.execute(
    tx,
  )
  await sql`update taxii_statuses set state = 'complete', answers = ${JSON.stringify(answers)}::jsonb where id = ${id}`.execute(
    tx,
  )
}

/** Requests of before `all`, with what they handed in; finished ones of before `empty` of which nothing is in the collection. */
export async function dropInboxBefore(tx: Tx, { all, empty }: { all: Date; empty: Date }): Promise<void> {
  await sql`delete from taxii_statuses s where s.asked_at < ${all} or s.asked_at < ${empty} and s.state = 'complete'
    and not exists (select from taxii_inbox i where i.status_id = s.id)`.execute(tx)
}
