import { describe, expect, test } from "vitest"
import { halfYearOf, halfYearsOf } from "./figures.ts"
import { isReviewLate, reviewDueAt, type SentAtOnce } from "./review.ts"

const atOnce: SentAtOnce = {
  ...{
    emergency: "fraud",
    sentAt: "2026-11-28T10:00:00Z",
    reviewedBy: null,
    approvedBy: null,
    state: "sent",
  },
}

describe("a notice that went out on one officer's word", () => {
  test("is reviewed by the same hour of the next day, Saturdays and Sundays too", () => {
    expect(reviewDueAt(atOnce)).toBe("2026-11-29T10:00:00.000Z")
    expect(isReviewLate(atOnce, new Date("2026-11-29T09:59:59Z"))).toBe(false)
    expect(isReviewLate(atOnce, new Date("2026-11-29T10:00:00Z"))).toBe(true)
  })

  test("waits for no review once it was reviewed or taken back, nor where two officers had signed before it was sent", () => {
    for (const more of [
      { reviewedBy: "lan" },
      { approvedBy: "lan" },
      { state: "reversed" },
      { emergency: null },
    ])
      expect(reviewDueAt({ ...atOnce, ...more })).toBeNull()
  })
})

test("a notice belongs to the half-year of its sending", () => {
  expect([halfYearOf("2026-06-30"), halfYearOf("2026-07-01")]).toEqual(["2026-1", "2026-2"])
  expect(halfYearsOf([{ sentOn: "2026-07-02" }, { sentOn: "2025-12-31" }, { sentOn: "2026-11-01" }])).toEqual(
    ["2026-2", "2025-2"],
  )
})
