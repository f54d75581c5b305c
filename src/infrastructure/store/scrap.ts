/** Notices to dealers of scrap, and who brought them to how many. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type ScrapRow = {
  id: string
  bodyId: string
  bodyName: string
  number: string
  incidentId: string | null
  /** Null also where the incident is closed to who asks. */
  incidentNumber: string | null
  goods: string
  marks: string | null
  text: string
  contact: string
  areaCodes: string[]
  areaNames: string
  toldIds: string[]
  toldNames: string | null
  untilOn: string
  madeName: string
  madeAt: string
  withdrawnAt: string | null
  dealers: number
}
const rows = sql`select n.id, n.body_id, b.name as body_name, n.number, n.incident_id, i.number as incident_number, n.goods, n.marks,
    n.text, n.contact, n.area_codes, n.told_ids, n.until_on, n.made_name, n.made_at, n.withdrawn_at,
    (select coalesce(string_agg(r.name, ', ' order by r.name), '') from areas r where r.code = any (n.area_codes)) as area_names,
    (select string_agg(o.name, '; ' order by o.name) from bodies o where o.id = any (n.told_ids)) as told_names,
    (select coalesce(sum(c.dealers), 0)::int from scrap_receipts c where c.notice_id = n.id) as dealers
  from scrap_notices n join bodies b on b.id = n.body_id left join incidents i on i.id = n.incident_id`

export async function scrapRows(
  tx: Tx,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: ScrapRow[]; total: number }> {
  const found = await sql<ScrapRow & { total: string }>`select x.*, count(*) over () as total from (${rows}) x
    order by x.made_at desc, x.id limit ${limit} offset ${offset}`.execute(tx)
  return { rows: found.rows, total: Number(found.rows[0]?.total ?? 0) }
}

export async function readScrap(tx: Tx, id: string): Promise<ScrapRow | null> {
  const found = await sql<ScrapRow>`${rows} where n.id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}

export type NewScrap = Pick<
  ScrapRow,
  "incidentId" | "goods" | "marks" | "text" | "contact" | "untilOn" | "madeName"
> & {
  areaCodes: readonly string[]
  toldIds: readonly string[]
}

export async function insertScrap(tx: Tx, { areaCodes, toldIds, ...one }: NewScrap): Promise<string> {
  const { id } = await tx
    .insertInto("scrapNotices")
    .values({ ...one, areaCodes: [...areaCodes], toldIds: [...toldIds] })
    .returning("id")
    .executeTakeFirstOrThrow()
  return id
}

/** False: it was withdrawn before, or is another body's. */
export async function withdrawScrapRow(tx: Tx, id: string): Promise<boolean> {
  const done = await tx
    .updateTable("scrapNotices")
    .set({ withdrawnAt: sql<string>`acting_at()` })
    .where("id", "=", id)
    .where("bodyId", "=", sql<string>`current_body()`)
    .where("withdrawnAt", "is", null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}

export type ScrapReceipt = {
  bodyId: string
  bodyName: string
  dealers: number
  note: string | null
  at: string
}

export async function scrapReceipts(tx: Tx, noticeId: string): Promise<ScrapReceipt[]> {
  const found = await sql<ScrapReceipt>`select c.body_id, b.name as body_name, c.dealers, c.note, c.at
    from scrap_receipts c join bodies b on b.id = c.body_id where c.notice_id = ${noticeId} order by c.at limit 300`.execute(
    tx,
  )
  return found.rows
}

/** False: the body has noted it before. */
export async function insertReceipt(
  tx: Tx,
  one: { noticeId: string; dealers: number; note: string | null; byName: string },
): Promise<boolean> {
  const done = await tx
    .insertInto("scrapReceipts")
    .values(one)
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return Number(done.numInsertedOrUpdatedRows ?? 0) === 1
}

/** Notices that still hold and that the acting body is to bring to dealers. */
export async function countUntold(tx: Tx): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from scrap_notices n
    where current_body() = any (n.told_ids) and n.withdrawn_at is null and n.until_on >= acting_on()
      and not exists (select from scrap_receipts c where c.notice_id = n.id and c.body_id = current_body())`.execute(
    tx,
  )
  return found.rows[0]?.n ?? 0
}
