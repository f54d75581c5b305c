/** The one file that knows every slice: it puts their routes, jobs and subscriptions together. */
import { Hono } from "hono"
import { allow, can, requireOfficer, signedIn } from "./accounts/index.ts"
import { accountJobs } from "./accounts/jobs.ts"
import { accountRoutes } from "./accounts/routes/index.ts"
import { apiRoutes } from "./api.ts"
import { caseDeadlines, caseDuties, casePaths, casesWaiting, tipsAreAnswered } from "./cases/index.ts"
import { caseJobs } from "./cases/jobs.ts"
import { caseRoutes } from "./cases/routes.ts"
import { assignmentDuties, directiveDeadlines } from "./directives/index.ts"
import { directiveJobs } from "./directives/jobs.ts"
import { directiveRoutes } from "./directives/routes.ts"
import { homeRoutes } from "./home.tsx"
import type { House } from "./kernel/house.ts"
import { bodies } from "./kernel/http/body.ts"
import type { Env } from "./kernel/http/env.ts"
import { surroundedBy } from "./kernel/http/frame.ts"
import { headers, logged, pressed, readableAddress, sameOrigin, withHouse } from "./kernel/http/guards.ts"
import { healthRoutes } from "./kernel/http/health.ts"
import { failed, missingFrom } from "./kernel/http/mishaps.tsx"
import { programs } from "./kernel/http/programs.ts"
import type { WaitingAt } from "./kernel/http/waiting.ts"
import { outboxJob, type Subscriber } from "./kernel/outbox.ts"
import type { JobList } from "./kernel/queue.ts"
import { sealJournal } from "./kernel/seal.ts"
import { signingRoutes } from "./kernel/signing/routes.tsx"
import { fileJobs } from "./kernel/sweep.ts"
import { uiRoutes } from "./kernel/ui/routes.tsx"
import { documentsWaiting } from "./letters/index.ts"
import { letterRoutes } from "./letters/routes.ts"
import { type DutyHolder, organizationJobs } from "./organizations/index.ts"
import { organizationRoutes } from "./organizations/routes.ts"
import { leadershipRoutes } from "./reports/leadership/routes.ts"
import { reportRoutes } from "./reports/routes.ts"
import { forwardsComeBack, signalDuties, tipsWaiting } from "./signals/index.ts"
import { signalJobs } from "./signals/jobs.ts"
import { signalRoutes } from "./signals/routes.ts"
import { surroundings } from "./surroundings.ts"

export function createApp(house: House): Hono<Env> {
  const app = new Hono<Env>()
  app.use(
    withHouse(house),
    logged,
    pressed,
    headers,
    surroundedBy(surroundings),
    readableAddress,
    programs,
    signedIn,
    bodies,
    sameOrigin,
  )
  app.onError(failed).notFound(missingFrom(app))
  app.route("/", healthRoutes).route("/", uiRoutes).route("/", signingRoutes).route("/", homeRoutes)
  app.route("/", accountRoutes).route("/", letterRoutes)
  app.route("/", caseRoutes).route("/", directiveRoutes(desks)).route("/", apiRoutes)
  app.route(
    "/",
    organizationRoutes({ requireOfficer, allow, can }, dutyHolders, [directiveDeadlines, caseDeadlines]),
  )
  app.route("/", signalRoutes(caseDoors))
  app.route("/", reportRoutes).route("/", leadershipRoutes)
  return app
}

/** Who listens to which event of a slice below (docs/contracts.md, "Journal and events"). */
const subscribers: readonly Subscriber[] = [tipsAreAnswered, forwardsComeBack]

/** What waits for a person beside the tasks of directives, on the page of my work. */
const desks: readonly WaitingAt[] = [casesWaiting, tipsWaiting, documentsWaiting]

const caseDoors = { open: casePaths.newFrom, of: casePaths.case }

/** What passes to the successors of a body on a reform day, by the slice that owns it. */
const dutyHolders: readonly DutyHolder[] = [assignmentDuties, ...caseDuties, signalDuties]

export function allJobs(house: House): JobList {
  return {
    ...accountJobs(house),
    ...caseJobs(house),
    ...directiveJobs(house),
    ...signalJobs(house),
    ...organizationJobs(house, dutyHolders),
    ...fileJobs(house),
    "outbox.deliver": outboxJob(house.db, subscribers, house.log),
    "journal.seal": {
      cron: "* * * * *",
      run: async () => {
        await sealJournal(house.db, house.keys)
      },
    },
  }
}
