/** Identifiers of a tip whose value lies under the seal: kept, opened by the program to decide, taken out again. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Keys } from "../../kernel/keys.ts"
import type { Sealed, SealedRole } from "../domain/sealed.ts"

export type SealedRow = Omit<Sealed, "value"> & { sealed: Buffer }
type House = { keys: Pick<Keys, "seal" | "open"> }

export const sealEach = (house: House, found: readonly Sealed[]): SealedRow[] =>
  found.map(({ value, ...rest }) => ({
    ...rest,
    sealed: house.keys.seal("identity", Buffer.from(JSON.stringify({ value }), "utf8")),
  }))

export async function storeSealed(
  tx: Tx,
  signal: { id: string; bodyId: string },
  rows: readonly SealedRow[],
): Promise<void> {
  if (rows.length === 0) return
  const { id: signalId, bodyId } = signal
  await tx
    .insertInto("signalSealedIdentifiers")
    .values(rows.map((row) => ({ ...row, signalId, bodyId })))
    .execute()
}

/** As a page shows it: without its value. */
export type SealedHere = Pick<Sealed, "kind" | "role" | "source" | "before" | "behind"> & { id: string }

const sealedMax = 100

export async function sealedOf(tx: Tx, signalId: string): Promise<SealedHere[]> {
  const found = await sql<SealedHere>`select id, kind, role, source, before, behind
    from signal_sealed_identifiers where signal_id = ${signalId} order by role desc, id limit ${sealedMax}`.execute(
    tx,
  )
  return found.rows
}

export type OpenedIdentifier = { id: string; kind: Sealed["kind"]; value: string; role: SealedRole }

/** Opened in memory, for the program to mask or to bring into the clear. */
export async function openEach(tx: Tx, house: House, signalId: string): Promise<OpenedIdentifier[]> {
  const found = await sql<Omit<OpenedIdentifier, "value"> & { sealed: Buffer }>`select id, kind, role, sealed
    from signal_sealed_identifiers where signal_id = ${signalId} limit ${sealedMax} for update`.execute(tx)
  return found.rows.map(({ sealed, ...row }) => {
    const inside = JSON.parse(house.keys.open("identity", sealed).toString("utf8")) as { value: string }
    return { ...row, value: inside.value }
  })
}

export async function setSealedRole(tx: Tx, id: string, role: SealedRole): Promise<void> {
  await tx
    .updateTable("signalSealedIdentifiers")
    .set({ role, source: "officer" })
    .where("id", "=", id)
    .execute()
}

export async function takeOutOfSeal(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("signalSealedIdentifiers").where("id", "=", id).execute()
}

export type ClearIdentifier = { kind: string; value: string; role: string }

/** What this tip names in the clear, by the id of the clue; never a file. */
export async function clearOf(tx: Tx, signalId: string): Promise<Map<string, ClearIdentifier>> {
  const found = await sql<ClearIdentifier & { indicatorId: string }>`
    select m.indicator_id, i.kind, i.value, m.role from signal_identifiers m join indicators i on i.id = m.indicator_id
    where m.signal_id = ${signalId} and i.kind <> 'evidence' limit 500`.execute(tx)
  return new Map(found.rows.map(({ indicatorId, ...rest }) => [indicatorId, rest]))
}

/** Out of the clear: the value itself goes where no other tip of the body names it. */
export async function letGo(tx: Tx, signalId: string, indicatorId: string): Promise<void> {
  await sql`select seal_identifier(${signalId}::uuid, ${indicatorId}::uuid)`.execute(tx)
}

/** Out of the copies of this tip that were forwarded, and of what was made of them there; `spellings` as it stands in the words. */
export async function maskForwarded(
  tx: Tx,
  signalId: string,
  clue: { kind: string; value: string; role: SealedRole },
  copy: { spellings: readonly string[]; box: Buffer; told: string },
): Promise<number> {
  const { kind, value, role } = clue
  const { spellings, box, told } = copy
  const found = await sql<{
    copies: number
  }>`select mask_forwarded(${signalId}::uuid, ${kind}, ${value}, ${role},
    ${[...spellings]}::text[], ${box}, ${told}) as copies`.execute(tx)
  return found.rows[0]?.copies ?? 0
}
