/** Tips about networks at the desks of committees, as the lead department may know of them: how many, and since when. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type DeskOfPlace = {
  bodyId: string
  bodyName: string
  open: number
  untouched: number
  /** The oldest that nobody there has touched. */
  oldestAt: string | null
}

/** Empty for every body but the lead department. */
export async function networkTipsAtDesks(tx: Tx): Promise<DeskOfPlace[]> {
  const { rows } = await sql<DeskOfPlace>`
    select body_id, body_name, open, untouched, oldest_at from network_tips_at_desks()`.execute(tx)
  return rows
}
