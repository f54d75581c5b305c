import { sql } from "kysely"
import { expect, test } from "vitest"
import { asOfficer } from "./db/database.ts"
import { tell } from "./journal.ts"
import { openLog } from "./log.ts"
import { deliverOutbox, outboxJob, type Subscriber } from "./outbox.ts"
import { freshDatabase } from "./testing/database.ts"

const officer = {
  officerId: "01890000-0000-7000-8000-000000000001",
  bodyId: "01890000-0000-7000-8000-0000000000b1",
}
const log = openLog("silent")

test("an event reaches its subscriber once, and a second delivery changes nothing", async () => {
  const db = await freshDatabase()
  await asOfficer(db, officer, (tx) => tell(tx, "signal.received", "s1", { count: 2 }))
  const seen: string[] = []
  const subscriber: Subscriber = {
    name: "test",
    events: ["signal.received"],
    handle: async (_tx, event) =>
      void seen.push(`${event.recordId} ${event.bodyId} ${JSON.stringify(event.details)}`),
  }
  expect(await deliverOutbox(db, [subscriber], log)).toBe(1)
  expect(await deliverOutbox(db, [subscriber], log)).toBe(0)
  expect(seen).toEqual([`s1 ${officer.bodyId} {"count":2}`])
})

test("an event whose subscriber fails is kept and tried again, and does not hold up the next", async () => {
  const db = await freshDatabase()
  await asOfficer(db, officer, async (tx) => {
    await tell(tx, "signal.received", "bad")
    await tell(tx, "signal.received", "good")
  })
  const seen: string[] = []
  let mended = false
  const subscriber: Subscriber = {
    name: "test",
    events: ["signal.received"],
    handle: async (tx, event) => {
      if (event.recordId === "bad" && !mended) await sql`select 1/0`.execute(tx)
      seen.push(event.recordId)
    },
  }
  expect(await deliverOutbox(db, [subscriber], log)).toBe(1)
  mended = true
  expect(await deliverOutbox(db, [subscriber], log)).toBe(1)
  expect(seen).toEqual(["good", "bad"])
})

test("what was told in a transaction that did not commit is told to nobody", async () => {
  const db = await freshDatabase()
  const undone = asOfficer(db, officer, async (tx) => {
    await tell(tx, "signal.received", "s1")
    throw new Error("undone")
  })
  await expect(undone).rejects.toThrow("undone")
  expect(
    await deliverOutbox(db, [{ name: "t", events: ["signal.received"], handle: async () => {} }], log),
  ).toBe(0)
})

test("two that tell something at the same moment do not wait for each other, and both are heard", async () => {
  const db = await freshDatabase()
  const seen: string[] = []
  const subscriber: Subscriber = {
    name: "test",
    events: ["signal.received"],
    handle: async (_tx, event) => void seen.push(event.recordId),
  }
  const delivery = outboxJob(db, [subscriber], log)
  // As after any start: the queue knows the job by name, and none of it waits.
  await asOfficer(db, officer, (tx) => tell(tx, "case.opened", "before"))
  await deliverOutbox(db, [], log)
  await db.admin("delete from graphile_worker._private_jobs")
  const [told, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const slow = asOfficer(db, officer, async (tx) => {
    await tell(tx, "signal.received", "slow")
    told.resolve()
    await mayCommit.promise
  })
  await told.promise
  await asOfficer(db, officer, (other) => tell(other, "signal.received", "quick"))
  await delivery.run({})
  mayCommit.resolve()
  await slow
  expect(seen).toEqual(["quick"])
  // The slow one committed behind the run; a second look was asked for by itself.
  const again = await db.admin("select key from graphile_worker._private_jobs where key like '%again'")
  expect(again.rowCount).toBe(1)
  await delivery.run({})
  expect(seen).toEqual(["quick", "slow"])
})
