/** Which clocks a step stops and starts. The events are those that the rules name in `data/legal-rules.csv`. */
import type { LocalDate } from "../../kernel/time.ts"
import { classOf, type Matter } from "./classes.ts"
import { type Grade, type Purpose, purposes } from "./clocks.ts"
import type { ReturnState, State, Step } from "./life.ts"

/** `done`: the day on which what it asks was done; the clock is kept to show whether that was in time. */
export type Start = { purpose: Purpose; at: string; grade?: Grade; actId?: string; done?: LocalDate }
export type Course = {
  stop: readonly Purpose[]
  start: readonly Start[]
  /** Kept, and standing still until the file comes back. */
  pause?: readonly Purpose[]
  /** What an earlier step paused or ended, and this step takes back. */
  restore?: readonly Purpose[]
  /** The class into which the law itself puts what is to be done. */
  underLaw?: { purpose: Purpose; grade: Grade }
  /** A criminal body passed the file back on that day: the limitation of its acts is longer (Đ6.1.c). */
  passedBackOn?: LocalDate
}

export type Taken = {
  today: string
  stateBefore: State
  returnsTo: ReturnState | null
  /** The day, or minute, of what the step records: the finding, the record, the decision, its service. */
  at: string
  /** `runsFrom`: the day from which its limitation counts: when it ended, or when it was found while it still went on. */
  act?: {
    id: string
    runsFrom: string
    limitation?: Grade
    /** When the offender was known, or the expert's result came, where technical means or an expert found the act. */
    identifiedOn?: LocalDate | null
  }
  /** What an officer noted of the matter. */
  matter?: Matter
  mayExplain?: boolean
  /** Whoever made the record may not sanction: it goes to somebody who may. */
  passesRecord?: boolean
  /** No post of the body reaches the upper end of the range: the file goes to a higher one. */
  isPassedUp?: boolean
  /** The day of the police's decision not to prosecute, or to give a prosecution up. */
  concludedOn?: LocalDate | null
  /** The offender explained, or asked to, within the days that the law gives. */
  inTime?: boolean
  /** The day on which execution was suspended (Luật XLVPHC Đ62.2). */
  suspendedOn?: string | null
  /** Execution stays suspended until a decision lets it go on (Luật XLVPHC Đ62.3). */
  isHalted?: boolean
  /** There was a record already: what was due before it does not come back. */
  wasRecorded?: boolean
}

const beforeDecision = [
  "record",
  "pass-record",
  "explain",
  "ask-hearing",
  "notify-hearing",
  "decide",
] as const
const paused = [
  "record",
  "pass-record",
  "explain",
  "ask-hearing",
  "notify-hearing",
  "send",
  "pay",
  "keep",
] as const
/** Clocks that stand still while execution is suspended. */
const halted: readonly Purpose[] = ["send", "pay"]
const executing = ["execution-limitation"] as const
const allBut = (...kept: readonly Purpose[]): Purpose[] => purposes.filter((one) => !kept.includes(one))
const nothing: Course = { stop: [], start: [] }

