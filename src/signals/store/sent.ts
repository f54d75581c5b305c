import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { CloseReason, State } from "../domain/life.ts"

export type SentRow = {
  receivedAt: string
  channel: string
  state: State
  closeReason: CloseReason | null
  publicNote: string | null
  /** What it named as a suspect's, the first of several. */
  named: string | null
  holder: string
  changedAt: string
}

/** What the acting body handed in, whoever holds it now. */
export async function sentSignals(
  tx: Tx,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: SentRow[]; total: number }> {
  const { rows } = await sql<
    SentRow & { total: string }
  >`select * from sent_signals(${limit}, ${offset})`.execute(tx)
  return { rows, total: Number(rows[0]?.total ?? 0) }
}
