/** The front door of inspections. It loads no page, so that commands may use it. */

export { inspectionHoldings } from "./actions/leaving.ts"
export { inspectionRooms } from "./actions/rooms.ts"
export { inspectionDuties } from "./actions/succession.ts"
export { inspectionsWaiting } from "./actions/waiting.ts"
export { navOfInspections } from "./nav.ts"
export { paths as inspectionPaths } from "./paths.ts"
