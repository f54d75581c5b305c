/** Bodies asked to take part and their answer, the schedule, and what was done. */
import type { Tx } from "../../../kernel/db/database.ts"
import type { InputOf } from "../../../kernel/forms/index.ts"
import { announce } from "../../../kernel/journal.ts"
import { bodiesOn, loadChart, placesOn } from "../../../organizations/index.ts"
import { todayOf } from "../../actions/publishing.ts"
import type { campaignForms } from "../forms.ts"
import { type Campaign, readCampaign } from "../store/campaigns.ts"
import {
  answerPart,
  cancelSession,
  countResults,
  countSessions,
  insertParts,
  insertResult,
  insertSession,
  partsOf,
  resultsMax,
  sessionsMax,
  strikeResult,
} from "../store/doings.ts"
import type { To } from "./campaigns.ts"

export type AskRefusal = "notOurs" | "over" | "dueBefore" | "nobody" | "askedBefore"

/** Committees of the places it aims at, one body by name, or both. */
export function askBodies(
  { seat, id }: To,
  asked: InputOf<typeof campaignForms.ask>,
): Promise<{ asked: number } | { refused: AskRefusal }> {
  return seat.open(async (tx) => {
    const campaign = await readCampaign(tx, id)
    if (campaign === null || campaign.bodyId !== seat.bodyId) return { refused: "notOurs" as const }
    if (campaign.state === "ended") return { refused: "over" as const }
    const today = todayOf(seat.house)
    if (asked.dueOn < today) return { refused: "dueBefore" as const }
    const bodies = bodiesOn(await loadChart(tx), today).filter((one) => one.id !== seat.bodyId)
    const committees = asked.committees ? committeesOf(campaign, bodies) : []
    const named = bodies.filter((one) => one.id === asked.toBodyId)
    const bodyIds = [...new Set([...committees, ...named].map((one) => one.id))]
    if (bodyIds.length === 0 || (asked.toBodyId !== null && named.length === 0))
      return { refused: "nobody" as const }
    const count = await insertParts(tx, id, { bodyIds, ask: asked.ask, dueOn: asked.dueOn, name: seat.name })
    if (count === 0) return { refused: "askedBefore" as const }
    const record = { kind: "campaign", id }
    await announce(tx, { what: "campaign.asked", record, details: { bodies: count, dueOn: asked.dueOn } })
    return { asked: count }
  })
}

function committeesOf<B extends { kind: string; areaCode: string | null }>(
  { areas }: Campaign,
  bodies: readonly B[],
): B[] {
  return bodies.filter(
    ({ kind, areaCode }) =>
      (kind === "commune-committee" || kind === "district-committee") &&
      areaCode !== null &&
      (areas.length === 0 || areas.includes(areaCode)),
  )
}

export const acceptPart = (to: To) => answer(to, "accepted", null)
export const declinePart = (to: To, { reason }: InputOf<typeof campaignForms.decline>) =>
  answer(to, "declined", reason)

function answer(
  { seat, id }: To,
  state: "accepted" | "declined",
  reason: string | null,
): Promise<{ done: true } | { refused: "answeredBefore" }> {
  return seat.open(async (tx) => {
    if (!(await answerPart(tx, id, { state, reason, answeredName: seat.name })))
      return { refused: "answeredBefore" as const }
    const record = { kind: "campaign", id }
    await announce(tx, { what: `campaign.part-${state}`, record, details: { byBodyId: seat.bodyId } })
    return { done: true as const }
  })
}

export type DoingRefusal =
  | "notOurs"
  | "notRunning"
  | "over"
  | "noPlace"
  | "tooEarly"
  | "tooLate"
  | "outside"
  | "endsFirst"
  | "tooMany"
  | "notYours"

