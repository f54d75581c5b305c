/** Courses, rounds and campaigns that a body holds when it ends. Runs as a job, in the reform's transaction. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type Taught = { bodyId: string; rounds: number; campaigns: number }

export async function taughtBy(tx: Tx, bodyIds: readonly string[]): Promise<Taught[]> {
  const { rows } =
    await sql<Taught>`select body_id as "bodyId", count(*) filter (where kind = 'round')::int as rounds,
      count(*) filter (where kind = 'campaign')::int as campaigns
    from (select body_id, 'round' as kind from course_rounds union all select body_id, null from course_versions
      union all select body_id, 'campaign' from campaigns union all select body_id, null from materials union all select body_id, null from stories
      union all select to_body_id, null from campaign_parts where state in ('asked', 'accepted')
      union all select distinct body_id, null from campaign_results union all select distinct body_id, null from campaign_sessions) t
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

/**
 * What hangs on a campaign by (id, body) follows by its key. A body is not asked by itself, and once where its successor was
 * asked too: what it entered goes to the successor all the same.
 */
export async function passCampaigns(tx: Tx, from: string, to: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update campaigns set body_id = ${to} where body_id = ${from} returning id`.execute(tx)
  await sql`update stories set body_id = ${to} where body_id = ${from}`.execute(tx)
  // Of a campaign they have followed by the key; their versions follow them.
  await sql`update materials set body_id = ${to} where body_id = ${from}`.execute(tx)
  await sql`update campaign_parts p set state = 'withdrawn' where to_body_id = ${from} and state in ('asked', 'accepted')
    and (body_id = ${to} or exists (select from campaign_parts o where o.campaign_id = p.campaign_id and o.to_body_id = ${to}
      and o.state in ('asked', 'accepted')))`.execute(tx)
  await sql`update campaign_parts set state = 'withdrawn' where to_body_id = ${to} and body_id = ${to} and state in ('asked', 'accepted')`.execute(
    tx,
  )
  await sql`update campaign_parts set to_body_id = ${to} where to_body_id = ${from}`.execute(tx)
  await sql`update campaign_sessions set body_id = ${to} where body_id = ${from}`.execute(tx)
  await sql`update campaign_results set body_id = ${to} where body_id = ${from}`.execute(tx)
  return rows.map(({ id }) => id)
}
