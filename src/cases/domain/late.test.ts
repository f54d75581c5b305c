import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addDays } from "../../kernel/time.ts"
import { lateCharge } from "./fines.ts"
import { chargesOf } from "./late.ts"

describe("each day of lateness is explained", () => {
  test("the first day charged is the day after the deadline; each adds 0.05% of what is unpaid", () => {
    expect(chargesOf(15_000_000, "2023-09-25", "2023-09-27")).toEqual([
      { from: "2023-09-26", to: "2023-09-26", days: 1, charge: 7_500, total: 7_500 },
      { from: "2023-09-27", to: "2023-09-27", days: 1, charge: 7_500, total: 15_000 },
    ])
  })
  test("on the last day, and where nothing is owed, nothing is charged", () => {
    expect(chargesOf(15_000_000, "2023-09-25", "2023-09-25")).toEqual([])
    expect(chargesOf(0, "2023-09-25", "2023-10-25")).toEqual([])
  })
  test("more than a month late is told by month", () => {
    expect(chargesOf(10_000_000, "2023-09-25", "2023-11-02").map(({ from, to }) => [from, to])).toEqual([
      ["2023-09-26", "2023-09-30"],
      ["2023-10-01", "2023-10-31"],
      ["2023-11-01", "2023-11-02"],
    ])
  })
  test("whatever is owed, the lines follow each other and sum to the whole charge, to the đồng", () => {
    const anyDue = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays("2022-01-01", days))
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000_000 }),
        anyDue,
        fc.integer({ min: 1, max: 800 }),
        (unpaid, due, days) => {
          const today = addDays(due, days)
          const lines = chargesOf(unpaid, due, today)
          expect(lines.reduce((sum, { charge }) => sum + charge, 0)).toBe(lateCharge(unpaid, due, today))
          expect(lines.reduce((sum, line) => sum + line.days, 0)).toBe(days)
          expect(lines.at(-1)).toMatchObject({ to: today, total: lateCharge(unpaid, due, today) })
          let before = due
          for (const { from, to } of lines) {
            expect(from).toBe(addDays(before, 1))
            before = to
          }
        },
      ),
    )
  })
})
