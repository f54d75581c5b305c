/** The schedule for everybody, and of one campaign for whoever runs it or takes part. */
import { readAsPublic } from "../../../kernel/db/database.ts"
import type { House } from "../../../kernel/house.ts"
import { journal } from "../../../kernel/journal.ts"
import { addDays } from "../../../kernel/time.ts"
import { type Seat, todayOf } from "../../actions/publishing.ts"
import { readCampaign } from "../store/campaigns.ts"
import {
  type PublicCampaign,
  publicCampaigns,
  type ScheduledSession,
  sessionsFrom,
} from "../store/schedule.ts"

/** Who subscribed keeps what is over for a while. */
const keptDays = 60

export type PublicSchedule = { sessions: ScheduledSession[]; campaigns: PublicCampaign[]; today: string }

export function publicSchedule(house: House): Promise<PublicSchedule> {
  const today = todayOf(house)
  const from = addDays(today, -keptDays)
  return readAsPublic(house.db, async (tx) => ({
    sessions: await sessionsFrom(tx, from),
    campaigns: await publicCampaigns(tx, from),
    today,
  }))
}

export function scheduleOf(seat: Seat, id: string): Promise<{ sessions: ScheduledSession[] } | null> {
  return seat.open(async (tx) => {
    const campaign = await readCampaign(tx, id)
    if (campaign === null) return null
    await journal(tx, { what: "campaign.read", record: { kind: "campaign", id } })
    return { sessions: await sessionsFrom(tx, campaign.beginsOn, id) }
  })
}
