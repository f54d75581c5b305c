/** What one officer wrote to warn others and nobody has released yet. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { RecordKind } from "./events.ts"

export type Unreleased = {
  id: string
  record: RecordKind
  /** Of an indicator: phone, url, …; null for a warning. */
  kind: string | null
  state: "draft" | "waiting"
  changedOn: string
}

/** In the order of their ids; as an administrator of the body, without the value and the text. */
export async function unreleasedBy(
  tx: Tx,
  of: { officerId: string; bodyId: string; limit: number },
): Promise<Unreleased[]> {
  const found = await sql<Unreleased>`
    select id, record, kind, state, (changed_at at time zone 'Asia/Ho_Chi_Minh')::date::text as changed_on from (
      select id, 'indicator' as record, kind, state, changed_at, written_by, body_id from shared_indicators
      union all select id, 'warning', null, state, changed_at, written_by, body_id from warnings) written
    where written_by = ${of.officerId} and body_id = ${of.bodyId} and state in ('draft', 'waiting')
    order by id limit ${of.limit}`.execute(tx)
  return found.rows
}

export async function passWriting(tx: Tx, leaving: string, taking: string): Promise<void> {
  await sql`select pass_shared_writing(${leaving}, ${taking})`.execute(tx)
}
