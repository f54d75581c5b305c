/** The half-year report as an official document (báo cáo, Nghị định 30/2020/NĐ-CP), composed from figures and texts. */
import type { BlockInput, OfficialDocumentInput } from "../../letters/index.ts"
import { printed, silentWords } from "../words-document.ts"
import type {
  Change,
  Counted,
  FigureDefinition,
  FigureSource,
  PartValue,
  SectionDefinition,
} from "./figures.ts"
import type { Correction } from "./lock.ts"
import type { PeriodWindow } from "./windows.ts"

export type ReportFigure = {
  definition: FigureDefinition
  source: FigureSource
  value: number | null
  parts: PartValue[]
  reported: { value: number; bodies: number } | null
  previous: number | null
  lastYear: number | null
  sincePrevious: Change | null
  sinceLastYear: Change | null
}
/** How a text of `words.ts` and a number are printed; given by whoever composes, so that this stays pure. */
export type Printing = {
  day(on: string): string
  number(value: number, decimals?: number): string
  part(name: string): string
}
export type ReportContent = {
  window: PeriodWindow
  previousName: string
  lastYearName: string
  periodName: string
  today: string
  sections: readonly SectionDefinition[]
  figures: readonly ReportFigure[]
  lock: { on: string; sha256: string; corrections: readonly Correction[] } | null
  /** By section of the outline: what the clerk wrote. */
  texts: Readonly<Record<string, string>>
  duties: readonly { body: string; counted: readonly Counted[] }[]
  /** What bodies wrote in their parts of the campaign. */
  bodyTexts: readonly { body: string; text: string }[]
  follows: readonly { kind: string; number: string; day: string; issuer: string; subject: string }[]
  issuer: { parent: string | null; name: string }
  place: string
  since: string | null
  signer: { position: string; name: string | null }
  recipients: readonly string[]
  number: string | null
}

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
    symbol: `BC-${abbreviation(issuer.name)}`,
    place: content.place,
    date: content.today.slice(0, content.number === null ? 7 : 10),
    subject: printed.subject(period),
    blocks: [
      paragraph(printed.opening(follows.join("; "), issuer.name, period)),
      paragraph(standingOf(content, print)),
      ...mainSections(content, print),
    ],
    signatures: [signatureOf(signer)],
    recipients: [...content.recipients],
    annexes: annexesOf(content, print),
  }
}

/** "Sở Thông tin và Truyền thông" is STTTT, "Văn phòng UBND tỉnh" VPUBND. */
export function abbreviation(name: string): string {
  return name
    .split(/[\s,]+/u)
    .filter((word) => word !== "" && !silentWords.has(word.toLocaleLowerCase("vi")))
    .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.charAt(0).toLocaleUpperCase("vi")))
    .join("")
    .slice(0, 20)
}

