import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type WaitingEvidence = {
  id: string
  signalId: string
  sha256: string
  mediaType: string
  keepsOriginal: boolean
}

/** Locked, so that two workers do not make the same derivative. */
export async function nextWaiting(tx: Tx): Promise<WaitingEvidence | null> {
  const row = await tx
    .selectFrom("signalEvidence")
    .select(["id", "signalId", "sha256", "mediaType", "keepsOriginal"])
    .where("derivative", "=", "waiting")
    .orderBy("at")
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row ?? null
}

export async function markDerived(
  tx: Tx,
  id: string,
  made: { sha256: string; type: string } | null,
): Promise<void> {
  await tx
    .updateTable("signalEvidence")
    .set({
      derivative: made === null ? "impossible" : "made",
      derivativeSha256: made?.sha256 ?? null,
      derivativeType: made?.type ?? null,
      // Where no copy can be made the original is all there is, and stays under its seal, as the form said.
      ...(made === null ? { keepsOriginal: true } : {}),
    })
    .where("id", "=", id)
    .execute()
}

/** The same file, sent twice: its derivative is the same too. */
export async function derivedBefore(
  tx: Tx,
  sha256: string,
): Promise<{ sha256: string; type: string } | null> {
  const found = await sql<{ sha256: string; type: string }>`
    select derivative_sha256 as sha256, derivative_type as type from signal_evidence
    where sha256 = ${sha256} and derivative = 'made' limit 1`.execute(tx)
  return found.rows[0] ?? null
}

/** Of these hashes, those whose original still waits for its derivative and is not to be kept. */
export async function waitingPassing(tx: Tx, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("signalEvidence")
    .select("sha256")
    .where("derivative", "=", "waiting")
    .where("keepsOriginal", "=", false)
    .where("sha256", "in", hashes.length === 0 ? [""] : [...hashes])
    .execute()
  return new Set(rows.map((row) => row.sha256))
}

export type EvidenceItem = {
  id: string
  signalId: string
  position: number
  mediaType: string
  bytes: number
  sha256: string
  keepsOriginal: boolean
  derivative: "waiting" | "made" | "impossible" | "withdrawn"
  derivativeSha256: string | null
  derivativeType: string | null
  at: string
}

export async function evidenceOfSignal(tx: Tx, signalId: string): Promise<EvidenceItem[]> {
  const rows = await tx
    .selectFrom("signalEvidence")
    .select([
      "id",
      "signalId",
      "position",
      "mediaType",
      "bytes",
      "sha256",
      "keepsOriginal",
      "derivative",
      "derivativeSha256",
      "derivativeType",
      "at",
    ])
    .where("signalId", "=", signalId)
    .orderBy("position")
    .limit(50)
    .execute()
  return rows.map((row) => ({ ...row, derivative: row.derivative as EvidenceItem["derivative"] }))
}
