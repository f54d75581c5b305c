/** Runs the jobs of the queue (`queue.ts`). Only the worker process loads it. */
import { parseCronItems, type Runner, run } from "graphile-worker"
import type { Database } from "./db/database.ts"
import type { Log } from "./log.ts"
import type { JobList, JobPayload } from "./queue.ts"
import { queueLogger } from "./queue-log.ts"

/** When each job runs by itself. Throws at an hour that the worker cannot read: it would not start. */
export const scheduleOf = (jobs: JobList) =>
  parseCronItems(
    Object.entries(jobs).flatMap(([task, job]) =>
      job.cron === undefined
        ? []
        : [{ task, match: job.cron, options: { backfillPeriod: 3_600_000, maxAttempts: 12 } }],
    ),
  )

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
