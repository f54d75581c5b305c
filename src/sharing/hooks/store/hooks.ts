/** Webhooks of a body, and what each was told. */
import { sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"
import type { Told } from "../domain/message.ts"

export type NewHook = { name: string; url: string; hash: string; byName: string }

/** Null: the body has it already. */
export async function insertHook(tx: Tx, { name, url, hash, byName }: NewHook): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`insert into warning_subscriptions
      (channel, body_id, name, url, added_name, sealed, address_hash, state, confirmed_at)
    values ('hook', (select current_body()), ${name}, ${url}, ${byName}, ''::bytea, ${hash}, 'live', acting_at())
    on conflict do nothing returning id`.execute(tx)
  await sql`select wake_job('sharing.subscriptions')`.execute(tx)
  return rows[0]?.id ?? null
}

export type Delivery = {
  id: string
  what: "released" | "recalled"
  state: "waiting" | "sent" | "failed" | "dropped"
  attempts: number
  at: string
  fault: string | null
  code: number
  title: string
  isReplayable: boolean
}
export type Hook = {
  id: string
  name: string
  url: string
  addedName: string
  addedAt: string
  deliveries: readonly Delivery[]
}

export async function countHooks(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from warning_subscriptions
    where channel = 'hook' and state = 'live'`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Webhooks of the acting body, each with what it was told last, newest first. */
export async function hooksOf(
  tx: Tx,
  { limit, offset, deliveries }: { limit: number; offset: number; deliveries: number },
): Promise<Hook[]> {
  const { rows } =
    await sql<Hook>`select s.id, s.name, s.url, s.added_name as "addedName", s.asked_at as "addedAt",
      coalesce(d.list, '[]') as deliveries
    from warning_subscriptions s, lateral (select jsonb_agg(to_jsonb(one) order by one.id desc) as list from (
      select d.id, d.what, d.state, d.attempts, coalesce(d.sent_at, d.next_at) as at, d.fault, w.code, w.title,
        ${isReplayable} as "isReplayable"
      from warning_deliveries d join warnings w on w.id = d.warning_id
      where d.subscription_id = s.id order by d.id desc limit ${deliveries}) one) d
    where s.channel = 'hook' and s.state = 'live' order by s.asked_at, s.id limit ${limit} offset ${offset}`.execute(
      tx,
    )
  return rows
}

export async function endHook(tx: Tx, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update warning_subscriptions set state = 'left', left_at = acting_at(), address_hash = ''
    where id = ${id} and channel = 'hook' and state = 'live'`.execute(tx)
  return numAffectedRows === 1n
}

/** Not what was dropped, since the recall came before it, nor a warning that was recalled since. */
const isReplayable = sql`d.state in ('sent', 'failed') and (d.what = 'recalled' or w.state <> 'recalled')`

/** Sent once more under its own id. */
export async function replayDelivery(tx: Tx, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update warning_deliveries d set state = 'waiting', attempts = 0, next_at = acting_at(),
      sent_at = null, replayed_at = acting_at()
    from warnings w where d.id = ${id} and w.id = d.warning_id and ${isReplayable}`.execute(tx)
  await sql`select wake_job('sharing.hooks')`.execute(tx)
  return numAffectedRows === 1n
}

export type HookWaiting = Told & {
  id: string
  subscriptionId: string
  warningId: string
  what: "released" | "recalled"
  url: string
}

/** Messages that wait, by their time; at most `limit` of all programs together. */
export async function hooksWaiting(tx: Tx, limit: number): Promise<HookWaiting[]> {
  const { rows } =
    await sql<HookWaiting>`select d.id, d.subscription_id as "subscriptionId", d.warning_id as "warningId", d.what, s.url,
      w.code, w.title, w.looks_like as "looksLike", w.signs, w.what_to_do as "whatToDo", w.trick, w.severity, w.areas,
      w.expires_on::text as "expiresOn", w.released_at as "releasedAt", w.recalled_at as "recalledAt", w.recall_reason as "recallReason"
    from warning_deliveries d join warning_subscriptions s on s.id = d.subscription_id and s.channel = 'hook' and s.state = 'live'
      join warnings w on w.id = d.warning_id
    where d.state = 'waiting' and d.next_at <= acting_at() order by d.next_at, d.id limit ${limit}`.execute(
      tx,
    )
  return rows
}
