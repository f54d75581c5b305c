/** Documents that were drafted from a notice: of the acting body alone. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export async function insertPaper(
  tx: Tx,
  noticeId: string,
  { documentId, name }: { documentId: string; name: string },
): Promise<void> {
  await tx.insertInto("noticePapers").values({ documentId, noticeId, madeName: name }).execute()
}

/** Ids of documents, the latest first. */
export async function papersOf(tx: Tx, noticeId: string): Promise<string[]> {
  const { rows } = await sql<{ documentId: string }>`select document_id as "documentId" from notice_papers
    where notice_id = ${noticeId} order by made_at desc limit 20`.execute(tx)
  return rows.map(({ documentId }) => documentId)
}
