/** What people do with a case until it is closed, one function a verb, one transaction each. Sanctions: `sanction.ts`. */
import { nameOfColleague } from "../../accounts/index.ts"
import { legalRules } from "../../kernel/calendar/data.ts"
import { calendarIn } from "../../kernel/calendar/days-off.ts"
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal, tell } from "../../kernel/journal.ts"
import { bodiesOn, loadChart } from "../../organizations/index.ts"
import {
  type Clock,
  duties,
  type Extension,
  extend,
  pressing,
  resume,
  ruleFor,
  suspend,
} from "../domain/clocks.ts"
import { addEvent, findCase, insertCase, lockCase, noteConflict } from "../store/cases.ts"
import { type KeptClock, saveCaseDue, stopClocks } from "../store/clocks.ts"
import { type Asks, changeTransfer, insertRequest, insertTransfer } from "../store/others.ts"
import { isRunning, rerun } from "./course.ts"
import { type Facts, factsOf, type Result, sidesOf, take, todayOf } from "./take.ts"

export type Opening = { title: string; summary: string; kind: string | null }

export function openCase(desk: Desk, input: Opening): Promise<{ id: string; number: string }> {
  return asOfficer(desk.house.db, desk.who, (tx) => openCaseIn(tx, desk, input))
}

/** For who opens it together with something else, in one transaction. */
export async function openCaseIn(
  tx: Tx,
  desk: Desk,
  input: Opening,
): Promise<{ id: string; number: string }> {
  const year = Number(todayOf(desk).slice(0, 4))
  const made = await insertCase(tx, year, { ...input, openedName: desk.officer.name })
  await addEvent(tx, {
    caseId: made.id,
    what: "case.opened",
    stateBefore: "opened",
    stateAfter: "opened",
    byName: desk.officer.name,
    note: null,
    details: {},
  })
  await journal(tx, { what: "case.opened", record: { kind: "case", id: made.id } })
  await tell(tx, "case.opened", made.id)
  return made
}

export const verifyCase = (desk: Desk, id: string, input: { note: string }) =>
  take(desk, id, "verify", () => ({ note: input.note }))

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
): Promise<Result<"notAnEnterprise" | "dueBeforeToday">> =>
  take(desk, id, "prevent", async (_facts, today, tx) => {
    if (input.dueOn < today) return { refused: "dueBeforeToday" as const }
    if (!(await existsAs(tx, input.enterpriseId, "enterprise", today)))
      return { refused: "notAnEnterprise" as const }
    return {
      note: input.basis,
      details: { asks: input.asks, targets: input.targets.length, due: input.dueOn },
      write: async () => {
        const { enterpriseId, asks, basis, dueOn } = input
        // The name that the body has today: it stays on the request when another body takes over.
        const bodyName = await nameOfBody(tx, desk.who.bodyId)
        const who = { caseId: id, bodyName, askedName: desk.officer.name }
        await insertRequest(tx, { ...who, enterpriseId, asks, basis, dueOn, targets: [...input.targets] })
      },
    }
  })

export const endPrevention = (desk: Desk, id: string, input: { note: string }) =>
  take(desk, id, "endPrevention", () => ({ note: input.note }))

export const clearCase = (desk: Desk, id: string, input: { reason: string }) =>
  take(desk, id, "clear", () => ({ note: input.reason }))

export const closeCase = (desk: Desk, id: string, input: { reason: string }) =>
  take(desk, id, "close", () => ({ note: input.reason }))

export const reopenCase = (desk: Desk, id: string, input: { reason: string }) =>
  take(desk, id, "reopen", () => ({ note: input.reason }))

export const transferCase = (
  desk: Desk,
  id: string,
  input: { toBodyId: string; reason: string },
): Promise<Result<"notPolice">> =>
  take(desk, id, "transfer", async (_facts, today, tx) => {
    if (input.toBodyId === desk.who.bodyId || !(await existsAs(tx, input.toBodyId, "police", today)))
      return { refused: "notPolice" as const }
    return {
      note: input.reason,
      rule: "XP-62-CHUYEN",
      write: () => insertTransfer(tx, { caseId: id, ...input, handedName: desk.officer.name }),
    }
  })

export const signTransfer = (desk: Desk, id: string) =>
  take(desk, id, "sign", (facts, today, tx) => ({
    rule: "TG-20",
    write: () => changeTransfer(tx, awayOf(facts), { signedOn: today, signedName: desk.officer.name }),
  }))

export const prosecuteCase = (desk: Desk, id: string, input: { note: string }) =>
  take(desk, id, "prosecute", (facts, today, tx) => ({
    note: input.note,
    write: () =>
      changeTransfer(tx, awayOf(facts), { result: "prosecuted", ...resultOf(desk, today, input.note) }),
  }))

/** Marked last: with it the police's sight of the file ends, and the timeline must be written before. */
export const returnCase = (desk: Desk, id: string, input: { reason: string }) =>
  take(desk, id, "return", (facts, today, tx) => ({
    note: input.reason,
    ...returnRule(facts, today),
    last: () =>
      changeTransfer(tx, awayOf(facts), { result: "returned", ...resultOf(desk, today, input.reason) }),
  }))

const resultOf = (desk: Desk, resultOn: string, resultNote: string) => ({
  resultOn,
  resultNote,
  resultName: desk.officer.name,
})

/** `decision`: number of the paper by which the competent person lengthened it. */
type Lengthening = { clockId: string; extension: Extension; decision: string; reason: string }

