import { describe, expect, test } from "vitest"
import { allViolations } from "../catalogue.ts"
import { articleInFull, blank, lawInFull, provisionOf, provisionsInFull, unverifiedMark } from "./articles.ts"
import { isCrime, type TypedRange } from "./fines.ts"

describe("a provision as a paper prints it", () => {
  test.each([
    ["Đ98.3", "khoản 3 Điều 98"],
    ["Đ101.1.a", "điểm a khoản 1 Điều 101"],
    ["Đ33", "Điều 33"],
    ["Đ94-95", "Điều 94 đến Điều 95"],
    [
      "Đ84.2.b (sửa khoản 30 Điều 1 NĐ 14/2022)",
      "điểm b khoản 2 Điều 84 (sửa đổi, bổ sung tại khoản 30 Điều 1 Nghị định số 14/2022/NĐ-CP)",
    ],
    ["Đ95.1.đ, g", "các điểm đ, g khoản 1 Điều 95"],
    ["Đ43.1.a-c", "các điểm a đến c khoản 1 Điều 43"],
    ["Đ105 (khoản, điểm chưa đối chiếu)", `điểm ${blank} khoản ${blank} Điều 105`],
    ["điểm g khoản 3 Điều 102", "điểm g khoản 3 Điều 102"],
    ["Đ27-30 (gần đúng)", null],
    ["chương viễn thông, Internet", null],
    ["", null],
  ])("%s: %s", (article, printed) => expect(articleInFull(article)).toBe(printed))
  test("a law is named in full, with what amended it", () => {
    expect(lawInFull("NĐ 15/2020/NĐ-CP (sửa NĐ 14/2022)")).toBe(
      "Nghị định số 15/2020/NĐ-CP (sửa đổi, bổ sung theo Nghị định số 14/2022/NĐ-CP)",
    )
    expect(lawInFull("NĐ 174/2026/NĐ-CP")).toBe("Nghị định số 174/2026/NĐ-CP")
  })
  test("provisions inside a sentence are written out", () => {
    expect(provisionsInFull("Tịch thu tang vật, phương tiện (Đ98.4.a)")).toBe(
      "Tịch thu tang vật, phương tiện (điểm a khoản 4 Điều 98)",
    )
  })
})

const rows = allViolations().filter((one) => !isCrime(one))
const typed: TypedRange = {
  article: "Đ33.5.a",
  min: 1,
  max: 2,
  source: "Công báo",
  typedBy: "minh",
  confirmedBy: "lan",
}

describe("of every row of the data", () => {
  test.each(rows.map((row) => [row.id, row] as const))(
    "%s: what is approximate is not printed; what nobody verified says so until a person has",
    (_id, violation) => {
      const printed = provisionOf({ violation, typed: null }, false)
      expect(printed).not.toMatch(/gần đúng|Đ\d/)
      if (articleInFull(violation.article) === null) expect(printed.startsWith(blank)).toBe(true)
      else expect(printed.includes(unverifiedMark)).toBe(!violation.verified)
      expect(provisionOf({ violation, typed: null }, true)).not.toContain(unverifiedMark)
    },
  )
  test("what one officer typed and another confirmed stands in place of the data; unconfirmed it does not", () => {
    const violation = rows.find(({ id }) => id === "V-SIM-01")
    if (violation === undefined) throw new Error("V-SIM-01 is gone")
    expect(provisionOf({ violation, typed }, false)).toMatch(/^điểm a khoản 5 Điều 33 Nghị định số 15/)
    expect(provisionOf({ violation, typed: { ...typed, confirmedBy: null } }, false)).toMatch(
      /^Điều 33 .*\(chưa đối chiếu\)$/,
    )
  })
})
