/** What hangs on a campaign: bodies asked to take part, its schedule, what was done. */
import { sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"
import type { Channel, PartState } from "../domain/campaign.ts"

export type Part = {
  id: string
  toBodyId: string
  toBodyName: string
  ask: string
  dueOn: string
  askedName: string
  askedAt: string
  state: PartState
  reason: string | null
  answeredName: string | null
  answeredAt: string | null
}

export async function partsOf(tx: Tx, campaignId: string): Promise<Part[]> {
  const { rows } =
    await sql<Part>`select p.id, p.to_body_id, b.name as to_body_name, p.ask, p.due_on::text, p.asked_name, p.asked_at, p.state,
      p.reason, p.answered_name, p.answered_at
    from campaign_parts p join bodies b on b.id = p.to_body_id where p.campaign_id = ${campaignId}
    order by p.due_on, b.name, p.id limit 400`.execute(tx)
  return rows
}

/** Bodies that are asked already, or take part, are left out. How many were asked now. */
export async function insertParts(
  tx: Tx,
  campaignId: string,
  asked: { bodyIds: readonly string[]; ask: string; dueOn: string; name: string },
): Promise<number> {
  const { rows } = await sql<{
    id: string
  }>`insert into campaign_parts (campaign_id, to_body_id, ask, due_on, asked_name)
    select ${campaignId}::uuid, x, ${asked.ask}, ${asked.dueOn}::date, ${asked.name} from unnest(${[...asked.bodyIds]}::uuid[]) x
    on conflict (campaign_id, to_body_id) where state in ('asked', 'accepted') do nothing returning id`.execute(
    tx,
  )
  return rows.length
}

/** False: nobody waits for an answer of the acting body. */
export async function answerPart(
  tx: Tx,
  campaignId: string,
  answer: { state: "accepted" | "declined"; reason: string | null; answeredName: string },
): Promise<boolean> {
  const done = await tx
    .updateTable("campaignParts")
    .set({ ...answer, answeredAt: sql<string>`acting_at()` })
    .where("campaignId", "=", campaignId)
    .where("toBodyId", "=", sql<string>`(select current_body())`)
    .where("state", "=", "asked")
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}

/** The campaign ended: what was not answered asks nobody any more. */
export async function withdrawParts(tx: Tx, campaignId: string): Promise<void> {
  await tx
    .updateTable("campaignParts")
    .set({ state: "withdrawn" })
    .where("campaignId", "=", campaignId)
    .where("state", "=", "asked")
    .execute()
}

export type Session = {
  id: string
  bodyId: string
  bodyName: string
  channel: Channel
  heldOn: string
  beginsAt: string
  endsAt: string
  areaCode: string | null
  place: string
  what: string
  isPublic: boolean
  isCancelled: boolean
}

export async function sessionsOf(tx: Tx, campaignId: string): Promise<Session[]> {
  const { rows } = await sql<Session>`select s.id, s.body_id, b.name as body_name, s.channel, s.held_on::text,
      to_char(s.begins_at, 'HH24:MI') as begins_at, to_char(s.ends_at, 'HH24:MI') as ends_at, s.area_code, s.place, s.what, s.is_public,
      s.cancelled_at is not null as is_cancelled
    from campaign_sessions s join bodies b on b.id = s.body_id where s.campaign_id = ${campaignId}
    order by s.held_on, s.begins_at, s.id limit ${sessionsReadMax}`.execute(tx)
  return rows
}
/** Of one body in one campaign; whoever runs it reads those of all. */
export const sessionsMax = 300
const sessionsReadMax = 3_000

export type NewSession = Pick<
  Session,
  "channel" | "heldOn" | "beginsAt" | "endsAt" | "areaCode" | "place" | "what" | "isPublic"
>

export async function insertSession(
  tx: Tx,
  of: { campaignId: string; ownerId: string; name: string },
  one: NewSession,
): Promise<string> {
  const { name: madeName, ...rest } = of
  const { id } = await tx
    .insertInto("campaignSessions")
    .values({ ...rest, ...one, madeName })
    .returning("id")
    .executeTakeFirstOrThrow()
  return id
}

/** Those of the acting body. */
export async function countSessions(tx: Tx, campaignId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from campaign_sessions
    where campaign_id = ${campaignId} and body_id = (select current_body())`.execute(tx)
  return rows[0]?.n ?? 0
}

/** One's own, or any of a campaign that one runs. */
export async function cancelSession(tx: Tx, campaignId: string, id: string): Promise<boolean> {
  const done = await tx
    .updateTable("campaignSessions")
    .set({ cancelledAt: sql<string>`acting_at()` })
    .where("id", "=", id)
    .where("campaignId", "=", campaignId)
    .where("cancelledAt", "is", null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}

export type Result = {
  id: string
  bodyId: string
  bodyName: string
  areaCode: string | null
  areaName: string | null
  channel: Channel
  heldOn: string
  amount: number
  reached: number | null
  countedHow: string
  note: string | null
  enteredName: string
  enteredAt: string
  struckName: string | null
  struckReason: string | null
  isStruck: boolean
}

/** Newest first; all of them, since coverage is counted from them. */
export async function resultsOf(tx: Tx, campaignId: string): Promise<Result[]> {
  const { rows } =
    await sql<Result>`select r.id, r.body_id, b.name as body_name, r.area_code, a.name as area_name, r.channel, r.held_on::text,
      r.amount, r.reached, r.counted_how, r.note, r.entered_name, r.entered_at, r.struck_name, r.struck_reason, r.struck_at is not null as is_struck
    from campaign_results r join bodies b on b.id = r.body_id left join areas a on a.code = r.area_code
    where r.campaign_id = ${campaignId} order by r.held_on desc, r.id desc limit ${resultsReadMax}`.execute(
      tx,
    )
  return rows
}
/** Of one body in one campaign; whoever runs it reads those of all. */
export const resultsMax = 5_000
const resultsReadMax = 20_000

/** Those of the acting body. */
export async function countResults(tx: Tx, campaignId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from campaign_results
    where campaign_id = ${campaignId} and body_id = (select current_body())`.execute(tx)
  return rows[0]?.n ?? 0
}

export type NewResult = Pick<
  Result,
  "areaCode" | "channel" | "heldOn" | "amount" | "reached" | "countedHow" | "note"
>

export async function insertResult(
  tx: Tx,
  of: { campaignId: string; ownerId: string; name: string },
  one: NewResult,
): Promise<string> {
  const { campaignId, ownerId, name: enteredName } = of
  const { id } = await tx
    .insertInto("campaignResults")
    .values({ ...one, campaignId, ownerId, enteredName })
    .returning("id")
    .executeTakeFirstOrThrow()
  return id
}

/** False: not of the acting body, or struck before. */
export async function strikeResult(
  tx: Tx,
  of: { campaignId: string; id: string },
  by: { name: string; reason: string },
): Promise<boolean> {
  const done = await tx
    .updateTable("campaignResults")
    .set({ struckName: by.name, struckReason: by.reason, struckAt: sql<string>`acting_at()` })
    .where("id", "=", of.id)
    .where("campaignId", "=", of.campaignId)
    .where("bodyId", "=", sql<string>`(select current_body())`)
    .where("struckAt", "is", null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}
