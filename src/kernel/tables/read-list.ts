/** A list that an officer brings in as a file: read for its preview, and carried back by the form of the preview. */
import type { z } from "zod"
import { type Headings, type Listed, listedIn } from "./listed.ts"
import { readForeignTable, type TableTrouble } from "./read.ts"

export type ListTrouble = TableTrouble | "noColumns" | "nothing"

/** Lines above the headings: the office's name, a title, a date. */
const titleLines = 20
const columnsMax = 60

export async function readList<Field extends string>(
  bytes: Buffer,
  of: { headings: Headings<Field>; needs: readonly Field[]; linesMax: number },
): Promise<Listed<Field> | { refused: ListTrouble }> {
  const table = await readForeignTable(bytes, { rowsMax: of.linesMax + titleLines, columnsMax })
  if ("refused" in table) return { refused: table.refused }
  const found = listedIn(table.sheets, of.headings, of.needs)
  if (found === null) return { refused: "noColumns" }
  if (found.lines.length === 0) return { refused: "nothing" }
  return found.lines.length > of.linesMax ? { refused: "tooManyRows" } : found
}

/** Null: it is not what the preview gave; anybody may have changed it on the way. */
export function carriedBack<Draft>(schema: z.ZodType<Draft>, text: string): Draft | null {
  try {
    const read = schema.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
