/** What the command line takes out: the public's list, or everything that was released to the telecoms, with a reason. */
import { asJob } from "../../../kernel/db/database.ts"
import type { House } from "../../../kernel/house.ts"
import { journal } from "../../../kernel/journal.ts"
import type { ReleasedIndicator, ReleasedWarning } from "../domain/released.ts"
import { releasedToTelecoms } from "../store/released.ts"
import { feedAll, feedWarnings, goneSince, indicatorOf } from "./reading.ts"

export type Audience = "public" | "telecoms"
export type Export = { warnings: ReleasedWarning[]; indicators: ReleasedIndicator[] }

/** One document holds no more; who needs more takes it by TAXII or by the lists for programs. */
export const exportMax = 200_000

/** `reason` is journaled by its keyed hash: the journal holds no free text, and whoever gave it can show that it was this one. */
export async function takeOut(
  house: House,
  { audience, reason, format }: { audience: Audience; reason: string; format: string },
): Promise<Export> {
  if (audience === "public") return feedAll(house)
  const warnings = await feedWarnings(house)
  const rows = await asJob(house.db, "sharing.export", async (tx) => {
    const found = await releasedToTelecoms(tx, goneSince(house), exportMax)
    const details = { rows: found.length, format, reason: house.keys.hmac("journal-value", reason) }
    await journal(tx, { what: "indicator.list-exported", details })
    return found
  })
  return { warnings, indicators: rows.map(indicatorOf) }
}
