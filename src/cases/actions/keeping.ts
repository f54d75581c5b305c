/** Tạm giữ: what was seized is kept by a decision, with the days of Điều 125, until it goes back or is confiscated. */
import type { Desk } from "../../kernel/http/env.ts"
import { keepingWords } from "../words-keeping.ts"
import { type FromPaper, markTaken, takesNumber } from "./hearing.ts"
import { noteWith, type Result, take } from "./take.ts"

export type Keeping = FromPaper & { number: string; keptOn: string; signerName: string; reason: string }

/** `keptOn`: the day of the seizure, from which its days run, whenever the decision is entered. */
export function keepThings(desk: Desk, id: string, input: Keeping): Promise<Result<"numberTaken">> {
  const { number, keptOn: on, signerName, reason } = input
  const keep = take<"numberTaken">
  return keep(
    desk,
    id,
    "keep",
    async (_facts, today, tx) => {
      const given = { book: "decision", number, on, caseId: id } as const
      if (!(await takesNumber(tx, given, input))) return { refused: "numberTaken" as const }
      const note = `${noteWith(number, signerName)}. ${reason}`
      const write = () => markTaken(tx, input, today)
      return { note, details: { keptOn: on }, shown: { number, signerName }, write }
    },
    on,
  )
}

export type Releasing = FromPaper & {
  way: "returned" | "confiscated"
  number: string
  reason: string
  doneOn?: string | null
}

export const releaseThings = (desk: Desk, id: string, input: Releasing): Promise<Result> =>
  take(
    desk,
    id,
    "release",
    (_facts, today, tx) => ({
      note: `${keepingWords.vi.ways[input.way]}. ${noteWith(input.number, input.reason)}`,
      details: { way: input.way },
      shown: { number: input.number },
      write: () => markTaken(tx, input, today),
    }),
    input.doneOn ?? null,
  )
