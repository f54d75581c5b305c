/** What the public may ask the database: prints of things, never the things. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Hit } from "../domain/verdict.ts"

/** As many as the function looks at in one go. */
const askedMax = 200

/** `prints`: SHA-256 in hex. Only what is released to the public now is found. */
export async function hitsFor(tx: Tx, prints: readonly string[]): Promise<Hit[]> {
  const found: Hit[] = []
  for (let at = 0; at < prints.length; at += askedMax) {
    const bytes = prints.slice(at, at + askedMax).map((print) => Buffer.from(print, "hex"))
    const { rows } = await sql<Hit>`select encode(digest, 'hex') as digest, kind, trick, since::text as since,
      until::text as until, reports_range as reports, warning_code as "warningCode", contested
      from public_check(${bytes}::bytea[])`.execute(tx)
    found.push(...rows)
  }
  return found
}
