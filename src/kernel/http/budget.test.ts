import { tmpdir } from "node:os"
import { describe, expect, test } from "vitest"
import { ByteBudget, hasRoom, uncountedBytes } from "./budget.ts"

const noon = new Date("2026-03-02T05:00:00Z")
const later = new Date("2026-03-02T06:00:00Z")

describe("what a network may send before anybody has signed in", () => {
  test("is counted by what is announced, and free again in the next hour", () => {
    const budget = new ByteBudget(1_000_000)
    expect([budget.take("a", 600_000, noon), budget.take("a", 600_000, noon)]).toEqual([true, false])
    expect(budget.take("a", 400_000, noon)).toBe(true)
    expect(budget.take("a", 600_000, later)).toBe(true)
  })

  test("is counted by what came once that is known: an upload that broke off costs what arrived", () => {
    const budget = new ByteBudget(1_000_000)
    budget.take("a", 1_000_000, noon)
    budget.giveBack("a", 700_000)
    expect([budget.take("a", 800_000, noon), budget.take("a", 700_000, noon)]).toEqual([false, true])
  })

  test("does not shrink what others may send", () => {
    const budget = new ByteBudget(1_000_000)
    budget.take("a", 1_000_000, noon)
    expect(budget.take("b", 1_000_000, noon)).toBe(true)
  })

  test("words alone are always taken", () => {
    const budget = new ByteBudget(1_000_000)
    budget.take("a", 1_000_000, noon)
    expect(budget.take("a", uncountedBytes, noon)).toBe(true)
  })
})

test("a disk without room for a file takes none", async () => {
  expect(await hasRoom(tmpdir(), 1)).toBe(true)
  expect(await hasRoom(tmpdir(), Number.MAX_SAFE_INTEGER)).toBe(false)
})
