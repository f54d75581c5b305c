/**
 * The life of a tip: what may happen in which state, who does it, and what it becomes.
 *
 *     held ─▶ received ─▶ reviewing ◀─▶ asked          held: too many came from one network; an officer lets it in.
 *                 └──────────┴────┬───────┘
 *            in-case · forwarded · closed · merged      `reopen`, `split` and `comeBack` lead back to reviewing.
 *
 * Nothing is deleted: spam and duplicates are closed with that reason. `withdrawn` is the reporter's own word; a tip
 * that is in a case or was forwarded keeps its state, since others act on it already, and the withdrawal is recorded.
 */

export const states = [
  "held",
  "received",
  "reviewing",
  "asked",
  "in-case",
  "forwarded",
  "closed",
  "merged",
  "withdrawn",
] as const
export type State = (typeof states)[number]

export const steps = [
  "admit",
  "assign",
  "ask",
  "answer",
  "openCase",
  "caseEnded",
  "caseReopened",
  "leaveCase",
  "forward",
  "comeBack",
  "close",
  "reopen",
  "merge",
  "split",
  "withdraw",
] as const
export type Step = (typeof steps)[number]

/** Why a tip was closed; each has a sentence for the public. */
export const closeReasons = [
  "handled",
  "no-violation",
  "not-enough",
  "warned",
  "other-procedure",
  "duplicate",
  "spam",
] as const
export type CloseReason = (typeof closeReasons)[number]

export type EventName =
  | "signal.admitted"
  | "signal.assigned"
  | "signal.asked"
  | "signal.answered"
  | "signal.put-in-case"
  | "signal.case-ended"
  | "signal.left-case"
  | "signal.forwarded"
  | "signal.came-back"
  | "signal.closed"
  | "signal.reopened"
  | "signal.merged"
  | "signal.split"
  | "signal.withdrawn"

export type Refusal =
  | "held"
  | "closed"
  | "notOpen"
  | "notHeld"
  | "notMerged"
  | "notClosed"
  | "notForwarded"
  | "notInCase"
  | "withdrawn"

type Rule = {
  from: readonly State[]
  /** Absent: it stays what it is. */
  to?: State | ((from: State) => State)
  event: EventName
  else: Refusal
}

const open = ["received", "reviewing", "asked"] as const
export const openStates: readonly State[] = open

/** The whole table: everything that is not here is refused. */
export const rules: Readonly<Record<Step, Rule>> = {
  admit: { from: ["held"], to: "received", event: "signal.admitted", else: "notHeld" },
  assign: {
    from: open,
    to: (from) => (from === "received" ? "reviewing" : from),
    event: "signal.assigned",
    else: "notOpen",
  },
  ask: { from: open, to: "asked", event: "signal.asked", else: "notOpen" },
  /** A reporter may add something at any time; an answer that was asked for brings the tip back to the desk. */
  answer: {
    from: ["held", ...open, "in-case", "forwarded", "closed", "merged"],
    to: (from) => (from === "asked" ? "reviewing" : from),
    event: "signal.answered",
    else: "withdrawn",
  },
  openCase: { from: open, to: "in-case", event: "signal.put-in-case", else: "notOpen" },
  caseEnded: { from: ["in-case"], to: "closed", event: "signal.case-ended", else: "notInCase" },
  /** What the case answered no longer stands; a new answer will follow. */
  caseReopened: { from: ["closed"], to: "in-case", event: "signal.put-in-case", else: "notClosed" },
  /** It was put into the wrong case. */
  leaveCase: { from: ["in-case"], to: "reviewing", event: "signal.left-case", else: "notInCase" },
  forward: { from: open, to: "forwarded", event: "signal.forwarded", else: "notOpen" },
  comeBack: { from: ["forwarded"], to: "reviewing", event: "signal.came-back", else: "notForwarded" },
  close: { from: [...open, "held", "forwarded"], to: "closed", event: "signal.closed", else: "notOpen" },
  reopen: { from: ["closed"], to: "reviewing", event: "signal.reopened", else: "notClosed" },
  merge: { from: open, to: "merged", event: "signal.merged", else: "notOpen" },
  split: { from: ["merged"], to: "reviewing", event: "signal.split", else: "notMerged" },
  withdraw: {
    from: ["held", ...open, "in-case", "forwarded", "closed", "merged"],
    to: (from) => (from === "held" || isOpen(from) ? "withdrawn" : from),
    event: "signal.withdrawn",
    else: "withdrawn",
  },
}

export type Decision = { state: State; event: EventName } | { refused: Refusal }

export function decide(state: State, step: Step): Decision {
  const rule = rules[step]
  if (!rule.from.includes(state)) return { refused: whyNot(state, rule) }
  const to = typeof rule.to === "function" ? rule.to(state) : (rule.to ?? state)
  return { state: to, event: rule.event }
}

/** What an officer may do now, in the order of a good day. */
export function lawfulSteps(state: State): Step[] {
  return steps.filter((step) => rules[step].from.includes(state))
}

function isOpen(state: State): boolean {
  return openStates.includes(state)
}

/** Neither passed on nor at its end nor withdrawn: an officer may still make something of it. */
export const isOnDesk = (tip: { state: State; withdrawnAt: string | null }): boolean =>
  isOpen(tip.state) && tip.withdrawnAt === null

function whyNot(state: State, rule: Rule): Refusal {
  if (state === "withdrawn") return "withdrawn"
  if (rule.else !== "notOpen") return rule.else
  return state === "held" ? "held" : state === "closed" ? "closed" : "notOpen"
}
