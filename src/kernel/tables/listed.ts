/**
 * A list in a foreign table: the line of headings that says most, and each filled line below it by what its columns mean.
 *
 * Above the headings stand the office's name, a title, a date, often in merged cells. Headings are compared without
 * accents, capitals, commas, stars, colons and notes in brackets; a heading that the list does not know is named to the sender.
 */
import type { Sheet } from "./bounds.ts"
import type { Cell } from "./cell.ts"

/** What each column may be called; a name that ends in a star is the beginning of a heading. */
export type Headings<Field extends string> = Readonly<Record<Field, readonly string[]>>
/** `of` is empty where the line has no such cell. `line` counts from 1, as a spreadsheet does. */
export type ListedLine<Field extends string> = { line: number; of(field: Field): string }
export type Listed<Field extends string> = {
  /** The tab that was read, where the file has several. */
  sheet: string | null
  has: readonly Field[]
  unused: readonly string[]
  lines: readonly ListedLine<Field>[]
}

const titleLinesMax = 20
const headingCharsMax = 60

/** The sheet, or the way of cutting the text, whose headings say most; null where none has all that are needed. */
export function listedIn<Field extends string>(
  sheets: readonly Sheet[],
  headings: Headings<Field>,
  needed: readonly Field[],
): Listed<Field> | null {
  let best: Listed<Field> | null = null
  for (const { name, rows } of sheets) {
    for (const [at, row] of rows.slice(0, titleLinesMax).entries()) {
      const { known, unused } = columnsOf(row, headings)
      if (!needed.every((field) => known.has(field)) || known.size <= (best?.has.length ?? 0)) continue
      const lines = rows.slice(at + 1).map((cells, i) => ({ line: at + i + 2, of: reading(cells, known) }))
      const has = [...known.keys()]
      const sheet = sheets.length > 1 && name.length > 1 ? name : null
      best = { sheet, has, unused, lines: lines.filter(({ of }) => has.some((field) => of(field) !== "")) }
    }
  }
  return best
}

const reading =
  <Field extends string>(cells: readonly Cell[], known: ReadonlyMap<Field, number>) =>
  (field: Field) =>
    (cells[known.get(field) ?? -1]?.text ?? "").replace(/\s+/g, " ").trim()

function columnsOf<Field extends string>(row: readonly Cell[], headings: Headings<Field>) {
  const known = new Map<Field, number>()
  const unused: string[] = []
  for (const [index, { text }] of row.entries()) {
    const heading = plainly(text.replace(/\([^)]*\)|\[[^\]]*\]/g, " ").replace(/[*:.,/]+/g, " "))
    if (heading === "") continue
    const field = meaningOf(heading, headings)
    if (field === null || known.has(field)) unused.push(text.slice(0, headingCharsMax))
    else known.set(field, index)
  }
  return { known, unused }
}

function meaningOf<Field extends string>(heading: string, headings: Headings<Field>): Field | null {
  const all = Object.entries(headings) as [Field, readonly string[]][]
  const exact = all.find(([, names]) => names.some((name) => name.replace("*", "") === heading))
  if (exact !== undefined) return exact[0]
  const begins = (name: string) => name.endsWith("*") && heading.startsWith(`${name.slice(0, -1)} `)
  return all.find(([, names]) => names.some(begins))?.[0] ?? null
}

/** "Họ và tên " and "ho va  ten" are the same word to a reader of lists. */
export const plainly = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/\s+/g, " ").trim()
