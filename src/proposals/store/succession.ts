/** Proposals that a body holds, or that wait for it, when it ends. Runs as a job, in the reform's transaction. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export async function heldBy(
  tx: Tx,
  bodyIds: readonly string[],
): Promise<{ bodyId: string; proposals: number }[]> {
  const { rows } = await sql<{ bodyId: string; proposals: number }>`
    select body_id, count(*)::int as proposals from (
      select body_id from proposals union all select to_body_id from proposals where to_body_id is not null
      union all select to_body_id from proposal_requests) n
    where body_id = any (${[...bodyIds]}::uuid[]) group by 1 order by 1`.execute(tx)
  return rows
}

/** What hangs on a proposal follows by its keys. A request to the body that takes the proposal over is answered by nobody else, and stays where it is. */
export async function passProposals(tx: Tx, from: string, to: string): Promise<void> {
  await sql`update proposals set to_body_id = ${to} where to_body_id = ${from} and body_id <> ${to}`.execute(
    tx,
  )
  await sql`update proposal_requests r set to_body_id = ${to} where to_body_id = ${from} and body_id <> ${to}
    and not exists (select from proposal_requests o where o.proposal_id = r.proposal_id and o.to_body_id = ${to} and o.state = 'asked' and r.state = 'asked')`.execute(
    tx,
  )
  await sql`update proposals set body_id = ${to}, to_body_id = nullif(to_body_id, ${to}) where body_id = ${from}`.execute(
    tx,
  )
}
