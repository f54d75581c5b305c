import { stringify } from "csv-stringify/sync"
import { describe, expect, test } from "vitest"
import { readTables } from "../tables/table.ts"
import { asText } from "./sheet.ts"

describe("a number of a tip that leaves as CSV is the same number when Excel has opened it", () => {
  test.each([
    ["0912345803", '="0912345803"'],
    ["19036678901099", '="19036678901099"'],
    ["+84912345803", '="+84912345803"'],
    ["0912 345 803", '="0912 345 803"'],
    ["12/5", '="12/5"'],
    ["3/2026", '="3/2026"'],
    ["45E12", '="45E12"'],
    ["TRUE", '="TRUE"'],
  ])("%s", (typed, written) => expect(asText(typed)).toBe(written))

  test.each(["912345803 gọi mạo danh", "12", "15/9/2023", "2023-09-15", "88/QĐ-XPHC", ""])(
    "and %s, which it leaves alone, stands as it is",
    (typed) => expect(asText(typed)).toBe(typed),
  )

  test("a formula stays a text", () => expect(asText('=HYPERLINK("http://x.test")')).toMatch(/^'=/))

  test("our own reader takes each back as it was", () => {
    const cells = ["0912345803", "19036678901099", "+84912345803", "12/5"]
    const answer = readTables(Buffer.from(stringify([cells.map(asText)])), { rowsMax: 9, columnsMax: 9 })
    expect("sheets" in answer && answer.sheets[0]?.rows[0]?.map(({ text }) => text)).toEqual(cells)
  })
})
