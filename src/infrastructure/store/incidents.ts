/** Incidents. Row security leaves those that the body may see, and of the closed part what is open to it. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Cell } from "../domain/asset.ts"
import type { IncidentKind, IncidentState, Origin, Service, Taken, Tool, Trick } from "../domain/incident.ts"

export type IncidentRow = {
  id: string
  bodyId: string
  bodyName: string
  number: string
  kind: IncidentKind
  state: IncidentState
  happenedAt: string
  foundAt: string | null
  enteredAt: string
  deviceAt: string | null
  areaCode: string
  areaName: string
  cellLat: number | null
  cellLon: number | null
  trick: Trick
  tools: Tool[]
  taken: Taken[]
  subscribers: number | null
  outageHours: number | null
  services: Service[]
  damageVnd: number | null
  damageBasis: string | null
  ownerIds: string[]
  grantedIds: string[]
  ownerNames: string | null
  origin: Origin
  madeName: string
  resolvedAt: string | null
  changedAt: string
  /** The closed part: null for who may not see it. */
  lat: number | null
  lon: number | null
  place: string | null
  what: string | null
}
type Raw = Omit<IncidentRow, "outageHours" | "damageVnd" | "lat" | "lon"> & {
  outageHours: string | null
  damageVnd: string | null
  lat: string | null
  lon: string | null
}

const columns = sql`i.id, i.body_id, b.name as body_name, i.number, i.kind, i.state, i.happened_at, i.found_at, i.entered_at, i.device_at,
  i.area_code, r.name as area_name, i.cell_lat, i.cell_lon, i.trick, i.tools, i.taken, i.subscribers, i.outage_hours, i.services,
  i.damage_vnd, i.damage_basis, i.owner_ids, i.granted_ids, i.origin, i.made_name, i.resolved_at, i.changed_at, s.lat, s.lon, s.place, s.what,
  (select string_agg(o.name, ', ' order by o.name) from bodies o where o.id = any (i.owner_ids)) as owner_names`
const from = sql`from incidents i join bodies b on b.id = i.body_id join areas r on r.code = i.area_code
  left join incident_sites s on s.incident_id = i.id`

const numberOrNull = (text: string | null) => (text === null ? null : Number(text))
const asRow = (row: Raw): IncidentRow => ({
  ...row,
  outageHours: numberOrNull(row.outageHours),
  damageVnd: numberOrNull(row.damageVnd),
  lat: numberOrNull(row.lat),
  lon: numberOrNull(row.lon),
})

/** `text`: words sought in what who asks may see: the number and place, and place and words where they are open. */
export type IncidentFilter = { text: string; kind: string; state: string; area: string }

export async function listIncidents(
  tx: Tx,
  { text, kind, state, area }: IncidentFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: IncidentRow[]; total: number }> {
  const { rows } = await sql<Raw & { total: string }>`select ${columns}, count(*) over () as total ${from}
    where (${kind} = '' or i.kind = ${kind}) and (${state} = '' or i.state = ${state}) and (${area} = '' or i.area_code = ${area})
      and (${text} = '' or plain_text(concat_ws(' ', 'SC-' || lpad(i.number::text, 5, '0'), r.name, s.place, s.what)) like '%' || plain_text(${text}) || '%')
    order by i.happened_at desc, i.id limit ${limit} offset ${offset}`.execute(tx)
  return { rows: rows.map(asRow), total: Number(rows[0]?.total ?? 0) }
}

export async function readIncidentRow(tx: Tx, id: string): Promise<IncidentRow | null> {
  const { rows } = await sql<Raw>`select ${columns} ${from} where i.id = ${id}`.execute(tx)
  const [row] = rows
  return row === undefined ? null : asRow(row)
}

export async function readIncidentRows(tx: Tx, ids: readonly string[]): Promise<IncidentRow[]> {
  const { rows } =
    await sql<Raw>`select ${columns} ${from} where i.id = any (${ids}) order by i.happened_at, i.id limit 500`.execute(
      tx,
    )
  return rows.map(asRow)
}

