/**
 * The five ways to act (docs/contracts.md, "Who acts"). Every transaction says first who acts; row-level
 * security does the rest. Nothing here takes a `where`: a forgotten one must not be a leak.
 */
import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from "kysely"
import pg from "pg"
import type { Keys } from "../keys.ts"
import type { DB } from "./schema.ts"

/** A transaction in which somebody acts. */
export type Tx = Transaction<DB>

/** The clock of the whole program: the demo stands still on a day, production follows the machine. */
export type Clock = { now(): Date }

/** Roles that sign in; each owns nothing and bypasses nothing, save `lp_queue`, which owns the job queue's schema. */
export const loginRoles = ["lp_owner", "lp_app", "lp_public", "lp_job", "lp_queue"] as const
export type LoginRole = (typeof loginRoles)[number]

export type Database = {
  app: Kysely<DB>
  public: Kysely<DB>
  job: Kysely<DB>
  /** For graphile-worker's own statements only. */
  queuePool: pg.Pool
  clock: Clock
  close(): Promise<void>
}

/** Who is signed in, for which body. `bodyId` isolates; `unitId` narrows inside it. */
export type Acting = { officerId: string; bodyId: string; requestId?: string | undefined }
export type ActingToken = { bodyId: string; scopes: readonly string[]; requestId?: string | undefined }

/** Rows speak camelCase in code and snake_case in SQL; keys inside a JSON value stay as they were stored. */
const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true })

export function openDatabase(
  adminUrl: string,
  options: { keys: Keys; clock: Clock; poolMax?: number },
): Database {
  const max = options.poolMax ?? 10
  const pool = (role: LoginRole, size: number) => openPool(roleUrl(adminUrl, role, options.keys), size)
  const kysely = (role: LoginRole, size: number) =>
    new Kysely<DB>({ dialect: new PostgresDialect({ pool: pool(role, size) }), plugins: [camelCase] })
  const database = {
    app: kysely("lp_app", max),
    public: kysely("lp_public", Math.ceil(max / 2)),
    job: kysely("lp_job", Math.ceil(max / 2)),
    queuePool: pool("lp_queue", 4),
    clock: options.clock,
  }
  const close = async () => {
    await Promise.all([
      database.app.destroy(),
      database.public.destroy(),
      database.job.destroy(),
      database.queuePool.end(),
    ])
  }
  return { ...database, close }
}

function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, types: parsers(), idleTimeoutMillis: 30_000 })
  // A connection that ends (the server restarts) is replaced at the next use; there is nothing to undo.
  const replaced = () => {}
  pool.on("error", replaced)
  pool.on("connect", (client) => client.on("error", replaced))
  return pool
}

export function asOfficer<T>(db: Database, who: Acting, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { officerId, bodyId, requestId = "" } = who
  return act(db.app, db, { "app.officer": officerId, "app.body": bodyId, "app.request": requestId }, work)
}

export function asToken<T>(db: Database, who: ActingToken, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { bodyId, scopes, requestId = "" } = who
  return act(
    db.app,
    db,
    { "app.body": bodyId, "app.scopes": scopes.join(" "), "app.request": requestId },
    work,
  )
}

export function asPublic<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return act(db.public, db, {}, work)
}

/** `receiptHash` is the keyed hash of the receipt code (`keys.hmac("receipt", code)`), never the code. */
export function asReporter<T>(db: Database, receiptHash: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return act(db.public, db, { "app.receipt": receiptHash }, work)
}

export function asJob<T>(db: Database, name: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return act(db.job, db, { "app.job": name }, work)
}

/**
 * Opens the transaction and says who acts in one round trip; the settings are local to it, so that a pooled connection
 * carries nobody's name to the next. Two statements in one message take no parameters: the values are written as
 * literals by `pg`'s own escaping, and nothing else in the program is written so.
 */
async function act<T>(
  kysely: Kysely<DB>,
  db: Database,
  settings: Record<string, string>,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const all = Object.entries({ ...settings, "app.now": db.clock.now().toISOString() })
  const said = all.map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  )
  return kysely.connection().execute(async (connection) => {
    const tx = connection as unknown as Tx
    await sql.raw(`begin; select ${said.join(", ")}`).execute(tx)
    try {
      const result = await work(tx)
      await sql.raw("commit").execute(tx)
      return result
    } catch (error) {
      await sql.raw("rollback").execute(tx).catch(lost)
      throw error
    }
  })
}

/** A connection that broke has rolled back already; the error that is told is the one that came first. */
const lost = () => {}

/** The same server and database, signed in as `role`; passwords derive from a key outside the database. */
export function roleUrl(adminUrl: string, role: LoginRole, keys: Keys): string {
  const url = new URL(adminUrl)
  url.username = role
  url.password = rolePassword(role, keys)
  return url.toString()
}

export function rolePassword(role: LoginRole, keys: Keys): string {
  return keys.hmac("roles", role)
}

/** A date stays the text `YYYY-MM-DD` and an instant an ISO text in UTC: no time zone slips in between. */
function parsers(): pg.CustomTypesConfig {
  const own: Record<number, (text: string) => unknown> = {
    1082: (text) => text,
    1184: (text) => new Date(text).toISOString(),
    20: (text) => Number(text),
    1700: (text) => Number(text),
  }
  return {
    getTypeParser: ((oid: number, format?: "text" | "binary") =>
      (format === "text" || format === undefined) && own[oid] !== undefined
        ? own[oid]
        : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig["getTypeParser"],
  }
}
