import fc from "fast-check"
import { expect, test } from "vitest"
import { createCalendar } from "../../kernel/calendar/calendar.ts"
import { loadDaysOff, stateCalendar } from "../../kernel/calendar/data.ts"
import { countDeadline } from "../../kernel/calendar/deadline.ts"
import { addDays } from "../../kernel/time.ts"
import { explainLeft, explainRecipe } from "./explanation.ts"

const calendar = stateCalendar()
const counted = (explained: ReturnType<typeof explainRecipe>) =>
  explained?.days.filter((day) => day.counted).map((day) => day.on)

test("working days: each counted day, and each day off with its reason", () => {
  const explained = explainRecipe(
    { from: "2023-08-31", amount: 2, unit: "working-day" },
    "2023-09-06",
    calendar,
  )
  expect(counted(explained)).toEqual(["2023-09-05", "2023-09-06"])
  expect(explained?.days.map((day) => day.reason)).toEqual([
    expect.stringContaining("ngày liền kề"),
    expect.stringContaining("Quốc khánh"),
    "Chủ nhật",
    expect.stringContaining("Nghỉ bù"),
    null,
    null,
  ])
  expect(explained?.isMoved).toBe(false)
})

test("calendar days count every day, and only the end moves off a day off", () => {
  const explained = explainRecipe({ from: "2023-09-06", amount: 10, unit: "day" }, "2023-09-18", calendar)
  expect(explained?.isMoved).toBe(true)
  expect(explained?.days.filter((day) => !day.counted).map((day) => [day.on, day.reason])).toEqual([
    ["2023-09-16", "thứ Bảy"],
    ["2023-09-17", "Chủ nhật"],
  ])
})

test("a month from the 31st ends on the last day of a shorter month", () => {
  const explained = explainRecipe({ from: "2023-05-31", amount: 1, unit: "month" }, "2023-06-30", calendar)
  expect(explained?.days.at(-1)).toEqual({ on: "2023-06-30", counted: true, reason: null })
})

test("a deadline that was not counted again yet keeps its proof, and says to which day the recipe leads", () => {
  const recipe = { from: "2023-09-11", amount: 10, unit: "working-day" } as const
  const off = { on: "2023-09-20", kind: "swap-off" as const, name: "Nghỉ phòng bão" }
  const after = explainRecipe(recipe, "2023-09-25", createCalendar(loadDaysOff(), [off]))
  expect(after.leadsTo).toBe("2023-09-26")
  expect(counted(after)).toHaveLength(10)
  expect(after.days).toContainEqual({ on: "2023-09-20", counted: false, reason: "Nghỉ phòng bão" })
})

test("whatever day is kept, a recipe is explained: never nothing", () => {
  fc.assert(
    fc.property(
      fc.record({
        from: fc.integer({ min: 0, max: 1_500 }).map((days) => addDays("2022-06-01", days)),
        amount: fc.nat(60),
        unit: fc.constantFrom("day" as const, "working-day" as const, "month" as const),
      }),
      fc.integer({ min: -30, max: 60 }),
      (recipe, shift) => {
        const own = explainRecipe(recipe, recipe.from, calendar).leadsTo
        const explained = explainRecipe(recipe, addDays(own, shift), calendar)
        expect(explained.leadsTo >= recipe.from).toBe(true)
        if (explained.days.length > 0) expect(explained.days.at(-1)?.on).toBe(explained.leadsTo)
      },
    ),
  )
})

test("a row of days longer than two months is not shown", () => {
  expect(
    explainRecipe({ from: "2023-01-03", amount: 6, unit: "month" }, "2023-07-03", calendar),
  ).toMatchObject({
    days: [],
    leadsTo: "2023-07-03",
  })
  expect(explainLeft("2023-01-03", "2023-07-03", calendar)).toBeNull()
})

test("what is left is counted from tomorrow, and nothing is left on the day itself", () => {
  expect(explainLeft("2023-09-15", "2023-09-18", calendar)).toMatchObject({ workingDays: 1, isDecided: true })
  expect(explainLeft("2023-09-18", "2023-09-18", calendar)).toBeNull()
})

test("past the last decided year the count is provisional", () => {
  expect(explainLeft("2040-03-01", "2040-03-09", calendar)?.isDecided).toBe(false)
})

test("a letter's days are counted as the kernel counts the law's: every day of five years, in days, working days and months", () => {
  const law = {
    ...{ id: "letter", nameVi: "", nameEn: "", startEvent: "", extension: "", basis: "" },
    ...{ inForceFrom: null, inForceTo: null, verified: true },
  }
  const units = ["day", "working-day", "month"] as const
  const cases = units.flatMap((unit) =>
    Array.from({ length: 1_825 }, (_, i) => ({
      from: addDays("2022-01-01", i),
      amount: unit === "month" ? 1 + (i % 3) : 1 + (i % 30),
      unit,
    })),
  )
  expect(cases).toHaveLength(5_475)
  const other = cases.filter((recipe) => {
    const counted = countDeadline(
      { ...law, quantity: recipe.amount, unit: recipe.unit },
      recipe.from,
      [],
      calendar,
    )
    const due = "refused" in counted ? null : counted.due
    // No deadline is kept yet: the recipe alone says where it leads.
    return explainRecipe(recipe, "", calendar).leadsTo !== due
  })
  expect(other).toEqual([])
})
