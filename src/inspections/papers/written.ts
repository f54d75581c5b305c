/** The papers of a check in official layout, from what was entered. Pure. */

import type { Province } from "../../kernel/installation.ts"
import {
  type BlockInput,
  type BodySymbols,
  type OfficialDocumentInput,
  signatureFor,
  symbolOf,
} from "../../letters/index.ts"
import type { Checklist, Finding, Given, Version } from "../domain/checklist.ts"
import { codeOf } from "../domain/code.ts"
import type { PowerRow } from "../domain/powers.ts"
import type { Subject } from "../domain/subject.ts"
import type { Member, Recommendation } from "../store/details.ts"
import type { InspectionRow } from "../store/inspections.ts"
import { words } from "../words.ts"
import type { PaperKind } from "./kinds.ts"
import { printed } from "./printed.ts"

export type PaperContent = {
  row: InspectionRow
  subject: Subject
  law: PowerRow
  list: Checklist
  version: Version
  answers: readonly Given[]
  findings: readonly Finding[]
  members: readonly Member[]
  recommendations: readonly Recommendation[]
  cases: number
  issuer: { parent: string | null; name: string }
  symbols: BodySymbols
  place: string
  here: Province["kind"]
  signer: { name: string; title: string }
  today: string
}
type Paper = Omit<OfficialDocumentInput, "number" | "date">

export function writePaper(kind: PaperKind, content: PaperContent): Paper {
  switch (kind) {
    case "decision":
      return decision(content)
    case "plan":
      return plan(content)
    case "notice":
      return notice(content)
    case "record":
      return record(content)
    case "report":
      return report(content)
    case "conclusion":
      return conclusion(content)
    case "put-right":
      return putRight(content)
  }
}

/** Nothing that a printed line cannot hold. */
const clean = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
const paragraph = (text: string): BlockInput => ({ is: "paragraph", text: clean(text) || blank })
const blank = "………"
const list = (items: readonly string[], mark: "dash" | "number" = "dash"): BlockInput => ({
  is: "list",
  mark,
  items: items.length === 0 ? [blank] : items.map((one) => clean(one) || blank),
})
const titled = (mark: string, title: string, blocks: BlockInput[]): BlockInput => ({
  is: "section",
  mark,
  title,
  blocks,
})
/** "ngày 05 tháng 9 năm 2023": days below 10 and the months 1 and 2 carry a zero. */
function longDay(on: string | null): string {
  const [year = "", month = "", day = ""] = (on ?? "").split("-")
  return on === null ? blank : `ngày ${day} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`
}

const what = ({ row }: PaperContent) => printed.powers[row.power]
const lawOf = ({ law }: PaperContent) => (law.isVerified ? law.basis : `${law.basis} ${printed.unverified}`)
const decidedOf = ({ row }: PaperContent) =>
  printed.decided(row.decidedNumber ?? blank, longDay(row.decidedOn))
/** A sentence goes on after it, so it ends in no full stop of its own. */
const unended = (text: string) => text.trim().replace(/\.$/, "")
const groundName = ({ row }: PaperContent) => words.vi.grounds[row.ground].toLocaleLowerCase("vi")
const groundOf = (content: PaperContent) =>
  printed.groundNote(groundName(content), unended(content.row.groundNote))
const groundsOf = (content: PaperContent): string[] =>
  [
    printed.grounds(content.row.legalBasis ?? lawOf(content)),
    printed.grounds(groundOf(content)),
    ...(content.row.overrideReason === null ? [] : [printed.report.limit(content.row.overrideReason)]),
  ].map(clean)
const teamOf = ({ members }: PaperContent) =>
  members.map((one) => `${one.name}, ${one.title}${one.isHead ? "" : `, ${words.vi.member}`}, ${one.ofBody}`)
const head = (content: PaperContent, kind: Exclude<PaperKind, "put-right">, as: Paper["kind"]) => ({
  kind: as,
  issuer: content.issuer,
  symbol: `${printed.symbols[kind]}-${content.symbols.abbreviation}`,
  place: content.place,
  subject: clean(
    printed.of(kind === "record" ? what(content) : `${nameOf(kind)} ${what(content)}`, content.subject.name),
  ),
})
/** The layout prints the kind of document itself; a report says of what, and a notice may tell of a conclusion. */
const nameOf = (kind: PaperKind) =>
  kind === "decision" || kind === "notice" || kind === "plan"
    ? ""
    : printed.names[kind].toLocaleLowerCase("vi")
