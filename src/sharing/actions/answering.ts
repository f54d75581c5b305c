/** A receiving body says what it did with an indicator. It may say otherwise later: the last word stands, the first stays written. */
import { announce } from "../../kernel/journal.ts"
import { type AnswerFault, type AnswerKind, answerFault } from "../domain/answers.ts"
import { addAnswer } from "../store/answers.ts"
import { readIndicatorRow } from "../store/indicators.ts"
import type { Seat } from "./seat.ts"

export type Answering = { answer: AnswerKind; doneAt: Date | null; note: string | null }

export function answerIndicator(
  seat: Seat,
  id: string,
  said: Answering,
): Promise<{ answered: true } | { refused: AnswerFault | "notReceived" }> {
  return seat.open(async (tx) => {
    const row = await readIndicatorRow(tx, id)
    if (row === null || row.bodyId === seat.bodyId || row.releasedAt === null)
      return { refused: "notReceived" }
    const fault = answerFault(said, seat.house.clock.now())
    if (fault !== null) return { refused: fault }
    const doneAt = said.answer === "blocked" ? (said.doneAt?.toISOString() ?? null) : null
    await addAnswer(tx, { indicatorId: id, ownerId: row.bodyId }, { ...said, doneAt, name: seat.name })
    const record = { kind: "indicator", id }
    await announce(tx, { what: "indicator.answered", record, details: { answer: said.answer } })
    return { answered: true }
  })
}
