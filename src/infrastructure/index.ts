/** The front door of infrastructure. It loads no page, so that commands may use it. */

export { findAssets, findIncidents } from "./actions/finding.ts"
export { patrolHoldings } from "./actions/leaving.ts"
export { incidentRoom, patrolRoom } from "./actions/rooms.ts"
export { networkDuties } from "./actions/succession.ts"
export { incidentsWaiting } from "./actions/waiting.ts"
export { navOfInfrastructure } from "./nav.ts"
export { paths as infrastructurePaths } from "./paths.ts"
