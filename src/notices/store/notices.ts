/** Every statement about notices. Row security leaves those that the body handles or signs, and what a code opens. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { State } from "../domain/life.ts"
import type { Counted, Measure } from "../domain/measures.ts"

export type Standing = "self" | "guardian" | "body"
export type Outcome = "removed" | "labelled" | "corrected" | "locked" | "refused" | "no-answer"
export type Notice = {
  id: string
  bodyId: string
  bodyName: string
  sealed: Buffer
  standing: Standing
  url: string
  platform: string
  holder: string | null
  seenAt: string
  copyHash: string | null
  filedAt: string
  state: State
  closedReason: string | null
  ground: string | null
  measure: Measure | null
  proportionality: string | null
  lesser: string | null
  counted: Counted[]
  emergency: "child" | "fraud" | null
  commune: string | null
  communeHow: string | null
  communeToldAt: string | null
  communeDueAt: string | null
  signingBodyId: string | null
  signingBodyName: string | null
  platformAddress: string | null
  sealedHolder: Buffer | null
  assessedBy: string | null
  assessedName: string | null
  assessedAt: string | null
  approvedBy: string | null
  approvedName: string | null
  approvedTitle: string | null
  approvedAt: string | null
  reviewedBy: string | null
  reviewedName: string | null
  sentAt: string | null
  dueRule: string | null
  dueAt: string | null
  askedOn: string | null
  stoppedAt: string | null
  outcome: Outcome | null
  outcomeAt: string | null
  outcomeNote: string | null
}

const columns = sql`n.id, n.body_id as "bodyId", b.name as "bodyName", n.sealed, n.standing, n.url, n.platform, n.holder, n.seen_at as "seenAt",
  n.copy_hash as "copyHash", n.filed_at as "filedAt", n.state, n.closed_reason as "closedReason", n.ground, n.measure, n.proportionality, n.lesser,
  n.counted, n.emergency, n.commune, n.commune_how as "communeHow", n.commune_told_at as "communeToldAt", n.commune_due_at as "communeDueAt",
  n.signing_body_id as "signingBodyId", s.name as "signingBodyName", n.platform_address as "platformAddress", n.sealed_holder as "sealedHolder",
  n.assessed_by as "assessedBy", n.assessed_name as "assessedName", n.assessed_at as "assessedAt", n.approved_by as "approvedBy",
  n.approved_name as "approvedName", n.approved_title as "approvedTitle", n.approved_at as "approvedAt", n.reviewed_by as "reviewedBy",
  n.reviewed_name as "reviewedName", n.sent_at as "sentAt", n.due_rule as "dueRule", n.due_at as "dueAt", n.asked_on::text as "askedOn",
  n.stopped_at as "stoppedAt", n.outcome, n.outcome_at as "outcomeAt", n.outcome_note as "outcomeNote"`
const from = sql`from notices n join bodies b on b.id = n.body_id left join bodies s on s.id = n.signing_body_id`

export type ToFile = {
  standing: Standing
  url: string
  platform: string
  holder: string | null
  seenAt: string
  copyHash: string | null
  sealed: Buffer
  hash: string
}

/** To the body that leads the field; the same form again adds nothing. False: nobody leads it. */
export async function insertComplaint(tx: Tx, one: ToFile): Promise<boolean> {
  const lead = await sql<{ id: string }>`select id from bodies where is_lead order by id limit 1`.execute(tx)
  const bodyId = lead.rows[0]?.id
  if (bodyId === undefined) return false
  await sql`insert into notices (body_id, complaint_hash, sealed, standing, url, platform, holder, seen_at, copy_hash)
    values (${bodyId}, ${one.hash}, ${one.sealed}, ${one.standing}, ${one.url}, ${one.platform}, ${one.holder}, ${one.seenAt}, ${one.copyHash})
    on conflict do nothing`.execute(tx)
  return true
}

export type OwnNotice = {
  id: string
  bodyId: string
  bodyName: string
  url: string
  platform: string
  filedAt: string
  state: State
  closedReason: string | null
  ground: string | null
  measure: Measure | null
  sentAt: string | null
  outcome: Outcome | null
}

/** The notice of the code that acts, be it that of the complaint or that with which it is objected to. */
export async function noticeOfCode(tx: Tx): Promise<OwnNotice | null> {
  const { rows } =
    await sql<OwnNotice>`select n.id, n.body_id as "bodyId", b.name as "bodyName", n.url, n.platform, n.filed_at as "filedAt", n.state,
    n.closed_reason as "closedReason", n.ground, n.measure, n.sent_at as "sentAt", n.outcome from notices n join bodies b on b.id = n.body_id limit 1`.execute(
      tx,
    )
  return rows[0] ?? null
}

