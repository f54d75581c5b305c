/** The rows of a list as people's programs save them: XLSX, or CSV in UTF-8 or UTF-16. */
import { parse } from "csv-parse/sync"
import { unzipSync } from "fflate"
import { readSheet } from "read-excel-file/node"

const unpackedBytesMax = 60_000_000

/** XLSX by its first bytes (a ZIP), else CSV with commas, semicolons or tabs. Null: neither. */
export async function tableOf(file: Buffer): Promise<string[][] | null> {
  try {
    if (file.subarray(0, 2).toString("latin1") === "PK") return await sheetOf(file)
    const text = textOf(file)
    const first = text.slice(0, text.indexOf("\n") === -1 ? undefined : text.indexOf("\n"))
    const delimiter = [";", "\t", ","].find((one) => first.includes(one)) ?? ","
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      trim: true,
    })
  } catch {
    // Whatever the parser says of such bytes, the person needs one sentence: it is no list that we can read.
    return null
  }
}

async function sheetOf(file: Buffer): Promise<string[][] | null> {
  let unpacked = 0
  unzipSync(new Uint8Array(file), {
    filter: ({ originalSize }) => {
      unpacked += originalSize
      return false
    },
  })
  if (unpacked > unpackedBytesMax) return null
  const rows = await readSheet(file)
  return rows.map((row) => row.map(wordsOf))
}

/** A number as it stands in the cell, without grouping or an exponent; a date as the day. */
function wordsOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ""
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === "number" && Number.isSafeInteger(cell)) return cell.toFixed(0)
  return String(cell).trim()
}

/** "Unicode text" of Excel is UTF-16 with a mark at its beginning; anything else must be UTF-8, or it is refused. */
function textOf(file: Buffer): string {
  const mark = file.subarray(0, 2).toString("hex")
  const encoding = mark === "fffe" ? "utf-16le" : mark === "feff" ? "utf-16be" : "utf-8"
  return new TextDecoder(encoding, { fatal: true }).decode(file)
}
