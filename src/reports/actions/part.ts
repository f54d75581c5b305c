/** One body's part of a campaign: what is asked, what is known already, and handing it in. */
import {
  type AssignmentState,
  assignmentsOf,
  directiveSeatOf,
  findAssignment,
  finishAssignment,
  isWorking,
  latestReports,
  receiveAssignment,
  type StepResult,
} from "../../directives/index.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { type FigureDefinition, type FigureReading, type Reported, reportedTotal } from "../domain/figures.ts"
import { labelsWithin, type Period, type PeriodWindow, periodOf, upTo, windowOf } from "../domain/windows.ts"
import { allFigures } from "../outline.ts"
import { campaignOf, campaignsFor } from "../store/campaigns.ts"
import { reportedFor } from "../store/figures.ts"
import { readFigures, todayOf } from "./figures.ts"

export type AskedFigure = {
  definition: FigureDefinition
  /** What the system counts for this body. */
  counted: number | null
  /** What the body handed in before: its part was returned, or it wrote of shorter periods. */
  given: { value: number; of: "part" | "shorter" } | null
}
export type PartReading = {
  assignmentId: string
  state: AssignmentState
  dueOn: string | null
  window: PeriodWindow
  today: string
  figures: AskedFigure[]
  /** The text that was handed in before, to go on from. */
  text: string
}

/** Null where it is no part of a campaign, or not the acting body's. */
export function readPart(desk: Desk, assignmentId: string): Promise<PartReading | null> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const held = await findAssignment(tx, assignmentId)
    if (held === null || held.bodyId !== desk.who.bodyId) return null
    const campaign = await campaignOf(tx, held.directiveId)
    const period = campaign === null ? null : periodOf(campaign.period)
    if (period === null) return null
    const today = todayOf(desk)
    const window = windowOf(period)
    const own = await readFigures(tx, upTo(window, today), "own")
    const reported = await reportedFor(tx, [period.label, ...labelsWithin(period)])
    const mine = reported.filter((one) => one.bodyId === desk.who.bodyId)
    const written = (await latestReports(tx, held.directiveId)).find(
      (one) => one.assignmentId === assignmentId,
    )
    const { state, dueOn } = held
    const figures = own.flatMap((figure) => askedOf(figure, mine, period))
    return { assignmentId, state, dueOn, window, today, figures, text: written?.text ?? "" }
  })
}

/**
 * What bodies alone know, and what the system counts for this body. Medians and shares do not add up over bodies; where
 * tasks stand the system knows better than anybody.
 */
function askedOf(
  { definition, value, source }: FigureReading,
  reported: readonly Reported[],
  period: Period,
): AskedFigure[] {
  const given = givenIn(
    reported.filter((one) => one.figure === definition.id),
    period,
  )
  if (definition.source === "bodies") return [{ definition, counted: null, given }]
  // Asked also where records count: a number that differs is asked about.
  if (definition.source === "records")
    return [{ definition, counted: source === "system" ? value : null, given }]
  const isOwn = source === "system" && definition.slice !== "directives"
  if (!isOwn || definition.counts === "median" || definition.counts === "share") return []
  return value === null || value === 0 ? [] : [{ definition, counted: value, given }]
}

function givenIn(reported: readonly Reported[], period: Period): AskedFigure["given"] {
  const total = reportedTotal(reported, period)
  if (total === null) return null
  const isPart = reported.some((one) => one.period === period.label)
  return { value: total.value, of: isPart ? "part" : "shorter" }
}

/** Receives the task if nobody has, then hands the part in: figures and text as one report of progress. */
export async function sendPart(
  desk: Desk,
  part: PartReading,
  sent: { text: string; values: Readonly<Record<string, number>> },
): Promise<StepResult> {
  const seat = directiveSeatOf(desk)
  if (part.state === "sent") {
    const received = await receiveAssignment(seat, part.assignmentId)
    if ("refused" in received) return received
  }
  const known = new Set(allFigures().map(({ id }) => id))
  const figures = Object.entries(sent.values)
    .filter(([figure]) => known.has(figure))
    .map(([figure, value]) => ({ figure, period: part.window.period.label, value, note: null }))
  return finishAssignment(seat, part.assignmentId, { text: sent.text, figures, files: [] })
}

/** The acting body's own parts for a period, for the page of that period. */
export function ownParts(
  desk: Desk,
  period: Period,
): Promise<{ assignmentId: string; dueOn: string | null }[]> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const parts: { assignmentId: string; dueOn: string | null }[] = []
    for (const { directiveId, bodyId } of await campaignsFor(tx, period.label)) {
      if (bodyId === desk.who.bodyId) continue
      const rows = await assignmentsOf(tx, directiveId, 50)
      const mine = rows.filter((one) => one.bodyId === desk.who.bodyId && isWorking(one.state))
      parts.push(...mine.map((one) => ({ assignmentId: one.id, dueOn: one.dueOn })))
    }
    return parts
  })
}
