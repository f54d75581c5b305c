/** Signing for another ends with the post that gave it or has it: what was signed under it stays signed. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import { journal } from "../../kernel/journal.ts"
import { delegationsOf, endDelegation, type NamedDelegation } from "../store/inside.ts"

type Of = { bodyId: string; postId: string }

/** Delegations of this post that last beyond today. */
export async function delegationsAtPost(tx: Tx, of: Of): Promise<NamedDelegation[]> {
  const today = await todayIn(tx)
  const given = await delegationsOf(tx, of.bodyId)
  return given.filter(
    ({ fromPostId, toPostId, validTo }) =>
      (fromPostId === of.postId || toPostId === of.postId) && (validTo === null || validTo > today),
  )
}

/** Today is their last day. */
export async function endDelegationsAtPost(tx: Tx, of: Of): Promise<void> {
  const today = await todayIn(tx)
  for (const { id } of await delegationsAtPost(tx, of)) {
    await endDelegation(tx, id, today)
    await journal(tx, { what: "delegation.ended", record: { kind: "delegation", id } })
  }
}

async function todayIn(tx: Tx): Promise<string> {
  const found = await sql<{ day: string }>`select acting_on()::text as day`.execute(tx)
  return found.rows[0]?.day ?? ""
}
