/** The demo for the tests that live in it: loaded once in a run, then copied with its files for each test file. */
import { cpSync } from "node:fs"
import { dirname, join } from "node:path"
import { inject } from "vitest"
import { type Clock, openDatabase } from "../kernel/db/database.ts"
import { withClient, withDatabase } from "../kernel/db/prepare.ts"
import type { House } from "../kernel/house.ts"
import { openKeys } from "../kernel/keys.ts"
import { demoClock, freshDatabase, type TestDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { seedOrganizations } from "../organizations/index.ts"
import { loadDemo } from "./load.ts"

const loaded = "lienphong_demo"

/** A database and a house of this file's own, with everybody of the demo and their two months of work. */
export async function demoHouse(
  options: { clock?: Clock } = {},
): Promise<{ db: TestDatabase; house: House }> {
  const files = join(dirname(inject("keysDir")), "demo-files")
  await loadOnce(files)
  const db = await freshDatabase({ ...options, template: loaded })
  const house = houseOf(db)
  cpSync(files, house.filesDir, { recursive: true })
  return { db, house }
}

/** One test file loads; another that asks meanwhile waits. A load that failed leaves no database of that name. */
async function loadOnce(filesDir: string): Promise<void> {
  const server = inject("adminUrl")
  await withClient(server, async (admin) => {
    await admin.query("select pg_advisory_lock(hashtext($1))", [loaded])
    const found = await admin.query("select 1 from pg_database where datname = $1", [loaded])
    if (found.rows.length > 0) return
    const unfinished = `${loaded}_unfinished`
    await admin.query(`drop database if exists ${unfinished} with (force)`)
    await admin.query(`create database ${unfinished} owner lp_owner template lienphong_template`)
    const keys = openKeys(inject("keysDir"), { mayCreate: false })
    const database = openDatabase(withDatabase(server, unfinished), { keys, clock: demoClock })
    try {
      await seedOrganizations(database)
      const house = houseOf({ ...database, keys })
      await loadDemo({ ...house, filesDir })
    } finally {
      await database.close()
    }
    await admin.query(`alter database ${unfinished} rename to ${loaded}`)
  })
}
