import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { NumberInput } from "../domain/plan.ts"

export async function insertNumbers(tx: Tx, numbers: readonly NumberInput[]): Promise<void> {
  if (numbers.length === 0) return
  await tx
    .insertInto("publicNumbers")
    .values(
      numbers.map(({ checkedBy, ...number }) => ({
        ...number,
        checkedBy,
        checkedOn: checkedBy === null ? null : sql<string>`acting_on()`,
      })),
    )
    .execute()
}
