/** How wide each column of a table is: as shared, but never narrower than its longest word. Pure. */
import { textWidth } from "./metrics.ts"
import type { Table } from "./model.ts"

/** Points: the size of a table's text, and the room beside it in a cell (`official.typ` and `docx-parts.ts` use the same). */
const size = 12
const aside = 9
/** One word may not take more of the table than this: an address of a web site breaks, the other columns stay. */
const wordShareMax = 0.4

/** The same columns with shares of the width such that a number of ten digits stands on one line. */
export function fitted({ columns, rows }: Pick<Table, "columns" | "rows">, widthMm: number): number[] {
  const whole = (widthMm * 72) / 25.4
  const asked = columns.reduce((sum, { share }) => sum + share, 0)
  const wide = columns.map(({ share }) => (share / asked) * whole)
  const least = columns.map(({ title }, i) => {
    const cells = rows.map((row) => longestWord(row[i] ?? "", "regular"))
    return Math.min(Math.max(longestWord(title, "bold"), ...cells) + aside, whole * wordShareMax)
  })
  const spare = wide.map((width, i) => Math.max(0, width - (least[i] ?? 0)))
  const missing = wide.reduce((sum, width, i) => sum + Math.max(0, (least[i] ?? 0) - width), 0)
  const room = spare.reduce((sum, one) => sum + one, 0)
  // Nothing to give: the table is too full, and words break where they must.
  if (missing === 0 || room < missing) return wide.map((width) => width / whole)
  const given = missing / room
  return wide.map((width, i) => Math.max(width - (spare[i] ?? 0) * given, least[i] ?? 0) / whole)
}

const longestWord = (text: string, weight: "regular" | "bold") =>
  text.split(" ").reduce((longest, word) => Math.max(longest, textWidth(word, size, weight)), 0)
