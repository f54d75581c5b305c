/** A letter that this body wrote goes the same way as one that a clerk uploads: read, reviewed, confirmed by a person. */
import type { Desk } from "../../kernel/http/env.ts"
import { localDateOf } from "../../kernel/time.ts"
import { importLetter, type ReadRefusal } from "./actions.ts"
import { begunReading, directiveOfDocument, fileName, readyToAssign } from "./outgoing.ts"
import { readersOf } from "./readers.ts"

export type Assigning =
  | { at: "open"; draftId: string }
  | { at: "given"; directiveId: string }
  | { refused: ReadRefusal | "nothing" | "notNow" }

/** The reading of a numbered document's own file, begun now or before; once its tasks are given, the directive. */
export async function assignFromDocument(desk: Desk, documentId: string): Promise<Assigning> {
  const directiveId = await directiveOfDocument(desk, documentId)
  if (directiveId !== null) return { at: "given", directiveId }
  const ready = await readyToAssign(desk, documentId)
  if (ready === null) return { refused: "notNow" }
  const begun = await begunReading(desk, ready)
  if (begun !== null) return { at: "open", draftId: begun }
  const file = { name: fileName(ready.number), mediaType: "application/pdf", bytes: ready.bytes }
  const readers = readersOf(localDateOf(desk.house.clock.now()))
  const done = await importLetter(desk, readers, { file, pasted: "", declaresNoSecret: false, documentId })
  return "draftId" in done ? { at: "open", draftId: done.draftId } : done
}
