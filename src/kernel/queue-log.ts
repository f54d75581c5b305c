import { Logger } from "graphile-worker"
import type { Log } from "./log.ts"

/** graphile-worker's lines in our log; its debug noise stays out. */
export function queueLogger(log: Log | null): Logger {
  return new Logger((scope) => (level, message) => {
    if (log === null || level === "debug") return
    const line = { job: scope.taskIdentifier, jobId: scope.jobId }
    if (level === "error") log.error(line, message)
    else if (level === "warning") log.warn(line, message)
    else log.debug(line, message)
  })
}
