/** The one file that knows the pages of every slice: it puts their routes together. What the worker does is in `jobs.ts`. */
import { Hono } from "hono"
import { accountPaths, allow, can, requireOfficer, signedIn } from "./accounts/index.ts"
import { accountRoutes } from "./accounts/routes/index.ts"
import { apiRoutes } from "./api.ts"
import { awarenessWaiting } from "./awareness/index.ts"
import { awarenessRoutes } from "./awareness/routes.ts"
import { caseDeadlines, casePaths, casesAbout, casesWaiting, findCases, namedInPaper } from "./cases/index.ts"
import { reporterNamedIn } from "./cases/routes/naming.ts"
import { caseRoutes } from "./cases/routes.ts"
import { directiveDeadlines, findDirectives, findTasks } from "./directives/index.ts"
import { directiveRoutes } from "./directives/routes.ts"
import { dutyHolders } from "./duties.ts"
import { guideLinks, guideOpens } from "./guide-links.ts"
import { guideRoutes } from "./guides/routes.tsx"
import { holdings } from "./holdings.ts"
import { homeRoutes } from "./home.tsx"
import { incidentInTheField, patrolInTheField } from "./infrastructure/field.tsx"
import { findAssets, findIncidents, incidentsWaiting, infrastructurePaths } from "./infrastructure/index.ts"
import { infrastructureRoutes } from "./infrastructure/routes.ts"
import { visitsInTheField } from "./inspections/field.tsx"
import { inspectionsWaiting } from "./inspections/index.ts"
import { inspectionRoutes } from "./inspections/routes.ts"
import { doctorRoutes } from "./kernel/doctor/routes.tsx"
import { refuseRevoked } from "./kernel/field/device-routes.tsx"
import { type FieldForm, fieldRoutes } from "./kernel/field/routes.tsx"
import type { House } from "./kernel/house.ts"
import { bodies } from "./kernel/http/body.ts"
import { crestRoutes } from "./kernel/http/crest.ts"
import { deskOf, type Env } from "./kernel/http/env.ts"
import { errorTitle } from "./kernel/http/error-title.ts"
import { surroundedBy } from "./kernel/http/frame.ts"
import { headers, logged, pressed, readableAddress, sameOrigin, withHouse } from "./kernel/http/guards.ts"
import { healthRoutes } from "./kernel/http/health.ts"
import { failed, missingFrom } from "./kernel/http/mishaps.tsx"
import { sentOnce } from "./kernel/http/once.ts"
import { programs } from "./kernel/http/programs.ts"
import { untakenFilesGo } from "./kernel/http/staged.ts"
import { typedStays } from "./kernel/http/typed.tsx"
import { unreadable } from "./kernel/http/unreadable.ts"
import type { WaitingAt } from "./kernel/http/waiting.ts"
import type { Finder } from "./kernel/search/finder.ts"
import { searchRoutes } from "./kernel/search/routes.tsx"
import { signingRoutes } from "./kernel/signing/routes.tsx"
import { uiRoutes } from "./kernel/ui/routes.tsx"
import { documentsWaiting, findDocuments } from "./letters/index.ts"
import { letterRoutes } from "./letters/routes.ts"
import { noticesWaiting } from "./notices/index.ts"
import { noticeRoutes } from "./notices/routes.ts"
import { organizationRoutes } from "./organizations/routes.ts"
import { proposalsWaiting } from "./proposals/index.ts"
import { proposalRoutes } from "./proposals/routes.ts"
import { figureBook } from "./reports/book.ts"
import { leadershipRoutes } from "./reports/leadership/routes.ts"
import { reportRoutes } from "./reports/routes.ts"
import { servingRooms } from "./rooms.ts"
import { setUpFirst } from "./setup/routes/guards.tsx"
import { setupRoutes } from "./setup/routes/index.tsx"
import { settingRoutes } from "./setup/routes/settings.tsx"
import { contestsWaiting, helpedByTip, sharedAbout, sharingPaths, takeBackOwn } from "./sharing/index.ts"
import { sharingRoutes } from "./sharing/routes.ts"
import type { Fixture } from "./sharing/taxii/actions/fixture.ts"
import { taxiiRoutes } from "./sharing/taxii/routes.ts"
import { findSignals, tipsWaiting } from "./signals/index.ts"
import { signalRoutes } from "./signals/routes.ts"
import { sitemapRoutes } from "./sitemap.ts"
import { surroundings } from "./surroundings.ts"

