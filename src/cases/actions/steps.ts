/** What people do with a case until it is closed, one function a verb, one transaction each. Sanctions: `sanction.ts`. */
import { colleaguesOf, nameOfColleague } from "../../accounts/index.ts"
import { legalRules } from "../../kernel/calendar/data.ts"
import { calendarIn } from "../../kernel/calendar/days-off.ts"
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal, tell } from "../../kernel/journal.ts"
import { bodiesOn, loadChart } from "../../organizations/index.ts"
import { readTarget, signalsOfCase, spokenIdentifier } from "../../signals/index.ts"
import { type Clock, duties, type Extension, extend, resume, ruleFor, suspend } from "../domain/clocks.ts"
import { postOf } from "../domain/competence.ts"
import { readTargets } from "../domain/targets.ts"
import { dossierWords } from "../dossier-documents.ts"
import { addEvent, findCase, insertCase, lockCase, noteConflict, saveHalt } from "../store/cases.ts"
import { type KeptClock, saveCaseDue, stopClocks } from "../store/clocks.ts"
import { type Asks, changeTransfer, insertRequest, insertTransfer, withdrawRequest } from "../store/others.ts"
import { markReminded } from "../store/target-answers.ts"
import { fileWords } from "../words-files.ts"
import { isRunning, rerun, run } from "./course.ts"
import { handAll } from "./exhibits.ts"
import { recordHandler } from "./handler.ts"
import { type FromPaper, markTaken } from "./hearing.ts"
import { type Facts, factsOf, noteWith, type Result, sidesOf, take, todayOf } from "./take.ts"

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

/** `doneOn`: the day on which it happened; absent: today. */
type Dated = { doneOn?: string | null }

export const clearCase = (desk: Desk, id: string, input: { reason: string } & Dated) =>
  take(desk, id, "clear", () => ({ note: input.reason }), input.doneOn ?? null)

export const closeCase = (desk: Desk, id: string, input: { reason: string }) =>
  take(desk, id, "close", () => ({ note: input.reason }))

export const reopenCase = (desk: Desk, id: string, input: { reason: string }) =>
  take(desk, id, "reopen", () => ({ note: input.reason }))

export type Transferring = Dated & {
  toBodyId: string
  reason: string
  /** Who signs the decision to hand the file over; absent: whoever enters it. */
  signerId?: string | null
  /** Number and day of the decision that suspended execution, needed once there is a sanction (Luật XLVPHC Đ62.2). */
  suspension?: { number: string; on: string } | null
}

export type TransferRefusal = "notPolice" | "suspensionMissing" | "tipNotCompared" | "signerMissing"

export const transferCase = async (
  desk: Desk,
  id: string,
  { toBodyId, reason, suspension = null, signerId = null, doneOn = null }: Transferring,
): Promise<Result<TransferRefusal>> => {
  const signer =
    signerId === null || signerId === ""
      ? desk.officer
      : (await colleaguesOf(desk)).find((one) => one.officerId === signerId)
  const body = { kind: desk.officer.bodyKind, name: desk.officer.bodyName }
  // The file goes over by a decision of whoever may sanction (Luật XLVPHC Đ62.1).
  if (signer === undefined || postOf(signer.title, body) === null) return { refused: "signerMissing" }
  const transfer = take<TransferRefusal>
  return transfer(
    desk,
    id,
    "transfer",
    async ({ row }, today, tx) => {
      if (toBodyId === desk.who.bodyId || !(await existsAs(tx, toBodyId, "police", today)))
        return { refused: "notPolice" as const }
      // What was suspended by a decision of its own is not asked for again.
      const halted =
        row.haltedOn === null || row.haltedNumber === null
          ? null
          : { number: row.haltedNumber, on: row.haltedOn }
      const suspended = row.state === "decided" ? (halted ?? suspension) : null
      const handedOn = doneOn || today
      if (row.state === "decided" && (suspended === null || suspended.on > handedOn))
        return { refused: "suspensionMissing" as const }
      // Rules do not find every name inside a sentence: a person must have read what the police will read.
      if ((await signalsOfCase(tx, id)).some((tip) => tip.redactionCheckedAt === null))
        return { refused: "tipNotCompared" as const }
      const at = { suspensionNumber: suspended?.number ?? null, suspendedOn: suspended?.on ?? null }
      const handed = { caseId: id, toBodyId, reason, handedOn, handedName: desk.officer.name }
      const decided = { decidedName: signer.name, decidedTitle: signer.title || dossierWords.officer }
      return {
        note: reason,
        rule: "XP-62-CHUYEN",
        ...(suspended === null ? {} : { shown: { suspension: suspended.number, suspendedOn: suspended.on } }),
        taken: { suspendedOn: suspended?.on ?? null, isHalted: halted !== null },
        write: async () => {
          await insertTransfer(tx, { ...handed, ...decided, ...at })
          if (halted === null && suspended !== null) await saveHalt(tx, id, suspended)
        },
      }
    },
    doneOn,
  )
}

