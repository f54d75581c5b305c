/** Cases by who sees to them. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { State } from "../domain/life.ts"

export type InHand = { id: string; number: string; state: State; dueOn: string | null }

/** Open cases of that body which this officer sees to, the most pressing first; locked. */
export async function casesInHand(
  tx: Tx,
  of: { officerId: string; bodyId: string; limit: number },
): Promise<InHand[]> {
  const found = await sql<InHand>`select id, number, state, due_on from cases
    where handler_id = ${of.officerId} and body_id = ${of.bodyId} and state <> 'closed'
    order by sort_on, id limit ${of.limit} for update`.execute(tx)
  return found.rows
}

/** Whether the case names that officer: they do not see it, and cannot see to it. */
export async function namesOfficer(tx: Tx, caseId: string, officerId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("caseConflicts")
    .select("caseId")
    .where("caseId", "=", caseId)
    .where("officerId", "=", officerId)
    .executeTakeFirst()
  return row !== undefined
}
