import { describe, expect, test } from "vitest"
import { addDays, weekdayOf } from "../time.ts"
import { statutoryDaysOff } from "./calendar.ts"
import { readCsv, stateCalendar } from "./data.ts"

const calendar = stateCalendar()
const rows = readCsv("days-off.csv")
const of = (year: number) => rows.filter((row) => (row.date ?? "").startsWith(`${year}-`))
const daysOf = (year: number) => {
  const days = [`${year}-01-01`]
  for (let day = `${year}-01-02`; day.startsWith(`${year}-`); day = addDays(day, 1)) days.push(day)
  return days
}
const isWeekend = (day: string) => weekdayOf(day) % 6 === 0

describe.each([2022, 2023, 2024, 2025, 2026])("the days off of %i", (year) => {
  test("are those of the data: each day of the year is worked or off as its row or its weekday says", () => {
    const kinds = new Map(of(year).map((row) => [row.date, row.kind]))
    for (const day of daysOf(year)) {
      const kind = kinds.get(day)
      const worked = kind === undefined ? !isWeekend(day) : kind === "swap-work"
      expect([day, calendar.isWorkingDay(day)]).toEqual([day, worked])
    }
  })
  test("have been decided, each with the paper that says so, and each day that is off says why", () => {
    expect(calendar.isDecided(`${year}-06-15`)).toBe(true)
    for (const row of of(year)) expect([row.date, (row.basis ?? "").length > 3]).toEqual([row.date, true])
    for (const day of daysOf(year).filter((one) => !calendar.isWorkingDay(one)))
      expect([day, calendar.reason(day)]).toEqual([day, expect.stringMatching(/\p{L}/u)])
  })
  test("leave no holiday of the Labour Code worked, and make up the one that falls on a weekend", () => {
    const fixed = [`${year}-01-01`, `${year}-04-30`, `${year}-05-01`, `${year}-09-02`]
    for (const day of fixed) expect([day, calendar.isWorkingDay(day)]).toEqual([day, false])
    const holidays = of(year).filter((row) => row.kind === "holiday")
    const madeUp = of(year).filter((row) => row.kind === "compensation")
    expect(madeUp.length).toBe(holidays.filter((row) => isWeekend(row.date ?? "")).length)
    // Tết 5, Quốc khánh 2, the other four one each (Bộ luật Lao động 2019, Điều 112).
    expect(holidays).toHaveLength(11)
    expect(statutoryDaysOff(year).length).toBeGreaterThanOrEqual(11)
  })
  test("are eleven from Monday to Friday, and one more for each that is swapped and worked on a Saturday", () => {
    const count = (kind: string) => of(year).filter((row) => row.kind === kind).length
    expect(count("swap-work")).toBe(count("swap-off"))
    const inWeek = daysOf(year).filter((day) => !isWeekend(day) && !calendar.isWorkingDay(day)).length
    expect(inWeek).toBe(11 + count("swap-off"))
  })
})
