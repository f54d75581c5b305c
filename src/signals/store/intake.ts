/** Writing a tip. Whoever takes it in holds its receipt in this transaction and sees no other tip. */
import { sql } from "kysely"
import { kept, type Tx } from "../../kernel/db/database.ts"
import type { Channel, KeptIdentifier, TipPath } from "../domain/intake.ts"
import type { State } from "../domain/life.ts"
import type { ClearRole } from "./desk.ts"

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

/** The receipt that was given for this code before, who receives tips today, and an id for the next. */
export type AtTheDoor = {
  before: StoredReceipt | null
  id: string
  /** Null where no lead department is set on that day. */
  leadId: string | null
}

export async function lookAtDoor(tx: Tx, codeHash: string): Promise<AtTheDoor> {
  const found = await sql<{ id: string; leadId: string | null } & Partial<StoredReceipt>>`${kept}
    select uuidv7() as id, b.id as lead_id, r.signal_id, r.code_hash, r.salt, r.hash, r.at, r.key_id, r.signature
    from (select) one left join signal_receipts r on r.code_hash = ${codeHash} left join bodies b on b.is_lead
      and b.valid_from <= acting_on() and (b.valid_to is null or b.valid_to >= acting_on())
    order by b.valid_from desc limit 1`.execute(tx)
  const [row] = found.rows
  if (row === undefined) throw new Error("a left join gives at least one row")
  const { id, leadId, ...receipt } = row
  return { id, leadId, before: receipt.signalId == null ? null : (receipt as StoredReceipt) }
}

/** The lead department of today, as it is called. */
export async function receiverName(tx: Tx): Promise<string | null> {
  const found = await sql<{
    name: string
  }>`select name from bodies where is_lead and valid_from <= acting_on()
    and (valid_to is null or valid_to >= acting_on()) order by valid_from desc limit 1`.execute(tx)
  return found.rows[0]?.name ?? null
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

export type TipToStore = {
  signal: SignalToStore
  sealed: { identity: Buffer | null; rawText: Buffer }
  receipt: ReceiptToStore
  files: readonly EvidenceToStore[]
  identifiers: readonly IdentifierToStore[]
  /** For the journal and the slices above. */
  details: Readonly<Record<string, string>>
}

/** All rows of a tip in one statement, its journal entry and its event among them; `take_tip` counts what it is alike to. */
export async function storeTip(tx: Tx, tip: TipToStore): Promise<void> {
  const { signature, ...receipt } = tip.receipt
  const { identity, rawText } = tip.sealed
  const files = tip.files.map((file) => ({ ...file, declaredAt: receipt.at }))
  await sql`${kept}select take_tip(${json({ ...tip.signal, receivedAt: receipt.at })}::jsonb, ${json(receipt)}::jsonb,
    ${signature}::bytea, ${identity}::bytea, ${rawText}::bytea, ${json(files)}::jsonb,
    ${JSON.stringify(tip.identifiers)}::jsonb, ${JSON.stringify(tip.details)}::jsonb)`.execute(tx)
}

/** Keys as SQL calls its columns. */
function json(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).map(([name, one]) => [
            name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
            one,
          ]),
        )
      : part,
  )
}

export type IdentifierToStore = Pick<KeptIdentifier, "kind" | "value"> & { role: ClearRole; source: string }

/** How many earlier tips of the body share a suspect identifier or a file; stops counting near 1,000. */
export async function storeIdentifiers(
  tx: Tx,
  signalId: string,
  found: readonly IdentifierToStore[],
): Promise<number> {
  if (found.length === 0) return 0
  const done = await sql<{ alike: number }>`
    select take_identifiers(${signalId}::uuid, ${JSON.stringify(found)}::jsonb) as alike`.execute(tx)
  return done.rows[0]?.alike ?? 0
}

/** Tips of today from one network, this one included; `network` is a hash keyed by the day. */
export async function countIntake(tx: Tx, network: string): Promise<number> {
  const found = await sql<{ soFar: number }>`select count_intake(${network}) as so_far`.execute(tx)
  return found.rows[0]?.soFar ?? 1
}
