/** The front door of proposals. It loads no page, so that commands may use it. */

export { proposalHoldings } from "./actions/leaving.ts"
export { keyOf as recommendationKey } from "./actions/making.ts"
export { proposalRoom } from "./actions/rooms.ts"
export { proposalDuties } from "./actions/succession.ts"
export { proposalsWaiting } from "./actions/waiting.ts"
export type { FigureBook } from "./figure-book.ts"
export { navOfProposals } from "./nav.ts"
export { paths as proposalPaths } from "./paths.ts"
export {
  type ReportedProposal,
  reportedIn as proposalsIn,
  takenFrom as proposalsFrom,
} from "./store/reported.ts"
export { words as proposalWords } from "./words.ts"