export type ListedNotice = Pick<
  Notice,
  | "id"
  | "url"
  | "platform"
  | "state"
  | "filedAt"
  | "dueAt"
  | "askedOn"
  | "emergency"
  | "stoppedAt"
  | "sentAt"
  | "reviewedBy"
  | "approvedBy"
>

/** Waiting ones first; nothing that lies sealed is read for a list. */
export async function listNotices(tx: Tx): Promise<ListedNotice[]> {
  const { rows } =
    await sql<ListedNotice>`select n.id, n.url, n.platform, n.state, n.filed_at as "filedAt", n.due_at as "dueAt",
    n.asked_on::text as "askedOn", n.emergency, n.stopped_at as "stoppedAt", n.sent_at as "sentAt", n.reviewed_by as "reviewedBy",
    n.approved_by as "approvedBy" from notices n
    order by n.state in ('reversed', 'refused', 'answered'), n.filed_at desc, n.id limit 200`.execute(tx)
  return rows
}

export async function readNotice(tx: Tx, id: string, { lock }: { lock: boolean }): Promise<Notice | null> {
  const { rows } =
    await sql<Notice>`select ${columns} ${from} where n.id = ${id} ${lock ? sql`for update of n` : sql``}`.execute(
      tx,
    )
  return rows[0] ?? null
}

export async function namesOfNotices(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; platform: string; filedOn: string }[]> {
  const { rows } = await sql<{ id: string; platform: string; filedOn: string }>`
    select n.id, n.platform, local_day(n.filed_at)::text as "filedOn" from notices n where n.id = any (${[...ids]}::uuid[]) limit 500`.execute(
    tx,
  )
  return rows
}

/** A task of a letter that the notice names counts it once it was sent, and no more once it was taken back. */
export async function followNotice(tx: Tx, id: string): Promise<void> {
  await sql`select follow_notice(${id})`.execute(tx)
}

/** Columns by their names in the database; the trigger writes who and when. */
export async function changeNotice(
  tx: Tx,
  id: string,
  set: Readonly<Record<string, unknown>>,
): Promise<void> {
  const sets = Object.entries(set).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  await sql`update notices set ${sql.join(sets)} where id = ${id}`.execute(tx)
}

export type Objection = {
  id: string
  level: "objection" | "appeal"
  sealed: Buffer
  filedAt: string
  dueOn: string
  dueRule: string
  outcome: "kept" | "reversed" | null
  reasons: string | null
  decidedBy: string | null
  decidedName: string | null
  decidedAt: string | null
}

export async function objectionsOf(tx: Tx, noticeId: string): Promise<Objection[]> {
  const { rows } =
    await sql<Objection>`select id, level, sealed, filed_at as "filedAt", due_on::text as "dueOn", due_rule as "dueRule", outcome, reasons,
    decided_by as "decidedBy", decided_name as "decidedName", decided_at as "decidedAt" from notice_objections where notice_id = ${noticeId} order by filed_at, id`.execute(
      tx,
    )
  return rows
}

export type OwnObjection = Omit<Objection, "sealed" | "decidedBy" | "decidedName">

export async function ownObjections(tx: Tx): Promise<OwnObjection[]> {
  const { rows } =
    await sql<OwnObjection>`select id, level, filed_at as "filedAt", due_on::text as "dueOn", due_rule as "dueRule", outcome, reasons,
    decided_at as "decidedAt" from notice_objections order by filed_at, id limit 2`.execute(tx)
  return rows
}

export async function insertObjection(
  tx: Tx,
  { id, bodyId }: { id: string; bodyId: string },
  one: { level: "objection" | "appeal"; sealed: Buffer; dueOn: string; dueRule: string },
): Promise<void> {
  await sql`insert into notice_objections (body_id, notice_id, level, sealed, due_on, due_rule)
    values (${bodyId}, ${id}, ${one.level}, ${one.sealed}, ${one.dueOn}, ${one.dueRule})`.execute(tx)
}

export async function closeObjection(
  tx: Tx,
  id: string,
  { outcome, reasons, name }: { outcome: "kept" | "reversed"; reasons: string; name: string },
): Promise<void> {
  await sql`update notice_objections set outcome = ${outcome}, reasons = ${reasons}, decided_name = ${name} where id = ${id}`.execute(
    tx,
  )
}

export type Told = {
  id: string
  who: "platform" | "holder" | "complainant" | "commune"
  what: "notice" | "reversal"
  toldAt: string | null
  how: string | null
  toldName: string | null
}

export async function toldOf(tx: Tx, noticeId: string): Promise<Told[]> {
  const { rows } =
    await sql<Told>`select id, who, what, told_at as "toldAt", how, told_name as "toldName" from notice_told
    where notice_id = ${noticeId} order by what, who`.execute(tx)
  return rows
}

