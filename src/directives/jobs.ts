/** What the worker does for directives. Each may run twice; times are UTC (Việt Nam is seven hours ahead). */
import type { House } from "../kernel/house.ts"
import type { JobList } from "../kernel/queue.ts"
import { giveNextOccurrences } from "./actions/occurrences.ts"
import { recountAssignments } from "./actions/recount.ts"
import { mailReminders, makeRemindersToday } from "./actions/reminding.ts"
import { expireDrafts } from "./import/actions.ts"

export function directiveJobs(house: House): JobList {
  return {
    // Just after midnight in Việt Nam, and again through the day for what a stopped server missed.
    "directives.occurrences": {
      cron: "5 17,23,5 * * *",
      run: async () => {
        await giveNextOccurrences(house)
      },
    },
    "directives.remind": {
      cron: "15 * * * *",
      run: async () => {
        await makeRemindersToday(house)
      },
    },
    // Finishes a count that broke off when a day off was entered; with the clocks of cases, before anybody reads a deadline.
    "directives.recount": {
      cron: "15 19 * * *",
      run: async () => {
        await recountAssignments(house.db)
      },
    },
    "directives.expire-drafts": {
      cron: "40 18 * * *",
      run: async () => {
        await expireDrafts(house)
      },
    },
    // In office hours: nobody wants to be reminded at night.
    "directives.mail-reminders": {
      cron: "30 0-9 * * *",
      run: async () => {
        await mailReminders(house)
      },
    },
  }
}
