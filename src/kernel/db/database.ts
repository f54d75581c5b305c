/**
 * The five ways to act (docs/contracts.md, "Who acts"). Every transaction says first who acts; row-level
 * security does the rest. Nothing here takes a `where`: a forgotten one must not be a leak.
 */
import { AsyncLocalStorage } from "node:async_hooks"
import type { Transaction } from "kysely"
import pg from "pg"
import type { Keys } from "../keys.ts"
import { openPool, speakOn } from "./connection.ts"
import { openQueuePool } from "./queue-pool.ts"
import type { DB } from "./schema.ts"
import { holdSending, type Keyed, onceUnder, type Sending } from "./sending.ts"
import { PoolBusy } from "./trouble.ts"

export { keepEveryStatement, kept } from "./connection.ts"

/** A transaction in which somebody acts. */
export type Tx = Transaction<DB>

/** The clock of the whole program: the demo stands still on a day, production follows the machine. */
export type Clock = { now(): Date }

/** Roles that sign in; each owns nothing and bypasses nothing, save `lp_queue`, which owns the job queue's schema. */
export const loginRoles = ["lp_owner", "lp_app", "lp_public", "lp_job", "lp_queue"] as const
export type LoginRole = (typeof loginRoles)[number]

export type Database = {
  app: pg.Pool
  public: pg.Pool
  job: pg.Pool
  /** For graphile-worker's own statements only. */
  queuePool: pg.Pool
  clock: Clock
  close(): Promise<void>
}

/**
 * How long PostgreSQL lets each role's statement run, and its transaction wait for the program, in seconds, before it ends
 * them: a person at a page, a visitor, a job. Set on the role itself (`prepare.ts`), so that a pooler in between keeps them.
 */
export const roleLimits: Readonly<Partial<Record<LoginRole, { statement: number; idle: number }>>> = {
  lp_app: { statement: 30, idle: 60 },
  lp_public: { statement: 15, idle: 30 },
  lp_job: { statement: 600, idle: 300 },
  lp_queue: { statement: 600, idle: 300 },
}

/** Who is signed in, for which body. `bodyId` isolates; `unitId` narrows inside it. */
export type Acting = {
  officerId: string
  bodyId: string
  requestId?: string | undefined
  /** The form that is being answered: what it does is done once. */
  sending?: Sending | undefined
}
export type ActingToken = {
  bodyId: string
  scopes: readonly string[]
  requestId?: string | undefined
  /** The key that the program gave its request. */
  keyed?: Keyed | undefined
}

export function openDatabase(
  adminUrl: string,
  options: { keys: Keys; clock: Clock; poolMax?: number; patient?: boolean },
): Database {
  const max = options.poolMax ?? 10
  const how = { pipeline: true, patient: options.patient ?? false }
  const pool = (role: LoginRole, size: number) => openPool(roleUrl(adminUrl, role, options.keys), size, how)
  const pools = {
    app: pool("lp_app", max),
    public: pool("lp_public", Math.ceil(max / 2)),
    job: pool("lp_job", Math.ceil(max / 2)),
    queuePool: openQueuePool(roleUrl(adminUrl, "lp_queue", options.keys)),
  }
  const close = async () => {
    await Promise.all(Object.values(pools).map((one) => one.end()))
  }
  return { ...pools, clock: options.clock, close }
}

export function asOfficer<T>(db: Database, who: Acting, work: (tx: Tx) => Promise<T>): Promise<T> {
  return act(db.app, said(db, settingsOf(who)), onceFor(who.sending, work))
}

/** As `asOfficer`, for what only reads: PostgreSQL refuses a change, so that nobody waits for the transaction's end. */
export function readAsOfficer<T>(
  db: Database,
  who: Acting,
  work: (tx: Tx) => Promise<T>,
  pace: Pace = "step-by-step",
): Promise<T> {
  return look(db.app, said(db, settingsOf(who)), work, pace)
}

/** `at-once`: every statement is sent before the first is answered, so that the whole transaction is one packet. */
export type Pace = "step-by-step" | "at-once"

export function asToken<T>(db: Database, who: ActingToken, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { bodyId, scopes, requestId = "", keyed } = who
  const settings = { "app.body": bodyId, "app.scopes": scopes.join(" "), "app.request": requestId }
  if (keyed === undefined) return act(db.app, said(db, settings), work)
  return act(db.app, said(db, { ...settings, "app.once": keyed.key }), (tx) =>
    onceUnder(tx, keyed, () => work(tx)),
  )
}

export function asPublic<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return act(db.public, said(db, {}), work)
}

/** As `asPublic`, for what only reads. */
export function readAsPublic<T>(
  db: Database,
  work: (tx: Tx) => Promise<T>,
  pace: Pace = "step-by-step",
): Promise<T> {
  return look(db.public, said(db, {}), work, pace)
}

