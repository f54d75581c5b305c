/** Locks and their corrections. Row-level security decides who sees and who writes them. */
import type { Tx } from "../../kernel/db/database.ts"
import type { Correction } from "../domain/lock.ts"

export type Lock = {
  id: string
  bodyId: string
  period: string
  scope: string
  fromOn: string
  toOn: string
  figures: string
  sha256: string
  lockedAt: string
  lockedName: string
}

/** The province has one lock a period; a body has one of its own. */
export async function findLock(
  tx: Tx,
  asked: { period: string; scope: "province" | "own"; bodyId: string },
): Promise<Lock | null> {
  const query = tx
    .selectFrom("reportLocks")
    .select([
      "id",
      "bodyId",
      "period",
      "scope",
      "fromOn",
      "toOn",
      "figures",
      "sha256",
      "lockedAt",
      "lockedName",
    ])
    .where("period", "=", asked.period)
    .where("scope", "=", asked.scope)
  const found = await (asked.scope === "own"
    ? query.where("bodyId", "=", asked.bodyId)
    : query
  ).executeTakeFirst()
  return found ?? null
}

/** Null where somebody else locked it first. */
export async function addLock(
  tx: Tx,
  lock: {
    period: string
    scope: string
    fromOn: string
    toOn: string
    figures: string
    sha256: string
    lockedName: string
  },
): Promise<string | null> {
  const row = await tx
    .insertInto("reportLocks")
    .values(lock)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst()
  return row?.id ?? null
}

export async function correctionsOf(tx: Tx, lockId: string): Promise<Correction[]> {
  const rows = await tx
    .selectFrom("reportCorrections")
    .select(["figure", "valueBefore as before", "valueAfter as after", "reason", "at", "byName as by"])
    .where("lockId", "=", lockId)
    .orderBy("id")
    .limit(1000)
    .execute()
  return rows.map((row) => ({ ...row, before: numberOf(row.before), after: numberOf(row.after) }))
}

export async function addCorrection(
  tx: Tx,
  correction: {
    lockId: string
    figure: string
    valueBefore: number | null
    valueAfter: number | null
    reason: string
    byName: string
  },
): Promise<void> {
  await tx.insertInto("reportCorrections").values(correction).execute()
}

const numberOf = (value: string | number | null) => (value === null ? null : Number(value))

export async function documentOfLock(tx: Tx, lockId: string): Promise<string | null> {
  const row = await tx
    .selectFrom("reportDocuments")
    .select("documentId")
    .where("lockId", "=", lockId)
    .executeTakeFirst()
  return row?.documentId ?? null
}

export async function addDocument(tx: Tx, row: { lockId: string; documentId: string }): Promise<void> {
  await tx.insertInto("reportDocuments").values(row).execute()
}
