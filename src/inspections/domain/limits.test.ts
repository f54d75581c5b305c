import { describe, expect, test } from "vitest"
import { legalRules } from "../../kernel/calendar/data.ts"
import { limitsOf, mayPassBy, type Visit } from "./limits.ts"
import type { Power } from "./powers.ts"

const visit = (on: string, power: Power, matter = "subscribers"): Visit => ({
  power,
  matter,
  on,
  bodyName: "Thanh tra tỉnh Mẫu",
  isOwn: false,
})
const asked = (on: string, power: Power, matter = "subscribers", isBusiness = true) => ({
  power,
  matter,
  on,
  isBusiness,
})
const why = (...[of, visits]: [ReturnType<typeof asked>, Visit[]]) =>
  limitsOf(of, visits, legalRules()).map((one) => one.why)

describe("how often a business is visited in a year", () => {
  test("until 16/5/2025 one visit of either kind", () => {
    expect(
      why(asked("2025-05-16", "inspection"), [visit("2025-02-01", "state-inspection", "licence")]),
    ).toEqual(["one-of-any"])
  })

  test("from 17/5/2025 one check and one inspection, on two matters", () => {
    const inspected = [visit("2026-02-01", "state-inspection", "licence")]
    expect(why(asked("2026-05-17", "inspection"), inspected)).toEqual([])
    expect(why(asked("2026-05-17", "state-inspection"), inspected)).toEqual(["one-of-its-kind"])
  })

  test("never both on one matter", () => {
    expect(why(asked("2026-05-17", "inspection"), [visit("2026-02-01", "state-inspection")])).toEqual([
      "same-matter",
    ])
  })

  test("a visit of last year counts no more", () => {
    expect(why(asked("2026-01-01", "inspection"), [visit("2025-12-31", "inspection")])).toEqual([])
  })

  test("who does no business has no such limit", () => {
    const held = [visit("2026-02-01", "inspection")]
    expect(why(asked("2026-03-01", "inspection", "subscribers", false), held)).toEqual([])
  })

  test.each([
    [
      "until 16/5/2025 a check of the police uses up nobody's visit",
      "2025-05-16",
      "inspection",
      "police-check",
      [],
    ],
    ["and is held back by none", "2025-05-16", "police-check", "inspection", []],
    [
      "from 17/5/2025 it is the one check of the year",
      "2025-05-17",
      "inspection",
      "police-check",
      ["one-of-its-kind"],
    ],
    ["and comes second to another", "2025-05-17", "police-check", "inspection", ["one-of-its-kind"]],
    [
      "and not to one on a matter that was inspected",
      "2026-03-01",
      "police-check",
      "state-inspection",
      ["same-matter"],
    ],
  ] as const)("%s", (_, on, power, before, limits) => {
    expect(why(asked(on, power), [visit(`${on.slice(0, 4)}-02-01`, before)])).toEqual(limits)
  })

  test("only clear signs of a violation pass it by, with the reason in writing", () => {
    const said = { ground: "signs", isClear: true, overrideReason: "Sáu tin báo trong tuần" } as const
    expect(mayPassBy(said)).toBe(true)
    expect(mayPassBy({ ...said, isClear: false })).toBe(false)
    expect(mayPassBy({ ...said, overrideReason: " " })).toBe(false)
    expect(mayPassBy({ ...said, ground: "order" })).toBe(false)
  })
})
