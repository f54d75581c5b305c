import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addDays, addMonths, weekdayOf } from "../time.ts"
import { createCalendar, statutoryDaysOff } from "./calendar.ts"
import { legalRules, loadDaysOff, stateCalendar } from "./data.ts"
import { countDeadline, type Deadline, type LegalRule } from "./deadline.ts"
import { lunarDate, lunarNewYear } from "./lunar.ts"
import { isInForce, parseEvents, versionsInForce } from "./rules.ts"

const calendar = stateCalendar()
const ruleOf = (id: string): LegalRule => {
  const found = legalRules().find((rule) => rule.id === id)
  if (found === undefined) throw new Error(`no rule ${id}`)
  return found
}

function due(id: string, start: string, events = ""): Deadline {
  const parsed = parseEvents(events)
  if (typeof parsed === "string") throw new Error(`not understood: ${parsed}`)
  const found = countDeadline(ruleOf(id), start, parsed, calendar)
  if ("refused" in found) throw new Error(found.refused)
  return found
}

const cases = parse(readFileSync(join(import.meta.dirname, "../fixtures/deadline-cases.csv"), "utf8"), {
  columns: true,
}) as Record<string, string>[]

describe("the twenty worked cases of the legal data", () => {
  test.each(cases.map((row) => [row.id, row.rule_id, row.start, row.events, row.due] as const))(
    "%s: %s from %s (%s) is due %s",
    (_id, rule, start, events, wanted) => {
      expect(due(rule ?? "", start ?? "", events ?? "").due).toBe(wanted)
    },
  )
})

