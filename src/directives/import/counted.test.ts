/** Every day of a year, every way in which letters count: 5,475 deadlines beside the statutory counter and beside a calendar walked by hand. */
import { describe, expect, test } from "vitest"
import { readCsv, stateCalendar } from "../../kernel/calendar/data.ts"
import { countDeadline, type LegalRule, type RuleUnit } from "../../kernel/calendar/deadline.ts"
import { addDays, addMonths, weekdayOf } from "../../kernel/time.ts"
import { proposeDue } from "./due.ts"

const calendar = stateCalendar()
const kinds = new Map(readCsv("days-off.csv").map((row) => [row.date ?? "", row.kind ?? ""]))
/** As the data list it, without the calendar: a listed day off, a weekend that nothing makes a working day. */
function isWorked(day: string): boolean {
  const kind = kinds.get(day)
  if (kind !== undefined) return kind === "swap-work"
  return weekdayOf(day) % 6 !== 0
}

const durations: readonly [words: string, quantity: number, unit: RuleUnit][] = [
  ["trong 1 ngày", 1, "day"],
  ["trong vòng 3 ngày", 3, "day"],
  ["trong thời hạn 5 ngày", 5, "day"],
  ["trong vòng 10 ngày", 10, "day"],
  ["trong 02 tuần", 14, "day"],
  ["trong thời hạn 30 ngày", 30, "day"],
  ["trong thời gian 45 ngày", 45, "day"],
  ["trong 2 ngày làm việc", 2, "working-day"],
  ["trong vòng 3 ngày làm việc", 3, "working-day"],
  ["trong thời hạn 05 ngày làm việc", 5, "working-day"],
  ["trong 7 ngày làm việc", 7, "working-day"],
  ["trong vòng 10 ngày làm việc", 10, "working-day"],
  ["trong thời hạn 15 ngày làm việc", 15, "working-day"],
  ["trong 1 tháng", 1, "month"],
  ["trong thời hạn 3 tháng", 3, "month"],
]
const daysOf2023 = Array.from({ length: 365 }, (_, i) => addDays("2023-01-01", i))

const statute = (quantity: number, unit: RuleUnit): LegalRule => ({
  id: "letter",
  nameVi: "Thời hạn của văn bản",
  nameEn: "",
  startEvent: "ban hành",
  quantity,
  unit,
  extension: "",
  basis: "",
  inForceFrom: null,
  inForceTo: null,
  verified: true,
})

function byHand(from: string, quantity: number, unit: RuleUnit): string {
  let day = unit === "month" ? addMonths(from, quantity) : unit === "day" ? addDays(from, quantity) : from
  for (let left = unit === "working-day" ? quantity : 0; left > 0; ) {
    day = addDays(day, 1)
    if (isWorked(day)) left -= 1
  }
  while (!isWorked(day)) day = addDays(day, 1)
  return day
}

describe("a letter's days are counted as the law's are", () => {
  test.each(durations)("%s, from each day of 2023", (words, quantity, unit) => {
    for (const from of daysOf2023) {
      const due = byHand(from, quantity, unit)
      expect([from, proposeDue(words, from, calendar)]).toMatchObject([from, { kind: "once", dueOn: due }])
      expect([from, countDeadline(statute(quantity, unit), from, [], calendar)]).toMatchObject([
        from,
        { due },
      ])
    }
  })
  test("they are 5,475 deadlines", () => {
    expect(durations.length * daysOf2023.length).toBe(5_475)
  })
})
