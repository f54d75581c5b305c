/** Between record and decision: the offender is heard, and facts put the matter into another class of the law. */
import type { Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { classOf, isOpenTo, type Matter } from "../domain/classes.ts"
import { gradeOf, waitForHearing } from "../domain/clocks.ts"
import { type PaperNumber, takePaperNumber } from "../store/numbers.ts"
import { markRecorded } from "../store/papers.ts"
import { isRunning, rerun } from "./course.ts"
import { awaitsHearing, type Facts, heldOf, type Result, take } from "./take.ts"

/**
 * Asked for within the days of Điều 61.3: the session is to be announced, nobody decides before it was held, and the
 * decision has one month from the record (Đ66.1.b).
 */
export const askHearing = (
  desk: Desk,
  id: string,
  input: { askedOn: string; note: string | null },
): Promise<Result> =>
  take(
    desk,
    id,
    "askHearing",
    (facts, today, tx) => {
      const { askedOn, note } = input
      if (askedOn > today || askedOn < recordedOn(facts)) return { refused: "datesWrong" as const }
      const explain = facts.clocks.find((clock) => clock.purpose === "explain" && isRunning(clock))
      return {
        at: askedOn,
        note,
        details: { askedOn },
        write: async () => {
          if (explain !== undefined) await rerun(tx, facts.row, explain.id, waitForHearing(explain, askedOn))
        },
      }
    },
    input.askedOn,
  )

export const receiveExplanation = (
  desk: Desk,
  id: string,
  input: {
    way: "written" | "oral" | "renounced"
    note: string | null
    number?: string
    /** The day of the explanation; absent: today. */
    explainedOn?: string | null
  } & FromPaper,
): Promise<Result<"hearingOpen" | "numberTaken">> => {
  const on = input.explainedOn ?? null
  const explain = take<"hearingOpen" | "numberTaken">
  return explain(
    desk,
    id,
    "explain",
    async (facts, today, tx) => {
      // What was written does not take the place of the session that was asked for.
      if (input.way === "written" && awaitsHearing(facts.clocks)) return { refused: "hearingOpen" as const }
      // Who explains within the days given, or at the hearing, has the decision's time lengthened (Đ66.1.b).
      const until = heldOf(facts).explainUntil
      const inTime = input.way !== "renounced" && (on || today) <= (until ?? "")
      const given = { book: "hearing", number: input.number ?? "", on: on || today, caseId: id } as const
      if (!(await takesNumber(tx, given, input))) return { refused: "numberTaken" as const }
      return {
        note: input.note,
        details: { way: input.way },
        taken: { inTime },
        ...(input.number === undefined ? {} : { shown: { number: input.number } }),
        write: () => markTaken(tx, input, today),
      }
    },
    on,
  )
}

export type ClassRefusal = "classLater" | "classKept" | "notPointB"

/**
 * Facts that put the matter into another class of the law: they must be verified (Đ66.1.b, Điều 59), it is especially serious
 * (Đ66.1.c), its record is complicated (NĐ 118/2021 Đ12). Nobody grants it; the day of the fact decides, not that of the typing.
 */
export const examineFacts = (
  desk: Desk,
  id: string,
  input: { matter?: Matter; reason: string; doneOn?: string | null },
): Promise<Result<ClassRefusal>> => {
  const { matter = "facts", reason } = input
  const examine = take<ClassRefusal>
  return examine(
    desk,
    id,
    "examine",
    (facts) => {
      const wanted = classOf[matter]
      const clock = facts.clocks.find(
        ({ purpose, ...one }) => purpose === wanted.purpose && one.stoppedOn === null,
      )
      if (clock === undefined) return { refused: "classLater" }
      if (matter === "serious" && gradeOf(clock) !== "serious" && !isOpenTo(clock, wanted.grade))
        return { refused: "notPointB" }
      if (matter !== "facts" && !isOpenTo(clock, wanted.grade)) return { refused: "classKept" }
      return { note: reason, details: { matter }, taken: { matter } }
    },
    input.doneOn ?? null,
  )
}

/** The paper of the case whose number and day the step takes; absent: the paper was made elsewhere. */
export type FromPaper = { paperId?: string }

/** Whether the number is this case's: typed, or, where the paper came from the office's own book, whatever was typed elsewhere. */
export async function takesNumber(tx: Tx, given: PaperNumber, { paperId }: FromPaper): Promise<boolean> {
  const isFree = await takePaperNumber(tx, given)
  return isFree || paperId !== undefined
}

export const markTaken = async (tx: Tx, { paperId }: FromPaper, today: string) => {
  if (paperId !== undefined) await markRecorded(tx, paperId, today)
}

/** The day from which the decision's time runs: nobody decides before there is a record, or before the file is back. */
export const recordedOn = ({ clocks }: Facts) =>
  clocks.find((clock) => clock.purpose === "decide" && isRunning(clock))?.start.slice(0, 10) ?? ""
