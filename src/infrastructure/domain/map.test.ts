import { expect, test } from "vitest"
import { boxAround, boxOf, maySingle, placesOf, stepFor, sumsOf } from "./map.ts"

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

test("each thing is counted in one sum and in one row of the table; one without a position in the table alone", () => {
  const cell = (areaCode: string, cellLat: number | null, cellLon: number | null, n: number) => {
    return { areaCode, areaName: `xã ${areaCode}`, cellLat, cellLon, n }
  }
  const cells = [
    cell("a", 2060, 10600, 3),
    cell("a", 2061, 10601, 1),
    cell("b", 2061, 10601, 5),
    cell("b", null, null, 2),
  ]
  // A cell is a hundredth of a degree; the middle leans to where more things stand.
  expect(sumsOf(cells, 10)).toEqual([[106.0117, 20.6117, 9]])
  expect(sumsOf(cells, 1)).toEqual([
    [106.005, 20.605, 3],
    [106.015, 20.615, 6],
  ])
  expect(boxAround(cells)).toEqual({ west: 106, south: 20.6, east: 106.02, north: 20.62 })
  expect(placesOf(cells).map(({ areaCode, count, unplaced }) => [areaCode, count, unplaced])).toEqual([
    ["b", 7, 2],
    ["a", 4, 0],
  ])
  expect([boxAround([]), sumsOf([], 5)]).toEqual([null, []])
})
