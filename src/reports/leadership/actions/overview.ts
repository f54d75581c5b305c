/** The leader's page: where a directive stands, what rose, where, which bodies are late, and the one thing to do next. */
import {
  type DirectiveRollUp,
  directiveSeatOf,
  readDirectives,
  readRollUp,
  type Standing,
  standingOf,
} from "../../../directives/index.ts"
import { readAsOfficer, type Tx } from "../../../kernel/db/database.ts"
import type { Desk } from "../../../kernel/http/env.ts"
import { hereOf } from "../../../kernel/installation.ts"
import { groundOn } from "../../../kernel/outlines/ground.ts"
import type { Here } from "../../../kernel/outlines/map.ts"
import {
  type PeriodReading,
  readPeriodIn,
  type Scope,
  scopesOf,
  todayOf,
  upTo,
} from "../../actions/figures.ts"
import { type Change, changeOf } from "../../domain/figures.ts"
import { comparedOn, type Period, periodOn, type Window, windowOf } from "../../domain/windows.ts"
import { campaignLetters } from "../../store/campaigns.ts"
import { apartFromElsewhere } from "../domain/areas.ts"
import { firstDaysOf, monthsUntil, type Notable, notableChanges } from "../domain/notable.ts"
import { type Count, caseDays, countsBy, type DayCount } from "../store/counts.ts"
import { namelessTrick } from "../words-proposals.ts"
import { casesByCommune, readPlaces, type Sum, tipsByCommune } from "./places.ts"

const trendMonths = 12
const notableMax = 5
const directivesMax = 5
/** On cards and as small multiples, in this order. */
export const shownFigures = ["I.1", "III.1.3", "III.3.2", "III.5.2"] as const

export type Trend = { figure: string; months: { month: string; value: number }[] }
/** A number, and the same number over as many first days of another window; null where nothing is known of it. */
export type Compared = { value: number | null; change: Change | null }
export type Headline = { figure: string; value: number | null; previous: Compared; lastYear: Compared }
/** `late`: how many of its tasks are. */
export type DirectiveName = { id: string; name: string; issuedOn: string; late: number }
export type Overview = {
  today: string
  reading: PeriodReading
  /** The days counted: those of the period up to today, and the days of earlier windows that they are held against. */
  window: Window
  against: { previous: Window; lastYear: Window }
  headlines: Headline[]
  /** Null: no directive yet. */
  rollUp: DirectiveRollUp | null
  /** One letter was asked for; else the newest is shown, and the page heads with all of them. */
  isChosen: boolean
  /** Those that may be looked at instead, the newest first. */
  directives: DirectiveName[]
  /** Of all letters together, but those that ask for parts of a report. */
  standing: Standing
  trends: Trend[]
  map: {
    here: Here
    day: string
    tips: Map<string, number>
    cases: Map<string, number>
    elsewhere: { tips: number; cases: number }
  }
  notable: Notable[]
}

export type AskedOverview = { period?: Period | undefined; directiveId?: string | undefined }

/** Of the half-year that runs, or of one that is asked for. */
export async function readOverview(desk: Desk, asked: AskedOverview = {}): Promise<Overview> {
  const today = todayOf(desk)
  const scope: Scope = scopesOf(desk)[0] ?? "own"
  const period = asked.period ?? periodOn(today, "half-year")
  if (scope === "province") await readPlaces(desk.house)
  // On two connections: what a directive has come to, and the counts.
  const [followed, counts] = await Promise.all([
    followedDirective(desk, asked.directiveId),
    readAsOfficer(desk.house.db, desk.who, (tx) =>
      readCounts(tx, period, { today, bodyId: desk.who.bodyId, scope, ...placeOf(desk) }),
    ),
  ])
  return { today, ...followed, ...counts }
}

async function followedDirective(
  desk: Desk,
  id: string | undefined,
): Promise<Pick<Overview, "rollUp" | "directives" | "isChosen" | "standing">> {
  const { directives, standing } = await directivesShown(desk)
  const chosen = directives.find((one) => one.id === id)
  const shown = chosen ?? directives[0]
  const rollUp = shown === undefined ? null : await readRollUp(directiveSeatOf(desk), shown.id, 1)
  return { rollUp, isChosen: chosen !== undefined, directives, standing }
}

export type MapReading = Overview["map"] & { window: Window }

/** The map alone, for its file. */
export async function readMap(desk: Desk): Promise<MapReading> {
  const today = todayOf(desk)
  const scope: Scope = scopesOf(desk)[0] ?? "own"
  if (scope === "province") await readPlaces(desk.house)
  const window = upTo(windowOf(periodOn(today, "half-year")), today)
  return readAsOfficer(desk.house.db, desk.who, async (tx) => ({
    ...(await mapIn(tx, window, { scope, ...placeOf(desk), today })),
    window,
  }))
}

/** The small multiples alone, for their files. */
export function readTrends(desk: Desk): Promise<Trend[]> {
  const today = todayOf(desk)
  const scope: Scope = scopesOf(desk)[0] ?? "own"
  const months = monthsUntil(today, trendMonths)
  const year = { from: `${months[0]}-01`, to: today }
  return readAsOfficer(desk.house.db, desk.who, async (tx) =>
    trendsOf(await countsBy(tx, "month", year, scope), await caseDays(tx, year, scope), months),
  )
}

