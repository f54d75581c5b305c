/** Plans of protection. Row security leaves those of the owner, of the police, and of the bodies that they name. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { AssetKind } from "../domain/asset.ts"

export type Protection = {
  ownerContact: string
  policeId: string
  policeName: string
  policeContact: string | null
  committeeId: string
  committeeName: string
  committeeContact: string | null
  measures: string
  drilledOn: string | null
  checkedOn: string | null
  checkNote: string | null
  nextCheckOn: string
  changedAt: string
  changedName: string
}

export async function protectionOf(tx: Tx, assetId: string): Promise<Protection | null> {
  const { rows } =
    await sql<Protection>`select p.owner_contact, p.police_id, o.name as police_name, p.police_contact, p.committee_id,
      c.name as committee_name, p.committee_contact, p.measures, p.drilled_on, p.checked_on, p.check_note, p.next_check_on, p.changed_at, p.changed_name
    from asset_protections p join bodies o on o.id = p.police_id join bodies c on c.id = p.committee_id where p.asset_id = ${assetId}`.execute(
      tx,
    )
  return rows[0] ?? null
}

export type NewProtection = Pick<
  Protection,
  | "ownerContact"
  | "policeId"
  | "policeContact"
  | "committeeId"
  | "committeeContact"
  | "measures"
  | "drilledOn"
  | "nextCheckOn"
> & { changedName: string }

export async function saveProtection(tx: Tx, assetId: string, one: NewProtection): Promise<void> {
  await tx
    .insertInto("assetProtections")
    .values({ assetId, ...one })
    .onConflict((on) => on.column("assetId").doUpdateSet({ ...one, changedAt: sql<string>`acting_at()` }))
    .execute()
}

/** False: there is no plan of the body's own. */
export async function noteCheck(
  tx: Tx,
  assetId: string,
  one: { checkedOn: string; checkNote: string | null; nextCheckOn: string; changedName: string },
): Promise<boolean> {
  const done = await tx
    .updateTable("assetProtections")
    .set({ ...one, changedAt: sql<string>`acting_at()` })
    .where("assetId", "=", assetId)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}

export type Protected = {
  id: string
  number: string
  code: string | null
  name: string | null
  kind: AssetKind
  areaName: string
  bodyName: string
  nextCheckOn: string | null
}

/** A reader who may not see a plan is not told that there is none. */
const critical = sql`from assets a join bodies b on b.id = a.body_id join areas r on r.code = a.area_code
  left join asset_sites s on s.asset_id = a.id left join asset_protections p on p.asset_id = a.id
  where a.criticality <> 'ordinary' and a.state <> 'out-of-use'
    and (a.body_id = (select current_body()) or (select acting_kind()) = 'police' or p.asset_id is not null)`

/** Critical assets: first those without a plan, then by the day of the next check. */
export async function listProtected(
  tx: Tx,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: Protected[]; total: number }> {
  const { rows } = await sql<
    Protected & { total: string }
  >`select a.id, a.number, s.code, s.name, a.kind, r.name as area_name,
      b.name as body_name, p.next_check_on, count(*) over () as total
    ${critical} order by p.next_check_on nulls first, a.number limit ${limit} offset ${offset}`.execute(tx)
  return { rows, total: Number(rows[0]?.total ?? 0) }
}

/** Own ones that are missing, and those of one's own or that name the body whose check is due within a week. */
export async function countToCheck(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n ${critical}
    and (a.body_id = (select current_body()) and p.asset_id is null
      or p.next_check_on <= acting_on() + 7 and (select current_body()) in (a.body_id, p.police_id, p.committee_id))`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}
