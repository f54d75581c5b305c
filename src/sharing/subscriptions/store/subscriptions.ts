/** Subscriptions to warnings and what each was told. */
import { type RawBuilder, sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"

export type Wanted = { area: string; trick: string }

/** As the public; asked again while one stands changes nothing. */
export async function askFor(
  tx: Tx,
  { sealed, hash, area, trick }: Wanted & { sealed: Buffer; hash: string },
): Promise<void> {
  await sql`insert into warning_subscriptions (sealed, address_hash, area, trick) values (${sealed}, ${hash}, ${area}, ${trick})
    on conflict do nothing`.execute(tx)
  await sql`select wake_job('sharing.subscriptions')`.execute(tx)
}

export type Standing = Wanted & { state: "asked" | "live" | "left" }

/** The subscription of the link that the transaction holds. */
export async function ownSubscription(tx: Tx): Promise<Standing | null> {
  const { rows } = await sql<Standing>`select area, trick, state from warning_subscriptions
    where token_hash = (select current_receipt())`.execute(tx)
  return rows[0] ?? null
}

export async function confirmOwn(tx: Tx): Promise<void> {
  await sql`update warning_subscriptions set state = 'live', confirmed_at = acting_at()
    where token_hash = (select current_receipt()) and state = 'asked'`.execute(tx)
}

/** Nothing of the address stays. */
export async function leaveOwn(tx: Tx): Promise<void> {
  await sql`update warning_subscriptions set state = 'left', left_at = acting_at(), sealed = ''::bytea, address_hash = ''
    where token_hash = (select current_receipt()) and state <> 'left'`.execute(tx)
}

export type ToAsk = { id: string; sealed: Buffer }

/** `perDay`: of one address, over all places and tricks; the rest of it waits until the day is over. */
export async function toAsk(tx: Tx, { limit, perDay }: { limit: number; perDay: number }): Promise<ToAsk[]> {
  const { rows } = await sql<ToAsk>`select id, sealed from (select s.id, s.sealed, s.next_at,
      row_number() over (partition by s.address_hash order by s.id) + (select count(*) from warning_subscriptions m
        where m.address_hash = s.address_hash and m.mailed_at > acting_at() - interval '1 day') as nth
      from warning_subscriptions s where s.channel = 'mail' and s.state = 'asked' and s.mailed_at is null) waiting
    where nth <= ${perDay} and next_at <= acting_at() order by next_at, id limit ${limit}`.execute(tx)
  return rows
}

/** Before the mail is sent: whoever gets it may press at once. */
export async function giveLink(tx: Tx, id: string, tokenHash: string): Promise<void> {
  await sql`update warning_subscriptions set token_hash = ${tokenHash} where id = ${id}`.execute(tx)
}

export async function keepAsked(tx: Tx, id: string): Promise<void> {
  await sql`update warning_subscriptions set mailed_at = acting_at(), attempts = attempts + 1, fault = null where id = ${id}`.execute(
    tx,
  )
}

/** A mail or a message is tried so often before it stays as failed. */
const attemptsMax = 8
/** After 2, 4, 8… minutes. */
const nextTry = (attempts: RawBuilder<unknown>) =>
  sql`acting_at() + interval '1 minute' * (2 ^ least(${attempts}, 10))`

/** Tried again as a warning is; after `attemptsMax` the row leaves, so that whoever asks anew is mailed at once. */
export async function keepAskFailed(tx: Tx, id: string, fault: string): Promise<void> {
  await sql`update warning_subscriptions set attempts = attempts + 1, fault = ${fault.slice(0, 300)},
      next_at = ${nextTry(sql`attempts + 1`)} where id = ${id}`.execute(tx)
  await sql`delete from warning_subscriptions where id = ${id} and state = 'asked' and attempts >= ${attemptsMax}`.execute(
    tx,
  )
}

/**
 * Changes since each subscriber was last looked at: a new warning of their place and trick; a recall of what they were told, or
 * may have been told (a program or a browser that did not say so may have had it all the same); a warning recalled before it
 * was sent is not sent any more. A new subscriber hears of what comes from now on.
 */
export async function noteChanges(tx: Tx): Promise<void> {
  const { rows } = await sql<{
    last: string
  }>`select coalesce(max(feed_seq), 0)::text as last from warnings`.execute(tx)
  const last = rows[0]?.last ?? "0"
  await sql`update warning_subscriptions set told_seq = ${last}::bigint where state = 'live' and told_seq is null`.execute(
    tx,
  )
  await sql`insert into warning_deliveries (subscription_id, warning_id, what)
    select s.id, w.id, 'released' from warnings w join warning_subscriptions s on s.state = 'live' and s.told_seq < w.feed_seq
    where w.feed_seq <= ${last}::bigint and w.state = 'released'
      and (w.audience = 'public' or s.body_id is not null and (w.audience = 'bodies'
        or exists (select from bodies b where b.id = s.body_id and b.kind = 'enterprise')))
      and (s.trick = '' or s.trick = w.trick) and (s.area = '' or cardinality(w.areas) = 0 or s.area = any (w.areas))
    on conflict do nothing`.execute(tx)
  await sql`update warning_deliveries d set state = 'dropped' from warnings w
    where w.id = d.warning_id and w.state = 'recalled' and d.what = 'released' and d.state = 'waiting'`.execute(
    tx,
  )
  await sql`insert into warning_deliveries (subscription_id, warning_id, what)
    select d.subscription_id, d.warning_id, 'recalled' from warnings w
      join warning_deliveries d on d.warning_id = w.id and d.what = 'released'
      join warning_subscriptions s on s.id = d.subscription_id and s.state = 'live' and s.told_seq < w.feed_seq
        and (d.state = 'sent' or d.replayed_at is not null or s.channel <> 'mail' and d.attempts > 0)
    where w.state = 'recalled' and w.feed_seq <= ${last}::bigint on conflict do nothing`.execute(tx)
  await sql`update warning_subscriptions set told_seq = ${last}::bigint where state = 'live' and told_seq < ${last}::bigint`.execute(
    tx,
  )
  await sql`select wake_job(waiting.job) from (select distinct 'sharing.' || case s.channel when 'hook' then 'hooks' else 'pushes' end as job
    from warning_deliveries d join warning_subscriptions s on s.id = d.subscription_id and s.channel <> 'mail'
    where d.state = 'waiting') waiting`.execute(tx)
}

export type Waiting = {
  subscriptionId: string
  warningId: string
  what: "released" | "recalled"
  attempts: number
  sealed: Buffer
  code: number
  title: string
  looksLike: string
  whatToDo: string[]
  recallReason: string | null
}

export async function waitingNow(tx: Tx, limit: number): Promise<Waiting[]> {
  const { rows } =
    await sql<Waiting>`select d.subscription_id as "subscriptionId", d.warning_id as "warningId", d.what, d.attempts, s.sealed,
      w.code, w.title, w.looks_like as "looksLike", w.what_to_do as "whatToDo", w.recall_reason as "recallReason"
    from warning_deliveries d join warning_subscriptions s on s.id = d.subscription_id and s.channel = 'mail' and s.state = 'live'
      join warnings w on w.id = d.warning_id
    where d.state = 'waiting' and d.next_at <= acting_at() order by d.next_at, d.subscription_id limit ${limit}`.execute(
      tx,
    )
  return rows
}

type Of = Pick<Waiting, "subscriptionId" | "warningId" | "what">
const isOf = ({ subscriptionId, warningId, what }: Of) =>
  sql`subscription_id = ${subscriptionId} and warning_id = ${warningId} and what = ${what}`

/** Counted before it is sent, so that a recall in the meantime knows of it. False: it waits no more, or its subscriber left. */
export async function beginSending(tx: Tx, of: Of): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update warning_deliveries d set attempts = d.attempts + 1 from warning_subscriptions s
    where s.id = d.subscription_id and s.state = 'live' and d.state = 'waiting' and ${isOf(of)}`.execute(tx)
  return numAffectedRows === 1n
}

/** A subscriber who got a warning that was recalled on its way hears of the recall next. */
export async function keepSent(tx: Tx, of: Of): Promise<void> {
  await sql`update warning_deliveries set state = 'sent', sent_at = acting_at(), fault = null where ${isOf(of)}`.execute(
    tx,
  )
  if (of.what === "released")
    await sql`insert into warning_deliveries (subscription_id, warning_id, what)
      select s.id, w.id, 'recalled' from warnings w, warning_subscriptions s where w.id = ${of.warningId} and w.state = 'recalled'
        and s.id = ${of.subscriptionId} and s.state = 'live' on conflict do nothing`.execute(tx)
}

/** Tried again after 2, 4, 8… minutes; after `attemptsMax` it stays as failed. */
export async function keepFailed(tx: Tx, of: Of, fault: string): Promise<void> {
  await sql`update warning_deliveries set fault = ${fault.slice(0, 300)},
    state = case when attempts >= ${attemptsMax} then 'failed' else 'waiting' end,
    next_at = ${nextTry(sql`attempts`)} where ${isOf(of)} and state = 'waiting'`.execute(tx)
}

/** Subscriptions never confirmed, and those left long ago, leave no row. */
export async function dropUnconfirmed(
  tx: Tx,
  { before, leftBefore }: { before: Date; leftBefore: Date },
): Promise<void> {
  await sql`delete from warning_subscriptions where state = 'asked' and asked_at < ${before} or state = 'left' and left_at < ${leftBefore}`.execute(
    tx,
  )
}
