/** The clock of the review: what was not reviewed within its hours is written down, once. */
import { asJob, type Database } from "../../kernel/db/database.ts"
import { announceEach } from "../../kernel/journal.ts"
import { noteLateReviews } from "../store/late.ts"
import { words } from "../words.ts"

const atOnce = 200

/** Returns how many were found late; run twice, it finds none again. */
export function noteLateReviewsNow(db: Database): Promise<number> {
  return asJob(db, "notices.review", async (tx) => {
    const late = await noteLateReviews(tx, atOnce, words.vi.one.clock)
    if (late.length > 0) await announceEach(tx, { what: "notice.review-late", kind: "notice" }, late)
    return late.length
  })
}
