import { describe, expect, test } from "vitest"
import { legalRules } from "../../kernel/calendar/data.ts"
import { mustPublish, type Publishable } from "./publishing.ts"

const check = (more: Partial<Publishable> = {}): Publishable => ({
  state: "concluded",
  power: "inspection",
  ground: "signs",
  plannedOn: "2026-11-02",
  announcedOn: "2026-11-03",
  concludedOn: "2026-11-10",
  isBusiness: true,
  ...more,
})
const what = (more: Partial<Publishable>) =>
  mustPublish(check(more), legalRules()).map((one) => `${one.what} ${one.within?.id ?? one.rule.id}`)

describe("what the law makes public of a check", () => {
  test("of a business since 17/5/2025: its plan and its conclusion; before, nothing in the data says so", () => {
    expect(what({})).toEqual(["plan KT-DN-1NAM-2025", "conclusion KT-DN-1NAM-2025"])
    expect(what({ plannedOn: "2023-09-14", announcedOn: "2023-09-14", concludedOn: "2023-09-20" })).toEqual(
      [],
    )
  })

  test("a visit on signs is not told before it was announced; one of a plan is, once the plan is approved", () => {
    const before = { state: "approved", announcedOn: null, concludedOn: null } as const
    expect(what(before)).toEqual([])
    expect(what({ ...before, ground: "thematic-plan" })).toEqual(["plan KT-DN-1NAM-2025"])
  })

  test("the conclusion of a thanh tra is public within ten days, of whomever; a police check is under another law", () => {
    expect(what({ power: "state-inspection", isBusiness: false })).toEqual(["conclusion TT-CONG-KHAI-10"])
    expect(what({ power: "police-check" })).toEqual([])
  })
})
