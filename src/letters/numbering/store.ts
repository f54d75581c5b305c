import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { LocalDate } from "../../kernel/time.ts"
import type { BodySymbols } from "../write/symbol.ts"

/** One book for all kinds, or one for each: the body's own rule decides. */
export type Series = "all" | `${Lowercase<string>}`

export type NumberedDocument = {
  series: Series
  /** After the slash: "UBND-KGVX". */
  symbol: string
  subject: string
  /** Its year is the book's. */
  datedOn: LocalDate
  /** What is numbered. It has one number, however often it is asked. */
  record: { kind: string; id: string }
}

/** As it stands in the book: of a number that was taken before, with the symbol and the day of then. */
export type TakenNumber = {
  number: number
  year: number
  series: string
  symbol: string
  datedOn: LocalDate
  again: boolean
}

const columns = ["number", "year", "series", "symbol", "datedOn"] as const

export async function numberOf(tx: Tx, { kind, id }: NumberedDocument["record"]) {
  return tx
    .selectFrom("documentNumbers")
    .select(columns)
    .where("bodyId", "=", sql<string>`current_body()`)
    .where("recordKind", "=", kind)
    .where("recordId", "=", id)
    .executeTakeFirst()
}

/** Two who number the same record at once wait for each other, so that the second finds the first's number. */
export async function lockRecord(tx: Tx, { kind, id }: NumberedDocument["record"]): Promise<void> {
  const key = `document-record/${kind}/${id}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key} || '/' || current_body(), 0))`.execute(tx)
}

/** The database's trigger gives year and number; what is written here for them does not count. */
export async function addNumber(tx: Tx, { series, symbol, subject, datedOn, record }: NumberedDocument) {
  return tx
    .insertInto("documentNumbers")
    .values({
      series,
      symbol,
      subject,
      datedOn,
      recordKind: record.kind,
      recordId: record.id,
      year: 0,
      number: 0,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
}

export type Book = { year: number; series: Series; lastBefore: number }

export async function addBook(tx: Tx, book: Book): Promise<void> {
  await tx.insertInto("numberBooks").values(book).execute()
}

export async function hasBegun(tx: Tx, { year, series }: Book): Promise<boolean> {
  const taken = await tx
    .selectFrom("documentNumbers")
    .select("number")
    .where("bodyId", "=", sql<string>`current_body()`)
    .where("year", "=", year)
    .where("series", "=", series)
    .limit(1)
    .executeTakeFirst()
  const opened = await tx
    .selectFrom("numberBooks")
    .select("year")
    .where("bodyId", "=", sql<string>`current_body()`)
    .where("year", "=", year)
    .where("series", "=", series)
    .executeTakeFirst()
  return taken !== undefined || opened !== undefined
}

export type BookLine = {
  number: number
  symbol: string
  subject: string
  datedOn: LocalDate
  recordKind: string
  recordId: string
}

/** Newest first, at most 200; `before` is the last number of the page before. */
export async function bookLines(
  tx: Tx,
  { year, series, before }: { year: number; series: Series; before?: number },
): Promise<BookLine[]> {
  const page = tx
    .selectFrom("documentNumbers")
    .select(["number", "symbol", "subject", "datedOn", "recordKind", "recordId"])
    .where("bodyId", "=", sql<string>`current_body()`)
    .where("year", "=", year)
    .where("series", "=", series)
  return (before === undefined ? page : page.where("number", "<", before))
    .orderBy("number", "desc")
    .limit(200)
    .execute()
}

/** Null: the acting body has said nothing of its own. */
export async function keptSymbols(tx: Tx): Promise<BodySymbols | null> {
  const row = await tx
    .selectFrom("bodySymbols")
    .select(["abbreviation", "field"])
    .where("bodyId", "=", sql<string>`current_body()`)
    .executeTakeFirst()
  return row ?? null
}

export async function putSymbols(tx: Tx, { abbreviation, field }: BodySymbols): Promise<void> {
  await tx
    .insertInto("bodySymbols")
    .values({ abbreviation, field })
    .onConflict((on) =>
      on.column("bodyId").doUpdateSet({
        abbreviation,
        field,
        changedBy: sql<string>`current_officer()`,
        changedAt: sql<string>`acting_at()`,
      }),
    )
    .execute()
}
