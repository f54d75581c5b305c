/** Does another body hold this clue too? Asking leaves a row; who holds it is told only by the holder itself. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

/** An officer's askings within the last hour. Who asks at the same moment waits, so that each of them is counted. */
export async function lookupsLately(tx: Tx): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('signal-lookups/' || current_officer(), 0))`.execute(
    tx,
  )
  const found = await sql<{ count: number }>`select count(*)::int as count from signal_lookups
    where officer_id = (select current_officer()) and at > acting_at() - interval '1 hour'`.execute(tx)
  return found.rows[0]?.count ?? 0
}

/** Only a suspect's identifier of a tip of one's own body; never a file. */
export async function suspectOf(
  tx: Tx,
  signalId: string,
  indicatorId: string,
): Promise<{ kind: string; value: string } | null> {
  const found = await sql<{ kind: string; value: string }>`
    select i.kind, i.value from signal_identifiers m join indicators i on i.id = m.indicator_id
    where m.signal_id = ${signalId} and m.indicator_id = ${indicatorId} and m.role = 'suspect' and i.kind <> 'evidence'`.execute(
    tx,
  )
  return found.rows[0] ?? null
}

export async function isHeldElsewhere(tx: Tx, of: { kind: string; value: string }): Promise<boolean> {
  const found = await sql<{ held: boolean }>`select held_elsewhere(${of.kind}, ${of.value}) as held`.execute(
    tx,
  )
  return found.rows[0]?.held ?? false
}

export async function keepLookup(tx: Tx, indicatorId: string, isElsewhere: boolean): Promise<void> {
  await tx.insertInto("signalLookups").values({ indicatorId, isElsewhere }).execute()
}

export async function askToShare(
  tx: Tx,
  ask: { kind: string; value: string; reason: string; askedName: string },
): Promise<string> {
  const made = await tx.insertInto("shareRequests").values(ask).returning("id").executeTakeFirstOrThrow()
  await sql`select ask_holders(${made.id}::uuid)`.execute(tx)
  return made.id
}

export type AskedOfUs = {
  requestId: string
  kind: string
  value: string
  reason: string
  askedAt: string
  askingName: string
  /** Our own tips that name it. */
  ours: number
}

export async function askedOfUs(tx: Tx): Promise<AskedOfUs[]> {
  const found = await sql<AskedOfUs>`
    select r.id as request_id, r.kind, r.value, r.reason, r.asked_at, b.name as asking_name, n.ours
    from share_answers a join share_requests r on r.id = a.request_id join bodies b on b.id = a.asking_body_id
    cross join lateral (select count(*)::int as ours from (select from signal_identifiers m join indicators i on i.id = m.indicator_id
      where i.body_id = (select current_body()) and i.kind = r.kind and i.value = r.value and m.role = 'suspect' limit 1000) m) n
    where a.body_id = (select current_body()) and a.state = 'asked' order by r.asked_at limit 100`.execute(tx)
  return found.rows
}

/** Our own tips that name it, whosever it is in them. */
export async function tipsAskedOf(tx: Tx, requestId: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select distinct m.signal_id as id from share_requests r
      join indicators i on i.kind = r.kind and i.value = r.value and i.body_id = (select current_body())
      join signal_identifiers m on m.indicator_id = i.id
    where r.id = ${requestId} order by 1 limit 50`.execute(tx)
  return found.rows.map(({ id }) => id)
}

export type AskedByUs = {
  requestId: string
  value: string
  reason: string
  askedAt: string
  askedName: string
  answers: { name: string; answer: string; at: string }[]
}

/** Who refused, and how many were asked, is not told: it would name the holders. */
export async function askedByUs(tx: Tx): Promise<AskedByUs[]> {
  const found = await sql<AskedByUs>`
    select r.id as request_id, r.value, r.reason, r.asked_at, r.asked_name,
      coalesce((select jsonb_agg(jsonb_build_object('name', b.name, 'answer', a.answer, 'at', a.answered_at) order by a.answered_at)
        from share_answers a join bodies b on b.id = a.body_id where a.request_id = r.id and a.state = 'shared'), '[]') as answers
    from share_requests r where r.body_id = (select current_body()) order by r.asked_at desc limit 100`.execute(
    tx,
  )
  return found.rows
}

export async function answerShare(
  tx: Tx,
  requestId: string,
  given: { state: "shared" | "refused"; answer: string; answeredBy: string; answeredName: string },
): Promise<boolean> {
  const done = await tx
    .updateTable("shareAnswers")
    .set({ ...given, answeredAt: sql`acting_at()` })
    .where("requestId", "=", requestId)
    .where("bodyId", "=", sql<string>`(select current_body())`)
    .where("state", "=", "asked")
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
