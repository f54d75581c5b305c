import { describe, expect, test } from "vitest"
import {
  after,
  before,
  comparedOn,
  daysIn,
  isPartlyKnown,
  labelsWithin,
  periodOf,
  periodOn,
  windowOf,
  windowsOf,
} from "./windows.ts"

const window = (label: string) => {
  const period = periodOf(label)
  if (period === null) throw new Error(label)
  const { from, to } = windowOf(period)
  return [from, to]
}

describe("the days that a period counts (Nghị định 09/2019/NĐ-CP, Điều 12)", () => {
  test.each([
    ["2023-H1", "2022-12-15", "2023-06-14"],
    ["2023-H2", "2023-06-15", "2023-12-14"],
    ["2023", "2022-12-15", "2023-12-14"],
    ["2023-Q1", "2022-12-15", "2023-03-14"],
    ["2023-Q3", "2023-06-15", "2023-09-14"],
    ["2023-01", "2022-12-15", "2023-01-14"],
    ["2023-08", "2023-07-15", "2023-08-14"],
  ])("%s counts from %s to %s, both days included", (label, from, to) => {
    expect(window(label)).toEqual([from, to])
  })
  test("14 June is in the first half-year, 15 June in the second, 15 December in the next year's first", () => {
    const on = (day: string) => periodOn(day, "half-year").label
    expect([
      on("2023-06-14"),
      on("2023-06-15"),
      on("2023-12-14"),
      on("2023-12-15"),
      on("2023-01-01"),
    ]).toEqual(["2023-H1", "2023-H2", "2023-H2", "2024-H1", "2023-H1"])
  })
  test("every day of ten years is in exactly one window of each length", () => {
    for (let at = Date.UTC(2020, 0, 1); at < Date.UTC(2030, 0, 1); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10)
      for (const every of ["month", "quarter", "half-year", "year"] as const) {
        const { from, to } = windowOf(periodOn(day, every))
        expect(from <= day && day <= to, `${day} ${every}`).toBe(true)
      }
    }
  })
  test("a period is compared with the one before and the same one last year", () => {
    const period = periodOf("2023-H1")
    if (period === null) throw new Error("no period")
    const { previous, lastYear } = windowsOf(period)
    expect([previous.period.label, lastYear.period.label]).toEqual(["2022-H2", "2022-H1"])
    expect(after(before(period)).label).toBe("2023-H1")
  })
  test("a half-year is made of two quarters or six months", () => {
    const period = periodOf("2023-H2")
    expect(period === null ? [] : labelsWithin(period)).toEqual([
      "2023-Q3",
      "2023-Q4",
      "2023-07",
      "2023-08",
      "2023-09",
      "2023-10",
      "2023-11",
      "2023-12",
    ])
  })
  test.each(["2023-H3", "2023-13", "23-H1", "", "2023-Q0", "1999", "2023-h1"])(
    "“%s” is no period",
    (label) => {
      expect(periodOf(label)).toBeNull()
    },
  )
  test("a half-year that runs is held against as many days of the others, from their first", () => {
    const { previous, lastYear, isRunning } = comparedOn(half("2023-H2"), "2023-09-15")
    expect(isRunning).toBe(true)
    expect([previous.from, previous.to]).toEqual(["2022-12-15", "2023-03-17"])
    expect([lastYear.from, lastYear.to]).toEqual(["2022-06-15", "2022-09-15"])
    expect([previous, lastYear].map(daysIn)).toEqual([93, 93])
  })
  test("a half-year that is over, or has not begun, is held against the whole of the others", () => {
    for (const today of ["2023-12-14", "2024-02-01", "2023-06-14"]) {
      const { previous, lastYear, isRunning } = comparedOn(half("2023-H2"), today)
      expect([today, isRunning, previous.to, lastYear.to]).toEqual([today, false, "2023-06-14", "2022-12-14"])
    }
  })
  test("no day of any year makes a window longer than what it is held against, nor beyond its own end", () => {
    for (let at = Date.UTC(2019, 0, 1); at < Date.UTC(2029, 0, 1); at += 86_400_000) {
      const today = new Date(at).toISOString().slice(0, 10)
      for (const every of ["month", "quarter", "half-year", "year"] as const) {
        const { current, previous, lastYear, isRunning } = comparedOn(periodOn(today, every), today)
        if (!isRunning) continue
        const passed = daysIn({ from: current.from, to: today })
        for (const other of [previous, lastYear]) {
          expect(daysIn(other)).toBe(Math.min(passed, daysIn(windowOf(other.period))))
        }
      }
    }
  })
  test("a period in whose middle the system came into use is known in part; one before it, not at all", () => {
    const window = windowOf(half("2023-H1"))
    const known = ["2022-12-14", "2022-12-15", "2022-12-16", "2023-06-14", "2023-06-15"].map((since) =>
      isPartlyKnown(window, since),
    )
    expect(known).toEqual([false, false, true, true, false])
  })
})

function half(label: string) {
  const period = periodOf(label)
  if (period === null) throw new Error(label)
  return period
}
