/** What one officer did to several tips at once: kept for undoing it, and for a week at most. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Before, RowRefusal, SeveralAct } from "../domain/several.ts"

export type Batch = {
  id: string
  act: SeveralAct
  toName: string | null
  at: string
  undoneAt: string | null
}
export type BatchRow = {
  signalId: string
  refused: RowRefusal | null
  before: Before | null
  eventId: string | null
  gist: string
}

/** Old ones of the same officer go with it: nobody undoes after a week. */
export async function insertBatch(
  tx: Tx,
  { act, toName }: { act: SeveralAct; toName: string | null },
): Promise<string> {
  await sql`delete from signal_batches where at < acting_at() - interval '7 days'`.execute(tx)
  const made = await sql<{ id: string }>`insert into signal_batches (body_id, officer_id, act, to_name)
    values (current_body(), current_officer(), ${act}, ${toName}) returning id`.execute(tx)
  return made.rows[0]?.id ?? ""
}

export async function insertRows(
  tx: Tx,
  batchId: string,
  rows: readonly { signalId: string; refused: RowRefusal | null; before: Before | null }[],
): Promise<void> {
  const given = JSON.stringify(rows)
  await sql`insert into signal_batch_rows (batch_id, signal_id, body_id, refused, before, event_id)
    select ${batchId}, r."signalId", current_body(), r.refused, r.before,
      case when r.before is null then null else (select max(e.id) from signal_events e where e.signal_id = r."signalId") end
    from jsonb_to_recordset(${given}::jsonb) as r ("signalId" uuid, refused text, before jsonb)`.execute(tx)
}

export async function readBatch(tx: Tx, id: string): Promise<Batch | null> {
  const found =
    await sql<Batch>`select id, act, to_name, at, undone_at from signal_batches where id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}

export async function lockBatch(tx: Tx, id: string): Promise<Batch | null> {
  const found =
    await sql<Batch>`select id, act, to_name, at, undone_at from signal_batches where id = ${id} for update`.execute(
      tx,
    )
  return found.rows[0] ?? null
}

export async function rowsOfBatch(tx: Tx, id: string): Promise<BatchRow[]> {
  const found =
    await sql<BatchRow>`select r.signal_id, r.refused, r.before, r.event_id, left(s.redacted_text, 80) as gist
    from signal_batch_rows r join signals s on s.id = r.signal_id where r.batch_id = ${id} order by s.received_at, s.id`.execute(
      tx,
    )
  return found.rows
}

/** Tips among these to which something happened after the batch wrote its event. */
export async function changedSince(tx: Tx, batchId: string): Promise<Set<string>> {
  const found = await sql<{ signalId: string }>`select r.signal_id from signal_batch_rows r
    where r.batch_id = ${batchId} and exists (select from signal_events e where e.signal_id = r.signal_id and e.id > r.event_id)`.execute(
    tx,
  )
  return new Set(found.rows.map(({ signalId }) => signalId))
}

export async function refuseRow(tx: Tx, of: { batchId: string; signalId: string }, why: RowRefusal) {
  await sql`update signal_batch_rows set refused = ${why} where batch_id = ${of.batchId} and signal_id = ${of.signalId}`.execute(
    tx,
  )
}

export async function markUndone(tx: Tx, id: string): Promise<void> {
  await sql`update signal_batches set undone_at = acting_at() where id = ${id}`.execute(tx)
}

/** The oldest of these that the body holds and that is still open. */
export async function oldestOpen(tx: Tx, ids: readonly string[]): Promise<string | null> {
  const found = await sql<{ id: string }>`select id from signals where id = any (${[...ids]}::uuid[])
    and state in ('received', 'reviewing', 'asked') order by received_at, id limit 1`.execute(tx)
  return found.rows[0]?.id ?? null
}

/** What those say that were merged into this one, where they say anything. */
export async function notesOfMerged(tx: Tx, id: string): Promise<{ id: string; publicNote: string }[]> {
  const found = await sql<{ id: string; publicNote: string }>`select id, public_note from signals
    where into_id = ${id} and state = 'merged' and public_note is not null order by id limit 1000`.execute(tx)
  return found.rows
}

/** Locked in one order, whoever asks; what each was. */
export async function lockTips(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Before & { channel: string }>> {
  const found = await sql<
    Before & { id: string; channel: string }
  >`select id, state, channel, handler_id, handler_name, close_reason, public_note, into_id from signals
    where id = any (${[...ids]}::uuid[]) order by id for update`.execute(tx)
  return new Map(found.rows.map(({ id, ...was }) => [id, was]))
}
