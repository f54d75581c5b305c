/** Forms that are kept for who must sign in again (`http/typed.tsx`): the worker's part, which loads no page. */
import { sql, type Transaction } from "kysely"
import type { DB } from "./schema.ts"

/** A kept form is gone within the hour: it opens this long, and the job comes every ten minutes. */
export const keptMinutes = 50

/** After the job's run, and before each new one. */
export async function tidyKeptForms(tx: Transaction<DB>): Promise<void> {
  await sql`delete from kept_forms where kept_at < now() - make_interval(mins => ${keptMinutes})`.execute(tx)
}
