/** Which deadlines a change of the calendar moved. */
import type { Tx } from "../../kernel/db/database.ts"
import type { Purpose } from "../domain/clocks.ts"

export type Move = {
  caseId: string
  bodyId: string
  caseNumber: string
  purpose: Purpose
  ruleId: string
  dueBefore: string | null
  dueAfter: string | null
}
export type PastMove = Move & { bodyName: string; movedAt: string }

export async function addMove(tx: Tx, move: Omit<Move, "purpose"> & { purpose: string }): Promise<void> {
  await tx.insertInto("clockMoves").values(move).execute()
}

export const movesShown = 500

/** Newest first. */
export async function lastMoves(tx: Tx): Promise<PastMove[]> {
  const rows = await tx
    .selectFrom("clockMoves")
    .innerJoin("bodies", "bodies.id", "clockMoves.bodyId")
    .select([
      "caseId",
      "bodyId",
      "caseNumber",
      "purpose",
      "ruleId",
      "dueBefore",
      "dueAfter",
      "movedAt",
      "bodies.name as bodyName",
    ])
    .orderBy("movedAt", "desc")
    .orderBy("clockMoves.id", "desc")
    .limit(movesShown)
    .execute()
  return rows.map((row) => ({ ...row, purpose: row.purpose as Purpose }))
}
