/** Numbers of papers, each once a year in the book of whoever gives it. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { LocalDate } from "../../kernel/time.ts"

/** `decision:POST`: signed by somebody of another body, in that body's book. */
export type Book = "record" | "hearing" | "decision" | `decision:${string}`
export type PaperNumber = { book: Book; number: string; on: LocalDate; caseId: string }

/**
 * Takes the number; false where another case has it. The same case may say it again. Written last before a step is sure: a
 * refused step would leave it taken.
 */
export async function takePaperNumber(tx: Tx, { book, number, on, caseId }: PaperNumber): Promise<boolean> {
  if (number.trim() === "") return true
  const [year, key] = [Number(on.slice(0, 4)), sql<string>`paper_number_key(${number})`]
  const made = await tx
    .insertInto("paperNumbers")
    .values({ book, year, key, number, caseId })
    .onConflict((on) => on.doNothing())
    .returning("caseId")
    .executeTakeFirst()
  if (made !== undefined) return true
  const held = await tx
    .selectFrom("paperNumbers")
    .select("caseId")
    .where("bodyId", "=", sql<string>`current_body()`)
    .where("book", "=", book)
    .where("year", "=", year)
    .where("key", "=", key)
    .executeTakeFirst()
  return held?.caseId === caseId
}
