/** The one thing that a leader does next: what waits for them, else what the loop waits for, else what is worst. */
import { asOfficer } from "../../../kernel/db/database.ts"
import type { Desk, Language } from "../../../kernel/http/env.ts"
import type { Waiting } from "../../../kernel/http/waiting.ts"
import { documentsWaiting } from "../../../letters/index.ts"
import { mayReport } from "../../actions/lock.ts"
import { before, type Period, windowOf } from "../../domain/windows.ts"
import { issuedReports } from "../../store/issued.ts"
import { findLock } from "../../store/locks.ts"
import { type Worst, worstTask } from "../domain/worst.ts"
import type { Overview } from "./overview.ts"

export type NextThing =
  | { is: "waiting"; waiting: Waiting }
  /** A period is over and its figures still move. */
  | { is: "lock"; period: Period; endedOn: string }
  /** A report was issued, and no directive since. */
  | { is: "start"; report: { number: string; period: string } }
  | ({ is: "late"; directiveId: string } & Worst)

export async function nextThing(
  desk: Desk,
  overview: Overview,
  { lang, mayStart }: { lang: Language; mayStart: boolean },
): Promise<NextThing | null> {
  return asOfficer(desk.house.db, desk.who, async (tx): Promise<NextThing | null> => {
    const [waiting] = await documentsWaiting(tx, desk, lang)
    if (waiting !== undefined) return { is: "waiting", waiting }
    const { reading, rollUp } = overview
    const last = before(reading.current.period)
    const { to: endedOn } = windowOf(last)
    const asked = { period: last.label, scope: "province", bodyId: desk.who.bodyId } as const
    const isUsed = reading.since !== null && reading.since <= endedOn
    if (isUsed && mayReport(desk, "province") && (await findLock(tx, asked)) === null)
      return { is: "lock", period: last, endedOn }
    const [report] = mayStart ? await issuedReports(tx, null) : []
    if (report !== undefined && report.datedOn >= (rollUp?.head.issuedOn ?? "")) {
      const number = `${String(report.number).padStart(2, "0")}/${report.symbol}`
      return { is: "start", report: { number, period: report.period } }
    }
    const worst = worstTask(rollUp?.tasks ?? [])
    return worst === null || rollUp === null ? null : { is: "late", directiveId: rollUp.head.id, ...worst }
  })
}
