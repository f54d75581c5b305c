import { beforeAll, describe, expect, test } from "vitest"
import { officerOf } from "../../accounts/testing.ts"
import { type Acting, asOfficer, openDatabase } from "../../kernel/db/database.ts"
import { demoClock, freshDatabase, type TestDatabase } from "../../kernel/testing/database.ts"
import { openBook, takeNumber } from "./actions.ts"
import { bookLines, type NumberedDocument } from "./store.ts"

let db: TestDatabase
let province: Acting
let department: Acting

beforeAll(async () => {
  db = await freshDatabase()
  province = await officerOf(db, { bodySlug: "ubnd-mau", role: "clerk" })
  department = await officerOf(db, { bodySlug: "so-mau", role: "clerk" })
})

const letter = (id: string, datedOn = "2023-09-15", series: "all" | "report" = "all"): NumberedDocument => ({
  series,
  symbol: "UBND-KGVX",
  subject: "tăng cường phối hợp",
  datedOn,
  record: { kind: "test-letter", id },
})
const take = (who: Acting, document: NumberedDocument) => asOfficer(db, who, (tx) => takeNumber(tx, document))
const numbersOf = async (who: Acting, year: number, series: "all" | "report" = "all") =>
  (await asOfficer(db, who, (tx) => bookLines(tx, { year, series }))).map(({ number }) => number).reverse()

describe("the book of outgoing documents", () => {
  test("numbers follow one another from 1, each year, each body and each series for itself", async () => {
    expect(await take(province, letter("a"))).toEqual({
      ...{ number: 1, year: 2023, series: "all" },
      ...{ symbol: "UBND-KGVX", datedOn: "2023-09-15", again: false },
    })
    expect((await take(province, letter("b"))).number).toBe(2)
    expect((await take(province, letter("c", "2024-01-02"))).number).toBe(1)
    expect((await take(province, letter("d", "2023-09-15", "report"))).number).toBe(1)
    expect((await take(department, letter("a"))).number).toBe(1)
  })

  test("a document that is numbered again keeps the number, the symbol and the day that the book has", async () => {
    const later = { ...letter("a", "2024-02-01"), symbol: "KHÁC" }
    const kept = { number: 1, year: 2023, symbol: "UBND-KGVX", datedOn: "2023-09-15", again: true }
    expect(await take(province, later)).toMatchObject(kept)
    const both = await Promise.all([take(province, letter("twice")), take(province, letter("twice"))])
    expect(new Set(both.map(({ number }) => number)).size).toBe(1)
    expect(both.map(({ again }) => again).sort()).toEqual([false, true])
  })

  test("twenty who ask at the same moment, a third of them undone, leave no gap and no double", async () => {
    const undone = new Error("undone")
    const wide = openDatabase(db.adminUrl, { keys: db.keys, clock: demoClock, poolMax: 20 })
    const asked = Array.from({ length: 20 }, (_, i) =>
      asOfficer(wide, province, async (tx) => {
        const taken = await takeNumber(tx, letter(`rush-${i}`, "2025-03-03"))
        if (i % 3 === 0) throw undone
        return taken.number
      }).catch((why: unknown) => {
        if (why !== undone) throw why
        return null
      }),
    )
    const given = (await Promise.all(asked)).filter((number) => number !== null)
    await wide.close()
    expect([...given].sort((a, b) => a - b)).toEqual(Array.from({ length: 13 }, (_, i) => i + 1))
    expect(await numbersOf(province, 2025)).toEqual(Array.from({ length: 13 }, (_, i) => i + 1))
  })

  test("each number taken is in the journal once, an undone one not at all", async () => {
    const { rows } = await db.admin(
      "select record_id, details from journal where what = 'letter.numbered' and record_id like 'rush-%'",
    )
    expect(rows).toHaveLength(13)
    expect(new Set(rows.map(({ details }) => details.number)).size).toBe(13)
  })

  test("a body that numbered on paper goes on where the paper book ended, and says so before the first number", async () => {
    const book = { year: 2026, series: "all", lastBefore: 840 } as const
    expect(await asOfficer(db, province, (tx) => openBook(tx, book))).toEqual({ opened: true })
    expect((await take(province, letter("after-paper", "2026-05-04"))).number).toBe(841)
    expect(await asOfficer(db, province, (tx) => openBook(tx, { ...book, lastBefore: 5 }))).toEqual({
      refused: "book.begun",
    })
    const late = { year: 2023, series: "all", lastBefore: 9 } as const
    expect(await asOfficer(db, province, (tx) => openBook(tx, late))).toEqual({ refused: "book.begun" })
  })

  test("a number cannot be chosen, changed or taken out, not even past the program", async () => {
    await expect(db.admin("delete from document_numbers where year = 2023")).rejects.toThrow("append-only")
    await expect(db.admin("update document_numbers set number = 99")).rejects.toThrow("append-only")
    const chosen = asOfficer(db, province, (tx) =>
      tx
        .insertInto("documentNumbers")
        .values({
          ...{ series: "all", symbol: "X", subject: "x", datedOn: "2025-03-04" },
          ...{ recordKind: "test-letter", recordId: "chosen", number: 500, year: 1999 },
        })
        .returning(["number", "year"])
        .executeTakeFirstOrThrow(),
    )
    expect(await chosen).toEqual({ number: 14, year: 2025 })
  })

  test("another body neither reads the book nor writes in it", async () => {
    expect(await numbersOf(department, 2025)).toEqual([])
    const forged = asOfficer(db, department, (tx) =>
      tx
        .insertInto("documentNumbers")
        .values({
          ...{ bodyId: province.bodyId, series: "all", symbol: "X", subject: "x", datedOn: "2025-03-04" },
          ...{ recordKind: "test-letter", recordId: "forged", number: 0, year: 0 },
        })
        .execute(),
    )
    await expect(forged).rejects.toThrow("row-level security")
  })
})
