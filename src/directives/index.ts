/** The front door of directives: what other slices may use. It loads no page, so that commands may use it. */

export { findDirectives, findTasks } from "./actions/finding.ts"
export { checkPlan, type Issued, type IssueRefused, issueDirective, issueIn } from "./actions/issue.ts"
export { directiveHoldings } from "./actions/leaving.ts"
export { directiveDeadlines } from "./actions/recount.ts"
export { type RollUp as DirectiveRollUp, readDirectives, readRollUp } from "./actions/roll-up.ts"
export { seatOf as directiveSeatOf } from "./actions/seat.ts"
export {
  readServing,
  type ServingReading,
  type ServingRoom,
  servedOn,
  serveIn,
  type TaskOption,
  tasksToServe,
} from "./actions/serving.ts"
export { finishAssignment, receiveAssignment, type StepResult } from "./actions/steps.ts"
export { assignmentDuties } from "./actions/succession.ts"
export type { State as AssignmentState } from "./domain/life.ts"
export { isWorking } from "./domain/progress.ts"
export { hasTask, namingWords, taskChosen, taskNamed, taskOptions } from "./naming.ts"
export { navOfDirectives, navOfWork } from "./nav.ts"
export { paths as directivePaths } from "./paths.ts"
export { type DirectivePlan, directivePlan } from "./plan.ts"
export { servedLine } from "./served-line.ts"
export { findAssignment } from "./store/assignments.ts"
export { directivesNamed, latestReports } from "./store/named.ts"
export { assignmentsOf, type TaskBodyRow } from "./store/rollup.ts"
export { type Standing, standingOf } from "./store/standing.ts"
