/** The front door of organizations. It loads no page, so that commands may use it. */

export { signingPowersOf } from "./actions/inside.ts"
export { seedOrganizations } from "./actions/seed.ts"
export { bodiesOn, type Chart, type ChartBody, existsOn } from "./domain/chart.ts"
export { type LetterResolution, resolveClauses } from "./domain/clauses.ts"
export { livingSuccessors, resolveAddressee } from "./domain/resolve.ts"
export type { DutyHolder, OpenDuty } from "./duties.ts"
export { organizationJobs } from "./jobs.ts"
export { navOfDaysOff, navOfOrganizations } from "./nav.ts"
export { loadChart } from "./store/chart.ts"
