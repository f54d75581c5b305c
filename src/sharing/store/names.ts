/** How records are called on the pages of the tasks that they serve. Row security leaves those that the reader may open. */
import type { Tx } from "../../kernel/db/database.ts"

export const indicatorNames = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom("sharedIndicators")
    .select(["id", "value", "openDigits"])
    .where("id", "in", [...ids])
    .execute()

export const warningNames = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom("warnings")
    .select(["id", "title"])
    .where("id", "in", [...ids])
    .execute()