/** `receiptHash` is the keyed hash of the receipt code (`keys.hmac("receipt", code)`), never the code. */
export function asReporter<T>(
  db: Database,
  receiptHash: string,
  work: (tx: Tx) => Promise<T>,
  sending?: Sending,
): Promise<T> {
  const settings = { "app.receipt": receiptHash, "app.once": sending?.key ?? "" }
  return act(db.public, said(db, settings), onceFor(sending, work))
}

/** Before the transaction ends, what it did is noted as done by this form. */
function onceFor<T>(sending: Sending | undefined, work: (tx: Tx) => Promise<T>): (tx: Tx) => Promise<T> {
  if (sending === undefined || sending.key === null) return work
  return async (tx) => {
    const result = await work(tx)
    await holdSending(tx, sending)
    return result
  }
}

export function asJob<T>(db: Database, name: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return act(db.job, said(db, { "app.job": name }), work)
}

function settingsOf({ officerId, bodyId, requestId = "", sending }: Acting): Record<string, string> {
  const settings = { "app.officer": officerId, "app.body": bodyId, "app.request": requestId }
  const key = sending?.key ?? null
  return key === null ? settings : { ...settings, "app.once": key }
}

/**
 * The statement that says who acts; its settings are local to the transaction, so that a pooled connection carries
 * nobody's name to the next. Two statements in one message take no parameters: the values are written as literals by
 * `pg`'s own escaping, and nothing else in the program is written so.
 */
function said(db: Database, settings: Record<string, string>): string {
  const all = Object.entries({ ...settings, "app.now": db.clock.now().toISOString() })
  const sets = all.map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  )
  return `select ${sets.join(", ")}`
}

/** The first statement of `work` travels with the opening; the result is told once the commit is on disk. */
async function act<T>(pool: pg.Pool, who: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const held = holding(pool)
  const client = await connect(pool)
  const { tx, end } = speakOn(client)
  try {
    const opened = client.query(`begin; ${who}`)
    const result = await both(
      opened,
      acting.run(held, () => run(work, tx)),
    )
    end()
    const ended = await client.query("commit")
    // PostgreSQL answers so when a statement had failed before and its error was swallowed: nothing was written.
    if (ended.command !== "COMMIT") throw new Error("a failed statement was passed over; nothing was written")
    return result
  } catch (error) {
    end()
    await client.query("rollback").catch(lost)
    throw error
  } finally {
    held.isOpen = false
    client.release()
  }
}

/** The transactions that the code which runs now is inside of. */
type Held = { pool: pg.Pool; isOpen: boolean; within: Held | undefined }
const acting = new AsyncLocalStorage<Held>()

/**
 * A second transaction of one pool inside a first waits for a connection while it holds one: as many people at once as the
 * pool has connections, and each waits for the others for good. It is refused, whoever asks and however few they are.
 */
function holding(pool: pg.Pool): Held {
  const within = acting.getStore()
  for (let outer = within; outer !== undefined; outer = outer.within)
    if (outer.isOpen && outer.pool === pool)
      throw new Error("a transaction was opened inside another one of the same pool")
  return { pool, isOpen: true, within }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    // pg-pool gives its own refusal no code.
    if (error instanceof Error && error.message.startsWith("timeout exceeded when trying to connect"))
      throw new PoolBusy("no connection became free in time", { cause: error })
    throw error
  }
}

/** What was read is told at once; the connection goes back when the transaction has ended. */
async function look<T>(pool: pg.Pool, who: string, work: (tx: Tx) => Promise<T>, pace: Pace): Promise<T> {
  const held = holding(pool)
  const client = await connect(pool)
  const { tx, end } = speakOn(client)
  let ended: Promise<unknown> | undefined
  const close = () => {
    end()
    // A commit ends a transaction in which a statement failed as well; nothing was changed in it.
    ended ??= client
      .query("commit")
      .catch(lost)
      .then(() => {
        held.isOpen = false
        client.release()
      })
  }
  // Runs when all that `work` sends without waiting has been sent, and just before it leaves.
  if (pace === "at-once") process.nextTick(close)
  try {
    return await both(
      client.query(`begin read only; ${who}`),
      acting.run(held, () => run(work, tx)),
    )
  } finally {
    close()
  }
}

const run = async <T>(work: (tx: Tx) => Promise<T>, tx: Tx) => work(tx)

/** Both have settled before anything else happens on the connection; the error that is told is the one that came first. */
async function both<T>(opened: Promise<unknown>, worked: Promise<T>): Promise<T> {
  const [before, done] = await Promise.allSettled([opened, worked])
  if (before.status === "rejected") throw before.reason
  if (done.status === "rejected") throw done.reason
  return done.value
}

/** A connection that broke has rolled back already. */
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
