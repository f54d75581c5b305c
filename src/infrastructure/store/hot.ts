/** Incidents and assets by place, as far as the acting body sees them. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { HotMonth, HotPlace } from "../domain/hot.ts"

/** Dropped ones count nowhere. Places without an asset and without an incident are left out. */
export async function hotPlaces(tx: Tx, since: { from: string; kind?: string }): Promise<HotPlace[]> {
  const kind = since.kind ?? ""
  const { rows } = await sql<HotPlace>`
    with a as (select area_code, count(*)::int as n from assets where state <> 'planned' group by 1),
      i as (select area_code, count(*)::int as n, count(*) filter (where kind in ('theft', 'sabotage', 'obstruction'))::int as purposed
        from incidents where state <> 'dismissed' and happened_at >= ${since.from}::timestamptz and (${kind} = '' or kind = ${kind}) group by 1)
    select r.code as area_code, r.name as area_name, coalesce(a.n, 0) as assets, coalesce(i.n, 0) as incidents, coalesce(i.purposed, 0) as on_purpose
    from a full join i on i.area_code = a.area_code join areas r on r.code = coalesce(a.area_code, i.area_code)
    order by r.name limit 1000`.execute(tx)
  return rows
}

/** Months without an incident are left out. */
export async function hotMonths(tx: Tx, since: { from: string; kind?: string }): Promise<HotMonth[]> {
  const kind = since.kind ?? ""
  const { rows } = await sql<HotMonth>`
    select to_char(local_day(happened_at), 'YYYY-MM') as month, count(*)::int as incidents,
      count(*) filter (where kind in ('theft', 'sabotage', 'obstruction'))::int as on_purpose
    from incidents where state <> 'dismissed' and happened_at >= ${since.from}::timestamptz and (${kind} = '' or kind = ${kind})
    group by 1 order by 1 limit 120`.execute(tx)
  return rows
}

export type HotRoute = {
  id: string
  number: string
  name: string | null
  code: string | null
  areaName: string
  bodyName: string
  incidents: number
}

/** Routes and pole lines that were struck, the most often first; which of them was struck is told to who sees its place. */
export async function hotRoutes(tx: Tx, since: { from: string; kind?: string }): Promise<HotRoute[]> {
  const kind = since.kind ?? ""
  const { rows } = await sql<HotRoute>`
    select a.id, a.number, s.name, s.code, r.name as area_name, b.name as body_name, count(*)::int as incidents
    from incident_assets x join incidents i on i.id = x.incident_id join assets a on a.id = x.asset_id
      join asset_sites s on s.asset_id = a.id join areas r on r.code = a.area_code join bodies b on b.id = a.body_id
    where a.kind in ('fibre', 'pole-line') and i.state <> 'dismissed' and i.happened_at >= ${since.from}::timestamptz
      and (${kind} = '' or i.kind = ${kind})
    group by 1, 2, 3, 4, 5, 6 order by 7 desc, 2 limit 30`.execute(tx)
  return rows
}
