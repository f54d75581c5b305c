import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addDays } from "../../kernel/time.ts"
import { lateCharge } from "./fines.ts"
import { chargesOf } from "./late.ts"

describe("each day of lateness is explained", () => {
  test("due on 21 September and paid on the 22nd: not a đồng is charged; paid on the 23rd: one day", () => {
    expect(chargesOf(7_500_000, "2023-09-21", "2023-09-22")).toEqual([])
    expect(chargesOf(7_500_000, "2023-09-21", "2023-09-23")).toMatchObject([{ days: 1, total: 3_750 }])
  })
  test("an offender pays nothing for the days on which the decision was suspended because the file was with the police", () => {
    const pauses = [{ from: "2023-09-27", to: "2023-10-02" }]
    // 26 September and 3 October; the payer came on the 4th.
    expect(chargesOf(10_000_000, "2023-09-25", "2023-10-04", pauses)).toEqual([
      { from: "2023-09-26", to: "2023-09-26", days: 1, charge: 5_000, total: 5_000 },
      { from: "2023-10-03", to: "2023-10-03", days: 1, charge: 5_000, total: 10_000 },
    ])
  })
  test("the first day charged is the day after the deadline, the last the day before payment; each adds 0.05%", () => {
    expect(chargesOf(15_000_000, "2023-09-25", "2023-09-28")).toEqual([
      { from: "2023-09-26", to: "2023-09-26", days: 1, charge: 7_500, total: 7_500 },
      { from: "2023-09-27", to: "2023-09-27", days: 1, charge: 7_500, total: 15_000 },
    ])
  })
  test("on the last day, and where nothing is owed, nothing is charged", () => {
    expect(chargesOf(15_000_000, "2023-09-25", "2023-09-25")).toEqual([])
    expect(chargesOf(0, "2023-09-25", "2023-10-25")).toEqual([])
  })
  test("more than a month late is told by month", () => {
    expect(chargesOf(10_000_000, "2023-09-25", "2023-11-03").map(({ from, to }) => [from, to])).toEqual([
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
          expect(lines.reduce((sum, line) => sum + line.days, 0)).toBe(days - 1)
          if (days > 1)
            expect(lines.at(-1)).toMatchObject({
              to: addDays(today, -1),
              total: lateCharge(unpaid, due, today),
            })
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