/** Those that happened at most so many hours before or after, and were not dropped. */
export async function incidentsAround(tx: Tx, id: string, hours: number): Promise<IncidentRow[]> {
  const { rows } = await sql<Raw>`select ${columns} ${from}, incidents o
    where o.id = ${id} and i.id <> o.id and i.state <> 'dismissed'
      and i.happened_at between o.happened_at - make_interval(hours => ${hours}) and o.happened_at + make_interval(hours => ${hours})
    order by abs(extract(epoch from i.happened_at - o.happened_at)), i.id limit 300`.execute(tx)
  return rows.map(asRow)
}

export async function incidentsOfAsset(tx: Tx, assetId: string): Promise<IncidentRow[]> {
  const { rows } = await sql<Raw>`select ${columns} ${from}
    where exists (select from incident_assets x where x.incident_id = i.id and x.asset_id = ${assetId})
    order by i.happened_at desc limit 50`.execute(tx)
  return rows.map(asRow)
}

export type NewIncident = {
  kind: IncidentKind
  happenedAt: string
  foundAt: string | null
  deviceAt: string | null
  areaCode: string
  cell: Cell | null
  trick: Trick
  tools: readonly string[]
  taken: readonly string[]
  subscribers: number | null
  outageHours: number | null
  services: readonly string[]
  damageVnd: number | null
  damageBasis: string | null
  ownerIds: readonly string[]
  origin: Origin
  madeName: string
  sentKey: string | null
}
export type Closed = { lat: number | null; lon: number | null; place: string | null; what: string }

export async function insertIncident(
  tx: Tx,
  { cell, tools, taken, services, ownerIds, ...one }: NewIncident,
  closed: Closed,
): Promise<{ id: string; number: string }> {
  const cells = { cellLat: cell?.cellLat ?? null, cellLon: cell?.cellLon ?? null }
  const lists = { tools: [...tools], taken: [...taken], services: [...services], ownerIds: [...ownerIds] }
  const made = await tx
    .insertInto("incidents")
    .values({ ...one, ...cells, ...lists })
    .returning(["id", "number"])
    .executeTakeFirstOrThrow()
  await tx
    .insertInto("incidentSites")
    .values({ incidentId: made.id, ...closed })
    .execute()
  return { id: made.id, number: String(made.number) }
}

/** Of the body that sends: what a device or a program sent under this key before. */
export async function sentBefore(tx: Tx, sentKey: string): Promise<{ id: string; number: string } | null> {
  const row = await tx
    .selectFrom("incidents")
    .select(["id", "number"])
    .where("bodyId", "=", sql<string>`current_body()`)
    .where("sentKey", "=", sentKey)
    .executeTakeFirst()
  return row === undefined ? null : { id: row.id, number: String(row.number) }
}

/** What was sent with it when the acting body made it; null: typed, or another body's. */
export async function sentKeyOf(tx: Tx, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom("incidents")
    .select("sentKey")
    .where("id", "=", id)
    .where("bodyId", "=", sql<string>`current_body()`)
    .executeTakeFirst()
  return row?.sentKey ?? null
}

export async function nameAssets(tx: Tx, incidentId: string, assetIds: readonly string[]): Promise<void> {
  if (assetIds.length === 0) return
  await tx
    .insertInto("incidentAssets")
    .values(assetIds.map((assetId) => ({ incidentId, assetId })))
    .execute()
}

export type HitAsset = {
  incidentId: string
  id: string
  number: string
  kind: string
  criticality: string
  code: string | null
  name: string | null
  bodyName: string
}

export async function assetsHit(tx: Tx, incidentIds: readonly string[]): Promise<HitAsset[]> {
  const { rows } =
    await sql<HitAsset>`select x.incident_id, a.id, a.number, a.kind, a.criticality, s.code, s.name, b.name as body_name
    from incident_assets x join assets a on a.id = x.asset_id join bodies b on b.id = a.body_id
    left join asset_sites s on s.asset_id = a.id where x.incident_id = any (${incidentIds}) order by a.number limit 2000`.execute(
      tx,
    )
  return rows
}

export type Photo = {
  incidentId: string
  id: string
  position: number
  sha256: string
  mediaType: string
  bytes: number
  name: string
  addedName: string
}
export const photosMax = 20

