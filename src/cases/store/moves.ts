/** A deadline of a case that a change of the calendar moved. */
import type { Tx } from "../../kernel/db/database.ts"

export type Move = {
  caseId: string
  bodyId: string
  caseNumber: string
  purpose: string
  ruleId: string
  dueBefore: string | null
  dueAfter: string | null
}

export async function addMove(tx: Tx, move: Move): Promise<void> {
  await tx.insertInto("clockMoves").values(move).execute()
}
