/** Assets. Row security leaves those that the body may see, and of the exact places those that are open to it. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { AssetDraft, AssetKind, AssetState, Cell, Criticality, Point } from "../domain/asset.ts"

export type AssetRow = {
  id: string
  bodyId: string
  bodyName: string
  number: string
  kind: AssetKind
  areaCode: string
  areaName: string
  cellLat: number | null
  cellLon: number | null
  criticality: Criticality
  state: AssetState
  sharedIds: string[]
  grantedIds: string[]
  changedAt: string
  /** The closed part: null for who may not see it. */
  code: string | null
  name: string | null
  place: string | null
  shape: Point[] | null
}

/** The left join is the mask: of a place that is closed to who asks, row security leaves no row. */
const from = sql`from assets a join bodies b on b.id = a.body_id join areas r on r.code = a.area_code
  left join asset_sites s on s.asset_id = a.id`
const columns = sql`a.id, a.body_id, b.name as body_name, a.number, a.kind, a.area_code, r.name as area_name, a.cell_lat, a.cell_lon,
  a.criticality, a.state, a.shared_ids, a.granted_ids, a.changed_at, s.code, s.name, s.place, s.shape`

export type AssetFilter = { text: string; kind: string; area: string; state: string }

/** Words are sought in what who asks may see of it: its number, and code and name where they are open. */
const narrowed = ({ text, kind, area, state }: AssetFilter) => sql`
  (${text} = '' or plain_text(coalesce(s.code, '') || ' ' || coalesce(s.name, '') || ' TS-' || lpad(a.number::text, 5, '0')) like '%' || plain_text(${text}) || '%')
  and (${kind} = '' or a.kind = ${kind}) and (${area} = '' or a.area_code = ${area}) and (${state} = '' or a.state = ${state})`

export async function listAssets(
  tx: Tx,
  filter: AssetFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: AssetRow[]; total: number }> {
  const { rows } = await sql<
    AssetRow & { total: string }
  >`select ${columns}, count(*) over () as total ${from}
    where ${narrowed(filter)} order by a.number limit ${limit} offset ${offset}`.execute(tx)
  return { rows, total: Number(rows[0]?.total ?? 0) }
}

export async function readAssetRow(tx: Tx, id: string): Promise<AssetRow | null> {
  const { rows } = await sql<AssetRow>`select ${columns} ${from} where a.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

/** Codes as their owner writes them, or our numbers; of each that is open to who asks. */
export async function findAssets(
  tx: Tx,
  asked: { codes: readonly string[]; numbers: readonly number[] },
): Promise<AssetRow[]> {
  const { rows } = await sql<AssetRow>`select ${columns} ${from}
    where lower(s.code) = any (${asked.codes.map((one) => one.toLowerCase())}) or a.number = any (${asked.numbers})
    order by (a.body_id <> current_body()), a.number limit 200`.execute(tx)
  return rows
}

/** Whose codes the form offers: the body's own, the newest first. */
export async function ownCodes(tx: Tx, limit: number): Promise<{ code: string; name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`select s.code, s.name from asset_sites s
    join assets a on a.id = s.asset_id where s.body_id = current_body() and a.state <> 'planned' order by s.code limit ${limit}`.execute(
    tx,
  )
  return rows
}

/** All of them in two statements, however many they are; in the order of the drafts. */
export async function insertAssets(
  tx: Tx,
  drafts: readonly (AssetDraft & { cell: Cell | null })[],
  importId: string | null,
): Promise<string[]> {
  const rows = drafts.map(({ kind, areaCode, criticality, state, cell }) => ({
    kind,
    areaCode,
    criticality,
    state,
    cellLat: cell?.cellLat ?? null,
    cellLon: cell?.cellLon ?? null,
    importId,
  }))
  const made = await tx.insertInto("assets").values(rows).returning("id").execute()
  const sites = drafts.map(({ code, name, place, shape }, at) => ({
    assetId: made[at]?.id ?? "",
    code,
    name,
    place,
    shape: shape === null ? null : JSON.stringify(shape),
  }))
  await tx.insertInto("assetSites").values(sites).execute()
  return made.map(({ id }) => id)
}

/** The codes among these that an asset of the body has already. */
export async function codesTaken(tx: Tx, codes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{
    code: string
  }>`select code from asset_sites where body_id = current_body() and code = any (${codes})`.execute(tx)
  return new Set(rows.map(({ code }) => code))
}

/** False: it is not the body's own. */
export async function changeAssetRow(
  tx: Tx,
  id: string,
  { code, name, place, shape, cell, ...rest }: AssetDraft & { cell: Cell | null },
): Promise<boolean> {
  const cells = { cellLat: cell?.cellLat ?? null, cellLon: cell?.cellLon ?? null }
  const changed = await tx
    .updateTable("assets")
    .set({ ...rest, ...cells, changedAt: sql<string>`acting_at()` })
    .where("id", "=", id)
    .executeTakeFirst()
  if (Number(changed.numUpdatedRows) !== 1) return false
  await tx
    .updateTable("assetSites")
    .set({ code, name, place, shape: shape === null ? null : JSON.stringify(shape) })
    .where("assetId", "=", id)
    .execute()
  return true
}

export async function openAssetTo(
  tx: Tx,
  id: string,
  { column, bodyIds }: { column: "sharedIds" | "grantedIds"; bodyIds: readonly string[] },
): Promise<boolean> {
  const changed = await tx
    .updateTable("assets")
    .set({ [column]: [...bodyIds], changedAt: sql<string>`acting_at()` })
    .where("id", "=", id)
    .executeTakeFirst()
  return Number(changed.numUpdatedRows) === 1
}

export type ImportRow = {
  id: string
  fileName: string
  rows: number
  at: string
  byName: string
  undoneAt: string | null
}

export async function insertImport(
  tx: Tx,
  one: { fileName: string; rows: number; byName: string },
): Promise<string> {
  const { id } = await tx.insertInto("assetImports").values(one).returning("id").executeTakeFirstOrThrow()
  return id
}

export const importsOf = (tx: Tx): Promise<ImportRow[]> =>
  tx
    .selectFrom("assetImports")
    .select(["id", "fileName", "rows", "at", "byName", "undoneAt"])
    .orderBy("at", "desc")
    .limit(20)
    .execute()

/** Null: it is no import of the body, or was taken back before. What an incident has hit stays, and what a plan protects. */
export async function undoImportRow(tx: Tx, id: string, undoneName: string): Promise<number | null> {
  const done = await tx
    .updateTable("assetImports")
    .set({ undoneAt: sql<string>`acting_at()`, undoneName })
    .where("id", "=", id)
    .where("undoneAt", "is", null)
    .executeTakeFirst()
  if (Number(done.numUpdatedRows) !== 1) return null
  const gone = await sql`delete from assets a where a.import_id = ${id}
    and not exists (select from incident_assets i where i.asset_id = a.id)
    and not exists (select from asset_protections p where p.asset_id = a.id)`.execute(tx)
  return Number(gone.numAffectedRows ?? 0)
}
