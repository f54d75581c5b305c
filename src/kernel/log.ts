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
