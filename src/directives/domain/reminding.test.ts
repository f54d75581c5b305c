import { expect, test } from "vitest"
import { stateCalendar } from "../../kernel/calendar/data.ts"
import { remindersOn } from "./reminding.ts"

const calendar = stateCalendar()
const range = (today: string, kind: string) => {
  const found = remindersOn(today, calendar).find((one) => one.kind === kind)
  return [found?.from, found?.to]
}

test("on a Friday the reminder “the day before” is for the weekend and Monday", () => {
  expect(range("2023-09-15", "one-day")).toEqual(["2023-09-15", "2023-09-18"])
  expect(range("2023-09-15", "five-days")).toEqual(["2023-09-19", "2023-09-20"])
})

test("before Tết it is for the first working day after Tết", () => {
  expect(range("2024-02-07", "one-day")).toEqual(["2024-02-07", "2024-02-15"])
})

test("in mid-week it is for tomorrow", () => {
  expect(range("2023-09-12", "one-day")).toEqual(["2023-09-12", "2023-09-13"])
  expect(range("2023-09-12", "five-days")).toEqual(["2023-09-14", "2023-09-17"])
})

test("no due date is reminded of in two ways on one day", () => {
  for (const today of ["2023-09-12", "2023-09-15", "2024-02-07"]) {
    const ranges = remindersOn(today, calendar)
    const days = ranges.flatMap(({ from, to }) => (from <= to ? [from, to] : [])).sort()
    expect(new Set(days).size).toBe(days.length)
  }
})
