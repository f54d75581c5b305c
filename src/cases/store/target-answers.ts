/** Answers for the single numbers and sites of a request: rows are only added, the last of a target stands. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { AnsweredTarget } from "../domain/targets.ts"

export type TargetAnswerRow = AnsweredTarget & { requestId: string; answeredAt: string }

export async function addTargetAnswers(
  tx: Tx,
  requestId: string,
  name: string,
  answers: readonly AnsweredTarget[],
): Promise<void> {
  const rows = answers.map((one) => ({ ...one, requestId, answeredName: name }))
  await tx.insertInto("preventionAnswers").values(rows).execute()
}

export async function targetAnswersOf(tx: Tx, requestIds: readonly string[]): Promise<TargetAnswerRow[]> {
  if (requestIds.length === 0) return []
  const { rows } =
    await sql<TargetAnswerRow>`select distinct on (request_id, target) request_id, target, answer, done_at, answered_at
    from prevention_answers where request_id = any (${[...requestIds]}::uuid[])
    order by request_id, target, id desc limit 20000`.execute(tx)
  return rows
}

/** What an enterprise answers or puts right: not what was given up. Held until the answer is written. */
export async function lockRequestTo(
  tx: Tx,
  at: { id: string; enterpriseId: string },
): Promise<{ targets: string[]; answer: string | null } | null> {
  const row = await tx
    .selectFrom("preventionRequests")
    .select(["targets", "answer"])
    .where("id", "=", at.id)
    .where("enterpriseId", "=", at.enterpriseId)
    .where("withdrawnOn", "is", null)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

export async function writeWhole(
  tx: Tx,
  id: string,
  whole: {
    answer: string
    answerText: string
    doneTargets: number
    answeredAt: string
    answeredBy: string
    answeredName: string
  },
): Promise<void> {
  await tx.updateTable("preventionRequests").set(whole).where("id", "=", id).execute()
}

/** False: it was answered, given up, or is another body's. */
export async function markReminded(tx: Tx, at: { id: string; caseId: string }): Promise<boolean> {
  const done = await tx
    .updateTable("preventionRequests")
    .set({ remindedAt: sql<string>`acting_at()` })
    .where("id", "=", at.id)
    .where("caseId", "=", at.caseId)
    .where("answer", "is", null)
    .where("withdrawnOn", "is", null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}

/** `caseId`: null for the enterprise, which sees nothing of the case. */
export async function requestNames(
  tx: Tx,
  ids: readonly string[],
): Promise<
  { id: string; bodyName: string; asks: "block" | "suspend" | "keep-logs"; caseId: string | null }[]
> {
  const { rows } = await sql<{
    id: string
    bodyName: string
    asks: "block" | "suspend" | "keep-logs"
    caseId: string | null
  }>`select r.id, r.body_name, r.asks, (select c.id from cases c where c.id = r.case_id) as case_id
    from prevention_requests r where r.id = any (${[...ids]}::uuid[])`.execute(tx)
  return rows
}
