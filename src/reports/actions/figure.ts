/** One figure down to its records: by part, by body, and what of it the officer who asks may open. */
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { loadChart } from "../../organizations/index.ts"
import {
  type Counted,
  type FigureDefinition,
  type FigureReading,
  type PartValue,
  type Reported,
  readingOf,
  reportedTotal,
} from "../domain/figures.ts"
import { labelsWithin, type Period, type PeriodWindow, periodOf, upTo, windowOf } from "../domain/windows.ts"
import { figureOf } from "../outline.ts"
import { type FigureRecord, recordedSince, recordsOf, reportedFor } from "../store/figures.ts"
import { countedIn, type LockReading, type Scope, standingIn, todayOf } from "./figures.ts"

export type FigureAsked = {
  id: string
  period: string
  scope: Scope
  /** Counted up to this day only: what a running period is held against. */
  until: string | null
  /** Of these records only; null is all. */
  part: string | null
  bodyId: string | null
}
export type BodyCount = {
  bodyId: string
  name: string
  records: number
  amount: number | null
  note: string | null
  /** What the body says itself, where its records count: asked about where the two differ. */
  own?: number | null
  isOwnOnly?: boolean
}
export type FigureOpened = {
  figure: FigureReading
  window: PeriodWindow
  scope: Scope
  /** What stands in the locked report; null while nothing is locked or only part of the period is asked. */
  standing: { value: number | null; lock: LockReading } | null
  rows: (FigureRecord & { byBodyName: string })[]
  /** How many the officer may open; the figure may count more. */
  open: number
  records: number
  byPart: PartValue[]
  byBody: BodyCount[]
  only: { part: string | null; body: { id: string; name: string } | null }
}

export async function openFigure(
  desk: Desk,
  asked: FigureAsked,
  page: { limit: number; offset: number },
): Promise<FigureOpened | null> {
  const [definition, period] = [figureOf(asked.id), periodOf(asked.period)]
  if (definition === null || period === null) return null
  const window = cutAt(upTo(windowOf(period), todayOf(desk)), asked.until)
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const isWhole = asked.until === null
    const reported = isWhole ? await reportedFor(tx, [period.label, ...labelsWithin(period)]) : []
    const own = reported.filter((one) => one.figure === definition.id)
    const counted = definition.source === "bodies" ? [] : await countedIn(tx, window, asked.scope)
    const cells = counted.filter((one) => one.figure === definition.id)
    const names = new Map((await loadChart(tx)).bodies.map((body) => [body.id, body.name]))
    const since = definition.source === "records" ? await recordedSince(tx) : []
    const mine = (one: { bodyId: string }) => asked.scope === "province" || one.bodyId === desk.who.bodyId
    const told = definition.source === "records" ? reported.filter(mine) : reported
    const figure = readingOf(definition, counted, told, isWhole ? period : null, since.filter(mine))
    const byBody =
      definition.source === "bodies"
        ? reportsOf(own, period, names)
        : withOwnWords(byBodyOf(definition, cells, names), { figure, own, period, names })
    const only = onlyOf(asked, definition, byBody)
    const found = await openedRecords(tx, { definition, window, only, desk, scope: asked.scope }, page)
    return {
      figure,
      window,
      scope: asked.scope,
      standing: isWhole ? await standingOf(tx, desk, { definition, period, scope: asked.scope }) : null,
      rows: found.rows.map((row) => ({ ...row, byBodyName: names.get(row.byBodyId ?? row.bodyId) ?? "" })),
      open: found.total,
      records: recordsIn(cells, only),
      byPart: definition.parts.length > 1 ? figure.parts : [],
      byBody,
      only,
    }
  })
}

function cutAt(window: PeriodWindow, until: string | null): PeriodWindow {
  return until !== null && until >= window.from && until < window.to ? { ...window, to: until } : window
}

/** A part or a body that the figure does not have narrows nothing. */
function onlyOf(
  asked: FigureAsked,
  definition: FigureDefinition,
  byBody: readonly BodyCount[],
): FigureOpened["only"] {
  const body = byBody.find((one) => one.bodyId === asked.bodyId)
  return {
    part: definition.parts.find((one) => one === asked.part) ?? null,
    body: body === undefined ? null : { id: body.bodyId, name: body.name },
  }
}

