/** A letter that another slice wrote goes the same way as one that a clerk uploads: read, reviewed, confirmed by a person. */
import type { Desk } from "../../kernel/http/env.ts"
import { localDateOf } from "../../kernel/time.ts"
import { importLetter, type ReadRefusal } from "./actions.ts"
import { importPaths } from "./paths.ts"

/** Returns the address of the review. */
export async function importWritten(
  desk: Desk,
  file: { name: string; mediaType: string; bytes: Uint8Array },
): Promise<{ href: string } | { refused: ReadRefusal | "nothing" }> {
  // The readers bring the libraries of scans along; whoever only lists directives does without them.
  const { readersOf } = await import("./readers.ts")
  const readers = readersOf(localDateOf(desk.house.clock.now()))
  const done = await importLetter(desk, readers, { file, pasted: "", declaresNoSecret: false })
  return "draftId" in done ? { href: importPaths.draft(done.draftId) } : done
}
