/** How many independent reports stand behind what is shared. Runs as a job, over all bodies. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

/** At most `limit` behind `after`, by their ids; those that rest on a tip and are not over. Gives the last id looked at; null: no more. */
export async function recountReports(tx: Tx, after: string, limit: number): Promise<string | null> {
  const { rows } = await sql<{
    last: string | null
  }>`with looked as (select i.id, i.body_id, i.kind, i.value, i.reports
      from shared_indicators i where i.id > ${after}::uuid and i.state in ('draft', 'waiting', 'released')
        and exists (select from indicator_sources s where s.indicator_id = i.id and s.kind = 'tip')
      order by i.id limit ${limit}),
    counted as (select id, reports, independent_reports(body_id, kind, value) as now from looked),
    changed as (update shared_indicators i set reports = c.now from counted c where c.id = i.id and c.now <> c.reports returning i.id)
    select (select id::text from looked order by id desc limit 1) as last`.execute(tx)
  return rows[0]?.last ?? null
}
