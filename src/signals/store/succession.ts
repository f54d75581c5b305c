/** How tips pass to the body that succeeds another. Runs as a job, in the reform's transaction. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type Queue = { bodyId: string; open: number; done: number }

/** Tips that no case holds: those of a case go where the case goes. */
export async function queuesOf(tx: Tx, bodyIds: readonly string[]): Promise<Queue[]> {
  const found =
    await sql<Queue>`select body_id, count(*) filter (where state in ('held', 'received', 'reviewing', 'asked'))::int as open,
      count(*) filter (where state not in ('held', 'received', 'reviewing', 'asked'))::int as done
    from signals where body_id = any (${bodyIds}) and case_id is null group by body_id order by body_id`.execute(
      tx,
    )
  return found.rows
}

export type Held = { id: string; state: string }

/** Locked, oldest first. Those merged into a tip go with it. */
export async function heldBy(
  tx: Tx,
  of: { caseId: string } | { bodyId: string },
  limit: number,
): Promise<Held[]> {
  const which =
    "caseId" in of
      ? sql`case_id = ${of.caseId} or into_id in (select id from signals where case_id = ${of.caseId})`
      : sql`body_id = ${of.bodyId} and case_id is null`
  const found =
    await sql<Held>`select id, state from signals where ${which} order by id limit ${limit} for update`.execute(
      tx,
    )
  return found.rows
}

/**
 * What hangs on a tip by its body follows it. Identifiers are one row a body: they point at the new body's own from now
 * on, and so meet its tips. Texts are compared anew, among those of the new body.
 */
export async function passTips(tx: Tx, ids: readonly string[], toBodyId: string): Promise<void> {
  await sql`delete from signal_prints where signal_id = any (${ids})`.execute(tx)
  await sql`delete from signal_pairs where signal_id = any (${ids}) or other_id = any (${ids})`.execute(tx)
  await sql`insert into indicators (body_id, kind, value, first_at)
    select ${toBodyId}, i.kind, i.value, min(i.first_at) from signal_identifiers m join indicators i on i.id = m.indicator_id
    where m.signal_id = any (${ids}) group by i.kind, i.value order by i.kind, i.value on conflict do nothing`.execute(
    tx,
  )
  await sql`update signals set body_id = ${toBodyId}, handler_id = null, handler_name = null, compared_at = null,
    changed_at = acting_at() where id = any (${ids})`.execute(tx)
  await sql`update signal_identifiers m set indicator_id = n.id from indicators o, indicators n
    where m.signal_id = any (${ids}) and o.id = m.indicator_id and o.body_id <> ${toBodyId}
      and n.body_id = ${toBodyId} and n.kind = o.kind and n.value = o.value`.execute(tx)
}

export async function tellTips(
  tx: Tx,
  tips: readonly Held[],
  said: { bodyId: string; byName: string; note: string; details: Readonly<Record<string, string>> },
): Promise<void> {
  const { bodyId, byName, note } = said
  const details = JSON.stringify(said.details)
  await tx
    .insertInto("signalEvents")
    .values(
      tips.map(({ id, state }) => ({
        signalId: id,
        bodyId,
        what: "signal.passed-on",
        stateBefore: state,
        stateAfter: state,
        byName,
        note,
        details,
      })),
    )
    .execute()
}

/** Sheets on their way to the body that ends, and what bodies asked of each other. */
export async function passCorrespondence(tx: Tx, fromBodyId: string, toBodyId: string): Promise<void> {
  await sql`update signal_forwards set to_body_id = ${toBodyId} where to_body_id = ${fromBodyId}`.execute(tx)
  await sql`update share_requests set body_id = ${toBodyId} where body_id = ${fromBodyId}`.execute(tx)
  await sql`update share_answers set asking_body_id = ${toBodyId} where asking_body_id = ${fromBodyId}`.execute(
    tx,
  )
  await sql`update share_answers a set body_id = ${toBodyId} where a.body_id = ${fromBodyId}
    and not exists (select from share_answers o where o.request_id = a.request_id and o.body_id = ${toBodyId})`.execute(
    tx,
  )
}

/** Sheets that nobody has taken in yet. */
export async function arrivingAt(
  tx: Tx,
  bodyIds: readonly string[],
): Promise<{ bodyId: string; sheets: number }[]> {
  const found = await sql<{
    bodyId: string
    sheets: number
  }>`select to_body_id as body_id, count(*)::int as sheets
    from signal_forwards where to_body_id = any (${bodyIds}) and state = 'sent' group by 1 order by 1`.execute(
    tx,
  )
  return found.rows
}

export async function nameOfBody(tx: Tx, id: string): Promise<string> {
  const row = await tx.selectFrom("bodies").select("name").where("id", "=", id).executeTakeFirst()
  return row?.name ?? ""
}