export async function photosOf(tx: Tx, incidentIds: readonly string[]): Promise<Photo[]> {
  const rows = await tx
    .selectFrom("incidentPhotos")
    .select(["incidentId", "id", "position", "sha256", "mediaType", "bytes", "name", "addedName"])
    .where("incidentId", "in", [...incidentIds])
    .orderBy("incidentId")
    .orderBy("position")
    .limit(photosMax * incidentIds.length)
    .execute()
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes) }))
}

export async function addPhotos(
  tx: Tx,
  incidentId: string,
  { files, after, addedName }: { files: readonly KeptPhoto[]; after: number; addedName: string },
): Promise<void> {
  if (files.length === 0) return
  await tx
    .insertInto("incidentPhotos")
    .values(
      files.map(({ sha256, mediaType, bytes, name }, at) => ({
        ...{ incidentId, position: after + at + 1, addedName },
        ...{ sha256, mediaType, bytes, name: name === "" ? "anh" : name },
      })),
    )
    .execute()
}
export type KeptPhoto = Pick<Photo, "sha256" | "mediaType" | "bytes" | "name">

export type IncidentEvent = {
  what: string
  at: string
  bodyId: string
  bodyName: string
  byName: string
  note: string | null
}

export async function eventsOf(tx: Tx, incidentId: string): Promise<IncidentEvent[]> {
  const { rows } =
    await sql<IncidentEvent>`select e.what, e.at, e.body_id, b.name as body_name, e.by_name, e.note
    from incident_events e join bodies b on b.id = e.body_id where e.incident_id = ${incidentId} order by e.at, e.id limit 200`.execute(
      tx,
    )
  return rows
}

type NewEvent = { what: string; byName: string; note: string | null }
export const addEvent = (tx: Tx, incidentId: string, one: NewEvent) => addEvents(tx, [incidentId], one)

export async function addEvents(tx: Tx, incidentIds: readonly string[], one: NewEvent): Promise<void> {
  await tx
    .insertInto("incidentEvents")
    .values(incidentIds.map((incidentId) => ({ incidentId, ...one })))
    .execute()
}

/** False: it has ended, or is neither the body's own nor on its network. */
export async function endIncidentRow(
  tx: Tx,
  id: string,
  end: { state: "resolved"; resolvedAt: string } | { state: "dismissed" },
): Promise<boolean> {
  const done = await tx
    .updateTable("incidents")
    .set({ ...end, changedAt: sql<string>`acting_at()` })
    .where("id", "=", id)
    .where("state", "=", "open")
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}

export async function showIncidentTo(tx: Tx, id: string, bodyIds: readonly string[]): Promise<boolean> {
  const done = await tx
    .updateTable("incidents")
    .set({ grantedIds: [...bodyIds], changedAt: sql<string>`acting_at()` })
    .where("id", "=", id)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}

export type IncidentCase = { caseId: string; bodyId: string; bodyName: string; at: string }

export async function caseOf(tx: Tx, incidentId: string): Promise<IncidentCase | null> {
  const { rows } =
    await sql<IncidentCase>`select c.case_id, c.body_id, b.name as body_name, c.at from incident_cases c
    join bodies b on b.id = c.body_id where c.incident_id = ${incidentId}`.execute(tx)
  return rows[0] ?? null
}

/** Those of these incidents of which a case was opened. */
export async function inCases(tx: Tx, incidentIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select incident_id as id from incident_cases where incident_id = any (${incidentIds})`.execute(tx)
  return rows.map(({ id }) => id)
}

/** False: for one of them another was quicker. */
export async function noteCases(
  tx: Tx,
  { incidentIds, ...of }: { incidentIds: readonly string[]; caseId: string; byName: string },
): Promise<boolean> {
  const made = await tx
    .insertInto("incidentCases")
    .values(incidentIds.map((incidentId) => ({ incidentId, ...of })))
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return Number(made.numInsertedOrUpdatedRows ?? 0) === incidentIds.length
}

/** Open incidents that the acting body has not taken note of, of the last thirty days. */
export async function countUnnoted(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from incidents i
    where i.state = 'open' and i.body_id <> current_body() and i.entered_at > acting_at() - interval '30 days'
      and not exists (select from incident_events e where e.incident_id = i.id and e.body_id = current_body() and e.what = 'received')`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}
