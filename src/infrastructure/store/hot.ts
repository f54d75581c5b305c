/** Incidents and assets by place, as far as the acting body sees them. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { HotPlace } from "../domain/hot.ts"

/** Dropped ones count nowhere. Places without an asset and without an incident are left out. */
export async function hotPlaces(tx: Tx, since: { from: string }): Promise<HotPlace[]> {
  const { rows } = await sql<HotPlace>`
    with a as (select area_code, count(*)::int as n from assets where state <> 'planned' group by 1),
      i as (select area_code, count(*)::int as n, count(*) filter (where kind in ('theft', 'sabotage', 'obstruction'))::int as purposed
        from incidents where state <> 'dismissed' and happened_at >= ${since.from}::timestamptz group by 1)
    select r.code as area_code, r.name as area_name, coalesce(a.n, 0) as assets, coalesce(i.n, 0) as incidents, coalesce(i.purposed, 0) as on_purpose
    from a full join i on i.area_code = a.area_code join areas r on r.code = coalesce(a.area_code, i.area_code)
    order by r.name limit 1000`.execute(tx)
  return rows
}