export const extendClock = (desk: Desk, id: string, input: Lengthening) => lengthen(desk, id, "extend", input)
export const prolongResolution = (desk: Desk, id: string, input: Lengthening) =>
  lengthen(desk, id, "prolong", input)

/** Each side lengthens its own clocks: the police theirs, the handling body all others. */
function lengthen(
  desk: Desk,
  id: string,
  step: "extend" | "prolong",
  input: Lengthening,
): Promise<Result<"notLawful" | "ranOut">> {
  return take(desk, id, step, async (facts, today, tx) => {
    const clock = runningClock(facts, input.clockId)
    if (clock === null || (clock.purpose === "resolve") !== (step === "prolong"))
      return { refused: "notLawful" as const }
    const at = { today, rules: legalRules(), calendar: await calendarIn(tx) }
    const details = { decision: input.decision }
    return changed(facts, clock, extend(clock, input.extension, at), { reason: input.reason, details })
  })
}

export const suspendResolution = (
  desk: Desk,
  id: string,
  input: { reason: string },
): Promise<Result<"notLawful" | "suspended">> =>
  take(desk, id, "suspend", (facts, today) => {
    const clock = resolutionOf(facts)
    if (clock === null) return { refused: "notLawful" as const }
    return changed(facts, clock, suspend(clock, today), { reason: input.reason })
  })

export const resumeResolution = (
  desk: Desk,
  id: string,
  input: { reason: string },
): Promise<Result<"notLawful" | "notSuspended" | "tooEarly">> =>
  take(desk, id, "resume", (facts, today) => {
    const clock = resolutionOf(facts)
    if (clock === null) return { refused: "notLawful" as const }
    return changed(facts, clock, resume(clock, today), { reason: input.reason })
  })

function changed<More extends string>(
  facts: Facts,
  before: KeptClock,
  after: Clock | { refused: More },
  said: { reason: string; details?: Readonly<Record<string, string>> },
) {
  if ("refused" in after) return after
  return {
    note: said.reason,
    rule: after.ruleId,
    details: { clock: before.id, purpose: before.purpose, dueBefore: before.due, ...said.details },
    clocks: (tx: Tx) => rerun(tx, facts.row, before.id, after),
  }
}

/** A duty with a clock of its own was done: passed on, told. The case stays where it is. */
export function fulfilDuty(
  desk: Desk,
  id: string,
  input: { clockId: string; note: string },
): Promise<{ fulfilled: true } | { refused: "notFound" | "notADuty" }> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await lockCase(tx, id)
    if (row === null) return { refused: "notFound" as const }
    const facts = await factsOf(tx, row)
    const clock = runningClock(facts, input.clockId)
    const side = clock === null ? undefined : duties[clock.purpose]
    if (clock === null || side === undefined || !sidesOf(desk, facts).includes(side))
      return { refused: "notADuty" as const }
    await stopClocks(tx, [clock.id], todayOf(desk))
    const left = facts.clocks.filter((one) => isRunning(one) && one.id !== clock.id)
    await saveCaseDue(tx, id, pressing(left))
    const details = { purpose: clock.purpose, due: clock.due }
    await addEvent(tx, {
      caseId: id,
      what: "case.duty-done",
      stateBefore: row.state,
      stateAfter: row.state,
      byName: desk.officer.name,
      note: input.note,
      details,
    })
    await journal(tx, { what: "case.duty-done", record: { kind: "case", id }, rule: clock.ruleId, details })
    return { fulfilled: true as const }
  })
}

/** A decision that stands is executed further; all else is decided anew within the days of Điều 63. */
function returnRule({ row }: Facts, today: string): { rule?: string } {
  const rule = row.returnsTo === "decided" ? null : ruleFor("decide", today, legalRules(), "returned")
  return rule === null ? {} : { rule: rule.id }
}

/** The named officer can neither see nor decide the case from then on; nobody notes it of themselves. */
export function nameOfficer(
  desk: Desk,
  id: string,
  input: { officerId: string; reason: string },
): Promise<{ noted: true } | { refused: "notFound" | "yourself" }> {
  if (input.officerId === desk.who.officerId) return Promise.resolve({ refused: "yourself" })
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await findCase(tx, id)
    const officerName = await nameOfColleague(tx, desk.who.bodyId, input.officerId)
    if (row === null || officerName === null) return { refused: "notFound" as const }
    const { officerId, reason } = input
    const notedName = desk.officer.name
    await noteConflict(tx, { caseId: id, bodyId: row.bodyId, officerId, officerName, notedName, reason })
    await journal(tx, { what: "case.officer-named", record: { kind: "case", id } })
    return { noted: true as const }
  })
}

const runningClock = (facts: Facts, id: string) =>
  facts.clocks.find((clock) => clock.id === id && isRunning(clock)) ?? null
const resolutionOf = (facts: Facts) =>
  facts.clocks.find((clock) => clock.purpose === "resolve" && isRunning(clock)) ?? null
const awayOf = (facts: Facts) => facts.transfers.find((one) => one.result !== "returned")?.id ?? ""

async function nameOfBody(tx: Tx, id: string): Promise<string> {
  return (await loadChart(tx)).bodies.find((body) => body.id === id)?.name ?? ""
}

async function existsAs(tx: Tx, id: string, kind: "enterprise" | "police", today: string): Promise<boolean> {
  return bodiesOn(await loadChart(tx), today).some((body) => body.id === id && body.kind === kind)
}
