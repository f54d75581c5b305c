import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { State } from "../domain/life.ts"

export type InHand = { id: string; state: State; receivedAt: string }

/** Tips of that body whose next step is this officer's: those of a case are the case's. */
export async function tipsInHand(
  tx: Tx,
  of: { officerId: string; bodyId: string; limit: number },
): Promise<InHand[]> {
  const found = await sql<InHand>`
    select id, state, received_at from signals
    where handler_id = ${of.officerId} and body_id = ${of.bodyId} and state in ('received', 'reviewing', 'asked')
    order by rank, received_at, id limit ${of.limit} for update`.execute(tx)
  return found.rows
}
