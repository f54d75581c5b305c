/** A list as a file: CSV that Excel opens with its accents, or XLSX. */
import { stringify } from "csv-stringify/sync"
import { apart, writing } from "../apart/apart.ts"
import type { Ctx } from "./env.ts"
import { sendFile } from "./send-file.ts"
import type { xlsxOf } from "./sheet.apart.ts"

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

const writeXlsx = apart<typeof xlsxOf>(
  writing,
  { file: new URL("./sheet.apart.ts", import.meta.url), name: "xlsxOf" },
  { ms: 60_000, answerBytesMax: 60_000_000 },
)

/** Rejects with `Overrun` where writing takes too much, with `LaneBusy` where too many wait. */
export async function xlsxResponse(c: Ctx, { title, columns, rows, fileName }: Sheet): Promise<Response> {
  const bytes = await writeXlsx({ title, columns, rows })
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  return sendFile(c, bytes, { name: `${fileName}.xlsx`, type })
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
