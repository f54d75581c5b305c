/** The front door of cases. It loads no page, so that commands may use it. */

export { takeExhibitIn } from "./actions/exhibits.ts"
export { findCases } from "./actions/finding.ts"
export { namedInPaper } from "./actions/naming.ts"
export { caseDeadlines } from "./actions/recount.ts"
export { preventionRoom } from "./actions/rooms.ts"
export { openCase, openCaseIn } from "./actions/steps.ts"
export { caseDuties } from "./actions/succession.ts"
export { suggestedFor } from "./actions/thresholds.ts"
export { tipsAreAnswered } from "./actions/tips.ts"
export { casesWaiting } from "./actions/waiting.ts"
export { navOfCases } from "./nav.ts"
export { paths as casePaths } from "./paths.ts"
