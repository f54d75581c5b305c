/** The front door of proposals. It loads no page, so that commands may use it. */

export { proposalHoldings } from "./actions/leaving.ts"
export { proposalRoom } from "./actions/rooms.ts"
export { proposalDuties } from "./actions/succession.ts"
export { proposalsWaiting } from "./actions/waiting.ts"
export type { FigureBook } from "./figure-book.ts"
export { navOfProposals } from "./nav.ts"
