/** Courses and rounds that a body holds when it ends. Runs as a job, in the reform's transaction. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export async function taughtBy(
  tx: Tx,
  bodyIds: readonly string[],
): Promise<{ bodyId: string; rounds: number }[]> {
  const { rows } = await sql<{
    bodyId: string
    rounds: number
  }>`select body_id as "bodyId", count(*) filter (where is_round)::int as rounds
    from (select body_id, true as is_round from course_rounds union all select body_id, false from course_versions) t
    where body_id = any (${bodyIds}) group by 1 order by 1`.execute(tx)
  return rows
}

/** Learners, attempts, certificates and commitments follow by their keys. A version that waits at both waits once. */
export async function passTaught(tx: Tx, from: string, to: string): Promise<void> {
  await sql`update course_rounds set body_id = ${to} where body_id = ${from}`.execute(tx)
  await sql`update course_versions v set body_id = ${to} where body_id = ${from} and not (state = 'waiting'
    and exists (select from course_versions o where o.course = v.course and o.state = 'waiting' and o.body_id = ${to}))`.execute(
    tx,
  )
}