/** A deputy signs for the head: "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC". */
function signatureOf({
  position,
  name,
}: ReportContent["signer"]): OfficialDocumentInput["signatures"][number] {
  const head = printed.deputy.exec(position)?.[1]
  if (head === undefined) return { position, name }
  const of = head.charAt(0).toLocaleUpperCase("vi") + head.slice(1)
  return { inStead: [{ form: "KT", of }], position, name }
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

function sentenceOf(figure: ReportFigure, print: Printing): string {
  const { definition, parts } = figure
  const several = parts.filter((one) => one.value !== 0)
  const counted = definition.total === "first" ? parts : several.length > 1 ? several : []
  const inside = counted
    .map((one) => `${print.part(one.part)} ${bare(definition, one.value, print)}`)
    .join(", ")
  const main = printed.figure(
    definition.name.split(":")[0] ?? definition.name,
    withUnit(definition, figure.value, print),
  )
  // Without last year's figures the period before is what remains to compare with.
  const compared =
    figure.lastYear !== null
      ? [
          printed.lastYear(bare(definition, figure.lastYear, print)),
          changeOf(figure, figure.sinceLastYear, print),
        ]
      : figure.previous !== null
        ? [
            printed.previous(bare(definition, figure.previous, print)),
            changeOf(figure, figure.sincePrevious, print),
          ]
        : []
  const from =
    figure.source === "bodies" ? [printed.byBodies(print.number(figure.reported?.bodies ?? 0))] : compared
  const behind = from.filter((one) => one !== "").join(", ")
  return `${main}${inside === "" ? "" : printed.parts(inside)}${behind === "" ? "" : `; ${behind}`}.`
}

function changeOf({ definition }: ReportFigure, change: Change | null, print: Printing): string {
  if (change === null) return ""
  const { by, share } = change
  if (by === 0) return printed.same
  const size = bare(definition, Math.abs(by), print)
  const said = by > 0 ? printed.up(size) : printed.down(size)
  if (share === null || definition.counts === "share") return said
  return `${said} (${printed.share(print.number(Math.abs(share) * 100, 1))})`
}

function annexesOf(content: ReportContent, print: Printing): NonNullable<OfficialDocumentInput["annexes"]> {
  const c = printed.columns
  const rows = content.figures.map((figure) => [
    figure.definition.id,
    figure.definition.name,
    unitOf(figure.definition),
    bare(figure.definition, figure.value, print),
    bare(figure.definition, figure.previous, print),
    bare(figure.definition, figure.lastYear, print),
    changeOf(figure, figure.sinceLastYear, print),
    printed.sources[figure.source],
  ])
  const annexes: NonNullable<OfficialDocumentInput["annexes"]> = [
    {
      title: printed.annexFigures,
      turn: "landscape",
      blocks: [
        {
          is: "table",
          columns: [
            { title: c.order, share: 0.8 },
            { title: c.figure, share: 4.4 },
            { title: c.unit, share: 1.1 },
            { title: c.now, share: 1.5, align: "right" },
            { title: c.previous, share: 1.5, align: "right" },
            { title: c.lastYear, share: 1.5, align: "right" },
            { title: c.change, share: 1.9, align: "right" },
            { title: c.source, share: 1.4 },
          ],
          rows,
          note: printed.noteOfFigures,
        },
        chartOf(content),
      ],
    },
  ]
  if (content.duties.length > 0)
    annexes.push({ title: printed.annexBodies, blocks: [dutiesTable(content, print)] })
  if (content.bodyTexts.length > 0) annexes.push({ title: printed.annexParts, blocks: [textsTable(content)] })
  if (content.lock !== null && content.lock.corrections.length > 0)
    annexes.push({
      title: printed.annexCorrections,
      blocks: [correctionsTable(content, content.lock, print)],
    })
  return annexes
}

function chartOf(content: ReportContent): BlockInput {
  const charted = ["I.1", "III.1.3", "III.3.2"].flatMap((id) => {
    const figure = content.figures.find(({ definition }) => definition.id === id)
    return figure === undefined ? [] : [figure]
  })
  return {
    is: "chart",
    form: "columns",
    caption: printed.chart,
    categories: charted.map(({ definition }) => definition.name.slice(0, 100)),
    series: [
      { name: content.lastYearName, values: charted.map((one) => one.lastYear) },
      { name: content.previousName, values: charted.map((one) => one.previous) },
      { name: content.periodName, values: charted.map((one) => one.value) },
    ],
  }
}

function dutiesTable({ duties }: ReportContent, print: Printing): BlockInput {
  const c = printed.columns
  const number = (title: string) => ({ title, share: 1, align: "right" as const })
  const parts = ["done-on-time", "done-late", "overdue", "open"] as const
  return {
    is: "table",
    columns: [
      { title: c.order, share: 0.6 },
      { title: c.body, share: 4 },
      number(c.onTime),
      number(c.late),
      number(c.overdue),
      number(c.open),
      number(c.total),
    ],
    rows: duties.slice(0, 2000).map(({ body, counted }, i) => {
      const values = parts.map((part) => counted.find((one) => one.part === part)?.records ?? 0)
      const total = values.reduce((sum, value) => sum + value, 0)
      return [String(i + 1), body, ...values.map((value) => print.number(value)), print.number(total)]
    }),
  }
}

function textsTable({ bodyTexts }: ReportContent): BlockInput {
  const c = printed.columns
  return {
    is: "table",
    columns: [
      { title: c.order, share: 0.6 },
      { title: c.body, share: 2.4 },
      { title: c.text, share: 7 },
    ],
    rows: bodyTexts.map(({ body, text }, i) => [
      String(i + 1),
      body,
      text.replace(/\s+/g, " ").slice(0, 4000),
    ]),
  }
}

function correctionsTable(
  content: ReportContent,
  lock: NonNullable<ReportContent["lock"]>,
  print: Printing,
): BlockInput {
  const c = printed.columns
  const definitionOf = (id: string) =>
    content.figures.find(({ definition }) => definition.id === id)?.definition
  const shown = (id: string, value: number | null) => {
    const definition = definitionOf(id)
    return definition === undefined ? "" : bare(definition, value, print)
  }
  return {
    is: "table",
    columns: [
      { title: c.figure, share: 3 },
      { title: c.before, share: 1, align: "right" },
      { title: c.after, share: 1, align: "right" },
      { title: c.reason, share: 4 },
    ],
    rows: lock.corrections.map((one) => [
      `${one.figure} ${definitionOf(one.figure)?.name ?? ""}`,
      shown(one.figure, one.before),
      shown(one.figure, one.after),
      `${one.reason} (${one.by}, ${print.day(one.at.slice(0, 10))})`.replace(/\s+/g, " "),
    ]),
  }
}

function bare(definition: FigureDefinition, value: number | null, print: Printing): string {
  if (value === null) return "–"
  return definition.counts === "share" ? printed.share(print.number(value * 100, 0)) : print.number(value)
}

function withUnit(definition: FigureDefinition, value: number | null, print: Printing): string {
  const unit = definition.counts === "share" || value === null ? "" : ` ${unitOf(definition)}`
  return `${bare(definition, value, print)}${unit}`
}

const unitOf = ({ unit }: FigureDefinition) => (unit === "VND" ? "đồng" : (unit.split(";")[0] ?? unit))
const lower = (text: string) => text.charAt(0).toLocaleLowerCase("vi") + text.slice(1)
const paragraph = (text: string) => ({ is: "paragraph" as const, text })
const section = (mark: string, title: string, blocks: BlockInput[]): BlockInput => ({
  is: "section",
  mark,
  title,
  blocks,
})
