import { expect, test } from "vitest"
import { beside } from "./neighbours.ts"

const ids = (found: ReturnType<typeof beside>) => [found.previous?.id ?? null, found.next?.id ?? null]

test("the first tip of a list has one behind it and none before, the last one the other way round", () => {
  expect(ids(beside(["a", "b", "c"], { id: "a", at: 0, first: 0 }))).toEqual([null, "b"])
  expect(ids(beside(["b", "c"], { id: "c", at: 2, first: 1 }))).toEqual(["b", null])
})

test("a tip that was closed and so left the list still leads to those that stood before and behind it", () => {
  expect(ids(beside(["b", "d", "e"], { id: "c", at: 2, first: 1 }))).toEqual(["b", "d"])
  expect(ids(beside(["b", "c"], { id: "a", at: 0, first: 0 }))).toEqual([null, "b"])
})

test("the next one knows its own place, so that one walks on from there", () => {
  expect(beside(["b", "c", "d"], { id: "c", at: 2, first: 1 }).next).toEqual({ id: "d", at: 3 })
  expect(beside(["b", "d"], { id: "c", at: 2, first: 1 }).next).toEqual({ id: "d", at: 2 })
})