/** `taxii`: a run of others' tests over a file, in the place of our own TAXII. */
export function createApp(house: House, { taxii = null }: { taxii?: Fixture | null } = {}): Hono<Env> {
  const app = new Hono<Env>()
  app.onError(failed).notFound(missingFrom(app))
  app.use(withHouse(house), logged, untakenFilesGo, pressed, errorTitle, headers)
  app.use(surroundedBy(surroundings), unreadable, readableAddress)
  // Before anybody is asked who they are: a machine asks these, and the database may be what does not answer.
  app.route("/", healthRoutes).route("/", taxiiRoutes(taxii))
  app.use(programs, signedIn, refuseRevoked, typedStays, sentOnce, bodies, sameOrigin)
  app.route("/", uiRoutes).route("/", crestRoutes).route("/", setupRoutes)
  app.use(setUpFirst)
  app.route("/", signingRoutes).route("/", homeRoutes).route("/", sitemapRoutes)
  app.route("/", settingRoutes)
  app.route("/", accountRoutes(holdings)).route("/", letterRoutes(namedInPaper))
  app.route("/", caseRoutes).route("/", directiveRoutes(desks, servingRooms)).route("/", apiRoutes)
  app.route(
    "/",
    organizationRoutes({ requireOfficer, allow, can }, dutyHolders, [directiveDeadlines, caseDeadlines]),
  )
  app.route("/", doctorRoutes(requireOfficer, allow("organization.change")))
  app.route("/", searchRoutes(requireOfficer, finders))
  app.route("/", signalRoutes(caseDoors, helpedByTip, [casesAbout, sharedAbout])).route("/", sharingRoutes)
  app.route("/", infrastructureRoutes)
  app.route(
    "/",
    fieldRoutes(fieldForms, {
      requireOfficer,
      signIn: accountPaths.signIn,
      mayRevokeAll: (c) => can(deskOf(c).officer, "officer.change"),
    }),
  )
  app.route("/", inspectionRoutes)
  app.route("/", awarenessRoutes).route("/", noticeRoutes(sharingPaths.contestFigures))
  app.route("/", proposalRoutes(figureBook))
  app
    .route("/", reportRoutes)
    .route("/", leadershipRoutes(servingRooms))
    .route("/", guideRoutes(guideLinks, guideOpens))
  return app
}

/** What waits for a person beside the tasks of directives, on the page of my work. */
const desks: readonly WaitingAt[] = [
  casesWaiting,
  tipsWaiting,
  incidentsWaiting,
  inspectionsWaiting,
  contestsWaiting,
  noticesWaiting,
  awarenessWaiting,
  proposalsWaiting,
  documentsWaiting,
]

/** The finders of the one search, in the order in which a desk asks. */
const finders: readonly Finder[] = [
  findSignals,
  findCases,
  findTasks,
  findDirectives,
  findDocuments,
  findIncidents,
  findAssets,
]

/** The forms that work without network, in the order in which a device offers them. */
const fieldForms: readonly FieldForm[] = [incidentInTheField, patrolInTheField, ...visitsInTheField]

const caseDoors = {
  open: casePaths.newFrom,
  of: casePaths.case,
  incident: infrastructurePaths.fromTip,
  named: reporterNamedIn,
  warn: sharingPaths.newFromTip,
  ownAfterAll: takeBackOwn,
}
