/**
 * Rows under a head ("STT|Thuê bao nạn nhân|Số gọi đến"): the head's words are written before each cell, so that a number in
 * a column is read as if somebody had said what it is. Where the text has no such rows it is left as it is.
 */

const separators = ["|", "\t", ";"] as const
const cellsMax = 12
const rowsMax = 200
const headCharsMax = 40

export type Labelled = {
  text: string
  /** Where a span of `text` stands in the text as received. */
  back: (span: [number, number]) => [number, number]
}

type Piece = { text: string; from: number | null }

export function withHeads(received: string): Labelled {
  const pieces: Piece[] = []
  const lines = received.split("\n")
  let at = 0
  let head: { cells: readonly string[]; separator: string } | null = null
  let rows = 0
  let isChanged = false
  for (const [index, line] of lines.entries()) {
    if (index > 0) pieces.push({ text: "\n", from: at - 1 })
    const cells = head === null ? [] : line.split(head.separator)
    if (head !== null && cells.length === head.cells.length && rows < rowsMax) {
      rows += 1
      isChanged = true
      addRow(pieces, cells, head, at)
    } else {
      head = headOf(line)
      pieces.push({ text: line, from: at })
    }
    at += line.length + 1
  }
  if (!isChanged) return { text: received, back: (span) => span }
  return joined(pieces)
}

/** Words in each cell, and no number long enough to be somebody's. */
function headOf(line: string): { cells: readonly string[]; separator: string } | null {
  for (const separator of separators) {
    const cells = line.split(separator).map((cell) => cell.trim())
    const isHead =
      cells.length >= (separator === ";" ? 3 : 2) &&
      cells.length <= cellsMax &&
      cells.every((cell) => cell.length <= headCharsMax && /\p{L}/u.test(cell) && !/\d{5}/.test(cell))
    if (isHead) return { cells, separator }
  }
  return null
}

function addRow(
  pieces: Piece[],
  cells: readonly string[],
  { cells: heads }: { cells: readonly string[] },
  start: number,
): void {
  let at = start
  for (const [column, cell] of cells.entries()) {
    if (column > 0) pieces.push({ text: "\n", from: at - 1 })
    pieces.push(
      { text: `${heads[column] ?? ""}: `, from: null },
      { text: cell.trimStart(), from: at + cell.length - cell.trimStart().length },
    )
    at += cell.length + 1
  }
}

function joined(pieces: readonly Piece[]): Labelled {
  const places: number[] = []
  let last = 0
  for (const { text, from } of pieces)
    for (let offset = 0; offset < text.length; offset += 1) {
      last = from === null ? last : from + offset
      places.push(last)
    }
  return {
    text: pieces.map((piece) => piece.text).join(""),
    back: ([start, end]) => [places[start] ?? last + 1, (places[end - 1] ?? last) + 1],
  }
}
