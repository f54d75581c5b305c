/**
 * One connection to PostgreSQL, as Kysely speaks to it. Three things make a short transaction cheap, none of which changes
 * what it does:
 *
 * - Statements go out without waiting for the answers of those before them (`pg`'s pipeline). PostgreSQL runs them in
 *   order; when one fails, those behind it in the same transaction are refused by PostgreSQL itself.
 * - What is written in one turn of the event loop leaves as one packet.
 * - A statement that begins with `kept` has its plan kept on the connection, under row security too.
 */
import { createHash } from "node:crypto"
import { Socket } from "node:net"
import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  sql,
} from "kysely"
import pg from "pg"
import type { Tx } from "./database.ts"
import type { DB } from "./schema.ts"

const keptMark = "/* kept */ "

/**
 * Stands first in a statement whose text is always the same and which is asked all day: it is parsed, rewritten for row
 * security and planned once on each connection. Not for searches or lists whose filters vary: their plan should be made
 * for what is asked.
 */
export const kept = sql.raw(keptMark)

/** A connection holds no more plans than this; what is marked beyond it runs as any other statement. */
let keptMax = 100
let keepsAll = false
const names = new Map<string, string>()

/**
 * From here on every statement of this process is kept, marked or not: for one that does the same few things thousands of
 * times and then ends, as the loading of the demo. PostgreSQL then reads each and its row security once, not each time.
 */
export function keepEveryStatement(): void {
  keepsAll = true
  keptMax = 1_000
}

function nameOf(text: string): string | undefined {
  if (!keepsAll && !text.startsWith(keptMark)) return undefined
  const known = names.get(text)
  if (known !== undefined || names.size >= keptMax) return known
  const name = `kept-${createHash("sha256").update(text).digest("hex").slice(0, 24)}`
  names.set(text, name)
  return name
}

/** Somebody who waits longer for a free connection is told so, instead of waiting for good. */
const connectionTimeoutMs = 10_000

/** `patient`: whoever waits for a connection waits as long as it takes, for a process that nobody waits for at a page. */
export function openPool(
  connectionString: string,
  max: number,
  how: { pipeline: boolean; patient?: boolean } = { pipeline: true },
): pg.Pool {
  const config = {
    connectionString,
    max,
    types: parsers(),
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: how.patient === true ? 0 : connectionTimeoutMs,
  }
  const pool = new pg.Pool(how.pipeline ? { ...config, pipeline: true, stream: gatheringSocket } : config)
  // A connection that ends (the server restarts) is replaced at the next use; there is nothing to undo.
  const replaced = () => {}
  pool.on("error", replaced)
  pool.on("connect", (client) => client.on("error", replaced))
  return pool
}

/** Writes of one turn of the event loop leave together: a `begin` and the statement behind it are one packet. */
function gatheringSocket(): Socket {
  const socket = new Socket()
  // Once it is connected: `connect` puts the plain `write` back.
  socket.once("connect", () => {
    const write = socket.write.bind(socket)
    let isGathering = false
    socket.write = ((...message: Parameters<typeof write>) => {
      if (!isGathering) {
        isGathering = true
        socket.cork()
        process.nextTick(() => {
          isGathering = false
          socket.uncork()
        })
      }
      return write(...message)
    }) as typeof write
  })
  return socket
}

/** Rows speak camelCase in code and snake_case in SQL; keys inside a JSON value stay as they were stored. */
const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true })

/** Kysely on this one connection, for one transaction, which `act` in `database.ts` opens and ends. */
export function speakOn(client: pg.PoolClient): { tx: Tx; end(): void } {
  const connection = new Connection(client)
  const dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driverOf(connection),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
  const tx = new Kysely<DB>({ dialect, plugins: [camelCase] }) as unknown as Tx
  return { tx, end: () => connection.end() }
}

class Connection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  #hasEnded = false

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  /** From here on the connection is somebody else's: what is still said in this one's name is refused. */
  end(): void {
    this.#hasEnded = true
  }

  async executeQuery<Row>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#hasEnded) throw new Error("this transaction has ended")
    const name = nameOf(text)
    const values = [...parameters]
    const { command, rowCount, rows } = await this.#client.query(
      name === undefined ? { text, values } : { name, text, values },
    )
    const hasChanged = ["INSERT", "UPDATE", "DELETE", "MERGE"].includes(command)
    return hasChanged ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows }
  }

  // biome-ignore lint/correctness/useYield: Kysely asks for the method; rows are read by pages, never by a cursor.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error("rows are read by pages, with a limit")
  }
}

function driverOf(connection: Connection) {
  const refuse = () => Promise.reject(new Error("a transaction is opened by one of the five ways to act"))
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    destroy: async () => {},
  }
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
