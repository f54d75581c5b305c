import { expect, test } from "vitest"
import { countingAsks } from "./asks.ts"

const at = (ms: number) => new Date(Date.parse("2026-07-01T00:00:00Z") + ms)

test("a network that asks too often is told how long to wait, until the ten minutes are over; another network asks on", () => {
  const secondsToWait = countingAsks({ most: 3, withinMs: 600_000 })
  const asked = [0, 1_000, 2_000, 3_000].map((ms) => secondsToWait("a", at(ms)))
  expect(asked).toEqual([0, 0, 0, 597])
  expect(secondsToWait("b", at(4_000))).toBe(0)
  expect(secondsToWait("a", at(600_000))).toBe(0)
})
