import { describe, expect, test } from "vitest"
import { allViolations } from "../../cases/catalogue.ts"
import { allChecklists } from "../catalogue.ts"
import { checklistFor, findingsIn, violationFor } from "./checklist.ts"
import { subjectKinds } from "./subject.ts"

const simPoint = (on: string) => checklistFor("sim-point", on, allChecklists())
const question = (on: string, id: string) => {
  const found = simPoint(on)?.version.questions.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no question ${id} on ${on}`)
  return found
}

describe("a checklist", () => {
  test.each(subjectKinds)("for %s there is one on every day since 2023, and never two", (kind) => {
    for (const day of ["2023-01-01", "2026-06-30", "2026-07-01", "2026-11-18"])
      expect(checklistFor(kind, day, allChecklists())).not.toBeNull()
    for (const list of allChecklists())
      for (const [at, one] of list.versions.entries())
        expect(one.inForceFrom > (list.versions[at - 1]?.inForceTo ?? "")).toBe(true)
  })

  test("names only rows of the law that are in force as long as its version", () => {
    for (const list of allChecklists())
      for (const { questions, inForceFrom: from, inForceTo: until } of list.versions)
        for (const tier of questions.flatMap((one) => one.violations)) {
          const row = allViolations().find(({ id }) => id === tier.id)
          expect(row, tier.id).toBeDefined()
          expect((row?.inForceFrom ?? "") <= from, tier.id).toBe(true)
          expect(row?.inForceTo == null || (until !== null && until <= row.inForceTo), tier.id).toBe(true)
        }
  })

  test("counts what fixes the range: numbers or points, whichever reaches higher (NĐ 174/2026 Đ34.5, Đ34.6)", () => {
    const four = question("2026-11-18", "four-fields")
    expect(violationFor(four, { numbers: 10 })).toBe("V-SIM-04-2026")
    expect(violationFor(four, { numbers: 11 })).toBe("V-SIM-04A-2026")
    expect(violationFor(four, { numbers: 2, points: 7 })).toBe("V-SIM-04C-2026")
    expect(violationFor(four, { numbers: 41, points: 1 })).toBe("V-SIM-04D-2026")
    expect(violationFor(four, {})).toBe("V-SIM-04-2026")
  })

  test("asks under NĐ 15/2020 before 1/7/2026, and says that nobody has compared it", () => {
    const before = question("2023-09-15", "active-sims")
    expect(before).toMatchObject({ article: "NĐ 15/2020/NĐ-CP Đ33", isVerified: false })
    expect(violationFor(before, { numbers: 14 })).toBe("V-SIM-01")
    expect(question("2026-07-01", "active-sims").article).toContain("174/2026")
  })

  test("an answer is a finding only where the law hangs on it, and the other answer is none", () => {
    const { questions } = simPoint("2026-11-18")?.version ?? { questions: [] }
    const given = (id: string, answer: "yes" | "no" | "not-applicable") => ({
      question: id,
      answer,
      note: null,
      counts: {},
    })
    const found = findingsIn(questions, [
      given("active-sims", "yes"),
      given("authorised", "yes"),
      given("four-fields", "not-applicable"),
      given("prices-shown", "no"),
    ])
    expect(found.map((one) => one.question.id)).toEqual(["active-sims"])
  })
})
