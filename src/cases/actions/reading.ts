/** What an officer opens: the list, one case with its clocks counted, an enterprise's requests. */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import { legalRules } from "../../kernel/calendar/data.ts"
import { calendarIn } from "../../kernel/calendar/days-off.ts"
import type { LegalRule } from "../../kernel/calendar/deadline.ts"
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { localMinuteOf } from "../../kernel/time.ts"
import { documentsNamed, type ListedDocument } from "../../letters/index.ts"
import { bodiesOn, loadChart } from "../../organizations/index.ts"
import {
  casesToFollow,
  casesWithTips,
  type DeskNotes,
  followUpsOfCases,
  type LinkedSignal,
  notesOn,
  sealsOfCases,
  signalsOfCase,
} from "../../signals/index.ts"
import { allViolations } from "../catalogue.ts"
import {
  askProcuracyBy,
  type Counted,
  count,
  duties,
  type Extension,
  extensionsOf,
  isSuspended,
  resumptionRule,
} from "../domain/clocks.ts"
import { type RangeAnswer, usableRange, type Violation } from "../domain/fines.ts"
import { historyOf, type Moment, reachedOn } from "../domain/history.ts"
import type { Charge } from "../domain/late.ts"
import { lawfulSteps, type Side, type Step } from "../domain/life.ts"
import { maskedIn } from "../domain/masked.ts"
import type { Owed } from "../domain/money.ts"
import { type Cast, castOf } from "../domain/people.ts"
import { isLateRequest } from "../domain/requests.ts"
import { type Suggestion, suggestionsOf } from "../domain/thresholds.ts"
import type { Act } from "../store/acts.ts"
import {
  type CaseFilter,
  type CaseListRow,
  type CaseQuestion,
  type CaseSort,
  countCases,
  eventsOf,
  findCase,
  listCases,
} from "../store/cases.ts"
import type { KeptClock } from "../store/clocks.ts"
import {
  type Custody,
  custodyOf,
  type Dossier,
  dossiersOf,
  type Exhibit,
  exhibitsOf,
} from "../store/files.ts"
import { type Origin, originOf } from "../store/origins.ts"
import type { Request } from "../store/others.ts"
import { type KeptPaper, papersOf } from "../store/papers.ts"
import { type Proof, proofsOf } from "../store/proofs.ts"
import { type NamedOfficer, namedOfficersOf } from "../store/relations.ts"
import { casesNamed } from "../store/sought.ts"
import { type TargetAnswerRow, targetAnswersOf } from "../store/target-answers.ts"
import { isRunning } from "./course.ts"
import { inOrder } from "./dossier.ts"
import { chargesTo, owed } from "./execution.ts"
import { maskedButOwn, maskedCustody, maskedFacts, maskedRows } from "./masking.ts"
import { offenderHashOf } from "./offender-hash.ts"
import { violationOf } from "./range.ts"
import { type Related, relatedCases } from "./relations.ts"
import { type Repeat, repeatsOf } from "./repeats.ts"
import { type Facts, factsOf, heldOf, sidesOf, sinceOf, todayOf } from "./take.ts"

export type { CaseFilter, CaseSort } from "../store/cases.ts"
export type CaseList = {
  rows: CaseListRow[]
  /** Of those that have one: the day on which this desk looks again. */
  followOn: ReadonlyMap<string, string>
  total: number
  late: number
  open: number
  today: string
}

export function readCases(
  desk: Desk,
  filter: CaseFilter,
  page: { sort: CaseSort; descending: boolean; limit: number; offset: number },
): Promise<CaseList> {
  const today = todayOf(desk)
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const asked = await questionOf(tx, desk, filter)
    const found = await listCases(tx, { bodyId: desk.who.bodyId, today }, asked, page)
    const rows = await maskedRows(tx, desk, { rows: found, text: asked.text })
    return {
      rows,
      followOn: await followUpsOfCases(
        tx,
        rows.map(({ id }) => id),
      ),
      total: (await countCases(tx, today, asked)) - (found.length - rows.length),
      late: await countCases(tx, today, { text: "", state: "late", also: [], toFollow: [] }),
      open: await countCases(tx, today, { text: "", state: "open", also: [], toFollow: [] }),
      today,
    }
  })
}

