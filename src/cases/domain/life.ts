/**
 * The life of a case: what may happen in which state, who does it, and what it becomes.
 *
 *     opened ─▶ verifying ─▶ preventing ──────────────────────────▶ closed
 *                 │   ▲ └──▶ recorded ─▶ decided ─▶ executed ──────────▲
 *                 │   │          │          │                          │
 *                 │   │ (on the spot: verifying ─▶ decided, without a record)
 *                 ├───┼──────────┴▶ cleared ┼──────────────────────────┤
 *                 └───┴─ returned ◀─ transferred ─▶ prosecuted ────────┘
 *
 * While the file is with the police nobody decides a sanction (Luật XLVPHC Đ62, Đ63), and an act is sanctioned
 * once (Đ3): migration 0500 holds the same moves, and a test compares the two.
 */
import { addDays, type LocalDate } from "../../kernel/time.ts"
import { guards, type Held, type Refusal } from "./guards.ts"

export type { Held, Refusal }

export const states = [
  "opened",
  "verifying",
  "preventing",
  "recorded",
  "decided",
  "executed",
  "cleared",
  "transferred",
  "prosecuted",
  "closed",
] as const
export type State = (typeof states)[number]

/** The body that handles the case, or the police to whom it was transferred. */
export type Side = "handler" | "police"

export const steps = [
  "verify",
  "find",
  "prevent",
  "endPrevention",
  "record",
  "askHearing",
  "explain",
  "examine",
  "onSpot",
  "decide",
  "remedy",
  "serve",
  "execute",
  "payPart",
  "payLater",
  "payInParts",
  "reduce",
  "strike",
  "enforce",
  "halt",
  "goOn",
  "clear",
  "transfer",
  "sign",
  "suspend",
  "resume",
  "prosecute",
  "return",
  "extend",
  "prolong",
  "keep",
  "release",
  "close",
  "reopen",
] as const
export type Step = (typeof steps)[number]

export type Outcome = "prevented" | "sanctioned" | "no-violation" | "prosecuted"
/** To which state a returned file comes back: the record stays valid, a decision stays in force. */
export type ReturnState = "verifying" | "recorded" | "decided"

export type EventName =
  | "case.verified"
  | "case.act-found"
  | "prevention.requested"
  | "prevention.ended"
  | "case.recorded"
  | "case.hearing-asked"
  | "case.explained"
  | "case.facts-examined"
  | "case.sanctioned"
  | "case.sanctioned-on-spot"
  | "case.remedied"
  | "case.served"
  | "case.paid"
  | "case.part-paid"
  | "case.payment-postponed"
  | "case.instalments-allowed"
  | "case.fine-reduced"
  | "case.money-struck"
  | "case.enforced"
  | "case.execution-suspended"
  | "case.execution-continued"
  | "case.cleared"
  | "case.transferred"
  | "case.signed"
  | "case.suspended"
  | "case.resumed"
  | "case.prosecuted"
  | "case.returned"
  | "case.extended"
  | "case.things-kept"
  | "case.things-released"
  | "case.closed"
  | "case.reopened"

type Rule = {
  by: Side
  from: readonly State[]
  /** The states it may lead to; absent: it stays. Several: `nextState` says which. */
  to?: readonly State[]
  event: EventName
}

const before = ["verifying", "preventing"] as const

/** The whole table: everything that is not here is refused. */
export const rules: Readonly<Record<Step, Rule>> = {
  verify: { by: "handler", from: ["opened"], to: ["verifying"], event: "case.verified" },
  find: { by: "handler", from: before, event: "case.act-found" },
  prevent: { by: "handler", from: before, to: ["preventing"], event: "prevention.requested" },
  endPrevention: { by: "handler", from: ["preventing"], to: ["verifying"], event: "prevention.ended" },
  record: { by: "handler", from: before, to: ["recorded"], event: "case.recorded" },
  askHearing: { by: "handler", from: ["recorded"], event: "case.hearing-asked" },
  explain: { by: "handler", from: ["recorded"], event: "case.explained" },
  examine: { by: "handler", from: [...before, "recorded"], event: "case.facts-examined" },
  onSpot: { by: "handler", from: before, to: ["decided"], event: "case.sanctioned-on-spot" },
  decide: { by: "handler", from: ["recorded"], to: ["decided"], event: "case.sanctioned" },
  remedy: { by: "handler", from: ["recorded"], to: ["decided"], event: "case.remedied" },
  serve: { by: "handler", from: ["decided"], event: "case.served" },
  execute: { by: "handler", from: ["decided"], to: ["executed"], event: "case.paid" },
  payPart: { by: "handler", from: ["decided"], event: "case.part-paid" },
  payLater: { by: "handler", from: ["decided"], event: "case.payment-postponed" },
  payInParts: { by: "handler", from: ["decided"], event: "case.instalments-allowed" },
  reduce: { by: "handler", from: ["decided"], event: "case.fine-reduced" },
  strike: { by: "handler", from: ["decided"], event: "case.money-struck" },
  enforce: { by: "handler", from: ["decided"], event: "case.enforced" },
  halt: { by: "handler", from: ["decided"], event: "case.execution-suspended" },
  goOn: { by: "handler", from: ["decided"], event: "case.execution-continued" },
  clear: { by: "handler", from: [...before, "recorded"], to: ["cleared"], event: "case.cleared" },
  transfer: {
    by: "handler",
    from: [...before, "recorded", "decided"],
    to: ["transferred"],
    event: "case.transferred",
  },
  sign: { by: "police", from: ["transferred"], event: "case.signed" },
  suspend: { by: "police", from: ["transferred"], event: "case.suspended" },
  resume: { by: "police", from: ["transferred"], event: "case.resumed" },
  prosecute: { by: "police", from: ["transferred"], to: ["prosecuted"], event: "case.prosecuted" },
  return: {
    by: "police",
    from: ["transferred", "prosecuted", "closed"],
    to: ["verifying", "recorded", "decided"],
    event: "case.returned",
  },
  extend: { by: "handler", from: [...before, "recorded", "decided"], event: "case.extended" },
  keep: { by: "handler", from: [...before, "recorded"], event: "case.things-kept" },
  release: {
    by: "handler",
    from: [...before, "recorded", "decided", "executed", "cleared"],
    event: "case.things-released",
  },
  prolong: { by: "police", from: ["transferred"], event: "case.extended" },
  close: {
    by: "handler",
    from: ["preventing", "executed", "cleared", "prosecuted"],
    to: ["closed"],
    event: "case.closed",
  },
  reopen: { by: "handler", from: ["closed"], to: ["verifying"], event: "case.reopened" },
}

