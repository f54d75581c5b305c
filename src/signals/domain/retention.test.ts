import { expect, test } from "vitest"
import { retentionRules } from "../catalogue.ts"
import { privacyWords } from "../words-privacy.ts"
import { type OverTip, retentionOf } from "./retention.ts"

const tip: OverTip = {
  state: "closed",
  closeReason: "handled",
  caseId: null,
  changedAt: "2026-01-31T02:00:00Z",
  changedOn: "2026-01-31",
  erasedAt: null,
}
const dayOf = (more: Partial<OverTip>) => retentionOf({ ...tip, ...more }, retentionRules())?.eraseOn ?? null

test("a tip that was handled loses its reporter's data two years after its last change, an empty one after six months", () => {
  expect(dayOf({})).toBe("2028-01-31")
  expect(dayOf({ closeReason: "spam" })).toBe("2026-07-31")
  expect(dayOf({ state: "merged", closeReason: null })).toBe("2028-01-31")
})

test("a tip that goes on, is with others or in a case has no end date here, and one that was erased has none any more", () => {
  for (const state of [
    "held",
    "received",
    "reviewing",
    "asked",
    "in-case",
    "forwarded",
    "withdrawn",
  ] as const)
    expect(dayOf({ state })).toBeNull()
  expect(dayOf({ caseId: "any" })).toBeNull()
  expect(dayOf({ erasedAt: "2026-08-01T00:00:00Z" })).toBeNull()
})

test("no rule is called verified, since nobody has read the two texts", () => {
  expect(retentionRules().map(({ isVerified }) => isVerified)).toEqual([false, false])
})

test("the months that the privacy notice tells people are those of the rules", () => {
  for (const { months } of retentionRules()) {
    expect(privacyWords.vi.parts.kept.what).toContain(`${months} tháng`)
    expect(privacyWords.en.parts.kept.what).toContain(`${months} months`)
  }
})
