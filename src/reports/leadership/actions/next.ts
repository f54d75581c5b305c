/** The next directive begins from what the figures say; a person edits it, and it goes the way of outgoing documents. */
import { signersOf } from "../../../accounts/index.ts"
import { asOfficer, type Tx } from "../../../kernel/db/database.ts"
import { getFile } from "../../../kernel/files.ts"
import { formatDay } from "../../../kernel/format.ts"
import type { Desk } from "../../../kernel/http/env.ts"
import { hereOf } from "../../../kernel/installation.ts"
import { journal } from "../../../kernel/journal.ts"
import { draftDocumentIn, symbolOf, symbolsOf, typedBlocks } from "../../../letters/index.ts"
import { bodiesOn, type Chart, loadChart, resolveAddressee } from "../../../organizations/index.ts"
import { todayOf } from "../../actions/figures.ts"
import { type Period, periodOf, periodOn } from "../../domain/windows.ts"
import { type IssuedReport, issuedReports, nameOfLead } from "../../store/issued.ts"
import { printed } from "../../words-document.ts"
import { scamTypes } from "../catalogue.ts"
import { type NextLetter, nextLetter } from "../domain/letter.ts"
import { type Proposal, proposalsFrom } from "../domain/proposals.ts"
import { recommendationsIn } from "../domain/recommended.ts"
import { enterprises, letterWords, nextWords, reportMarks, sentencesOn } from "../words-proposals.ts"
import { type Overview, readOverview } from "./overview.ts"

/** Days given for what is late already; the clerk sees and changes the date. */
const soonDays = 30
const untoldMax = 8

export type CitedReport = Omit<IssuedReport, "model"> & { issuer: string }
export type NextDirective = {
  period: Period
  /** The report that it cites; null: none of the period has a number yet. */
  report: CitedReport | null
  /** Every report that may be cited instead. */
  reports: CitedReport[]
  /** `bodies`: how many its addressee means today; 0: nobody is known by that name. */
  proposals: (Proposal & { bodies: number })[]
  subject: string
  cites: string
  signers: { officerId: string; name: string; title: string }[]
  /** Where the evidence of what is late stands. */
  directiveId: string | null
  window: { from: string; to: string }
}

/** `label`: the period to begin from; the latest with an issued report when nobody says. */
export async function proposeNext(desk: Desk, label?: string): Promise<NextDirective> {
  const { reports, report, model, chart, lead } = await reportToCite(desk, label)
  const period =
    periodOf(label ?? "") ?? periodOf(report?.period ?? "") ?? periodOn(todayOf(desk), "half-year")
  const overview = await readOverview(desk, { period })
  const today = todayOf(desk)
  const say = sentencesOn(today, report?.issuer ?? lead ?? nextWords.lead)
  const { from, to } = overview.reading.current
  // A letter is Vietnamese, whatever language its page is read in.
  const types = scamTypes("vi")
  const seen = {
    risen: overview.notable.map((one) => ({ ...one, name: types.get(one.key) ?? one.key })),
    late: lateOf(overview),
    recommended: model === null ? [] : recommendationsIn(model, reportMarks(printed.annexParts)),
    untold: untoldOf(overview),
  }
  const options = { known: knownOn(chart, today), soon: daysAfter(today, soonDays) }
  return {
    ...{ period, report, reports, window: overview.window },
    subject: nextWords.subject,
    cites: report === null ? citesUnnumbered(from, to) : citation(report),
    proposals: proposalsFrom(seen, say, options).map((one) => ({
      ...one,
      bodies: reachOf(chart, one.to, today),
    })),
    signers: await signersOf(desk),
    directiveId: overview.rollUp?.head.id ?? null,
  }
}

function lateOf({ rollUp }: Overview) {
  const headings = new Map(rollUp?.clauses.map((clause) => [clause.id, clause.heading]))
  return (rollUp?.tasks ?? []).map((task) => ({ ...task, to: headings.get(task.clauseId) ?? "" }))
}

