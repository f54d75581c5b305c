import { describe, expect, test } from "vitest"
import { figureOf } from "../outline.ts"
import { type Counted, type Reported, readingOf } from "./figures.ts"
import { periodOf } from "./windows.ts"

/** Warnings released: recorded in the system since some day, told by word before. */
const warnings = figureOf("III.4.3") ?? raise()
const period = periodOf("2026-H1") ?? raise()
const released = (bodyId: string, records: number): Counted => ({
  ...{ figure: "III.4.3", part: "all", byBodyId: bodyId, records, amount: null, middle: null, once: null },
})
const told = (bodyId: string, value: number): Reported => ({
  ...{ figure: "III.4.3", bodyId, period: "2026-H1", value, note: null },
})
const since = (bodyId: string, day: string) => ({ figure: "III.4.3", bodyId, since: day })

describe("one source for each figure, body and period", () => {
  test("a body that has records and reports a number as well counts once: its records, and its number beside them", () => {
    const reading = readingOf(warnings, [released("sở", 4)], [told("sở", 9)], period, [
      since("sở", "2026-01-10"),
    ])
    expect(reading.value).toBe(4)
    expect(reading.reported).toEqual({ value: 9, bodies: 1 })
    expect(reading.source).toBe("system")
  })

  test("a body without records counts by its own word, beside another that has records", () => {
    const reading = readingOf(warnings, [released("sở", 4)], [told("sở", 9), told("xã", 2)], period, [
      since("sở", "2026-01-10"),
    ])
    expect(reading.value).toBe(6)
    expect(reading.source).toBe("mixed")
    expect(reading.reported).toEqual({ value: 9, bodies: 1 })
  })

  test("a period that ended before a body kept records stays as the body told it", () => {
    const reading = readingOf(warnings, [], [told("sở", 9)], period, [since("sở", "2026-07-02")])
    expect([reading.value, reading.source]).toEqual([9, "bodies"])
  })

  test("once a body keeps records, a period without any is nought, whatever it tells", () => {
    const reading = readingOf(warnings, [], [told("sở", 3)], period, [since("sở", "2025-09-01")])
    expect([reading.value, reading.source]).toEqual([0, "system"])
    expect(reading.reported).toEqual({ value: 3, bodies: 1 })
  })

  test("a shop that two bodies looked at is one subject, and what a third body tells is added to it", () => {
    const subjects = figureOf("III.1.2") ?? raise()
    const looked = (byBodyId: string | null, once: number): Counted => ({
      ...{ figure: "III.1.2", part: "all", byBodyId, records: once, amount: null, middle: null, once },
    })
    const cells = [looked(null, 3), looked("sở", 2), looked("công an", 2)]
    const of = (reported: Reported[]) => readingOf(subjects, cells, reported, period, [])
    expect([of([]).value, of([]).source]).toEqual([3, "system"])
    const xã = { ...told("xã", 5), figure: "III.1.2" }
    expect([of([xã]).value, of([xã]).source]).toEqual([8, "mixed"])
  })

  test("where nobody keeps records and nobody told anything, the figure is from nowhere, not nought", () => {
    const reading = readingOf(warnings, [], [], period, [])
    expect([reading.value, reading.source]).toEqual([null, "none"])
  })

  test("a period in whose middle a body changed over is held against nothing", () => {
    const of = (day: string) => readingOf(warnings, [released("sở", 1)], [], period, [since("sở", day)])
    expect(of("2026-04-01").isSwitching).toBe(true)
    expect(of("2025-04-01").isSwitching).toBe(false)
  })
})

function raise(): never {
  throw new Error("no such figure or period")
}
