/**
 * Jobs: graphile-worker in the same database, so that a job is enqueued in the transaction that needs it and
 * a killed worker loses nothing (the lock lapses and another worker takes the job again). Payloads are ids
 * only. A job looks at the world when it runs, within a limit, and may run twice.
 */
import { sql } from "kysely"
import { asJob, type Database, type Tx } from "./db/database.ts"

export type JobPayload = Readonly<Record<string, string | number>>
export type Job = (payload: JobPayload) => Promise<void>

/** What a slice gives the worker: its jobs by name, and when each runs by itself (cron, Vietnamese time not implied: UTC). */
export type JobList = Readonly<Record<string, { run: Job; cron?: string }>>

/** `key` makes one job of many requests: a second with the same key replaces the first while it waits. */
export async function enqueue(
  tx: Tx,
  name: string,
  payload: JobPayload,
  options: { key?: string; at?: Date } = {},
): Promise<void> {
  await sql`select enqueue_job(${name}, ${JSON.stringify(payload)}::json, ${options.key ?? null}, ${options.at?.toISOString() ?? null}::timestamptz)`.execute(
    tx,
  )
}

const againAfterMs = 1_000

/**
 * A job that changes wake looks once more a second later: a transaction that finds it woken already does not wake it again,
 * and may commit just behind its run. For runs that found something, so that it comes to rest.
 */
export async function runOnceMore(db: Database, name: string): Promise<void> {
  const at = new Date(Date.now() + againAfterMs)
  await asJob(db, name, (tx) => enqueue(tx, name, {}, { key: `${name}.again`, at }))
}
