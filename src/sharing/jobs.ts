/** Jobs of this slice. */
import type { House } from "../kernel/house.ts"
import type { JobList } from "../kernel/queue.ts"
import { expireShared } from "./actions/expiring.ts"
import { recountJob, recountShared } from "./actions/recounting.ts"
import { keepObjects, objectsJob, tidyObjects } from "./feeds/actions/objects.ts"
import { hooksJob, tellHooks } from "./hooks/actions/sending.ts"
import { pushesJob, tellBrowsers } from "./pushes/actions/sending.ts"
import { fetchSources, sourcesJob, tidySources } from "./sources/actions/fetching.ts"
import { tellSubscribers, tidySubscriptions } from "./subscriptions/actions/telling.ts"
import { inboxJob, receiveObjects, tidyInbox } from "./taxii/actions/receiving.ts"

export function sharingJobs(house: House): JobList {
  return {
    // 17:05 UTC is five past midnight in Việt Nam: the last day is over.
    "sharing.expire": {
      cron: "5 17 * * *",
      run: async () => {
        await expireShared(house.db)
      },
    },
    // Woken by a tip that was withdrawn or merged (1038); each night what came since.
    [recountJob]: { cron: "15 17 * * *", run: () => recountShared(house.db) },
    // Woken by every release, recall and expiry (0836); the minute's own run catches what a stopped worker missed.
    [objectsJob]: { cron: "* * * * *", run: () => keepObjects(house) },
    // Woken by a release, a recall and by who asks for mail; each minute what failed is tried again.
    "sharing.subscriptions": { cron: "* * * * *", run: () => tellSubscribers(house) },
    // Woken by who adds a source or asks it at once; each minute those whose time has come are asked.
    [sourcesJob]: {
      cron: "* * * * *",
      run: async () => {
        await fetchSources(house)
      },
    },
    // Woken when a change of warnings was noted for a program; each minute what failed is tried again.
    [hooksJob]: { cron: "* * * * *", run: () => tellHooks(house) },
    // As webhooks; woken by a browser that asks as well.
    [pushesJob]: { cron: "* * * * *", run: () => tellBrowsers(house) },
    // Woken by a program that hands objects in.
    [inboxJob]: { cron: "* * * * *", run: () => receiveObjects(house) },
    "sharing.tidy-inbox": { cron: "25 17 * * *", run: () => tidyInbox(house) },
    "sharing.tidy-sources": { cron: "55 17 * * *", run: () => tidySources(house) },
    "sharing.tidy-subscriptions": { cron: "45 17 * * *", run: () => tidySubscriptions(house) },
    "sharing.tidy-objects": { cron: "35 17 * * *", run: () => tidyObjects(house) },
  }
}
