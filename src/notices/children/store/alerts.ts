/** Alerts of children in danger. Row security leaves those that the body sent or was sent. */
import { sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"

export type Alert = {
  id: string
  bodyId: string
  bodyName: string
  noticeId: string
  toBodyId: string
  toBodyName: string
  sealed: Buffer
  sentName: string
  sentAt: string
  dueRule: string
  dueAt: string
  mailedAt: string | null
  receivedName: string | null
  receivedAt: string | null
  /** The answer in open words, of those that were given before answers were sealed. */
  doneNote: string | null
  sealedDone: Buffer | null
  doneName: string | null
  doneAt: string | null
}

const alerts = sql`select a.id, a.body_id, b.name as body_name, a.notice_id, a.to_body_id, t.name as to_body_name, a.sealed, a.sent_name, a.sent_at,
    a.due_rule, a.due_at, a.mailed_at, a.received_name, a.received_at, a.done_note, a.sealed_done, a.done_name, a.done_at
  from child_alerts a join bodies b on b.id = a.body_id join bodies t on t.id = a.to_body_id`

export async function alertsOf(tx: Tx, noticeId: string): Promise<Alert[]> {
  const { rows } =
    await sql<Alert>`${alerts} where a.notice_id = ${noticeId} order by a.sent_at limit 20`.execute(tx)
  return rows
}

export async function alertById(tx: Tx, id: string, { lock = false } = {}): Promise<Alert | null> {
  const { rows } =
    await sql<Alert>`${alerts} where a.id = ${id} ${lock ? sql`for update of a` : sql``}`.execute(tx)
  return rows[0] ?? null
}

export type ListedAlert = Pick<Alert, "id" | "bodyName" | "sentAt" | "dueAt" | "receivedAt" | "doneAt">

/** Sent to the acting body: open ones first, the one with the least time left before. */
export async function alertsForUs(tx: Tx): Promise<ListedAlert[]> {
  const { rows } =
    await sql<ListedAlert>`select a.id, b.name as body_name, a.sent_at, a.due_at, a.received_at, a.done_at
    from child_alerts a join bodies b on b.id = a.body_id where a.to_body_id = (select current_body())
    order by a.done_at is not null, a.due_at, a.id limit 100`.execute(tx)
  return rows
}

export async function countOpenAlerts(tx: Tx): Promise<{ open: number; firstDueAt: string | null }> {
  const { rows } = await sql<{
    open: number
    firstDueAt: string | null
  }>`select count(*)::int as open, min(due_at) as first_due_at
    from child_alerts where to_body_id = (select current_body()) and done_at is null`.execute(tx)
  return rows[0] ?? { open: 0, firstDueAt: null }
}

/** Null: that committee was told of it before. */
export async function insertAlert(
  tx: Tx,
  one: Pick<Alert, "bodyId" | "noticeId" | "toBodyId" | "sealed" | "sentName" | "dueRule" | "dueAt">,
): Promise<string | null> {
  const { rows } = await sql<{
    id: string
  }>`insert into child_alerts (body_id, notice_id, to_body_id, sealed, sent_name, due_rule, due_at)
    values (${one.bodyId}, ${one.noticeId}, ${one.toBodyId}, ${one.sealed}, ${one.sentName}, ${one.dueRule}, ${one.dueAt})
    on conflict do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

export async function receiveAlert(tx: Tx, id: string, name: string): Promise<void> {
  await sql`update child_alerts set received_name = ${name} where id = ${id}`.execute(tx)
}

export async function closeAlert(
  tx: Tx,
  id: string,
  { name, sealed }: { name: string; sealed: Buffer },
): Promise<void> {
  await sql`update child_alerts set done_name = ${name}, sealed_done = ${sealed} where id = ${id}`.execute(tx)
}

export const wakeAlerts = (tx: Tx) => sql`select wake_job('notices.tell-communes')`.execute(tx)

/** Minutes between tries grow with their square, so that the last comes within the twelve hours. */
const triesMax = 27

/** A try is counted before a mail leaves, so that a server that stops in between writes again once and not for ever. Runs as a job. */
export async function takeUnmailed(
  tx: Tx,
  most: number,
): Promise<{ id: string; toBodyId: string; dueAt: string }[]> {
  const { rows } = await sql<{
    id: string
    toBodyId: string
    dueAt: string
  }>`update child_alerts set mail_tries = mail_tries + 1
    where id in (select id from child_alerts where mailed_at is null and done_at is null and mail_tries < ${triesMax}
      and sent_at + make_interval(mins => mail_tries * mail_tries) <= acting_at() order by sent_at limit ${most} for update skip locked)
    returning id, to_body_id, due_at`.execute(tx)
  return rows
}

export async function markMailed(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`update child_alerts set mailed_at = acting_at() where id = any (${[...ids]}::uuid[])`.execute(tx)
}