export type Decision =
  | { state: State; event: EventName; outcome: Outcome | null; returnsTo: ReturnState | null }
  | { refused: Refusal }

/** Whether `step` may be taken by that side on `today`, and what it makes of the case. */
export function decide(held: Held, step: Step, sides: readonly Side[], today: LocalDate): Decision {
  const rule = rules[step]
  if (!sides.includes(rule.by)) return { refused: rule.by === "handler" ? "notYourBody" : "notThePolice" }
  if (!rule.from.includes(held.state)) return { refused: whyNot(held.state, step) }
  const refused = guards[step]?.(held, today) ?? null
  if (refused !== null) return { refused }
  const state = nextState(held, step)
  return {
    state,
    event: rule.event,
    outcome: state === "closed" ? outcomeOf(held) : null,
    returnsTo: step === "transfer" ? returnStateOf(held.state) : held.returnsTo,
  }
}

/**
 * The steps that would not be refused, in the order of a good day: done today, or done on an earlier day since `since` and
 * entered now. Officers type papers days later; what was in time stays in time.
 */
export function lawfulSteps(
  held: Held,
  sides: readonly Side[],
  today: LocalDate,
  since: LocalDate = today,
): Step[] {
  const after = (day: LocalDate | null) => (day === null || day >= untilHeard ? [] : [addDays(day, 1)])
  // Whether a step is in time changes on these days only.
  const days = [
    since,
    ...after(held.explainUntil),
    ...after(held.decideUntil),
    ...after(held.payUntil),
    ...after(held.recordUntil),
    ...(held.spotOn === null ? [] : [held.spotOn]),
    today,
  ].filter((day) => day === today || (day >= since && day <= today))
  return steps.filter((step) => days.some((day) => !("refused" in decide(held, step, sides, day))))
}

/** After every day that a clock may count: a hearing that was asked for has no last day. */
export const untilHeard = "9999-12-31"

/** Every change of state that some step makes: the database lets no other through. */
export function moves(): string[] {
  const all = steps.flatMap((step) => {
    const { from, to = [] } = rules[step]
    return from.flatMap((one) => to.filter((other) => other !== one).map((other) => `${one} ${other}`))
  })
  return [...new Set(all)].sort()
}

function nextState(held: Held, step: Step): State {
  if (step === "return") return held.returnsTo ?? "verifying"
  return rules[step].to?.[0] ?? held.state
}

const returnStateOf = (state: State): ReturnState =>
  state === "recorded" || state === "decided" ? state : "verifying"

function outcomeOf(held: Held): Outcome | null {
  switch (held.state) {
    case "preventing":
      return "prevented"
    case "executed":
      return "sanctioned"
    case "cleared":
      return "no-violation"
    case "prosecuted":
      return "prosecuted"
    default:
      return null
  }
}

/** The record is there, and somebody has decided what becomes of it. */
const isPastRecord = (state: State) => state === "decided" || state === "executed" || state === "cleared"

/** The nearest thing that is missing, so that the officer knows what comes first. */
function whyNot(state: State, step: Step): Refusal {
  if (state === "closed") return "closed"
  if (rules[step].by === "police") return "notTransferred"
  if (state === "transferred" || state === "prosecuted") return "withThePolice"
  switch (step) {
    case "verify":
      return "alreadyVerifying"
    case "endPrevention":
      return "notPreventing"
    case "askHearing":
    case "explain":
    case "decide":
    case "remedy":
      return isPastRecord(state) ? "alreadyVerifying" : "notRecorded"
    case "serve":
    case "execute":
    case "payPart":
    case "payLater":
    case "payInParts":
    case "reduce":
    case "strike":
    case "enforce":
    case "halt":
    case "goOn":
      return "notDecided"
    case "close":
    case "reopen":
      return "notFinished"
    default:
      return "notVerifying"
  }
}
