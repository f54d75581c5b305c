import { describe, expect, test } from "vitest"
import { answerFault, hoursToLastBlock } from "./answers.ts"

const now = new Date("2026-11-12T10:00:00Z")

describe("what an operator answers", () => {
  test.each([
    [{ answer: "blocked", doneAt: new Date("2026-11-12T09:00:00Z"), note: null }, null],
    [{ answer: "blocked", doneAt: null, note: null }, "noTime"],
    [{ answer: "blocked", doneAt: new Date("2026-11-12T11:00:00Z"), note: null }, "ahead"],
    [{ answer: "refused", doneAt: null, note: null }, "sayWhy"],
    [{ answer: "more-information", doneAt: null, note: null }, "sayWhy"],
    [{ answer: "not-ours", doneAt: null, note: null }, null],
  ] as const)("%o", (given, fault) => {
    expect(answerFault(given, now)).toBe(fault)
  })
})

test("the time to the last block counts from the release, to the last operator that blocked", () => {
  const given = [
    { answer: "blocked", doneAt: "2026-11-12T03:00:00Z" },
    { answer: "blocked", doneAt: "2026-11-12T07:30:00Z" },
    { answer: "not-ours", doneAt: null },
  ] as const
  expect(hoursToLastBlock(given, "2026-11-12T02:00:00Z")).toBe(6)
  expect(hoursToLastBlock([], "2026-11-12T02:00:00Z")).toBeNull()
})
