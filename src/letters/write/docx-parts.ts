/** The parts of a body as DOCX: texts, tables, pictures, charts. */
import {
  AlignmentType,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx"
import { ChartRun } from "docx/charts"
import type { ChartPart } from "./chart.ts"
import { type Child, line, twips } from "./docx-lines.ts"
import type { Picture, Table as TableModel } from "./model.ts"
import { pngSize } from "./png.ts"
import type { Part, TextPart } from "./sheet.ts"

/** The last part before the signature stays with it. */
export function drawn(part: Part, widthMm: number, isLast = false): Child[] {
  switch (part.is) {
    case "text":
      return [textOf(part)]
    case "table":
      return tableOf(part, widthMm, isLast)
    case "picture":
      return pictureOf(part, isLast)
    case "chart":
      return chartOf(part, widthMm, isLast)
  }
}

function textOf({ style, lead, text, weight, sticky, level }: TextPart): Paragraph {
  const run = {
    text,
    ...(weight === "bold" && { bold: true }),
    ...(weight === "italic" && { italics: true }),
  }
  const children = [
    ...(lead === null ? [] : [new TextRun({ text: `${lead} `, bold: true })]),
    new TextRun(run),
  ]
  return new Paragraph({
    style,
    children,
    ...(sticky && { keepNext: true }),
    ...(level !== null && { outlineLevel: Math.min(level, 9) - 1 }),
  })
}

/** The head row repeats on each page; a row of ordinary length is not torn. */
function tableOf({ caption, columns, rows, note }: TableModel, widthMm: number, isLast: boolean): Child[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (share / total) * widthMm)
  const sides = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT }
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title }, i) => cell([line("cellHead", title)], widths[i] ?? 0, "center")),
  })
  const body = rows.map(
    (texts, r) =>
      new TableRow({
        keepNext: (isLast || note !== undefined) && r >= rows.length - 2,
        cantSplit: texts.join("").length < 1200,
        children: texts.map((text, i) => {
          const alignment = sides[columns[i]?.align ?? "left"]
          return cell([line("cell", text, { alignment })], widths[i] ?? 0)
        }),
      }),
  )
  const table = new Table({
    rows: [head, ...body],
    width: { size: twips(widthMm), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    layout: TableLayoutType.FIXED,
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
  })
  return [
    ...(caption === undefined ? [] : [line("caption", caption, { keepNext: true })]),
    table,
    line(note === undefined ? "rule" : "note", note ?? "", { keepNext: isLast }),
  ]
}

const cell = (children: Paragraph[], mm: number, verticalAlign: "top" | "center" = "top") =>
  new TableCell({ children, verticalAlign, width: { size: twips(mm), type: WidthType.DXA } })

function pictureOf({ png, widthMm, caption, says }: Picture, isLast: boolean): Child[] {
  const { width, height } = pngSize(png)
  const pixels = (widthMm / 25.4) * 96
  const picture = new ImageRun({
    type: "png",
    data: png,
    transformation: { width: Math.round(pixels), height: Math.round((pixels * height) / width) },
    altText: { name: caption ?? says.slice(0, 100), description: says },
  })
  const shown = new Paragraph({
    style: "centre",
    children: [picture],
    keepNext: isLast || caption !== undefined,
  })
  return caption === undefined ? [shown] : [shown, line("caption", caption, { keepNext: isLast })]
}

/** A chart of Word's own, whose figures a clerk can open and correct. */
function chartOf(chart: ChartPart, widthMm: number, isLast: boolean): Child[] {
  const { form, caption, categories, series, heightMm, scale, labels, says } = chart
  const pixels = (mm: number) => Math.round((mm / 25.4) * 96)
  const isWhole = series.every(({ values }) => values.every((value) => Number.isInteger(value ?? 0)))
  const numberFormat = isWhole ? "#,##0" : "#,##0.0"
  const drawnAs = new ChartRun({
    type: chartTypes[form],
    categories,
    series: series.map((one, i) => ({ ...one, color: chartColours[i % chartColours.length] ?? "1F4E79" })),
    legend: series.length > 1 ? { position: "bottom" } : false,
    // The first category on top, as in a table; names of periods below what falls under nought.
    ...(form === "bars" && { categoryAxis: { reverseOrder: true } }),
    ...(form === "lines" && { categoryAxis: { crossesAt: "minimum" } }),
    valueAxis: { ...scale, numberFormat, ...(form === "bars" && { crossesAt: "maximum" }) },
    dataLabels: {
      value: labels.flat().some((label) => label !== ""),
      numberFormat,
      ...(form === "lines" && { position: "above" }),
    },
    font: { name: "Times New Roman" },
    chartArea: { border: "none" },
    transformation: { width: pixels(widthMm), height: pixels(heightMm) },
    altText: { name: caption, description: says },
  })
  const shown = new Paragraph({ style: "centre", children: [drawnAs], keepNext: true })
  return [shown, line("caption", caption, { keepNext: isLast })]
}

const chartTypes = { bars: "bar", columns: "column", lines: "line" } as const
/** Set apart by lightness, so that a photocopy can still be read; `official.typ` has the same. */
const chartColours = ["1F4E79", "9DC3E6", "7F7F7F", "C55A11", "A9D18E", "404040"]
