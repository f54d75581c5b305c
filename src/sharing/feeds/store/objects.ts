/** The table of STIX objects: written by one job, read page by page from an index. */
import { type RawBuilder, type SqlBool, sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"

export const collections = ["public", "bodies", "enterprises"] as const
export type Collection = (typeof collections)[number]

/** The number up to which changes were written. The row is locked until the transaction ends: one writer at a time. */
export async function takePen(tx: Tx): Promise<{ seq: string }> {
  const { rows } = await sql<{
    seq: string
  }>`select feed_seq::text as seq from shared_objects_end for update`.execute(tx)
  const row = rows[0]
  if (row === undefined) throw new Error("shared_objects_end has lost its row")
  return row
}

/** `version`: null for an observable, which has no day of its own. */
export type NewObject = {
  collection: Collection
  id: string
  type: string
  version: string | null
  text: string
  bodyId: string | null
  indicatorId: string | null
  warningId: string | null
}

/**
 * Adds what is not there as it is, each at a time of its own that is later than every one given before. An object that says
 * something else under the same version takes the place of the old.
 */
export async function addObjects(tx: Tx, objects: readonly NewObject[], upTo: string): Promise<void> {
  const inOrder = objects.map((one, n) => ({ ...one, n }))
  const given = sql`with given as (select * from jsonb_to_recordset(${JSON.stringify(inOrder)}::jsonb) as g(collection text, id text,
    type text, version timestamptz, text text, "bodyId" uuid, "indicatorId" uuid, "warningId" uuid, n int))`
  const isSame = sql`o.collection = g.collection and o.object_id = g.id and o.version is not distinct from g.version`
  await sql`${given} delete from shared_objects o using given g where ${isSame} and o.object <> g.text`.execute(
    tx,
  )
  await sql`${given}, last as (select greatest(added, acting_at()) as added from shared_objects_end),
    fresh as (select g.*, row_number() over (order by g.n) as nth from given g where not exists (select from shared_objects o where ${isSame})),
    added as (insert into shared_objects (collection, added, object_id, object_type, version, is_first, object, body_id, indicator_id, warning_id)
      select collection, last.added + nth * interval '1 microsecond', id, type, version,
        not exists (select from shared_objects o where o.collection = f.collection and o.object_id = f.id), text, "bodyId",
        "indicatorId", "warningId" from fresh f, last returning collection, object_id, added),
    older as (update shared_objects o set is_last = false from added a
      where o.collection = a.collection and o.object_id = a.object_id and o.is_last)
    update shared_objects_end e set feed_seq = ${upTo}::bigint,
      added = coalesce((select max(a.added) from added a), e.added)`.execute(tx)
}

export type Row = {
  id: string
  added: string
  version: string
  text: string
}
export type Wanted = {
  addedAfter: string | null
  ids: readonly string[] | null
  types: readonly string[] | null
  /** Instants, "first", "last", "all"; null: every one. */
  versions: readonly string[] | null
  limit: number
  after: string | null
}

/** One more than `limit`, where there is more. Row security leaves what the reader may see. */
export const objectsOf = (tx: Tx, collection: Collection, wanted: Wanted): Promise<Row[]> =>
  objectsFrom(tx, sql`shared_objects o`, [sql<SqlBool>`o.collection = ${collection}`], wanted)

/** `from`: a relation named `o` with the columns of `shared_objects` that tell of an object and its version. */
export async function objectsFrom(
  tx: Tx,
  from: RawBuilder<unknown>,
  narrowed: readonly RawBuilder<SqlBool>[],
  wanted: Wanted,
): Promise<Row[]> {
  const { addedAfter, ids, types, versions, limit, after } = wanted
  const where = [sql<SqlBool>`true`, ...narrowed]
  for (const position of [addedAfter, after])
    if (position !== null) where.push(sql<SqlBool>`o.added > ${position}::timestamptz`)
  if (ids !== null) where.push(sql<SqlBool>`o.object_id = any (${[...ids]}::text[])`)
  if (types !== null) where.push(sql<SqlBool>`o.object_type = any (${[...types]}::text[])`)
  const chosen = versions === null ? null : ofVersions(versions)
  if (chosen !== null) where.push(chosen)
  const { rows } = await sql<Row>`select o.object_id as id, ${microseconds(sql`o.added`)} as added,
      coalesce(to_char(o.version at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ${microseconds(sql`o.added`)}) as version,
      o.object as text
    from ${from} where ${sql.join(where, sql` and `)} order by o.added limit ${limit + 1}`.execute(tx)
  return rows
}

const microseconds = (at: ReturnType<typeof sql>) =>
  sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** A condition; null: all versions. */
export function ofVersions(versions: readonly string[]) {
  if (versions.includes("all")) return null
  const instants = versions.filter((one) => !["first", "last"].includes(one))
  const any = [
    ...(versions.includes("last") ? [sql<SqlBool>`o.is_last`] : []),
    ...(versions.includes("first") ? [sql<SqlBool>`o.is_first`] : []),
    ...(instants.length === 0
      ? []
      : [sql<SqlBool>`coalesce(o.version, o.added) = any (${instants}::timestamptz[])`]),
  ]
  return any.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(any, sql` or `)})`
}

export async function hasObject(tx: Tx, collection: Collection, id: string): Promise<boolean> {
  const { rows } =
    await sql`select from shared_objects where collection = ${collection} and object_id = ${id} limit 1`.execute(
      tx,
    )
  return rows.length > 0
}

/** Objects that are over since before `before` leave, unless somebody else still warns of the same; at most `limit`. */
export async function dropEnded(tx: Tx, before: Date, limit: number): Promise<number> {
  const { numAffectedRows = 0n } = await sql`delete from shared_objects where (collection, added) in (
    select o.collection, o.added from shared_objects o
      left join shared_indicators i on i.id = o.indicator_id
      left join warnings w on w.id = o.warning_id
    where (i.ended_at < ${before} and not exists (select from shared_indicators l
        where l.kind = i.kind and l.value = i.value and l.state = 'released')
      or w.ended_at < ${before}) limit ${limit})`.execute(tx)
  return Number(numAffectedRows)
}
