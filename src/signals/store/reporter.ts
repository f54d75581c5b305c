/** What whoever holds a receipt may see and write: row security shows this one tip and its public columns. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { CloseReason, State } from "../domain/life.ts"
import type { EvidenceToStore } from "./intake.ts"

export type OwnSignal = {
  id: string
  bodyId: string
  bodyName: string
  state: State
  publicNote: string | null
  closeReason: CloseReason | null
  withdrawnAt: string | null
  receivedAt: string
  changedAt: string
  isAnonymous: boolean
}

/** Locked when something is about to be written, so that the desk and the reporter do not cross. */
export async function ownSignal(tx: Tx, options: { lock: boolean }): Promise<OwnSignal | null> {
  const found = await sql<OwnSignal>`
    select s.id, s.body_id, b.name as body_name, s.state, s.public_note, s.close_reason, s.withdrawn_at, s.received_at,
      s.changed_at, s.is_anonymous
    from signals s join bodies b on b.id = s.body_id where s.id = my_signal()
    ${options.lock ? sql`for update of s` : sql``}`.execute(tx)
  return found.rows[0] ?? null
}

export type OwnMessage = {
  id: string
  at: string
  side: "reporter" | "officer"
  text: string
  sealed: Buffer | null
}

/** The newest are read; more than this is a correspondence that belongs on paper. */
export const messagesMax = 100

export async function ownMessages(tx: Tx, signalId: string): Promise<OwnMessage[]> {
  const rows = await tx
    .selectFrom("signalMessages")
    .select(["id", "at", "side", "text", "sealed"])
    .where("signalId", "=", signalId)
    .orderBy("id", "desc")
    .limit(messagesMax)
    .execute()
  return rows.map((row) => ({ ...row, side: row.side === "officer" ? "officer" : "reporter" }))
}

export async function ownIdentity(tx: Tx, signalId: string): Promise<Buffer | null> {
  const row = await tx
    .selectFrom("signalSeals")
    .select("identity")
    .where("signalId", "=", signalId)
    .executeTakeFirst()
  return row?.identity ?? null
}

export async function countOwnMessages(tx: Tx, signalId: string): Promise<number> {
  const row = await tx
    .selectFrom("signalMessages")
    .select(sql<number>`count(*)::int`.as("count"))
    .where("signalId", "=", signalId)
    .where("side", "=", "reporter")
    .executeTakeFirstOrThrow()
  return row.count
}

export async function seeOfficersMessages(tx: Tx, signalId: string): Promise<void> {
  await tx
    .updateTable("signalMessages")
    .set({ seenAt: sql`acting_at()` })
    .where("signalId", "=", signalId)
    .where("side", "=", "officer")
    .where("seenAt", "is", null)
    .execute()
}

/** Its id, which the files that come with it name. */
export async function addOwnMessage(
  tx: Tx,
  message: { signalId: string; bodyId: string; text: string; sealed: Buffer },
): Promise<string> {
  const row = await tx
    .insertInto("signalMessages")
    .values({ ...message, side: "reporter" })
    .returning("id")
    .executeTakeFirstOrThrow()
  return row.id
}

/** Behind those that are there: the tip's row is locked, so that no other sending takes the same places. */
export async function addOwnFiles(
  tx: Tx,
  own: { id: string; bodyId: string },
  files: readonly Omit<EvidenceToStore, "position">[],
  said: { messageId: string; declaredAt: string; after: number },
): Promise<void> {
  if (files.length === 0) return
  const { messageId, declaredAt, after } = said
  await tx
    .insertInto("signalEvidence")
    .values(
      files.map((file, i) => ({
        ...file,
        signalId: own.id,
        bodyId: own.bodyId,
        position: after + i + 1,
        messageId,
        declaredAt,
      })),
    )
    .execute()
}

export async function changeOwnState(
  tx: Tx,
  signalId: string,
  change: { state: State; withdrawnAt?: string; changedAt: string },
): Promise<void> {
  await tx.updateTable("signals").set(change).where("id", "=", signalId).execute()
}

/** Name, contact, own words and files are gone for good: no key brings back what is not there. False: others hold it. */
export async function emptyOwn(tx: Tx, blank: Buffer): Promise<boolean> {
  const done = await sql<{
    isEmptied: boolean
  }>`select empty_my_signal(${blank}::bytea) as is_emptied`.execute(tx)
  return done.rows[0]?.isEmptied ?? false
}

export async function isHeld(tx: Tx): Promise<boolean> {
  const found = await sql<{ isHeld: boolean }>`select my_signal_is_held() as is_held`.execute(tx)
  return found.rows[0]?.isHeld ?? false
}

/** `derivative`: "waiting", "made", "impossible" or "withdrawn"; without a copy the sealed original is all there is. */
export type OwnFile = {
  position: number
  mediaType: string
  bytes: number
  derivative: string
  /** The later words that it came with; null: it came with the tip itself. */
  messageId: string | null
}

export async function ownFiles(tx: Tx, signalId: string): Promise<OwnFile[]> {
  return tx
    .selectFrom("signalEvidence")
    .select(["position", "mediaType", "bytes", "derivative", "messageId"])
    .where("signalId", "=", signalId)
    .orderBy("position")
    .limit(50)
    .execute()
}

/** Of the originals that were kept, and of what was made of originals, each once. */
export async function ownHashes(tx: Tx, signalId: string): Promise<string[]> {
  const found = await sql<{ hash: string }>`
    select sha256 as hash from signal_evidence where signal_id = ${signalId} and keeps_original
    union select derivative_sha256 from signal_evidence where signal_id = ${signalId} and derivative = 'made'
    limit 100`.execute(tx)
  return found.rows.map(({ hash }) => hash)
}

export async function addOwnEvent(
  tx: Tx,
  event: { signalId: string; bodyId: string; what: string; stateBefore: State; stateAfter: State },
): Promise<void> {
  await tx.insertInto("signalEvents").values(event).execute()
}