function openedRecords(
  tx: Tx,
  asked: {
    definition: FigureDefinition
    window: PeriodWindow
    only: FigureOpened["only"]
    desk: Desk
    scope: Scope
  },
  page: { limit: number; offset: number },
): Promise<{ rows: FigureRecord[]; total: number }> {
  const { definition, window, only, desk, scope } = asked
  if (definition.source === "bodies") return Promise.resolve({ rows: [], total: 0 })
  const onlyBody = scope === "own" ? desk.who.bodyId : null
  return recordsOf(tx, definition, window, {
    ...page,
    onlyBody,
    part: only.part,
    byBody: only.body?.id ?? null,
  })
}

function recordsIn(cells: readonly Counted[], { part, body }: FigureOpened["only"]): number {
  return cells
    .filter((one) => one.byBodyId === (body?.id ?? null) && (part === null || one.part === part))
    .reduce((sum, one) => sum + one.records, 0)
}

async function standingOf(
  tx: Tx,
  desk: Desk,
  { definition, period, scope }: { definition: FigureDefinition; period: Period; scope: Scope },
): Promise<FigureOpened["standing"]> {
  const { figures, lock } = await standingIn(tx, windowOf(period), { bodyId: desk.who.bodyId, scope })
  const value = figures.find((one) => one.definition.id === definition.id)?.value ?? null
  return lock === null ? null : { value, lock }
}

/** Records count; what the body reported itself stands beside them, and counts only where the body keeps no records. */
function withOwnWords(
  rows: BodyCount[],
  of: { figure: FigureReading; own: readonly Reported[]; period: Period; names: Names },
): BodyCount[] {
  const { figure, own, period, names } = of
  if (figure.definition.counts === "median" || figure.definition.counts === "share") return rows
  const said = new Map(
    [...Map.groupBy(own, (one) => one.bodyId)].map(([bodyId, given]) => [
      bodyId,
      reportedTotal(given, period)?.value ?? null,
    ]),
  )
  const alone = (figure.byBody ?? []).filter((one) => !rows.some(({ bodyId }) => bodyId === one.bodyId))
  return [
    ...rows.map((row) => ({ ...row, own: said.get(row.bodyId) ?? null })),
    ...alone.map((one) => ({
      bodyId: one.bodyId,
      name: names.get(one.bodyId) ?? "",
      records: one.records,
      amount: null,
      note: null,
      own: one.own,
      isOwnOnly: one.source === "bodies",
    })),
  ]
}

type Names = ReadonlyMap<string, string>

/** Of parts that are numbers of their own, the first is the figure. */
function byBodyOf(definition: FigureDefinition, cells: readonly Counted[], names: Names): BodyCount[] {
  const own = cells.filter(
    (one) => one.byBodyId !== null && (definition.total === "sum" || one.part === definition.parts[0]),
  )
  return [...Map.groupBy(own, (one) => one.byBodyId ?? "")]
    .map(([bodyId, rows]) => ({
      bodyId,
      name: names.get(bodyId) ?? "",
      records: rows.reduce((sum, row) => sum + row.records, 0),
      amount: amountOf(definition, rows),
      note: null,
    }))
    .sort((one, other) => other.records - one.records || one.name.localeCompare(other.name, "vi"))
}

function amountOf({ counts }: FigureDefinition, rows: readonly Counted[]): number | null {
  switch (counts) {
    case "sum":
      return rows.reduce((sum, row) => sum + (row.amount ?? 0), 0)
    case "once":
      return rows[0]?.once ?? null
    case "median":
      return rows[0]?.middle ?? null
    case "share":
      return rows[0] === undefined || rows[0].records === 0 ? null : (rows[0].amount ?? 0) / rows[0].records
    case "records":
      return null
  }
}

/** As the figure adds them up: a body's own number for the period, else its shorter periods together. */
function reportsOf(reported: readonly Reported[], period: Period, names: Names): BodyCount[] {
  return [...Map.groupBy(reported, (one) => one.bodyId)]
    .map(([bodyId, rows]) => ({
      bodyId,
      name: names.get(bodyId) ?? "",
      records: rows.length,
      amount: reportedTotal(rows, period)?.value ?? null,
      note: rows.flatMap((row) => row.note ?? []).join("; ") || null,
    }))
    .sort((one, other) => (other.amount ?? 0) - (one.amount ?? 0) || one.name.localeCompare(other.name, "vi"))
}
