/** The papers that were written from a case, each an outgoing document of the body. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import { type PaperKind, untakenKinds } from "../papers/kinds.ts"

export type Answers = Readonly<Record<string, string>>
export type KeptPaper = {
  id: string
  kind: PaperKind
  documentId: string
  requestId: string | null
  answers: Answers
  madeAt: string
  madeName: string
  recordedOn: string | null
}

/** A case has a handful; a letter a request. */
const papersMax = 250

/** Newest first; none to whom the case does not belong. */
export async function papersOf(tx: Tx, caseId: string): Promise<KeptPaper[]> {
  const rows = await tx
    .selectFrom("casePapers")
    .select(["id", "kind", "documentId", "requestId", "answers", "madeAt", "madeName", "recordedOn"])
    .where("caseId", "=", caseId)
    .orderBy("id", "desc")
    .limit(papersMax)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as PaperKind, answers: row.answers as Answers }))
}

/** Null: not written from a case, or from none that the acting body handles. */
export async function caseOfPaper(tx: Tx, documentId: string): Promise<string | null> {
  const row = await tx
    .selectFrom("casePapers")
    .select("caseId")
    .where("documentId", "=", documentId)
    .executeTakeFirst()
  return row?.caseId ?? null
}

export type NewPaper = Pick<KeptPaper, "kind" | "documentId" | "requestId" | "answers" | "madeName">

export async function insertPaper(tx: Tx, caseId: string, paper: NewPaper): Promise<string> {
  const { id } = await tx
    .insertInto("casePapers")
    .values({ caseId, ...paper, answers: JSON.stringify(paper.answers) })
    .returning("id")
    .executeTakeFirstOrThrow()
  return id
}

export async function changeAnswers(tx: Tx, id: string, answers: Answers): Promise<void> {
  await tx
    .updateTable("casePapers")
    .set({ answers: JSON.stringify(answers) })
    .where("id", "=", id)
    .execute()
}

/** At most this many of a body's papers are looked through for its page of work. */
const waitingMax = 200

/** Papers whose number no case has taken, the oldest first; what changes nothing in a case is never taken. */
export function untakenPapers(tx: Tx): Promise<{ caseId: string; documentId: string }[]> {
  return tx
    .selectFrom("casePapers")
    .select(["caseId", "documentId"])
    .where("bodyId", "=", sql<string>`current_body()`)
    .where("recordedOn", "is", null)
    .where("kind", "not in", [...untakenKinds])
    .orderBy("id")
    .limit(waitingMax)
    .execute()
}

/** The case took its number. */
export async function markRecorded(tx: Tx, id: string, recordedOn: string): Promise<void> {
  await tx.updateTable("casePapers").set({ recordedOn }).where("id", "=", id).execute()
}
