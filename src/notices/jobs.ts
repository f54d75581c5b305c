/** Jobs of this slice. */
import type { House } from "../kernel/house.ts"
import type { JobList } from "../kernel/queue.ts"
import { noteLateReviewsNow } from "./actions/late.ts"
import { mailCommunes } from "./children/actions/mailing.ts"

export function noticeJobs(house: House): JobList {
  const { db } = house
  return {
    // Asked for by each alert; the minute catches what a stopped server missed.
    "notices.tell-communes": {
      cron: "* * * * *",
      run: async () => {
        await mailCommunes(house)
      },
    },
    "notices.review": {
      cron: "*/10 * * * *",
      run: async () => {
        await noteLateReviewsNow(db)
      },
    },
  }
}
