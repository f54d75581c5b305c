/** A page of another TAXII 2.1 server: what it says, and whether there is more of it. Pure. */

import { isRecord } from "../../../kernel/json.ts"
import { isStorable } from "../../../kernel/storable.ts"
import { readJson } from "../../imports/domain/foreign.ts"
import type { FileFault, ForeignLine, LineFault } from "../../imports/domain/line.ts"
import { readStix } from "../../imports/domain/stix.ts"

export type SourcePage =
  | { lines: ForeignLine[]; faults: LineFault[]; hasMore: boolean; next: string | null }
  | { refused: FileFault; at: string }

const nextChars = 2_000
const isMark = (next: string) => next !== "" && next.length <= nextChars && isStorable(next)

export function readSourcePage(file: Uint8Array): SourcePage {
  const read = readJson(file)
  if ("refused" in read) return read
  const { value } = read
  if (!isRecord(value)) return { refused: "notKnown", at: "" }
  const { objects = [], more, next } = value
  if (!Array.isArray(objects)) return { refused: "notKnown", at: "/objects" }
  const found = readStix(objects, "/objects")
  if (found.isFull) return { refused: "tooMany", at: found.lines.at(-1)?.at ?? "" }
  return {
    lines: found.lines,
    faults: found.faults,
    hasMore: more === true,
    next: typeof next === "string" && isMark(next) ? next : null,
  }
}
