/** Letters and parts that another slice already knows by id: reports answer them and gather from them. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

/** The latest first; what the acting body may not see is left out. */
export async function directivesNamed(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx
    .selectFrom("directives")
    .select(["id", "issuerName", "number", "symbol", "datedOn", "issuedOn", "kind", "subject"])
    .where("id", "in", ids.slice(0, 100))
    .orderBy("issuedOn", "desc")
    .execute()
}

export type LatestReport = { assignmentId: string; text: string; at: string; byName: string }

/** What each body last wrote on a letter's tasks, as far as the acting body sees them. */
export async function latestReports(tx: Tx, directiveId: string): Promise<LatestReport[]> {
  const { rows } = await sql<LatestReport>`
    select distinct on (r.assignment_id) r.assignment_id, r.text, r.at, r.by_name
    from progress_reports r join assignments a on a.id = r.assignment_id
    where a.directive_id = ${directiveId} order by r.assignment_id, r.at desc, r.id desc limit 5000`.execute(
    tx,
  )
  return rows
}
