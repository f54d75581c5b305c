/** Jobs of infrastructure. Each may run twice. */
import { asJob } from "../kernel/db/database.ts"
import type { House } from "../kernel/house.ts"
import type { JobList } from "../kernel/queue.ts"
import { eraseTracks } from "./actions/erasing.ts"

export function infrastructureJobs(house: House): JobList {
  return {
    "patrols.erase-tracks": {
      cron: "40 2 * * *",
      run: () => asJob(house.db, "patrols.erase-tracks", eraseTracks),
    },
  }
}
