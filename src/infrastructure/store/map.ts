/**
 * Assets and incidents as a map shows them: sums by cell, and single ones where few are looked at. A cell is what row
 * security leaves to whoever sees the thing at all; the exact place comes from the closed part, which it leaves to some.
 */
import { type RawBuilder, sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { AssetKind, Point } from "../domain/asset.ts"
import type { IncidentKind } from "../domain/incident.ts"
import type { Box, Sum } from "../domain/map.ts"

/** `month`: "2026-05", or empty for all since `from`; both of incidents alone. */
export type MapFilter = { kind: string; area: string; state: string; month: string; from: string }
export type Layer = "assets" | "incidents"

const within = ({
  west,
  south,
  east,
  north,
}: Box) => sql`cell_lat between ${Math.floor(south * 100) - 1} and ${Math.ceil(north * 100)}
  and cell_lon between ${Math.floor(west * 100) - 1} and ${Math.ceil(east * 100)}`

const fitting = (layer: Layer, { kind, area, state, month, from }: MapFilter): RawBuilder<unknown> =>
  layer === "assets"
    ? sql`state <> 'planned' and (${kind} = '' or kind = ${kind}) and (${area} = '' or area_code = ${area})
        and (${state} = '' or state = ${state})`
    : sql`state <> 'dismissed' and happened_at >= ${from}::timestamptz and (${kind} = '' or kind = ${kind})
        and (${area} = '' or area_code = ${area}) and (${state} = '' or state = ${state})
        and (${month} = '' or to_char(local_day(happened_at), 'YYYY-MM') = ${month})`

const sumsMax = 4_000

export async function sumsOnMap(
  tx: Tx,
  { layer, filter, box, step }: { layer: Layer; filter: MapFilter; box: Box; step: number },
): Promise<Sum[]> {
  const { rows } = await sql<{ lon: number; lat: number; n: number }>`
    select (avg(cell_lon) + 0.5)::float8 / 100 as lon, (avg(cell_lat) + 0.5)::float8 / 100 as lat, count(*)::int as n
    from ${sql.table(layer)} where ${within(box)} and ${fitting(layer, filter)}
    group by floor(cell_lat::numeric / ${step}), floor(cell_lon::numeric / ${step}) limit ${sumsMax}`.execute(
    tx,
  )
  return rows.map(({ lon, lat, n }): Sum => [round(lon), round(lat), n])
}
const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4

export type AssetOnMap = {
  id: string
  number: string
  kind: AssetKind
  areaName: string
  cellLat: number
  cellLon: number
  code: string | null
  shape: Point[] | null
}

export async function assetsOnMap(
  tx: Tx,
  of: { filter: MapFilter; box: Box; limit: number },
): Promise<AssetOnMap[]> {
  const { rows } =
    await sql<AssetOnMap>`select a.id, a.number, a.kind, r.name as area_name, a.cell_lat, a.cell_lon, s.code, s.shape
    from (select * from assets where ${within(of.box)} and ${fitting("assets", of.filter)} limit ${of.limit}) a
      join areas r on r.code = a.area_code left join asset_sites s on s.asset_id = a.id`.execute(tx)
  return rows
}

export type IncidentOnMap = {
  id: string
  number: string
  kind: IncidentKind
  areaName: string
  cellLat: number
  cellLon: number
  lat: number | null
  lon: number | null
}

export async function incidentsOnMap(
  tx: Tx,
  of: { filter: MapFilter; box: Box; limit: number },
): Promise<IncidentOnMap[]> {
  const { rows } =
    await sql<IncidentOnMap>`select i.id, i.number, i.kind, r.name as area_name, i.cell_lat, i.cell_lon,
      s.lat::float8 as lat, s.lon::float8 as lon
    from (select * from incidents where ${within(of.box)} and ${fitting("incidents", of.filter)} limit ${of.limit}) i
      join areas r on r.code = i.area_code left join incident_sites s on s.incident_id = i.id`.execute(tx)
  return rows
}

/** Counts by place for the table and the drawing; things without a position are among them. */
export async function placesOnMap(
  tx: Tx,
  { layer, filter }: { layer: Layer; filter: MapFilter },
): Promise<{ areaCode: string; areaName: string; count: number; unplaced: number }[]> {
  const { rows } = await sql<{ areaCode: string; areaName: string; count: number; unplaced: number }>`
    select c.area_code, r.name as area_name, c.count, c.unplaced from (select area_code, count(*)::int as count,
      count(*) filter (where cell_lat is null)::int as unplaced from ${sql.table(layer)} where ${fitting(layer, filter)} group by 1) c
    join areas r on r.code = c.area_code order by c.count desc, r.name limit 1000`.execute(tx)
  return rows
}

/** The ground on which anything lies that the acting body sees; null: nothing does. */
export async function boxOfAll(tx: Tx): Promise<Box | null> {
  const { rows } = await sql<{
    [Side in keyof Box]: number | null
  }>`select min(cell_lon)::float8 / 100 as west, min(cell_lat)::float8 / 100 as south,
    (max(cell_lon) + 1)::float8 / 100 as east, (max(cell_lat) + 1)::float8 / 100 as north from assets`.execute(
    tx,
  )
  const [row] = rows
  if (row === undefined || row.west === null || row.south === null || row.east === null || row.north === null)
    return null
  return { west: row.west, south: row.south, east: row.east, north: row.north }
}
