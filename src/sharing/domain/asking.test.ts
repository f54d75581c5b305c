import { expect, test } from "vitest"
import { asksWithinMs, countingAsks } from "./asking.ts"

const at = (ms: number) => new Date(Date.parse("2026-07-01T00:00:00Z") + ms)

test("a network that asks too often waits until the ten minutes are over; another network asks on", () => {
  const mayAsk = countingAsks(3)
  const asked = [1, 2, 3, 4].map((ms) => mayAsk("a", at(ms)))
  expect(asked).toEqual([true, true, true, false])
  expect(mayAsk("b", at(5))).toBe(true)
  expect(mayAsk("a", at(asksWithinMs + 10))).toBe(true)
})
