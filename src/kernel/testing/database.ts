/**
 * A fresh copy of the migrated database for each test file, on the cluster that `global-setup.ts` started.
 * Tests open transactions by the five ways to act, as the program does; only set-up uses the administrator.
 */
import { randomBytes } from "node:crypto"
import pg from "pg"
import { afterAll, inject } from "vitest"
import { type Clock, type Database, openDatabase } from "../db/database.ts"
import { withClient, withDatabase } from "../db/prepare.ts"
import { type Keys, openKeys } from "../keys.ts"

export type TestDatabase = Database & {
  adminUrl: string
  keys: Keys
  /** One statement as superuser: for set-up and for tampering, never for what is being tested. */
  admin(text: string, values?: unknown[]): Promise<pg.QueryResult>
}

/** Friday, the demo's day, at nine in the morning in Việt Nam. */
export const demoClock: Clock = { now: () => new Date("2023-09-15T02:00:00Z") }

/** `template`: a database of the same cluster to copy, which nobody has open; the migrated, empty one unless said. */
export async function freshDatabase(
  options: { clock?: Clock; template?: string } = {},
): Promise<TestDatabase> {
  const server = inject("adminUrl")
  const name = `t_${randomBytes(6).toString("hex")}`
  const template = options.template ?? "lienphong_template"
  await withClient(server, (admin) =>
    admin.query(`create database ${name} owner lp_owner template ${template}`),
  )
  const adminUrl = withDatabase(server, name)
  const keys = openKeys(inject("keysDir"), { mayCreate: false })
  const database = openDatabase(adminUrl, { keys, clock: options.clock ?? demoClock, poolMax: 6 })
  const { admin, leave } = administratorOf(adminUrl)
  afterAll(async () => {
    await database.close()
    await leave()
    await withClient(server, (admin) => admin.query(`drop database if exists ${name} with (force)`))
  })
  return { ...database, adminUrl, keys, admin }
}

/** Connections that are kept: tests ask thousands of times. One in which something was set is not used again. */
function administratorOf(url: string): { admin: TestDatabase["admin"]; leave(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, max: 3, idleTimeoutMillis: 5_000 })
  // An idle connection may be ended from outside, by a test that kills the server.
  pool.on("error", () => {})
  const admin = async (text: string, values: unknown[] = []) => {
    const client = await pool.connect()
    try {
      return await client.query(text, values)
    } finally {
      client.release(/^\s*set\s/i.test(text))
    }
  }
  return { admin, leave: () => pool.end() }
}
