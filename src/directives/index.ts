/** The front door of directives: what other slices may use. It loads no page, so that commands may use it. */

export { checkPlan, type Issued, type IssueRefused, issueDirective, issueIn } from "./actions/issue.ts"
export { assignmentDuties } from "./actions/succession.ts"
export { navOfDirectives } from "./nav.ts"
export { paths as directivePaths } from "./paths.ts"
export { type DirectivePlan, directivePlan } from "./plan.ts"
export { directivesNamed } from "./store/named.ts"
