/**
 * A plan's table whose cells stand one under another, as copied text prints them: the names of the columns ("TT", "Nội dung",
 * "Cơ quan chủ trì", …), then the cells of one row after those of the other. The performer of a row stands in the cell after it.
 */
import type { Attributes } from "./attributes.ts"
import { bodiesAt } from "./bodies.ts"
import { type Column, columnOf, columns } from "./columns.ts"
import { deadlineOfLine } from "./deadlines.ts"
import { markerOf } from "./markers.ts"
import { cut, type Piece, withoutEnd } from "./piece.ts"

export type Row = { words: Piece; attributes: Attributes }
/** By the place of a paragraph: a row that begins there, or null where a cell or a column's name stands. */
export type Tables = ReadonlyMap<number, Row | null>

export function tablesIn(paragraphs: readonly Piece[]): Tables {
  const found = new Map<number, Row | null>()
  for (let at = 0; at < paragraphs.length; at++) {
    const names = columnsAt(paragraphs, at)
    if (names === null) {
      at = skipUnknown(paragraphs, at, found)
      continue
    }
    const cells = names.filter((name) => name !== "no")
    const header = at
    at += names.length
    let next = rowFrom(cells, paragraphs, at)
    if (next === null) continue
    for (let i = header; i < at; i++) found.set(i, null)
    while (next !== null) {
      for (let i = at; i < next.to; i++) found.set(i, i === next.at ? next.row : null)
      at = next.to
      next = rowFrom(cells, paragraphs, at)
    }
    at--
  }
  return found
}

/** Whether a table with columns of these names tells who does what. */
export function givesTasks(names: readonly string[]): boolean {
  const found = names.map((name) => columnOf(name.trim().toLocaleLowerCase("vi")))
  return found.includes("what") && found.includes("lead")
}

/**
 * The next row, past what stands between rows: a part's number and name ("II", "Thanh toán"), the columns' names printed anew on
 * the next page. A row whose cell for helpers is empty prints none.
 */
function rowFrom(
  cells: readonly Column[],
  paragraphs: readonly Piece[],
  from: number,
): { row: Row; at: number; to: number } | null {
  const bare = cells.filter((name) => name !== "partners")
  for (let at = from; at <= from + betweenMax && at < paragraphs.length; at++) {
    const whole = rowOf(cells, paragraphs.slice(at, at + cells.length))
    if (whole !== null) return { row: whole, at, to: at + cells.length }
    const time = paragraphs[at + bare.indexOf("time")]
    if (bare.length < cells.length && time !== undefined && timeWords.test(time.low)) {
      const row = rowOf(bare, paragraphs.slice(at, at + bare.length))
      if (row !== null) return { row, at, to: at + bare.length }
    }
    if (!isBetweenRows(paragraphs[at])) return null
  }
  return null
}

const betweenMax = 8
const timeWords = /^(?:trước|trong|quý|tháng|năm|định kỳ|hằng|hàng|thường xuyên|đến|ngay|\d)/
const isBetweenRows = (piece: Piece | undefined): boolean =>
  piece !== undefined &&
  piece.text.length <= 80 &&
  !/[.;:]$/.test(piece.text) &&
  (columnOf(piece.low) !== undefined || /^[ivx]{1,5}[.)]?$|^\p{L}/u.test(piece.low))

/** Whether a table that tells who does what stands among the paragraphs. */
export const holdsTasks = (paragraphs: readonly Piece[]): boolean =>
  paragraphs.some((_, at) => columnsAt(paragraphs, at) !== null)

/** "TT" / "Địa bàn" / "Số điểm": a table of other columns; its cells are no words of the item above it. */
function skipUnknown(paragraphs: readonly Piece[], from: number, found: Map<number, Row | null>): number {
  if (columnOf(paragraphs[from]?.low ?? "") !== "no") return from
  let to = from + 1
  while (isCell(paragraphs[to])) to++
  if (to - from < 3) return from
  for (let i = from; i < to; i++) found.set(i, null)
  return to - 1
}

const isCell = (piece: Piece | undefined): boolean =>
  piece !== undefined &&
  piece.text.length <= 80 &&
  !/[.;:]$/.test(piece.text) &&
  markerOf(piece.text, piece.low) === null

function columnsAt(paragraphs: readonly Piece[], from: number): Column[] | null {
  const names: Column[] = []
  for (const paragraph of paragraphs.slice(from, from + columns.length)) {
    const name = columnOf(paragraph.low)
    if (name === undefined || names.includes(name)) break
    names.push(name)
  }
  return names.includes("lead") &&
    names.indexOf("what") >= 0 &&
    names.length >= 3 &&
    names.indexOf("what") <= 1
    ? names
    : null
}

/** Null where the cells are no row: too few, or no body stands where one must. */
function rowOf(names: readonly Column[], cells: readonly Piece[]): Row | null {
  if (cells.length < names.length || cells.some((one) => columnOf(one.low) !== undefined)) return null
  const cell = (name: Column) => cells[names.indexOf(name)]
  const [first, who, time] = [cells[0], cell("lead"), cell("time")]
  const lead = who === undefined ? null : namesOf(who)
  const isLong = (time?.text.length ?? 0) > 120
  if (first === undefined || first.text.length < 8 || lead === null || lead.length === 0 || isLong)
    return null
  const helpers = cell("partners")
  return {
    words: cut(first, markerOf(first.text, first.low)?.length ?? 0),
    attributes: {
      lead,
      partners: helpers === undefined || isEmpty(helpers) ? [] : (namesOf(helpers) ?? [helpers.text]),
      deadline: time === undefined || isEmpty(time) ? null : deadlineOfLine(time.text, time.low),
    },
  }
}

const isEmpty = ({ text }: Piece) => /^[-–./\s]*$/.test(text)

function namesOf(piece: Piece): string[] | null {
  const list = cut(piece, 0, withoutEnd(piece.text, ".;, ").length)
  const bodies = bodiesAt(list, 0, { actsEnd: false })
  return bodies === null || bodies.to < list.text.length ? null : bodies.names
}
