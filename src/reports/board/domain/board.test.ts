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
    expect(at(1)).toEqual([{ code: "12103", month: "1-4", yearAgo: null }])
    expect(at(5)).toEqual(at(9))
    expect(at(10)).toEqual(at(19))
  })

  test("names no commune of the same days a year ago when those had fewer than five tips", () => {
    const ago = (tips: number) =>
      boardOf(
        on,
        [
          of("month", 40),
          of("month", 6, { code: "12103" }),
          of("yearAgo", tips),
          of("yearAgo", 1, { code: "12103" }),
        ],
        tricks,
      ).communes.map(({ yearAgo }) => yearAgo)
    expect([ago(4), ago(5)]).toEqual([[null], ["1-4"]])
  })

  test("tells no sum of the month from which the loss of one tip falls out when the tricks are taken off", () => {
    const month = (rest: Partial<Count>) =>
      boardOf(
        on,
        [
          of("month", 20, {
            losses: 6 + (rest.losses ?? 0),
            loss: 120_000_000 + (rest.loss ?? 0),
            largest: 60_000_000,
          }),
          of("month", 9, { type: "gia-danh-cong-an", ...losses(6, 20_000_000) }),
          of("month", 3, { type: "khac", ...rest }),
        ],
        tricks,
      ).sums.month.money
    expect(month({})).toBe(120_000_000)
    expect(month(losses(1, 60_000_000))).toBeNull()
    expect(month(losses(5, 12_000_000))).toBe(180_000_000)
  })

  test("names no trick as the one that the few remaining tips must have told of", () => {
    const named = (all: number) =>
      boardOf(
        on,
        [
          of("month", all),
          of("month", 9, { type: "gia-danh-cong-an" }),
          of("month", 3, { type: "gia-danh-dien-luc" }),
        ],
        tricks,
      ).byTips.map(({ type }) => type)
    expect(named(12)).toEqual(["gia-danh-cong-an"])
    expect(named(16)).toEqual(["gia-danh-cong-an", "gia-danh-dien-luc"])
  })

  test("moves within a month by five tips or five losses at a time, so that two mornings tell of no single tip", () => {
    const morning = (day: string, tips: number, before: ReturnType<typeof boardOf> | null) =>
      boardOf(
        day,
        [
          of("month", tips, losses(tips, 20_000_000)),
          of("month", tips, { type: "gia-danh-cong-an", ...losses(tips, 20_000_000) }),
          of("month", tips, { code: "12103" }),
        ],
        tricks,
        before,
      )
    const told = ({ byTips, byMoney, communes, sums: { month } }: ReturnType<typeof boardOf>) => [
      byTips[0]?.tips,
      byMoney[0]?.money,
      communes[0]?.month,
      month.money,
      month.tips,
    ]
    const first = morning("2026-11-15", 8, null)
    const second = morning("2026-11-16", 12, first)
    const third = morning("2026-11-17", 13, second)
    expect(told(first)).toEqual([8, 160_000_000, "5-9", 160_000_000, 8])
    expect(told(second)).toEqual([8, 160_000_000, "5-9", 160_000_000, 12])
    expect(told(third)).toEqual([13, 260_000_000, "10-19", 260_000_000, 13])
    expect(told(morning("2026-12-01", 9, third))[0]).toBe(9)
  })

  test("tells no sum of the month from which a day's held back loss falls out when the told days are taken off", () => {
    const morning = (day: string, came: number, all: number, before: ReturnType<typeof boardOf> | null) =>
      boardOf(
        day,
        [
          of("yesterday", came, losses(came, 20_000_000)),
          of("month", all, losses(all, 20_000_000)),
          of("month", all, { type: "gia-danh-cong-an", ...losses(all, 20_000_000) }),
        ],
        tricks,
        before,
      )
    const first = morning("2026-11-01", 6, 6, null)
    const withOne = morning("2026-11-03", 6, 13, morning("2026-11-02", 1, 7, first))
    const withFive = morning("2026-11-03", 6, 17, morning("2026-11-02", 5, 11, first))
    expect([withOne.sums.month.money, withFive.sums.month.money]).toEqual([null, 340_000_000])
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
