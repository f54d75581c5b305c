/** The report as a document: figures, what the clerk wrote, what bodies wrote, who signs. */
import { signersOf } from "../../accounts/index.ts"
import { campaignsAfter } from "../../awareness/index.ts"
import { directivesNamed } from "../../directives/index.ts"
import { readCsv } from "../../kernel/calendar/data.ts"
import { asOfficer, readAsOfficer, type Tx } from "../../kernel/db/database.ts"
import { formatDate, formatDay, formatNumber } from "../../kernel/format.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { hereOf } from "../../kernel/installation.ts"
import { journal } from "../../kernel/journal.ts"
import {
  draftDocumentIn,
  inFull,
  type OfficialDocumentInput,
  symbolsOf,
  writeDocx,
  writePdf,
} from "../../letters/index.ts"
import { bodiesOn, type ChartBody, loadChart } from "../../organizations/index.ts"
import {
  proposalsFrom,
  proposalsIn,
  proposalWords,
  type ReportedProposal,
  recommendationKey,
} from "../../proposals/index.ts"
import type { Printing, ReportContent } from "../domain/content.ts"
import { composeReport } from "../domain/document.ts"
import type { Tallies } from "../domain/tallies.ts"
import { daysIn, type Period, upTo, type Window, windowOf } from "../domain/windows.ts"
import { readPlaces } from "../leadership/actions/places.ts"
import { scamTypes } from "../leadership/catalogue.ts"
import { recommendationsIn } from "../leadership/domain/recommended.ts"
import { reportMarks } from "../leadership/words-proposals.ts"
import { allFigures, reportOutline } from "../outline.ts"
import { nameOfPeriod } from "../period-name.ts"
import { recordsOf } from "../store/figures.ts"
import { addDocument, documentOfLock } from "../store/locks.ts"
import { keepText, lastWritten, textsOf } from "../store/texts.ts"
import { words } from "../words.ts"
import { printed } from "../words-document.ts"
import { campaignStanding, partsWritten } from "./campaign.ts"
import { type PeriodReading, readPeriodIn, type Scope, todayOf } from "./figures.ts"
import { readTallies } from "./tallies.ts"

/** Parts that a clerk may write, beside those of the outline: who signs, and to whom it goes. */
export const otherParts = ["position", "signer", "recipients"] as const
export type Texts = Readonly<Record<string, string>>
export type ReportDraft = {
  document: OfficialDocumentInput
  texts: Texts
  reading: PeriodReading
  /** What it recommends, each with the proposal that took it up. */
  recommended: { text: string; proposal: ReportedProposal | null }[]
  /** The outgoing document that it became, if it went to signature. */
  documentId: string | null
}

export async function readReport(desk: Desk, period: Period, scope: Scope): Promise<ReportDraft> {
  if (scope === "province") await readPlaces(desk.house)
  return readAsOfficer(desk.house.db, desk.who, (tx) => readReportIn(tx, desk, period, scope))
}

export async function drawReport(
  desk: Desk,
  asked: { period: Period; scope: Scope; form: "docx" | "pdf" },
): Promise<Uint8Array> {
  const { document } = await readReport(desk, asked.period, asked.scope)
  return asked.form === "pdf" ? writePdf(document) : writeDocx(document)
}

/** Texts of parts that the report does not have are left out. */
/** Who wrote last, and what stands there now: shown to whoever was slower. */
export const writtenLast = (desk: Desk, period: Period, scope: Scope) =>
  asOfficer(desk.house.db, desk.who, async (tx) => {
    const key = { period: period.label, scope }
    return { last: await lastWritten(tx, key), texts: await textsOf(tx, key) }
  })

export async function writeTexts(desk: Desk, period: Period, scope: Scope, texts: Texts): Promise<void> {
  const known = [...reportOutline().sections.map(({ id }) => id), ...otherParts]
  await asOfficer(desk.house.db, desk.who, async (tx) => {
    const kept = known.filter((part) => texts[part] !== undefined)
    for (const part of kept)
      await keepText(tx, { period: period.label, scope }, part, (texts[part] ?? "").trim().slice(0, 20_000))
    const record = { kind: "report", id: `${period.label}/${scope}` }
    await journal(tx, { what: "report.written", record, details: { parts: kept } })
  })
}

