/** What receiving bodies answer to an indicator: rows are only added, the last one of a body stands. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import { type AnswerKind, isDone } from "../domain/answers.ts"

export type Answer = {
  bodyId: string
  bodyName: string
  answer: AnswerKind
  doneAt: string | null
  note: string | null
  answeredAt: string
}

export async function addAnswer(
  tx: Tx,
  of: { indicatorId: string; ownerId: string },
  one: { answer: AnswerKind; doneAt: string | null; note: string | null; name: string },
): Promise<void> {
  const { name, ...said } = one
  await tx
    .insertInto("indicatorAnswers")
    .values({ ...of, ...said, answeredName: name })
    .execute()
}

/** What the acting body says it blocked, in its last word about this indicator. */
export async function ownBlock(tx: Tx, indicatorId: string): Promise<{ doneAt: string } | null> {
  const found = await sql<{
    answer: AnswerKind
    doneAt: string
  }>`select answer, done_at from indicator_answers
    where indicator_id = ${indicatorId} and body_id = (select current_body()) order by id desc limit 1`.execute(
    tx,
  )
  const last = found.rows[0]
  return last !== undefined && isDone(last.answer) ? last : null
}

/** Row security leaves the owner all of them, and a receiver its own. */
export async function answersTo(tx: Tx, indicatorId: string): Promise<Answer[]> {
  const found =
    await sql<Answer>`select distinct on (a.body_id) a.body_id, b.name as body_name, a.answer, a.done_at, a.note,
      a.answered_at from indicator_answers a join bodies b on b.id = a.body_id where a.indicator_id = ${indicatorId}
    order by a.body_id, a.id desc limit 500`.execute(tx)
  return found.rows
}