describe("counting", () => {
  test.each([
    [
      "a decision due after a suspension of five working days is due five working days later",
      "XP-QD-7-2020",
      "2023-07-10",
      "suspend 2023-07-12; resume 2023-07-19",
      "2023-07-26",
    ],
    [
      "a suspension over a weekend costs no working day",
      "XP-QD-7-2020",
      "2023-07-10",
      "suspend 2023-07-15; resume 2023-07-17",
      "2023-07-19",
    ],
    [
      "a suspension after the last day changes nothing",
      "XP-QD-7-2020",
      "2023-07-10",
      "suspend 2023-07-25; resume 2023-08-01",
      "2023-07-19",
    ],
    [
      "the day of resumption counts",
      "KN-THU-LY",
      "2023-07-03",
      "suspend 2023-07-05; resume 2023-07-06",
      "2023-07-14",
    ],
    [
      "a denunciation's suspended days are not counted",
      "TC-GQ-30",
      "2023-07-03",
      "suspend 2023-07-10; resume 2023-07-20",
      "2023-08-14",
    ],
    [
      "an extension in days runs from the nominal end, and the end is moved once",
      "TC-GQ-30",
      "2023-07-07",
      "extend 30 day",
      "2023-09-05",
    ],
    [
      "a crime tip resumed after suspension has one month from the decision to resume",
      "TG-20",
      "2023-07-03",
      "suspend 2023-07-10; resume 2023-08-15",
      "2023-09-15",
    ],
    [
      "the procuracy's extension adds two months to the nominal end of the first two",
      "TG-VKS-2M",
      "2023-07-03",
      "period 2 month",
      "2023-11-03",
    ],
    ["a limitation period ends on its day, a Sunday too", "XP-THI-HIEU-1Y", "2022-09-04", "", "2023-09-04"],
    ["a limitation period is not moved off a holiday", "KN-THOI-HIEU", "2023-06-04", "", "2023-09-02"],
    [
      "twenty-four hours end at the same minute of the next day, though it is a Sunday",
      "TG-24H",
      "2023-07-15T23:30",
      "",
      "2023-07-16T23:30",
    ],
    [
      "an extension in hours is added to the hours",
      "GO-24H",
      "2025-01-02T10:00",
      "extend 12 hour",
      "2025-01-03T22:00",
    ],
    [
      "two months from 31 December end on the last day of February",
      "XP-QD-2M",
      "2023-12-31",
      "",
      "2024-02-29",
    ],
  ])("%s", (_title, rule, start, events, wanted) => {
    expect(due(rule, start, events).due).toBe(wanted)
  })

  test("a rule without a quantity gives the law's own words", () => {
    expect(due("XP-BB-2012", "2020-03-02")).toMatchObject({ due: null, instead: "kịp thời" })
    expect(due("XP-62-CHUYEN", "2023-03-02T08:00")).toMatchObject({ due: null, instead: "ngay" })
  })

  test("every skipped day says why", () => {
    const days = due("XP-QD-7-2020", "2023-08-28").days
    expect(days.filter((day) => !day.counted)).toEqual([
      { on: "2023-09-01", counted: false, reason: "Quốc khánh (ngày liền kề trước)" },
      { on: "2023-09-02", counted: false, reason: "Quốc khánh (thứ Bảy)" },
      { on: "2023-09-03", counted: false, reason: "Chủ nhật" },
      { on: "2023-09-04", counted: false, reason: "Nghỉ bù Quốc khánh" },
    ])
    expect(days.filter((day) => day.counted)).toHaveLength(7)
  })

  test("a file that is still suspended has no due date yet", () => {
    expect(due("TC-GQ-30", "2023-07-03", "suspend 2023-07-10")).toMatchObject({
      due: null,
      instead: "đang tạm đình chỉ",
    })
  })

  test("what cannot be counted is refused with what is missing", () => {
    expect(countDeadline(ruleOf("GO-24H"), "2025-01-02", [], calendar)).toEqual({ refused: "needs-hour" })
    expect(countDeadline(ruleOf("TG-XIN-GIA-HAN"), "2023-07-03", [], calendar)).toEqual({
      refused: "needs-period",
    })
    expect(countDeadline(ruleOf("XP-ORG-X2"), "2023-07-03", [], calendar)).toEqual({
      refused: "not-a-deadline",
    })
    expect(
      countDeadline(ruleOf("TG-20"), "2023-07-03", [{ kind: "resume", on: "2023-07-10" }], calendar),
    ).toEqual({ refused: "resume-before-suspend" })
  })

  test.each([
    "extend many day",
    "extend 5 fortnight",
    "suspend 2023-02-30",
    "stop 2023-01-01",
    "extend -1 day",
  ])("the event %s is not understood", (text) => {
    expect(parseEvents(text)).toBe(text)
  })
})

describe("a rule that ended hands over on its day", () => {
  const handOver = (id: string, on: string) =>
    isInForce(ruleOf(id), on) ? id : versionsInForce(ruleOf(id), on, legalRules()).map((rule) => rule.id)
  test.each([
    ["XP-GUI-QD", "2025-06-30", "XP-GUI-QD"],
    ["XP-GUI-QD", "2025-07-01", ["XP-GUI-QD-2025"]],
    ["XP-GUI-QD-2025", "2025-06-30", ["XP-GUI-QD"]],
    ["XP-CHUYEN-BB", "2025-07-01", ["XP-CHUYEN-BB-2025"]],
    ["XP-62-TRA", "2025-07-01", ["XP-62-TRA-2025"]],
    ["XP-62-CHUYEN-TDC", "2026-11-20", ["XP-62-CHUYEN-TDC-2025"]],
    ["XP-63-GUI", "2022-01-01", ["XP-63-GUI-2020"]],
    ["XP-63-GUI", "2025-08-01", ["XP-63-GUI-2025"]],
    ["XP-63-GUI-2025", "2021-12-31", ["XP-63-GUI"]],
    ["DLCN-72H-ND13", "2026-01-01", ["DLCN-72H"]],
    ["TT-TINH-45", "2025-07-01", ["TT-TINH-45-2025"]],
    ["KT-DN-1NAM", "2025-05-17", ["KT-DN-1NAM-2025"]],
    ["GO-24H-ANM2018", "2026-07-01", ["GO-24H-ANM2025"]],
  ] as const)("%s on %s: %o", (id, on, wanted) => expect(handOver(id, on)).toEqual(wanted))
  test("a decision of 30 June 2025 is sent within two working days, one of 1 July within three", () => {
    expect(due("XP-GUI-QD", "2025-06-30").due).toBe("2025-07-02")
    expect(due("XP-GUI-QD-2025", "2025-07-01").due).toBe("2025-07-04")
  })
  test("since July 2025 a record is passed on promptly: no hours are counted any more", () => {
    expect(due("XP-CHUYEN-BB-2025", "2025-07-01T09:00")).toMatchObject({ due: null, instead: "kịp thời" })
    expect(due("VT-BAO-HU-HAI", "2026-03-02")).toMatchObject({ due: null, instead: "kịp thời" })
    expect(due("TG-NGAY", "2026-03-02T08:00")).toMatchObject({ due: null, instead: "ngay" })
  })
  test("a limitation lengthened by a year runs from the end of the first, and ends on its day, a Sunday too", () => {
    expect(due("XP-THI-HIEU-CHUYEN", "2025-10-11", "period 1 year").due).toBe("2027-10-11")
    expect(due("XP-THI-HIEU-CHUYEN", "2025-10-10", "period 1 year").due).toBe("2027-10-10")
  })
})

