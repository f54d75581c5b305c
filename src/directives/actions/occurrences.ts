/** Periodic tasks come again: when an occurrence's day has passed, the next one is given. */
import { asJob, type Tx } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { journal, tell } from "../../kernel/journal.ts"
import { type Chart, existsOn, livingSuccessors, loadChart } from "../../organizations/index.ts"
import { firstDueAfter } from "../domain/periods.ts"
import { insertOccurrence, type Series, seriesPast } from "../store/occurrences.ts"
import { todayOf } from "./today.ts"

/** In one transaction; so many in a run. */
const pageSize = 1_000
const pagesMax = 100
/** A server that stood still for years gives what it missed, so many periods at most. */
const roundsMax = 60

/** How many were given. Run again at once, none: each occurrence is given once. */
export async function giveNextOccurrences(house: House): Promise<number> {
  let given = 0
  for (let round = 0; round < roundsMax; round += 1) {
    const count = await giveRound(house)
    if (count === 0) break
    given += count
  }
  return given
}

/** Every series that is past its day, one period further. */
async function giveRound(house: House): Promise<number> {
  const today = todayOf(house.clock)
  let [given, after] = [0, null as string | null]
  for (let page = 0; page < pagesMax; page += 1) {
    const done = await asJob(house.db, "directives.occurrences", (tx) => givePage(tx, today, after))
    given += done.given
    if (done.last === null) break
    after = done.last
  }
  return given
}

/** `last`: where the next page begins; null when there is none. */
async function givePage(
  tx: Tx,
  today: string,
  after: string | null,
): Promise<{ given: number; last: string | null }> {
  const past = await seriesPast(tx, today, { after, limit: pageSize })
  const last = past.length < pageSize ? null : (past.at(-1)?.id ?? null)
  if (past.length === 0) return { given: 0, last }
  const chart = await loadChart(tx)
  let given = 0
  for (const series of past) given += await giveNext(tx, series, chart, today)
  return { given, last }
}

async function giveNext(tx: Tx, series: Series, chart: Chart, today: string): Promise<number> {
  const { every, dueMonth, dueDay, until } = series
  const next = firstDueAfter(series.dueOn, { every, dueMonth, dueDay, until })
  if (next === null) return 0
  let given = 0
  for (const body of holdersOf(chart, series, today)) {
    const occurrence = { series, bodyId: body.id, bodyName: body.name, ...next, issuedOn: today }
    const id = await insertOccurrence(tx, occurrence)
    if (id === null) continue
    const details = { period: next.period, dueOn: next.dueOn, taskId: series.taskId }
    await journal(tx, { what: "assignment.issued", record: { kind: "assignment", id }, details })
    await tell(tx, "assignment.issued", id, { ...details, directiveId: series.directiveId })
    given += 1
  }
  return given
}

/** A body that ended hands its periodic work to each of its successors: twice reported is better than by nobody. */
function holdersOf(chart: Chart, series: Series, today: string): { id: string; name: string }[] {
  const body = chart.bodies.find((one) => one.id === series.bodyId)
  const same = { id: series.bodyId, name: body?.name ?? series.bodyNameAtIssue }
  if (body === undefined || existsOn(body, today)) return [same]
  const successors = livingSuccessors(chart, body.id, today)
  return successors.length === 0 ? [same] : successors
}
