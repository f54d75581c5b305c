import type { Tx } from "../../kernel/db/database.ts"
import type { LocalDate } from "../../kernel/time.ts"

/** The communes of a province (its code) that there are on a day, with their kind: "xã Bát Xát". */
export function communesOn(
  tx: Tx,
  province: string,
  day: LocalDate,
): Promise<{ code: string; name: string }[]> {
  return tx
    .selectFrom("areas")
    .select(["code", "name"])
    .where("kind", "=", "commune")
    .where("parentCode", "=", province)
    .where((is) => is.or([is("validFrom", "is", null), is("validFrom", "<=", day)]))
    .where((is) => is.or([is("validTo", "is", null), is("validTo", ">=", day)]))
    .orderBy("code")
    .limit(500)
    .execute()
}
