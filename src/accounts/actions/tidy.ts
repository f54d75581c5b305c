import type { Tx } from "../../kernel/db/database.ts"
import { deleteOldNotices } from "../store/agreeing.ts"
import { deleteOldInvitations } from "../store/invitations.ts"
import { deleteOldTries } from "../store/limits.ts"
import { deleteOldSessions } from "../store/sessions.ts"

/** Kept after their end, so that an owner can still see what happened; the journal keeps that they were. */
const keptDays = 90
const triesKeptHours = 48
/** Somebody may be away for long; what was done about their account is told all the same. */
const noticesKeptDays = 730
/** A run takes at most this many of each; the next night takes the rest. */
const rowsMax = 10_000

export async function tidyAccounts(
  tx: Tx,
): Promise<{ sessions: number; invitations: number; notices: number; tries: number }> {
  return {
    sessions: await deleteOldSessions(tx, keptDays, rowsMax),
    invitations: await deleteOldInvitations(tx, keptDays, rowsMax),
    notices: await deleteOldNotices(tx, noticesKeptDays, rowsMax),
    tries: await deleteOldTries(tx, triesKeptHours),
  }
}
