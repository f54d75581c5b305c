/** The one file that knows the jobs of every slice, and who listens to whom. It knows no page. */
import { accountJobs } from "./accounts/jobs.ts"
import { tipsAreAnswered } from "./cases/index.ts"
import { caseJobs } from "./cases/jobs.ts"
import { directiveJobs } from "./directives/jobs.ts"
import { dutyHolders } from "./duties.ts"
import { infrastructureJobs } from "./infrastructure/jobs.ts"
import { nightJobs } from "./kernel/backup/night.ts"
import { asJob } from "./kernel/db/database.ts"
import { tidyKeptForms } from "./kernel/db/kept-forms.ts"
import { tidySendings } from "./kernel/db/sending.ts"
import { doctorJobs } from "./kernel/doctor/files.ts"
import { exportHead } from "./kernel/heads.ts"
import type { House } from "./kernel/house.ts"
import { tidyAsks } from "./kernel/http/asks.ts"
import { tidyNetworkBytes } from "./kernel/http/budget.ts"
import { outboxJob, type Subscriber } from "./kernel/outbox.ts"
import type { JobList, JobPayload } from "./kernel/queue.ts"
import { sealJournal } from "./kernel/seal.ts"
import { fileJobs } from "./kernel/sweep.ts"
import { noticeJobs } from "./notices/jobs.ts"
import { organizationJobs } from "./organizations/index.ts"
import { reportJobs } from "./reports/jobs.ts"
import { sharingJobs } from "./sharing/jobs.ts"
import { forwardsComeBack } from "./signals/index.ts"
import { signalJobs } from "./signals/jobs.ts"

/** Who listens to which event of a slice below (docs/contracts.md, "Journal and events"). */
const subscribers: readonly Subscriber[] = [tipsAreAnswered, forwardsComeBack]

/** Each looks first what the set-up, or a change of its settings, says now: address and mail server are what links and mails go by. */
export function allJobs(house: House): JobList {
  const jobs = jobsOf(house)
  let lookedAt = 0
  const fresh = Object.entries(jobs).map(([name, { run, ...when }]) => [
    name,
    {
      ...when,
      run: async (payload: JobPayload) => {
        if (house.province === null || Date.now() - lookedAt > settingsMs) {
          lookedAt = Date.now()
          await house.refresh()
        }
        await run(payload)
      },
    },
  ])
  return Object.fromEntries(fresh)
}

/** A changed setting is in force in the worker within a minute. */
const settingsMs = 60_000

function jobsOf(house: House): JobList {
  return {
    ...accountJobs(house),
    ...caseJobs(house),
    ...directiveJobs(house),
    ...signalJobs(house),
    ...sharingJobs(house),
    ...infrastructureJobs(house),
    ...organizationJobs(house, dutyHolders),
    ...noticeJobs(house),
    ...reportJobs(house),
    ...fileJobs(house),
    ...nightJobs(house),
    ...doctorJobs(house),
    "sendings.tidy": {
      cron: "50 2 * * *",
      run: () => asJob(house.db, "sendings.tidy", tidySendings),
    },
    "forms.tidy": {
      cron: "*/10 * * * *",
      run: () => asJob(house.db, "forms.tidy", tidyKeptForms),
    },
    "networks.tidy": {
      cron: "20 * * * *",
      run: () =>
        asJob(house.db, "networks.tidy", async (tx) => {
          await tidyNetworkBytes(tx)
          await tidyAsks(tx)
        }),
    },
    "outbox.deliver": outboxJob(house.db, subscribers, house.log),
    "journal.export-head": {
      cron: "30 18 * * *",
      run: async () => {
        await exportHead(house)
      },
    },
    "journal.seal": {
      cron: "* * * * *",
      run: async () => {
        await sealJournal(house.db, house.keys)
      },
    },
  }
}
