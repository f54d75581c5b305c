/** Series and their alarms. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Trick } from "../domain/incident.ts"
import type { Struck } from "../domain/series.ts"

const struckMax = 5_000

export type Harm = Struck & { damageVnd: number }

/** Theft and sabotage of the last days, as far as the acting body sees them. */
export async function struckSince(tx: Tx, days: number): Promise<Harm[]> {
  const { rows } = await sql<
    Struck & { damageVnd: string | null }
  >`select id, kind, happened_at, area_code, cell_lat, cell_lon, trick, tools,
      taken, owner_ids, damage_vnd from incidents
    where state <> 'dismissed' and kind in ('theft', 'sabotage') and happened_at > acting_at() - make_interval(days => ${days})
    order by happened_at desc limit ${struckMax}`.execute(tx)
  return rows.map((row) => ({
    ...row,
    happenedAt: new Date(row.happenedAt).toISOString(),
    damageVnd: Number(row.damageVnd ?? 0),
  }))
}

/** Places with network in reach of these cells: hundredths of a degree to each side. */
export async function placesNear(
  tx: Tx,
  cells: readonly { cellLat: number; cellLon: number }[],
  reach: number,
): Promise<string[]> {
  if (cells.length === 0) return []
  const near = cells.map(
    ({ cellLat, cellLon }) =>
      sql`(cell_lat between ${cellLat - reach} and ${cellLat + reach} and cell_lon between ${cellLon - reach} and ${cellLon + reach})`,
  )
  const { rows } = await sql<{
    areaCode: string
  }>`select distinct area_code from assets where ${sql.join(near, sql` or `)}
    order by 1 limit 100`.execute(tx)
  return rows.map(({ areaCode }) => areaCode)
}

export async function ownersIn(tx: Tx, codes: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select o as id from owners_in(${codes}) o`.execute(tx)
  return rows.map(({ id }) => id)
}

export type SeriesRow = {
  id: string
  bodyId: string
  bodyName: string
  number: string
  trick: Trick
  nights: number
  incidents: number
  owners: number
  firstAt: string
  lastAt: string
  areaCodes: string[]
  toldCodes: string[]
  toldIds: string[]
  alarm: string
  madeName: string
  madeAt: string
}
const columns = sql`s.id, s.body_id, b.name as body_name, s.number, s.trick, s.nights, s.incidents, s.owners, s.first_at, s.last_at,
  s.area_codes, s.told_codes, s.told_ids, s.alarm, s.made_name, s.made_at`

export async function seriesRows(tx: Tx): Promise<SeriesRow[]> {
  const { rows } =
    await sql<SeriesRow>`select ${columns} from incident_series s join bodies b on b.id = s.body_id
    order by s.made_at desc limit 50`.execute(tx)
  return rows
}

export async function readSeriesRow(tx: Tx, id: string): Promise<SeriesRow | null> {
  const { rows } =
    await sql<SeriesRow>`select ${columns} from incident_series s join bodies b on b.id = s.body_id where s.id = ${id}`.execute(
      tx,
    )
  return rows[0] ?? null
}

export type NewSeries = Pick<
  SeriesRow,
  | "trick"
  | "nights"
  | "incidents"
  | "owners"
  | "firstAt"
  | "lastAt"
  | "areaCodes"
  | "toldCodes"
  | "toldIds"
  | "alarm"
  | "madeName"
>

export async function insertSeries(tx: Tx, one: NewSeries, incidentIds: readonly string[]): Promise<string> {
  const { id } = await tx.insertInto("incidentSeries").values(one).returning("id").executeTakeFirstOrThrow()
  await tx
    .insertInto("seriesIncidents")
    .values(incidentIds.map((incidentId) => ({ seriesId: id, incidentId })))
    .execute()
  return id
}

/** The incidents of a series that the acting body sees. */
export async function incidentIdsOf(tx: Tx, seriesId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("seriesIncidents")
    .select("incidentId")
    .where("seriesId", "=", seriesId)
    .limit(500)
    .execute()
  return rows.map(({ incidentId }) => incidentId)
}

/** The series, as far as the acting body sees them, in which these incidents are already; the earliest first. */
export async function seriesOfIncidents(tx: Tx, ids: readonly string[]): Promise<InSeries[]> {
  if (ids.length === 0) return []
  const { rows } =
    await sql<InSeries>`select x.incident_id, s.id as series_id, s.number from series_incidents x
    join incident_series s on s.id = x.series_id where x.incident_id = any (${ids}) order by s.number limit 2000`.execute(
      tx,
    )
  return rows
}
export type InSeries = { incidentId: string; seriesId: string; number: string }

export type Receipt = { bodyName: string; at: string; byName: string; bodyId: string }

export async function receiptsOf(tx: Tx, seriesId: string): Promise<Receipt[]> {
  const { rows } =
    await sql<Receipt>`select b.name as body_name, r.at, r.by_name, r.body_id from series_receipts r join bodies b on b.id = r.body_id
    where r.series_id = ${seriesId} order by r.at limit 300`.execute(tx)
  return rows
}

export async function noteSeries(tx: Tx, seriesId: string, byName: string): Promise<void> {
  await tx
    .insertInto("seriesReceipts")
    .values({ seriesId, byName })
    .onConflict((on) => on.doNothing())
    .execute()
}

/** Alarms of the last thirty days for the acting body that it has not noted. */
export async function countUnreadAlarms(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from incident_series s
    where current_body() = any (s.told_ids) and s.made_at > acting_at() - interval '30 days'
      and not exists (select from series_receipts r where r.series_id = s.id and r.body_id = current_body())`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}