/** Cases are found by their words, by whoever acted, by the number of a paper, of the offender's own papers, and by what their tips name. */
export async function questionOf(tx: Tx, desk: Desk, filter: CaseFilter): Promise<CaseQuestion> {
  const toFollow = filter.state === "follow" ? await casesToFollow(tx, todayOf(desk)) : []
  if (filter.text === "") return { ...filter, also: [], toFollow }
  const also = [
    ...(await casesNamed(tx, filter.text, offenderHashOf(desk, filter.text))),
    ...(await casesWithTips(tx, filter.text)),
  ]
  return { ...filter, also: [...new Set(also)], toFollow }
}

/** A change that somebody decided: an extension by which paper, a suspension, a resumption. */
export type ClockChange = {
  what: string
  at: string
  by: string
  decision: string
  dueBefore: string | null
  note: string | null
}
/** An export takes this many rows; a longer list is narrowed by a filter first. */
const exportMax = 5_000

/** The whole list as a file leaves the program: that it did is written down. */
export function exportCases(
  desk: Desk,
  filter: CaseFilter,
  order: { sort: CaseSort; descending: boolean },
): Promise<CaseListRow[]> {
  const at = { bodyId: desk.who.bodyId, today: todayOf(desk) }
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const asked = await questionOf(tx, desk, filter)
    const found = await listCases(tx, at, asked, { ...order, limit: exportMax, offset: 0 })
    const rows = await maskedRows(tx, desk, { rows: found, text: asked.text })
    const details = { rows: rows.length, state: filter.state }
    await journal(tx, { what: "case.list-exported", record: { kind: "body", id: at.bodyId }, details })
    return rows
  })
}

export type ShownClock = {
  clock: KeptClock
  counted: Counted | null
  extensions: Extension[]
  changes: ClockChange[]
  /** What would run after a resumption, of a clock that is suspended. */
  resumption: LegalRule | null
  /** The last day to ask the procuracy for more time; null: there is nothing to ask. */
  askBy: string | null
}
export type ShownAct = {
  act: Act
  violation: Violation
  /** The range that a decision may use, or what is missing for it. */
  range: RangeAnswer
  /** What the same offender did before, as far as this body knows. */
  repeats: Repeat[]
}
/** `single`: the last answer of each target that has one, under the name that is shown. */
export type ShownRequest = Request & { isLate: boolean; proofs: Proof[]; single: TargetAnswerRow[] }

/** `shown`: the targets as this reader may read them, in the same order. */
export const shownSingly = (
  { id, targets }: Pick<Request, "id" | "targets">,
  shown: readonly string[],
  rows: readonly TargetAnswerRow[],
): TargetAnswerRow[] =>
  targets.flatMap((target, at) => {
    const row = rows.find((one) => one.requestId === id && one.target === target)
    return row === undefined ? [] : [{ ...row, target: shown[at] ?? target }]
  })

