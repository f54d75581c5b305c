/**
 * The pool of the job queue. graphile-worker tries again what it could not tell a database that was away, but only for a
 * few codes: a refused connection is none of them, and ends the process from a promise that nobody holds. Here each way in
 * which a database goes away bears a code that it waits for (3 s at first, 120 s at most, a hundred times).
 */
import type pg from "pg"
import { openPool } from "./connection.ts"

const connectionsMax = 4
/** One of graphile-worker's own list (`RETRYABLE_ERROR_CODES`). */
const waitsFor = "EHOSTUNREACH"
/** Of the socket, and of PostgreSQL while it stops, starts or has crashed (appendix A of its manual, classes 08 and 57). */
const awayCodes = new Set(
  ["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "ENOTCONN"].concat([
    "57P01",
    "57P02",
    "57P03",
    "08000",
    "08001",
    "08003",
    "08006",
  ]),
)

/** graphile-worker brings its own way of speaking: a plain pool, without the pipeline. */
export function openQueuePool(connectionString: string): pg.Pool {
  const pool = openPool(connectionString, connectionsMax, { pipeline: false })
  const connect = pool.connect.bind(pool)
  pool.connect = ((done?: Connected) =>
    done === undefined
      ? connect().catch(tellAway)
      : connect((error, client, release) =>
          done(error && named(error), client, release),
        )) as typeof pool.connect
  pool.on("connect", (client) => {
    const query = client.query.bind(client) as (...said: unknown[]) => unknown
    client.query = ((...said: unknown[]) => {
      const answer = query(...said)
      return answer instanceof Promise ? answer.catch(tellAway) : answer
    }) as typeof client.query
  })
  return pool
}

type Connected = Parameters<pg.Pool["connect"]>[0]

function tellAway(error: unknown): never {
  throw error instanceof Error ? named(error) : error
}

/** The same error; its code is one that is waited for where the database was away. */
function named(error: Error): Error {
  return isAway(error) ? Object.assign(error, { code: waitsFor }) : error
}

export function isAway(error: Error): boolean {
  const code = "code" in error && typeof error.code === "string" ? error.code : ""
  // `pg` gives these two no code.
  return (
    awayCodes.has(code) ||
    /^Connection terminated|^timeout exceeded when trying to connect/.test(error.message)
  )
}
