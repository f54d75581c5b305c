import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { legalRules } from "../../kernel/calendar/data.ts"
import { formatMoney } from "../../kernel/format.ts"
import { aboveSpot, isSameOffender, isWithinReach, spotLimitOn, spotLimits } from "./on-the-spot.ts"

const rules = legalRules()
const most = (foundOn: string, whose: "individual" | "organisation") =>
  spotLimitOn(foundOn, whose, rules)?.most

test("the limit is that of the day on which the act was found: it doubled on 1 July 2025", () => {
  expect(most("2025-06-30", "individual")).toBe(250_000)
  expect(most("2025-07-01", "individual")).toBe(500_000)
  expect(most("2025-06-30", "organisation")).toBe(500_000)
  expect(most("2025-07-01", "organisation")).toBe(1_000_000)
})

test("the limits are the sums that the rows of the data say, and each row has its own", () => {
  const rows = readFileSync("data/legal-rules.csv", "utf8").split("\n")
  for (const [id, limits] of Object.entries(spotLimits)) {
    const row = rows.find((one) => one.startsWith(`${id},`)) ?? ""
    for (const limit of Object.values(limits))
      expect(row).toContain(formatMoney(limit, "vi").replace(/[^\d.]/g, ""))
  }
  expect(rules.filter(({ id }) => id.startsWith("XP-KHONG-BB")).map(({ id }) => id)).toEqual(
    Object.keys(spotLimits),
  )
})

const fined = (amount: number, foundOn = "2026-09-01", offender = "Nguyễn Văn Mẫu") => ({
  foundOn,
  offenderKind: "individual" as const,
  offender,
  amount,
})

test("a fine at the limit needs no record, one đồng more does", () => {
  expect(aboveSpot([fined(500_000)], rules)).toBeNull()
  expect(aboveSpot([fined(500_001)], rules)).toMatchObject({ limit: 500_000 })
  expect(aboveSpot([fined(250_001, "2025-06-30")], rules)).toMatchObject({ limit: 250_000 })
})

test("several acts of one offender count together, those of two do not", () => {
  expect(aboveSpot([fined(300_000), fined(300_000)], rules)).toMatchObject({ offender: "Nguyễn Văn Mẫu" })
  expect(aboveSpot([fined(300_000), fined(300_000, "2026-09-01", "Trần Thị Thử")], rules)).toBeNull()
})

test("who is written once with accents and once without, or by two names of one tax code, is one offender", () => {
  const person = (offenderName: string, offenderHash: string | null = null) => ({
    offenderKind: "individual" as const,
    offenderName,
    offenderHash,
  })
  expect(isSameOffender(person("Nguyễn Văn Mẫu"), person("nguyen van  mau"))).toBe(true)
  expect(isSameOffender(person("Cửa hàng A", "x"), person("Nguyễn Văn Mẫu", "x"))).toBe(true)
  expect(isSameOffender(person("Nguyễn Văn Mẫu", "x"), person("Nguyễn Văn Mẫu", "y"))).toBe(false)
  expect(isSameOffender(person("Nguyễn Văn Mẫu"), person("Trần Thị Thử"))).toBe(false)
})

test("a range that begins above the limit, or that nobody has checked, is not offered without a record", () => {
  const act = { foundOn: "2026-09-01", offenderKind: "individual" as const }
  const range = (min: number) => ({
    from: "data" as const,
    article: "Đ34.1.a",
    range: { min, max: 9_000_000 },
  })
  expect(isWithinReach([{ ...act, range: range(100_000) }], rules)).toBe(true)
  expect(isWithinReach([{ ...act, range: range(600_000) }], rules)).toBe(false)
  expect(isWithinReach([{ ...act, range: { refused: "needsTyping" } }], rules)).toBe(false)
})
