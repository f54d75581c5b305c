import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { asJob } from "./db/database.ts"
import { exportHead } from "./heads.ts"
import { journal } from "./journal.ts"
import { type Head, verifyJournal } from "./seal.ts"
import { freshDatabase } from "./testing/database.ts"
import { houseOf } from "./testing/house.ts"

test("each day's head is a file that finds a tail which was cut off; the same day twice is one file", async () => {
  const db = await freshDatabase()
  const house = houseOf(db)
  expect(await exportHead(house)).toBeNull()
  for (const n of [1, 2, 3])
    await asJob(db, "x", (tx) => journal(tx, { what: "written.down", details: { n } }))
  let path = await exportHead(house)
  // Another test's transaction on this server holds the sealing back; tried a hundred times, then the test fails.
  for (let tries = 0; tries < 100 && (path === null || headIn(path).position < 3); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    path = await exportHead(house)
  }
  expect(path).toMatch(/journal-heads\/2023-09-15\.json$/)
  expect(await exportHead(house)).toBe(path)
  const head = headIn(path ?? "")
  expect((await verifyJournal(db, db.keys, head)).ok).toBe(true)
  await db.admin(
    "set session_replication_role = replica; delete from journal_heads; delete from journal_seals where position = 3; delete from journal where id = (select max(id) from journal)",
  )
  expect((await verifyJournal(db, db.keys, head)).ok).toBe(false)
})

const headIn = (path: string) => JSON.parse(readFileSync(path, "utf8")) as Head
