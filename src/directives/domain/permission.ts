/** Which verb of the policy table each step needs: the role's permission, beside the body's (`life.ts`). */
import type { Action } from "../../accounts/index.ts"
import type { Step } from "./life.ts"

export const actionOf = {
  receive: "assignment.receive",
  plan: "assignment.plan",
  report: "assignment.report",
  finish: "assignment.report",
  accept: "assignment.accept",
  return: "assignment.accept",
  askExtension: "extension.ask",
  grantExtension: "extension.decide",
  refuseExtension: "extension.decide",
  withdraw: "directive.change",
  assign: "assignment.assign",
} as const satisfies Readonly<Record<Step, Action>>
