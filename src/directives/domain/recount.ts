/** The day to which a counted deadline moves when a day off was decided since. Pure. */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import type { LocalDate } from "../../kernel/time.ts"
import { countRecipe, type Recipe } from "./recipe.ts"

/**
 * `published`: the calendar of the year's lists, without days decided one by one. A clerk may have confirmed a day that those
 * lists had off already: it is the letter's own day and stays.
 */
export function recounted(
  recipe: Recipe,
  dueOn: LocalDate,
  calendar: Calendar,
  published: Calendar,
): LocalDate {
  const counted = countRecipe(recipe, calendar)
  if (counted === null) return dueOn
  const { nominal, due } = counted
  return dueOn === nominal && !published.isWorkingDay(nominal) ? nominal : due
}
