/** What officers write on a tip. Row security lets them reach their own body's only. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { CloseReason, State } from "../domain/life.ts"

export type Held = {
  id: string
  bodyId: string
  state: State
  channel: string
  handlerId: string | null
  intoId: string | null
  caseId: string | null
  withdrawnAt: string | null
  closeReason: CloseReason | null
}

export async function lockSignal(tx: Tx, id: string): Promise<Held | null> {
  const row = await tx
    .selectFrom("signals")
    .select([
      "id",
      "bodyId",
      "state",
      "channel",
      "handlerId",
      "intoId",
      "caseId",
      "withdrawnAt",
      "closeReason",
    ])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined
    ? null
    : { ...row, state: row.state as State, closeReason: row.closeReason as CloseReason | null }
}

export type SignalChange = {
  state?: State
  urgency?: string
  movingAt?: string
  type?: string
  redactedText?: string
  redactionCheckedAt?: string
  handlerId?: string | null
  handlerName?: string | null
  publicNote?: string | null
  closeReason?: CloseReason | null
  intoId?: string | null
  caseId?: string | null
}

export async function changeSignal(tx: Tx, id: string, change: SignalChange): Promise<void> {
  await tx
    .updateTable("signals")
    .set({ ...change, changedAt: sql`acting_at()` })
    .where("id", "=", id)
    .execute()
}

export type SignalEvent = {
  signalId: string
  bodyId: string
  what: string
  stateBefore: State
  stateAfter: State
  byName: string
  note: string | null
}

export async function addEvent(tx: Tx, event: SignalEvent): Promise<void> {
  await tx.insertInto("signalEvents").values(event).execute()
}

export async function addOfficerMessage(
  tx: Tx,
  message: { signalId: string; bodyId: string; text: string; byOfficer: string; byName: string },
): Promise<void> {
  await tx
    .insertInto("signalMessages")
    .values({ ...message, side: "officer" })
    .execute()
}

/** What several tips became together: for each that was merged into this one, and theirs. */
export async function mergedInto(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("signals")
    .select("id")
    .where("intoId", "=", id)
    .where("state", "=", "merged")
    .limit(1_000)
    .execute()
  return rows.map((row) => row.id)
}

export type ClearRole = "suspect" | "official-mentioned" | "not-meant"

export async function setRole(
  tx: Tx,
  of: { signalId: string; indicatorId: string },
  role: ClearRole,
): Promise<boolean> {
  const done = await tx
    .updateTable("signalIdentifiers")
    .set({ role, source: "officer" })
    .where("signalId", "=", of.signalId)
    .where("indicatorId", "=", of.indicatorId)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export type Seal = { identity: Buffer | null; rawText: Buffer }

export async function readSeal(tx: Tx, signalId: string): Promise<Seal | null> {
  const row = await tx
    .selectFrom("signalSeals")
    .select(["identity", "rawText"])
    .where("signalId", "=", signalId)
    // What is under the seal of a withdrawn tip was emptied; there is nothing to open.
    .where(
      sql<boolean>`not exists (select from signals s where s.id = signal_id and (s.state = 'withdrawn' or s.erased_at is not null))`,
    )
    .executeTakeFirst()
  return row ?? null
}
