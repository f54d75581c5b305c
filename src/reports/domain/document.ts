/** The half-year report as an official document (báo cáo, Nghị định 30/2020/NĐ-CP), composed from figures and texts. */
import { type BlockInput, type OfficialDocumentInput, signatureFor, symbolOf } from "../../letters/index.ts"
import { printed } from "../words-document.ts"
import { annexesOf } from "./annexes.ts"
import type { Printing, ReportContent, ReportFigure } from "./content.ts"
import type { SectionDefinition } from "./figures.ts"
import { hasNoLastYear, isEmpty, isUncounted, sentenceOf, shortName } from "./sentences.ts"
import { computedText } from "./summary.ts"
import { isPartlyKnown } from "./windows.ts"

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
    symbol: symbolOf("report", content.abbreviation, null),
    place: content.place,
    date: content.today.slice(0, content.number === null ? 7 : 10),
    subject: printed.subject(period),
    addressees: [...content.addressees],
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

function standingOf(content: ReportContent, print: Printing): string {
  const { window, previous, passed, today, lock, since, figures } = content
  const to = today < window.to && lock === null ? today : window.to
  const span = passed?.previous ?? previous
  const said = [
    printed.window(print.day(window.from), print.day(window.to)),
    lock === null ? printed.provisional(print.day(to)) : printed.locked(print.day(lock.on)),
    passed === null
      ? ""
      : printed.running(print.number(passed.days), print.day(span.from), print.day(span.to)),
    since !== null && since > window.from ? printed.since(print.day(since)) : "",
    hasNoLastYear(figures) ? printed.lastYearUnknown : "",
    since !== null && isPartlyKnown(span, since) ? printed.partly(print.day(since)) : "",
    window.to < "2025-07-01" ? territoryOf(content) : "",
  ]
  return said.filter((one) => one !== "").join(" ")
}

/** Before 1 July 2025 a province was what it was before others were joined with it; nothing is said where none was. */
function territoryOf({ province, joined }: ReportContent): string {
  if (joined.length === 0) return ""
  return printed.territory(province, joined.map(printed.province).join(", "))
}

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
  const unknown = own.filter(({ source }) => source === "none")
  const known = own.filter(({ source }) => source !== "none")
  const names = (figures: readonly ReportFigure[]) =>
    figures.map(({ definition }) => shortName(definition)).join("; ")
  const [empty, uncounted] = [known.filter(isEmpty), known.filter(isUncounted)]
  const said = known.filter((one) => !empty.includes(one) && !uncounted.includes(one))
  const items = said.map((figure) => sentenceOf(figure, print))
  const written = writtenOf(content.texts[id])
  const computed = computedText(id, content, print)
  // What the outline asks to be proposed is asked of somebody.
  const proposed: BlockInput[] =
    id === "VI" && computed.length > 0 && computed[0] !== printed.noProposal
      ? [paragraph(printed.askWhom(content.addressees[0] ?? printed.committee)), list(computed)]
      : computed.map(paragraph)
  return [
    ...(items.length > 0 ? [list(items)] : []),
    ...(id === "III.1" ? passesOf(content, print) : []),
    // Recommendations are read from part VI; where there is none, a sentence of its own says so.
    ...(empty.length > 0 && id !== "VI" ? [paragraph(printed.emptied(names(empty)))] : []),
    ...(uncounted.length > 0 ? [paragraph(printed.notComputed(names(uncounted)))] : []),
    // A part that has words of its own needs no word on what nobody counted.
    ...(unknown.length > 0 && computed.length + written.length === 0
      ? [paragraph(printed.none(names(unknown)))]
      : []),
    ...(written.length > 0 ? written.map(paragraph) : proposed),
    ...(id === "VI" ? fatesOf(content) : []),
  ]
}

/** Whatever the clerk writes: what was proposed before comes back with what became of it. A table, for it recommends nothing anew. */
function fatesOf({ proposals }: ReportContent): BlockInput[] {
  if (proposals.length === 0) return []
  return [
    paragraph(printed.fates),
    {
      is: "table",
      columns: printed.fateColumns.map((title, at) => ({ title, share: [1, 6, 4, 6][at] ?? 4 })),
      rows: proposals.map(({ title, submitted, outcome }, at) => [String(at + 1), title, submitted, outcome]),
    },
  ]
}

/** Whatever the clerk writes: a limit that was passed by is said, with its reason. */
function passesOf({ tallies: { passes = [] } }: ReportContent, print: Printing): BlockInput[] {
  if (passes.length === 0) return []
  const named = passes
    .slice(0, passesMax)
    .map(({ code, body, on, reason }) => printed.pass(code, body, print.day(on), reason))
  const more = passes.length - named.length
  return [
    paragraph(printed.passes(print.number(passes.length))),
    list(more > 0 ? [...named, printed.morePasses(print.number(more))] : named),
  ]
}
const passesMax = 30

const writtenOf = (text = "") => text.split(/\n+/).filter((line) => line.trim() !== "")

const list = (items: string[]) => ({ is: "list" as const, items })
const paragraph = (text: string) => ({ is: "paragraph" as const, text })
const section = (mark: string, title: string, blocks: BlockInput[]): BlockInput => ({
  is: "section",
  mark,
  title,
  blocks,
})
