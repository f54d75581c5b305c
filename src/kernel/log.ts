import { Logger } from "graphile-worker"
import { type DestinationStream, type Logger as Pino, pino } from "pino"

export type Log = Pino

/** Structured lines on standard output (or `out`). No personal data: callers log ids, counts and durations. */
export function openLog(level: string, out: DestinationStream = pino.destination(1)): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ["req.headers", "password", "email", "name", "*.password", "*.email"], remove: true },
    },
    out,
  )
}

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
