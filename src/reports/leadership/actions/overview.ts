/** The leader's page: where the newest directive stands, what rose, where, and which bodies are late. */
import {
  type DirectiveRollUp,
  directiveSeatOf,
  readDirectives,
  readRollUp,
} from "../../../directives/index.ts"
import { asOfficer } from "../../../kernel/db/database.ts"
import type { Desk } from "../../../kernel/http/env.ts"
import {
  type PeriodReading,
  readPeriodIn,
  type Scope,
  scopesOf,
  todayOf,
  upTo,
} from "../../actions/figures.ts"
import { type Period, periodOn, type Window } from "../../domain/windows.ts"
import { byCommune } from "../domain/areas.ts"
import { firstDaysOf, monthsUntil, type Notable, notableChanges } from "../domain/notable.ts"
import { type Count, countsBy } from "../store/counts.ts"

const trendMonths = 12
const notableMax = 5

export type Trend = { figure: string; months: { month: string; value: number }[] }
export type Overview = {
  today: string
  reading: PeriodReading
  /** The days counted: those of the period up to today. */
  window: Window
  /** Null: no directive yet. */
  rollUp: DirectiveRollUp | null
  trends: Trend[]
  communes: { values: Map<string, number>; elsewhere: number }
  notable: Notable[]
}

/** Of the half-year that runs, or of one that is asked for. */
export async function readOverview(desk: Desk, asked?: Period): Promise<Overview> {
  const today = todayOf(desk)
  const period = asked ?? periodOn(today, "half-year")
  const scope: Scope = scopesOf(desk)[0] ?? "own"
  const rollUp = await newestDirective(desk)
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const reading = await readPeriodIn(tx, period, {
      today,
      bodyId: desk.who.bodyId,
      scope,
    })
    const window = upTo(reading.current, today)
    const months = monthsUntil(today, trendMonths)
    const year = { from: `${months[0]}-01`, to: today }
    const areas = await countsBy(tx, "area", window, scope)
    const [now, was] = [
      await countsBy(tx, "type", window, scope),
      await countsBy(tx, "type", firstDaysOf(reading.previous, window), scope),
    ]
    return {
      today,
      reading,
      window,
      rollUp,
      trends: trendsOf(await countsBy(tx, "month", year, scope), months),
      communes: byCommune(areas.map(asSum)),
      notable: notableChanges(now.map(asSum), was.map(asSum), notableMax),
    }
  })
}

const asSum = ({ key, records }: Count) => ({ key, value: records })

function trendsOf(counts: readonly Count[], months: readonly string[]): Trend[] {
  const figures = [...new Set(counts.map((one) => one.figure))]
  return figures.map((figure) => {
    const by = new Map(counts.filter((one) => one.figure === figure).map((one) => [one.key, one.records]))
    return { figure, months: months.map((month) => ({ month, value: by.get(month) ?? 0 })) }
  })
}

async function newestDirective(desk: Desk): Promise<DirectiveRollUp | null> {
  const at = directiveSeatOf(desk)
  const page = { sort: "ngay", descending: true, limit: 1, offset: 0 } as const
  const { rows } = await readDirectives(at, { text: "", side: "all" }, page)
  const [newest] = rows
  return newest === undefined ? null : readRollUp(at, newest.id, 1)
}
