/** What must hold of a case beyond its state before a step is taken, and what stands in its way. */
import type { LocalDate } from "../../kernel/time.ts"
import type { Outcome, ReturnState, State, Step } from "./life.ts"

/** As much of a case as its rules need. */
export type Held = {
  state: State
  outcome: Outcome | null
  /** Where the file stood when it was handed over. */
  returnsTo: ReturnState | null
  /** The police signed for the file. */
  isSigned: boolean
  /** The police suspended their resolution; nothing else of a case can be suspended. */
  isSuspended: boolean
  /** Acts found and not yet sanctioned. */
  openActs: number
  /** The last day on which the offender may ask for a hearing; null: no right to, asked already, or explained. */
  askHearingUntil: LocalDate | null
  /** The last day on which the offender may still explain; null: no right to, explained already, or renounced. A hearing that was asked has no last day. */
  explainUntil: LocalDate | null
  /** The earlier of the decision's deadline and the limitation period; null: none runs. */
  decideUntil: LocalDate | null
  /** The last day to make the record; null: none is to be made. */
  recordUntil: LocalDate | null
  /** The decision was given to whoever must execute it. */
  isServed: boolean
  /** The last day on which a served decision is executed freely, or until which payment is eased; null: none is served and unpaid. */
  payUntil: LocalDate | null
  /** The day on which every open act may be sanctioned on the spot, without a record: that of its finding (Luật XLVPHC Đ56); null: none. */
  spotOn: LocalDate | null
  /** Execution of the decision was suspended, and nobody has let it go on yet (Luật XLVPHC Đ62.2). */
  isHalted: boolean
  /** The file was handed over since execution was suspended, and came back (Luật XLVPHC Đ62.3). */
  isHandedBack: boolean
  /** Things are kept by a decision (tạm giữ). */
  isKept: boolean
  /** A clock that an extension could move runs. */
  hasClock: boolean
}

export type Refusal =
  | "notYourBody"
  | "notThePolice"
  | "closed"
  | "withThePolice"
  | "notTransferred"
  | "notVerifying"
  | "alreadyVerifying"
  | "notRecorded"
  | "notDecided"
  | "notOverdue"
  | "notServed"
  | "alreadyServed"
  | "noHearing"
  | "notPreventing"
  | "notFinished"
  | "noAct"
  | "explanationOpen"
  | "noExplanation"
  | "tooLate"
  | "notTooLate"
  | "recordLate"
  | "notSigned"
  | "alreadySigned"
  | "suspended"
  | "notSuspended"
  | "noClock"
  | "sanctionStands"
  | "alreadyKept"
  | "notKept"
  | "stillKept"
  | "notOnSpot"
  | "notThatDay"
  | "executionHalted"
  | "notHalted"
  | "notHandedBack"

/** What must hold beyond the state. */
export const guards: Partial<Record<Step, (held: Held, today: LocalDate) => Refusal | null>> = {
  // An enterprise that does not answer stops no duty of the State: the page warns, and the case goes on.
  record: (held) => (held.openActs === 0 ? "noAct" : null),
  // In time, once; from then on nobody decides until the offender was heard, or renounced it.
  askHearing: (held, today) =>
    held.askHearingUntil !== null && today <= held.askHearingUntil ? null : "noHearing",
  explain: (held) => (held.explainUntil === null ? "noExplanation" : null),
  // What is found necessary after the last day lengthens nothing any more.
  examine: (held, today) => {
    if (held.state === "recorded") return isTooLate(held, today) ? "tooLate" : null
    if (held.recordUntil === null) return "noAct"
    return today > held.recordUntil ? "recordLate" : null
  },
  decide: (held, today) => {
    if (held.openActs === 0) return "noAct"
    if (isTooLate(held, today)) return "tooLate"
    return held.explainUntil !== null && today <= held.explainUntil ? "explanationOpen" : null
  },
  onSpot: (held, today) => {
    if (held.openActs === 0) return "noAct"
    if (isTooLate(held, today)) return "tooLate"
    if (held.spotOn === null) return "notOnSpot"
    return today === held.spotOn ? null : "notThatDay"
  },
  // Đ65.2: past the deadline no sanction is decided; what is forbidden is still confiscated, harm still remedied.
  remedy: (held, today) => (isTooLate(held, today) ? null : "notTooLate"),
  // The time to pay would begin to run while it stands still.
  serve: (held) => (held.isServed ? "alreadyServed" : held.isHalted ? "executionHalted" : null),
  execute: mustRun,
  payPart: mustRun,
  payLater: mustRun,
  payInParts: mustRun,
  reduce: mustRun,
  strike: mustBeServed,
  // Nobody is forced while they may still pay freely.
  enforce: (held, today) => {
    if (held.isHalted) return "executionHalted"
    return held.payUntil !== null && today > held.payUntil ? null : "notOverdue"
  },
  halt: (held) => (held.isHalted ? "executionHalted" : null),
  // Whether it was a crime is not for who fined to say: the prosecuting bodies give the file back first.
  goOn: (held) => (!held.isHalted ? "notHalted" : held.isHandedBack ? null : "notHandedBack"),
  sign: (held) => (held.isSigned ? "alreadySigned" : null),
  suspend: (held) => (!held.isSigned ? "notSigned" : held.isSuspended ? "suspended" : null),
  resume: (held) => (held.isSuspended ? null : "notSuspended"),
  prosecute: (held) => (!held.isSigned ? "notSigned" : held.isSuspended ? "suspended" : null),
  return: (held) => {
    if (held.state === "closed" && held.outcome !== "prosecuted") return "closed"
    return held.isSuspended ? "suspended" : null
  },
  extend: (held) => (held.hasClock ? null : "noClock"),
  prolong: (held) => (held.isSuspended ? "suspended" : held.hasClock ? null : "noClock"),
  keep: (held) => (held.isKept ? "alreadyKept" : null),
  release: (held) => (held.isKept ? null : "notKept"),
  // What the police hold went over with the file, and is theirs to decide upon.
  close: (held) => (held.isKept && held.state !== "prosecuted" ? "stillKept" : null),
  // A sanction is set aside by complaint, not by opening the case again; a prosecuted one comes back by return.
  reopen: (held) => {
    if (held.outcome === "sanctioned") return "sanctionStands"
    return held.outcome === "prosecuted" ? "withThePolice" : null
  },
}

function mustBeServed(held: Held): Refusal | null {
  return held.isServed ? null : "notServed"
}

/** A fine that is paid ends the case; while it may be a crime, nothing of the sanction is executed (Đ62.2). */
function mustRun(held: Held): Refusal | null {
  return mustBeServed(held) ?? (held.isHalted ? "executionHalted" : null)
}

/** Things are confiscated by a decision of their own where no sanction confiscates them: it is too late for one, or there is none (Đ65). */
export const mayConfiscateAlone = (held: Pick<Held, "state" | "decideUntil">, today: LocalDate): boolean =>
  held.state === "cleared" || isTooLate(held, today)

const isTooLate = (held: Pick<Held, "decideUntil">, today: LocalDate) =>
  held.decideUntil !== null && today > held.decideUntil
