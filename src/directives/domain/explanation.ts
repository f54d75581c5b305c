/** Why a task is due on its day: the recipe the clerk confirmed, day by day, or the working days that are left. */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import { addDays, type LocalDate } from "../../kernel/time.ts"
import { countRecipe, type Recipe } from "./recipe.ts"

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
  const {
    nominal,
    due,
    days: counted,
  } = countRecipe(recipe, calendar) ?? {
    ...{ nominal: recipe.from, due: recipe.from },
    days: [],
  }
  // A letter that was confirmed on a day off leads to that day; all others move off it.
  const leadsTo = dueOn === nominal ? nominal : due
  const days = counted
    .filter(({ on }) => on <= leadsTo)
    .map((day) => (day.counted || day.on === leadsTo ? { ...day, counted: true, reason: null } : day))
  const shown = days.length > explainedDaysMax ? [] : days
  return { from: recipe.from, ...summed(days, calendar), days: shown, isMoved: nominal < leadsTo, leadsTo }
}

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

const summed = (days: readonly ExplainedDay[], calendar: Calendar) => ({
  workingDays: days.filter((day) => calendar.isWorkingDay(day.on)).length,
  isDecided: days.every((day) => calendar.isDecided(day.on)),
})
