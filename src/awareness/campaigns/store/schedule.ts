/** The schedule of campaigns. Row security shows the public what is public, a body its own and what it was asked to join. */
import { sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"
import type { LocalDate } from "../../../kernel/time.ts"
import type { Channel } from "../domain/campaign.ts"

export type ScheduledSession = {
  id: string
  campaignId: string
  campaign: string
  bodyName: string
  channel: Channel
  heldOn: LocalDate
  beginsAt: string
  endsAt: string
  place: string
  areaName: string | null
  what: string
  madeAt: string
  cancelledAt: string | null
}
export type PublicCampaign = {
  id: string
  title: string
  summary: string
  bodyName: string
  beginsOn: LocalDate
  endsOn: LocalDate
  startedOn: LocalDate
  hasEnded: boolean
}

/** Of a very long schedule the latest are read. */
const scheduledMax = 1_000

/** What was still ahead when its campaign ended is cancelled with it. */
export async function sessionsFrom(
  tx: Tx,
  from: LocalDate,
  campaignId: string | null = null,
): Promise<ScheduledSession[]> {
  const { rows } =
    await sql<ScheduledSession>`select * from (select s.id, s.campaign_id, c.title as campaign, b.name as body_name, s.channel, s.held_on::text,
      to_char(s.begins_at, 'HH24:MI') as begins_at, to_char(s.ends_at, 'HH24:MI') as ends_at, s.place, a.name as area_name, s.what,
      s.made_at, coalesce(s.cancelled_at, case when s.held_on > c.ended_on then c.ended_on::timestamp at time zone 'Asia/Ho_Chi_Minh' end) as cancelled_at
    from campaign_sessions s join campaigns c on c.id = s.campaign_id join bodies b on b.id = s.body_id left join areas a on a.code = s.area_code
    where s.held_on >= ${from} and (${campaignId}::uuid is null or s.campaign_id = ${campaignId}::uuid)
    order by s.held_on desc, s.begins_at desc, s.id desc limit ${scheduledMax}) latest order by held_on, begins_at, id`.execute(
      tx,
    )
  return rows
}

/** One that ended early ends on that day; one that ended before its first day is not told of. */
export async function publicCampaigns(tx: Tx, from: LocalDate): Promise<PublicCampaign[]> {
  const { rows } =
    await sql<PublicCampaign>`select c.id, c.title, c.public_summary as summary, b.name as body_name, c.begins_on::text,
      least(c.ends_on, c.ended_on)::text as ends_on, c.started_on::text, c.state = 'ended' as has_ended
    from campaigns c join bodies b on b.id = c.body_id
    where least(c.ends_on, c.ended_on) >= greatest(${from}::date, c.begins_on) and c.public_summary is not null and c.state <> 'draft'
    order by c.begins_on, c.id limit 100`.execute(tx)
  return rows
}
