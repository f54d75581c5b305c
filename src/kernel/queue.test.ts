import { expect, test } from "vitest"
import { asOfficer } from "./db/database.ts"
import { openLog } from "./log.ts"
import { enqueue } from "./queue.ts"
import { freshDatabase } from "./testing/database.ts"
import { startWorker } from "./worker.ts"

const officer = {
  officerId: "01890000-0000-7000-8000-000000000001",
  bodyId: "01890000-0000-7000-8000-0000000000b1",
}

async function until(happened: () => boolean): Promise<void> {
  for (let tries = 0; !happened() && tries < 400; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50))
  expect(happened()).toBe(true)
}

test("a job enqueued in a transaction that is undone never runs; one that commits runs", async () => {
  const db = await freshDatabase()
  const seen: unknown[] = []
  const undone = asOfficer(db, officer, async (tx) => {
    await enqueue(tx, "test.remind", { taskId: "undone" })
    throw new Error("undone")
  })
  await expect(undone).rejects.toThrow("undone")
  await asOfficer(db, officer, (tx) => enqueue(tx, "test.remind", { taskId: "kept" }))
  const worker = await startWorker(
    db,
    { "test.remind": { run: async (payload) => void seen.push(payload.taskId) } },
    openLog("silent"),
    { alone: true },
  )
  await until(() => seen.length > 0)
  await worker.stop()
  expect(seen).toEqual(["kept"])
})

test("a job whose worker was killed in the middle is taken again by the next worker", async () => {
  const db = await freshDatabase()
  await asOfficer(db, officer, (tx) => enqueue(tx, "test.remind", { taskId: "t1" }))
  // The killed worker: it has locked the job and will never come back.
  const locked = await db.admin(
    "update graphile_worker._private_jobs set locked_by = 'killed', locked_at = now() - interval '5 seconds', attempts = 1 returning id",
  )
  expect(locked.rowCount).toBe(1)
  const seen: unknown[] = []
  const worker = await startWorker(
    db,
    { "test.remind": { run: async (payload) => void seen.push(payload.taskId) } },
    openLog("silent"),
    { alone: true },
  )
  await until(() => seen.length > 0)
  await worker.stop()
  expect(seen).toEqual(["t1"])
})

test("two requests under one key make one job while it waits", async () => {
  const db = await freshDatabase()
  await asOfficer(db, officer, async (tx) => {
    await enqueue(tx, "test.remind", { taskId: "first" }, { key: "remind:t1" })
    await enqueue(tx, "test.remind", { taskId: "second" }, { key: "remind:t1" })
  })
  const rows = await db.admin("select payload from graphile_worker._private_jobs")
  expect(rows.rows).toEqual([{ payload: { taskId: "second" } }])
})

test("the serving roles cannot read the queue's tables", async () => {
  const db = await freshDatabase()
  await expect(
    asOfficer(db, officer, (tx) =>
      tx
        .selectFrom("graphile_worker._private_jobs" as never)
        .selectAll()
        .execute(),
    ),
  ).rejects.toThrow(/permission denied/)
})
