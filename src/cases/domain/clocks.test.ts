import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { legalRules, stateCalendar } from "../../kernel/calendar/data.ts"
import { underLaw } from "./classes.ts"
import {
  askProcuracyBy,
  type Clock,
  count,
  earliest,
  extend,
  extensionsOf,
  goOnAfterTransfer,
  isSuspended,
  type Purpose,
  pauseForTransfer,
  purposes,
  resume,
  ruleFor,
  ruleIds,
  startClock,
  suspend,
} from "./clocks.ts"

const rules = legalRules()
const calendar = stateCalendar()
const at = (today: string) => ({ today, rules, calendar })

function clockOf(purpose: Purpose, start: string): Clock {
  const made = startClock(purpose, start, rules)
  if (made === null) throw new Error(`no rule for ${purpose} on ${start}`)
  return made
}
function dueOf(clock: Clock): string | null {
  const counted = count(clock, rules, calendar)
  if ("refused" in counted) throw new Error(counted.refused)
  return counted.due
}
function lawful(made: Clock | { refused: string }): Clock {
  if ("refused" in made) throw new Error(made.refused)
  return made
}

describe("the rule is the one in force on the day of its event", () => {
  test.each([
    ["decide", "2021-12-31", "XP-QD-7-2012"],
    ["decide", "2022-01-01", "XP-QD-7-2020"],
    ["record", "2021-12-31", "XP-BB-2012"],
    ["record", "2022-01-01", "XP-BB-2"],
    ["explain", "2021-06-01", "XP-GT-VB-2012"],
    ["explain", "2023-06-01", "XP-GT-VB-2020"],
  ] as const)("%s from %s is counted by %s", (purpose, on, id) => {
    expect(ruleFor(purpose, on, rules)?.id).toBe(id)
  })
  test("every rule that a clock may name is in the legal data", () => {
    expect(ruleIds.filter((id) => !rules.some((rule) => rule.id === id))).toEqual([])
  })
  test("at most one version of a rule is in force on any day, for every purpose", () => {
    for (const purpose of purposes)
      for (const on of ["2013-07-01", "2021-12-31", "2022-01-01", "2026-11-24"]) {
        const found = rules.filter((rule) => rule.id === ruleFor(purpose, on, rules)?.id)
        expect(found.length).toBeLessThanOrEqual(1)
      }
  })
  test("before the law there is no clock, and nothing is invented", () => {
    expect(startClock("decide", "2010-01-01", rules)).toBeNull()
    expect(startClock("pass-record", "2021-05-05T09:00", rules)).toBeNull()
  })
  test("a clock stays under the law of its start when the law changes while it runs", () => {
    const old = clockOf("decide", "2021-12-30")
    expect(old.ruleId).toBe("XP-QD-7-2012")
    expect(dueOf(old)).toBe("2022-01-06")
  })
})

