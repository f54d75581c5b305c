import { describe, expect, test } from "vitest"
import { boardOf, type Count, type Span, windowsOn } from "./board.ts"

const on = "2026-11-17"
const of = (span: Span, tips: number, more: Partial<Count> = {}): Count => ({
  ...{ span, type: null, code: null, tips, losses: 0, loss: 0, largest: 0 },
  ...more,
})
const losses = (tips: number, each: number) => ({ losses: tips, loss: tips * each, largest: each })
const tricks = { tricks: ["gia-danh-cong-an", "gia-danh-dien-luc"], since: "2020-01-01" }

describe("the public board", () => {
  test("holds this month against the same days a year ago; 29 February against the 28th", () => {
    expect(windowsOn(on)).toEqual({
      yesterday: { from: on, to: on },
      month: { from: "2026-11-01", to: on },
      yearAgo: { from: "2025-11-01", to: "2025-11-17" },
    })
    expect(windowsOn("2028-02-29").yearAgo).toEqual({ from: "2027-02-01", to: "2027-02-28" })
  })

  test("does not know the days a year ago before the first tip of all: that is not nought", () => {
    const since = (day: string) => boardOf(on, [of("month", 20)], { ...tricks, since: day }).sums.yearAgo
    expect([since("2025-11-01"), since("2025-11-02")]).toEqual([{ tips: 0, money: null }, null])
  })

  test("tells no sum of money that fewer than five tips told, nor one that a single tip makes", () => {
    const money = (more: Partial<Count>) => boardOf(on, [of("month", 20, more)], tricks).sums.month.money
    expect(money(losses(4, 10_000_000))).toBeNull()
    expect(money(losses(5, 10_400_000))).toBe(52_000_000)
    expect(money({ losses: 6, loss: 1_000_000_000, largest: 900_000_000 })).toBeNull()
  })

  test("gives a trick of fewer than five tips no number, and none that is no trick a place", () => {
    const counts = [
      of("month", 16),
      of("month", 9, { type: "gia-danh-cong-an", ...losses(6, 20_000_000) }),
      of("month", 4, { type: "gia-danh-dien-luc", ...losses(4, 90_000_000) }),
      of("month", 3, { type: "khac" }),
    ]
    const { byTips, byMoney } = boardOf(on, counts, tricks)
    expect(byTips).toEqual([
      { type: "gia-danh-cong-an", tips: 9 },
      { type: "gia-danh-dien-luc", tips: null },
    ])
    expect(byMoney).toEqual([{ type: "gia-danh-cong-an", money: 120_000_000 }])
  })

  test("gives a commune a range, so that no neighbour is found by comparing two mornings", () => {
    const at = (tips: number) =>
      boardOf(on, [of("month", 40), of("month", tips, { code: "12103" })], tricks).communes
    expect(at(1)).toEqual([{ code: "12103", month: "1-4", yearAgo: "0" }])
    expect(at(5)).toEqual(at(9))
    expect(at(10)).toEqual(at(19))
  })

  test("of a quiet month ranks nothing and names no place", () => {
    const counts = [
      of("month", 4),
      of("month", 4, { type: "gia-danh-cong-an" }),
      of("month", 4, { code: "12103" }),
    ]
    expect(boardOf(on, counts, tricks)).toMatchObject({ byTips: [], byMoney: [], communes: [] })
  })
})