/** Whoever runs it, and whoever takes part. */
async function campaignToFill(tx: Tx, { seat, id }: To): Promise<Campaign | null> {
  const campaign = await readCampaign(tx, id)
  if (campaign === null || campaign.bodyId === seat.bodyId) return campaign
  const mine = (await partsOf(tx, id)).some(
    ({ toBodyId, state }) => toBodyId === seat.bodyId && state === "accepted",
  )
  return mine ? campaign : null
}

const isPlace = async (tx: Tx, { seat }: To, code: string | null): Promise<boolean> =>
  code === null || (await placesOn(tx, todayOf(seat.house))).some((one) => one.code === code)

export function planSession(
  to: To,
  asked: InputOf<typeof campaignForms.session>,
): Promise<{ done: true } | { refused: DoingRefusal }> {
  const { seat, id } = to
  return seat.open(async (tx) => {
    const campaign = await campaignToFill(tx, to)
    if (campaign === null) return { refused: "notOurs" as const }
    if (campaign.state === "ended") return { refused: "over" as const }
    if (asked.heldOn < campaign.beginsOn || asked.heldOn > campaign.endsOn)
      return { refused: "outside" as const }
    if (asked.endsAt <= asked.beginsAt) return { refused: "endsFirst" as const }
    if (!(await isPlace(tx, to, asked.areaCode))) return { refused: "noPlace" as const }
    if ((await countSessions(tx, id)) >= sessionsMax) return { refused: "tooMany" as const }
    const of = { campaignId: id, ownerId: campaign.bodyId, name: seat.name }
    const sessionId = await insertSession(tx, of, asked)
    const details = { sessionId, heldOn: asked.heldOn, channel: asked.channel }
    await announce(tx, { what: "campaign.session-planned", record: { kind: "campaign", id }, details })
    return { done: true as const }
  })
}

export function dropSession(
  { seat, id }: To,
  { sessionId }: InputOf<typeof campaignForms.dropSession>,
): Promise<{ done: true } | { refused: "notYours" }> {
  return seat.open(async (tx) => {
    if (!(await cancelSession(tx, id, sessionId))) return { refused: "notYours" as const }
    const record = { kind: "campaign", id }
    await announce(tx, { what: "campaign.session-cancelled", record, details: { sessionId } })
    return { done: true as const }
  })
}

/** Of people present the count is how many were reached too, unless somebody says otherwise. */
export function enterResult(
  to: To,
  asked: InputOf<typeof campaignForms.result>,
): Promise<{ done: true } | { refused: DoingRefusal }> {
  const { seat, id } = to
  return seat.open(async (tx) => {
    const campaign = await campaignToFill(tx, to)
    if (campaign === null) return { refused: "notOurs" as const }
    if (campaign.state !== "running") return { refused: "notRunning" as const }
    if (asked.heldOn < campaign.beginsOn) return { refused: "tooEarly" as const }
    if (asked.heldOn > todayOf(seat.house)) return { refused: "tooLate" as const }
    if (!(await isPlace(tx, to, asked.areaCode))) return { refused: "noPlace" as const }
    if ((await countResults(tx, id)) >= resultsMax) return { refused: "tooMany" as const }
    const reached = asked.reached ?? (asked.channel === "meeting" ? asked.amount : null)
    const of = { campaignId: id, ownerId: campaign.bodyId, name: seat.name }
    const resultId = await insertResult(tx, of, { ...asked, reached })
    const details = { resultId, channel: asked.channel, amount: asked.amount, heldOn: asked.heldOn }
    await announce(tx, { what: "awareness.held", record: { kind: "campaign", id }, details })
    return { done: true as const }
  })
}

export function strikeOut(
  { seat, id }: To,
  { resultId, reason }: InputOf<typeof campaignForms.strike>,
): Promise<{ done: true } | { refused: "notYours" }> {
  return seat.open(async (tx) => {
    if (!(await strikeResult(tx, { campaignId: id, id: resultId }, { name: seat.name, reason })))
      return { refused: "notYours" as const }
    const record = { kind: "campaign", id }
    await announce(tx, { what: "campaign.result-struck", record, details: { resultId } })
    return { done: true as const }
  })
}