/** With the words of the one that is cited. */
function reportToCite(desk: Desk, label: string | undefined) {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const chart = await loadChart(tx)
    const names = new Map(chart.bodies.map((body) => [body.id, body.name]))
    const all = (await issuedReports(tx, null)).map(({ model: _, ...one }) => ({
      ...one,
      issuer: names.get(one.bodyId) ?? "",
    }))
    const report = all.find((one) => label === undefined || one.period === label) ?? null
    const model = report === null ? null : await modelOf(tx, report.lockId)
    return { reports: all, report, model, chart, lead: await nameOfLead(tx) }
  })
}

const modelOf = async (tx: Tx, lockId: string) =>
  (await issuedReports(tx, lockId)).find((one) => one.lockId === lockId)?.model ?? null

/** "Báo cáo số 12/BC-STTTT ngày 15/12/2023 của …": what the letter reader finds again. */
export const citation = ({ number, symbol, datedOn, issuer, subject }: CitedReport) =>
  nextWords.cites(`${String(number).padStart(2, "0")}/${symbol}`, formatDay(datedOn, "vi"), issuer, subject)

const citesUnnumbered = (from: string, to: string) =>
  nextWords.citesUnnumbered(formatDay(from, "vi"), formatDay(to, "vi"))

/** Whom a recommendation may name: bodies of the day and their groups. */
const knownOn = (chart: Chart, day: string) => [
  ...bodiesOn(chart, day).flatMap((body) => [body.name, ...body.otherNames]),
  ...chart.groups.flatMap((group) => [group.name, ...group.otherNames]),
  enterprises,
]

function reachOf(chart: Chart, to: string, day: string): number {
  const meant = resolveAddressee(chart, to, day).flatMap((one) => {
    if (one.at === "body") return [one.body]
    return one.at === "group" ? one.members : one.at === "ended" ? one.successors : []
  })
  return new Set(meant.map(({ id }) => id)).size
}

const daysAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Figures that only bodies can tell, and none has. */
const untoldOf = ({ reading }: Overview) =>
  reading.figures
    .filter((one) => one.definition.source !== "system" && one.value === null)
    .map((one) => one.definition.name)
    .slice(0, untoldMax)

export type NextWritten = Omit<NextLetter, "signer"> & { signerId: string; reportId: string | null }
export type Started = { documentId: string } | { refused: "nothing" | "noSigner" }

/** A draft among the outgoing documents: edited, reviewed, signed and numbered there; its tasks are given when it goes out. */
export async function startDirective(desk: Desk, written: NextWritten): Promise<Started> {
  if (written.kept.length === 0) return { refused: "nothing" }
  const signer = (await signersOf(desk)).find((one) => one.officerId === written.signerId)
  if (signer === undefined) return { refused: "noSigner" }
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    // The committee's letter, behind whose name the office says which field wrote it.
    const { field } = await symbolsOf(tx, desk.officer.bodyName)
    const say = letterWords(hereOf(desk.house), symbolOf("letter", nextWords.committeeShort, field))
    const { model, text } = nextLetter({ ...written, signer }, say)
    const { id } = await draftDocumentIn(tx, desk, {
      model: { ...model, blocks: typedBlocks(text) },
      typedText: text,
      signerId: written.signerId,
      assigns: true,
    })
    await journal(tx, {
      what: "directive.begun",
      record: { kind: "official-document", id },
      details: { report: written.reportId, evidence: written.kept.map(({ why }) => why.slice(0, 500)) },
    })
    return { documentId: id }
  })
}

/** The report as it was issued, for whoever it was handed to. */
export async function issuedFile(desk: Desk, lockId: string): Promise<Uint8Array | null> {
  const found = await asOfficer(desk.house.db, desk.who, async (tx) =>
    (await issuedReports(tx, null)).find((one) => one.lockId === lockId),
  )
  return found === undefined ? null : getFile(desk.house, found.fileSha256)
}
