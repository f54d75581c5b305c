/** The clocks of a tip, counted over the days off that the province knows now. */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import { legalRules } from "../../kernel/calendar/data.ts"
import { calendarIn } from "../../kernel/calendar/days-off.ts"
import { countDeadline, type Deadline } from "../../kernel/calendar/deadline.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { addDays, instantOf, localDateOf, localMinuteOf } from "../../kernel/time.ts"
import { type Due, duesOf, type HeldTip, type Holder } from "../domain/dues.ts"
import { holderNow } from "../store/holder.ts"
import type { Cutoffs } from "../store/queue.ts"
import { endsWithin } from "./retention.ts"

export type ShownDue = Due & {
  /** Null: nothing is counted, or it is done. */
  counted: Deadline | null
  start: string
}

type Tip = Omit<HeldTip, "receivedOn"> & { receivedAt: string }

export function shownDues(tip: Tip, holder: Holder, calendar: Calendar): ShownDue[] {
  const at = new Date(tip.receivedAt)
  return duesOf({ ...tip, receivedOn: localDateOf(at) }, holder, legalRules()).map((due) => {
    const start = due.rule.unit === "hour" ? localMinuteOf(at) : localDateOf(at)
    const counted = due.is === "runs" ? countDeadline(due.rule, start, [], calendar) : null
    return { ...due, start, counted: counted === null || "refused" in counted ? null : counted }
  })
}

/** The law says "ngay" of a sign of a crime and no number: a day is ours, after which the desk is reminded. */
const passDays = 1
const communePassDays = 7

/** The moments before which a tip's time is over, so that a list counts them by its index. */
export async function cutoffs(tx: Tx, now: Date): Promise<Cutoffs> {
  const [holder, calendar] = await Promise.all([holderNow(tx), calendarIn(tx)])
  const today = localDateOf(now)
  const isPolice = holder.kind === "police"
  const days = !isPolice ? passDays : holder.isCommune ? communePassDays : null
  const passBefore = days === null ? null : new Date(now.getTime() - days * 86_400_000).toISOString()
  return {
    tellSince: instantOf(tellInTimeSince(calendar, today), "00:00"),
    passBefore,
    passOnlySigns: !isPolice,
    ending: endsWithin(),
  }
}

/** More days off in a row there are not. */
const daysBackMax = 20

/**
 * The first day on which a tip may have come whose reporter can still be told in time: one walk over some days instead of a
 * count for each tip.
 */
export function tellInTimeSince(calendar: Calendar, today: string): string {
  const rule = legalRules().find(({ id }) => id === "TG-TB-TIEP-NHAN")
  if (rule === undefined) return today
  let since = today
  for (let back = 1; back <= daysBackMax; back += 1) {
    const day = addDays(today, -back)
    const counted = countDeadline(rule, day, [], calendar)
    if ("refused" in counted || counted.due === null || counted.due < today) break
    since = day
  }
  return since
}
