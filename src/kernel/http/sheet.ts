/** A list as a file: CSV that Excel opens with its accents, or XLSX. */
import { stringify } from "csv-stringify/sync"
import writeXlsxFile from "write-excel-file/node"
import type { Ctx } from "./env.ts"

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
  named(c, sheet, "csv")
  c.header("content-type", "text/csv; charset=utf-8")
  return c.body(stringify(rows, { bom: true, record_delimiter: "windows" }))
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
  named(c, sheet, "xlsx")
  c.header("content-type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  return c.body(new Uint8Array(await book.toBuffer()))
}

function named(c: Ctx, sheet: Sheet, ending: string): void {
  const name = encodeURIComponent(`${sheet.fileName}.${ending}`)
  c.header("content-disposition", `attachment; filename*=UTF-8''${name}`)
}

/** A text that a spreadsheet would run as a formula is kept a text (OWASP "CSV injection"). */
function asText(cell: SheetCell): string {
  if (typeof cell !== "string") return cell === null ? "" : String(cell)
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}
