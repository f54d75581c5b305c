import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { LocalDate } from "../../kernel/time.ts"

type Area = { code: string; name: string }

/** The communes of a province (its code) that there are on a day, with their kind: "xã Bát Xát". */
export const communesOn = (tx: Tx, province: string, day: LocalDate): Promise<Area[]> =>
  areasOn(tx, "commune", day).where("parentCode", "=", province).orderBy("code").execute()

/** Where something can have happened on a day: the communes that there were, before them the districts. Codes of one level only. */
export async function placesOn(tx: Tx, day: LocalDate): Promise<Area[]> {
  const at = (kind: "commune" | "district") =>
    areasOn(tx, kind, day).where("parentCode", "is not", null).orderBy("name").execute()
  // Both are sent at once: a reading that ends when nothing is left to send would have ended before the second.
  const [communes, districts] = await Promise.all([at("commune"), at("district")])
  return communes.length > 0 ? communes : districts
}

const areasOn = (tx: Tx, kind: "commune" | "district", day: LocalDate) =>
  tx
    .selectFrom("areas")
    .select(["code", "name"])
    .where("kind", "=", kind)
    .where((is) => is.or([is("validFrom", "is", null), is("validFrom", "<=", day)]))
    .where((is) => is.or([is("validTo", "is", null), is("validTo", ">=", day)]))
    .limit(500)

/** The committee of a place, where somebody sits at a desk of it on that day; null: nobody there would read. By the role of jobs. */
export async function committeeAt(
  tx: Tx,
  area: string,
  day: LocalDate,
): Promise<{ id: string; name: string } | null> {
  const { rows } = await sql<{ id: string; name: string }>`select b.id, b.name from bodies b
    where b.area_code = ${area} and b.kind in ('commune-committee', 'district-committee')
      and b.valid_from <= ${day} and (b.valid_to is null or b.valid_to >= ${day})
      and exists (select from posts p where p.body_id = b.id and p.role in ('clerk', 'officer', 'leader')
        and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to >= ${day}))
    order by b.valid_from desc, b.id limit 1`.execute(tx)
  return rows[0] ?? null
}
