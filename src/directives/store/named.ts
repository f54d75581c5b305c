/** The heads of letters whose ids are known: for reports that answer them. */
import type { Tx } from "../../kernel/db/database.ts"

/** In the order of their day, the latest first; what the acting body may not see is left out. */
export async function directivesNamed(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx
    .selectFrom("directives")
    .select(["id", "issuerName", "number", "symbol", "datedOn", "issuedOn", "kind", "subject"])
    .where("id", "in", [...ids].slice(0, 100))
    .orderBy("issuedOn", "desc")
    .execute()
}
