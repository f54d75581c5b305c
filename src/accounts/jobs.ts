/** What the worker does for accounts: what is over is kept no longer than it is of use. */
import { asJob } from "../kernel/db/database.ts"
import type { House } from "../kernel/house.ts"
import type { JobList } from "../kernel/queue.ts"
import { mailAsked, mailLink } from "./actions/mailing.ts"
import { tidyAccounts } from "./actions/tidy.ts"

export function accountJobs(house: House): JobList {
  return {
    "accounts.mail-link": { run: (payload) => mailLink(house, payload) },
    "accounts.mail-asked": { run: (payload) => mailAsked(house, payload) },
    "accounts.tidy": {
      cron: "20 2 * * *",
      run: async () => {
        await asJob(house.db, "accounts.tidy", tidyAccounts)
      },
    },
  }
}
