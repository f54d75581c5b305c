/** The front door of organizations. It loads no page, so that commands may use it. */

export { signingPowersOf } from "./actions/inside.ts"
export { delegationsAtPost, endDelegationsAtPost } from "./actions/leaving.ts"
export { seedOrganizations } from "./actions/seed.ts"
export {
  type BodyKind,
  bodiesOn,
  type Chart,
  type ChartBody,
  existsOn,
  type GroupRule,
  groupRules,
} from "./domain/chart.ts"
export { type LetterResolution, resolveClauses } from "./domain/clauses.ts"
export { bodyKinds } from "./domain/directory.ts"
export { foldName } from "./domain/names.ts"
export { livingSuccessors, resolveAddressee } from "./domain/resolve.ts"
export type { SeedArea, SeedBody, SeedChart } from "./domain/seed.ts"
export type { DutyHolder, OpenDuty } from "./duties.ts"
export { organizationJobs } from "./jobs.ts"
export { navOfDaysOff, navOfOrganizations } from "./nav.ts"
export { committeeAt, communesOn, placesOn } from "./store/areas.ts"
export { loadChart } from "./store/chart.ts"
export { insertChart as layChart, isSeeded as isChartLaid } from "./store/seed.ts"
