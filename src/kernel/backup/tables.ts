/**
 * The rows of the database as COPY writes them, one table at a time on one connection, so that one snapshot holds them all.
 * The schema is not in the backup: the program's own migrations make it again.
 */
import { createHash } from "node:crypto"
import { Transform, Writable } from "node:stream"
import { pipeline } from "node:stream/promises"
import pg from "pg"
import { from as copyFrom, to as copyTo } from "pg-copy-streams"
import type { Contents } from "./manifest.ts"

export type Table = { schema: string; table: string; columns: string[] }
export type Rows = { rows: number; sha256: string }

/** The queue's schema is in it: a reminder that waits is as much the province's as a case. */
const schemas = "('public', 'graphile_worker')"
/** Written by migrations, each in its own way; what is an extension's own is the extension's to bring. */
const ours = `c.relnamespace::regnamespace::text in ${schemas}
  and (c.relnamespace::regnamespace::text, c.relname) not in (('public', 'schema_migrations'), ('graphile_worker', 'migrations'))
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`

/**
 * The same bytes from every server: how values are written hangs on settings. `row_security` off makes PostgreSQL refuse a
 * table of which row security would hide a row, instead of leaving the row out.
 */
const sameText = `set local row_security = off; set local synchronize_seqscans = off; set local timezone = 'UTC';
  set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local extra_float_digits = 1;
  set local bytea_output = 'hex'; set local search_path = pg_catalog; set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0; set local lock_timeout = 0`

/** One view of the whole database, which writes nothing, as the role that sees every row and may change none. */
export async function inSnapshot<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query(`begin isolation level repeatable read read only; set local role lp_backup; ${sameText}`)
  try {
    return await work()
  } finally {
    // Nothing was written; a connection that broke has ended it already.
    await client.query("rollback").catch(() => {})
  }
}

export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const found = await client.query<Table>(`
    select c.relnamespace::regnamespace::text as schema, c.relname as table,
      array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and ${ours} group by 1, 2 order by 1, 2`)
  return found.rows
}

export async function sequencesOf(client: pg.Client): Promise<Contents["sequences"]> {
  const found = await client.query<{ schema: string; sequence: string }>(`
    select c.relnamespace::regnamespace::text as schema, c.relname as sequence
    from pg_class c where c.relkind = 'S' and ${ours} order by 1, 2`)
  const sequences: Contents["sequences"] = []
  for (const { schema, sequence } of found.rows) {
    const at = await client.query<{ lastValue: string; isCalled: boolean }>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quoted(schema, sequence)}`,
    )
    const state = at.rows[0]
    if (state !== undefined) sequences.push({ schema, sequence, ...state })
  }
  return sequences
}

export async function schemaOf(client: pg.Client): Promise<Pick<Contents, "migrations" | "queueMigration">> {
  const ran = await client.query<{ name: string }>("select name from public.schema_migrations order by name")
  const queue = await client.query<{ id: number }>("select max(id) as id from graphile_worker.migrations")
  return { migrations: ran.rows.map(({ name }) => name), queueMigration: queue.rows[0]?.id ?? 0 }
}

/** Streams the rows into `sinks`; a line is a row, for COPY's text form escapes a line feed inside a value. */
export async function readRows(
  client: pg.Client,
  table: Table,
  ...sinks: (NodeJS.ReadWriteStream | NodeJS.WritableStream)[]
): Promise<Rows> {
  const hash = createHash("sha256")
  let rows = 0
  const counting = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece)
      for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) rows += 1
      done(null, piece)
    },
  })
  const out = client.query(copyTo(`copy ${columnsOf(table)} to stdout`))
  await pipeline([out, counting, ...(sinks.length === 0 ? [nowhere()] : sinks)])
  return { rows, sha256: hash.digest("hex") }
}

const nowhere = () => new Writable({ write: (_piece, _encoding, done) => done() })

/** `session_replication_role = replica`: no trigger fires and no foreign key is asked while the tables are half there.
 * Checks and computed columns call functions of ours, hence the search path. */
export const loading = `set local session_replication_role = replica; ${sameText}; set local search_path = pg_catalog, public`

export async function writeRows(
  client: pg.Client,
  table: Table,
  source: NodeJS.ReadableStream,
): Promise<void> {
  await pipeline(source, client.query(copyFrom(`copy ${columnsOf(table)} from stdin`)))
}

export const setSequence = (client: pg.Client, one: Contents["sequences"][number]): Promise<unknown> =>
  client.query("select pg_catalog.setval($1::regclass, $2, $3)", [
    quoted(one.schema, one.sequence),
    one.lastValue,
    one.isCalled,
  ])

export const quoted = (schema: string, name: string): string =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`

const columnsOf = ({ schema, table, columns }: Table): string =>
  `${quoted(schema, table)} (${columns.map((name) => pg.escapeIdentifier(name)).join(", ")})`
