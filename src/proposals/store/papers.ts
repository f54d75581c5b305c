/** Papers that were drafted from a proposal, and letters whose tasks follow from it. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Proposal } from "./proposals.ts"

type Of = Pick<Proposal, "id" | "bodyId">

export async function insertPaper(
  tx: Tx,
  { id, bodyId }: Of,
  one: { kind: "submission" | "letter"; documentId: string; madeName: string },
): Promise<void> {
  await tx
    .insertInto("proposalPapers")
    .values({ ...one, proposalId: id, bodyId })
    .execute()
}

/** Ids of documents, the latest first. */
export async function papersOf(tx: Tx, proposalId: string): Promise<string[]> {
  const { rows } = await sql<{ documentId: string }>`select document_id from proposal_papers
    where proposal_id = ${proposalId} order by made_at desc limit 20`.execute(tx)
  return rows.map(({ documentId }) => documentId)
}

/** False: it was named before. */
export async function nameLetter(
  tx: Tx,
  { id, bodyId }: Of,
  { directiveId, name }: { directiveId: string; name: string },
): Promise<boolean> {
  const done = await sql`insert into proposal_letters (proposal_id, body_id, directive_id, named_name)
    values (${id}, ${bodyId}, ${directiveId}, ${name}) on conflict do nothing`.execute(tx)
  return Number(done.numAffectedRows ?? 0) === 1
}

export async function lettersOf(tx: Tx, proposalId: string): Promise<string[]> {
  const { rows } = await sql<{ directiveId: string }>`select directive_id from proposal_letters
    where proposal_id = ${proposalId} order by named_at limit 20`.execute(tx)
  return rows.map(({ directiveId }) => directiveId)
}
