/** Lists for programs of bodies: where one stands in them, what a change is, and the file of a filter. Pure. */
import { printOf } from "./asked.ts"
import type { IndicatorKind } from "./indicator.ts"

/** Changes are numbered in the order in which they hold; a cursor is the number of the last one seen. */
export const cursorPattern = /^\d{1,18}$/

export type Change = {
  id: string
  /** Its number. */
  seq: string
  kind: IndicatorKind
  value: string
  openDigits: number | null
  change: "added" | "removed"
}

/** So many changes in one answer; so many lines in one file. */
export const feedMax = 1_000
export const filterMax = 50_000

export const filterFormats = ["plain", "sha256"] as const
export type FilterFormat = (typeof filterFormats)[number]

/** "+8424999xxx": the beginning that its numbers share, and one x for each last digit that is any. */
const lineOf = (one: Change, format: FilterFormat) =>
  format === "sha256" ? printOf(one) : `${one.value}${"x".repeat(one.openDigits ?? 0)}`

export type Filter = {
  kind: IndicatorKind
  format: FilterFormat
  made: string
  /** Null: the whole list; else what changed since this cursor. */
  since: string | null
  cursor: string
  hasMore: boolean
}

/** A text file that equipment reads line by line; what it says of itself stands behind "#". Ends with a line feed. */
export function filterFile(changes: readonly Change[], of: Filter): string {
  const lines = changes.map((one) =>
    of.since === null
      ? lineOf(one, of.format)
      : `${one.change === "added" ? "+" : "-"} ${lineOf(one, of.format)}`,
  )
  const head = [
    "# lienphong-filter-1",
    `# kind: ${of.kind}`,
    `# format: ${of.format}`,
    `# made: ${of.made}`,
    `# since: ${of.since ?? "all"}`,
    `# cursor: ${of.cursor}`,
    `# more: ${of.hasMore ? "yes" : "no"}`,
    `# lines: ${lines.length}`,
  ]
  return `${[...head, ...lines].join("\n")}\n`
}
