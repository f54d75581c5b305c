/** What has come to its last day. Runs as a job, over all bodies. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type Ended = { id: string; bodyId: string }

/** At most `limit` a call; each is over from the day after its last one. */
export async function expireIndicators(tx: Tx, limit: number): Promise<Ended[]> {
  const found = await sql<Ended>`update shared_indicators set state = 'expired', changed_at = acting_at()
    where id = any (array(select id from shared_indicators where state = 'released' and valid_until < acting_on()
      order by id limit ${limit} for update skip locked)) returning id, body_id`.execute(tx)
  return found.rows
}

export async function expireWarnings(tx: Tx, limit: number): Promise<Ended[]> {
  const found = await sql<Ended>`update warnings set state = 'expired', changed_at = acting_at()
    where id = any (array(select id from warnings where state = 'released' and expires_on < acting_on()
      order by id limit ${limit} for update skip locked)) returning id, body_id`.execute(tx)
  return found.rows
}
