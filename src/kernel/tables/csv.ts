/** A table as text: commas, semicolons, tabs or bars; UTF-8, or UTF-16 with its mark. */
import { parse } from "csv-parse/sync"
import type { Sheet, TableLimits } from "./bounds.ts"
import { type Cell, textCell } from "./cell.ts"

const separators = [",", ";", "\t", "|"] as const

/**
 * The same text cut with each separator that occurs in it: which one was meant is seen by who knows the headings.
 *
 * A title line with a comma above lines with semicolons, or a semicolon inside a quoted heading, would lead astray any
 * guess made from the first line.
 */
export function sheetsOfText(file: Uint8Array, limits: TableLimits): Sheet[] {
  const text = textOf(file)
  const used = separators.filter((one) => text.includes(one))
  return (used.length === 0 ? [","] : used).flatMap((delimiter) => {
    const rows = rowsOf(text, delimiter, limits)
    return rows === null ? [] : [{ name: delimiter, rows }]
  })
}

function rowsOf(text: string, delimiter: string, { rowsMax, columnsMax }: TableLimits): Cell[][] | null {
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      // A quotation mark inside a title line ("CÔNG TY "MẪU"") is a letter like others.
      relax_quotes: true,
      skip_empty_lines: false,
      trim: true,
      to: rowsMax + 1,
    })
    return rows.map((row) => row.slice(0, columnsMax + 1).map(textCell))
  } catch {
    // This separator does not fit such quotation marks; another may.
    return null
  }
}

/** "Unicode text" of Excel is UTF-16 with a mark at its beginning; anything else must be UTF-8, or it is refused. */
function textOf(file: Uint8Array): string {
  const mark = Buffer.from(file.subarray(0, 2)).toString("hex")
  const encoding = mark === "fffe" ? "utf-16le" : mark === "feff" ? "utf-16be" : "utf-8"
  // A line "sep=;" at the head is an order to Excel, not a row.
  return new TextDecoder(encoding, { fatal: true }).decode(file).replace(/^\ufeff?sep=.\r?\n/i, "")
}
