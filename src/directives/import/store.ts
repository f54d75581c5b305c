/** Every statement on `import_drafts`, and the reads of `directives` that find a letter imported before. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import { letterKey } from "./alike.ts"
import type { LetterReading } from "./domain.ts"
import { type Correction, correctionsSchema } from "./edits.ts"

export type DraftState = "typing" | "open" | "issued"

export type Original = { sha256: string; name: string; mediaType: string }

export type StoredDraft = {
  id: string
  writtenBy: string
  state: DraftState
  reading: LetterReading | null
  corrections: Correction[]
  version: number
  original: Original | null
  /** Of a scan: when whoever brought it declared that it holds no state secret. */
  declaredAt: string | null
  textSha256: string | null
  letterKey: string | null
  prints: number[]
  directiveId: string | null
  /** The outgoing document that it reads; null where the letter came from outside. */
  documentId: string | null
  madeAt: string
  changedAt: string
}

export type NewDraft = {
  reading: LetterReading | null
  subject: string
  original: Original | null
  declaredAt: string | null
  textSha256: string | null
  letterKey: string | null
  prints: number[]
  documentId: string | null
}

const shown = 50

export async function insertDraft(tx: Tx, draft: NewDraft): Promise<string> {
  const row = await tx
    .insertInto("importDrafts")
    .values({
      state: draft.reading === null ? "typing" : "open",
      reading: draft.reading === null ? null : JSON.stringify(draft.reading),
      subject: draft.subject,
      originalSha256: draft.original?.sha256 ?? null,
      originalName: draft.original?.name ?? null,
      originalType: draft.original?.mediaType ?? null,
      declaredAt: draft.declaredAt,
      textSha256: draft.textSha256,
      letterKey: draft.letterKey,
      prints: draft.prints,
      documentId: draft.documentId,
    })
    .returning("id")
    .executeTakeFirstOrThrow()
  return row.id
}

/** A draft is opened by who wrote it; to a colleague it is as if it were not there. */
export async function findDraft(tx: Tx, id: string, officerId: string): Promise<StoredDraft | null> {
  const row = await tx
    .selectFrom("importDrafts")
    .selectAll()
    .where("id", "=", id)
    .where("writtenBy", "=", officerId)
    .executeTakeFirst()
  return row === undefined ? null : asStored(row)
}

/** The same, kept from any other change until this transaction ends. */
export async function lockDraft(tx: Tx, id: string, officerId: string): Promise<StoredDraft | null> {
  const row = await tx
    .selectFrom("importDrafts")
    .selectAll()
    .where("id", "=", id)
    .where("writtenBy", "=", officerId)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : asStored(row)
}

type Row = {
  id: string
  writtenBy: string
  state: string
  reading: unknown
  corrections: unknown
  version: number
  originalSha256: string | null
  originalName: string | null
  originalType: string | null
  declaredAt: string | null
  textSha256: string | null
  letterKey: string | null
  prints: number[]
  directiveId: string | null
  documentId: string | null
  madeAt: string
  changedAt: string
}

function asStored(row: Row): StoredDraft {
  const original =
    row.originalSha256 === null
      ? null
      : {
          sha256: row.originalSha256,
          name: row.originalName ?? "",
          mediaType: row.originalType ?? "application/octet-stream",
        }
  return {
    ...row,
    state: row.state as DraftState,
    // Written by `insertDraft` from a value of this very type; the corrections also come from forms.
    reading: row.reading as LetterReading | null,
    corrections: correctionsSchema.parse(row.corrections),
    original,
  }
}

/** The acting officer's own open reading of an outgoing document. */
export async function draftOfDocument(
  tx: Tx,
  documentId: string,
  officerId: string,
): Promise<{ id: string; originalSha256: string | null } | null> {
  const row = await tx
    .selectFrom("importDrafts")
    .select(["id", "originalSha256"])
    .where("documentId", "=", documentId)
    .where("writtenBy", "=", officerId)
    .where("state", "=", "open")
    .orderBy("madeAt", "desc")
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export type ListedDraft = { id: string; subject: string; state: DraftState; changedAt: string }

export async function listOpenDrafts(tx: Tx, officerId: string): Promise<ListedDraft[]> {
  const rows = await tx
    .selectFrom("importDrafts")
    .select(["id", "subject", "state", "changedAt"])
    .where("writtenBy", "=", officerId)
    .where("state", "<>", "issued")
    .orderBy("changedAt", "desc")
    .limit(shown)
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as DraftState }))
}

