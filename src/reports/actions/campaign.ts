/** The campaign: one letter gives every body its part of the report as a task; parts come back as progress with figures. */
import {
  assignmentsOf,
  checkPlan,
  type DirectivePlan,
  issueIn,
  isWorking,
  latestReports,
  type TaskBodyRow,
} from "../../directives/index.ts"
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import { formatDay } from "../../kernel/format.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { bodiesOn, type ChartBody, loadChart } from "../../organizations/index.ts"
import { reportedTotal } from "../domain/figures.ts"
import { type Doubt, doubtOf } from "../domain/plausible.ts"
import { before, labelsWithin, type Period, type PeriodWindow, windowOf } from "../domain/windows.ts"
import { nameOfPeriod } from "../period-name.ts"
import { addCampaign, type Campaign, campaignsFor } from "../store/campaigns.ts"
import { reportedFor } from "../store/figures.ts"
import { printed } from "../words-document.ts"
import { todayOf } from "./figures.ts"

export const groups = {
  departments: ["department", "board", "sector-body", "province-office"],
  police: ["police"],
  local: ["district-committee", "commune-committee"],
  enterprises: ["enterprise"],
} as const satisfies Record<string, readonly ChartBody["kind"][]>
export type GroupName = keyof typeof groups
export const groupNames: readonly GroupName[] = ["departments", "police", "local", "enterprises"]
/** How far back a body's own numbers are looked at. */
const historyPeriods = 4

export type CampaignRefused = "again" | "dueBefore" | "noBody"

/** Letter, tasks and campaign in one transaction. A period is asked for once. */
export async function startCampaign(
  desk: Desk,
  asked: { period: Period; dueOn: string; groups: readonly GroupName[] },
): Promise<{ directiveId: string } | { refused: CampaignRefused }> {
  if (asked.dueOn < todayOf(desk)) return { refused: "dueBefore" }
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const { label } = asked.period
    const known = await campaignsFor(tx, label)
    if (known.some((one) => one.bodyId === desk.who.bodyId)) return { refused: "again" }
    const kinds: readonly string[] = asked.groups.flatMap((name) => groups[name])
    const bodies = bodiesOn(await loadChart(tx), todayOf(desk)).filter(
      (body) => kinds.includes(body.kind) && body.id !== desk.who.bodyId,
    )
    if (bodies.length === 0) return { refused: "noBody" }
    const plan = checkPlan(planOf(desk, asked, bodies))
    if ("refused" in plan) throw new Error(`the campaign's letter is wrong at ${plan.at}: ${plan.detail}`)
    const issued = await issueIn(tx, desk.who.bodyId, plan)
    if ("refused" in issued) throw new Error(`the campaign's letter was refused: ${issued.refused}`)
    await addCampaign(tx, { directiveId: issued.id, period: label, dueOn: asked.dueOn })
    return { directiveId: issued.id }
  })
}

function planOf(
  desk: Desk,
  { period, dueOn }: { period: Period; dueOn: string },
  bodies: readonly ChartBody[],
): DirectivePlan {
  const name = nameOfPeriod(period, "vi")
  const { from, to } = windowOf(period)
  const text = printed.campaign.task(name, formatDay(from, "vi"), formatDay(to, "vi"))
  const issuedOn = todayOf(desk)
  return {
    letter: {
      issuer: desk.officer.bodyName,
      number: null,
      symbol: null,
      dateOn: issuedOn,
      issuedOn,
      kind: printed.campaign.kind,
      subject: printed.campaign.subject(name),
      addressees: bodies.slice(0, 300).map((body) => body.name),
      references: [],
      recipients: [],
      signer: { authority: null, position: null, name: null },
    },
    original: null,
    normalizedText: text,
    clauses: [
      {
        path: "1",
        heading: printed.campaign.subject(name),
        tasks: [
          {
            path: "1.1",
            text,
            span: [0, text.length],
            ownAddressees: [],
            deadlineWords: printed.campaign.deadline(formatDay(dueOn, "vi")),
            dueOn,
            periodic: null,
            lead: [],
            coordinateWith: [],
            bodies: bodies.map((body) => body.id),
          },
        ],
      },
    ],
    key: `report-campaign/${period.label}`,
  }
}

export type PartState = "missing" | "late" | "sent" | "sentLate"
export type PartRow = {
  assignmentId: string
  body: string
  state: PartState
  dueOn: string | null
  /** How many numbers stand in the part; before it is sent, how many the body gave for shorter periods. */
  figures: number
  doubts: { figure: string; doubt: Doubt; value: number; bound: number }[]
  text: string | null
}
export type CampaignReading = {
  campaign: Campaign | null
  window: PeriodWindow
  rows: PartRow[]
  today: string
}

