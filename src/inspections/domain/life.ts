/**
 * The life of one check: what may happen in which state, who does it, and what it becomes.
 *
 *     planned ─▶ decided ─▶ approved ─▶ announced ─▶ recorded ─▶ concluded ─▶ closed
 *        │          │           │        │    ▲ │
 *        ▼          └─────┬─────┘        │    │ ▼
 *     dropped          stopped ◀─────────┴─ paused
 *
 * The decision is signed before the plan of the check is approved by whoever signed it (NĐ 217/2025 Đ11.3, Đ14); before the
 * approval other bodies read no more than "bận". Migration 0940 holds the same moves, and a test compares the two.
 */
export const states = [
  "planned",
  "decided",
  "approved",
  "announced",
  "paused",
  "recorded",
  "concluded",
  "closed",
  "stopped",
  "dropped",
] as const
export type State = (typeof states)[number]

export const steps = [
  "decide",
  "approve",
  "announce",
  "answer",
  "extend",
  "pause",
  "resume",
  "record",
  "openCase",
  "conclude",
  "putRight",
  "close",
  "stop",
  "drop",
] as const
export type Step = (typeof steps)[number]

export type Held = {
  state: State
  isOurs: boolean
  /** The rule of its law counts days, and it was not lengthened yet. */
  mayExtend: boolean
  /** Questions of the checklist without an answer. */
  unanswered: number
  /** Findings that no case carries yet. */
  openFindings: number
  /** Recommendations that nobody has put right. */
  openRecommendations: number
}

export type Refusal =
  | "notYours"
  | "over"
  | "notPlanned"
  | "notDecided"
  | "notApproved"
  | "notAnnounced"
  | "notPaused"
  | "notRecorded"
  | "notConcluded"
  | "notLengthened"
  | "unanswered"
  | "noFinding"
  | "findingsOpen"
  | "leftToPutRight"
  | "nothingLeft"

type Rule = { from: readonly State[]; to: State | null; event: `inspection.${string}`; needs: Refusal }

/** The whole table: everything that is not here is refused. `to` null: it stays. */
export const rules: Readonly<Record<Step, Rule>> = {
  decide: { from: ["planned"], to: "decided", event: "inspection.decided", needs: "notPlanned" },
  approve: { from: ["decided"], to: "approved", event: "inspection.approved", needs: "notDecided" },
  announce: { from: ["approved"], to: "announced", event: "inspection.announced", needs: "notApproved" },
  answer: { from: ["announced"], to: null, event: "inspection.answered", needs: "notAnnounced" },
  extend: { from: ["announced"], to: null, event: "inspection.extended", needs: "notAnnounced" },
  pause: { from: ["announced"], to: "paused", event: "inspection.paused", needs: "notAnnounced" },
  resume: { from: ["paused"], to: "announced", event: "inspection.resumed", needs: "notPaused" },
  record: { from: ["announced"], to: "recorded", event: "inspection.held", needs: "notAnnounced" },
  openCase: { from: ["recorded"], to: null, event: "inspection.case-opened", needs: "notRecorded" },
  conclude: { from: ["recorded"], to: "concluded", event: "inspection.concluded", needs: "notRecorded" },
  putRight: { from: ["concluded"], to: null, event: "inspection.put-right", needs: "notConcluded" },
  close: { from: ["concluded"], to: "closed", event: "inspection.closed", needs: "notConcluded" },
  stop: {
    from: ["decided", "approved", "announced", "paused"],
    to: "stopped",
    event: "inspection.stopped",
    needs: "notDecided",
  },
  drop: { from: ["planned"], to: "dropped", event: "inspection.dropped", needs: "notPlanned" },
}

/** The decision names the whole team: once the plan of the check is approved nobody is asked to go along any more. */
export const mayStillJoin = (state: State) => state === "planned" || state === "decided"

const ended: readonly State[] = ["closed", "stopped", "dropped"]
export const isOver = (state: State) => ended.includes(state)

export function decide(held: Held, step: Step): { state: State; event: string } | { refused: Refusal } {
  const rule = rules[step]
  if (!held.isOurs) return { refused: "notYours" }
  if (isOver(held.state)) return { refused: "over" }
  if (!rule.from.includes(held.state)) return { refused: rule.needs }
  const missing = missingFor(held, step)
  if (missing !== null) return { refused: missing }
  return { state: rule.to ?? held.state, event: rule.event }
}

/** A step that the state allows may still lack something that is seen to first. */
function missingFor(held: Held, step: Step): Refusal | null {
  if (step === "extend" && !held.mayExtend) return "notLengthened"
  if (step === "record" && held.unanswered > 0) return "unanswered"
  if (step === "openCase" && held.openFindings === 0) return "noFinding"
  if (step === "conclude" && held.openFindings > 0) return "findingsOpen"
  if (step === "putRight" && held.openRecommendations === 0) return "nothingLeft"
  if (step === "close" && held.openRecommendations > 0) return "leftToPutRight"
  return null
}

export const lawfulSteps = (held: Held): Step[] => steps.filter((step) => !("refused" in decide(held, step)))

/** Every change of state that some step makes: the database lets no other through. */
export function moves(): string[] {
  const all = Object.values(rules).flatMap(({ from, to }) =>
    to === null ? [] : from.map((state) => `${state} ${to}`),
  )
  return [...new Set(all)].sort()
}
