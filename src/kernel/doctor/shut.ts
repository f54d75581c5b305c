/** An installation that does not open: why, and what can be seen of it from outside. */
import { ConfigError } from "../config.ts"
import { MigrationError } from "../db/prepare.ts"
import { NoSuperuser, ServerTooOld } from "../db/there.ts"
import { type House, NothingThere } from "../house.ts"
import { KeysMissing } from "../keys.ts"
import { room } from "./examine.ts"
import { type Finding, ordered } from "./findings.ts"

/** `error`: what opening the house threw. */
export async function examineShut(house: Pick<House, "config">, error: unknown): Promise<Finding[]> {
  // A folder that is not there has no disk to tell of.
  const disk = await room(house).catch(() => [])
  const rooms = disk.map(({ level, what, facts = {} }): Finding => ({ check: "disk", level, what, facts }))
  return ordered([reasonOf(error), ...rooms])
}

function reasonOf(error: unknown): Finding {
  if (error instanceof ServerTooOld)
    return { check: "version", level: "cannot-run", what: "old", facts: { version: error.version } }
  const why = error instanceof Error ? error.message.slice(0, 600) : String(error)
  return { check: "start", level: "cannot-run", what: whatOf(error), facts: { why } }
}

function whatOf(error: unknown): "keys" | "nothing" | "behind" | "misconfigured" | "full" | "database" {
  if (error instanceof KeysMissing) return "keys"
  if (error instanceof NothingThere) return "nothing"
  if (error instanceof NoSuperuser) return "misconfigured"
  if (error instanceof MigrationError) return "behind"
  if (error instanceof ConfigError) return "misconfigured"
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  // ENOSPC: the file system's word; 53100 (disk_full): PostgreSQL's.
  if (code === "ENOSPC" || code === "53100") return "full"
  return "database"
}
