/** Why a task is due on its day: the recipe the clerk confirmed, day by day, or the working days that are left. */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import { addDays, addMonths, type LocalDate } from "../../kernel/time.ts"

export type Recipe = { from: LocalDate; amount: number; unit: "day" | "working-day" | "month" }
export type ExplainedDay = { on: LocalDate; counted: boolean; reason: string | null }
export type Explanation = {
  from: LocalDate
  /** Empty where the row would be longer than two months: then only the count is said. */
  days: ExplainedDay[]
  workingDays: number
  /** Moved off a day off to the next working day (Bộ luật Dân sự 2015, Điều 148.5). */
  isMoved: boolean
  /** False past the last year whose days off have been decided. */
  isDecided: boolean
}

/** A row of days longer than two months explains nothing: then only the count is said. */
export const explainedDaysMax = 62

/** `leadsTo`: the day to which the recipe leads by today's calendar; another than the deadline until that is counted again. */
export type RecipeExplanation = Explanation & { leadsTo: LocalDate }

/** The days of the recipe, each counted or skipped and why: whatever day is kept, the proof of the counting is always there. */
export function explainRecipe(recipe: Recipe, dueOn: LocalDate, calendar: Calendar): RecipeExplanation {
  const nominal = nominalDay(recipe, calendar)
  // A letter that was confirmed on a day off leads to that day; all others move off it.
  const leadsTo = dueOn === nominal ? nominal : firstWorked(nominal, calendar)
  const days: ExplainedDay[] = []
  for (let day = addDays(recipe.from, 1); day <= leadsTo && days.length <= daysMax; day = addDays(day, 1)) {
    // Calendar time counts every day; only its end is moved over days off.
    const isPassed = day >= nominal && day < leadsTo
    const counted = recipe.unit === "working-day" ? calendar.isWorkingDay(day) : !isPassed
    days.push({ on: day, counted, reason: counted ? null : calendar.reason(day) })
  }
  const shown = days.length > explainedDaysMax ? [] : days
  return { from: recipe.from, ...summed(days, calendar), days: shown, isMoved: nominal < leadsTo, leadsTo }
}

/** A recipe of four years is longer than any letter gives. */
const daysMax = 1_500

/** From today to the due day: which days are worked. Null when the due day has come, or is too far. */
export function explainLeft(today: LocalDate, dueOn: LocalDate, calendar: Calendar): Explanation | null {
  if (dueOn <= today) return null
  const days: ExplainedDay[] = []
  for (let day = addDays(today, 1); day <= dueOn; day = addDays(day, 1)) {
    if (days.length === explainedDaysMax) return null
    const counted = calendar.isWorkingDay(day)
    days.push({ on: day, counted, reason: counted ? null : calendar.reason(day) })
  }
  return { from: today, days, ...summed(days, calendar), isMoved: false }
}

/** Where the recipe leads before it is moved off a day off. */
export function nominalDay(recipe: Recipe, calendar: Calendar): LocalDate {
  if (recipe.unit === "day") return addDays(recipe.from, recipe.amount)
  if (recipe.unit === "month") return addMonths(recipe.from, recipe.amount)
  let day = recipe.from
  for (let counted = 0, i = 0; counted < recipe.amount && i < daysMax; i += 1) {
    day = addDays(day, 1)
    if (calendar.isWorkingDay(day)) counted += 1
  }
  return day
}

/** The longest run of days off is Tết with two weekends. */
export function firstWorked(on: LocalDate, calendar: Calendar): LocalDate {
  let day = on
  for (let i = 0; i < 20 && !calendar.isWorkingDay(day); i += 1) day = addDays(day, 1)
  return day
}

const summed = (days: readonly ExplainedDay[], calendar: Calendar) => ({
  workingDays: days.filter((day) => calendar.isWorkingDay(day.on)).length,
  isDecided: days.every((day) => calendar.isDecided(day.on)),
})
