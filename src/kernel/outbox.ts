/**
 * Events for the slices above. An event waits in `outbox` until every subscriber has handled it, each in the
 * transaction that deletes it: all of it happens, or it is tried again. A subscriber may see an event twice
 * only if it asked for an effect outside the database, and must bear that.
 */
import { sql } from "kysely"
import { asJob, type Database, type Tx } from "./db/database.ts"
import { isRecord } from "./json.ts"
import type { Log } from "./log.ts"
import { type JobList, runOnceMore } from "./queue.ts"

export type OutboxEvent = {
  id: number
  at: string
  event: string
  bodyId: string | null
  recordId: string
  details: Record<string, unknown>
}
export type Subscriber = {
  events: readonly string[]
  name: string
  handle(tx: Tx, event: OutboxEvent): Promise<void>
}

const batchMax = 200
/** After this many failures an event stays for a person to look at; the metric and the log say so. */
const attemptsMax = 12

/** Woken by whoever tells something; the minute's own run catches what a stopped worker missed. */
export function outboxJob(db: Database, subscribers: readonly Subscriber[], log: Log): JobList[string] {
  return {
    cron: "* * * * *",
    run: async () => {
      if ((await deliverOutbox(db, subscribers, log)) > 0) await runOnceMore(db, "outbox.deliver")
    },
  }
}

/** Handles what waits, oldest first, at most `batchMax` a call; returns how many. Running it twice changes nothing. */
export async function deliverOutbox(
  db: Database,
  subscribers: readonly Subscriber[],
  log: Log,
): Promise<number> {
  let [handled, after] = [0, 0]
  for (let i = 0; i < batchMax; i += 1) {
    const tried = await deliverNext(db, subscribers, log, after)
    if (tried === null) break
    if (tried.done) handled += 1
    after = tried.id
  }
  return handled
}

async function deliverNext(
  db: Database,
  subscribers: readonly Subscriber[],
  log: Log,
  after: number,
): Promise<{ id: number; done: boolean } | null> {
  let id: number | null = null
  try {
    return await asJob(db, "outbox.deliver", async (tx) => {
      const event = await takeNext(tx, after)
      if (event === null) return null
      id = event.id
      for (const subscriber of subscribers) {
        if (subscriber.events.includes(event.event)) await subscriber.handle(tx, event)
      }
      await tx.deleteFrom("outbox").where("id", "=", event.id).execute()
      return { id: event.id, done: true }
    })
  } catch (error) {
    if (id === null) throw error
    const failed = id
    log.error(
      { outboxId: failed, err: error instanceof Error ? error.message : "unknown" },
      "subscriber failed",
    )
    await asJob(db, "outbox.deliver", (tx) =>
      tx.updateTable("outbox").set({ attempts: sql`attempts + 1` }).where("id", "=", failed).execute(),
    )
    return { id: failed, done: false }
  }
}

async function takeNext(tx: Tx, after: number): Promise<OutboxEvent | null> {
  const row = await tx
    .selectFrom("outbox")
    .select(["id", "at", "event", "bodyId", "recordId", "details"])
    .where("id", ">", after)
    .where("attempts", "<", attemptsMax)
    .orderBy("id")
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row === undefined ? null : { ...row, details: isRecord(row.details) ? row.details : {} }
}
