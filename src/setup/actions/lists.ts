/** A list of the set-up as a file: read apart, answered line by line, and nothing kept of it until it is confirmed. */
import type { Sheet } from "../../kernel/tables/bounds.ts"
import { listedIn } from "../../kernel/tables/listed.ts"
import { readForeignTable, type TableTrouble } from "../../kernel/tables/read.ts"
import {
  bodyHeadings,
  groupHeadings,
  type Line,
  type ListKind,
  linesMax,
  readBodies,
  readGroups,
  readUnits,
  unitHeadings,
} from "../domain/lists.ts"
import type { BodyInput, GroupInput, UnitInput } from "../domain/plan.ts"
import type { Written } from "../domain/whole.ts"
import { words } from "../words.ts"

export type ListTrouble = TableTrouble | "noColumns" | "tooMany" | "nothing"
export type AnyLine = Line<UnitInput> | Line<BodyInput> | Line<GroupInput>
export type ListPreview = { lines: readonly AnyLine[]; unused: readonly string[] }

export async function previewList(
  kind: ListKind,
  file: Uint8Array,
  written: Written,
): Promise<ListPreview | { refused: ListTrouble; at?: string }> {
  const table = await readForeignTable(file, { rowsMax: 3_000, columnsMax: 40 })
  if ("refused" in table) return table
  const found = linesOf(kind, table.sheets, written)
  if (found === null) return { refused: "noColumns" }
  if (found.lines.length === 0) return { refused: "nothing" }
  return found.lines.length > linesMax[kind] ? { refused: "tooMany" } : found
}

function linesOf(kind: ListKind, sheets: readonly Sheet[], written: Written): ListPreview | null {
  const { units, groups } = written
  if (kind === "units") {
    const listed = listedIn(sheets, unitHeadings, ["code", "name"])
    return listed === null ? null : { lines: readUnits(listed.lines), unused: listed.unused }
  }
  if (kind === "groups") {
    const listed = listedIn(sheets, groupHeadings, ["name"])
    return listed === null
      ? null
      : { lines: readGroups(listed.lines, words.vi.chart.rules), unused: listed.unused }
  }
  const listed = listedIn(sheets, bodyHeadings, ["name", "kind"])
  if (listed === null) return null
  const around = { units, groups, kindNames: words.vi.chart.kinds }
  return { lines: readBodies(listed.lines, around), unused: listed.unused }
}
