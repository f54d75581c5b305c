/** Writing a tip. Whoever takes it in holds its receipt in this transaction and sees no other tip. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Channel, KeptIdentifier, TipPath } from "../domain/intake.ts"
import type { State } from "../domain/life.ts"

export type SignalToStore = {
  id: string
  bodyId: string
  fromBodyId: string | null
  channel: Channel
  path: TipPath
  state: State
  urgency: string
  type: string
  lossVnd: number | null
  place: string | null
  redactedText: string
  isAnonymous: boolean
}

export type ReceiptToStore = {
  codeHash: string
  salt: string
  hash: string
  at: string
  keyId: string
  signature: Buffer
}
export type StoredReceipt = ReceiptToStore & { signalId: string }

export type EvidenceToStore = {
  id: string
  position: number
  mediaType: string
  bytes: number
  sha256: string
  keepsOriginal: boolean
  side: "reporter" | "officer"
}

/** Who receives tips today, and an id for the next; null where no lead department is set on that day. */
export async function receivingBody(
  tx: Tx,
): Promise<{ id: string; bodyId: string | null; name: string | null }> {
  const found = await sql<{ id: string; bodyId: string | null; name: string | null }>`
    select uuidv7() as id, b.id as body_id, b.name from (select) one left join bodies b on b.is_lead
      and b.valid_from <= acting_on() and (b.valid_to is null or b.valid_to >= acting_on())
    order by b.valid_from desc limit 1`.execute(tx)
  const row = found.rows[0]
  if (row === undefined) throw new Error("a left join gives at least one row")
  return row
}

/** An officer or a program takes in for somebody: the row security of what hangs on the tip looks at the receipt. */
export async function holdReceipt(tx: Tx, codeHash: string): Promise<void> {
  await sql`select set_config('app.receipt', ${codeHash}, true)`.execute(tx)
}

export async function receiptInHand(tx: Tx, codeHash: string): Promise<StoredReceipt | null> {
  const row = await tx
    .selectFrom("signalReceipts")
    .selectAll()
    .where("codeHash", "=", codeHash)
    .executeTakeFirst()
  return row ?? null
}

export async function storeSignal(
  tx: Tx,
  signal: SignalToStore,
  sealed: { identity: Buffer | null; rawText: Buffer },
  receipt: ReceiptToStore,
): Promise<void> {
  const { id: signalId, bodyId } = signal
  await tx
    .insertInto("signals")
    .values({ ...signal, receivedAt: receipt.at, changedAt: receipt.at })
    .execute()
  await tx
    .insertInto("signalReceipts")
    .values({ signalId, bodyId, ...receipt })
    .execute()
  await tx
    .insertInto("signalSeals")
    .values({ signalId, bodyId, ...sealed })
    .execute()
  await tx
    .insertInto("signalEvents")
    .values({ signalId, bodyId, what: "signal.received", stateAfter: signal.state })
    .execute()
}

/** How many earlier tips of the body share a suspect identifier or a file; stops counting near 1,000. */
export async function storeIdentifiers(
  tx: Tx,
  signalId: string,
  found: readonly (Pick<KeptIdentifier, "kind" | "value" | "role"> & { source: string })[],
): Promise<number> {
  if (found.length === 0) return 0
  const done = await sql<{ alike: number }>`
    select take_identifiers(${signalId}::uuid, ${JSON.stringify(found)}::jsonb) as alike`.execute(tx)
  return done.rows[0]?.alike ?? 0
}

export async function storeEvidence(
  tx: Tx,
  of: { signalId: string; bodyId: string; declaredAt: string },
  files: readonly EvidenceToStore[],
): Promise<void> {
  if (files.length === 0) return
  await tx
    .insertInto("signalEvidence")
    .values(files.map((file) => ({ ...file, ...of })))
    .execute()
}

/** Tips of today from one network, this one included; `network` is a hash keyed by the day. */
export async function countIntake(tx: Tx, network: string): Promise<number> {
  const found = await sql<{ soFar: number }>`select count_intake(${network}) as so_far`.execute(tx)
  return found.rows[0]?.soFar ?? 1
}
