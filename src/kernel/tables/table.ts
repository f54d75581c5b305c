/**
 * A foreign file as tables: every visible sheet of an XLSX workbook, or a CSV cut by each separator that may be meant.
 *
 * The reading is bounded by what a file unfolds to: a workbook of one kilobyte can name the last cell of a sheet of
 * seventeen thousand million. It holds no rectangle: a row has as many cells as its last one that is filled.
 */
import { type TableAnswer, type TableLimits, TableRefused } from "./bounds.ts"
import { sheetsOfText } from "./csv.ts"
import { sheetsOfWorkbook } from "./xlsx.ts"

/** XLSX by its first bytes (a ZIP), else CSV. */
export function readTables(file: Uint8Array, limits: TableLimits): TableAnswer {
  try {
    const isZip = file[0] === 0x50 && file[1] === 0x4b
    const sheets = isZip ? sheetsOfWorkbook(file, limits) : sheetsOfText(file, limits)
    return sheets.length === 0 ? { refused: "unreadable" } : { sheets }
  } catch (error) {
    if (error instanceof TableRefused)
      return error.at === undefined ? { refused: error.trouble } : { refused: error.trouble, at: error.at }
    // The parsers throw many things about foreign bytes; the person needs one sentence: it is no table that we can read.
    return { refused: "unreadable" }
  }
}