describe("whatever the rule, the day and the events", () => {
  const dated = legalRules().filter(
    (rule) =>
      rule.unit !== null &&
      rule.unit !== "hour" &&
      rule.startEvent !== "—" &&
      !/^(hết|trước)/.test(rule.startEvent),
  )
  const anyRule = fc.constantFrom(...dated)
  const anyDay = fc.integer({ min: 0, max: 1_700 }).map((days) => addDays("2022-01-01", days))

  test("a deadline in working days falls on a working day, and the rule's own number of days was counted", () => {
    fc.assert(
      fc.property(
        anyRule.filter((rule) => rule.unit === "working-day"),
        anyDay,
        (rule, day) => {
          const found = countDeadline(rule, day, [], calendar) as Deadline
          expect(calendar.isWorkingDay(found.due ?? "")).toBe(true)
          expect(found.days.filter((each) => each.counted)).toHaveLength(rule.quantity ?? -1)
        },
      ),
    )
  })

  test("starting a day later is never due earlier", () => {
    fc.assert(
      fc.property(anyRule, anyDay, (rule, day) => {
        const [one, two] = [day, addDays(day, 1)].map(
          (start) => (countDeadline(rule, start, [], calendar) as Deadline).due ?? "",
        )
        expect((two ?? "") >= (one ?? "")).toBe(true)
      }),
    )
  })

  test("an extension and a suspension never bring the end forward", () => {
    fc.assert(
      fc.property(
        anyRule,
        anyDay,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        (rule, day, after, length) => {
          const plain = (countDeadline(rule, day, [], calendar) as Deadline).due ?? ""
          const stop = addDays(day, after)
          const stopped = countDeadline(
            rule,
            day,
            [
              { kind: "suspend", on: stop },
              { kind: "resume", on: addDays(stop, length) },
            ],
            calendar,
          ) as Deadline
          const extended = countDeadline(
            rule,
            day,
            [{ kind: "extend", quantity: length, unit: "day" }],
            calendar,
          ) as Deadline
          expect((extended.due ?? "") >= plain).toBe(true)
          if (!/Đ147/.test(rule.basis)) expect((stopped.due ?? "") >= plain).toBe(true)
        },
      ),
    )
  })
})

