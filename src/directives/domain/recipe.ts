/** A letter's own days ("trong 10 ngày làm việc"), counted by the one counter of the kernel. Pure. */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import { type CountedDay, countDeadline } from "../../kernel/calendar/deadline.ts"
import type { LocalDate } from "../../kernel/time.ts"

export type Recipe = { from: LocalDate; amount: number; unit: "day" | "working-day" | "month" }
export type Counted = { due: LocalDate; nominal: LocalDate; days: CountedDay[] }

/**
 * Where the recipe leads, moved off a day off in `due` and not in `nominal`: the first day is not counted, and a time that
 * ends on a day off ends on the next working day (Bộ luật Dân sự 2015, Điều 147.3, 148.5). Null: no days, or more than four years.
 */
export function countRecipe({ from, amount, unit }: Recipe, calendar: Calendar): Counted | null {
  const counted = countDeadline({ ...letter, quantity: amount, unit }, from, [], calendar)
  if ("refused" in counted || counted.due === null) return null
  const { due, nominal, days } = counted
  return { due, nominal: nominal ?? due, days }
}

/** What a letter gives is a rule like those of the law, for one letter. */
const letter = {
  ...{ id: "letter", nameVi: "", nameEn: "", startEvent: "ban hành", extension: "", basis: "" },
  ...{ inForceFrom: null, inForceTo: null, verified: true },
}
