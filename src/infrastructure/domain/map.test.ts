import { expect, test } from "vitest"
import { boxOf, maySingle, stepFor } from "./map.ts"

const province = { west: 105.9, south: 20.2, east: 106.7, north: 21.1 }

test("sums stand further apart on a phone than on a desk, and there are none from near", () => {
  expect([stepFor(province, 1_000), stepFor(province, 300)]).toEqual([5, 10])
  expect([maySingle(province), maySingle({ ...province, east: 106.1 })]).toEqual([false, true])
})

test.each([
  ["106,20.6,106.2,20.8", true],
  ["106.2,20.6,106,20.8", false],
  ["106,20.6,106.2", false],
  ["106,20.6,106.2,bắc", false],
  ["-1e9,0,1e9,1", false],
])("“%s” is a piece of the map: %s", (text, is) => {
  expect(boxOf(text) !== null).toBe(is)
})
