import { describe, expect, test } from "vitest"
import { allViolations } from "../catalogue.ts"
import { amountOf, suggestionsOf } from "./thresholds.ts"

const suggested = (type: string, lossVnd: number | null, threshold = "") =>
  suggestionsOf(
    { tips: [{ type, lossVnd }], acts: threshold === "" ? [] : [{ criminalThreshold: threshold }] },
    allViolations(),
    "2023-09-15",
  ).map((one) => `${one.article} ${one.from}`)

describe("a criminal threshold suggests, and only where the data say from what amount", () => {
  test.each([
    ["từ 2 triệu; khung 50/200/500 triệu", 2_000_000],
    ["từ 4 triệu; khung 50/200/500 triệu", 4_000_000],
    ["từ 1,5 tỷ", 1_500_000_000],
    ["từ 20 tài khoản hoặc lợi từ 20 triệu", null],
    ["không ngưỡng", null],
    ["", null],
  ])("%s", (text, amount) => expect(amountOf(text)).toBe(amount))

  test.each([
    ["gia-danh-cong-an", 2_000_000, ["Đ174 2000000"]],
    ["gia-danh-cong-an", 1_999_999, []],
    ["gia-danh-cong-an", null, []],
    ["trom-cap-thiet-bi-vien-thong", 5_000_000, ["Đ173 2000000"]],
    ["pha-hoai-ha-tang", 5_000_000, ["Đ178 2000000"]],
    ["sim-kich-hoat-san", 900_000_000, []],
    ["khac", 900_000_000, []],
  ] as const)("a tip of %s with a loss of %s", (type, loss, wanted) =>
    expect(suggested(type, loss)).toEqual(wanted),
  )

  test("an act's own words name the article, and the stated loss is held against it", () => {
    expect(
      suggested("khac", 3_000_000, "BLHS Đ178 từ 2 triệu; Đ303 nếu công trình quan trọng về ANQG"),
    ).toEqual(["Đ178 2000000"])
  })
})
