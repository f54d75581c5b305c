/** The book of outgoing documents: one number a document, one after another, each year from 1. */
import type { Tx } from "../../kernel/db/database.ts"
import { journal } from "../../kernel/journal.ts"
import {
  addBook,
  addNumber,
  type Book,
  hasBegun,
  lockRecord,
  type NumberedDocument,
  numberOf,
  type TakenNumber,
} from "./store.ts"

/**
 * The next number of the acting body's book for the year of `datedOn`, in the caller's transaction: undone with it.
 *
 * Everybody else who asks the same book waits until this transaction ends. Take the number last, after the document
 * has been checked and before it is drawn: never draw a PDF while holding the book.
 */
export async function takeNumber(tx: Tx, document: NumberedDocument): Promise<TakenNumber> {
  await lockRecord(tx, document.record)
  const known = await numberOf(tx, document.record)
  if (known !== undefined) return { ...known, again: true }
  const taken = await addNumber(tx, document)
  await journal(tx, {
    what: "letter.numbered",
    record: document.record,
    rule: "30/2020/NĐ-CP, Phụ lục I",
    details: { number: taken.number, year: taken.year, series: taken.series, symbol: taken.symbol },
  })
  return { ...taken, again: false }
}

/** For a body that numbered on paper until today: the book goes on after `lastBefore`. Only before its first number. */
export async function openBook(tx: Tx, book: Book): Promise<{ opened: true } | { refused: "book.begun" }> {
  if (await hasBegun(tx, book)) return { refused: "book.begun" }
  await addBook(tx, book)
  await journal(tx, {
    what: "letter.book-opened",
    record: { kind: "number-book", id: `${book.year}/${book.series}` },
    details: { year: book.year, series: book.series, lastBefore: book.lastBefore },
  })
  return { opened: true }
}
