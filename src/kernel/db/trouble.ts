/**
 * Why the database, the disk or the processes that work apart did not do what was asked, where nobody who asked is at
 * fault. A page of ours says so (`mishaps.tsx`), the log names the kind.
 *
 * `busy`: no connection became free, a statement took longer than its limit, or too many wait for work done apart.
 * `away`: the server does not answer. `full`: no room is left on a disk.
 */
import { LaneBusy } from "../apart/apart.ts"

export type Trouble = "busy" | "away" | "full"

/** No connection of the pool became free in time. */
export class PoolBusy extends Error {}

/** PostgreSQL's own codes (appendix A of its manual) and those of the operating system (errno). */
const codes: Readonly<Record<string, Trouble>> = {
  "57014": "busy", // statement_timeout
  "55P03": "busy", // lock_timeout
  "53300": "busy", // too many connections
  "25P03": "busy", // idle_in_transaction_session_timeout
  "25P04": "busy", // transaction_timeout
  "57P01": "away",
  "57P02": "away",
  "57P03": "away",
  "53100": "full",
  ECONNREFUSED: "away",
  ECONNRESET: "away",
  EPIPE: "away",
  ENOSPC: "full",
  EDQUOT: "full",
}

/** Looks through `cause`, since a way to act may say first what it was doing. Null: a fault of ours. */
export function troubleOf(error: unknown, depth = 0): Trouble | null {
  if (!(error instanceof Error) || depth > 4) return null
  if (error instanceof PoolBusy || error instanceof LaneBusy) return "busy"
  const code = "code" in error && typeof error.code === "string" ? error.code : ""
  const syscall = "syscall" in error ? error.syscall : null
  if (code.startsWith("08")) return "away"
  if (code === "ENOENT" && syscall === "connect") return "away"
  if (/^Connection terminated|^Client has encountered a connection error/.test(error.message)) return "away"
  return codes[code] ?? troubleOf(error.cause, depth + 1)
}
