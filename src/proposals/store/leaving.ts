/** Proposals that hang on one officer: those they keep, until they are over. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { State } from "../domain/life.ts"

export type Kept = { id: string; bodyId: string; title: string; state: State }

export async function keptBy(
  tx: Tx,
  of: { officerId: string; bodyId: string; limit: number },
): Promise<Kept[]> {
  const { rows } = await sql<Kept>`select id, body_id, title, state from proposals
    where body_id = ${of.bodyId} and keeper_id = ${of.officerId} and state not in ('approved', 'partly', 'refused', 'withdrawn')
    order by id limit ${of.limit}`.execute(tx)
  return rows
}

export async function passKept(
  tx: Tx,
  { ids, from, to }: { ids: readonly string[]; from: string; to: { officerId: string; name: string } },
): Promise<void> {
  await sql`update proposals set keeper_id = ${to.officerId}, keeper_name = ${to.name}
    where keeper_id = ${from} and id = any (${[...ids]}::uuid[])`.execute(tx)
}
