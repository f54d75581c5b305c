/** Recovered goods and sealed witnesses of incidents. Row security leaves those that the body may see. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type Goods = {
  id: string
  incidentId: string
  bodyId: string
  bodyName: string
  what: string
  amount: string
  marks: string | null
  recoveredOn: string
  foundAt: string | null
  keptAt: string
  returnedOn: string | null
  returnedTo: string | null
}
const shownMax = 500

export async function goodsOf(tx: Tx, incidentIds: readonly string[]): Promise<Goods[]> {
  const { rows } =
    await sql<Goods>`select g.id, g.incident_id, g.body_id, b.name as body_name, g.what, g.amount, g.marks,
      g.recovered_on, g.found_at, g.kept_at, g.returned_on, g.returned_to
    from incident_goods g join bodies b on b.id = g.body_id where g.incident_id = any (${incidentIds}) order by g.at, g.id limit ${shownMax}`.execute(
      tx,
    )
  return rows
}

export type NewGoods = Pick<
  Goods,
  "incidentId" | "what" | "amount" | "marks" | "recoveredOn" | "foundAt" | "keptAt"
> & { byName: string }

export async function insertGoods(tx: Tx, one: NewGoods): Promise<void> {
  await tx.insertInto("incidentGoods").values(one).execute()
}

/** False: it was given back before, or is another body's. */
export async function returnGoods(
  tx: Tx,
  { incidentId, id, ...back }: { incidentId: string; id: string; returnedOn: string; returnedTo: string },
): Promise<boolean> {
  const done = await tx
    .updateTable("incidentGoods")
    .set(back)
    .where("id", "=", id)
    .where("incidentId", "=", incidentId)
    .where("bodyId", "=", sql<string>`current_body()`)
    .where("returnedOn", "is", null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}

export type Witness = {
  id: string
  incidentId: string
  bodyId: string
  bodyName: string
  saw: string
  at: string
}

export async function witnessesOf(tx: Tx, incidentIds: readonly string[]): Promise<Witness[]> {
  const { rows } = await sql<Witness>`select w.id, w.incident_id, w.body_id, b.name as body_name, w.saw, w.at
    from incident_witnesses w join bodies b on b.id = w.body_id where w.incident_id = any (${incidentIds}) order by w.at, w.id limit ${shownMax}`.execute(
    tx,
  )
  return rows
}

export async function insertWitness(
  tx: Tx,
  one: { incidentId: string; saw: string; sealed: Buffer; byName: string },
): Promise<string> {
  const { id } = await tx
    .insertInto("incidentWitnesses")
    .values(one)
    .returning("id")
    .executeTakeFirstOrThrow()
  return id
}

/** Null: there is no such witness for the acting body. */
export async function sealedWitness(tx: Tx, id: string): Promise<Buffer | null> {
  const row = await tx
    .selectFrom("incidentWitnesses")
    .select("sealed")
    .where("id", "=", id)
    .executeTakeFirst()
  return row?.sealed ?? null
}
