/** Checks and rows of the register that a body holds when it ends. Runs as a job, in the reform's transaction. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type HeldChecks = { bodyId: string; checks: number; subjects: number }

export async function checksHeld(tx: Tx, bodyIds: readonly string[]): Promise<HeldChecks[]> {
  const { rows } = await sql<HeldChecks>`select body_id, count(*) filter (where is_check)::int as checks,
      count(*) filter (where not is_check)::int as subjects
    from (select body_id, true as is_check from inspections union all select body_id, false from inspection_subjects
      union all select sent_to_body_id, null from inspections where sent_to_body_id is not null
      union all select body_id, null from inspection_imports
      union all select to_body_id, null from inspection_invitations where state in ('asked', 'accepted')) h
    where body_id = any (${bodyIds}) group by 1 order by 1`.execute(tx)
  return rows
}

/** Rows that hang on a check by (id, body) follow by their keys. The number stays that of the body which gave it. */
export async function passChecks(tx: Tx, from: string, to: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update inspections set body_id = ${to} where body_id = ${from} returning id`.execute(tx)
  await sql`update inspections set sent_to_body_id = ${to} where sent_to_body_id = ${from}`.execute(tx)
  // A body does not go along with its own check: what it asked of itself, or is asked by itself, is withdrawn by the reform.
  await sql`update inspection_invitations set state = 'withdrawn' where state = 'asked'
    and (body_id = ${to} and to_body_id in (${from}, ${to}) or body_id = ${from} and to_body_id = ${to})`.execute(
    tx,
  )
  // The successor was asked along itself, or goes along: one answer is waited for, none where it gave one.
  await sql`update inspection_invitations v set state = 'withdrawn' where to_body_id = ${from} and state = 'asked'
    and exists (select from inspection_invitations o where o.inspection_id = v.inspection_id and o.to_body_id = ${to} and o.state in ('asked', 'accepted'))`.execute(
    tx,
  )
  // Members whom both sent stay the team's.
  await sql`update inspection_invitations set to_body_id = ${to} where to_body_id = ${from}`.execute(tx)
  // Rows that a list brought in follow the list by its key.
  await sql`update inspection_imports set body_id = ${to} where body_id = ${from}`.execute(tx)
  await sql`update inspection_subjects set body_id = ${to} where body_id = ${from}`.execute(tx)
  return rows.map(({ id }) => id)
}
