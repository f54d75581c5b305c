/** Jobs of this slice. */
import type { House } from "../kernel/house.ts"
import type { JobList } from "../kernel/queue.ts"
import { noteLateReviewsNow } from "./actions/late.ts"

export function noticeJobs({ db }: House): JobList {
  return {
    "notices.review": {
      cron: "*/10 * * * *",
      run: async () => {
        await noteLateReviewsNow(db)
      },
    },
  }
}
