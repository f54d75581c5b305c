/**
 * The life of an assignment: what may happen in which state, to whom it is left, and what it becomes.
 *
 *     sent ─▶ received ─▶ planned ─▶ in-progress ─▶ done ─▶ accepted
 *                 └────────────┴───────▲    ▲          │
 *                                      │    └ returned ◀┘        withdrawn: by the issuer, before acceptance
 *
 * Lateness is no state: it is derived from the due date and the day (`deadline.ts`).
 */

export const states = [
  "sent",
  "received",
  "planned",
  "in-progress",
  "done",
  "returned",
  "accepted",
  "withdrawn",
] as const
export type State = (typeof states)[number]

/** The body that was given the work, or the body that gave it. A body may be both. */
export type Side = "body" | "issuer"

/** What a person may do with an assignment. */
export const steps = [
  "receive",
  "plan",
  "report",
  "finish",
  "accept",
  "return",
  "askExtension",
  "grantExtension",
  "refuseExtension",
  "withdraw",
  "assign",
] as const
export type Step = (typeof steps)[number]

/** As much of an assignment as its rules need. */
export type Held = {
  state: State
  dueOn: string | null
  /** An extension that was asked and not yet decided. */
  asked: { wantedOn: string } | null
}

export type Refusal =
  | "notYourBody"
  | "notTheIssuer"
  | "notReceivedYet"
  | "alreadyReceived"
  | "alreadyDone"
  | "notDoneYet"
  | "closed"
  | "noDeadline"
  | "extensionAsked"
  | "noExtensionAsked"
  | "notLater"

type Rule = {
  by: Side
  from: readonly State[]
  /** The state it leads to; absent: it stays. */
  to?: State
  event: EventName
}

/** The journal's and the timeline's names for what happened. */
export type EventName =
  | "assignment.received"
  | "assignment.planned"
  | "assignment.progressed"
  | "assignment.done"
  | "assignment.accepted"
  | "assignment.returned"
  | "assignment.extension-asked"
  | "assignment.extended"
  | "assignment.extension-refused"
  | "assignment.withdrawn"
  | "assignment.assigned"

const working = ["received", "planned", "in-progress", "returned"] as const
const open = ["sent", ...working, "done"] as const

/** The whole table: everything that is not here is refused. */
export const rules: Readonly<Record<Step, Rule>> = {
  receive: { by: "body", from: ["sent"], to: "received", event: "assignment.received" },
  plan: { by: "body", from: working, to: "planned", event: "assignment.planned" },
  report: { by: "body", from: working, to: "in-progress", event: "assignment.progressed" },
  finish: { by: "body", from: working, to: "done", event: "assignment.done" },
  accept: { by: "issuer", from: ["done"], to: "accepted", event: "assignment.accepted" },
  return: { by: "issuer", from: ["done"], to: "returned", event: "assignment.returned" },
  askExtension: { by: "body", from: ["sent", ...working], event: "assignment.extension-asked" },
  grantExtension: { by: "issuer", from: ["sent", ...working], event: "assignment.extended" },
  refuseExtension: { by: "issuer", from: ["sent", ...working], event: "assignment.extension-refused" },
  withdraw: { by: "issuer", from: open, to: "withdrawn", event: "assignment.withdrawn" },
  assign: { by: "body", from: ["sent", ...working], event: "assignment.assigned" },
}

export type Decision = { state: State; event: EventName } | { refused: Refusal }

/** Whether `step` may be done now by that side, and what it makes of the assignment. */
export function decide(
  held: Held,
  step: Step,
  sides: readonly Side[],
  dueOn: string | null = null,
): Decision {
  const rule = rules[step]
  if (!sides.includes(rule.by)) return { refused: rule.by === "body" ? "notYourBody" : "notTheIssuer" }
  if (!rule.from.includes(held.state)) return { refused: whyNot(held.state, step) }
  const refused = extensionRefusal(held, step, dueOn)
  if (refused !== null) return { refused }
  return { state: nextState(held.state, step, rule), event: rule.event }
}

/** The steps that would not be refused, in the order of a good day. */
export function lawfulSteps(held: Held, sides: readonly Side[]): Step[] {
  return steps.filter((step) => {
    const rule = rules[step]
    if (!sides.includes(rule.by) || !rule.from.includes(held.state)) return false
    if (step === "askExtension") return held.dueOn !== null && held.asked === null
    if (step === "grantExtension" || step === "refuseExtension") return held.asked !== null
    return true
  })
}

/** A plan written while work is under way, or after a return, changes the plan and not the state. */
function nextState(state: State, step: Step, rule: Rule): State {
  if (step === "plan" && (state === "in-progress" || state === "returned")) return state
  return rule.to ?? state
}

function whyNot(state: State, step: Step): Refusal {
  if (state === "accepted" || state === "withdrawn") return "closed"
  if (step === "receive") return "alreadyReceived"
  if (state === "sent") return rules[step].by === "issuer" ? "notDoneYet" : "notReceivedYet"
  return state === "done" ? "alreadyDone" : "notDoneYet"
}

function extensionRefusal(held: Held, step: Step, dueOn: string | null): Refusal | null {
  if (step === "askExtension") {
    if (held.dueOn === null) return "noDeadline"
    if (held.asked !== null) return "extensionAsked"
    return dueOn !== null && dueOn > held.dueOn ? null : "notLater"
  }
  if (step === "grantExtension" || step === "refuseExtension") {
    if (held.asked === null) return "noExtensionAsked"
    if (step === "grantExtension" && (dueOn === null || held.dueOn === null || dueOn <= held.dueOn))
      return "notLater"
  }
  return null
}