export type DraftRefused =
  | "report.notLocked"
  | "report.notYours"
  | "report.draftedAlready"
  | "report.noSigner"

/** Hands the locked report to the way of outgoing documents: review, signature, number, issue. Once a period. */
export async function draftReport(
  desk: Desk,
  asked: { period: Period; scope: Scope; signerId: string },
): Promise<{ documentId: string } | { refused: DraftRefused }> {
  const signer = (await signersOf(desk)).find((one) => one.officerId === asked.signerId)
  if (signer === undefined) return { refused: "report.noSigner" }
  if (asked.scope === "province") await readPlaces(desk.house)
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const { name, title: position } = signer
    const draft = await readReportIn(tx, desk, asked.period, asked.scope, { name, position })
    const { lock } = draft.reading
    if (lock === null) return { refused: "report.notLocked" }
    if (lock.bodyId !== desk.who.bodyId) return { refused: "report.notYours" }
    if (draft.documentId !== null) return { refused: "report.draftedAlready" }
    const { number: _, date: __, ...model } = draft.document
    const made = await draftDocumentIn(tx, desk, { model, typedText: null, signerId: asked.signerId })
    await addDocument(tx, { lockId: lock.id, documentId: made.id })
    const details = { document: made.id, sha256: lock.sha256 }
    await journal(tx, { what: "report.drafted", record: { kind: "report-lock", id: lock.id }, details })
    return { documentId: made.id }
  })
}

async function readReportIn(
  tx: Tx,
  desk: Desk,
  period: Period,
  scope: Scope,
  signs: { name: string; position: string } | null = null,
): Promise<ReportDraft> {
  const today = todayOf(desk)
  const [reading, texts, chart, bodyTexts, follows, campaign] = await Promise.all([
    readPeriodIn(tx, period, { today, bodyId: desk.who.bodyId, scope }),
    textsOf(tx, { period: period.label, scope }),
    loadChart(tx),
    partsWritten(tx, period.label),
    followsOf(tx, desk, upTo(windowOf(period), today)),
    campaignStanding(tx, period.label),
  ])
  const bodies = bodiesOn(chart, today)
  const office = officeOf(desk, bodies)
  const { previous, lastYear, isRunning, lock } = reading
  const window = upTo(reading.current, today)
  const live = { window, before: previous, cells: reading.cells }
  const tallies = lock?.tallies ?? (await readTallies(tx, live, { scope, province: hereOf(desk.house).code }))
  const proposed = await proposalsIn(tx, { from: window.from, to: window.to, label: period.label })
  const content: ReportContent = {
    window: reading.current,
    previous,
    passed: isRunning && lock === null ? { days: daysIn(window), previous, lastYear } : null,
    periodName: nameOfPeriod(period, "vi"),
    today,
    sections: reportOutline().sections,
    figures: reading.figures,
    lock: lock === null ? null : { ...lock, on: localDay(lock.at) },
    texts,
    tallies,
    duties: namedDuties(tallies, chart.bodies),
    campaign,
    bodyTexts,
    since: reading.since,
    proposals: proposed.map(fateOf(window.to)),
    ahead: {
      proposalTasks: proposed.reduce((sum, { given, done }) => sum + given - done, 0),
      campaigns: await campaignsAfter(tx, window.to),
    },
    follows,
    ...office,
    abbreviation: (await symbolsOf(tx, office.issuer.name)).abbreviation,
    signer: signs ?? {
      position: texts.position || (desk.officer.role === "leader" ? desk.officer.title : printed.position),
      name: texts.signer || (desk.officer.role === "leader" ? desk.officer.name : null),
    },
    recipients: linesOf(texts.recipients) ?? printed.recipients(hereOf(desk.house).kind),
    number: null,
  }
  const documentId = lock === null ? null : await documentOfLock(tx, lock.id)
  const document = composeReport(content, printing)
  const taken = new Map((await proposalsFrom(tx, period.label)).map((one) => [one.fromHash, one]))
  const recommended = recommendationsIn(document, reportMarks(printed.annexParts))
    .filter(({ by }) => by === document.issuer.name)
    .map(({ text }) => ({ text, proposal: taken.get(recommendationKey(text)) ?? null }))
  return { document, texts, reading, recommended, documentId }
}

