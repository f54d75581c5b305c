/** Tạm giữ: what was seized is kept by a decision, with the days of Điều 125, until it goes back or is confiscated. */
import type { Desk } from "../../kernel/http/env.ts"
import { takePaperNumber } from "../store/numbers.ts"
import { keepingWords } from "../words-keeping.ts"
import { noteWith, type Result, take } from "./take.ts"

export type Keeping = { number: string; keptOn: string; signerName: string; reason: string }

/** `keptOn`: the day of the seizure, from which its days run, whenever the decision is entered. */
export function keepThings(desk: Desk, id: string, input: Keeping): Promise<Result<"numberTaken">> {
  const { number, keptOn: on, signerName, reason } = input
  const keep = take<"numberTaken">
  return keep(
    desk,
    id,
    "keep",
    async (_facts, _today, tx) => {
      const isFree = await takePaperNumber(tx, { book: "decision", number, on, caseId: id })
      if (!isFree) return { refused: "numberTaken" as const }
      const note = `${noteWith(number, signerName)}. ${reason}`
      return { note, details: { keptOn: on }, shown: { number, signerName } }
    },
    on,
  )
}

export type Releasing = {
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
    () => ({
      note: `${keepingWords.vi.ways[input.way]}. ${noteWith(input.number, input.reason)}`,
      details: { way: input.way },
      shown: { number: input.number },
    }),
    input.doneOn ?? null,
  )
