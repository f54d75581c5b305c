/** Independent reports are counted again when a tip was withdrawn or merged, and each night. Running it twice changes nothing. */
import { asJob, type Database } from "../../kernel/db/database.ts"
import { recountReports } from "../store/recounting.ts"

export const recountJob = "sharing.recount"
const atOnce = 1_000

export async function recountShared(db: Database): Promise<void> {
  let after: string | null = "00000000-0000-0000-0000-000000000000"
  while (after !== null) {
    const from: string = after
    after = await asJob(db, recountJob, (tx) => recountReports(tx, from, atOnce))
  }
}
