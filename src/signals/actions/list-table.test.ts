import { zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import writeXlsxFile from "write-excel-file/node"
import { tableOf } from "./list-table.ts"

const words = "Đối tượng;Nội dung\n0955 000 111;Gọi lừa đảo\n"
const rows = [
  ["Đối tượng", "Nội dung"],
  ["0955 000 111", "Gọi lừa đảo"],
]

describe("a list as people's programs save it", () => {
  test.each([
    ["UTF-8", Buffer.from(words)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${words}`)],
    ["UTF-16 with a mark, as Excel's Unicode text", Buffer.from(`\ufeff${words}`, "utf16le")],
    ["UTF-16 the other way round", Buffer.from(`\ufeff${words}`, "utf16le").swap16()],
  ])("is read in %s", async (_, file) => expect(await tableOf(file)).toEqual(rows))

  test.each([
    [
      "an old Vietnamese encoding, whose letters would come out wrong",
      Buffer.from([0x47, 0xe4, 0x69, 0x0a, 0x31]),
    ],
    ["UTF-16 that breaks off inside a letter", Buffer.from(`\ufeff${words}`, "utf16le").subarray(0, 7)],
    ["a ZIP that is no spreadsheet", Buffer.from(zipSync({ "a.txt": new Uint8Array(10) }))],
    ["a ZIP cut in half", Buffer.from(zipSync({ "a.txt": new Uint8Array(900) })).subarray(0, 60)],
    [
      "a spreadsheet that unpacks beyond bounds",
      Buffer.from(zipSync({ "xl/a.xml": new Uint8Array(70_000_000) })),
    ],
  ])("is refused as unreadable, never half read: %s", async (_, file) =>
    expect(await tableOf(file)).toBeNull(),
  )

  test("numbers of a spreadsheet keep their digits, and a formula is its text, not its doing", async () => {
    const sheet = [
      [{ value: "Đối tượng" }, { value: "Nội dung" }],
      [{ value: 955000111 }, { value: 19036512345678 }],
      [{ value: "=HYPERLINK(1)" }, { value: new Date("2023-09-15T00:00:00Z"), format: "yyyy-mm-dd" }],
    ]
    const book = await writeXlsxFile(sheet, {}).toBuffer()
    const table = await tableOf(book)
    expect(table?.[1]).toEqual(["955000111", "19036512345678"])
    expect(table?.[2]?.[0]).toBe("=HYPERLINK(1)")
    expect(table?.[2]?.[1]).toBe("2023-09-15")
  })
})
