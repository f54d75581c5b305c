/** What a body's programs read: every release, recall and expiry of what row security lets the body see. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { IndicatorKind, Tlp } from "../domain/indicator.ts"
import type { State } from "../domain/life.ts"

export type FeedRow = {
  id: string
  seq: string
  kind: IndicatorKind
  value: string
  openDigits: number | null
  state: State
  tlp: Tlp
  trick: string | null
  confidence: number
  validFrom: string
  validUntil: string
  releasedAt: string
  endedAt: string | null
  owner: string
}

/**
 * The standing of each that changed after the cursor, in the order of changes. TLP:RED is for the eyes of who was sent it
 * and leaves in no list. The whole list (`since` "0") leaves out what is over.
 */
export async function feedAfter(
  tx: Tx,
  since: string,
  { kinds, limit }: { kinds: readonly string[]; limit: number },
): Promise<FeedRow[]> {
  const only = kinds.length === 0 ? sql`true` : sql`i.kind = any (${[...kinds]}::text[])`
  const { rows } = await sql<FeedRow>`
    select i.id, i.feed_seq::text as seq, i.kind, i.value, i.open_digits, i.state, i.tlp, i.trick, i.confidence, i.valid_from,
      i.valid_until, i.released_at, i.ended_at, b.name as owner
    from shared_indicators i join bodies b on b.id = i.body_id
    where i.feed_seq > ${since}::bigint and i.tlp <> 'red' and ${only}
      and (i.state = 'released' and i.valid_until >= acting_on() or ${since}::bigint > 0 and i.state in ('recalled', 'expired'))
    order by i.feed_seq limit ${limit}`.execute(tx)
  return rows
}

/** The last change that the body may see, of any kind. */
export async function feedEnd(tx: Tx, since: string): Promise<string> {
  const { rows } = await sql<{ seq: string }>`
    select greatest(coalesce(max(feed_seq), 0), ${since}::bigint)::text as seq from shared_indicators`.execute(
    tx,
  )
  return rows[0]?.seq ?? since
}
