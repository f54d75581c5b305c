/** Mails to the desk that tips came: how many nobody was told of yet, how often each body was written to, who wants which. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { TellingsOfHour } from "../domain/telling.ts"

export type MailWish = "moving" | "all" | "none"

/** Bodies with a tip of which nobody was told. */
export async function bodiesUntold(tx: Tx, limit: number): Promise<string[]> {
  const found = await sql<{ bodyId: string }>`
    select distinct body_id from signals where desk_told_at is null order by body_id limit ${limit}`.execute(
    tx,
  )
  return found.rows.map(({ bodyId }) => bodyId)
}

/** Its row is locked, so that two workers do not write the same mail. */
export async function lockTellings(tx: Tx, bodyId: string): Promise<TellingsOfHour> {
  await sql`insert into signal_desk_tellings (body_id, hour_at) values (${bodyId}, to_timestamp(0)) on conflict do nothing`.execute(
    tx,
  )
  const row = await tx
    .selectFrom("signalDeskTellings")
    .select(["hourAt", "movingMails", "usualAt"])
    .where("bodyId", "=", bodyId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row
}

export async function keepTellings(tx: Tx, bodyId: string, told: TellingsOfHour): Promise<void> {
  await tx.updateTable("signalDeskTellings").set(told).where("bodyId", "=", bodyId).execute()
}

export type Untold = { moving: number; usual: number }

/** What an officer of the desk wrote down is known there. */
export async function countUntold(tx: Tx, bodyId: string): Promise<Untold> {
  const found = await sql<Untold>`
    select count(*) filter (where urgency = 'money-moving-now')::int as moving,
      count(*) filter (where urgency <> 'money-moving-now')::int as usual
    from signals where body_id = ${bodyId} and desk_told_at is null and ${notByDesk}`.execute(tx)
  return found.rows[0] ?? { moving: 0, usual: 0 }
}

const notByDesk = sql<boolean>`channel not in ('phone', 'walk-in', 'forwarded')`

export async function markTold(
  tx: Tx,
  bodyId: string,
  what: { moving: boolean; usual: boolean; at: string },
): Promise<void> {
  await sql`update signals set desk_told_at = ${what.at} where body_id = ${bodyId} and desk_told_at is null
    and (not ${notByDesk} or case urgency when 'money-moving-now' then ${what.moving}::boolean else ${what.usual}::boolean end)`.execute(
    tx,
  )
}

export async function wishesOf(tx: Tx, bodyId: string): Promise<ReadonlyMap<string, MailWish>> {
  const rows = await tx
    .selectFrom("signalDeskMails")
    .select(["officerId", "wants"])
    .where("bodyId", "=", bodyId)
    .limit(1_000)
    .execute()
  return new Map(rows.map(({ officerId, wants }) => [officerId, wants as MailWish]))
}

export async function myWish(tx: Tx): Promise<MailWish> {
  const row = await tx
    .selectFrom("signalDeskMails")
    .select("wants")
    .where("officerId", "=", sql<string>`current_officer()`)
    .executeTakeFirst()
  return (row?.wants ?? "moving") as MailWish
}

export async function keepWish(tx: Tx, wants: MailWish): Promise<void> {
  await sql`insert into signal_desk_mails (officer_id, body_id, wants) values (current_officer(), current_body(), ${wants})
    on conflict (officer_id, body_id) do update set wants = excluded.wants, changed_at = acting_at()`.execute(
    tx,
  )
}
