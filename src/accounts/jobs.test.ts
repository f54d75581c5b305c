import { expect, test } from "vitest"
import { asJob } from "../kernel/db/database.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { tidyAccounts } from "./actions/tidy.ts"
import { accountJobs } from "./jobs.ts"
import { signInAs } from "./testing.ts"

const time = { now: new Date("2023-09-15T02:00:00Z") }
const db = await freshDatabase({ clock: { now: () => time.now } })

test("a session that ended a quarter of a year ago is gone, a newer one stays; a second run changes nothing", async () => {
  await signInAs(db, { bodySlug: "so-mau", role: "officer" })
  time.now = new Date("2024-01-02T02:00:00Z")
  await signInAs(db, { bodySlug: "so-mau", role: "officer" })
  expect((await asJob(db, "test", tidyAccounts)).sessions).toBe(1)
  expect((await asJob(db, "test", tidyAccounts)).sessions).toBe(0)
  await accountJobs(houseOf(db))["accounts.tidy"]?.run({})
  expect((await db.admin("select from sessions")).rowCount).toBe(1)
})
