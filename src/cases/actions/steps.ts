/**
 * Steps of a case until it is closed, one function a verb, one transaction each. Apart: sanctions
 * (`sanction.ts`), prevention requests (`prevention.ts`), the hand-over to the police (`transfer.ts`).
 */
import { nameOfColleague } from "../../accounts/index.ts"
import { legalRules } from "../../kernel/calendar/data.ts"
import { calendarIn } from "../../kernel/calendar/days-off.ts"
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal, tell } from "../../kernel/journal.ts"
import { type Clock, duties, type Extension, extend, resume, suspend } from "../domain/clocks.ts"
import { addEvent, findCase, insertCase, lockCase, noteConflict } from "../store/cases.ts"
import { type KeptClock, saveCaseDue, stopClocks } from "../store/clocks.ts"
import { isRunning, rerun, run } from "./course.ts"
import { recordHandler } from "./handler.ts"
import { type FromPaper, markTaken } from "./hearing.ts"
import { type Dated, type Facts, factsOf, type Result, sidesOf, take, todayOf } from "./take.ts"

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
  // Whoever opens it sees to it until somebody else is named.
  const handler = { handlerId: desk.who.officerId, handlerName: desk.officer.name }
  const made = await insertCase(tx, year, { ...input, openedName: desk.officer.name, ...handler })
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

export const verifyCase = (desk: Desk, id: string, input: { note: string | null }) =>
  take(desk, id, "verify", () => ({ note: input.note }))

export const clearCase = (desk: Desk, id: string, input: { reason: string } & Dated) =>
  take(desk, id, "clear", () => ({ note: input.reason }), input.doneOn ?? null)

export const closeCase = (desk: Desk, id: string, input: { reason: string }) =>
  take(desk, id, "close", () => ({ note: input.reason }))

export const reopenCase = (desk: Desk, id: string, input: { reason: string }) =>
  take(desk, id, "reopen", () => ({ note: input.reason }))

/** `decision`: number of the paper by which the competent person lengthened it; `signedOn`: its day, absent: today. */
type Lengthening = {
  clockId: string
  extension: Extension
  decision: string
  signedOn?: string | null
  reason: string
} & FromPaper

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
  const signedOn = input.signedOn ?? null
  const take1 = take<"notLawful" | "ranOut">
  return take1(
    desk,
    id,
    step,
    async (facts, today, tx) => {
      const clock = runningClock(facts, input.clockId)
      if (clock === null || (clock.purpose === "resolve") !== (step === "prolong"))
        return { refused: "notLawful" as const }
      // An extension is judged by the day on which it was signed, whenever it is typed.
      const at = { today: signedOn || today, rules: legalRules(), calendar: await calendarIn(tx) }
      const details = { decision: input.decision }
      const made = changed(facts, clock, extend(clock, input.extension, at), {
        reason: input.reason,
        details,
      })
      return "refused" in made ? made : { ...made, write: () => markTaken(tx, input, today) }
    },
    signedOn,
  )
}

export const suspendResolution = (
  desk: Desk,
  id: string,
  input: { reason: string } & Dated,
): Promise<Result<"notLawful" | "suspended">> => {
  const suspendIt = take<"notLawful" | "suspended">
  return suspendIt(
    desk,
    id,
    "suspend",
    (facts, today) => {
      const clock = resolutionOf(facts)
      if (clock === null) return { refused: "notLawful" as const }
      return changed(facts, clock, suspend(clock, input.doneOn || today), { reason: input.reason })
    },
    input.doneOn ?? null,
  )
}

export const resumeResolution = (
  desk: Desk,
  id: string,
  input: { reason: string } & Dated,
): Promise<Result<"notLawful" | "notSuspended" | "tooEarly">> => {
  const resumeIt = take<"notLawful" | "notSuspended" | "tooEarly">
  return resumeIt(
    desk,
    id,
    "resume",
    (facts, today) => {
      const clock = resolutionOf(facts)
      if (clock === null) return { refused: "notLawful" as const }
      const on = input.doneOn || today
      const made = changed(facts, clock, resume(clock, on), { reason: input.reason })
      if ("refused" in made) return made
      const of = { id, bodyId: facts.row.bodyId, openActs: [] }
      const clocks = async (tx: Tx) => {
        await made.clocks(tx)
        // Each resumption is sent by a decision of its own.
        const sent = "send-resumption" as const
        return (await run(tx, of, { stop: [sent], start: [{ purpose: sent, at: on }] }, on)).dueOn
      }
      return { ...made, clocks }
    },
    input.doneOn ?? null,
  )
}

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

/**
 * A duty with a clock of its own was done: passed on, told. The case stays where it is; a record that had to be passed on
 * to whoever may sanction gives the decision ten working days (Luật XLVPHC Đ66.1.a).
 */
export function fulfilDuty(
  desk: Desk,
  id: string,
  input: { clockId: string; note: string | null } & Dated & FromPaper,
): Promise<{ fulfilled: true } | { refused: "notFound" | "notADuty" | "datesWrong" }> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await lockCase(tx, id)
    if (row === null) return { refused: "notFound" as const }
    const facts = await factsOf(tx, row)
    const clock = runningClock(facts, input.clockId)
    const side = clock === null ? undefined : duties[clock.purpose]
    if (clock === null || side === undefined || !sidesOf(desk, facts).includes(side))
      return { refused: "notADuty" as const }
    const today = todayOf(desk)
    const on = input.doneOn || today
    if (on > today || on < clock.start.slice(0, 10)) return { refused: "datesWrong" as const }
    await stopClocks(tx, [clock.id], on)
    await markTaken(tx, input, today)
    const of = { id, bodyId: row.bodyId, openActs: [] }
    const passed =
      clock.purpose === "pass-record"
        ? { underLaw: { purpose: "decide" as const, grade: "passed-up" as const } }
        : {}
    const { dueOn, lengthened } = await run(tx, of, { stop: [], start: [], ...passed }, on)
    await saveCaseDue(tx, id, dueOn)
    const details = { duty: clock.purpose, due: clock.due, ...lengthened }
    await addEvent(tx, {
      caseId: id,
      what: "case.duty-done",
      stateBefore: row.state,
      stateAfter: row.state,
      happenedOn: on,
      byName: desk.officer.name,
      note: input.note,
      details,
    })
    await journal(tx, { what: "case.duty-done", record: { kind: "case", id }, rule: clock.ruleId, details })
    return { fulfilled: true as const }
  })
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
    if (row.handlerId === officerId) await recordHandler(tx, desk, row, null)
    await journal(tx, { what: "case.officer-named", record: { kind: "case", id } })
    return { noted: true as const }
  })
}

const runningClock = (facts: Facts, id: string) =>
  facts.clocks.find((clock) => clock.id === id && isRunning(clock)) ?? null
const resolutionOf = (facts: Facts) =>
  facts.clocks.find((clock) => clock.purpose === "resolve" && isRunning(clock)) ?? null
