/**
 * How much of a body's cases waits for somebody there. Row security leaves what the officer may see; of another body's closed
 * case the police may still owe word of their result.
 */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type CasesWaiting = {
  late: number
  soon: number
  /** The nearest day of those; null: none runs. */
  nextOn: string | null
  /** Files that the police have not signed for, and the day of the oldest. */
  toSign: number
  toSignSince: string | null
  /** Requests to an enterprise without an answer. */
  toAnswer: number
  toAnswerBy: string | null
}

/** Nobody needs to know how many beyond. */
const countMax = 1_000

export async function countCasesWaiting(
  tx: Tx,
  at: { today: string; soonUntil: string },
): Promise<CasesWaiting> {
  const found = await sql<CasesWaiting>`
    with due as (
      select due_on from cases
      where sort_on <= ${at.soonUntil} and (state <> 'closed' or body_id <> (select current_body())) order by sort_on limit ${countMax}
    ), arrived as (
      select handed_on from case_transfers
      where to_body_id = (select current_body()) and signed_on is null and result is null order by handed_on limit ${countMax}
    ), asked as (
      select due_on from prevention_requests
      where enterprise_id = (select current_body()) and answer is null and withdrawn_on is null order by due_on limit ${countMax}
    )
    select (select count(*)::int from due where due_on < ${at.today}) as late,
      (select count(*)::int from due where due_on >= ${at.today}) as soon,
      (select min(due_on) from due where due_on >= ${at.today}) as next_on,
      (select count(*)::int from arrived) as to_sign, (select min(handed_on) from arrived) as to_sign_since,
      (select count(*)::int from asked) as to_answer, (select min(due_on) from asked) as to_answer_by`.execute(
    tx,
  )
  const [row] = found.rows
  if (row === undefined) throw new Error("a select without a table gives one row")
  return row
}

/** Cases among these that the acting officer handles or nobody does; of another body's file, all: its handler there is not ours. */
export async function countToFollow(tx: Tx, caseIds: readonly string[]): Promise<number> {
  if (caseIds.length === 0) return 0
  const found = await sql<{
    n: number
  }>`select count(*)::int as n from cases where id = any (${[...caseIds]}::uuid[])
    and (handler_id is null or handler_id = (select current_officer()) or body_id <> (select current_body()))`.execute(
    tx,
  )
  return found.rows[0]?.n ?? 0
}
