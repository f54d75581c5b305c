/** The front door of infrastructure. It loads no page, so that commands may use it. */

export { incidentsWaiting } from "./actions/waiting.ts"
export { navOfInfrastructure } from "./nav.ts"
