/** The annexes of the report: its figures, its bodies, their texts, its corrections. */
import type { BlockInput, OfficialDocumentInput } from "../../letters/index.ts"
import { printed } from "../words-document.ts"
import type { Printing, ReportContent } from "./content.ts"
import { bare, changeOf, unitOf } from "./sentences.ts"

export function annexesOf(
  content: ReportContent,
  print: Printing,
): NonNullable<OfficialDocumentInput["annexes"]> {
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
