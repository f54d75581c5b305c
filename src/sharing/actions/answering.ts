/** A receiving body says what it did with an indicator. It may say otherwise later: the last word stands, the first stays written. */
import { announce } from "../../kernel/journal.ts"
import { type AnswerFault, type AnswerKind, answerFault, isDone } from "../domain/answers.ts"
import { namedIn } from "../domain/joint.ts"
import { addAnswer } from "../store/answers.ts"
import { readIndicatorRow } from "../store/indicators.ts"
import type { Seat } from "./seat.ts"
import { nameTaskIn } from "./serving.ts"
import { whatWordsName } from "./words-of-others.ts"

export type Answering = {
  answer: AnswerKind
  doneAt: Date | null
  note: string | null
  /** The task of a letter that a block serves. */
  assignmentId?: string | null
}

export function answerIndicator(
  seat: Seat,
  id: string,
  said: Answering,
): Promise<
  { answered: true } | { refused: AnswerFault | "notReceived" | "noTask" | "notYours" | "namesSomebody" }
> {
  return seat.open(async (tx) => {
    const row = await readIndicatorRow(tx, id)
    if (row === null || row.bodyId === seat.bodyId || row.releasedAt === null)
      return { refused: "notReceived" }
    const fault = answerFault(said, seat.house.clock.now())
    if (fault !== null) return { refused: fault }
    // Another number, account or mailbox in the words may be a customer's: it is sent back before anybody else reads it.
    if (namedIn([said.note], whatWordsName, [row.value]).length > 0) return { refused: "namesSomebody" }
    const doneAt = isDone(said.answer) ? (said.doneAt?.toISOString() ?? null) : null
    const { answer, note } = said
    await addAnswer(tx, { indicatorId: id, ownerId: row.bodyId }, { answer, note, doneAt, name: seat.name })
    if (isDone(said.answer) && typeof said.assignmentId === "string") {
      const named = await nameTaskIn(tx, seat, { kind: "indicator", id }, said.assignmentId)
      if ("refused" in named) return named
    }
    const record = { kind: "indicator", id }
    await announce(tx, { what: "indicator.answered", record, details: { answer: said.answer } })
    return { answered: true }
  })
}
