/** Campaigns. Row security leaves those of the acting body and those in which it was asked to take part. */
import { sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"
import type { Audience, CampaignState, Channel } from "../domain/campaign.ts"

export type Campaign = {
  id: string
  bodyId: string
  bodyName: string
  title: string
  aim: string
  audiences: Audience[]
  areas: string[]
  channels: Channel[]
  beginsOn: string
  endsOn: string
  state: CampaignState
  publicSummary: string | null
  ledName: string
  madeName: string
  madeAt: string
  startedOn: string | null
  endedOn: string | null
  outcome: string | null
}

const columns = sql`c.id, c.body_id, b.name as body_name, c.title, c.aim, c.audiences, c.areas, c.channels, c.begins_on::text, c.ends_on::text,
  c.state, c.public_summary, c.led_name, c.made_name, c.made_at, c.started_on::text, c.ended_on::text, c.outcome`

export type ListedCampaign = Campaign & { results: number; places: number; waiting: number }

/** Running ones first, then drafts, then those that ended. */
export async function listCampaigns(tx: Tx): Promise<ListedCampaign[]> {
  const { rows } = await sql<ListedCampaign>`select ${columns},
      (select count(*)::int from campaign_results r where r.campaign_id = c.id and r.struck_at is null) as results,
      (select count(distinct r.area_code)::int from campaign_results r where r.campaign_id = c.id and r.struck_at is null) as places,
      (select count(*)::int from campaign_parts p where p.campaign_id = c.id and p.to_body_id = (select current_body()) and p.state = 'asked') as waiting
    from campaigns c join bodies b on b.id = c.body_id
    order by array_position(array['running', 'draft', 'ended'], c.state), c.begins_on desc, c.id desc limit 100`.execute(
    tx,
  )
  return rows
}

export async function readCampaign(
  tx: Tx,
  id: string,
  { isLocked = false }: { isLocked?: boolean } = {},
): Promise<Campaign | null> {
  const { rows } =
    await sql<Campaign>`select ${columns} from campaigns c join bodies b on b.id = c.body_id where c.id = ${id}
      ${isLocked ? sql`for update of c` : sql``}`.execute(tx)
  return rows[0] ?? null
}

export async function namesOfCampaigns(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; title: string }[]> {
  return tx
    .selectFrom("campaigns")
    .select(["id", "title"])
    .where("id", "in", [...ids])
    .limit(500)
    .execute()
}

export type CampaignWords = Pick<
  Campaign,
  "title" | "aim" | "audiences" | "areas" | "channels" | "beginsOn" | "endsOn"
>

export async function insertCampaign(tx: Tx, words: CampaignWords, name: string): Promise<string> {
  const { id } = await tx
    .insertInto("campaigns")
    .values({ ...words, ledName: name, madeName: name })
    .returning("id")
    .executeTakeFirstOrThrow()
  return id
}

export type CampaignChange = Partial<
  CampaignWords & Pick<Campaign, "state" | "publicSummary" | "startedOn" | "endedOn" | "outcome">
>

export async function changeCampaign(tx: Tx, id: string, change: CampaignChange): Promise<void> {
  await tx.updateTable("campaigns").set(change).where("id", "=", id).execute()
}

/** Those of a body that have not ended and for which that officer answers. */
export async function campaignsLedBy(
  tx: Tx,
  of: { officerId: string; bodyId: string; limit: number },
): Promise<{ id: string; title: string }[]> {
  return tx
    .selectFrom("campaigns")
    .select(["id", "title"])
    .where("bodyId", "=", of.bodyId)
    .where("ledBy", "=", of.officerId)
    .where("state", "<>", "ended")
    .orderBy("id")
    .limit(of.limit)
    .execute()
}

export async function passLead(
  tx: Tx,
  { ids, from, to }: { ids: readonly string[]; from: string; to: { officerId: string; name: string } },
): Promise<void> {
  await tx
    .updateTable("campaigns")
    .set({ ledBy: to.officerId, ledName: to.name })
    .where("ledBy", "=", from)
    .where("id", "in", [...ids])
    .execute()
}

/** Campaigns of the acting body that run and end after that day: what its report says of the time ahead. */
export async function campaignsAfter(tx: Tx, day: string): Promise<{ title: string; endsOn: string }[]> {
  const { rows } = await sql<{ title: string; endsOn: string }>`select title, ends_on::text from campaigns
    where body_id = (select current_body()) and state = 'running' and begins_on <= ${day}::date and ends_on > ${day}::date
    order by ends_on, id limit 5`.execute(tx)
  return rows
}