describe("extension", () => {
  test("nobody extends the time to decide, nor that for the record: their longer times are classes of the law", () => {
    for (const clock of [clockOf("decide", "2023-09-15"), clockOf("record", "2023-09-13")]) {
      expect(extensionsOf(clock, rules)).toEqual([])
      for (const ruleId of ["XP-QD-1M", "XP-QD-2M", "XP-BB-5", "XP-BB-3"])
        expect(extend(clock, { by: "rule", ruleId, grade: "serious" }, at("2023-09-14"))).toEqual({
          refused: "notLawful",
        })
    }
  })
  test("what the law lengthens it never shortens, whatever the start, and a second reason changes nothing", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("plain" as const, "passed-up" as const, "returned" as const),
        fc.date({ min: new Date("2022-01-01"), max: new Date("2026-06-01"), noInvalidDate: true }),
        (grade, date) => {
          const before = startClock("decide", date.toISOString().slice(0, 10), rules, grade) as Clock
          const after = underLaw(before, "explained", { rules, calendar })
          expect((dueOf(after) ?? "") >= (dueOf(before) ?? "")).toBe(true)
          expect(underLaw(after, "passed-up", { rules, calendar })).toEqual(after)
          expect(underLaw(after, "explained", { rules, calendar })).toEqual(after)
        },
      ),
    )
  })
  test("what has run out is not extended", () => {
    const more = { by: "time", quantity: 5, unit: "working-day" } as const
    expect(extend(clockOf("explain", "2023-07-10"), more, at("2023-07-18"))).toEqual({ refused: "ranOut" })
  })
  test("a written explanation is extended once by five working days, and not twice", () => {
    const more = { by: "time", quantity: 5, unit: "working-day" } as const
    const once = lawful(extend(clockOf("explain", "2023-07-21"), more, at("2023-07-25")))
    expect(dueOf(once)).toBe("2023-08-04")
    expect(extend(once, more, at("2023-07-25"))).toEqual({ refused: "notLawful" })
  })
  test("a limitation period, an instant duty and a duty without days are never extended", () => {
    for (const clock of [clockOf("limitation", "2023-01-10"), clockOf("hand-over", "2023-07-10")])
      expect(extensionsOf(clock, rules)).toEqual([])
    expect(
      extend(clockOf("hand-over", "2023-07-10"), { by: "time", quantity: 5, unit: "day" }, at("2023-07-10")),
    ).toEqual({ refused: "notLawful" })
  })
  test("a crime report takes twenty days, then two months in all, then two months by the procuracy, then no more", () => {
    const plain = clockOf("resolve", "2023-07-03")
    const two = lawful(extend(plain, { by: "rule", ruleId: "TG-2M", grade: "complex" }, at("2023-07-10")))
    const four = lawful(extend(two, { by: "time", quantity: 2, unit: "month" }, at("2023-08-30")))
    expect([dueOf(plain), dueOf(two), dueOf(four)]).toEqual(["2023-07-24", "2023-09-05", "2023-11-03"])
    expect(extensionsOf(four, rules)).toEqual([])
  })
  test("a phone whose file the police gave back may be kept longer; a resolution that they resumed is not lengthened", () => {
    const kept = goOnAfterTransfer(
      pauseForTransfer(clockOf("keep", "2023-07-10"), "2023-07-12"),
      "2023-07-14",
    )
    const longer = { by: "rule", ruleId: "XP-TAM-GIU-1M", grade: "explained" } as const
    expect((dueOf(lawful(extend(kept, longer, at("2023-07-17")))) ?? "") > (dueOf(kept) ?? "")).toBe(true)
    const stopped = lawful(suspend(clockOf("resolve", "2023-07-03"), "2023-07-10"))
    expect(extensionsOf(lawful(resume(stopped, "2023-08-01")), rules)).toEqual([])
  })
  test("any extension ends later than before, from any working start", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("record" as const, "explain" as const, "decide" as const, "resolve" as const),
        fc.date({ min: new Date("2022-01-01"), max: new Date("2026-06-01"), noInvalidDate: true }),
        (purpose, date) => {
          const clock = clockOf(purpose, date.toISOString().slice(0, 10))
          for (const wanted of extensionsOf(clock, rules)) {
            const longer = lawful(extend(clock, wanted, at(clock.start)))
            expect((dueOf(longer) ?? "") > (dueOf(clock) ?? "")).toBe(true)
          }
        },
      ),
    )
  })
})

describe("suspension", () => {
  test("only the resolution of a crime report may be suspended", () => {
    for (const purpose of purposes.filter((one) => one !== "resolve")) {
      const clock = startClock(purpose, "2023-07-10T09:00", rules)
      expect(clock === null ? null : suspend(clock, "2023-07-12")).toEqual({ refused: "notLawful" })
    }
  })
  test("while suspended there is no due day; after resumption a month runs (BLTTHS Đ149)", () => {
    const stopped = lawful(suspend(clockOf("resolve", "2023-07-03"), "2023-07-10"))
    expect([isSuspended(stopped), dueOf(stopped)]).toEqual([true, null])
    const again = lawful(resume(stopped, "2023-08-01"))
    expect([isSuspended(again), dueOf(again)]).toEqual([false, "2023-09-05"])
  })
  test("nothing is suspended twice, resumed unsuspended, or resumed before it was suspended", () => {
    const clock = clockOf("resolve", "2023-07-03")
    const stopped = lawful(suspend(clock, "2023-07-10"))
    expect(suspend(stopped, "2023-07-11")).toEqual({ refused: "suspended" })
    expect(resume(clock, "2023-07-11")).toEqual({ refused: "notSuspended" })
    expect(resume(stopped, "2023-07-09")).toEqual({ refused: "tooEarly" })
  })
})

describe("the case-long clock beside the step's", () => {
  test("the limitation period decides when it ends before the decision's own deadline", () => {
    const limitation = dueOf(clockOf("limitation", "2022-07-12"))
    const decision = dueOf(clockOf("decide", "2023-07-10"))
    expect([limitation, decision]).toEqual(["2023-07-12", "2023-07-19"])
    expect(earliest([decision, null, limitation])).toBe("2023-07-12")
    expect(earliest([null])).toBeNull()
  })
})

describe("more time from the procuracy", () => {
  test("is asked for five days before the two months end, and that day is not moved on to a working day", () => {
    const two: Clock = { ...clockOf("resolve", "2023-09-16"), ruleId: "TG-2M" }
    expect(askProcuracyBy(two, rules, calendar)).toBe("2023-11-11")
    expect(askProcuracyBy(clockOf("resolve", "2023-09-16"), rules, calendar)).toBeNull()
    const given: Clock = { ...two, events: [{ kind: "extend", quantity: 2, unit: "month" }] }
    expect(askProcuracyBy(given, rules, calendar)).toBeNull()
  })
})
