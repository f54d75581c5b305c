/** The front door of directives: what other slices may use. It loads no page, so that commands may use it. */

export { checkPlan, type Issued, type IssueRefused, issueDirective, issueIn } from "./actions/issue.ts"
export { type RollUp as DirectiveRollUp, readDirectives, readRollUp } from "./actions/roll-up.ts"
export { seatOf as directiveSeatOf } from "./actions/seat.ts"
export { assignmentDuties } from "./actions/succession.ts"
export { importWritten } from "./import/from-program.ts"
export { navOfDirectives } from "./nav.ts"
export { paths as directivePaths } from "./paths.ts"
export { type DirectivePlan, directivePlan } from "./plan.ts"
export { directivesNamed } from "./store/named.ts"