const signedBy = ({ signer }: PaperContent) => [signatureFor({ position: signer.title, name: signer.name })]

function decision(content: PaperContent): Paper {
  const { row, subject, signer } = content
  const t = printed.articles
  return {
    ...head(content, "decision", "decision"),
    authority: signer.title,
    grounds: groundsOf(content),
    blocks: [
      titled("Điều 1", t.first(what(content), subject.name, row.place), [
        paragraph(t.matter(words.vi.matters[row.matter])),
        paragraph(t.time(row.days === null ? blank : String(row.days))),
      ]),
      titled("Điều 2", t.team, [list(teamOf(content))]),
      titled("Điều 3", t.follow(subject.name), []),
    ],
    signatures: signedBy(content),
    recipients: [subject.name, printed.recipients.inspectorate(content.here), printed.recipients.keep],
  }
}

function plan(content: PaperContent): Paper {
  const { row, subject, version, list: checklist } = content
  const t = printed.plan
  return {
    ...head(content, "plan", "plan"),
    grounds: groundsOf(content),
    blocks: [
      titled("1", t.aim, [paragraph(t.aimText(groundName(content), unended(row.groundNote)))]),
      titled("2", t.subject, [paragraph(`${subject.name}; ${words.vi.matters[row.matter]}.`)]),
      titled("3", t.how, [
        paragraph(`${words.vi.methods[row.method]}.`),
        ...(row.remoteNote === null ? [] : [paragraph(t.remote(row.remoteNote))]),
      ]),
      titled("4", t.when, [paragraph(t.whenText(longDay(row.plannedOn), row.place))]),
      titled("5", t.who, [list(teamOf(content))]),
      titled("6", `${t.questions} “${checklist.name.vi}”`, [
        list(
          version.questions.map((one) => one.text.vi),
          "number",
        ),
      ]),
    ],
    signatures: signedBy(content),
    recipients: [printed.recipients.inspectorate(content.here), printed.recipients.keep],
  }
}

function notice(content: PaperContent): Paper {
  const { row, subject, issuer } = content
  return {
    ...head(content, "notice", "announcement"),
    addressees: [subject.name],
    blocks: [
      paragraph(printed.notice.text(issuer.name, what(content), longDay(row.plannedOn), row.place)),
      paragraph(printed.notice.bring),
    ],
    signatures: signedBy(content),
    recipients: [printed.recipients.subject, printed.recipients.keep],
  }
}

function subjectLines({ subject }: PaperContent): string[] {
  const t = printed.record
  return [
    subject.name,
    ...(subject.taxCode === null ? [] : [t.code(subject.taxCode)]),
    ...(subject.licenceNumber === null ? [] : [t.licence(subject.licenceNumber)]),
    t.address(subject.address),
  ]
}

function counted({ list: checklist }: PaperContent, given: Given): string[] {
  return checklist.counts.flatMap(({ name, label }) => {
    const n = given.counts[name]
    return n === undefined ? [] : [printed.reaches(label.vi, String(n))]
  })
}

function findingLines(content: PaperContent): string[] {
  return content.findings.map(({ question, given }) =>
    [
      `${question.text.vi} ${words.vi.answers[given.answer]}`,
      ...counted(content, given),
      ...(given.note === null ? [] : [unended(given.note)]),
      question.article === null
        ? ""
        : `${question.article}${question.isVerified ? "" : ` ${printed.unverified}`}`,
    ]
      .filter((one) => one !== "")
      .join("; "),
  )
}

