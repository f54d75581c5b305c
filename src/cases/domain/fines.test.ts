import { describe, expect, test } from "vitest"
import { allViolations } from "../catalogue.ts"
import {
  checkFine,
  isCrime,
  isRepeat,
  lateCharge,
  mayExplain,
  middleOf,
  rangeFor,
  type TypedRange,
  usableRange,
  type Violation,
  violationsOn,
} from "./fines.ts"

const all = allViolations()
const row = (id: string): Violation => {
  const found = all.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no violation ${id}`)
  return found
}
const typed = (more: Partial<TypedRange> = {}): TypedRange => ({
  min: 30_000_000,
  max: 40_000_000,
  article: "Đ33.5.a",
  source: "bản công báo",
  typedBy: "lan",
  confirmedBy: "minh",
  ...more,
})

describe("the law of the day of the act", () => {
  test("an act on 30 June 2026 is judged by the old decree, one on 1 July by the new", () => {
    const ids = (on: string) => violationsOn(on, all).map((one) => one.id)
    expect(ids("2026-06-30")).toContain("V-TIN-01")
    expect(ids("2026-06-30")).not.toContain("V-TIN-01-2026")
    expect(ids("2026-07-01")).toContain("V-TIN-01-2026")
    expect(ids("2026-07-01")).not.toContain("V-TIN-01")
  })
  test("before the decree there is no row in force", () => {
    expect(violationsOn("2020-04-14", all)).toEqual([])
  })
  test("a crime is never offered as an administrative violation, and has no range", () => {
    for (const crime of all.filter(isCrime)) {
      expect(violationsOn("2023-07-10", all)).not.toContain(crime)
      expect(rangeFor(crime, "individual")).toBeNull()
    }
    expect(all.filter(isCrime).map((one) => one.id)).toContain("H-174")
  })
})

describe("whose amount", () => {
  test("an amount printed for organisations is halved for an individual", () => {
    expect(rangeFor(row("V-WEB-02"), "organisation")).toEqual({ min: 50_000_000, max: 70_000_000 })
    expect(rangeFor(row("V-WEB-02"), "individual")).toEqual({ min: 25_000_000, max: 35_000_000 })
  })
  test("an amount printed for individuals is doubled for an organisation, and never halved again", () => {
    expect(rangeFor(row("V-DL-04"), "individual")).toEqual({ min: 2_000_000, max: 3_000_000 })
    expect(rangeFor(row("V-DL-04"), "organisation")).toEqual({ min: 4_000_000, max: 6_000_000 })
  })
  test("a range with one end missing is no range", () => {
    expect(rangeFor(row("V-RAC-01"), "organisation")).toBeNull()
  })
})

describe("two people stand behind an amount that the data do not have", () => {
  test("a verified range may be used as it is", () => {
    expect(usableRange(row("V-TIN-01"), "individual", null)).toEqual({
      from: "data",
      article: "Đ101.1.a",
      range: { min: 5_000_000, max: 10_000_000 },
    })
  })
  test.each(["V-SIM-01", "V-RAC-01", "V-MANG-01"])(
    "%s, empty or unverified, must be typed from the text",
    (id) => {
      expect(usableRange(row(id), "organisation", null)).toEqual({ refused: "needsTyping" })
    },
  )
  test("one officer types, another confirms; neither alone is enough", () => {
    const sim = row("V-SIM-01")
    expect(usableRange(sim, "organisation", typed({ confirmedBy: null }))).toEqual({
      refused: "needsConfirmation",
    })
    expect(usableRange(sim, "organisation", typed({ confirmedBy: "lan" }))).toEqual({
      refused: "sameOfficer",
    })
    expect(usableRange(sim, "organisation", typed())).toEqual({
      from: "officer",
      article: "Đ33.5.a",
      range: { min: 30_000_000, max: 40_000_000 },
    })
  })
  test.each([{ min: 0 }, { min: 50_000_000 }, { max: Number.NaN }, { article: " " }, { source: "" }])(
    "a typed range that cannot be right is refused: %o",
    (wrong) => {
      expect(usableRange(row("V-SIM-01"), "organisation", typed(wrong))).toEqual({ refused: "rangeWrong" })
    },
  )
})

describe("the amount", () => {
  const range = { min: 10_000_000, max: 20_000_000 }
  test.each([
    [15_000_000, { amount: 15_000_000 }],
    [14_999_999, { refused: "needsMitigating" }],
    [15_000_001, { refused: "needsAggravating" }],
    [9_999_999, { refused: "belowRange" }],
    [20_000_001, { refused: "aboveRange" }],
    [0, { refused: "notAnAmount" }],
    [15_000_000.5, { refused: "notAnAmount" }],
  ])("%d within 10 to 20 million: %o", (amount, wanted) => {
    expect(checkFine(amount, range, { mitigating: "không", aggravating: "" })).toEqual(wanted)
  })
  test("a fine below the middle names what mitigates, one above what aggravates; neither leaves the range", () => {
    const found = { mitigating: "Tự nguyện khai báo", aggravating: "Vi phạm nhiều lần" }
    expect(checkFine(10_000_000, range, { ...found, aggravating: "" })).toEqual({ amount: 10_000_000 })
    expect(checkFine(20_000_000, range, { ...found, mitigating: "" })).toEqual({ amount: 20_000_000 })
    expect(checkFine(20_000_000, range, { ...found, aggravating: "không có." })).toEqual({
      refused: "needsAggravating",
    })
    expect(checkFine(9_999_999, range, found)).toEqual({ refused: "belowRange" })
  })
  test("without mitigating or aggravating facts it is the middle", () => {
    expect(middleOf(range)).toBe(15_000_000)
  })
  test("ten days late add half a per cent; on time adds nothing", () => {
    expect(lateCharge(15_000_000, "2023-08-01", "2023-08-12")).toBe(75_000)
    expect(lateCharge(15_000_000, "2023-08-01", "2023-08-01")).toBe(0)
    expect(lateCharge(15_000_000, "2023-08-01", "2023-07-01")).toBe(0)
  })
})

describe("the right to explain", () => {
  test("an organisation from 30 million, an individual from 15, anybody who may lose a licence or is suspended", () => {
    const plain = row("V-TIN-01")
    expect(mayExplain(plain, "organisation", { min: 1, max: 29_999_999 })).toBe(false)
    expect(mayExplain(plain, "organisation", { min: 1, max: 30_000_000 })).toBe(true)
    expect(mayExplain(plain, "individual", { min: 1, max: 15_000_000 })).toBe(true)
    expect(mayExplain(row("V-SIM-02"), "individual", { min: 1, max: 2 })).toBe(true)
  })
  test("where the range is not known, the offender may explain", () => {
    expect(mayExplain(row("V-RAC-01"), "individual", null)).toBe(true)
  })
})

describe("repetition", () => {
  test("the same act within a year of the earlier decision's execution repeats it; a day later it does not", () => {
    expect(isRepeat("2023-07-10", "2024-07-10")).toBe(true)
    expect(isRepeat("2023-07-10", "2024-07-11")).toBe(false)
    expect(isRepeat("2023-07-10", "2023-07-10")).toBe(false)
  })
})
