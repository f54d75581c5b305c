/**
 * The cells of an XLSX workbook as the file holds them (ECMA-376 Part 1, 18.3 worksheets, 18.4 shared strings).
 *
 * Libraries hand on JavaScript numbers and dates; by then an account of sixteen digits is another account, an error is a
 * word and a formula without its value is an empty cell. Here each cell keeps how it was written.
 */
import { strFromU8, unzipSync } from "fflate"
import { SaxesParser, type SaxesTagPlain } from "saxes"
import { type Sheet, type TableLimits, TableRefused } from "./bounds.ts"
import { type Cell, emptyCell, numberCell, textCell } from "./cell.ts"

const unpackedBytesMax = 40_000_000
const sheetsMax = 20
/** Cells, styles and strings that one workbook may hold, empty ones included. */
const elementsMax = 400_000
const cellCharsMax = 32_767

export function sheetsOfWorkbook(file: Uint8Array, limits: TableLimits): Sheet[] {
  const parts = partsOf(file)
  const part = (path: string) => parts.get(path.toLowerCase()) ?? null
  const book = workbookOf(part)
  const strings = stringsOf(part("xl/sharedStrings.xml"))
  const formats = formatsOf(part("xl/styles.xml"))
  return book.flatMap(({ name, path }) => {
    const xml = part(path)
    return xml === null ? [] : [{ name, rows: rowsOf(xml, strings, formats, limits) }]
  })
}

/** Only the parts that hold cells are unpacked; pictures and macros stay where they are. */
function partsOf(file: Uint8Array): Map<string, Uint8Array> {
  let unpacked = 0
  const isWanted =
    /^xl\/(?:workbook\.xml|sharedstrings\.xml|styles\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/i
  const files = unzipSync(file, {
    filter: ({ name, originalSize }) => {
      if (!isWanted.test(name)) return false
      unpacked += originalSize
      if (unpacked > unpackedBytesMax) throw new TableRefused("unfoldsTooFar")
      return true
    },
  })
  return new Map(Object.entries(files).map(([name, bytes]) => [name.toLowerCase(), bytes]))
}

type Part = (path: string) => Uint8Array | null

/** Visible sheets in the order of their tabs. */
function workbookOf(part: Part): { name: string; path: string }[] {
  const targets = new Map<string, string>()
  const rels = part("xl/_rels/workbook.xml.rels")
  if (rels !== null)
    walk(rels, {
      open: ({ local, attributes: a }) => {
        if (local === "Relationship") targets.set(a.Id ?? "", a.Target ?? "")
      },
    })
  const sheets: { name: string; path: string }[] = []
  const book = part("xl/workbook.xml")
  if (book === null) throw new TableRefused("unreadable")
  walk(book, {
    open: ({ local, attributes: a }) => {
      if (local !== "sheet" || (a.state ?? "visible") !== "visible" || sheets.length >= sheetsMax) return
      const target = targets.get(a["r:id"] ?? idOf(a)) ?? `worksheets/sheet${sheets.length + 1}.xml`
      sheets.push({ name: a.name ?? "", path: target.startsWith("/") ? target.slice(1) : `xl/${target}` })
    },
  })
  return sheets
}

/** The relationship's id whatever prefix the writer gave its namespace. */
const idOf = (a: Record<string, string>) => Object.entries(a).find(([key]) => /:id$/i.test(key))?.[1] ?? ""

/** Shared strings: runs of one string are joined, the reading aids of other scripts (rPh) are left out. */
function stringsOf(xml: Uint8Array | null): string[] {
  const strings: string[] = []
  if (xml === null) return strings
  let [text, aids, isText] = ["", 0, false]
  walk(xml, {
    open: ({ local }) => {
      if (local === "si") text = ""
      if (local === "rPh") aids += 1
      if (local === "t") isText = aids === 0
    },
    text: (words) => {
      if (isText) text += words
    },
    close: (local) => {
      if (local === "t") isText = false
      if (local === "rPh") aids -= 1
      if (local === "si") strings.push(text.slice(0, cellCharsMax))
    },
  })
  return strings
}

/** The number format of each cell style (`s`); 14 to 22 and 45 to 47 are days and times by the standard (18.8.30). */
function formatsOf(xml: Uint8Array | null): string[] {
  const codes = new Map<string, string>()
  const formats: string[] = []
  if (xml === null) return formats
  let isCellStyle = false
  walk(xml, {
    open: ({ local, attributes: a }) => {
      if (local === "numFmt") codes.set(a.numFmtId ?? "", a.formatCode ?? "")
      if (local === "cellXfs") isCellStyle = true
      if (local === "xf" && isCellStyle)
        formats.push(codes.get(a.numFmtId ?? "0") ?? builtIn(Number(a.numFmtId ?? 0)))
    },
    close: (local) => {
      if (local === "cellXfs") isCellStyle = false
    },
  })
  return formats
}

const builtIn = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58) ? "d" : "General"

