/** Notices that a body holds when it ends. Runs as a job, in the reform's transaction. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export async function heldBy(
  tx: Tx,
  bodyIds: readonly string[],
): Promise<{ bodyId: string; notices: number }[]> {
  const { rows } = await sql<{
    bodyId: string
    notices: number
  }>`select body_id as "bodyId", count(*)::int as notices from (
      select body_id from notices union all select signing_body_id from notices where signing_body_id <> body_id
      union all select to_body_id from child_alerts where done_at is null) n
    where body_id = any (${bodyIds}) group by 1 order by 1`.execute(tx)
  return rows
}

/** Objections, who was told and the history follow by their keys. */
export async function passNotices(tx: Tx, from: string, to: string): Promise<void> {
  await sql`update notices set body_id = ${to} where body_id = ${from}`.execute(tx)
  await sql`update notices set signing_body_id = ${to} where signing_body_id = ${from}`.execute(tx)
  await sql`update child_alerts a set to_body_id = ${to} where to_body_id = ${from} and not exists (select from child_alerts o
    where o.notice_id = a.notice_id and o.to_body_id = ${to})`.execute(tx)
  await sql`update notice_papers set body_id = ${to} where body_id = ${from}`.execute(tx)
}
