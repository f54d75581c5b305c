/**
 * Jobs: graphile-worker in the same database, so that a job is enqueued in the transaction that needs it and
 * a killed worker loses nothing (the lock lapses and another worker takes the job again). Payloads are ids
 * only. A job looks at the world when it runs, within a limit, and may run twice.
 */
import { parseCronItems, type Runner, run } from "graphile-worker"
import { sql } from "kysely"
import type { Database, Tx } from "./db/database.ts"
import { type Log, queueLogger } from "./log.ts"

export type JobPayload = Readonly<Record<string, string | number>>
export type Job = (payload: JobPayload) => Promise<void>

/** What a slice gives the worker: its jobs by name, and when each runs by itself (cron, Vietnamese time not implied: UTC). */
export type JobList = Readonly<Record<string, { run: Job; cron?: string }>>

/** When each job runs by itself. Throws at an hour that the worker cannot read: it would not start. */
export const scheduleOf = (jobs: JobList) =>
  parseCronItems(
    Object.entries(jobs).flatMap(([task, job]) =>
      job.cron === undefined
        ? []
        : [{ task, match: job.cron, options: { backfillPeriod: 3_600_000, maxAttempts: 12 } }],
    ),
  )

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

/**
 * `alone`: no other worker serves this database (the embedded server, whose folder we hold locked), so that a
 * job which is still locked was left by a worker that was killed, and is free at once. Beside other workers
 * graphile-worker frees it after four hours.
 */
export async function startWorker(
  db: Database,
  jobs: JobList,
  log: Log,
  options: { alone: boolean },
): Promise<Runner> {
  if (options.alone) {
    await db.queuePool.query(
      "select graphile_worker.force_unlock_workers(array(select locked_by from graphile_worker._private_jobs where locked_by is not null))",
    )
  }
  const taskList = Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [name, (payload: unknown) => job.run(asPayload(payload))]),
  )
  return run({
    pgPool: db.queuePool,
    taskList,
    parsedCronItems: scheduleOf(jobs),
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: queueLogger(log),
  })
}

function asPayload(payload: unknown): JobPayload {
  return typeof payload === "object" && payload !== null ? (payload as JobPayload) : {}
}
