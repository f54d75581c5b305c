/** What becomes of a letter when it comes in: read in memory first, refused by its stamp, or kept as a draft. */

import { createHash } from "node:crypto"
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import { putFile } from "../../kernel/files.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { letGoSoon } from "../../kernel/sweep.ts"
import { fingerprint, letterKey } from "./alike.ts"
import type { Resolution } from "./bodies.ts"
import type { Draft, LetterReading } from "./domain.ts"
import { deleteDraft, insertDraft, lockDraft, type Original, saveReading } from "./store.ts"

/** A letter's text that is pasted or typed. */
export const textCharsMax = 1_000_000

export type ReadRefusal =
  | "secret"
  | "scan"
  | "encrypted"
  | "broken"
  | "unknownType"
  | "tooLong"
  | "noText"
  | "busy"

/** What the slices below do for this one. */
export type Readers = {
  readLetter(bytes: Uint8Array, fileName: string): Promise<LetterReading | { refused: ReadRefusal }>
  /** What the draft's addressees resolve to on its day of issue, and every body that exists on it. */
  resolve(tx: Tx, draft: Draft): Promise<{ resolution: Resolution; everyBody: ReadonlyMap<string, string> }>
  calendar: Calendar
  /** The day on which the letter is looked at. */
  today: string
  /** The pages of a scan as pictures, PNG; none when they cannot be taken out. */
  scanPage(bytes: Uint8Array, page: number): Promise<Uint8Array | null>
}

export type Incoming = {
  file: { name: string; mediaType: string; bytes: Uint8Array } | null
  /** A DOCX that is read in the file's place: a letter written here, without the furniture of its pages. */
  source?: Uint8Array
  pasted: string
  /** A person has looked and declares that it holds no state secret. */
  declaresNoSecret: boolean
  /** The outgoing document whose file this is. */
  documentId?: string
}

/** The reading is decided in memory first; only then is anything written. */
export async function importLetter(
  desk: Desk,
  readers: Readers,
  incoming: Incoming,
): Promise<{ draftId: string } | { refused: ReadRefusal | "nothing" }> {
  const { file, pasted, documentId = null } = incoming
  const hasText = pasted.trim() !== ""
  if (file === null && !hasText) return { refused: "nothing" }
  if (pasted.length > textCharsMax) return { refused: "tooLong" }
  const ofText = hasText ? await readers.readLetter(Buffer.from(pasted, "utf8"), "van-ban.txt") : null
  if (ofText !== null && "refused" in ofText) return refuseLetter(desk, ofText.refused)
  if (file === null) return ofText === null ? { refused: "nothing" } : keepLetter(desk, ofText, null)
  const ofFile = await (incoming.source === undefined
    ? readers.readLetter(file.bytes, file.name)
    : readers.readLetter(incoming.source, "van-ban.docx"))
  if (!("refused" in ofFile)) return keepLetter(desk, ofText ?? ofFile, file, { documentId })
  if (ofFile.refused !== "scan" || !incoming.declaresNoSecret) return refuseLetter(desk, ofFile.refused)
  return keepLetter(desk, ofText, file, { declared: true })
}

/** That a stamped letter came is journaled; neither its words nor its file's name are. */
async function refuseLetter(desk: Desk, refused: ReadRefusal): Promise<{ refused: ReadRefusal }> {
  if (refused === "secret")
    await asOfficer(desk.house.db, desk.who, (tx) =>
      journal(tx, { what: "letter.refused", details: { why: "secret-stamp" } }),
    )
  return { refused }
}

async function keepLetter(
  desk: Desk,
  reading: LetterReading | null,
  file: Incoming["file"],
  { declared = false, documentId = null }: { declared?: boolean; documentId?: string | null } = {},
): Promise<{ draftId: string }> {
  const original: Original | null =
    file === null
      ? null
      : { ...(await putFile(desk.house, file.bytes)), name: file.name, mediaType: mediaTypeOf(file.name) }
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const draftId = await insertDraft(tx, {
      ...printsOf(reading),
      original,
      documentId,
      declaredAt: declared ? desk.house.clock.now().toISOString() : null,
    })
    await journal(tx, {
      what: "letter.imported",
      record: { kind: "import-draft", id: draftId },
      details: { original: original?.sha256 ?? null, declaredNoSecret: declared, ...countsOf(reading) },
    })
    return { draftId }
  })
}

/** By the file's ending, never by what the sender claims: it is sent back to browsers later. */
function mediaTypeOf(name: string): string {
  if (/\.pdf$/i.test(name)) return "application/pdf"
  if (/\.docx$/i.test(name)) return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  return /\.txt$/i.test(name) ? "text/plain; charset=utf-8" : "application/octet-stream"
}

function printsOf(reading: LetterReading | null) {
  return {
    reading,
    subject: reading?.subject ?? "",
    textSha256: reading === null ? null : sha256(reading.normalizedText),
    letterKey: reading === null ? null : letterKey(reading),
    prints: reading === null ? [] : fingerprint(reading.normalizedText),
  }
}

const countsOf = (reading: LetterReading | null) => ({
  clauses: reading?.clauses.length ?? 0,
  tasks: reading?.clauses.reduce((sum, clause) => sum + clause.tasks.length, 0) ?? 0,
})
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex")

/** The words of a scan, typed by a person, are read as any letter: a stamp among them refuses it. */
export async function typeScan(
  desk: Desk,
  readers: Readers,
  id: string,
  text: string,
): Promise<{ done: true } | { refused: ReadRefusal | "nothing" | "notFound" }> {
  if (text.trim() === "") return { refused: "nothing" }
  if (text.length > textCharsMax) return { refused: "tooLong" }
  const reading = await readers.readLetter(Buffer.from(text, "utf8"), "van-ban.txt")
  if ("refused" in reading) {
    if (reading.refused === "secret") await discardSecret(desk, id)
    return refuseLetter(desk, reading.refused)
  }
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    if ((await lockDraft(tx, id, desk.who.officerId)) === null) return { refused: "notFound" as const }
    if (!(await saveReading(tx, id, printsOf(reading)))) return { refused: "notFound" as const }
    const record = { kind: "import-draft", id }
    await journal(tx, { what: "letter.typed", record, details: countsOf(reading) })
    return { done: true as const }
  })
}

/** The scan was declared free of secrets and is not: its file goes in minutes, unless it is somebody else's too. */
async function discardSecret(desk: Desk, id: string): Promise<void> {
  await asOfficer(desk.house.db, desk.who, async (tx) => {
    const stored = await lockDraft(tx, id, desk.who.officerId)
    if (stored === null || !(await deleteDraft(tx, id))) return
    await journal(tx, { what: "draft.discarded", record: { kind: "import-draft", id } })
    if (stored.original !== null) await letGoSoon(tx, desk.house.keys, stored.original.sha256)
  })
}
