import { asPublic } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { isTooMany } from "../domain/work.ts"
import { countIntake } from "../store/intake.ts"

/** Whether a person looks at this tip before it joins the queue; it is kept either way. */
export async function waitsForAPerson(house: House, network: string, hasWork: boolean): Promise<boolean> {
  return isTooMany(await asPublic(house.db, (tx) => countIntake(tx, network)), hasWork)
}
