/** Clocks as they are kept. The due day is written with them, so that lists can order by it. */
import { sql } from "kysely"
import type { DeadlineEvent } from "../../kernel/calendar/deadline.ts"
import type { Tx } from "../../kernel/db/database.ts"
import type { Clock, Purpose } from "../domain/clocks.ts"

export type KeptClock = Clock & {
  id: string
  caseId: string
  actId: string | null
  due: string | null
  isProvisional: boolean
  stoppedOn: string | null
}
const clocksMax = 300

export async function clocksOf(tx: Tx, caseId: string): Promise<KeptClock[]> {
  const rows = await tx
    .selectFrom("caseClocks")
    .selectAll()
    .where("caseId", "=", caseId)
    .orderBy("id")
    .limit(clocksMax)
    .execute()
  return rows.map(asClock)
}

/**
 * Running clocks of every case, a page at a time: for the count after a change of the calendar. Their cases are locked
 * first, as each step does, so that no step and no count write over each other.
 */
export async function lockRunningClocks(tx: Tx, after: string | null, limit: number): Promise<KeptClock[]> {
  const from = after === null ? sql`true` : sql`k.id > ${after}`
  await sql`select from cases c where c.id in
    (select k.case_id from case_clocks k where k.stopped_on is null and ${from} order by k.id limit ${limit})
    order by c.id for update`.execute(tx)
  const base = tx.selectFrom("caseClocks").selectAll().where("stoppedOn", "is", null)
  const rows = await (after === null ? base : base.where("id", ">", after))
    .orderBy("id")
    .limit(limit)
    .execute()
  return rows.map(asClock)
}

type Raw = {
  id: string
  caseId: string
  actId: string | null
  purpose: string
  ruleId: string
  startAt: string
  events: unknown
  due: string | null
  isProvisional: boolean
  stoppedOn: string | null
}
/** Events are only ever written by `saveClock`, from typed values. */
const asClock = (row: Raw): KeptClock => ({
  id: row.id,
  caseId: row.caseId,
  actId: row.actId,
  purpose: row.purpose as Purpose,
  ruleId: row.ruleId,
  start: row.startAt,
  events: row.events as DeadlineEvent[],
  due: row.due,
  isProvisional: row.isProvisional,
  stoppedOn: row.stoppedOn,
})

export type Due = { due: string | null; isProvisional: boolean }

export async function insertClock(
  tx: Tx,
  of: { caseId: string; bodyId: string; actId: string | null; stoppedOn?: string | null },
  clock: Clock,
  due: Due,
): Promise<void> {
  const { purpose, ruleId, start, events } = clock
  await tx
    .insertInto("caseClocks")
    .values({ ...of, ...due, purpose, ruleId, startAt: start, events: JSON.stringify(events) })
    .execute()
}

export async function saveClock(
  tx: Tx,
  id: string,
  clock: Clock,
  due: Due & { stoppedOn?: null },
): Promise<void> {
  await tx
    .updateTable("caseClocks")
    .set({ ruleId: clock.ruleId, events: JSON.stringify(clock.events), ...due })
    .where("id", "=", id)
    .execute()
}

export async function saveDue(tx: Tx, id: string, due: Due): Promise<void> {
  await tx.updateTable("caseClocks").set(due).where("id", "=", id).execute()
}

export async function stopClocks(tx: Tx, ids: readonly string[], stoppedOn: string): Promise<void> {
  if (ids.length === 0) return
  await tx.updateTable("caseClocks").set({ stoppedOn }).where("id", "in", ids).execute()
}

export async function saveCaseDue(tx: Tx, caseId: string, dueOn: string | null): Promise<void> {
  await tx.updateTable("cases").set({ dueOn }).where("id", "=", caseId).execute()
}