async function mapIn(
  tx: Tx,
  window: Window,
  { scope, here, today }: Pick<At, "scope" | "here" | "today">,
): Promise<Overview["map"]> {
  const asked = { scope, province: here.province }
  const [tipSums, caseSums] = await Promise.all([
    tipsByCommune(tx, window, asked),
    casesByCommune(tx, window, asked),
  ])
  const { shapeOf } = groundOn(here, today)
  const onGround = (sums: readonly Sum[]) =>
    apartFromElsewhere(sums.map(({ key, value }) => ({ key: key === "" ? "" : (shapeOf(key) ?? ""), value })))
  const [tips, cases] = [onGround(tipSums), onGround(caseSums)]
  return {
    ...{ here, day: today, tips: tips.values, cases: cases.values },
    elsewhere: { tips: tips.elsewhere, cases: cases.elsewhere },
  }
}

type At = { today: string; bodyId: string; scope: Scope; province: string; here: Here }

function placeOf({ house }: Desk): Pick<At, "province" | "here"> {
  const province = hereOf(house).code
  return { province, here: { province, outlines: house.outlines } }
}

async function readCounts(tx: Tx, period: Period, at: At) {
  const { today, scope } = at
  const compared = comparedOn(period, today)
  const window = upTo(compared.current, today)
  const against = {
    previous: firstDaysOf(compared.previous, window),
    lastYear: firstDaysOf(compared.lastYear, window),
  }
  const months = monthsUntil(today, trendMonths)
  const year = { from: `${months[0]}-01`, to: today }
  // They go out together: none needs the answer to another.
  const [reading, days, types, before, aYearAgo, map, perMonth] = await Promise.all([
    readPeriodIn(tx, period, at),
    caseDays(tx, { from: earliest(against.lastYear.from, year.from), to: today }, scope),
    countsBy(tx, "type", window, scope),
    countsBy(tx, "type", against.previous, scope),
    countsBy(tx, "type", against.lastYear, scope),
    mapIn(tx, window, at),
    countsBy(tx, "month", year, scope),
  ])
  const tipsLastYear = isKnown(against.lastYear, reading) ? sumOf(aYearAgo) : null
  return {
    ...{ reading, window, against },
    headlines: headlinesOf(reading, against, { days, tips: [sumOf(before), tipsLastYear] }),
    trends: trendsOf(perMonth, days, months),
    map,
    notable: notableChanges(types.filter(isNamed).map(asSum), before.filter(isNamed).map(asSum), notableMax),
  }
}

const isNamed = ({ key }: Count) => key !== namelessTrick
const asSum = ({ key, records }: Count) => ({ key, value: records })
const sumOf = (counts: readonly Count[]) => counts.reduce((sum, one) => sum + one.records, 0)
const earliest = (one: string, other: string) => (one < other ? one : other)
/** Before the system was in use a count is not nought but unknown. */
const isKnown = ({ to }: Window, { since }: PeriodReading) => since !== null && to >= since

function headlinesOf(
  reading: PeriodReading,
  against: Overview["against"],
  then: { days: readonly DayCount[]; tips: readonly [number, number | null] },
): Headline[] {
  return shownFigures.map((figure) => {
    const value = reading.figures.find((one) => one.definition.id === figure)?.value ?? null
    const compared = (window: Window, tips: number | null): Compared => {
      if (!isKnown(window, reading)) return { value: null, change: null }
      const known = figure === "I.1" ? tips : within(then.days, figure, window)
      return { value: known, change: changeOf(value, known) }
    }
    const [previous, lastYear] = then.tips
    return {
      ...{ figure, value },
      previous: compared(against.previous, previous),
      lastYear: compared(against.lastYear, lastYear),
    }
  })
}

const within = (days: readonly DayCount[], figure: string, { from, to }: Window) =>
  days
    .filter((one) => one.figure === figure && one.day >= from && one.day <= to)
    .reduce((sum, one) => sum + one.value, 0)

function trendsOf(counts: readonly Count[], days: readonly DayCount[], months: readonly string[]): Trend[] {
  const tips = new Map(counts.filter(({ figure }) => figure === "I.1").map((one) => [one.key, one.records]))
  return shownFigures.map((figure) => ({
    figure,
    months: months.map((month) => ({
      month,
      value:
        figure === "I.1"
          ? (tips.get(month) ?? 0)
          : within(days, figure, { from: `${month}-01`, to: `${month}-31` }),
    })),
  }))
}

/** The newest letters that give work; those that only ask for a report's parts are not what a leader follows. */
async function directivesShown(desk: Desk): Promise<{ directives: DirectiveName[]; standing: Standing }> {
  const page = { sort: "ngay", descending: true, limit: directivesMax * 2, offset: 0 } as const
  const { rows } = await readDirectives(directiveSeatOf(desk), { text: "", side: "all" }, page)
  const { campaigns, standing } = await readAsOfficer(desk.house.db, desk.who, async (tx) => {
    const letters = await campaignLetters(tx)
    return { campaigns: new Set(letters), standing: await standingOf(tx, todayOf(desk), letters) }
  })
  const directives = rows
    .filter(({ id }) => !campaigns.has(id))
    .slice(0, directivesMax)
    .map(({ id, name, issuedOn, late }) => ({ id, name, issuedOn, late }))
  return { directives, standing }
}
