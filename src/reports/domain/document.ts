/** The half-year report as an official document (báo cáo, Nghị định 30/2020/NĐ-CP), composed from figures and texts. */
import {
  abbreviationOf,
  type BlockInput,
  type OfficialDocumentInput,
  signatureFor,
} from "../../letters/index.ts"
import { printed } from "../words-document.ts"
import { annexesOf } from "./annexes.ts"
import type { Printing, ReportContent, ReportFigure } from "./content.ts"
import type { SectionDefinition } from "./figures.ts"
import { sentenceOf } from "./sentences.ts"

export function composeReport(content: ReportContent, print: Printing): OfficialDocumentInput {
  const { issuer, signer } = content
  const period = content.periodName
  const follows = content.follows.map((one) =>
    printed.directive(one.kind, one.number, one.day, one.issuer, one.subject),
  )
  return {
    kind: "report",
    issuer,
    number: content.number,
    symbol: `BC-${abbreviationOf(issuer.name)}`,
    place: content.place,
    date: content.today.slice(0, content.number === null ? 7 : 10),
    subject: printed.subject(period),
    blocks: [
      paragraph(printed.opening(follows.join("; "), issuer.name, period)),
      paragraph(standingOf(content, print)),
      ...mainSections(content, print),
    ],
    signatures: [signatureFor(signer)],
    recipients: [...content.recipients],
    annexes: annexesOf(content, print),
  }
}

function standingOf({ window, today, lock, since, figures }: ReportContent, print: Printing): string {
  const to = today < window.to && lock === null ? today : window.to
  const said = [
    printed.window(print.day(window.from), print.day(window.to)),
    lock === null ? printed.provisional(print.day(to)) : printed.locked(print.day(lock.on), lock.sha256),
    since !== null && since > window.from ? printed.since(print.day(since)) : "",
    hasNoLastYear(figures) ? printed.lastYearUnknown : "",
    window.to < "2025-07-01" ? printed.territory : "",
  ]
  return said.filter((one) => one !== "").join(" ")
}

const hasNoLastYear = (figures: readonly ReportFigure[]) =>
  figures.every(({ definition, lastYear }) => definition.source !== "system" || lastYear === null)

/** The outline numbers the parts of III as III.1 … III.6; in the report they stand under one heading. */
function mainSections(content: ReportContent, print: Printing): BlockInput[] {
  const written = content.sections.filter(({ id }) => id !== "PL")
  const tops = [...new Set(written.map(({ id }) => id.split(".")[0] ?? id))]
  return tops.map((top): BlockInput => {
    const inside = written.filter(({ id }) => id === top || id.startsWith(`${top}.`))
    const whole = inside.find(({ id }) => id === top)
    if (whole !== undefined) return section(top, whole.title, blocksOf(whole, content, print))
    return section(
      top,
      printed.results,
      inside.map((one) => section(one.id.slice(top.length + 1), one.title, blocksOf(one, content, print))),
    )
  })
}

function blocksOf({ id }: SectionDefinition, content: ReportContent, print: Printing): BlockInput[] {
  const own = content.figures.filter(({ definition }) => definition.section === id)
  const known = own.filter(({ source }) => source !== "none")
  const unknown = own
    .filter(({ source }) => source === "none")
    .map(({ definition }) => lower(definition.name))
  const items = known.map((figure) => sentenceOf(figure, print))
  const text = content.texts[id] ?? ""
  const written =
    text === "" ? computedText(id, content, print) : text.split(/\n+/).filter((line) => line.trim() !== "")
  return [
    ...(items.length > 0 ? [{ is: "list" as const, items }] : []),
    // A part that has words of its own needs no word on what nobody counted.
    ...(unknown.length > 0 && written.length === 0 ? [paragraph(printed.none(unknown.join("; ")))] : []),
    ...written.map(paragraph),
  ]
}

/** Where the clerk wrote nothing, what the figures themselves say; nothing is invented. */
function computedText(id: string, content: ReportContent, print: Printing): string[] {
  const duties = content.figures.find(({ definition }) => definition.id === "II.2")
  const part = (name: string) => duties?.parts.find((one) => one.part === name)?.value ?? 0
  const missing = content.figures.filter(({ source }) => source === "none").length
  const until = content.today < content.window.to ? content.today : content.window.to
  if (id === "IV") {
    const said = [
      part("overdue") > 0 ? printed.overdue(print.number(part("overdue")), print.day(until)) : "",
      missing > 0 ? printed.withoutSource(print.number(missing)) : "",
    ].filter((one) => one !== "")
    return said.length > 0 ? said : [printed.noDifficulty]
  }
  if (id === "V") {
    const said = [
      part("overdue") > 0 ? printed.catchUp(print.number(part("overdue"))) : "",
      part("open") > 0 ? printed.next(print.number(part("open"))) : "",
    ].filter((one) => one !== "")
    return said.length > 0 ? said : [printed.nothingOpen]
  }
  return id === "VI" ? [printed.noProposal] : []
}

const lower = (text: string) => text.charAt(0).toLocaleLowerCase("vi") + text.slice(1)
const paragraph = (text: string) => ({ is: "paragraph" as const, text })
const section = (mark: string, title: string, blocks: BlockInput[]): BlockInput => ({
  is: "section",
  mark,
  title,
  blocks,
})
