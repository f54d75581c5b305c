import { expect, test } from "vitest"
import { doubtOf } from "./plausible.ts"

test.each([
  [40, [12, 13], "muchMore"],
  [39, [12, 13], null],
  [3, [12, 13], "muchLess"],
  [4, [12, 13], null],
  [0, [12, 13], "newlyNone"],
  [0, [0, 13], null],
  [5, [1], null],
  [6, [1], "muchMore"],
  [1_000_000, [], null],
] as const)("%d after %j is %s", (value, history, doubt) => {
  expect(doubtOf(value, [...history])).toBe(doubt)
})