export const signTransfer = (desk: Desk, id: string, { doneOn = null }: Dated = {}) =>
  take(
    desk,
    id,
    "sign",
    (facts, today, tx) => ({
      rule: "TG-20",
      write: async () => {
        const { name, bodyName } = desk.officer
        await changeTransfer(tx, awayOf(facts), { signedOn: doneOn || today, signedName: name })
        const [reason, on] = [fileWords.vi.signedFor, doneOn || today]
        await handAll(tx, id, { toWhom: `${name}, ${bodyName}`.slice(0, 300), reason, byName: name, on })
      },
    }),
    doneOn,
  )

/** Number and day of the decision to prosecute, or not to. `doneOn`: the day on which the file went back. */
type Concluding = Dated & { number?: string; decidedOn?: string | null }
type ConcludingRefusal = "decisionMissing" | "datesWrong"
/** What the police concluded stands in a decision with its number and day (BLTTHS Đ153, Đ158). */
function concluded(
  { number = "", decidedOn = null }: Concluding,
  on: string,
): { number: string; decidedOn: string } | { refused: ConcludingRefusal } {
  if (number === "" || decidedOn === null || decidedOn === "") return { refused: "decisionMissing" }
  return decidedOn > on ? { refused: "datesWrong" } : { number, decidedOn }
}

export const prosecuteCase = (
  desk: Desk,
  id: string,
  input: { note: string } & Omit<Concluding, "doneOn">,
): Promise<Result<ConcludingRefusal>> => {
  const prosecute = take<ConcludingRefusal>
  const on = input.decidedOn ?? null
  return prosecute(
    desk,
    id,
    "prosecute",
    (facts, today, tx) => {
      const decision = concluded(input, today)
      if ("refused" in decision) return decision
      const note = noteWith(decision.number, input.note)
      const result = resultOf(desk, decision.decidedOn, note)
      return {
        note,
        shown: decision,
        write: () => changeTransfer(tx, awayOf(facts), { result: "prosecuted", ...result }),
      }
    },
    on,
  )
}

/**
 * A file that was signed for goes back with the decision not to prosecute; one that was never taken in goes back with a
 * reason. Marked last: with it the police's sight of the file ends, and the timeline must be written before.
 */
export const returnCase = (
  desk: Desk,
  id: string,
  input: { reason: string } & Concluding,
): Promise<Result<ConcludingRefusal>> => {
  const giveBack = take<ConcludingRefusal>
  return giveBack(
    desk,
    id,
    "return",
    (facts, today, tx) => {
      const on = input.doneOn || today
      const isSigned = (facts.transfers[0]?.signedOn ?? null) !== null
      const decision = isSigned ? concluded(input, on) : null
      if (decision !== null && "refused" in decision) return decision
      const note = noteWith(decision?.number ?? input.number, input.reason)
      return {
        note,
        shown: decision ?? {},
        taken: {
          concludedOn: decision?.decidedOn ?? null,
          isHalted: facts.row.returnsTo === "decided" && facts.row.haltedOn !== null,
        },
        ...returnRule(facts, on),
        write: async () => {
          const toWhom = await nameOfBody(tx, facts.row.bodyId)
          const reason = fileWords.vi.returnedWith
          await handAll(tx, id, { toWhom, reason, byName: desk.officer.name, on })
        },
        last: () => changeTransfer(tx, awayOf(facts), { result: "returned", ...resultOf(desk, on, note) }),
      }
    },
    input.doneOn ?? null,
  )
}

const resultOf = (desk: Desk, resultOn: string, resultNote: string) => ({
  resultOn,
  resultNote,
  resultName: desk.officer.name,
})

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
    if (row.handlerId === officerId) await recordHandler(tx, desk, row, null)
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
