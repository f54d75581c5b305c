/** The days of a check, counted by the rule of its law: from the announcement, lengthened once, pauses left out. Pure. */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import {
  countDeadline,
  type Deadline,
  type DeadlineEvent,
  type LegalRule,
} from "../../kernel/calendar/deadline.ts"
import type { LocalDate } from "../../kernel/time.ts"

export type Pause = { fromOn: LocalDate; untilOn: LocalDate | null; reason: string }
export type Counted = { rule: LegalRule; from: LocalDate; deadline: Deadline }

/** `days`: as the decision says, within the rule. */
export function countCheck(
  rule: LegalRule,
  of: { from: LocalDate; days: number; more: number | null; pauses: readonly Pause[] },
  calendar: Calendar,
): Counted | null {
  const events: DeadlineEvent[] = of.pauses.flatMap(({ fromOn, untilOn }) => [
    { kind: "suspend" as const, on: fromOn },
    ...(untilOn === null ? [] : [{ kind: "resume" as const, on: untilOn }]),
  ])
  if (of.more !== null) events.push({ kind: "extend", quantity: of.more, unit: "day" })
  const counted = countDeadline({ ...rule, quantity: of.days }, of.from, events, calendar)
  return "refused" in counted ? null : { rule, from: of.from, deadline: counted }
}