export type Choice = { value: string; label: string }
export type CaseReading = Facts & {
  today: string
  /** The minute: duties of hours are told in hours. */
  now: string
  sides: Side[]
  /** What may be entered: done today, or on an earlier day and typed now. */
  steps: Step[]
  /** What may be done today. */
  stepsToday: Step[]
  decideUntil: string | null
  /** Each day's charge for lateness. */
  charges: Charge[]
  shownClocks: ShownClock[]
  /** Duties of the reader's side that wait to be said done. */
  owedDuties: KeptClock[]
  shownActs: ShownAct[]
  shownRequests: ShownRequest[]
  history: Moment[]
  reached: ReadonlyMap<string, string>
  cast: Cast
  namedOfficers: NamedOfficer[]
  related: Related[]
  suggestions: Suggestion[]
  enterprises: Choice[]
  police: Choice[]
  bodyNames: ReadonlyMap<string, string>
  owed: Owed
  /** The last day on which a served decision is executed freely. */
  payUntil: string | null
  /** The decision to enforce, if one was noted. */
  enforcedAs: string | null
  /** The tips that this case answers; none to whom they do not belong. */
  tips: LinkedSignal[]
  exhibits: Exhibit[]
  custody: Custody[]
  dossiers: Dossier[]
  /** More is known of who reported than when the newest was made. */
  isDossierStale: boolean
  papers: ShownPaper[]
  /** Words of this body's own case name whoever reported it, and are masked. */
  isMasked: boolean
  /** The check or incident from which it was opened. */
  origin: Origin | null
  /** What the reader's desk wrote to itself, and when it looks again. */
  noted: DeskNotes
}
export type ShownPaper = { paper: KeptPaper; document: ListedDocument | null }

/**
 * Null when there is none, or it is not this officer's to see. The read is journaled before anything is shown. `isOpened`: the
 * body's own words as they were written, for who has given a reason (`openWords`).
 */
export async function readCase(desk: Desk, id: string, isOpened = false): Promise<CaseReading | null> {
  const reading = await asOfficer(desk.house.db, desk.who, (tx) => gather(tx, desk, id, isOpened))
  if (reading === null) return null
  await asOfficer(desk.house.db, desk.who, (tx) =>
    journal(tx, { what: "case.read", record: { kind: "case", id } }),
  )
  return reading
}

async function gather(tx: Tx, desk: Desk, id: string, isOpened: boolean): Promise<CaseReading | null> {
  const row = await findCase(tx, id)
  if (row === null) return null
  const today = todayOf(desk)
  const { bodyId } = desk.who
  const isOurs = row.bodyId === bodyId
  const seals = await sealsOfCases(tx, desk.house, [id])
  const tips = await signalsOfCase(tx, id)
  const isOpen = isOurs && (isOpened || tips.length === 0)
  const { without, hidden } = counting(isOpen ? undefined : seals.get(id)?.without)
  // Elsewhere a mask in a body's own words would answer whoever tries one name after another; here such words are refused.
  const isTheirOwn = (one: { byBodyId: string | null }) => !isOurs && one.byBodyId === bodyId
  const facts = maskedFacts(await factsOf(tx, row), without)
  const chart = await loadChart(tx)
  const bodies = bodiesOn(chart, today)
  const events = maskedButOwn(await eventsOf(tx, id), isTheirOwn, without)
  const made = await dossiersOf(tx, id)
  const mark = seals.get(id)?.mark ?? ""
  const dossiers = inOrder(made, mark)
  const calendar = await calendarIn(tx)
  const exhibits = maskedIn(await exhibitsOf(tx, id), without)
  const custody = maskedCustody(await custodyOf(tx, id), isOurs ? null : bodyId, without)
  const proofs = await proofsOf(
    tx,
    facts.requests.map((one) => one.id),
  )
  const single = await targetAnswersOf(
    tx,
    facts.requests.map((one) => one.id),
  )
  const shownRequests = facts.requests.map((one) => ({
    ...one,
    single: single.filter((row) => row.requestId === one.id),
    isLate: isLateRequest(one, today),
    proofs: proofs.filter((proof) => proof.requestId === one.id),
  }))
  const choices = (kind: string) =>
    bodies
      .filter((body) => body.kind === kind && body.id !== desk.who.bodyId)
      .map((body) => ({ value: body.id, label: body.name }))
  const sides = sidesOf(desk, facts)
  return {
    ...facts,
    today,
    now: localMinuteOf(desk.house.clock.now()),
    sides,
    steps: lawfulSteps(heldOf(facts), sides, today, sinceOf(facts) || today),
    stepsToday: lawfulSteps(heldOf(facts), sides, today),
    decideUntil: heldOf(facts).decideUntil,
    charges: chargesTo(facts, today),
    shownClocks: facts.clocks
      .filter(isRunning)
      .map((clock) => shown(clock, events, calendar))
      .sort(byDue),
    owedDuties: facts.clocks.filter((one) => isRunning(one) && isOwedBy(sides, one)),
    shownActs: await Promise.all(facts.acts.map((act) => withRepeats(tx, act, facts))),
    shownRequests,
    history: historyOf({ events, requests: shownRequests, custody, exhibits, tips }),
    reached: reachedOn(events),
    cast: castOf({ acts: facts.acts, requests: shownRequests, transfers: facts.transfers, events, tips }),
    namedOfficers: maskedButOwn(
      await namedOfficersOf(tx, id),
      (one) => !isOurs && one.bodyId === bodyId,
      without,
    ),
    suggestions: suggestionsOf({ tips, acts: facts.acts.map(violationOf) }, allViolations(), today),
    related: await relatedCases(tx, desk, id, exhibits),
    enforcedAs: events.find(({ what }) => what === "case.enforced")?.note ?? null,
    enterprises: choices("enterprise"),
    police: choices("police"),
    // All that ever were: who asked or received under a name that is gone keeps it.
    bodyNames: new Map(chart.bodies.map((body) => [body.id, body.name])),
    owed: owed(facts, today),
    payUntil: heldOf(facts).payUntil,
    tips,
    exhibits,
    custody,
    dossiers,
    isDossierStale: dossiers.length > 0 && dossiers[0]?.seals !== mark,
    papers: maskedIn(await shownPapers(tx, id), without),
    isMasked: hidden() && isOurs,
    origin: await originOf(tx, id),
    noted: await notesOn(tx, { caseId: id }),
  }
}