/** The campaign that the acting body started for the period: every part, the late ones first. */
export function readCampaign(desk: Desk, period: Period): Promise<CampaignReading> {
  const today = todayOf(desk)
  const window = windowOf(period)
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const campaign =
      (await campaignsFor(tx, period.label)).find((one) => one.bodyId === desk.who.bodyId) ?? null
    if (campaign === null) return { campaign, window, rows: [], today }
    const parts = (await assignmentsOf(tx, campaign.directiveId, 5000)).filter(
      (one) => one.state !== "withdrawn",
    )
    const texts = new Map(
      (await latestReports(tx, campaign.directiveId)).map((one) => [one.assignmentId, one.text]),
    )
    const values = await valuesOfBodies(tx, period)
    const rows = parts.map((part): PartRow => {
      const own = values.get(part.bodyId) ?? []
      return {
        assignmentId: part.id,
        body: part.bodyName,
        state: stateOf(part, today),
        dueOn: part.dueOn,
        figures: own.filter((one) => one.value !== null).length,
        doubts: own.flatMap(doubtIn),
        text: texts.get(part.id) ?? null,
      }
    })
    return { campaign, window, rows: rows.sort(byNeed), today }
  })
}

function stateOf({ state, dueOn, doneOn }: TaskBodyRow, today: string): PartState {
  if (isWorking(state)) return dueOn !== null && dueOn < today ? "late" : "missing"
  return dueOn !== null && doneOn !== null && doneOn > dueOn ? "sentLate" : "sent"
}

const order: readonly PartState[] = ["late", "missing", "sentLate", "sent"]
const byNeed = (one: PartRow, other: PartRow) =>
  order.indexOf(one.state) - order.indexOf(other.state) || one.body.localeCompare(other.body, "vi")

type OwnValue = { figure: string; value: number | null; history: number[] }

/** Of each body: its number of this period, and its numbers of earlier periods of the same length. */
async function valuesOfBodies(tx: Tx, period: Period): Promise<Map<string, OwnValue[]>> {
  const earlier: Period[] = []
  for (let one = before(period); earlier.length < historyPeriods; one = before(one)) earlier.push(one)
  const labels = [period, ...earlier].flatMap((one) => [one.label, ...labelsWithin(one)])
  const byBody = Map.groupBy(await reportedFor(tx, labels), (one) => one.bodyId)
  return new Map(
    [...byBody].map(([bodyId, reported]) => {
      const byFigure = Map.groupBy(reported, (one) => one.figure)
      return [
        bodyId,
        [...byFigure].map(([figure, rows]) => ({
          figure,
          value: reportedTotal(rows, period)?.value ?? null,
          history: earlier.flatMap((one) => reportedTotal(rows, one)?.value ?? []),
        })),
      ]
    }),
  )
}

function doubtIn({ figure, value, history }: OwnValue): PartRow["doubts"] {
  const doubt = value === null ? null : doubtOf(value, history)
  if (value === null || doubt === null) return []
  return [{ figure, doubt, value, bound: doubt === "muchMore" ? Math.max(...history) : Math.min(...history) }]
}

/** Who was asked for a part of the period, and who has not sent it; null where nobody was asked. */
export async function campaignStanding(
  tx: Tx,
  period: string,
): Promise<{ asked: number; missing: string[] } | null> {
  const campaigns = await campaignsFor(tx, period)
  if (campaigns.length === 0) return null
  const parts: TaskBodyRow[] = []
  for (const { directiveId } of campaigns) parts.push(...(await assignmentsOf(tx, directiveId, 5000)))
  const asked = parts.filter(({ state }) => state !== "withdrawn")
  const missing = asked.filter(({ state }) => isWorking(state)).map(({ bodyName }) => bodyName)
  return { asked: asked.length, missing: missing.sort((one, other) => one.localeCompare(other, "vi")) }
}

/** What the bodies wrote in their parts, for the consolidated report. */
export async function partsWritten(tx: Tx, period: string): Promise<{ body: string; text: string }[]> {
  const all: { body: string; text: string }[] = []
  for (const { directiveId } of await campaignsFor(tx, period)) {
    const names = new Map((await assignmentsOf(tx, directiveId, 5000)).map((one) => [one.id, one.bodyName]))
    for (const { assignmentId, text } of await latestReports(tx, directiveId)) {
      const body = names.get(assignmentId)
      if (body !== undefined) all.push({ body, text })
    }
  }
  return all.sort((one, other) => one.body.localeCompare(other.body, "vi"))
}
