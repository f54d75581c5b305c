import { describe, expect, test } from "vitest"
import { decision, provincialLetter, visitMinutes } from "../testing/documents.ts"
import { officialDocument } from "./model.ts"
import { writePdf } from "./writer.ts"

const refusalsOf = (input: unknown) => {
  const parsed = officialDocument.safeParse(input)
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."))
}

describe("a document that cannot be an official one is refused before it is drawn", () => {
  const table = (rows: number, cells = 2) => ({
    is: "table",
    columns: [{ title: "TT" }, { title: "Tên" }],
    rows: Array.from({ length: rows }, () => Array(cells).fill("x")),
  })

  test.each([
    ["a decision that does not name who decides", { ...decision, authority: null }, ["authority"]],
    ["a letter that tells of a meeting", { ...provincialLetter, meeting: visitMinutes.meeting }, ["meeting"]],
    ["a letter nobody signs", { ...provincialLetter, signatures: [] }, ["signatures"]],
    ["a day that does not exist", { ...provincialLetter, date: "2023-02-30" }, ["date"]],
    ["a number with a slash of its own", { ...provincialLetter, number: "7/8" }, ["number"]],
    ["a subject of nothing but spaces", { ...provincialLetter, subject: "   " }, ["subject"]],
    ["a subject with a control character", { ...provincialLetter, subject: "a\u0000b" }, ["subject"]],
    ["a body size that the decree does not allow", { ...provincialLetter, bodySize: 12 }, ["bodySize"]],
    ["a row with a cell too many", { ...provincialLetter, blocks: [table(3, 3)] }, ["blocks.0"]],
    ["a table over its limit", { ...provincialLetter, blocks: [table(2_001)] }, ["blocks.0"]],
    ["many tables over the limit of all", { ...provincialLetter, blocks: Array(9).fill(table(2_000)) }, [""]],
  ])("%s", async (_what, input, path) => {
    expect(refusalsOf(input)).toEqual(path)
    await expect(writePdf(input as never)).rejects.toThrow()
  })

  test("decomposed letters are composed, so that the same name is the same name", () => {
    const parsed = officialDocument.parse({ ...provincialLetter, place: "Hưng Yên".normalize("NFD") })
    expect(parsed.place).toBe("Hưng Yên")
  })

  test("what one document did wrong does not stop the next", async () => {
    const [bad, good] = await Promise.allSettled([
      writePdf({
        ...provincialLetter,
        blocks: [{ is: "picture", png: new Uint8Array(30), widthMm: 50, says: "x" }],
      }),
      writePdf(provincialLetter),
    ])
    expect(bad.status).toBe("rejected")
    expect(good.status).toBe("fulfilled")
  })
})
