import { expect, test } from "vitest"
import { documentKinds } from "./model.ts"
import { symbolOf } from "./symbol.ts"

test("a công văn is signed with the body and who wrote it, every other kind with its abbreviation and the body", () => {
  const symbols = documentKinds.map((kind) => symbolOf(kind, "UBND", "KGVX"))
  expect(symbols).toEqual([
    ...["UBND-KGVX", "BC-UBND", "PC-UBND", "BB-UBND", "TTr-UBND", "KH-UBND", "QĐ-UBND", "TB-UBND"],
  ])
  expect(symbolOf("letter", "STTTT", null)).toBe("STTTT")
})
