/**
 * Words too wide for the place where they stand: a hash, an address, a key. The PDF's line breaker would let them run
 * over the edge of the cell and off the paper, so they get places where they may break. Pure.
 */
import { pageMm } from "./compose.ts"
import { textWidth } from "./metrics.ts"
import type { Part, Sheet } from "./sheet.ts"

/** Points: the room beside a text in a cell, as in `official.typ`, and what rounding may take. */
const beside = 9
const pointsPerMm = 72 / 25.4

/** A mark for `official.typ` alone: it is neither printed nor found in the text of the PDF. */
const mayBreakHere = "\u200b"

/** The same sheet, whose every word fits its place or may break. */
export function withBreaks(sheet: Sheet): Sheet {
  const { portrait } = pageMm
  const inLines = (lines: string[], mm: number) =>
    lines.map((line) => broken(line, mm * pointsPerMm, sheet.size))
  const { title, addressees, closing, annexes, parts } = sheet
  const { recipients } = closing
  return {
    ...sheet,
    title: title === null ? null : { ...title, about: inLines(title.about, portrait - 10) },
    addressees:
      addressees === null ? null : { ...addressees, lines: inLines(addressees.lines, portrait - 48) },
    parts: parts.map((part) => partWithBreaks(part, portrait, sheet.size)),
    closing: {
      ...closing,
      recipients: recipients === null ? null : { ...recipients, lines: inLines(recipients.lines, 70) },
    },
    annexes: annexes.map((annex) => ({
      ...annex,
      title: inLines(annex.title, pageMm[annex.turn] - 10),
      parts: annex.parts.map((part) => partWithBreaks(part, pageMm[annex.turn], sheet.size)),
    })),
  }
}

function partWithBreaks(part: Part, widthMm: number, size: number): Part {
  const whole = widthMm * pointsPerMm
  switch (part.is) {
    case "text":
      return { ...part, text: broken(part.text, whole - 1, size) }
    case "table": {
      const shares = part.columns.reduce((sum, { share }) => sum + share, 0)
      const rooms = part.columns.map(({ share }) => (share / shares) * whole - beside)
      const cell = (text: string, i: number) => broken(text, rooms[i] ?? whole, 12)
      return {
        ...part,
        columns: part.columns.map((column, i) => ({ ...column, title: cell(column.title, i) })),
        rows: part.rows.map((row) => row.map(cell)),
      }
    }
    case "picture":
    case "chart":
      return part
  }
}

/** Bold is the wider of the two weights: a word that fits in bold fits in both. */
function broken(text: string, room: number, size: number): string {
  if (textWidth(text, size, "bold") <= room) return text
  return text
    .split(/(\s+)/)
    .map((word) => (textWidth(word, size, "bold") <= room ? word : letters(word).join(mayBreakHere)))
    .join("")
}

const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" })
const letters = (word: string) => Array.from(graphemes.segment(word), ({ segment }) => segment)
