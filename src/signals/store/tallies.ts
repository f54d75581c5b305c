/** Half-months that are over, counted once for the figures (migration 0661, docs/decisions/0006). */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

/** Counts at most `most` half-months that nobody has counted or that changed since; returns how many. */
export async function tallySignals(tx: Tx, most: number): Promise<number> {
  const found = await sql<{ done: number }>`select tally_signals(${most}) as done`.execute(tx)
  return found.rows[0]?.done ?? 0
}
