import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { KeptIdentifier, TipPath } from "../domain/intake.ts"

/** What goes along: masked words and suspect identifiers. No name, no contact, no raw text, no file. */
export type Sheet = {
  text: string
  place: string | null
  path: TipPath
  type: string
  urgency: string
  receivedAt: string
  identifiers: Pick<KeptIdentifier, "kind" | "value">[]
}

export type Forward = {
  id: string
  signalId: string
  fromBodyId: string
  fromName: string
  toBodyId: string
  toName: string
  reason: string
  sheet: Sheet
  state: "sent" | "received" | "returned"
  sentAt: string
  sentName: string
  answeredAt: string | null
  answer: string | null
  takenAs: string | null
}

const columns = sql`f.id, f.signal_id, f.from_body_id, f.to_body_id, f.reason, f.sheet, f.state, f.sent_at, f.sent_name,
  f.answered_at, f.answer, f.taken_as, a.name as from_name, b.name as to_name`
const joined = sql`signal_forwards f join bodies a on a.id = f.from_body_id join bodies b on b.id = f.to_body_id`

export async function insertForward(
  tx: Tx,
  forward: {
    signalId: string
    fromBodyId: string
    toBodyId: string
    reason: string
    sentName: string
    sheet: Sheet
  },
): Promise<void> {
  const { sheet, ...rest } = forward
  await tx
    .insertInto("signalForwards")
    .values({ ...rest, sheet: JSON.stringify(sheet) })
    .execute()
}

export async function forwardsOfSignal(tx: Tx, signalId: string): Promise<Forward[]> {
  const found = await sql<Forward>`select ${columns} from ${joined}
    where f.signal_id = ${signalId} order by f.sent_at desc limit 50`.execute(tx)
  return found.rows
}

const forwardsMax = 200

export async function forwardsTo(tx: Tx, bodyId: string): Promise<Forward[]> {
  const found = await sql<Forward>`select ${columns} from ${joined}
    where f.to_body_id = ${bodyId} and f.state = 'sent' order by f.sent_at desc limit ${forwardsMax}`.execute(
    tx,
  )
  return found.rows
}

/** Locked, so that two officers of the other side do not both take it. Null: none that waits for this body. */
export async function lockForward(tx: Tx, id: string, toBodyId: string): Promise<Forward | null> {
  const found = await sql<Forward>`select ${columns} from ${joined}
    where f.id = ${id} and f.to_body_id = ${toBodyId} and f.state = 'sent' for update of f`.execute(tx)
  return found.rows[0] ?? null
}

export async function answerForward(
  tx: Tx,
  id: string,
  answer: {
    state: "received" | "returned"
    answer: string
    answeredBy: string
    answeredName: string
    takenAs: string | null
  },
): Promise<void> {
  await tx
    .updateTable("signalForwards")
    .set({ ...answer, answeredAt: sql`acting_at()` })
    .where("id", "=", id)
    .execute()
}

export type SheetSource = {
  bodyId: string
  redactedText: string
  place: string | null
  path: TipPath
  type: string
  urgency: string
  receivedAt: string
  redactionCheckedAt: string | null
}

export async function sheetSource(tx: Tx, signalId: string): Promise<SheetSource | null> {
  const row = await tx
    .selectFrom("signals")
    .select([
      "bodyId",
      "redactedText",
      "place",
      "path",
      "type",
      "urgency",
      "receivedAt",
      "redactionCheckedAt",
    ])
    .where("id", "=", signalId)
    .executeTakeFirst()
  return row === undefined ? null : { ...row, path: row.path as TipPath }
}

export async function suspectsOf(tx: Tx, signalId: string): Promise<Sheet["identifiers"]> {
  const found = await sql<Sheet["identifiers"][number]>`
    select i.kind, i.value from signal_identifiers s join indicators i on i.id = s.indicator_id
    where s.signal_id = ${signalId} and s.role = 'suspect' and i.kind <> 'evidence' order by i.kind, i.value limit 200`.execute(
    tx,
  )
  return found.rows
}

/** By the job: what the other side's tip became, and the tip it came from. */
export async function originOf(
  tx: Tx,
  takenAs: string,
): Promise<{ forwardId: string; signalId: string; state: string; toName: string } | null> {
  const found = await sql<{ forwardId: string; signalId: string; state: string; toName: string }>`
    select f.id as forward_id, f.signal_id, s.state, b.name as to_name from signal_forwards f
    join signals s on s.id = f.signal_id join bodies b on b.id = f.to_body_id
    where f.taken_as = ${takenAs} and f.state = 'received' limit 1 for update of s`.execute(tx)
  return found.rows[0] ?? null
}

export async function outcomeOf(
  tx: Tx,
  signalId: string,
): Promise<{ closeReason: string | null; publicNote: string | null; state: string } | null> {
  const row = await tx
    .selectFrom("signals")
    .select(["closeReason", "publicNote", "state"])
    .where("id", "=", signalId)
    .executeTakeFirst()
  return row ?? null
}