/** As it stood on that day: what was submitted or decided later is told by the next report. */
const fateOf = (until: string) => (one: ReportedProposal) => ({
  title: one.title,
  submitted:
    one.submittedOn === null || one.submittedOn > until
      ? printed.fateUnsubmitted(one.toName)
      : printed.fateSubmitted(one.toName, one.submittedNumber ?? "", formatDate(one.submittedOn, "vi")),
  outcome:
    one.outcome === null || one.decidedOn === null
      ? printed.fateWaiting
      : printed.fateOutcome(
          proposalWords.vi.outcomes[one.outcome],
          one.decidedNumber ?? "",
          formatDate(one.decidedOn, "vi"),
        ) + (one.given === 0 ? "" : printed.fateTasks(one.given, one.done, one.overdue)),
})

const printing: Printing = {
  day: (on) => formatDay(on, "vi"),
  number: (value, decimals) => formatNumber(value, "vi", decimals),
  part: (name) => words.vi.parts[name] ?? name,
  type: (key) => scamTypes("vi").get(key) ?? key,
}

const localDay = (at: string) => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10)

function linesOf(text: string | undefined): string[] | null {
  const lines = (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(0, 60)
  return lines.length === 0 ? null : lines
}

/** The most overdue first; a body that is no more keeps its name. */
function namedDuties({ duties }: Tallies, bodies: readonly ChartBody[]): ReportContent["duties"] {
  const names = new Map(bodies.map((body) => [body.id, body.name]))
  return duties
    .map((one) => ({ ...one, body: names.get(one.bodyId) ?? "" }))
    .sort((one, other) => other.overdue - one.overdue || one.body.localeCompare(other.body, "vi"))
}

/** The letters that this report answers: the latest that the body sees from others, three at most. */
async function followsOf(tx: Tx, desk: Desk, window: Window): Promise<ReportContent["follows"]> {
  const definition = allFigures().find((one) => one.id === "II.1")
  if (definition === undefined) return []
  const page = { limit: 20, offset: 0, onlyBody: null }
  const { rows } = await recordsOf(tx, definition, window, page)
  const heads = await directivesNamed(
    tx,
    rows.flatMap(({ id }) => (id === null ? [] : [id])),
  )
  const others = heads.filter((head) => head.issuerName !== desk.officer.bodyName).slice(0, 3)
  return others.map((head) => ({
    kind: capital(head.kind),
    // A symbol without its number names no letter.
    number: head.number === null ? "" : [head.number, head.symbol].filter(Boolean).join("/"),
    day: formatDay(head.datedOn ?? head.issuedOn, "vi"),
    issuer: head.issuerName,
    subject: head.subject,
  }))
}

function officeOf(
  desk: Desk,
  bodies: readonly ChartBody[],
): Pick<ReportContent, "issuer" | "place" | "province" | "joined" | "addressees"> {
  const committee = bodies.find((body) => body.kind === "province-committee")
  const parent = committee === undefined || committee.id === desk.who.bodyId ? null : inFull(committee.name)
  const { name: place, kind } = hereOf(desk.house)
  return {
    issuer: { parent, name: inFull(desk.officer.bodyName) },
    place,
    province: `${kind} ${place}`,
    joined: joinedWith(place),
    addressees: parent === null ? [] : [parent],
  }
}

/** Nghị quyết 202/2025/QH15, as `data/administrative-units/provinces-34.csv` has it. */
function joinedWith(province: string): string[] {
  const row = readCsv("administrative-units/provinces-34.csv").find((one) => one.province_2025 === province)
  return (row?.merged_from ?? "").split("; ").filter((name) => name !== "" && name !== province)
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1)
