/** The day itself: a confirmed plan is carried out in one transaction, or not at all. */
import { asJob, type Database, type Tx } from "../../kernel/db/database.ts"
import { journal, tell } from "../../kernel/journal.ts"
import { localDateOf } from "../../kernel/time.ts"
import { foldName } from "../domain/names.ts"
import {
  faultsOf,
  foresee,
  groupsOfFounded,
  lastDayOf,
  type Move,
  type ReformPlan,
} from "../domain/reform.ts"
import type { DutyHolder } from "../duties.ts"
import { loadChart } from "../store/chart.ts"
import { endBody, foundBodies, joinGroups, recordMoves, recordSuccessions } from "../store/reform-day.ts"
import { appliedReforms, findPlan, reformsToApply, setState } from "../store/reforms.ts"
import { openDuties, withOffices } from "./open-duties.ts"

export const reformDayJob = "organizations.reform-day"

export type DayResult = { reformId: string; result: "applied" | "waits" | "swept" }

/**
 * Every confirmed plan whose day has come, earliest first. One with a choice still open waits whole: nothing of it
 * is carried out, and its page says what is missing. A second run finds nothing left to do.
 *
 * What came to a body after it had ended (a letter of June that is registered in July) follows by the same choices.
 */
export async function applyDueReforms(db: Database, holders: readonly DutyHolder[]): Promise<DayResult[]> {
  const today = localDateOf(db.clock.now())
  const due = await asJob(db, reformDayJob, (tx) => reformsToApply(tx, today))
  const results: DayResult[] = []
  for (const reformId of due) {
    const isApplied = await asJob(db, reformDayJob, (tx) => apply(tx, reformId, holders))
    results.push({ reformId, result: isApplied ? "applied" : "waits" })
  }
  for (const reformId of await asJob(db, reformDayJob, appliedReforms)) {
    const moved = await asJob(db, reformDayJob, (tx) => sweep(tx, reformId, holders))
    if (moved > 0) results.push({ reformId, result: "swept" })
  }
  return results
}

async function apply(tx: Tx, id: string, holders: readonly DutyHolder[]): Promise<boolean> {
  const plan = await findPlan(tx, id, { lock: true })
  if (plan === null || plan.reform.state !== "confirmed") return false
  const chart = await loadChart(tx)
  const endingIds = [...new Set(plan.passings.map((passing) => passing.beforeId))]
  const duties = await openDuties(tx, holders, endingIds)
  if (duties === null || faultsOf(chart, plan).length > 0) return false
  const { moves, open } = foresee(plan, duties)
  if (open.length > 0) return false
  await foundBodies(tx, plan, slugsOf(plan, new Set(chart.bodies.map((body) => body.slug))))
  await joinGroups(tx, groupsOfFounded(chart, plan), plan.reform.effectiveOn)
  await recordSuccessions(tx, plan)
  for (const body of chart.bodies.filter((one) => endingIds.includes(one.id)))
    await endBody(tx, body.id, lastDayOf(body, plan.reform.effectiveOn))
  await carry(tx, moves, holders)
  await recordMoves(tx, id, moves)
  await setState(tx, id, ["confirmed"], "applied")
  await record(tx, plan, endingIds, moves)
  return true
}

/** How many moved. What still waits for a choice stays where it is, and the plan's page says so. */
async function sweep(tx: Tx, id: string, holders: readonly DutyHolder[]): Promise<number> {
  const plan = await findPlan(tx, id, { lock: true })
  if (plan === null || plan.reform.state !== "applied") return 0
  const duties = await openDuties(tx, holders, [...new Set(plan.passings.map((one) => one.beforeId))])
  const moves = duties === null ? [] : foresee(plan, duties).moves
  if (moves.length === 0) return 0
  await carry(tx, moves, holders)
  await recordMoves(tx, id, moves)
  const details = { duties: moves.length }
  await journal(tx, { what: "reform.swept", record: { kind: "reform", id }, details })
  await tell(tx, "reform.swept", id, details)
  return moves.length
}

async function carry(tx: Tx, moves: readonly Move[], holders: readonly DutyHolder[]): Promise<void> {
  const byName = new Map(withOffices(holders).map((holder) => [holder.name, holder]))
  for (const { duty, to } of moves)
    await byName.get(duty.holder)?.move(
      tx,
      duty.id,
      to.map((passing) => passing.afterId),
      to.length === 1 ? "move" : "copy",
    )
}

async function record(tx: Tx, plan: ReformPlan, endingIds: string[], moves: readonly Move[]): Promise<void> {
  const details = {
    effectiveOn: plan.reform.effectiveOn,
    ended: endingIds.length,
    founded: plan.foundings.length,
    duties: moves.length,
    copies: moves.reduce((sum, move) => sum + move.to.length - 1, 0),
  }
  const { id } = plan.reform
  await journal(tx, { what: "reform.applied", record: { kind: "reform", id }, details })
  await tell(tx, "reform.applied", id, details)
}

/** A readable address for each founded body, told apart from one that had it before. */
function slugsOf(plan: ReformPlan, taken: ReadonlySet<string>): Map<string, string> {
  return new Map(
    plan.foundings.map(({ id, name }) => {
      const slug = foldName(name).replaceAll(" ", "-").slice(0, 80)
      return [id, taken.has(slug) ? `${slug}-${plan.reform.effectiveOn}` : slug]
    }),
  )
}
