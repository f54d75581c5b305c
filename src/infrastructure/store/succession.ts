/** What a body holds of networks and incidents when it ends. Runs as a job, in the reform's transaction. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type Held = { bodyId: string; incidents: number; assets: number }

/** Rows that only name a body are among them (null). All of them pass on, so that none comes a second time. */
export async function heldBy(tx: Tx, bodyIds: readonly string[]): Promise<Held[]> {
  const found = await sql<Held>`select body_id, count(*) filter (where is_incident)::int as incidents,
      count(*) filter (where not is_incident)::int as assets
    from (select body_id, true as is_incident from incidents union all select body_id, false from assets
      union all select body_id, null from patrol_plans union all select body_id, null from patrol_rules
      union all select body_id, null from asset_imports union all select body_id, null from incident_cases
      union all select body_id, null from incident_series union all select body_id, null from series_receipts
      union all select body_id, null from incident_goods union all select body_id, null from incident_witnesses
      union all select body_id, null from scrap_notices union all select body_id, null from scrap_receipts
      union all select unnest(told_ids), null from scrap_notices where told_ids && ${bodyIds}::uuid[]
      union all select unnest(array[police_id, committee_id]), null from asset_protections
      union all select unnest(owner_ids || granted_ids), null from incidents where owner_ids && ${bodyIds}::uuid[] or granted_ids && ${bodyIds}::uuid[]
      union all select unnest(shared_ids || granted_ids), null from assets where shared_ids && ${bodyIds}::uuid[] or granted_ids && ${bodyIds}::uuid[]
      union all select unnest(told_ids), null from incident_series where told_ids && ${bodyIds}::uuid[]) h
    where body_id = any (${bodyIds}) group by 1 order by 1`.execute(tx)
  return found.rows
}

/** All of it, and the body's place in the lists of who shares, owns or is shown something. */
export async function passNetwork(tx: Tx, from: string, to: string): Promise<void> {
  // Codes that both have: the piece that is taken over bears its number behind.
  await sql`update asset_sites s set code = left(s.code, 40) || ' TS-' || lpad(a.number::text, greatest(5, length(a.number::text)), '0')
    from assets a where a.id = s.asset_id and s.body_id = ${from}
      and exists (select from asset_sites o where o.body_id = ${to} and o.code = s.code)`.execute(tx)
  // Exact places and lists that were brought in follow by their keys.
  await sql`update asset_imports set body_id = ${to} where body_id = ${from}`.execute(tx)
  await sql`update assets set body_id = ${to}, changed_at = acting_at() where body_id = ${from}`.execute(tx)
  await sql`update assets set shared_ids = array_replace(shared_ids, ${from}::uuid, ${to}::uuid),
    granted_ids = array_replace(granted_ids, ${from}::uuid, ${to}::uuid)
    where ${from}::uuid = any (shared_ids) or ${from}::uuid = any (granted_ids)`.execute(tx)
  await sql`update incidents set body_id = case when body_id = ${from} then ${to}::uuid else body_id end,
    owner_ids = array_replace(owner_ids, ${from}::uuid, ${to}::uuid),
    granted_ids = array_replace(granted_ids, ${from}::uuid, ${to}::uuid), changed_at = acting_at()
    where body_id = ${from} or ${from}::uuid = any (owner_ids) or ${from}::uuid = any (granted_ids)`.execute(
    tx,
  )
  await sql`update incident_series set body_id = case when body_id = ${from} then ${to}::uuid else body_id end,
    told_ids = array_replace(told_ids, ${from}::uuid, ${to}::uuid) where body_id = ${from} or ${from}::uuid = any (told_ids)`.execute(
    tx,
  )
  // Both may have read one alarm: the first of them stays.
  await sql`delete from series_receipts r where body_id = ${from}
    and exists (select from series_receipts o where o.series_id = r.series_id and o.body_id = ${to})`.execute(
    tx,
  )
  await sql`update series_receipts set body_id = ${to} where body_id = ${from}`.execute(tx)
  await sql`update scrap_notices set body_id = case when body_id = ${from} then ${to}::uuid else body_id end,
    told_ids = array_replace(told_ids, ${from}::uuid, ${to}::uuid) where body_id = ${from} or ${from}::uuid = any (told_ids)`.execute(
    tx,
  )
  // Both may have brought one notice to dealers: what the first of them noted stays.
  await sql`delete from scrap_receipts r where body_id = ${from}
    and exists (select from scrap_receipts o where o.notice_id = r.notice_id and o.body_id = ${to})`.execute(
    tx,
  )
  for (const table of ["scrap_receipts", "incident_goods", "incident_witnesses"])
    await sql`update ${sql.table(table)} set body_id = ${to} where body_id = ${from}`.execute(tx)
  await sql`update asset_protections set police_id = case when police_id = ${from} then ${to}::uuid else police_id end,
    committee_id = case when committee_id = ${from} then ${to}::uuid else committee_id end where ${from}::uuid in (police_id, committee_id)`.execute(
    tx,
  )
  // Patrols, their points and paths follow by their keys.
  await sql`update patrol_plans set body_id = ${to} where body_id = ${from}`.execute(tx)
  await sql`update patrol_rules set body_id = ${to} where body_id = ${from}`.execute(tx)
  // The case passes with its body; what points at it goes along.
  await sql`update incident_cases set body_id = ${to} where body_id = ${from}`.execute(tx)
}
