/** A letter that this body wrote goes the same way as one that a clerk uploads: read, reviewed, confirmed by a person. */
import { randomUUID } from "node:crypto"
import { asOfficer } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { localDateOf } from "../../kernel/time.ts"
import { documentToRead, readDocument } from "../../letters/index.ts"
import { reviewOf } from "./actions.ts"
import { importLetter, type ReadRefusal } from "./incoming.ts"
import { begunReading, directiveOfDocument, fileName, readyToAssign } from "./outgoing.ts"
import { readersOf } from "./readers.ts"
import type { Review } from "./review.ts"
import type { StoredDraft } from "./store.ts"

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
  const source = (await documentToRead(desk, documentId)) ?? undefined
  const done = await importLetter(desk, readers, {
    ...{ file, pasted: "", declaresNoSecret: false, documentId },
    ...(source === undefined ? {} : { source }),
  })
  return "draftId" in done ? { at: "open", draftId: done.draftId } : done
}

/** What a document that is still on its way would ask of whom; nothing of it is kept. Null: it gives no tasks. */
export async function previewOf(desk: Desk, documentId: string): Promise<Review | null> {
  const view = await readDocument(desk, documentId)
  const bytes = view?.row.assigns === true ? await documentToRead(desk, documentId) : null
  if (bytes === null) return null
  const readers = readersOf(localDateOf(desk.house.clock.now()))
  const reading = await readers.readLetter(bytes, "van-ban.docx")
  if ("refused" in reading) return null
  const review = await asOfficer(desk.house.db, desk.who, (tx) =>
    reviewOf(tx, readers, {
      ...unkept,
      id: randomUUID(),
      writtenBy: desk.who.officerId,
      reading,
      documentId,
    }),
  )
  // Its day comes with its number.
  return { ...review, obstacles: review.obstacles.filter(({ what }) => what !== "noDate"), awaitsTwin: false }
}

const unkept = {
  ...{ state: "open", corrections: [], version: 0, original: null, textSha256: null, letterKey: null },
  ...{ declaredAt: null, prints: [], directiveId: null, madeAt: "", changedAt: "" },
} satisfies Partial<StoredDraft>
