/** What the worker does for cases. */
import type { House } from "../kernel/house.ts"
import type { JobList } from "../kernel/queue.ts"
import { recountClocks } from "./actions/recount.ts"

export function caseJobs(house: House): JobList {
  return {
    // 19:05 UTC is 02:05 in Việt Nam: before anybody reads a deadline.
    "cases.recount": {
      cron: "5 19 * * *",
      run: async () => {
        await recountClocks(house.db)
      },
    },
  }
}
