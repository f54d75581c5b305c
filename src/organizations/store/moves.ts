/** Which deadlines a change of the calendar moved, whoever holds them. */
import type { Tx } from "../../kernel/db/database.ts"

export type PastMove = {
  /** The number of the case, or the letter's number and the task's place in it. */
  caseNumber: string
  bodyName: string
  purpose: string
  dueBefore: string | null
  dueAfter: string | null
  movedAt: string
}

export const movesShown = 500

/** Newest first. */
export function lastMoves(tx: Tx): Promise<PastMove[]> {
  return tx
    .selectFrom("clockMoves")
    .innerJoin("bodies", "bodies.id", "clockMoves.bodyId")
    .select(["caseNumber", "purpose", "dueBefore", "dueAfter", "movedAt", "bodies.name as bodyName"])
    .orderBy("movedAt", "desc")
    .orderBy("clockMoves.id", "desc")
    .limit(movesShown)
    .execute()
}
