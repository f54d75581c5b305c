/** Mails to the desk that tips came: those of which nobody was told yet, how often each body was written to, who wants which. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { MayTell, TellingsOfHour, Told } from "../domain/telling.ts"

export type MailWish = "moving" | "all" | "none"

/** Does nothing where the job waits already, so that no tip waits for another's commit; the job looks once more. */
export const wakeTelling = (tx: Tx) => sql`select wake_job('signals.tell-desk')`.execute(tx)

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

/**
 * Marks as told what a mail may tell of now, and counts that: one statement, so that a tip that comes meanwhile waits for the
 * next mail. What an officer of the desk wrote down is known there, and a tip that was read or ended, or that is held because
 * too many came from one network, waits for no mail: those are marked and not counted.
 */
export async function markTold(tx: Tx, bodyId: string, may: MayTell, at: string): Promise<Told> {
  const waits = sql<boolean>`(state = 'received' and channel not in ('phone', 'walk-in', 'forwarded'))`
  const found = await sql<Told>`
    with told as (
      update signals set desk_told_at = ${at} where body_id = ${bodyId} and desk_told_at is null and (not ${waits}
        or case urgency when 'money-moving-now' then ${may.moving}::boolean else ${may.usual}::boolean end)
      returning urgency, ${waits} as waits)
    select count(*) filter (where waits and urgency = 'money-moving-now')::int as moving,
      count(*) filter (where waits and urgency <> 'money-moving-now')::int as usual from told`.execute(tx)
  return found.rows[0] ?? { moving: 0, usual: 0 }
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