/** Says afterwards whether anything was hidden. */
function counting(mask: ((text: string) => string) | undefined) {
  let hasHidden = false
  const without = (text: string) => {
    const masked = mask?.(text) ?? text
    hasHidden ||= masked !== text
    return masked
  }
  return { without, hidden: () => hasHidden }
}

async function shownPapers(tx: Tx, id: string): Promise<ShownPaper[]> {
  const papers = await papersOf(tx, id)
  const documents = await documentsNamed(
    tx,
    papers.map(({ documentId }) => documentId),
  )
  return papers.map((paper) => ({
    paper,
    document: documents.find((one) => one.id === paper.documentId) ?? null,
  }))
}

function isOwedBy(sides: readonly Side[], { purpose }: KeptClock): boolean {
  const side = duties[purpose]
  return side !== undefined && sides.includes(side)
}

type PastEvent = Awaited<ReturnType<typeof eventsOf>>[number]

function shown(clock: KeptClock, events: readonly PastEvent[], calendar: Calendar): ShownClock {
  const counted = count(clock, legalRules(), calendar)
  const extensions = extensionsOf(clock, legalRules())
  const resumption = clock.purpose === "resolve" && isSuspended(clock) ? resumptionRule(legalRules()) : null
  const askBy = clock.stoppedOn === null ? askProcuracyBy(clock, legalRules(), calendar) : null
  const changes = events.flatMap((event): ClockChange[] => {
    const details = event.details as Readonly<Record<string, string | null>>
    if (details.clock !== clock.id) return []
    const { decision = "", dueBefore = null } = details
    return [
      {
        what: event.what,
        at: event.at,
        by: event.byName,
        decision: decision ?? "",
        dueBefore,
        note: event.note,
      },
    ]
  })
  return { clock, counted: "refused" in counted ? null : counted, extensions, changes, resumption, askBy }
}

const byDue = (one: ShownClock, other: ShownClock) =>
  (one.clock.due ?? "9999").localeCompare(other.clock.due ?? "9999")

async function withRepeats(tx: Tx, act: Act, facts: Facts): Promise<ShownAct> {
  const repeats = await repeatsOf(tx, act, facts)
  const violation = violationOf(act)
  return { act, violation, range: usableRange(violation, act.offenderKind, act.typed), repeats }
}
