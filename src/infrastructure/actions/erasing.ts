/** Paths of patrols whose months are over are erased; the log stays. */
import type { Tx } from "../../kernel/db/database.ts"
import { journal } from "../../kernel/journal.ts"
import { eraseOldTracks } from "../store/patrols.ts"

export async function eraseTracks(tx: Tx): Promise<void> {
  const erased = await eraseOldTracks(tx)
  if (erased > 0) await journal(tx, { what: "patrol.tracks-erased", details: { erased } })
}