/** False when another window changed it since `version`. */
export async function saveCorrections(
  tx: Tx,
  draft: {
    id: string
    version: number
    corrections: readonly Correction[]
    subject: string
    letterKey: string | null
  },
): Promise<boolean> {
  const saved = await tx
    .updateTable("importDrafts")
    .set({
      corrections: JSON.stringify(draft.corrections),
      version: draft.version + 1,
      subject: draft.subject,
      letterKey: draft.letterKey,
      changedAt: sql<string>`acting_at()`,
    })
    .where("id", "=", draft.id)
    .where("version", "=", draft.version)
    .where("state", "=", "open")
    .executeTakeFirst()
  return saved.numUpdatedRows === 1n
}

/** The words of a scan, once typed and read. */
export async function saveReading(
  tx: Tx,
  id: string,
  read: Pick<NewDraft, "reading" | "subject" | "textSha256" | "letterKey" | "prints">,
): Promise<boolean> {
  const saved = await tx
    .updateTable("importDrafts")
    .set({
      ...read,
      reading: JSON.stringify(read.reading),
      state: "open",
      version: sql<number>`version + 1`,
      changedAt: sql<string>`acting_at()`,
    })
    .where("id", "=", id)
    .where("state", "=", "typing")
    .executeTakeFirst()
  return saved.numUpdatedRows === 1n
}

export async function markIssued(tx: Tx, id: string, directiveId: string): Promise<boolean> {
  const saved = await tx
    .updateTable("importDrafts")
    .set({ state: "issued", directiveId, changedAt: sql<string>`acting_at()` })
    .where("id", "=", id)
    .where("state", "=", "open")
    .executeTakeFirst()
  return saved.numUpdatedRows === 1n
}

export async function deleteDraft(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom("importDrafts")
    .where("id", "=", id)
    .where("state", "<>", "issued")
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}

/** Drafts that nobody has touched since `before`, oldest first; returns their ids. */
export async function deleteUntouched(tx: Tx, before: Date, limit: number): Promise<string[]> {
  const rows = await tx
    .deleteFrom("importDrafts")
    .where("id", "in", (eb) =>
      eb
        .selectFrom("importDrafts")
        .select("id")
        .where("state", "<>", "issued")
        .where("changedAt", "<", before.toISOString())
        .orderBy("changedAt")
        .limit(limit),
    )
    .returning("id")
    .execute()
  return rows.map((row) => row.id)
}

/** What letters of this body are compared with; the newest first. */
export type Earlier = {
  /** Null: issued without an import, by a program or before this one. */
  draftId: string | null
  directiveId: string | null
  writtenBy: string | null
  subject: string
  madeAt: string
  originalSha256: string | null
  textSha256: string | null
  letterKey: string | null
  prints: number[]
}

const comparedMax = 500

export function earlierLetters(tx: Tx, exceptId: string): Promise<Earlier[]> {
  return tx
    .selectFrom("importDrafts")
    .select(["id as draftId", "directiveId", "writtenBy", "subject", "madeAt", "originalSha256"])
    .select(["textSha256", "letterKey", "prints"])
    .where("id", "<>", exceptId)
    .where("state", "<>", "typing")
    .orderBy("madeAt", "desc")
    .limit(comparedMax)
    .execute()
}

/** Directives that this body can see and that came by no import of its own; their words are compared by their hash only. */
export async function issuedWithoutDraft(tx: Tx): Promise<Earlier[]> {
  const rows = await tx
    .selectFrom("directives as d")
    .select(["d.id", "d.subject", "d.issuedAt", "d.originalSha256", "d.textSha256"])
    .select(["d.number", "d.symbol", "d.datedOn", "d.issuerName"])
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom("importDrafts as i").select("i.id").whereRef("i.directiveId", "=", "d.id")),
      ),
    )
    .orderBy("d.issuedOn", "desc")
    .limit(comparedMax)
    .execute()
  return rows.map((row) => ({
    draftId: null,
    directiveId: row.id,
    writtenBy: null,
    subject: row.subject,
    madeAt: row.issuedAt,
    originalSha256: row.originalSha256,
    textSha256: row.textSha256,
    letterKey: letterKey({
      number: row.number === null ? null : [row.number, row.symbol].filter((part) => part !== null).join("/"),
      date: row.datedOn,
      issuer: row.issuerName,
    }),
    prints: [],
  }))
}
