/** Terms of notices: counted by the legal rules, or asked for by us and said to be ours. */
import { legalRules } from "../../kernel/calendar/data.ts"
import { calendarIn } from "../../kernel/calendar/days-off.ts"
import { countDeadline } from "../../kernel/calendar/deadline.ts"
import type { Tx } from "../../kernel/db/database.ts"

/** Of an hour rule an instant, of a day rule a day. */
export async function dueBy(tx: Tx, ruleId: string, start: Date): Promise<{ at: string | null; on: string }> {
  const rule = legalRules().find(({ id }) => id === ruleId)
  const local = new Date(start.getTime() + vietnamOffsetMs).toISOString()
  const from = rule?.unit === "hour" ? local.slice(0, 16) : local.slice(0, 10)
  const counted = rule === undefined ? null : countDeadline(rule, from, [], await calendarIn(tx))
  if (counted === null || "refused" in counted || counted.due === null)
    throw new Error(`no term by ${ruleId}`)
  const { due } = counted
  return { at: due.includes("T") ? `${due}:00+07:00` : null, on: due.slice(0, 10) }
}

const vietnamOffsetMs = 7 * 3_600_000

/** No law sets a term for an objection against a notice; those of complaints are the nearest, and the page says that nobody compared them. */
export const objectionRules = { objection: "KN-GQ-L1", appeal: "KN-GQ-L2" } as const
export const childRule = "TRE-EM-12H"
