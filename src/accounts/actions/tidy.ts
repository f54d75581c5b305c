import type { Tx } from "../../kernel/db/database.ts"
import { deleteOldInvitations } from "../store/invitations.ts"
import { deleteOldTries } from "../store/limits.ts"
import { deleteOldSessions } from "../store/sessions.ts"

/** Kept after their end, so that an owner can still see what happened; the journal keeps that they were. */
const keptDays = 90
const triesKeptHours = 48
/** A run takes at most this many of each; the next night takes the rest. */
const rowsMax = 10_000

export async function tidyAccounts(
  tx: Tx,
): Promise<{ sessions: number; invitations: number; tries: number }> {
  return {
    sessions: await deleteOldSessions(tx, keptDays, rowsMax),
    invitations: await deleteOldInvitations(tx, keptDays, rowsMax),
    tries: await deleteOldTries(tx, triesKeptHours),
  }
}
