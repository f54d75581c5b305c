/** What the worker does for this slice. */
import type { House } from "../kernel/house.ts"
import type { JobList } from "../kernel/queue.ts"
import { expireShared } from "./actions/expiring.ts"
import { keepObjects, objectsJob, tidyObjects } from "./feeds/actions/objects.ts"

export function sharingJobs(house: House): JobList {
  return {
    // 17:05 UTC is five past midnight in Việt Nam: the last day is over.
    "sharing.expire": {
      cron: "5 17 * * *",
      run: async () => {
        await expireShared(house.db)
      },
    },
    // Woken by every release, recall and expiry (0836); the minute's own run catches what a stopped worker missed.
    [objectsJob]: { cron: "* * * * *", run: () => keepObjects(house) },
    "sharing.tidy-objects": { cron: "35 17 * * *", run: () => tidyObjects(house) },
  }
}
