/** Browsers that are told of warnings, and what waits for them. */
import { sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"

/** As the public; asked again while one stands changes nothing. */
export async function askForPush(
  tx: Tx,
  { sealed, hash, area, trick }: { sealed: Buffer; hash: string; area: string; trick: string },
): Promise<void> {
  await sql`insert into warning_subscriptions (channel, sealed, address_hash, area, trick)
    values ('push', ${sealed}, ${hash}, ${area}, ${trick}) on conflict do nothing`.execute(tx)
  await sql`select wake_job('sharing.pushes')`.execute(tx)
}

export type Asked = { id: string; sealed: Buffer }

/** Browsers that ask for the first time go before those whose service failed. */
export async function pushesAsked(tx: Tx, limit: number): Promise<Asked[]> {
  const { rows } = await sql<Asked>`select id, sealed from warning_subscriptions
    where channel = 'push' and state = 'asked' and next_at <= acting_at() order by attempts, next_at, id limit ${limit}`.execute(
    tx,
  )
  return rows
}

/** The browser took the first notification; it hears of what comes from now on. */
export async function makeLive(tx: Tx, id: string): Promise<void> {
  await sql`update warning_subscriptions set state = 'live', confirmed_at = acting_at(), fault = null,
      told_seq = (select coalesce(max(feed_seq), 0) from warnings)
    where id = ${id} and state = 'asked'`.execute(tx)
}

/** By whoever holds the address of the browser; its hash goes with the worker's next run (`forgetLeft`). */
export async function leaveAsBrowser(tx: Tx): Promise<void> {
  await sql`update warning_subscriptions set state = 'left', left_at = acting_at(), sealed = ''::bytea
    where channel = 'push' and address_hash = (select current_receipt()) and state <> 'left'`.execute(tx)
  await sql`select wake_job('sharing.pushes')`.execute(tx)
}

export async function forgetLeft(tx: Tx): Promise<void> {
  await sql`update warning_subscriptions set address_hash = '' where channel = 'push' and state = 'left' and address_hash <> ''`.execute(
    tx,
  )
}

/** The browser is gone, says its push service: nothing of its address stays. */
export async function endGone(tx: Tx, id: string): Promise<void> {
  await sql`update warning_subscriptions set state = 'left', left_at = acting_at(), sealed = ''::bytea, address_hash = ''
    where id = ${id} and state <> 'left'`.execute(tx)
}

export type PushWaiting = {
  subscriptionId: string
  warningId: string
  what: "released" | "recalled"
  sealed: Buffer
  code: number
  title: string
  looksLike: string
  recallReason: string | null
}

export async function pushesWaiting(tx: Tx, limit: number): Promise<PushWaiting[]> {
  const { rows } =
    await sql<PushWaiting>`select d.subscription_id as "subscriptionId", d.warning_id as "warningId", d.what, s.sealed,
      w.code, w.title, w.looks_like as "looksLike", w.recall_reason as "recallReason"
    from warning_deliveries d join warning_subscriptions s on s.id = d.subscription_id and s.channel = 'push' and s.state = 'live'
      join warnings w on w.id = d.warning_id
    where d.state = 'waiting' and d.next_at <= acting_at() order by d.next_at, d.id limit ${limit}`.execute(
      tx,
    )
  return rows
}
