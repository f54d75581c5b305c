/**
 * A letter that was written here gives its tasks when it goes out: they are read from the very file that is issued, as
 * any letter's are, and a person confirms them. Nothing is typed a second time.
 */
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import { getFile } from "../../kernel/files.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { type FileToIssue, fileToIssue, issueDocumentIn } from "../../letters/index.ts"
import { directiveOfPlan } from "../store/issue.ts"
import { deleteDraft, draftOfDocument, findDraft, type Original, type StoredDraft } from "./store.ts"

/** One document, one directive: the plan's key says so to the database. */
export const documentKey = (documentId: string) => `document:${documentId}`

/** The file of a numbered document that gives tasks; null while it is not there to be issued. */
export async function readyToAssign(
  desk: Desk,
  documentId: string,
): Promise<(FileToIssue & { bytes: Buffer }) | null> {
  const ready = await fileToIssue(desk, documentId)
  if ("refused" in ready || !ready.assigns) return null
  const bytes = await getFile(desk.house, ready.sha256)
  if (bytes === null) throw new Error("a file that was just kept is not there")
  return { ...ready, bytes }
}

/** This officer's reading of that very file, if they began one; an older one, of another file, is thrown away. */
export function begunReading(desk: Desk, { id, sha256 }: FileToIssue): Promise<string | null> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const begun = await draftOfDocument(tx, id, desk.who.officerId)
    if (begun === null || begun.originalSha256 === sha256) return begun?.id ?? null
    await deleteDraft(tx, begun.id)
    return null
  })
}

/** The directive that a document became; null: not yet. */
export const directiveOfDocument = (desk: Desk, documentId: string): Promise<string | null> =>
  asOfficer(desk.house.db, desk.who, (tx) => directiveOfPlan(tx, desk.who.bodyId, documentKey(documentId)))

/** Drawn and kept before the transaction begins; null for a letter from outside. */
export async function outgoingOf(desk: Desk, draftId: string): Promise<FileToIssue | null> {
  const draft = await asOfficer(desk.house.db, desk.who, (tx) => findDraft(tx, draftId, desk.who.officerId))
  if (draft === null || draft.documentId === null || draft.state === "issued") return null
  const ready = await fileToIssue(desk, draft.documentId)
  return "refused" in ready ? null : ready
}

/** The file as it goes out now, or as it came in. */
export async function originalToIssue(
  tx: Tx,
  desk: Desk,
  { original, documentId }: StoredDraft,
  outgoing: FileToIssue | null,
): Promise<Original | null | { refused: string }> {
  if (documentId === null) return original
  if (outgoing === null) return { refused: "step.notNow" }
  const gone = await issueDocumentIn(tx, desk, outgoing)
  if ("refused" in gone) return gone
  return { sha256: gone.sha256, name: fileName(outgoing.number), mediaType: "application/pdf" }
}

/** "05/UBND-KGVX" is kept as "05-UBND-KGVX.pdf". */
export const fileName = (number: string) => `${number.replaceAll("/", "-")}.pdf`
