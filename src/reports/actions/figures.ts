/** Figures of a period, beside the period before and the same one last year; and one figure down to its records. */
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { bodiesOn, loadChart } from "../../organizations/index.ts"
import {
  type Change,
  type Counted,
  changeOf,
  type FigureDefinition,
  type FigureReading,
  readingOf,
} from "../domain/figures.ts"
import { type Correction, figuresOfLock, standingValue } from "../domain/lock.ts"
import {
  labelsWithin,
  type Period,
  type PeriodWindow,
  periodOf,
  type Window,
  windowsOf,
} from "../domain/windows.ts"
import { allFigures, figureOf } from "../outline.ts"
import {
  countOwn,
  countProvince,
  type FigureRecord,
  figuresSince,
  recordsOf,
  reportedFor,
} from "../store/figures.ts"
import { correctionsOf, findLock } from "../store/locks.ts"

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

async function readCounted(
  tx: Tx,
  window: CountedWindow,
  scope: Scope,
): Promise<{ figures: FigureReading[]; counted: Counted[] }> {
  const { period, isBefore = false } = window
  const counted = isBefore ? [] : await countedIn(tx, window, scope)
  const reported = period === undefined ? [] : await reportedFor(tx, [period.label, ...labelsWithin(period)])
  const figures = allFigures().map((definition) => readingOf(definition, counted, reported, period ?? null))
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
}
export type PeriodReading = {
  /** The first day of which the system knows anything; null while it is empty. */
  since: string | null
  /** Null while the figures are provisional. */
  lock: LockReading | null
  current: PeriodWindow
  previous: PeriodWindow
  lastYear: PeriodWindow
  scope: Scope
  today: string
  figures: ComparedFigure[]
  /** What the current window was counted from, by part and body. */
  cells: Counted[]
}

export function readPeriod(desk: Desk, period: Period, scope: Scope): Promise<PeriodReading> {
  const asked = { today: todayOf(desk), bodyId: desk.who.bodyId, scope }
  return asOfficer(desk.house.db, desk.who, (tx) => readPeriodIn(tx, period, asked))
}

export async function readPeriodIn(
  tx: Tx,
  period: Period,
  asked: { today: string; bodyId: string; scope: Scope },
): Promise<PeriodReading> {
  const windows = windowsOf(period)
  // Where duties stand is asked of today while the period runs.
  const since = await figuresSince(tx)
  const marked = (window: PeriodWindow) => ({ ...window, isBefore: since === null || window.to < since })
  const now = await standingIn(tx, upTo(windows.current, asked.today), asked)
  const previous = await standingIn(tx, marked(windows.previous), asked)
  const lastYear = await standingIn(tx, marked(windows.lastYear), asked)
  const figures = now.figures.map((figure, i): ComparedFigure => {
    const then = known(figure, previous.figures[i], windows.previous, since)
    const earlier = known(figure, lastYear.figures[i], windows.lastYear, since)
    return {
      ...figure,
      previous: then,
      lastYear: earlier,
      sincePrevious: changeOf(figure.value, then),
      sinceLastYear: changeOf(figure.value, earlier),
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

type Standing = FigureReading & { countedNow: number | null; isDrifted: boolean }

/** As locked and corrected where the period is locked, else as counted. */
async function standingIn(
  tx: Tx,
  window: PeriodWindow & { isBefore?: boolean },
  asked: { bodyId: string; scope: Scope },
): Promise<{ figures: Standing[]; lock: LockReading | null; cells: Counted[] }> {
  const { figures: counted, counted: cells } = await readCounted(tx, window, asked.scope)
  const found = await findLock(tx, { ...asked, period: window.period.label })
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
  return { figures, lock: { id, at, by, sha256, bodyId, corrections }, cells }
}

/** A window that is not over is counted up to today; one that has not begun stays as it is. */
export function upTo<W extends Window>(window: W, today: string): W {
  return today < window.to && today >= window.from ? { ...window, to: today } : window
}

export type FigureOpened = {
  figure: FigureReading
  window: PeriodWindow
  scope: Scope
  rows: (FigureRecord & { byBodyName: string })[]
  /** How many the officer may open; the figure may count more. */
  open: number
  records: number
  byBody: { bodyId: string; name: string; records: number; amount: number | null }[]
}

export async function openFigure(
  desk: Desk,
  asked: { id: string; period: string; scope: Scope },
  page: { limit: number; offset: number },
): Promise<FigureOpened | null> {
  const [definition, period] = [figureOf(asked.id), periodOf(asked.period)]
  if (definition === null || period === null) return null
  const { scope } = asked
  const window = upTo(windowsOf(period).current, todayOf(desk))
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const counted = definition.source === "system" ? await countedIn(tx, window, scope) : []
    const reported = await reportedFor(tx, [period.label, ...labelsWithin(period)])
    const figure = readingOf(definition, counted, reported, period)
    const onlyBody = scope === "own" ? desk.who.bodyId : null
    const found =
      definition.source === "system"
        ? await recordsOf(tx, definition, window, { ...page, onlyBody })
        : { rows: [], total: 0 }
    const names = new Map(bodiesOn(await loadChart(tx), todayOf(desk)).map((body) => [body.id, body.name]))
    const name = (id: string | null) => (id === null ? "" : (names.get(id) ?? ""))
    const mine = counted.filter((one) => one.figure === definition.id)
    return {
      figure,
      window,
      scope,
      rows: found.rows.map((row) => ({ ...row, byBodyName: name(row.byBodyId ?? row.bodyId) })),
      open: found.total,
      records: mine.reduce((sum, one) => sum + (one.byBodyId === null ? one.records : 0), 0),
      byBody:
        definition.source === "system"
          ? byBodyOf(definition, mine, name)
          : reported
              .filter((one) => one.figure === definition.id)
              .map((one) => ({ bodyId: one.bodyId, name: name(one.bodyId), records: 1, amount: one.value })),
    }
  })
}

function byBodyOf(
  definition: FigureDefinition,
  cells: readonly Counted[],
  name: (id: string | null) => string,
): FigureOpened["byBody"] {
  const groups = Map.groupBy(
    cells.filter(
      (one) => one.byBodyId !== null && (definition.total === "sum" || one.part === definition.parts[0]),
    ),
    (one) => one.byBodyId ?? "",
  )
  return [...groups]
    .map(([bodyId, rows]) => ({
      bodyId,
      name: name(bodyId),
      records: rows.reduce((sum, row) => sum + row.records, 0),
      amount: rows.some((row) => row.amount !== null)
        ? rows.reduce((sum, row) => sum + (row.amount ?? 0), 0)
        : null,
    }))
    .sort((one, other) => other.records - one.records || one.name.localeCompare(other.name, "vi"))
}

export function todayOf(desk: Desk): string {
  return new Date(desk.house.clock.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
}
