/** The front door of directives: what other slices may use. */
export { checkPlan, type Issued, type IssueRefused, issueDirective, issueIn } from "./actions/issue.ts"
export { type DirectivePlan, directivePlan } from "./plan.ts"
