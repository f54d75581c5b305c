/** A sheet as DOCX: the same places and words as the PDF, in styles that a clerk can change. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeightRule,
  ImageRun,
  type IParagraphOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
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
import { headLeftMm } from "./compose.ts"
import { documentStyles, type StyleId } from "./docx-styles.ts"
import { textWidth } from "./metrics.ts"
import type { Picture, Table as TableModel } from "./model.ts"
import { pngSize } from "./png.ts"
import type { Part, Sheet, SignatureBlock, TextPart } from "./sheet.ts"

/** A twip is a twentieth of a point. */
const twips = (mm: number) => Math.round((mm * 72 * 20) / 25.4)
const page = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 }
const widthPortrait = page.width - page.left - page.right
const widthLandscape = page.height - page.left - page.right

type Child = Paragraph | Table

export async function docxOf(sheet: Sheet): Promise<Uint8Array> {
  const main = [
    headOf(sheet.head),
    ...titleOf(sheet),
    ...addresseesOf(sheet),
    ...sheet.parts.flatMap((part, i) => drawn(part, widthPortrait, i === sheet.parts.length - 1)),
    ...closingOf(sheet.closing),
  ]
  const annexes = sheet.annexes.map((annex) => {
    const width = annex.turn === "landscape" ? widthLandscape : widthPortrait
    const rest = annex.parts.flatMap((part) => drawn(part, width))
    const enclosed = [broken("enclosed", annex.enclosed), rule(30, width)]
    return section(
      [line("annex", annex.heading), broken("annexTitle", annex.title), ...enclosed, ...rest],
      annex.turn,
    )
  })
  const document = new Document({
    title: sheet.name,
    creator: [...sheet.head.issuer].join(" "),
    styles: documentStyles(sheet.size),
    sections: [section(main, "portrait", sheet.contact), ...annexes],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** A4; the number stands in the top margin from the second page on; each annex counts its own pages. */
function section(children: Child[], turn: "portrait" | "landscape", contact: string[] = []): ISectionOptions {
  const isTurned = turn === "landscape"
  const number = new Paragraph({
    style: "pageNumber",
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  })
  return {
    properties: {
      titlePage: true,
      page: {
        // The library swaps the two sides of a page that lies down.
        size: {
          width: twips(page.width),
          height: twips(page.height),
          orientation: isTurned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(page.top),
          bottom: twips(page.bottom),
          left: twips(page.left),
          right: twips(page.right),
          header: twips(10),
          footer: twips(10),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: { default: new Header({ children: [number] }), first: new Header({ children: [blank()] }) },
    ...(contact.length > 0 && { footers: { first: new Footer({ children: [underRule(contact)] }) } }),
    children,
  }
}

function underRule(contact: string[]): Paragraph {
  const top = { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 4 }
  return broken("contact", contact, { border: { top } })
}

function headOf(head: Sheet["head"]): Table {
  const rightMm = widthPortrait - headLeftMm
  const widest = (lines: string[]) =>
    Math.max(...lines.map((one) => textWidth(one, 12, "bold"))) * (25.4 / 72)
  const left = [
    ...head.parent.map((one) => line("parent", one)),
    ...head.issuer.map((one) => line("issuer", one)),
    rule(widest(head.issuer) * 0.4, headLeftMm - 2),
  ]
  const mottoMm = textWidth(head.motto, 13, "bold") * (25.4 / 72)
  const right = [line("nation", head.nation), line("motto", head.motto), rule(mottoMm, rightMm - 2)]
  const under = [
    line("number", head.number),
    ...(head.about.length === 0 ? [] : [broken("about", head.about)]),
    ...head.marks.map(boxed),
  ]
  const when = [head.placeDate === null ? blank() : line("placeDate", head.placeDate)]
  const widths = [headLeftMm, rightMm]
  return invisible(widths, [row([left, right], widths), row([under, when], widths)])
}

function boxed(text: string): Paragraph {
  const edge = { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 2 }
  const side = Math.round((twips(headLeftMm - 2) - textWidth(text, 13, "bold") * 20) / 2) - 160
  return line("urgency", text, {
    border: { top: edge, bottom: edge, left: edge, right: edge },
    indent: { left: side, right: side },
  })
}

function titleOf({ title }: Sheet): Child[] {
  if (title === null) return []
  return [line("kind", title.kind), broken("title", title.about), rule(30, widthPortrait)]
}

function addresseesOf({ addressees }: Sheet): Child[] {
  if (addressees === null) return []
  const [first = "", ...others] = addressees.lines
  if (others.length === 0) {
    const centred = { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 240 } }
    return [line("addressees", `${addressees.lead} ${first}`, centred)]
  }
  const indent = { left: twips(46), hanging: twips(4) }
  return [
    line("addressees", addressees.lead, {
      indent: { left: twips(30) },
      spacing: { before: 240 },
      keepNext: true,
    }),
    ...addressees.lines.map((one) => line("addressees", one, { indent })),
  ]
}

/** The last part before the signature stays with it. */
function drawn(part: Part, widthMm: number, isLast = false): Child[] {
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
    children: columns.map(({ title }, i) => cell([line("cellHead", title)], widths[i] ?? 0)),
  })
  const body = rows.map(
    (texts, r) =>
      new TableRow({
        keepNext: isLast && r >= rows.length - 2,
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

const cell = (children: Paragraph[], mm: number) =>
  new TableCell({ children, width: { size: twips(mm), type: WidthType.DXA } })

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
  const drawnAs = new ChartRun({
    type: chartTypes[form],
    categories,
    series: series.map((one, i) => ({ ...one, color: chartColours[i % chartColours.length] ?? "1F4E79" })),
    legend: series.length > 1 ? { position: "bottom" } : false,
    // The first category on top, as in a table.
    ...(form === "bars" && { categoryAxis: { reverseOrder: true } }),
    valueAxis: { ...scale, numberFormat: "#,##0.##" },
    dataLabels: { value: labels.flat().some((label) => label !== "") },
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

/** Rows are kept whole and with what precedes them, so that no signature stands alone on a page. */
function closingOf({ signatures, recipients, drafter }: Sheet["closing"]): Child[] {
  const to = [
    ...(recipients === null ? [] : [line("recipientsLead", recipients.lead)]),
    ...(recipients?.lines ?? []).map((one) => line("recipient", one)),
    ...(drafter === null ? [] : [line("drafter", drafter)]),
  ]
  const half = widthPortrait / 2
  const [only, ...others] = signatures
  if (only !== undefined && others.length === 0) {
    const left = to.length === 0 ? [blank()] : to
    return [spacer(), invisible([half, half], [row([left, signed(only)], [half, half])])]
  }
  const rows = signatures.flatMap((signature, i) => {
    if (i % 2 === 1) return []
    const beside = signatures[i + 1]
    // An odd one signs in the middle of its row.
    if (beside === undefined) return [row([signed(signature)], [widthPortrait], 2)]
    return [row([signed(signature), signed(beside)], [half, half])]
  })
  return [spacer(), invisible([half, half], rows), ...to]
}

function signed({ lines, name }: SignatureBlock): Paragraph[] {
  const room = twips(24)
  return [
    ...lines.map((one) => line("signature", one)),
    broken("signer", name, { spacing: { before: room, after: 120 } }),
  ]
}

function row(cells: Paragraph[][], widths: number[], columnSpan = 1): TableRow {
  return new TableRow({
    cantSplit: true,
    height: { value: 0, rule: HeightRule.ATLEAST },
    children: cells.map(
      (children, i) =>
        new TableCell({ children, columnSpan, width: { size: twips(widths[i] ?? 0), type: WidthType.DXA } }),
    ),
  })
}

/** A table that only places things: no lines. */
function invisible(widths: number[], rows: TableRow[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" }
  const borders = {
    ...{ top: none, bottom: none, left: none, right: none },
    ...{ insideHorizontal: none, insideVertical: none },
  }
  const total = widths.reduce((sum, one) => sum + one, 0)
  return new Table({
    rows,
    borders,
    width: { size: twips(total), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    layout: TableLayoutType.FIXED,
    margins: { top: 0, bottom: 0, left: twips(1), right: twips(1) },
  })
}

/** A ruled line of `mm` in the middle of `withinMm`: the lower edge of an empty paragraph. */
function rule(mm: number, withinMm: number): Paragraph {
  const side = twips(Math.max(0, (withinMm - mm) / 2))
  const bottom = { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 1 }
  return line("rule", "", { border: { bottom }, indent: { left: side, right: side }, keepNext: true })
}

const blank = () => line("rule", "")
const spacer = () => line("rule", "", { spacing: { before: 120 }, keepNext: true })

function line(style: StyleId, text: string, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, style, children: [new TextRun(text)] })
}

/** Lines of one paragraph, so that who edits it does not fight several. */
function broken(style: StyleId, lines: string[], options: IParagraphOptions = {}): Paragraph {
  const runs = lines.map((text, i) => new TextRun(i === 0 ? { text } : { text, break: 1 }))
  return new Paragraph({ ...options, style, children: runs })
}