export async function toTell(
  tx: Tx,
  { id, bodyId }: Pick<Notice, "id" | "bodyId">,
  who: readonly Told["who"][],
): Promise<void> {
  await sql`insert into notice_told (body_id, notice_id, who, what) select ${bodyId}::uuid, ${id}::uuid, w, 'notice'
    from unnest(${[...who]}::text[]) as w on conflict do nothing`.execute(tx)
}

/** Everybody who was, or was to be, told of the notice is told that it is reversed. */
export async function tellReversal(tx: Tx, { id, bodyId }: Pick<Notice, "id" | "bodyId">): Promise<void> {
  await sql`insert into notice_told (body_id, notice_id, who, what) select ${bodyId}::uuid, ${id}::uuid, t.who, 'reversal'
    from notice_told t where t.notice_id = ${id} and t.what = 'notice' on conflict do nothing`.execute(tx)
}

export async function noteTold(
  tx: Tx,
  noticeId: string,
  id: string,
  { how, name }: { how: string; name: string },
): Promise<boolean> {
  const done = await sql`update notice_told set told_at = acting_at(), how = ${how}, told_name = ${name}
    where id = ${id} and notice_id = ${noticeId} and told_at is null`.execute(tx)
  return Number(done.numAffectedRows ?? 0) === 1
}

export async function addEvent(
  tx: Tx,
  { id, bodyId }: Pick<Notice, "id" | "bodyId">,
  event: { what: string; before: State; after: State; name: string; note?: string | null },
): Promise<void> {
  await sql`insert into notice_events (body_id, notice_id, what, state_before, state_after, by_name, note)
    values (${bodyId}, ${id}, ${event.what}, ${event.before}, ${event.after}, ${event.name}, ${event.note ?? null})`.execute(
    tx,
  )
}

export async function addHolderEvent(
  tx: Tx,
  { id, bodyId }: { id: string; bodyId: string },
  event: { what: string; before: State; after: State },
): Promise<void> {
  await sql`insert into notice_events (body_id, notice_id, what, state_before, state_after)
    values (${bodyId}, ${id}, ${event.what}, ${event.before}, ${event.after})`.execute(tx)
}

export type NoticeEvent = {
  at: string
  what: string
  stateAfter: State
  byName: string | null
  note: string | null
}

export async function eventsOf(tx: Tx, noticeId: string): Promise<NoticeEvent[]> {
  const { rows } =
    await sql<NoticeEvent>`select at, what, state_after as "stateAfter", by_name as "byName", note from notice_events
    where notice_id = ${noticeId} order by id limit 200`.execute(tx)
  return rows
}

/** Bodies of the police that may sign. */
export async function policeBodies(tx: Tx): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id, name from bodies where kind = 'police' order by name limit 50`.execute(tx)
  return rows
}

export type PublicRecord = {
  nth: number
  sentOn: string
  ground: string
  measure: Measure
  platform: string
  bodyName: string
  isEmergency: boolean
  hoursToDecision: number
  state: State
  outcome: Outcome | null
  hoursToOutcome: number | null
  objected: boolean
  appealed: boolean
  reversed: boolean
}

export async function publicRecords(tx: Tx): Promise<PublicRecord[]> {
  const { rows } =
    await sql<PublicRecord>`select nth, sent_on::text as "sentOn", ground, measure, platform, body_name as "bodyName",
    is_emergency as "isEmergency", hours_to_decision as "hoursToDecision", state, outcome, hours_to_outcome as "hoursToOutcome", objected, appealed, reversed
    from public_notices()`.execute(tx)
  return rows
}

/** Counts of what waits for this officer: signing for the body, weighing an objection, telling somebody, reviewing what was sent at once. */
export async function countNoticesForMe(
  tx: Tx,
): Promise<{ sign: number; weigh: number; tell: number; review: number }> {
  const { rows } = await sql<{ sign: number; weigh: number; tell: number; review: number }>`select
    (select count(*)::int from notices n where n.state = 'assessed' and n.signing_body_id = current_body() and n.assessed_by <> current_officer()) as sign,
    (select count(*)::int from notices n where n.state in ('objected', 'appealed') and n.body_id = current_body() and n.assessed_by <> current_officer()) as weigh,
    (select count(*)::int from notice_told t where t.told_at is null and t.body_id = current_body()) as tell,
    (select count(*)::int from notices n where n.emergency is not null and n.approved_by is null and n.reviewed_by is null and n.sent_at is not null
      and n.body_id = current_body() and n.assessed_by <> current_officer() and n.state <> 'reversed') as review`.execute(
    tx,
  )
  return rows[0] ?? { sign: 0, weigh: 0, tell: 0, review: 0 }
}
