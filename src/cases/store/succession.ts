/** What a body holds of cases when it ends. Runs as a job, in the reform's transaction. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { State } from "../domain/life.ts"

export type OpenCase = { id: string; bodyId: string; number: string; state: State; dueOn: string | null }

export async function openCasesOf(tx: Tx, bodyIds: readonly string[], limit: number): Promise<OpenCase[]> {
  const rows = await tx
    .selectFrom("cases")
    .select(["id", "bodyId", "number", "state", "dueOn"])
    .where("bodyId", "in", bodyIds)
    .where("state", "<>", "closed")
    .orderBy("bodyId")
    .orderBy("sortOn")
    .orderBy("id")
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as State }))
}

export async function archivesOf(
  tx: Tx,
  bodyIds: readonly string[],
): Promise<{ bodyId: string; cases: number }[]> {
  const found = await sql<{ bodyId: string; cases: number }>`select body_id, count(*)::int as cases from cases
    where body_id = any (${bodyIds}) and state = 'closed' group by 1 order by 1`.execute(tx)
  return found.rows
}

export async function closedCasesOf(tx: Tx, bodyId: string, limit: number): Promise<string[]> {
  const rows = await tx
    .selectFrom("cases")
    .select("id")
    .where("bodyId", "=", bodyId)
    .where("state", "=", "closed")
    .orderBy("id")
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** Acts, decisions, clocks, requests, hand-overs, exhibits and dossiers follow by their keys. The number stays. */
export async function passCase(tx: Tx, id: string, toBodyId: string): Promise<void> {
  await tx
    .updateTable("cases")
    .set({
      numberedBy: sql`coalesce(numbered_by, body_id)`,
      bodyId: toBodyId,
      // Who sees to it there is for the new body to say.
      handlerId: null,
      handlerName: null,
      changedAt: sql`acting_at()`,
    })
    .where("id", "=", id)
    .execute()
}

export type Arriving = { id: string; caseId: string; bodyId: string; title: string; askedBy: string }

/** Requests that wait for the answer of an enterprise. */
export async function openRequestsTo(tx: Tx, bodyIds: readonly string[], limit: number): Promise<Arriving[]> {
  const found =
    await sql<Arriving>`select id, case_id, enterprise_id as body_id, asks as title, body_name as asked_by
    from prevention_requests where enterprise_id = any (${bodyIds}) and answer is null and withdrawn_on is null
    order by enterprise_id, due_on, id limit ${limit}`.execute(tx)
  return found.rows
}

/** Files that the police hold and have not returned; those of closed cases too, since they may still come back. */
export async function filesHeldBy(tx: Tx, bodyIds: readonly string[], limit: number): Promise<Arriving[]> {
  const found =
    await sql<Arriving>`select t.id, t.case_id, t.to_body_id as body_id, c.number as title, b.name as asked_by
    from case_transfers t join cases c on c.id = t.case_id join bodies b on b.id = t.body_id
    where t.to_body_id = any (${bodyIds}) and t.result is distinct from 'returned'
    order by t.to_body_id, t.handed_on, t.id limit ${limit}`.execute(tx)
  return found.rows
}

/** Null: it was answered, or went elsewhere, meanwhile. */
export async function passRequest(tx: Tx, id: string, toBodyId: string): Promise<Arriving | null> {
  const found = await sql<Arriving>`update prevention_requests r set enterprise_id = ${toBodyId}
    from (select id, enterprise_id from prevention_requests where id = ${id} and answer is null for update) was
    where r.id = was.id returning r.id, r.case_id, was.enterprise_id as body_id, r.asks as title, r.body_name as asked_by`.execute(
    tx,
  )
  return found.rows[0] ?? null
}

export async function passFile(tx: Tx, id: string, toBodyId: string): Promise<Arriving | null> {
  const found = await sql<Arriving>`update case_transfers t set to_body_id = ${toBodyId}
    from (select id, to_body_id from case_transfers where id = ${id} and result is distinct from 'returned' for update) was
    where t.id = was.id returning t.id, t.case_id, was.to_body_id as body_id, '' as title, '' as asked_by`.execute(
    tx,
  )
  return found.rows[0] ?? null
}

export async function nameOfBody(tx: Tx, id: string): Promise<string> {
  const row = await tx.selectFrom("bodies").select("name").where("id", "=", id).executeTakeFirst()
  return row?.name ?? ""
}
