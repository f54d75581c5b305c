import { expect, test } from "vitest"
import { type TrackPoint, thinned, trackMax, trackOf, trackText } from "../../kernel/field/thin.ts"
import { hottest, isSmall, monthsFilled, proposedFor, proposedTimes, rateOf, seasonsOf } from "./hot.ts"
import { checkedAt, keptTrack, pointIn, timesOf } from "./patrol.ts"

test("a patrol that ends at a smaller hour than it began ends the next morning", () => {
  const times = timesOf({ beganOn: "2026-11-05", beganTime: "22:30", endedTime: "01:15" })
  expect([times.beganAt.toISOString(), times.endedAt.toISOString()]).toEqual([
    "2026-11-05T15:30:00.000Z",
    "2026-11-05T18:15:00.000Z",
  ])
  expect(checkedAt(times, "00:40", "2026-11-05")?.toISOString()).toBe("2026-11-05T17:40:00.000Z")
  expect(checkedAt(times, "22:15", "2026-11-05")).toBeNull()
  expect(checkedAt(times, null, "2026-11-05")).toEqual(times.endedAt)
})

test("of a path only what lies within the patrol is kept, whatever the device sends", () => {
  const times = timesOf({ beganOn: "2026-11-05", beganTime: "08:00", endedTime: "09:00" })
  const at = (minute: number) => times.beganAt.getTime() / 1_000 + 60 * minute
  const sent: TrackPoint[] = [
    [20.7, 106.06, at(-5)],
    [20.701, 106.06, at(1)],
    [20.702, 106.061, at(30)],
    [20.703, 106.062, at(60)],
    [20.71, 106.07, at(75)],
    [48.8, 2.3, at(20)],
  ]
  expect(keptTrack(sent, times)?.map(([lat]) => lat)).toEqual([20.701, 20.702, 20.703])
  expect(keptTrack(sent.slice(0, 1), times)).toBeNull()
})

test("a long path is thinned to what shows where it went: ends and corners stay", () => {
  // A square of two kilometres a side, a point every two metres.
  const corner = [
    [0, 0],
    [0.018, 0],
    [0.018, 0.019],
    [0, 0.019],
  ] as const
  const path = corner.flatMap(([lat, lon], side): TrackPoint[] => {
    const [nextLat, nextLon] = corner[(side + 1) % 4] ?? [0, 0]
    return Array.from({ length: 1_000 }, (_, i) => [
      20.7 + lat + ((nextLat - lat) * i) / 1_000,
      106 + lon + ((nextLon - lon) * i) / 1_000,
      side * 1_000 + i,
    ])
  })
  const thin = thinned(path)
  expect(thin.length).toBeLessThanOrEqual(trackMax)
  expect([thin[0], thin.at(-1)]).toEqual([path[0], path.at(-1)])
  for (const side of [1, 2, 3]) expect(thin).toContainEqual(path[side * 1_000])
  // A walk that turns at every step has no straight part: it still fits.
  const wild = Array.from(
    { length: 3_000 },
    (_, i): TrackPoint => [20.7 + Math.sin(i * 1.7) / 50, 106 + Math.cos(i * 2.3) / 50, i],
  )
  expect(thinned(wild).length).toBeLessThanOrEqual(trackMax)
})

test("a path travels as text, and what is no point of one is left out", () => {
  const path: TrackPoint[] = [
    [20.72361, 106.06114, 1_790_000_000],
    [20.72377, 106.06199, 1_790_000_060],
  ]
  expect(trackOf(trackText(path))).toEqual(path)
  expect(trackOf("20.7,106.0;<b>;20.72361,106.06114,1790000000;,,")).toEqual([path[0]])
})

test("a position is read as a device writes it or a person types it", () => {
  expect(pointIn("20.72361 106.06114")).toEqual([20.72361, 106.06114])
  expect(pointIn("20,72361, 106,06114")).toEqual([20.72361, 106.06114])
  expect([pointIn(""), pointIn("gần cầu"), pointIn("106.06 20.72")]).toEqual([null, "notAPoint", "elsewhere"])
})

test("the more was done on purpose, the more patrols are proposed; a route goes by its hottest place", () => {
  expect([0, 1, 2, 3, 5, 6, 40].map(proposedTimes)).toEqual([1, 2, 2, 4, 4, 8, 8])
  expect([proposedFor([]), proposedFor([{ onPurpose: 0 }, { onPurpose: 4 }])]).toEqual([1, 4])
})

test("a rate that rests on few incidents or few assets is marked; without assets there is none", () => {
  const place = (assets: number, incidents: number) => ({ assets, incidents })
  expect([rateOf(place(80, 6)), rateOf(place(0, 3))]).toEqual([7.5, null])
  expect([isSmall(place(80, 6)), isSmall(place(80, 4)), isSmall(place(12, 9))]).toEqual([false, true, true])
  const of = (areaName: string, onPurpose: number, incidents: number) => ({
    ...{ areaCode: areaName, areaName, assets: 50, onPurpose, incidents },
  })
  expect(hottest([of("B", 1, 9), of("A", 1, 9), of("C", 4, 4)]).map(({ areaName }) => areaName)).toEqual([
    "C",
    "A",
    "B",
  ])
})

test("a month without an incident stands as nought, and a season's mean counts the months that it has in the window", () => {
  const months = monthsFilled([{ month: "2023-01", incidents: 4, onPurpose: 1 }], "2022-11-01", "2023-05-20")
  expect(months.map(({ month, incidents }) => `${month} ${incidents}`)).toEqual([
    ...["2022-11 0", "2022-12 0", "2023-01 4", "2023-02 0", "2023-03 0", "2023-04 0", "2023-05 0"],
  ])
  expect(seasonsOf(months)).toEqual([
    { season: "dry", incidents: 4, months: 6 },
    { season: "rain", incidents: 0, months: 1 },
  ])
})
