/** Paragraphs, ruled lines and the tables that only place things: what a DOCX is laid out with. */
import {
  BorderStyle,
  HeightRule,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx"
import type { StyleId } from "./docx-styles.ts"

/** A twip is a twentieth of a point. */
export const twips = (mm: number) => Math.round((mm * 72 * 20) / 25.4)
export const page = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 }

export type Child = Paragraph | Table

export function row(cells: Paragraph[][], widths: number[], columnSpan = 1): TableRow {
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
export function invisible(widths: number[], rows: TableRow[]): Table {
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
export function rule(mm: number, withinMm: number): Paragraph {
  const side = twips(Math.max(0, (withinMm - mm) / 2))
  const bottom = { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 1 }
  return line("rule", "", { border: { bottom }, indent: { left: side, right: side }, keepNext: true })
}

export const blank = () => line("rule", "")
export const spacer = () => line("rule", "", { spacing: { before: 120 }, keepNext: true })

export function line(style: StyleId, text: string, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, style, children: [new TextRun(text)] })
}

/** Lines of one paragraph, so that who edits it does not fight several. */
export function broken(style: StyleId, lines: string[], options: IParagraphOptions = {}): Paragraph {
  const runs = lines.map((text, i) => new TextRun(i === 0 ? { text } : { text, break: 1 }))
  return new Paragraph({ ...options, style, children: runs })
}
