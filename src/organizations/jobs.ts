import type { House } from "../kernel/house.ts"
import type { JobList } from "../kernel/queue.ts"
import { applyDueReforms, reformDayJob } from "./actions/reform-day.ts"
import type { DutyHolder } from "./duties.ts"

/** Just after each midnight in Việt Nam (17:00 UTC), and every hour for what was confirmed or chosen late. */
export const organizationJobs = (house: House, holders: readonly DutyHolder[]): JobList => ({
  [reformDayJob]: {
    cron: "1 * * * *",
    run: async () => {
      await applyDueReforms(house.db, holders)
    },
  },
})