function record(content: PaperContent): Paper {
  const { row, version, answers, members, findings } = content
  const t = printed.record
  const [hour = blank, minute = blank] = (row.recordedTime ?? "").split(":")
  const rows = version.questions.map((question, at) => {
    const given = answers.find((one) => one.question === question.id)
    return [
      String(at + 1),
      question.text.vi,
      given === undefined ? "" : words.vi.answers[given.answer],
      given === undefined
        ? ""
        : clean([...counted(content, given), given.note ?? ""].filter((one) => one !== "").join("; ")),
    ]
  })
  const signs = [
    { position: t.signs.head, name: members.find((one) => one.isHead)?.name ?? null },
    row.signing === "commune"
      ? { position: t.signs.commune, name: null }
      : row.signing === "witness"
        ? { position: t.signs.witness, name: null }
        : { position: t.signs.subject, name: null },
  ]
  return {
    ...head(content, "record", "minutes"),
    blocks: [
      paragraph(
        t.began(
          { hour: hour || blank, minute, day: longDay(row.recordedOn), place: row.place },
          decidedOf(content),
        ),
      ),
      titled("1", t.team, [list(teamOf(content))]),
      titled("2", t.subject, [list(subjectLines(content))]),
      titled("3", t.content, [paragraph(`${words.vi.matters[row.matter]} (${codeOf(row)})`)]),
      titled("4", t.found, [
        {
          is: "table",
          columns: [
            { title: t.columns.order, share: 0.7, align: "centre" },
            { title: t.columns.question, share: 5 },
            { title: t.columns.answer, share: 1.6 },
            { title: t.columns.note, share: 4 },
          ],
          rows,
        },
      ]),
      titled("5", t.violations, [
        findings.length === 0 ? paragraph(t.noViolation) : list(findingLines(content)),
      ]),
      titled("6", t.opinion, [
        paragraph(row.opinion ?? blank),
        ...(row.signing === null || row.signing === "signed"
          ? []
          : [paragraph(t.refusal(row.refusalReason ?? blank, row.witness ?? blank))]),
      ]),
      paragraph(t.ended),
    ],
    signatures: signs,
  }
}

function report(content: PaperContent): Paper {
  const { row, answers, findings, cases } = content
  const t = printed.report
  return {
    ...head(content, "report", "report"),
    blocks: [
      paragraph(t.opening(what(content), longDay(row.recordedOn), decidedOf(content))),
      titled("1", t.done, [
        paragraph(t.held(String(answers.length))),
        ...(row.overrideReason === null ? [] : [paragraph(t.limit(row.overrideReason))]),
      ]),
      titled("2", t.findings, [
        findings.length === 0 ? paragraph(printed.record.noViolation) : list(findingLines(content)),
      ]),
      titled("3", t.proposals, [paragraph(cases === 0 ? t.none : t.cases(String(cases)))]),
    ],
    signatures: signedBy(content),
    recipients: [printed.recipients.keep],
  }
}

const asked = ({ recommendations }: PaperContent) =>
  recommendations.map((one) => printed.conclusion.by(one.what, longDay(one.dueOn)))

function conclusion(content: PaperContent): Paper {
  const { row, subject } = content
  const t = printed.conclusion
  return {
    ...head(content, "conclusion", "announcement"),
    addressees: [subject.name],
    blocks: [
      paragraph(t.opening(longDay(row.recordedOn), decidedOf(content))),
      titled(
        "1",
        t.result,
        (row.conclusion ?? blank)
          .split("\n")
          .filter((line) => line.trim() !== "")
          .map(paragraph),
      ),
      titled("2", t.asks, [
        content.recommendations.length === 0 ? paragraph(t.none) : list(asked(content), "number"),
      ]),
    ],
    signatures: signedBy(content),
    recipients: [
      printed.recipients.subject,
      printed.recipients.inspectorate(content.here),
      printed.recipients.keep,
    ],
  }
}

function putRight(content: PaperContent): Paper {
  const { row, subject, issuer, place, symbols, recommendations } = content
  const t = printed.putRight
  return {
    kind: "letter",
    issuer,
    place,
    symbol: symbolOf("letter", symbols.abbreviation, symbols.field),
    subject: clean(printed.of(printed.names["put-right"].toLocaleLowerCase("vi"), subject.name)),
    addressees: [subject.name],
    blocks: [
      paragraph(t.opening(longDay(row.recordedOn))),
      recommendations.length === 0 ? paragraph(t.none) : list(asked(content), "number"),
    ],
    signatures: signedBy(content),
    recipients: [printed.recipients.subject, printed.recipients.keep],
  }
}
