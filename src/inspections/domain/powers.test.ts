import { describe, expect, test } from "vitest"
import { legalRules, stateCalendar } from "../../kernel/calendar/data.ts"
import { allPowers } from "../catalogue.ts"
import { holderOf, lawOf, lengthOf, offersOn, type Power } from "./powers.ts"
import { countCheck } from "./time.ts"

const department = { kind: "department", name: "Sở Thông tin tỉnh Mẫu" }
const inspectorate = { kind: "department", name: "Thanh tra tỉnh Mẫu" }
const commune = { kind: "commune-committee", name: "UBND xã Mẫu" }
const police = { kind: "police", name: "Công an tỉnh Mẫu" }

const on = (day: string, power: Power, body = department) => lawOf(power, body, day, allPowers())

describe("which power a body has on a day", () => {
  test.each([
    ["a department inspects until 30/6/2025", "2025-06-30", "state-inspection", department, true],
    ["and no more from 1/7/2025", "2025-07-01", "state-inspection", department, false],
    ["the provincial inspectorate does before", "2025-06-30", "state-inspection", inspectorate, true],
    ["and after", "2025-07-01", "state-inspection", inspectorate, true],
    ["a department checks in its field in 2023", "2023-09-15", "inspection", department, true],
    ["and in 2026", "2026-11-18", "inspection", department, true],
    ["a commune checks since NĐ 217/2025", "2025-08-05", "inspection", commune, true],
    [
      "the inspectorate makes no specialised checks since then",
      "2026-11-18",
      "inspection",
      inspectorate,
      false,
    ],
    ["only the police make police checks", "2026-11-18", "police-check", department, false],
    ["the police do", "2026-11-18", "police-check", police, true],
    ["and make no specialised checks of another agency", "2026-11-18", "inspection", police, false],
  ] as const)("%s", (_title, day, power, body, isLawful) => {
    const law = on(day, power, body)
    expect(law?.isLawful).toBe(isLawful)
    expect(law?.says.vi).not.toBe("")
    expect(law?.says.en).not.toBe("")
  })

  test("an enterprise and an association have none", () => {
    for (const kind of ["enterprise", "other"])
      expect(
        offersOn({ kind, name: "Viễn thông Mẫu" }, "2026-11-18", allPowers()).some(({ isOpen }) => isOpen),
      ).toBe(false)
  })

  test("a routine plan is a ground in 2023 and none since 5/8/2025", () => {
    expect(on("2023-09-15", "inspection")?.grounds).toContain("annual-plan")
    expect(on("2025-08-05", "inspection")?.grounds).toEqual(["signs", "order", "thematic-plan"])
  })

  test("between 1/7 and 4/8/2025 no procedure was found: the ground is asked in words, nothing is blocked or counted", () => {
    for (const day of ["2025-07-01", "2025-08-04"]) {
      const law = on(day, "inspection")
      expect(law).toMatchObject({ isLawful: true, needsBasis: true, lengthRule: null, isVerified: false })
      expect(law?.grounds).toHaveLength(4)
    }
    expect(on("2025-08-05", "inspection")?.needsBasis).toBe(false)
  })

  test("on no day do two rows of one power hold for one body", () => {
    for (const row of allPowers())
      for (const who of row.who) {
        const twins = allPowers().filter(
          (one) =>
            one.power === row.power &&
            one.who.includes(who) &&
            one.inForceFrom <= (row.inForceTo ?? "9999") &&
            row.inForceFrom <= (one.inForceTo ?? "9999"),
        )
        expect(twins.map(({ id }) => id)).toEqual([row.id])
      }
  })

  test("the inspectorate is known by its name, whatever kind of body it is", () => {
    expect(holderOf(inspectorate)).toBe("inspectorate")
    expect(holderOf({ kind: "department", name: "Sở Thanh tra Giao thông" })).toBe("department")
  })
})

describe("how long a check may last", () => {
  test.each([
    ["a department, 10 days and 5 more", "2026-11-18", "inspection", department, 10, 5],
    ["a commune, 7 and 3", "2026-11-18", "inspection", commune, 7, 3],
    ["a department's inspection in 2023, 30 and 15", "2023-09-15", "state-inspection", department, 30, 15],
    ["the inspectorate since 1/7/2025, 45 and 25", "2025-07-01", "state-inspection", inspectorate, 45, 25],
  ] as const)("%s", (_title, day, power, body, days, more) => {
    const law = on(day, power, body)
    expect(law === null ? null : lengthOf(law, legalRules())).toMatchObject({ days, more })
  })

  test("the days run from the announcement, a pause is left out, an extension is added, and each day says so", () => {
    const law = on("2026-11-02", "inspection")
    const length = law === null ? null : lengthOf(law, legalRules())
    if (length === null) throw new Error("no rule")
    const of = { from: "2026-11-02", days: 10, more: null, pauses: [] }
    expect(countCheck(length.rule, of, stateCalendar())?.deadline.due).toBe("2026-11-12")
    const paused = { ...of, pauses: [{ fromOn: "2026-11-05", untilOn: "2026-11-09", reason: "bão" }] }
    const counted = countCheck(length.rule, paused, stateCalendar())
    expect(counted?.deadline.due).toBe("2026-11-16")
    expect(counted?.deadline.days.filter(({ counted: isCounted }) => !isCounted)).toHaveLength(4)
    expect(countCheck(length.rule, { ...of, more: 5 }, stateCalendar())?.deadline.due).toBe("2026-11-17")
  })
})
