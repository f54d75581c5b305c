/** A list as a file: CSV that Excel opens with its accents, or XLSX. */
import { stringify } from "csv-stringify/sync"
import writeXlsxFile from "write-excel-file/node"
import type { Ctx } from "./env.ts"
import { sendFile } from "./send-file.ts"

export type SheetCell = string | number | null
export type Sheet = {
  /** Without its ending. */
  fileName: string
  /** At most 31 characters: a limit of XLSX. */
  title: string
  columns: readonly { label: string; width: number }[]
  rows: readonly (readonly SheetCell[])[]
}

export function csvResponse(c: Ctx, sheet: Sheet): Response {
  const rows = [sheet.columns.map((column) => column.label), ...sheet.rows.map((row) => row.map(asText))]
  const text = stringify(rows, { bom: true, record_delimiter: "windows" })
  return sendFile(c, text, { name: `${sheet.fileName}.csv`, type: "text/csv; charset=utf-8" })
}

export async function xlsxResponse(c: Ctx, sheet: Sheet): Promise<Response> {
  const head = sheet.columns.map(({ label }) => ({ value: label, fontWeight: "bold" as const, wrap: true }))
  const rows = sheet.rows.map((row) =>
    row.map((cell) => (cell === null ? null : { value: cell, wrap: true, alignVertical: "top" as const })),
  )
  const book = writeXlsxFile([head, ...rows], {
    sheet: sheet.title.replace(/[\\/?*[\]:]/g, " ").slice(0, 31),
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  })
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  return sendFile(c, await book.toBuffer(), { name: `${sheet.fileName}.xlsx`, type })
}

/**
 * A text as a CSV field that a spreadsheet shows as it stands.
 *
 * Opened in Excel, "0912345803" loses its zero, "19036678901099" becomes 1.9E+13, "12/5" a day and "1E5" a sum. In the
 * form ="0912345803" each stays a text, and our own reader of tables takes it back. A text that would run as a formula
 * is kept a text by an apostrophe (OWASP "CSV injection").
 */
export function asText(cell: SheetCell): string {
  if (typeof cell !== "string") return cell === null ? "" : String(cell)
  if (isChangedByExcel(cell)) return `="${cell}"`
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

function isChangedByExcel(text: string): boolean {
  return [
    // A leading zero or plus, and what is shown with an exponent in a cell of the usual format (twelve digits on).
    /^(?:0\d+|\+\d{2,}|\d{12,})$/,
    // Digits in groups, as accounts are printed: a spreadsheet of some languages joins them into one number.
    /^0?\d{1,4}(?:[ .]\d{3,4}){2,}$/,
    /^\d+(?:[.,]\d+)?E[+-]?\d{1,3}$/i,
    /^\d{1,4}[-/]\d{1,2}$|^\d{1,2}[-/]\d{4}$|^\d{1,2}-\d{1,2}-\d{2,4}$/,
    /^(?:true|false)$/i,
  ].some((pattern) => pattern.test(text))
}
