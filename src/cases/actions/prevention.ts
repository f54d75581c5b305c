/** Prevention requests to enterprises: asking, withdrawing, reminding, ending. */
import { asOfficer } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal, tell } from "../../kernel/journal.ts"
import { readTarget, spokenIdentifier } from "../../signals/index.ts"
import { readTargets } from "../domain/targets.ts"
import { addEvent, lockCase } from "../store/cases.ts"
import { type Asks, insertRequest, withdrawRequest } from "../store/others.ts"
import { markReminded } from "../store/target-answers.ts"
import { existsAs, nameOfBody } from "./bodies.ts"
import { type Result, take, todayOf } from "./take.ts"

export type Asking = {
  enterpriseId: string
  asks: Asks
  targets: readonly string[]
  basis: string
  dueOn: string
}

export const requestPrevention = (
  desk: Desk,
  id: string,
  input: Asking,
): Promise<Result<"notAnEnterprise" | "dueBeforeToday" | "badTargets">> =>
  take(desk, id, "prevent", async (_facts, today, tx) => {
    if (input.dueOn < today) return { refused: "dueBeforeToday" as const }
    const { targets, wrong, twice } = readTargets(input.targets, readTarget, spokenIdentifier)
    if (wrong.length > 0 || twice.length > 0) return { refused: "badTargets" as const }
    if (!(await existsAs(tx, input.enterpriseId, "enterprise", today)))
      return { refused: "notAnEnterprise" as const }
    return {
      note: input.basis,
      details: { asks: input.asks, targets: targets.length, due: input.dueOn },
      write: async () => {
        const { enterpriseId, asks, basis, dueOn } = input
        // The name that the body has today: it stays on the request when another body takes over.
        const bodyName = await nameOfBody(tx, desk.who.bodyId)
        const who = { caseId: id, bodyName, askedName: desk.officer.name }
        await insertRequest(tx, { ...who, enterpriseId, asks, basis, dueOn, targets })
      },
    }
  })

/**
 * A request that nobody answers is given up, by whoever handles the case, in whatever state; the enterprise sees that it need
 * not answer any more.
 */
export function withdrawPrevention(
  desk: Desk,
  id: string,
  input: { requestId: string; reason: string },
): Promise<{ withdrawn: true } | { refused: "notFound" | "requestGone" }> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await lockCase(tx, id)
    if (row?.bodyId !== desk.who.bodyId) return { refused: "notFound" as const }
    const withdrawn = {
      withdrawnOn: todayOf(desk),
      withdrawnName: desk.officer.name,
      withdrawnReason: input.reason,
    }
    if (!(await withdrawRequest(tx, { id: input.requestId, caseId: id }, withdrawn)))
      return { refused: "requestGone" as const }
    const what = "prevention.withdrawn"
    await addEvent(tx, {
      caseId: id,
      what,
      stateBefore: row.state,
      stateAfter: row.state,
      byName: desk.officer.name,
      note: input.reason,
      details: {},
    })
    await journal(tx, { what, record: { kind: "prevention-request", id: input.requestId } })
    await tell(tx, what, input.requestId)
    return { withdrawn: true as const }
  })
}

/** The enterprise reads on its page that it was reminded, and when; once a day at most. */
export function remindPrevention(
  desk: Desk,
  id: string,
  input: { requestId: string },
): Promise<{ reminded: true } | { refused: "notFound" | "requestGone" }> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await lockCase(tx, id)
    if (row?.bodyId !== desk.who.bodyId) return { refused: "notFound" as const }
    if (!(await markReminded(tx, { id: input.requestId, caseId: id })))
      return { refused: "requestGone" as const }
    const what = "prevention.reminded"
    const states = { stateBefore: row.state, stateAfter: row.state }
    await addEvent(tx, { caseId: id, what, ...states, byName: desk.officer.name, note: null, details: {} })
    await journal(tx, { what, record: { kind: "prevention-request", id: input.requestId } })
    await tell(tx, what, input.requestId)
    return { reminded: true as const }
  })
}

export const endPrevention = (desk: Desk, id: string, input: { note: string | null }) =>
  take(desk, id, "endPrevention", () => ({ note: input.note }))
