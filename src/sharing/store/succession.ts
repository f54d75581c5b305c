/** What a body holds of indicators and warnings when it ends. Runs as a job, in the reform's transaction. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type Shared = { bodyId: string; indicators: number; warnings: number }

export async function sharedOf(tx: Tx, bodyIds: readonly string[]): Promise<Shared[]> {
  const found = await sql<Shared>`select body_id, count(*) filter (where is_indicator)::int as indicators,
      count(*) filter (where not is_indicator)::int as warnings
    from (select body_id, true as is_indicator from shared_indicators union all select body_id, false from warnings
      union all select to_body_id, null from indicator_recipients union all select body_id, null from indicator_answers
      union all select body_id, null from sharing_sources where state <> 'ended' union all
      select body_id, null from taxii_statuses union all
      select body_id, null from warning_subscriptions where channel = 'hook' and state = 'live' union all select body_id, null from joint_actions union all select to_body_id, null from joint_action_bodies) s
    where body_id = any (${bodyIds}) group by 1 order by 1`.execute(tx)
  return found.rows
}

/** Rows that hang on an indicator or a warning by (id, body) follow by their keys; history, answers and lists here. */
export async function passShared(tx: Tx, from: string, to: string): Promise<void> {
  for (const table of ["shared_indicators", "warnings"])
    await sql`update ${sql.table(table)} set body_id = ${to}, changed_at = acting_at() where body_id = ${from}`.execute(
      tx,
    )
  // A source that both asked is asked once from now on.
  await sql`update sharing_sources s set state = 'ended', sealed = null where body_id = ${from} and state <> 'ended'
    and exists (select from sharing_sources o where o.body_id = ${to} and o.url = s.url and o.state <> 'ended')`.execute(
    tx,
  )
  // An object that programs of both handed in stands once; the rest of the inbox follows its requests.
  await sql`delete from taxii_inbox i where body_id = ${from} and exists (select from taxii_inbox o
    where o.body_id = ${to} and o.object_id = i.object_id and o.version is not distinct from i.version)`.execute(
    tx,
  )
  for (const table of [
    "taxii_statuses",
    "sharing_events",
    "indicator_answers",
    "indicator_sightings",
    "joint_actions",
    "sharing_sources",
    "warning_subscriptions",
  ])
    await sql`update ${sql.table(table)} set body_id = ${to} where body_id = ${from}`.execute(tx)
  await sql`update joint_action_bodies j set to_body_id = ${to} where to_body_id = ${from}
    and not exists (select from joint_action_bodies o where o.action_id = j.action_id and o.to_body_id = ${to})`.execute(
    tx,
  )
  // Both may be on one list: the receiver that goes on stays there once.
  await sql`update indicator_recipients r set to_body_id = ${to} where to_body_id = ${from}
    and not exists (select from indicator_recipients o where o.indicator_id = r.indicator_id and o.to_body_id = ${to})`.execute(
    tx,
  )
}

/** Their ids, by kind of record: each is journaled. */
export async function idsOf(
  tx: Tx,
  table: "shared_indicators" | "warnings",
  bodyId: string,
): Promise<string[]> {
  const found = await sql<{
    id: string
  }>`select id from ${sql.table(table)} where body_id = ${bodyId} order by id`.execute(tx)
  return found.rows.map((row) => row.id)
}
