import { describe, expect, test } from "vitest"
import { firstDueAfter, type Period } from "./periods.ts"

const each = (
  every: Period["every"],
  dueDay: number,
  dueMonth: number,
  until: string | null = null,
): Period => ({
  every,
  dueDay,
  dueMonth,
  until,
})

describe("a periodic task is due", () => {
  test.each([
    ["2023-07-15", each("month", 20, 1), "2023-07", "2023-07-20"],
    ["2023-07-20", each("month", 20, 1), "2023-08", "2023-08-20"],
    ["2023-12-25", each("month", 20, 1), "2024-01", "2024-01-20"],
    ["2023-07-15", each("quarter", 25, 3), "2023-Q3", "2023-09-25"],
    ["2023-09-25", each("quarter", 25, 3), "2023-Q4", "2023-12-25"],
    ["2023-07-15", each("half-year", 15, 6), "2023-H2", "2023-12-15"],
    ["2023-06-14", each("half-year", 15, 6), "2023-H1", "2023-06-15"],
    ["2023-07-15", each("year", 30, 11), "2023", "2023-11-30"],
    ["2023-12-01", each("year", 30, 11), "2024", "2024-11-30"],
  ])("after %s, %j, for %s on %s", (day, period, label, dueOn) => {
    expect(firstDueAfter(day, period)).toEqual({ period: label, dueOn })
  })

  test("on the month's last day where the month lacks the day, leap years too", () => {
    expect(firstDueAfter("2023-02-01", each("month", 31, 1))?.dueOn).toBe("2023-02-28")
    expect(firstDueAfter("2024-02-01", each("month", 31, 1))?.dueOn).toBe("2024-02-29")
  })

  test("no more once the letter's own end is past", () => {
    expect(firstDueAfter("2023-11-25", each("month", 20, 1, "2023-12-20"))?.dueOn).toBe("2023-12-20")
    expect(firstDueAfter("2023-12-20", each("month", 20, 1, "2023-12-31"))).toBeNull()
  })
})
