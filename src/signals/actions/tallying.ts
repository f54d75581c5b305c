/** The job that counts half-months that are over, so that a report need not count each tip again. */
import { asJob } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { tallySignals } from "../store/tallies.ts"

const perTransaction = 6
const transactionsMax = 200

/** Returns how many half-months were counted. Run twice, it finds nothing left. */
export async function tallyTips({ db }: Pick<House, "db">): Promise<number> {
  let counted = 0
  for (let i = 0; i < transactionsMax; i += 1) {
    const done = await asJob(db, "signals.tally", (tx) => tallySignals(tx, perTransaction))
    counted += done
    if (done < perTransaction) break
  }
  return counted
}
