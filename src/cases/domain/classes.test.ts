import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { legalRules, stateCalendar } from "../../kernel/calendar/data.ts"
import { addDays } from "../../kernel/time.ts"
import { allViolations, ownLimitations } from "../catalogue.ts"
import {
  classOf,
  isOpenTo,
  isTooWide,
  limitationGrade,
  limitedAs,
  matters,
  passedBack,
  underLaw,
} from "./classes.ts"
import { type Clock, count, gradeOf, type Purpose, startClock } from "./clocks.ts"

const law = { rules: legalRules(), calendar: stateCalendar() }
function clockOf(purpose: Purpose, start: string, grade?: "technical" | "two-years"): Clock {
  const made = startClock(purpose, start, law.rules, grade)
  if (made === null) throw new Error(`no rule for ${purpose} on ${start}`)
  return made
}
function dueOf(clock: Clock): string | null {
  const counted = count(clock, law.rules, law.calendar)
  if ("refused" in counted) throw new Error(counted.refused)
  return counted.due
}

describe("the time to decide (Điều 66.1)", () => {
  test("is seven working days under point a, a month under b, two under c, each by law", () => {
    const a = clockOf("decide", "2023-09-15")
    const b = underLaw(a, "explained", law)
    // 15 October 2023 is a Sunday.
    expect([a, b, underLaw(b, "serious", law)].map(dueOf)).toEqual(["2023-09-26", "2023-10-16", "2023-11-15"])
  })
  test("is never two months for a case that is not under point b, however serious", () => {
    const a = clockOf("decide", "2023-09-15")
    expect(underLaw(a, "serious", law)).toEqual(a)
    expect(underLaw(underLaw(a, "passed-up", law), "serious", law)).toEqual(underLaw(a, "passed-up", law))
    expect(isOpenTo(a, "serious")).toBe(false)
  })
  test("is under point c once, and no later fact brings it back to b", () => {
    const c = underLaw(underLaw(clockOf("decide", "2023-09-15"), "explained", law), "serious", law)
    for (const { grade } of matters.map((one) => classOf[one])) expect(underLaw(c, grade, law)).toEqual(c)
  })
})

describe("the record (Điều 58)", () => {
  test("is due in two working days, in five for a complicated matter, in three from the expert's result", () => {
    const plain = clockOf("record", "2023-09-13")
    expect(dueOf(plain)).toBe("2023-09-15")
    expect(dueOf(underLaw(plain, "complex", law))).toBe("2023-09-20")
    expect(dueOf(clockOf("record", "2023-09-13", "technical"))).toBe("2023-09-18")
  })
  test("the three days from an expert's result are not made five", () => {
    const technical = clockOf("record", "2023-09-13", "technical")
    expect(underLaw(technical, "complex", law)).toEqual(technical)
  })
})

describe("the limitation of an act whose file the police passed back (Điều 6.1.c)", () => {
  test("is a year longer since July 2025, the time with the police counted in, and on its day though it is a Sunday", () => {
    const longer = passedBack(clockOf("limitation", "2025-03-12"), "2026-02-02", law)
    expect([longer.ruleId, dueOf(longer)]).toEqual(["XP-THI-HIEU-CHUYEN", "2027-03-12"])
    expect(dueOf(passedBack(clockOf("limitation", "2026-01-10", "two-years"), "2026-05-04", law))).toBe(
      "2029-01-10",
    )
  })
  test("is what it was where the file came back before July 2025", () => {
    const own = clockOf("limitation", "2024-09-01")
    expect(passedBack(own, "2025-06-30", law)).toEqual(own)
  })
  test("does not live again where it had run out before July 2025", () => {
    const own = clockOf("limitation", "2024-06-01")
    expect(passedBack(own, "2025-08-01", law)).toEqual(own)
  })
  test("is longer once, however often the file goes there and back", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(400), (start, away) => {
        const own = clockOf("limitation", addDays("2025-07-01", start))
        const back = addDays("2025-07-01", start + away)
        const once = passedBack(own, back, law)
        expect(gradeOf(once)).toBe("passed")
        expect(passedBack(once, addDays(back, 30), law)).toEqual(once)
      }),
    )
  })
  test("only that clock: the time to decide is what Điều 63 says", () => {
    const decide = clockOf("decide", "2026-01-12")
    expect(passedBack(decide, "2026-02-02", law)).toEqual(decide)
  })
})

describe("which acts are punishable for two years (NĐ 174/2026 Đ4.5)", () => {
  const grade = (law: string, article: string, on = "2026-08-01") =>
    limitationGrade({ law, article }, on, ownLimitations())
  const decree = "NĐ 174/2026/NĐ-CP"
  test.each([
    ["Đ53.2.a", "two-years"],
    ["Đ53.3.b", "two-years"],
    ["điểm a khoản 2 Điều 53", "two-years"],
    ["điểm c khoản 2 Điều 53", "plain"],
    ["Đ53.2", "plain"],
    ["Đ72.2.đ", "two-years"],
    ["Đ75.1", "two-years"],
    ["Đ75.10", "plain"],
    ["Đ103.5.a", "two-years"],
    ["Đ103.5.b", "plain"],
    ["Đ34.7.b", "plain"],
  ])("%s of that decree: %s", (article, wanted) => expect(grade(decree, article)).toBe(wanted))
  test("the same numbers of another decree, or before that one was in force, are one year", () => {
    expect(grade("NĐ 15/2020/NĐ-CP (sửa NĐ 14/2022)", "Đ53.2.a")).toBe("plain")
    expect(grade(decree, "Đ53.2.a", "2026-06-30")).toBe("plain")
  })
  test("every act of the catalogue has a limitation that the data hold", () => {
    for (const { law: from, article } of allViolations())
      expect(startClock("limitation", "2026-08-01", law.rules, grade(from, article))).not.toBeNull()
  })
  test("an article typed by hand must say which point, where only some are punishable for two years", () => {
    const wide = (article: string, on = "2026-08-01") =>
      isTooWide({ law: decree, article }, on, ownLimitations())
    expect(["khoản 2 Điều 53", "Điều 103", "Đ72"].map((article) => wide(article))).toEqual([true, true, true])
    expect(["điểm a khoản 2 Điều 53", "khoản 3 Điều 53", "Điều 34"].map((article) => wide(article))).toEqual([
      false,
      false,
      false,
    ])
    expect(wide("khoản 2 Điều 53", "2026-06-30")).toBe(false)
  })
  test("a limitation moves with the provision, but not one that a return by the police has lengthened", () => {
    const year = clockOf("limitation", "2026-08-01")
    expect(dueOf(limitedAs(year, "two-years", law))).toBe("2028-08-01")
    expect(limitedAs(limitedAs(year, "two-years", law), "plain", law)).toEqual(year)
    const returned = passedBack(year, "2026-10-01", law)
    expect(returned).not.toEqual(year)
    expect(limitedAs(returned, "two-years", law)).toEqual(returned)
  })
})
