/**
 * Assets and incidents as a map shows them: sums by cell, and single ones where few are looked at. A cell is what row
 * security leaves to whoever sees the thing at all; the exact place comes from the closed part, which it leaves to some.
 */
import { type RawBuilder, sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { AssetKind, Point } from "../domain/asset.ts"
import type { IncidentKind } from "../domain/incident.ts"
import type { Box, CellOfPlace } from "../domain/map.ts"

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

/** A province of 2,500 km² has as many cells; at its borders a cell lies in two places. */
const cellsMax = 50_000

/** Read once for the sums, the table and the ground that is shown. `box` null: all, things without a position among them. */
export async function cellsOnMap(
  tx: Tx,
  { layer, filter, box }: { layer: Layer; filter: MapFilter; box: Box | null },
): Promise<CellOfPlace[]> {
  const inBox = box === null ? sql`true` : within(box)
  const { rows } = await sql<CellOfPlace>`
    select c.area_code, r.name as area_name, c.cell_lat, c.cell_lon, c.n from (select area_code, cell_lat, cell_lon, count(*)::int as n
      from ${sql.table(layer)} where ${inBox} and ${fitting(layer, filter)} group by 1, 2, 3 limit ${cellsMax}) c
    join areas r on r.code = c.area_code`.execute(tx)
  return rows
}

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
