/** Figures of a period, beside the period before and the same one last year; and one figure down to its records. */
import { readAsOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { type Change, type Counted, changeOf, type FigureReading, readingOf } from "../domain/figures.ts"
import { type Correction, figuresOfLock, standingValue, talliesOfLock } from "../domain/lock.ts"
import type { Tallies } from "../domain/tallies.ts"
import {
  comparedOn,
  isPartlyKnown,
  labelsWithin,
  type Period,
  type PeriodWindow,
  upTo,
  type Window,
} from "../domain/windows.ts"
import { allFigures } from "../outline.ts"
import {
  actingBody,
  countOwn,
  countProvince,
  figuresSince,
  recordedSince,
  reportedFor,
} from "../store/figures.ts"
import { correctionsOf, findLock } from "../store/locks.ts"

export { upTo }

/** `province`: every agency's records, as numbers. `own`: those of the acting body. */
export type Scope = "province" | "own"

/** An enterprise counts what is its own; the database says the same. */
export const scopesOf = (desk: Desk): Scope[] =>
  desk.officer.bodyKind === "enterprise" ? ["own"] : ["province", "own"]

/** A window that is a period's is also asked of bodies' reports; before the system was in use nothing is counted. */
type CountedWindow = Window & { period?: Period; isBefore?: boolean }

/** Each figure of the outline, in its order. */
export async function readFigures(tx: Tx, window: CountedWindow, scope: Scope): Promise<FigureReading[]> {
  return (await readCounted(tx, window, scope)).figures
}

export async function readCounted(
  tx: Tx,
  window: CountedWindow,
  scope: Scope,
): Promise<{ figures: FigureReading[]; counted: Counted[] }> {
  const { period, isBefore = false } = window
  const [counted, told, since] = await Promise.all([
    isBefore ? [] : countedIn(tx, window, scope),
    period === undefined ? [] : reportedFor(tx, [period.label, ...labelsWithin(period)]),
    recordedSince(tx),
  ])
  const mine = scope === "own" ? await actingBody(tx) : null
  const only = <Row extends { bodyId: string }>(rows: readonly Row[]) =>
    mine === null ? rows : rows.filter((one) => one.bodyId === mine)
  const figures = allFigures().map((definition) => {
    // Of one's own figures only what one says oneself stands beside one's own records.
    const isOwn = definition.source === "records"
    return readingOf(definition, counted, isOwn ? only(told) : told, period ?? null, only(since))
  })
  return { figures, counted }
}

export function countedIn(tx: Tx, window: Window, scope: Scope): Promise<Counted[]> {
  return scope === "province" ? countProvince(tx, window) : countOwn(tx, window)
}

export type ComparedFigure = FigureReading & {
  /** What the system counts today, where it differs from what is locked. */
  countedNow: number | null
  isDrifted: boolean
  previous: number | null
  lastYear: number | null
  sincePrevious: Change | null
  sinceLastYear: Change | null
}
export type LockReading = {
  id: string
  at: string
  by: string
  sha256: string
  /** The body that locked: only it corrects. */
  bodyId: string
  corrections: Correction[]
  /** What else the report says, as it was locked. */
  tallies: Tallies | null
}
export type PeriodReading = {
  /** The first day of which the system knows anything; null while it is empty. */
  since: string | null
  /** Null while the figures are provisional. */
  lock: LockReading | null
  current: PeriodWindow
  /** The windows compared with: cut to as many days while the current one runs. */
  previous: PeriodWindow
  lastYear: PeriodWindow
  isRunning: boolean
  scope: Scope
  today: string
  figures: ComparedFigure[]
  /** What the current window was counted from, by part and body. */
  cells: Counted[]
}

export function readPeriod(desk: Desk, period: Period, scope: Scope): Promise<PeriodReading> {
  const asked = { today: todayOf(desk), bodyId: desk.who.bodyId, scope }
  return readAsOfficer(desk.house.db, desk.who, (tx) => readPeriodIn(tx, period, asked))
}

export async function readPeriodIn(
  tx: Tx,
  period: Period,
  asked: { today: string; bodyId: string; scope: Scope },
): Promise<PeriodReading> {
  const windows = comparedOn(period, asked.today)
  // Where duties stand is asked of today while the period runs.
  const [since, now] = await Promise.all([
    figuresSince(tx),
    standingIn(tx, upTo(windows.current, asked.today), asked),
  ])
  const earlierIn = (window: PeriodWindow) => {
    const marked = { ...window, isBefore: since === null || window.to < since }
    return windows.isRunning ? countedAlone(tx, marked, asked.scope) : standingIn(tx, marked, asked)
  }
  const [previous, lastYear] = await Promise.all([earlierIn(windows.previous), earlierIn(windows.lastYear)])
  const partly = (figure: FigureReading, window: Window) =>
    figure.isSwitching === true || (figure.definition.source === "system" && isPartlyKnown(window, since))
  const figures = now.figures.map((figure, i): ComparedFigure => {
    const then = known(figure, previous.figures[i], windows.previous, since)
    const earlier = known(figure, lastYear.figures[i], windows.lastYear, since)
    return {
      ...figure,
      previous: then,
      lastYear: earlier,
      sincePrevious: partly(figure, windows.previous) ? null : changeOf(figure.value, then),
      sinceLastYear: partly(figure, windows.lastYear) ? null : changeOf(figure.value, earlier),
    }
  })
  return {
    ...windows,
    scope: asked.scope,
    today: asked.today,
    figures,
    lock: now.lock,
    since,
    cells: now.cells,
  }
}

/** Before the system was in use a count is not nought but unknown. */
function known(
  figure: FigureReading,
  then: FigureReading | undefined,
  window: Window,
  since: string | null,
): number | null {
  if (figure.definition.source === "system" && (since === null || window.to < since)) return null
  return then?.value ?? null
}

/** Part of a period: its lock and what bodies reported are of the whole, so only what the system counts is known. */
async function countedAlone(
  tx: Tx,
  { from, to, isBefore }: PeriodWindow & { isBefore: boolean },
  scope: Scope,
): Promise<{ figures: FigureReading[] }> {
  return { figures: await readFigures(tx, { from, to, isBefore }, scope) }
}

export type Standing = FigureReading & { countedNow: number | null; isDrifted: boolean }

/** As locked and corrected where the period is locked, else as counted. */
export async function standingIn(
  tx: Tx,
  window: PeriodWindow & { isBefore?: boolean },
  asked: { bodyId: string; scope: Scope },
): Promise<{ figures: Standing[]; lock: LockReading | null; cells: Counted[] }> {
  const [{ figures: counted, counted: cells }, found] = await Promise.all([
    readCounted(tx, window, asked.scope),
    findLock(tx, { ...asked, period: window.period.label }),
  ])
  if (found === null)
    return {
      figures: counted.map((one) => ({ ...one, countedNow: one.value, isDrifted: false })),
      lock: null,
      cells,
    }
  const corrections = await correctionsOf(tx, found.id)
  const locked = new Map(figuresOfLock(found.figures).map((one) => [one.id, one]))
  const figures = counted.map((one): Standing => {
    const kept = locked.get(one.definition.id)
    const value = standingValue(kept, corrections)
    const source = kept?.source ?? one.source
    const parts = kept?.parts ?? one.parts
    return { ...one, source, parts, value, countedNow: one.value, isDrifted: value !== one.value }
  })
  const { id, lockedAt: at, lockedName: by, sha256, bodyId } = found
  return {
    figures,
    lock: { id, at, by, sha256, bodyId, corrections, tallies: talliesOfLock(found.figures) },
    cells,
  }
}

export function todayOf(desk: Desk): string {
  return new Date(desk.house.clock.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
}
