/**
 * A page's glyphs sorted out: those of the letter's own lines, and those strewn over them (a slanted or huge watermark, a note's
 * stamp, words drawn one letter above another), which would spoil the lines they cross and are only looked at for a stamp.
 */
import type { Glyph } from "./glyphs.ts"
import { linesOfPage } from "./page.ts"

/** Further than this from the page's own direction a line is aslant; a page put crookedly on a scanner is not. */
const slantMin = 8
/** So many times as large as most of the page's letters is no letter of a line. */
const hugeMin = 2.5
const directionsMax = 36

type Sorted = { read: Glyph[]; width: number; aside: string[] }

export function sortedOut(
  glyphs: readonly Glyph[],
  fields: ReadonlySet<string>,
  page: { width: number; height: number },
): Sorted {
  const own = glyphs.filter(({ note }) => note === null || fields.has(note))
  const notes = glyphs.filter(({ note }) => note !== null && !fields.has(note))
  const main = mainTurn(own)
  const huge = hugeMin * medianSize(own)
  const isRead = (one: Glyph) => apartBy(one.turn, main) <= slantMin && one.size < huge
  const read = own.filter(isRead)
  const strewn = own.filter((one) => !isRead(one))
  const isOnSide = Math.abs(Math.sin(radians(main))) > 0.7
  return {
    read: turned(read, main, page),
    width: isOnSide ? page.height : page.width,
    aside: [...wordsAside(strewn, page), ...wordsAside(notes, page), ...stacked(read), ...spacedOut(read)],
  }
}

/** The direction of most letters, in steps of ten degrees around it. */
function mainTurn(glyphs: readonly Glyph[]): number {
  const counts = new Map<number, number>()
  for (const { turn } of glyphs)
    counts.set(Math.round(turn / 10), (counts.get(Math.round(turn / 10)) ?? 0) + 1)
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  return most === undefined ? 0 : most[0] * 10
}

function medianSize(glyphs: readonly Glyph[]): number {
  const sizes = glyphs.map(({ size }) => size).toSorted((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)] ?? 1
}

const radians = (degrees: number) => (degrees * Math.PI) / 180
const apartBy = (a: number, b: number) => Math.abs(((a - b + 540) % 360) - 180)

/** The glyphs as they stand once the page is turned so that their lines run level. */
function turned(glyphs: readonly Glyph[], turn: number, page: { width: number; height: number }): Glyph[] {
  if (turn % 360 === 0) return [...glyphs]
  const [cos, sin] = [Math.cos(radians(turn)), Math.sin(radians(turn))]
  const shift = (cos < -0.5 ? page.width : 0) + (sin < -0.5 ? page.height : 0)
  return glyphs.map((one) => ({ ...one, x: one.x * cos + one.y * sin + shift, y: one.y * cos - one.x * sin }))
}

/** Their words as lines of each direction, and in the order in which they were drawn: letters on a curve have no line. */
function wordsAside(glyphs: readonly Glyph[], page: { width: number; height: number }): string[] {
  if (glyphs.length === 0) return []
  const directions = [...new Set(glyphs.map(({ turn }) => Math.round(turn / 3) * 3))].slice(0, directionsMax)
  const lines = directions.flatMap((turn) =>
    linesOfPage(
      turned(
        glyphs.filter((one) => apartBy(one.turn, turn) <= 3),
        turn,
        page,
      ),
      page.width * 2,
    ),
  )
  return [...lines, ...drawn(glyphs), ...stacked(glyphs), ...spacedOut(glyphs)]
}

function drawn(glyphs: readonly Glyph[]): string[] {
  const runs: string[] = []
  let before: Glyph | null = null
  for (const glyph of glyphs) {
    const isNear =
      before !== null &&
      Math.hypot(glyph.x - before.x, glyph.y - before.y) < 5 * Math.max(glyph.size, before.size)
    if (isNear) runs[runs.length - 1] += glyph.char
    else runs.push(glyph.char)
    before = glyph
  }
  return runs
}

const isLetter = ({ char }: Glyph) => /^\p{Lu}\p{M}{0,2}$/u.test(char)

/** Capitals that stand alone, one above another. */
function stacked(glyphs: readonly Glyph[]): string[] {
  const alone = aloneIn(glyphs).toSorted((a, b) => b.y - a.y)
  return runsOf(alone, ({ x, width, size }) => Math.round((x + width / 2) / Math.max(size, 1)))
}

/** Capitals with much room between them on one line. */
function spacedOut(glyphs: readonly Glyph[]): string[] {
  const alone = aloneIn(glyphs).toSorted((a, b) => a.x - b.x)
  return runsOf(alone, ({ y, size }) => Math.round(y / Math.max(size * 0.4, 1)))
}

/** Capitals without a neighbour within half of their size on their line. */
function aloneIn(glyphs: readonly Glyph[]): Glyph[] {
  const rows = groupedBy(
    glyphs.filter(({ isSpace }) => !isSpace),
    ({ y }) => Math.round(y / 4),
  )
  return rows.flatMap((row) => {
    const sorted = row.toSorted((a, b) => a.x - b.x)
    return sorted.filter((one, i) => {
      const [before, after] = [sorted[i - 1], sorted[i + 1]]
      const left = before === undefined ? Infinity : one.x - before.x - before.width
      const right = after === undefined ? Infinity : after.x - one.x - one.width
      return isLetter(one) && left > one.size / 2 && right > one.size / 2
    })
  })
}

/** Letters of one column or row that stand near enough to be one word. */
function runsOf(alone: readonly Glyph[], placeOf: (glyph: Glyph) => number): string[] {
  return groupedBy(alone, placeOf).flatMap((line) => {
    const runs: string[] = []
    let before: Glyph | null = null
    for (const one of line) {
      const isNear = before !== null && Math.hypot(one.x - before.x, one.y - before.y) < 8 * one.size
      if (isNear) runs[runs.length - 1] += one.char
      else runs.push(one.char)
      before = one
    }
    return runs.filter((run) => run.length > 2)
  })
}

function groupedBy(glyphs: readonly Glyph[], keyOf: (glyph: Glyph) => number): Glyph[][] {
  const groups = new Map<number, Glyph[]>()
  for (const one of glyphs) {
    const group = groups.get(keyOf(one))
    if (group === undefined) groups.set(keyOf(one), [one])
    else group.push(one)
  }
  return [...groups.values()]
}