export function courseOf(step: Step, taken: Taken): Course {
  const on = taken.at.slice(0, 10)
  switch (step) {
    case "find":
      return taken.act === undefined ? nothing : found(taken.at, taken.act)
    case "record":
      return recorded(taken)
    case "askHearing":
      return {
        stop: ["ask-hearing"],
        start: [{ purpose: "notify-hearing", at: on }],
        underLaw: classOf.facts,
      }
    case "explain":
      return {
        stop: ["explain", "ask-hearing", "notify-hearing"],
        start: [],
        ...(taken.inTime === true ? { underLaw: classOf.facts } : {}),
      }
    case "examine":
      return { ...nothing, underLaw: classOf[taken.matter ?? "facts"] }
    case "onSpot":
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
        // The limitation periods run on while the file is with the police (Điều 6.1.c). What is decided after a return is
        // decided within the days of Điều 63; all else that was to be done stands still.
        stop: taken.isHalted === true ? ["decide", "hand-over"] : ["decide"],
        pause: paused,
        // The hub is in time when it hands over, whenever the police sign for it.
        start:
          taken.isHalted === true
            ? []
            : [
                taken.stateBefore === "decided"
                  ? { purpose: "hand-over", at: taken.suspendedOn ?? on, grade: "executing", done: on }
                  : { purpose: "hand-over", at: on, done: on },
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
      return {
        stop: ["resolve", "tell-procuracy", "send-resumption"],
        start: [{ purpose: "tell-result", at: on }],
      }
    case "return":
      return {
        stop: ["hand-over", "resolve", "tell-procuracy", "tell-result", "send-resumption"],
        restore: [
          ...paused.filter((one) => taken.isHalted !== true || !halted.includes(one)),
          "limitation",
          ...(taken.returnsTo === "decided" ? executing : []),
        ],
        // What was sanctioned already is executed further; all else is decided within the days of Điều 63.
        start: [...givenBack(taken, on), ...(taken.returnsTo === "decided" ? [] : [decidedAnew(on)])],
        passedBackOn: on,
      }
    case "halt":
      // The file goes to the prosecuting bodies within the days of Điều 62.2.
      return { stop: [], pause: halted, start: [{ purpose: "hand-over", at: on, grade: "executing" }] }
    case "goOn":
      return { stop: ["hand-over"], start: [], restore: halted }
    case "keep":
      return { stop: [], start: [{ purpose: "keep", at: on }] }
    case "release":
      return { stop: ["keep"], start: [] }
    case "reopen":
      return { ...nothing, restore: taken.wasRecorded === true ? ["limitation"] : ["limitation", "record"] }
    case "execute":
    case "clear":
      // What was seized is still kept until somebody writes down that it went back or was confiscated (Điều 126).
      return { stop: allBut("keep"), start: [] }
    case "close":
      // The police tell their result whenever the handler closes its own part.
      return { stop: allBut("tell-result"), start: [] }
    default:
      return nothing
  }
}

const decidedAnew = (on: LocalDate): Start => ({ purpose: "decide", at: on, grade: "returned" })

/** Kept to show whether the police gave the file back in time, counted from the day of their decision. */
const givenBack = ({ concludedOn, stateBefore }: Taken, on: LocalDate): Start[] =>
  concludedOn == null
    ? []
    : [
        {
          purpose: "give-back",
          at: concludedOn,
          grade: stateBefore === "transferred" ? "plain" : "prosecuted",
          done: on,
        },
      ]

/**
 * The record is due from the first act's finding, or from the day on which the offender was known or the expert's result came
 * (Luật XLVPHC Đ58, NĐ 118/2021 Đ12); each act has its own limitation period.
 */
function found(at: string, act: NonNullable<Taken["act"]>): Course {
  const { id: actId, runsFrom, limitation = "plain", identifiedOn = null } = act
  return {
    stop: [],
    start: [
      identifiedOn === null
        ? { purpose: "record", at: at.slice(0, 10) }
        : { purpose: "record", at: identifiedOn, grade: "technical" },
      { purpose: "limitation", at: runsFrom, actId, grade: limitation },
    ],
  }
}

function recorded({ at, mayExplain, passesRecord = true, isPassedUp = false }: Taken): Course {
  const on = at.slice(0, 10)
  const explaining: Start[] = [
    { purpose: "explain", at: on },
    { purpose: "ask-hearing", at: on },
  ]
  return {
    stop: ["record"],
    start: [
      isPassedUp ? { purpose: "decide", at: on, grade: "passed-up" } : { purpose: "decide", at: on },
      ...(passesRecord || isPassedUp ? [{ purpose: "pass-record", at } as const] : []),
      ...(mayExplain === true ? explaining : []),
    ],
  }
}
