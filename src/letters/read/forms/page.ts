/** A page's glyphs as lines of words, columns one after the other. */
import type { Glyph } from "./glyphs.ts"
import { mendSyllables } from "./syllables.ts"

type Row = { y: number; size: number; glyphs: Glyph[] }
type Segment = { from: number; to: number; y: number; size: number; text: string }

/** Gaps in parts of the letters' size: between two words, and between two columns. */
const wordGap = 0.17
const columnGap = 2.6
const gutterMin = 3
/** Lines further apart than this are two blocks: an empty line is put between them. */
const blockGap = 2.2

export function linesOfPage(glyphs: readonly Glyph[], width: number): string[] {
  const rows = rowsOf(glyphs)
  const salute = withSalute(rows)
  const lines: string[] = []
  let above: Segment | null = null
  for (const segment of columnsOf(salute, width)) {
    const text = mendSyllables(segment.text)
    if (text === "") continue
    if (above !== null && above.y - segment.y > blockGap * segment.size) lines.push("")
    lines.push(text)
    above = segment
  }
  return lines
}

/** Glyphs that stand on one line of print; accents drawn later join theirs. */
function rowsOf(glyphs: readonly Glyph[]): Row[] {
  const rows: Row[] = []
  const sorted = glyphs.filter((glyph) => glyph.char !== "" && glyph.size > 0).toSorted((a, b) => b.y - a.y)
  for (const glyph of sorted) {
    const row = rows.at(-1)
    if (row !== undefined && row.y - glyph.y < Math.min(row.size, glyph.size) * 0.35) row.glyphs.push(glyph)
    else rows.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] })
  }
  for (const row of rows) row.glyphs.sort((a, b) => a.x - b.x)
  return rows
}

/** Words from glyphs: a space is drawn, or is a gap; a drawn space inside a word has no width left over. */
function segmentsOf(row: Row): Segment[] {
  const segments: Segment[] = []
  let before: Glyph | null = null
  let sawSpace = false
  for (const glyph of row.glyphs) {
    if (glyph.isSpace) {
      sawSpace = true
      continue
    }
    const last = segments.at(-1)
    const gap = before === null ? 0 : (glyph.x - before.x - before.width) / row.size
    if (last === undefined || (gap > columnGap && !/(?:Số ?:?|ngày|tháng|năm)$/u.test(last.text))) {
      segments.push({ from: glyph.x, to: glyph.x + glyph.width, y: row.y, size: row.size, text: glyph.char })
    } else {
      const isApart = gap > wordGap || (sawSpace && gap > 0.08)
      const blank = gap > 1.2 ? "     " : " "
      last.text += (isApart ? blank : "") + glyph.char
      last.to = Math.max(last.to, glyph.x + glyph.width)
    }
    before = glyph
    sawSpace = false
  }
  return segments
}

/** "Kính gửi:" stands beside its list, half-way down: it is put before the list. */
function withSalute(rows: readonly Row[]): Segment[][] {
  const lines = rows.map(segmentsOf)
  const at = lines.findIndex((line) => /^Kính gửi\s?:/u.test(line[0]?.text ?? ""))
  const row = rows[at]
  const first = lines[at]?.[0]
  if (row === undefined || first === undefined) return lines
  const colon = row.glyphs.findIndex((glyph) => glyph.char === ":")
  const next = row.glyphs.slice(colon + 1).find((glyph) => !glyph.isSpace)
  if (next === undefined) return lines
  const stands = (i: number) =>
    Math.abs((lines[i]?.[0]?.from ?? -99) - next.x) < gutterMin && lines[i]?.length === 1
  let above = at
  while (above > 0 && at - above < 12 && stands(above - 1)) above--
  if (above === at) return lines
  const words = first.text.replace(/^Kính gửi\s?:\s?/u, "")
  const moved = { ...first, text: "Kính gửi:", to: next.x - 1 }
  const rest = words === "" ? [] : [[{ ...first, from: next.x, text: words }]]
  return [...lines.slice(0, above), [moved], ...lines.slice(above, at), ...rest, ...lines.slice(at + 1)]
}

/** Two columns side by side are read one after the other: no line of theirs crosses the gutter between them. */
function columnsOf(lines: readonly Segment[][], width: number): Segment[] {
  const read: Segment[] = []
  for (let at = 0; at < lines.length; ) {
    const band = bandAt(lines, at, width)
    const end = band?.end ?? at + 1
    const inside = lines.slice(at, end).flat()
    if (band === null) read.push(...inside)
    else
      read.push(
        ...inside.filter((one) => one.to <= band.gutter),
        ...inside.filter((one) => one.from >= band.gutter),
      )
    at = end
  }
  return read
}

/** The longest run of lines from here on that leave a gutter free, with words on both of its sides. */
function bandAt(
  lines: readonly Segment[][],
  at: number,
  width: number,
): { end: number; gutter: number } | null {
  let best: { end: number; gutter: number } | null = null
  for (let part = 0.3; part < 0.66; part += 0.005) {
    const gutter = width * part
    let end = at
    while (leavesFree(lines[end], gutter) && (end === at || !endsBand(lines[end], lines[end - 1]))) end++
    const inside = lines.slice(at, end).flat()
    const left = inside.filter((one) => one.to <= gutter).length
    const right = inside.length - left
    // A centred title over a short last line is no pair of columns.
    if (left >= 2 && right >= 2 && end > (best?.end ?? at + 1)) best = { end, gutter }
  }
  return best
}

/** Whom the letter is for, and what is decided, stand under both columns even when they are short. */
const endsBand = (line: Segment[] | undefined, before: Segment[] | undefined) =>
  /^(?:Kính gửi|QUYẾT ĐỊNH|CHỈ THỊ)/u.test(line?.[0]?.text ?? "") ||
  (isPair(before, (text) => !isCapitals(text)) &&
    (line ?? []).every(({ text }) => isCapitals(text) || /^Nơi nhận/u.test(text)))

/** Offices or the recipients under names: a row of those who sign is over. */
const isPair = (line: Segment[] | undefined, every: (text: string) => boolean) =>
  line !== undefined && line.length > 1 && line.every(({ text }) => every(text))
const isCapitals = (text: string) => text === text.toUpperCase()

const leavesFree = (line: Segment[] | undefined, gutter: number) =>
  line?.every((one) => one.to <= gutter - gutterMin || one.from >= gutter + gutterMin) ?? false
