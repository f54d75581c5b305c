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

/** Where something can have happened on a day: the communes that there were, before them the districts. Codes of one level only. */
export async function placesOn(tx: Tx, day: LocalDate): Promise<{ code: string; name: string }[]> {
  const at = (kind: "commune" | "district") =>
    tx
      .selectFrom("areas")
      .select(["code", "name"])
      .where("kind", "=", kind)
      .where((is) => is.or([is("validFrom", "is", null), is("validFrom", "<=", day)]))
      .where((is) => is.or([is("validTo", "is", null), is("validTo", ">=", day)]))
      .orderBy("name")
      .limit(500)
      .execute()
  const communes = await at("commune")
  return communes.length > 0 ? communes : at("district")
}