/** Letters of days and hours outside quotation marks, escapes and [colours]. */
const isDayFormat = (format: string) =>
  /[dmyhs]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|General/gi, ""))

function rowsOf(
  xml: Uint8Array,
  strings: readonly string[],
  formats: readonly string[],
  limits: TableLimits,
): Cell[][] {
  const rows: Cell[][] = []
  let [row, column] = [-1, -1]
  let [type, style, value, inline] = ["n", "", "", ""]
  let [hasValue, hasFormula, reads, aids] = [false, false, "" as "" | "v" | "t", 0]
  walk(xml, {
    open: ({ local, attributes: a }) => {
      if (local === "row") {
        row = a.r === undefined ? row + 1 : Number(a.r) - 1
        column = -1
      } else if (local === "c") {
        const place = a.r === undefined ? null : placeOf(a.r)
        if (place !== null) row = place.row
        column = place?.column ?? column + 1
        ;[type, style, value, inline] = [a.t ?? "n", a.s ?? "", "", ""]
        ;[hasValue, hasFormula] = [false, false]
      } else if (local === "f") hasFormula = true
      else if (local === "v") [hasValue, reads] = [true, "v"]
      else if (local === "rPh") aids += 1
      else if (local === "t" && aids === 0) reads = "t"
    },
    text: (words) => {
      if (reads === "v") value += words
      if (reads === "t") inline += words
    },
    close: (local) => {
      if (local === "v" || local === "t") reads = ""
      if (local === "rPh") aids -= 1
      if (local !== "c") return
      const cell = cellOf()
      if (cell.text !== "" || cell.kind !== "text") put(cell)
    },
  })
  return Array.from(rows, (one) => Array.from(one ?? [], (cell) => cell ?? emptyCell))

  function cellOf(): Cell {
    if (hasFormula && !hasValue) return { text: "", kind: "uncounted" }
    if (type === "s") return textCell(strings[Number(value)] ?? "")
    if (type === "inlineStr") return textCell(inline.slice(0, cellCharsMax))
    if (type === "str") return textCell(value.slice(0, cellCharsMax))
    if (type === "b") return { text: value.trim() === "1" ? "TRUE" : "FALSE", kind: "boolean" }
    if (type === "e") return { text: value.trim(), kind: "error" }
    if (type === "d") return { text: value.trim().slice(0, 10), kind: "date" }
    if (value.trim() === "") return emptyCell
    const format = formats[Number(style)] ?? "General"
    return isDayFormat(format) ? dayCell(Number(value)) : numberCell(value.trim(), format)
  }

  function put(cell: Cell): void {
    if (row < 0 || row >= limits.rowsMax) throw new TableRefused("tooManyRows", nameOf(row, column))
    if (column < 0 || column >= limits.columnsMax)
      throw new TableRefused("tooManyColumns", nameOf(row, column))
    while (rows.length <= row) rows.push([])
    const cells = rows[row] ?? []
    while (cells.length < column) cells.push(emptyCell)
    cells[column] = cell
  }
}

/** Days since 30/12/1899; workbooks that count from 1904 are rare, and their day would be four years early. */
function dayCell(serial: number): Cell {
  const ms = Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1000
  if (!Number.isFinite(ms) || Math.abs(serial) > 3_000_000) return { text: String(serial), kind: "date" }
  return { text: new Date(ms).toISOString().slice(0, 10), kind: "date" }
}

function placeOf(reference: string): { row: number; column: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference)
  if (found === null) return null
  const column = [...(found[1] ?? "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(found[2]) - 1, column }
}

function nameOf(row: number, column: number): string {
  let [letters, rest] = ["", column + 1]
  for (; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row + 1}`
}

type Walk = {
  open?: (tag: { local: string; attributes: Record<string, string> }) => void
  text?: (words: string) => void
  close?: (local: string) => void
}

/** One pass over an XML part. A document type is refused: no office writes one, and entities can multiply. */
function walk(xml: Uint8Array, { open, text, close }: Walk): void {
  const parser = new SaxesParser({ xmlns: false, fragment: false })
  let elements = 0
  const local = (name: string) => name.slice(name.indexOf(":") + 1)
  parser.on("doctype", () => {
    throw new TableRefused("unreadable")
  })
  parser.on("error", (error) => {
    throw error
  })
  parser.on("opentag", (tag: SaxesTagPlain) => {
    elements += 1
    if (elements > elementsMax) throw new TableRefused("unfoldsTooFar")
    open?.({ local: local(tag.name), attributes: tag.attributes })
  })
  if (text !== undefined) parser.on("text", text)
  parser.on("closetag", (tag) => close?.(local(tag.name)))
  parser.write(xmlText(xml)).close()
}

const xmlText = (xml: Uint8Array) =>
  xml[0] === 0xff && xml[1] === 0xfe
    ? new TextDecoder("utf-16le").decode(xml)
    : strFromU8(xml).replace(/^\ufeff/, "")
