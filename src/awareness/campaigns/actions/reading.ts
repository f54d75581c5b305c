/** What officers read of a campaign: coverage by commune, what is left, who was asked, which task it serves. */
import {
  assignmentsOf,
  findAssignment,
  readServing,
  type ServingReading,
  type TaskBodyRow,
} from "../../../directives/index.ts"
import { readAsOfficer, type Tx } from "../../../kernel/db/database.ts"
import { journal } from "../../../kernel/journal.ts"
import type { Option } from "../../../kernel/ui/index.ts"
import { bodiesOn, type ChartBody, loadChart, placesOn } from "../../../organizations/index.ts"
import { type Seat, todayOf } from "../../actions/publishing.ts"
import { listReleased, type ReleasedMaterial } from "../../materials/store/materials.ts"
import { type Area, type Covered, coverageOf, type Left, leftOf, placesWith } from "../domain/campaign.ts"
import { type Campaign, listCampaigns, readCampaign } from "../store/campaigns.ts"
import { type Part, partsOf, type Result, resultsOf, type Session, sessionsOf } from "../store/doings.ts"
import { campaignRoom } from "./rooms.ts"

export const campaignsOf = (seat: Seat) => seat.look(listCampaigns)

/** Before July 2025 the districts are asked for after the communes: one question after another. */
export const areasToAim = (seat: Seat): Promise<Option[]> =>
  readAsOfficer(seat.house.db, seat.desk.who, async (tx) =>
    optionsOf(await placesOn(tx, todayOf(seat.house))),
  )

const optionsOf = (places: readonly Area[]): Option[] =>
  places.map(({ code, name }) => ({ value: code, label: name }))

export type CampaignReading = {
  campaign: Campaign
  isOurs: boolean
  /** How the acting body was asked; null where it runs the campaign, or was not asked. */
  mine: Part | null
  /** All of them for the body that runs it, its own for another. */
  results: Result[]
  sessions: Session[]
  parts: Part[]
  /** The communes (before July 2025 the districts) of today. */
  places: Area[]
  coverage: Covered[]
  left: Left<Session, Part>
  today: string
  serving: ServingReading
  /** Assignments of the task that it serves, as far as the acting body sees them. */
  tasked: TaskBodyRow[]
  /** What was released of its materials. */
  materials: ReleasedMaterial[]
  /** Bodies that can be asked; empty where it is not ours or has ended. */
  bodies: ChartBody[]
  /** The commune of the acting body, if it is of one. */
  ownArea: string | null
}

export function openCampaign(seat: Seat, id: string): Promise<CampaignReading | null> {
  return seat.open(async (tx) => {
    const campaign = await readCampaign(tx, id)
    if (campaign === null) return null
    await journal(tx, { what: "campaign.read", record: { kind: "campaign", id } })
    const today = todayOf(seat.house)
    const isOurs = campaign.bodyId === seat.bodyId
    const [results, sessions, parts, places] = [
      await resultsOf(tx, id),
      await sessionsOf(tx, id),
      await partsOf(tx, id),
      await placesOn(tx, today),
    ]
    const bodies = bodiesOn(await loadChart(tx), today)
    const known = placesWith(places, results)
    const coverage = coverageOf(aimedAt(campaign, places, known), known, results)
    // What was still ahead when it ended is cancelled with it: nobody owes a result of that.
    const due = sessions.filter(({ heldOn }) => campaign.endedOn === null || heldOn <= campaign.endedOn)
    const of = { kind: campaignRoom.kind, recordId: id }
    const serving = isOurs ? await readServing(tx, of, campaignRoom.words) : { now: null, tasks: [] }
    return {
      ...{ campaign, isOurs, results, sessions, parts, places, coverage, today, serving },
      mine: partOf(parts, seat.bodyId),
      left: leftOf({ planned: campaign.channels, coverage, results, sessions: due, parts, today }),
      materials: await listReleased(tx, "vi", id),
      tasked: serving.now === null ? [] : await taskedBeside(tx, serving.now.id),
      bodies: isOurs && campaign.state !== "ended" ? bodies.filter((one) => one.id !== seat.bodyId) : [],
      ownArea: bodies.find((one) => one.id === seat.bodyId)?.areaCode ?? null,
    }
  })
}

/** The invitation that stands, where a body was asked again; else the last. */
function partOf(parts: readonly Part[], bodyId: string): Part | null {
  const own = parts.filter(({ toBodyId }) => toBodyId === bodyId)
  return own.find(({ state }) => state === "asked" || state === "accepted") ?? own.at(-1) ?? null
}

/** A place that is not one of today's keeps the name that a result gives it. */
function aimedAt({ areas }: Campaign, places: readonly Area[], known: readonly Area[]): readonly Area[] {
  if (areas.length === 0) return places
  const names = new Map(known.map(({ code, name }) => [code, name]))
  return areas.map((code) => ({ code, name: names.get(code) ?? code }))
}

const taskedMax = 2_000

async function taskedBeside(tx: Tx, assignmentId: string): Promise<TaskBodyRow[]> {
  const assignment = await findAssignment(tx, assignmentId)
  if (assignment === null) return []
  const rows = await assignmentsOf(tx, assignment.directiveId, taskedMax)
  return rows.filter(({ taskId }) => taskId === assignment.taskId)
}
