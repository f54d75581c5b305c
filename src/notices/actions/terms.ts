/** Terms of notices: counted by the legal rules, or asked for by us and said to be ours. */
import { endOfTerm } from "../../kernel/calendar/term.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { addDays, instantOf, localDateOf, localMinuteOf } from "../../kernel/time.ts"
import { askedDays, type Measure, ruleOf } from "../domain/measures.ts"

/** The instant at which a term of hours ends. */
export async function dueAtBy(tx: Tx, ruleId: string, start: Date): Promise<string> {
  const [on = "", time = ""] = (await endOfTerm(tx, ruleId, localMinuteOf(start))).split("T")
  return instantOf(on, time)
}

/** The columns of a notice that is sent now: the term of the law, or the day that we ask for. */
export async function termsOf(tx: Tx, measure: Measure, now: Date) {
  const today = localDateOf(now)
  const rule = ruleOf(measure, today)
  return rule === null
    ? { asked_on: addDays(today, askedDays), due_at: null, due_rule: null }
    : { asked_on: null, due_at: await dueAtBy(tx, rule, now), due_rule: rule }
}

/** No law sets a term for an objection against a notice; those of complaints are the nearest, and the page says that nobody compared them. */
export const objectionRules = { objection: "KN-GQ-L1", appeal: "KN-GQ-L2" } as const
export const childRule = "TRE-EM-12H"
