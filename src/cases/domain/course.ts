/** Which clocks a step stops and starts. The events are those that the rules name in `data/legal-rules.csv`. */
import type { Grade, Purpose } from "./clocks.ts"
import type { ReturnState, State, Step } from "./life.ts"

export type Start = { purpose: Purpose; at: string; grade?: Grade; actId?: string }
/** `stop: "all"` ends every clock. */
export type Course = { stop: readonly Purpose[] | "all"; start: readonly Start[] }

export type Taken = {
  today: string
  stateBefore: State
  returnsTo: ReturnState | null
  /** The day, or minute, of what the step records: the finding, the record, the decision, its service. */
  at: string
  act?: { id: string; committedOn: string }
  mayExplain?: boolean
}

const beforeDecision = [
  "record",
  "pass-record",
  "explain",
  "ask-hearing",
  "notify-hearing",
  "decide",
] as const
const nothing: Course = { stop: [], start: [] }

export function courseOf(step: Step, taken: Taken): Course {
  const on = taken.at.slice(0, 10)
  switch (step) {
    case "find":
      return taken.act === undefined ? nothing : found(taken.at, taken.act)
    case "record":
      return recorded(taken)
    case "askHearing":
      return { stop: ["ask-hearing"], start: [{ purpose: "notify-hearing", at: on }] }
    case "explain":
      return { stop: ["explain", "ask-hearing", "notify-hearing"], start: [] }
    case "decide":
    case "remedy":
      return {
        stop: [...beforeDecision, "limitation"],
        start: [
          { purpose: "send", at: on },
          { purpose: "execution-limitation", at: on },
        ],
      }
    case "serve":
      return { stop: ["send"], start: [{ purpose: "pay", at: on }] }
    case "transfer":
      return {
        // The limitation periods run on while the file is with the police (Điều 6.1.c): neither is stopped.
        stop: [...beforeDecision, "send", "pay"],
        start: [
          { purpose: "hand-over", at: on, grade: taken.stateBefore === "decided" ? "executing" : "plain" },
        ],
      }
    case "sign":
      return {
        stop: ["hand-over"],
        start: [
          { purpose: "resolve", at: on },
          { purpose: "tell-procuracy", at: on },
        ],
      }
    case "prosecute":
      return { stop: ["resolve", "tell-procuracy"], start: [] }
    case "return":
      return {
        stop: ["hand-over", "resolve", "tell-procuracy"],
        // What was sanctioned already is executed further; all else is decided within the days of Điều 63.
        start: taken.returnsTo === "decided" ? [] : [{ purpose: "decide", at: on, grade: "returned" }],
      }
    case "execute":
    case "clear":
    case "close":
      return { stop: "all", start: [] }
    default:
      return nothing
  }
}

/** The record is due from the first act's finding; each act has its own limitation period. */
function found(at: string, act: { id: string; committedOn: string }): Course {
  return {
    stop: [],
    start: [
      { purpose: "record", at: at.slice(0, 10) },
      { purpose: "limitation", at: act.committedOn, actId: act.id },
    ],
  }
}

function recorded({ at, mayExplain }: Taken): Course {
  const on = at.slice(0, 10)
  const explaining: Start[] = [
    { purpose: "explain", at: on },
    { purpose: "ask-hearing", at: on },
  ]
  return {
    stop: ["record"],
    start: [
      { purpose: "decide", at: on },
      { purpose: "pass-record", at },
      ...(mayExplain === true ? explaining : []),
    ],
  }
}
