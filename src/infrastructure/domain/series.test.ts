import { describe, expect, test } from "vitest"
import { nextNight, type Struck, seriesIn } from "./series.ts"

const struck = (day: string, time: string, more: Partial<Struck> = {}): Struck => ({
  id: `${day} ${time}`,
  kind: "theft",
  happenedAt: new Date(`2026-11-${day}T${time}:00+07:00`).toISOString(),
  areaCode: "12001",
  cellLat: 2_080,
  cellLon: 10_600,
  trick: "cut",
  tools: ["bolt-cutter"],
  taken: ["copper-earth"],
  ownerIds: ["a"],
  ...more,
})

describe("a series is seen across owners", () => {
  test("five nights, two operators, the same way and tool, a few kilometres apart: one series with its nights and its pace", () => {
    const all = [
      struck("02", "00:40"),
      struck("02", "02:15", { ownerIds: ["b"], cellLat: 2_077 }),
      struck("05", "01:50", { cellLat: 2_074 }),
      struck("09", "01:05", { ownerIds: ["b"], cellLat: 2_070 }),
      struck("13", "03:10", { cellLat: 2_065 }),
      struck("16", "00:55", { ownerIds: ["b"], cellLat: 2_060 }),
    ]
    const [series, ...more] = seriesIn(all.toReversed())
    expect(more).toEqual([])
    expect(series).toMatchObject({ owners: 2, rhythmDays: 4, key: all[0]?.id })
    expect(series?.nights).toEqual(["2026-11-01", "2026-11-04", "2026-11-08", "2026-11-12", "2026-11-15"])
    expect(series?.reasons).toEqual({ sameTrick: 6, sameTool: 6, sameTaken: 6, sameHours: 6, near: 6 })
    expect(nextNight(series as NonNullable<typeof series>, "2026-11-17")).toBe("2026-11-19")
  })

  test("two of one night are no series, nor three that are weeks apart, far from each other, or done in another way", () => {
    expect(seriesIn([struck("02", "00:40"), struck("02", "02:15")])).toEqual([])
    expect(seriesIn([struck("01", "01:00"), struck("10", "01:00"), struck("20", "01:00")])).toEqual([])
    expect(
      seriesIn([
        struck("01", "01:00"),
        struck("02", "01:00", { cellLat: 2_100 }),
        struck("03", "01:00", { cellLat: 2_140 }),
      ]),
    ).toEqual([])
    const others = { trick: "burn", tools: ["fire"], taken: [] } as const
    expect(seriesIn([struck("01", "01:00"), struck("02", "01:00", others), struck("03", "01:00")])).toEqual(
      [],
    )
  })

  test("what nobody did on purpose is in none, and what is unknown makes nothing alike", () => {
    const dug = { kind: "accident", trick: "dig" } as const
    expect(
      seriesIn([struck("01", "01:00", dug), struck("02", "01:00", dug), struck("03", "01:00", dug)]),
    ).toEqual([])
    const unknown = { trick: "unknown", tools: ["none-found"], taken: ["battery"] } as const
    expect(
      seriesIn([
        struck("01", "01:00", unknown),
        struck("02", "01:00", unknown),
        struck("03", "01:00", unknown),
      ]),
    ).toEqual([])
  })

  test("a pace whose next night has passed foretells nothing", () => {
    expect(
      nextNight({ nights: ["2026-11-01", "2026-11-03", "2026-11-05"], rhythmDays: 2 }, "2026-11-20"),
    ).toBeNull()
  })
})
