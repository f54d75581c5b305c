/** Execution of a sanction is suspended where signs of a crime appear, and goes on by another decision (Luật XLVPHC Đ62.2, Đ62.3). */
import type { Desk } from "../../kernel/http/env.ts"
import { saveHalt } from "../store/cases.ts"
import { type FromPaper, markTaken, takesNumber } from "./hearing.ts"
import { noteWith, type Result, take } from "./take.ts"

export type Halting = FromPaper & {
  number: string
  /** The day of the decision; absent: today. */
  doneOn?: string | null
  /** Whoever decided the sanction suspends it: name and title, as the paper bears them. */
  signerName: string
  reason: string
}

/** The time to pay stands still, and the file goes to the police within the days of Điều 62.2. */
export const haltExecution = (desk: Desk, id: string, input: Halting): Promise<Result<"numberTaken">> =>
  byDecision(desk, id, "halt", input)

/** The police gave the file back: the time to pay runs on from that day. */
export const continueExecution = (desk: Desk, id: string, input: Halting): Promise<Result<"numberTaken">> =>
  byDecision(desk, id, "goOn", input)

function byDecision(
  desk: Desk,
  id: string,
  step: "halt" | "goOn",
  { number, doneOn = null, signerName, reason, ...paper }: Halting,
): Promise<Result<"numberTaken">> {
  const decide = take<"numberTaken" | "datesWrong">
  return decide(
    desk,
    id,
    step,
    async ({ row }, today, tx) => {
      const on = doneOn || today
      if (on < (row.haltedOn ?? "")) return { refused: "datesWrong" as const }
      if (!(await takesNumber(tx, { book: "decision", number, on, caseId: id }, paper)))
        return { refused: "numberTaken" as const }
      return {
        note: `${noteWith(number, signerName)}. ${reason}`,
        details: { decidedOn: on },
        shown: { number, signerName },
        write: async () => {
          await saveHalt(tx, id, step === "halt" ? { on, number } : null)
          await markTaken(tx, paper, today)
        },
      }
    },
    doneOn,
  )
}
