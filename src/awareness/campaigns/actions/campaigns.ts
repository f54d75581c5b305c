/** Steps of a campaign itself: written, changed while it is a draft, started, told to everybody, ended. */
import { servedOn, serveIn } from "../../../directives/index.ts"
import type { Tx } from "../../../kernel/db/database.ts"
import type { InputOf } from "../../../kernel/forms/index.ts"
import { announce } from "../../../kernel/journal.ts"
import { placesOn } from "../../../organizations/index.ts"
import { type Seat, todayOf } from "../../actions/publishing.ts"
import type { campaignForms, newCampaign } from "../forms.ts"
import {
  type Campaign,
  type CampaignWords,
  changeCampaign,
  insertCampaign,
  readCampaign,
} from "../store/campaigns.ts"
import { withdrawParts } from "../store/doings.ts"
import { campaignRoom } from "./rooms.ts"

export type CampaignRefusal = "notOurs" | "untilBefore" | "noPlace" | "notDraft" | "notRunning" | "over"
type Asked = InputOf<typeof newCampaign>

async function wordsOf(
  tx: Tx,
  seat: Seat,
  asked: Asked,
): Promise<CampaignWords | { refused: "untilBefore" | "noPlace" }> {
  if (asked.endsOn < asked.beginsOn) return { refused: "untilBefore" }
  const areas = [...new Set(asked.areas ?? [])]
  const known = new Set((await placesOn(tx, todayOf(seat.house))).map(({ code }) => code))
  if (!areas.every((code) => known.has(code))) return { refused: "noPlace" }
  const { title, aim, beginsOn, endsOn } = asked
  const [audiences, channels] = [[...new Set(asked.audiences)], [...new Set(asked.channels)]]
  return { title, aim, audiences, areas, channels, beginsOn, endsOn }
}

export function makeCampaign(
  seat: Seat,
  asked: Asked,
): Promise<{ id: string } | { refused: CampaignRefusal }> {
  return seat.open(async (tx) => {
    const words = await wordsOf(tx, seat, asked)
    if ("refused" in words) return words
    const id = await insertCampaign(tx, words, seat.name)
    const details = { areas: words.areas.length, channels: words.channels }
    await announce(tx, { what: "campaign.made", record: { kind: "campaign", id }, details })
    return { id }
  })
}

type Done = { done: true } | { refused: CampaignRefusal }
export type To = { seat: Seat; id: string }

/** Holds the campaign, so that no two steps are taken at once. */
function step(
  { seat, id }: To,
  from: Campaign["state"] | null,
  work: (tx: Tx, campaign: Campaign) => Promise<Done>,
): Promise<Done> {
  return seat.open(async (tx) => {
    const campaign = await readCampaign(tx, id)
    if (campaign === null || campaign.bodyId !== seat.bodyId) return { refused: "notOurs" as const }
    const held = (await readCampaign(tx, id, { isLocked: true })) ?? campaign
    if (from !== null && held.state !== from)
      return { refused: from === "draft" ? ("notDraft" as const) : ("notRunning" as const) }
    return work(tx, held)
  })
}

export const editCampaign = (to: To, asked: Asked): Promise<Done> =>
  step(to, "draft", async (tx) => {
    const words = await wordsOf(tx, to.seat, asked)
    if ("refused" in words) return words
    await changeCampaign(tx, to.id, words)
    await announce(tx, { what: "campaign.changed", record: { kind: "campaign", id: to.id } })
    return { done: true }
  })

export const startCampaign = (to: To): Promise<Done> =>
  step(to, "draft", async (tx, { endsOn }) => {
    const today = todayOf(to.seat.house)
    if (endsOn < today) return { refused: "over" }
    await changeCampaign(tx, to.id, { state: "running", startedOn: today })
    await servedOn(tx, { kind: campaignRoom.kind, recordId: to.id }, today)
    await announce(tx, { what: "campaign.started", record: { kind: "campaign", id: to.id } })
    return { done: true }
  })

/** Null takes the words back: the schedule is nobody's outside any more. */
export const tellPublicly = (to: To, { publicSummary }: InputOf<typeof campaignForms.tell>): Promise<Done> =>
  step(to, null, async (tx) => {
    await changeCampaign(tx, to.id, { publicSummary })
    const what = publicSummary === null ? "campaign.hidden" : "campaign.told"
    await announce(tx, { what, record: { kind: "campaign", id: to.id } })
    return { done: true }
  })

export const moveEnd = (to: To, { endsOn }: InputOf<typeof campaignForms.extend>): Promise<Done> =>
  step(to, "running", async (tx, { beginsOn, endsOn: before }) => {
    if (endsOn < beginsOn) return { refused: "untilBefore" }
    await changeCampaign(tx, to.id, { endsOn })
    await announce(tx, {
      what: "campaign.end-moved",
      record: { kind: "campaign", id: to.id },
      details: { from: before, to: endsOn },
    })
    return { done: true }
  })

export const endCampaign = (to: To, { outcome }: InputOf<typeof campaignForms.end>): Promise<Done> =>
  step(to, "running", async (tx) => {
    await changeCampaign(tx, to.id, { state: "ended", endedOn: todayOf(to.seat.house), outcome })
    await withdrawParts(tx, to.id)
    await announce(tx, { what: "campaign.ended", record: { kind: "campaign", id: to.id } })
    return { done: true }
  })

export function nameTaskOfCampaign(
  { seat, id }: To,
  { assignmentId }: InputOf<typeof campaignForms.serve>,
): Promise<{ served: true } | { refused: "noTask" | "notOurs" }> {
  return seat.open(async (tx) => {
    const campaign = await readCampaign(tx, id)
    if (campaign === null || campaign.bodyId !== seat.bodyId) return { refused: "notOurs" as const }
    const doneOn = campaign.startedOn
    return serveIn(tx, seat, { kind: campaignRoom.kind, recordId: id, assignmentId, doneOn })
  })
}
