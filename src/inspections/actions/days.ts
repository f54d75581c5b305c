/** The days of a check as its law counts them: how long it may last, by when its decision is announced. */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import { legalRules } from "../../kernel/calendar/data.ts"
import { countDeadline } from "../../kernel/calendar/deadline.ts"
import { lengthOf, ruleOn } from "../domain/powers.ts"
import { type Counted, countCheck } from "../domain/time.ts"
import type { Facts } from "./take.ts"

/** Null: not announced, or no rule is in the data. */
export function daysOf({ row, law, pauses }: Facts, calendar: Calendar): Counted | null {
  const length = lengthOf(law, legalRules())
  if (length === null || row.announcedOn === null || row.days === null) return null
  const of = { from: row.announcedOn, days: row.days, more: row.extendedDays, pauses }
  return countCheck(length.rule, of, calendar)
}

/** Null: not decided, or the law gives no day. */
export function announceByOf({ row, law }: Facts, calendar: Calendar): Counted | null {
  const from = row.decidedOn
  const rule = from === null ? null : ruleOn(law.announceRule, from, legalRules())
  if (from === null || rule === null) return null
  const deadline = countDeadline(rule, from, [], calendar)
  return "refused" in deadline ? null : { rule, from, deadline }
}
