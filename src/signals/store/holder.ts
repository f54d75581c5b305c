import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Holder } from "../domain/dues.ts"

/** The codes of communes have five digits, those of provinces two. */
const communeDigits = 5

/** The body that acts, as the law on tips sees it. */
export async function holderNow(tx: Tx): Promise<Holder> {
  const found =
    await sql<Holder>`select kind, coalesce(length(area_code) = ${communeDigits}, false) as is_commune
    from bodies where id = current_body()`.execute(tx)
  const holder = found.rows[0]
  if (holder === undefined) throw new Error("nobody acts without a body")
  return holder
}