describe("versions of a rule", () => {
  test("the version of the day of the start event is named when another is asked for", () => {
    const of = (id: string, on: string) =>
      versionsInForce(ruleOf(id), on, legalRules()).map((rule) => rule.id)
    expect(of("XP-QD-7-2012", "2022-03-01")).toContain("XP-QD-7-2020")
    expect(of("XP-QD-7-2020", "2020-03-01")).toContain("XP-QD-7-2012")
    expect(of("GO-3H-ND27", "2025-03-01")).toContain("GO-24H")
    expect(of("XP-BB-2012", "2022-03-01")).toContain("XP-BB-2")
  })

  test("both ends of the time in force belong to it", () => {
    expect(isInForce(ruleOf("XP-QD-7-2012"), "2021-12-31")).toBe(true)
    expect(isInForce(ruleOf("XP-QD-7-2012"), "2022-01-01")).toBe(false)
    expect(isInForce(ruleOf("XP-QD-7-2020"), "2022-01-01")).toBe(true)
  })
})

describe("the calendar of the State", () => {
  test.each([
    [1968, "1968-01-29"],
    [1985, "1985-01-21"],
    [2007, "2007-02-17"],
    [2023, "2023-01-22"],
    [2024, "2024-02-10"],
    [2025, "2025-01-29"],
    [2026, "2026-02-17"],
    [2027, "2027-02-06"],
    [2028, "2028-01-26"],
    [2029, "2029-02-13"],
    [2030, "2030-02-02"],
  ])("Tết of %i is on %s at UTC+7", (year, day) => {
    expect(lunarNewYear(year)).toBe(day)
  })

  test.each(
    loadDaysOff()
      .filter((day) => day.name.startsWith("Giỗ Tổ"))
      .map((day) => [day.on] as const),
  )("the tenth of the third month is %s, as decided", (day) => {
    expect(lunarDate(Number(day.slice(0, 4)), 3, 10)).toBe(day)
  })

  test("a year without a decision is reckoned and provisional; a decided one is not", () => {
    expect(due("XP-QD-7-2020", "2030-01-30")).toMatchObject({ provisional: true })
    expect(due("XP-QD-7-2020", "2026-07-01")).toMatchObject({ provisional: false })
    expect(calendar.isWorkingDay("2030-02-02") || calendar.isWorkingDay("2030-02-04")).toBe(false)
  })

  test("a later decision replaces what was reckoned", () => {
    const decided = createCalendar([
      ...loadDaysOff(),
      { on: "2027-02-05", kind: "holiday", name: "Tết Nguyên đán" },
    ])
    expect(decided.isDecided("2027-06-01")).toBe(true)
    expect(decided.isWorkingDay("2027-02-08")).toBe(true)
    expect(createCalendar(loadDaysOff()).isWorkingDay("2027-02-08")).toBe(false)
  })

  test("the reckoned days of decided years agree with the decisions but for the days decided freely", () => {
    for (const year of [2023, 2024, 2025, 2026]) {
      const decided = new Set(
        loadDaysOff()
          .filter(
            (day) =>
              day.on.startsWith(String(year)) &&
              day.kind === "holiday" &&
              !/Tết Nguyên đán|Quốc khánh \(/.test(day.name),
          )
          .map((day) => day.on),
      )
      const reckoned = new Set(statutoryDaysOff(year).map((day) => day.on))
      expect([...decided].filter((day) => !reckoned.has(day))).toEqual([])
    }
  })

  test("no holiday that falls on a weekend is lost: it is made up on a working day", () => {
    for (let year = 2027; year <= 2050; year += 1) {
      const days = statutoryDaysOff(year)
      const weekend = days.filter((day) => day.kind === "holiday" && [0, 6].includes(weekdayOf(day.on)))
      const made = days.filter((day) => day.kind === "compensation")
      expect(made).toHaveLength(weekend.length)
      expect(made.every((day) => ![0, 6].includes(weekdayOf(day.on)))).toBe(true)
    }
  })
})

test("a month that lacks the day ends on its last day", () => {
  expect(addMonths("2023-01-31", 1)).toBe("2023-02-28")
  expect(addMonths("2024-01-31", 1)).toBe("2024-02-29")
  expect(addMonths("2023-12-31", 2)).toBe("2024-02-29")
})
