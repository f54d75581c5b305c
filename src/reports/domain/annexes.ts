/** The annexes of the report: its figures, its charts, its bodies, their texts, its corrections. */
import type { BlockInput, OfficialDocumentInput } from "../../letters/index.ts"
import { printed } from "../words-document.ts"
import type { Printing, ReportContent, ReportFigure } from "./content.ts"
import { bare, changeOf, hasNoLastYear, unitOf } from "./sentences.ts"
import { monthName } from "./summary.ts"
import { topOf, topTricks } from "./tallies.ts"

type Annexes = NonNullable<OfficialDocumentInput["annexes"]>
const number = (title: string, share: number) => ({ title, share, align: "right" as const })

/** Named by number in the text: figures are I, bodies II, their texts next. */
export function annexesOf(content: ReportContent, print: Printing): Annexes {
  const annexes: Annexes = [
    {
      title: printed.annexFigures,
      turn: "landscape",
      blocks: [...notesOf(content), figuresTable(content, print)],
    },
  ]
  if (content.duties.length > 0)
    annexes.push({ title: printed.annexBodies, blocks: [dutiesTable(content, print)] })
  if (content.bodyTexts.length > 0) annexes.push({ title: printed.annexParts, blocks: [textsTable(content)] })
  const drawn = [...monthChart(content), ...typeChart(content, print), ...placesTable(content, print)]
  if (drawn.length > 0) annexes.push({ title: printed.annexCharts, blocks: drawn })
  if (content.lock !== null && content.lock.corrections.length > 0)
    annexes.push({
      title: printed.annexCorrections,
      blocks: [correctionsTable(content, content.lock, print)],
    })
  return annexes
}

function figuresTable(content: ReportContent, print: Printing): BlockInput {
  const c = printed.columns
  const hasLastYear = !hasNoLastYear(content.figures)
  return {
    is: "table",
    columns: [
      { title: c.order, share: 0.8 },
      { title: c.figure, share: 4.6 },
      { title: c.unit, share: 1.1 },
      number(c.now, 1.5),
      number(c.previous, 1.5),
      number(c.change, 2.3),
      ...(hasLastYear ? [number(c.lastYear, 1.5), number(c.change, 2.3)] : []),
      { title: c.source, share: 2 },
    ],
    rows: content.figures.flatMap((figure) => rowsOf(figure, hasLastYear, print)),
  }
}

/** How the table is to be read, and the hash by which whoever holds the lock can tell whether it is what was locked. */
function notesOf({ figures, lock }: ReportContent): BlockInput[] {
  const said = [
    printed.noteOfFigures,
    hasNoLastYear(figures) ? printed.noteOfLastYear : "",
    lock === null ? "" : printed.hash(lock.sha256),
  ]
  return said
    .filter((text) => text !== "")
    .map((text) => ({ is: "paragraph", text, align: "left", weight: "italic" }))
}

/** The figure, and under it what it is made of. */
function rowsOf(figure: ReportFigure, hasLastYear: boolean, print: Printing): string[][] {
  const { definition, parts, source } = figure
  const own = (value: number | null) => bare(definition, value, print)
  const lastYear = [own(figure.lastYear), changeOf(figure, figure.sinceLastYear, print)]
  const row = [
    definition.id,
    definition.name,
    unitOf(definition),
    own(figure.value),
    own(figure.previous),
    changeOf(figure, figure.sincePrevious, print),
    ...(hasLastYear ? lastYear : []),
    printed.sources[source],
  ]
  const inside = definition.parts.length > 1 && parts.length > 1 ? parts : []
  const under = inside.map(({ part, value }) => {
    const empty = Array.from({ length: row.length - 4 }, () => "")
    return ["", printed.part(print.part(part)), unitOf(definition), own(value), ...empty]
  })
  return [row, ...under]
}

function monthChart({ tallies }: ReportContent): BlockInput[] {
  if (tallies.months.length < 2 || tallies.months.length > 13) return []
  const months = tallies.months.toSorted((one, other) => one.key.localeCompare(other.key))
  return [
    {
      is: "chart",
      form: "columns",
      heightMm: 60,
      caption: printed.monthChart,
      categories: months.map(({ key }) => monthName(key)),
      series: [{ name: printed.tipsSeries, values: months.map(({ value }) => value) }],
    },
  ]
}

function typeChart({ tallies }: ReportContent, print: Printing): BlockInput[] {
  const top = topTricks(tallies.types, 6)
  if (top.length < 2) return []
  return [
    {
      is: "chart",
      form: "bars",
      caption: printed.typeChart,
      categories: top.map(({ key }) => print.type(key).slice(0, 100)),
      series: [{ name: printed.tipsSeries, values: top.map(({ value }) => value) }],
    },
  ]
}

function placesTable({ tallies }: ReportContent, print: Printing): BlockInput[] {
  const top = topOf(tallies.places, 8)
  const all = tallies.places.reduce((sum, { value }) => sum + value, 0)
  if (top.length < 2 || all === 0) return []
  const c = printed.columns
  return [
    {
      is: "table",
      caption: printed.placesTitle,
      columns: [
        { title: c.order, share: 0.6 },
        { title: printed.placeColumn, share: 5 },
        number(printed.tipsSeries, 1),
        number(printed.shareColumn, 1),
      ],
      rows: top.map(({ key, value }, i) => [
        String(i + 1),
        key,
        print.number(value),
        printed.share(print.number((value / all) * 100, 1)),
      ]),
    },
  ]
}

function dutiesTable({ duties }: ReportContent, print: Printing): BlockInput {
  const c = printed.columns
  const values = (one: { onTime: number; late: number; overdue: number; open: number }) => {
    const each = [one.onTime, one.late, one.overdue, one.open]
    return [...each, each.reduce((sum, value) => sum + value, 0)].map((value) => print.number(value))
  }
  const sum = (part: "onTime" | "late" | "overdue" | "open") =>
    duties.reduce((all, one) => all + one[part], 0)
  const total = { onTime: sum("onTime"), late: sum("late"), overdue: sum("overdue"), open: sum("open") }
  return {
    is: "table",
    columns: [
      { title: c.order, share: 0.6 },
      { title: c.body, share: 4 },
      ...[c.onTime, c.late, c.overdue, c.open, c.total].map((title) => number(title, 1)),
    ],
    rows: [
      ...duties.slice(0, 1999).map((one, i) => [String(i + 1), one.body, ...values(one)]),
      ["", printed.all, ...values(total)],
    ],
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
      number(c.before, 1),
      number(c.after, 1),
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
