/** What a figure is, and how counted rows become its value. Definitions are data: `data/report-figures.json`. */
import { labelsWithin, type Period, windowOf } from "./windows.ts"

/** How rows become a number: how many, their sum, the middle one, a share of 1, or each thing once. */
export type Counts = "records" | "sum" | "median" | "share" | "once"

export type FigureDefinition = {
  id: string
  name: string
  nameEn: string
  unit: string
  section: string
  definition: string
  question: string
  questionEn: string
  /** How the report says it: "{value}" stands for the number with its unit. */
  sentence: string
  /** `records`: of each body its records from the day on which it first kept any, before that its own number. */
  source: "system" | "bodies" | "records"
  slice:
    | "signals"
    | "cases"
    | "directives"
    | "sharing"
    | "infrastructure"
    | "inspections"
    | "awareness"
    | "notices"
    | "proposals"
    | null
  counts: Counts
  /** `first`: parts are numbers of their own and are not added; the first is the figure. */
  total: "sum" | "first"
  parts: readonly string[]
  owner: string
  note: string | null
}
export type SectionDefinition = {
  id: string
  title: string
  clause: string | null
  figures: FigureDefinition[]
}

/** One group of counted rows; `byBodyId` null is the total over bodies. */
export type Counted = {
  figure: string
  part: string
  byBodyId: string | null
  records: number
  amount: number | null
  middle: number | null
  once: number | null
}
export type Reported = { figure: string; bodyId: string; period: string; value: number; note: string | null }

/** Since when a body keeps records of a figure of `records`. */
export type Since = { figure: string; bodyId: string; since: string }

/** One body's part of such a figure: the number that counts, and its own that stands beside it. */
export type BodySource = {
  bodyId: string
  source: "system" | "bodies"
  value: number
  records: number
  /** What the body says itself; null: it said nothing. */
  own: number | null
}

export type FigureSource = "system" | "bodies" | "mixed" | "none"
export type PartValue = { part: string; value: number; records: number }
export type FigureReading = {
  definition: FigureDefinition
  source: FigureSource
  /** Null: from nowhere yet, or a share of nothing. */
  value: number | null
  parts: PartValue[]
  /** What bodies reported themselves, beside the system's own count. */
  reported: { value: number; bodies: number } | null
  /** Of a figure of `records`, body by body. */
  byBody?: BodySource[]
  /** A body began to keep records inside the window: it is held against nothing. */
  isSwitching?: boolean
}

/** Shares are of 1: 0.5 is 50 %. */
export function readingOf(
  definition: FigureDefinition,
  counted: readonly Counted[],
  reported: readonly Reported[],
  period: Period | null,
  since: readonly Since[] = [],
): FigureReading {
  if (definition.source === "records")
    return readingOfRecords(definition, { counted, reported, period, since })
  const own =
    period === null
      ? null
      : reportedTotal(
          reported.filter((one) => one.figure === definition.id),
          period,
        )
  if (definition.source === "bodies")
    return {
      definition,
      source: own === null ? "none" : "bodies",
      value: own?.value ?? null,
      parts: [],
      reported: own,
    }
  const totals = counted.filter((one) => one.figure === definition.id && one.byBodyId === null)
  const value = figureTotal(definition, totals)
  return { definition, source: "system", value, parts: partsOf(definition, totals), reported: own }
}

function partsOf(definition: FigureDefinition, totals: readonly Counted[]): PartValue[] {
  return definition.parts.flatMap((part) => {
    const found = totals.find((one) => one.part === part)
    // Numbers of their own are said even when they are nought.
    if (found === undefined) return definition.total === "first" ? [{ part, value: 0, records: 0 }] : []
    return [{ part, value: valueOfCell(definition.counts, found) ?? 0, records: found.records }]
  })
}

/**
 * One source for each body and period, so that nothing is added twice: where the body kept records in the period they
 * count, even when they are fewer than it says itself; its own number stands beside them and is asked about.
 */
function readingOfRecords(
  definition: FigureDefinition,
  of: {
    counted: readonly Counted[]
    reported: readonly Reported[]
    period: Period | null
    since: readonly Since[]
  },
): FigureReading {
  const { period } = of
  const cells = of.counted.filter((one) => one.figure === definition.id && one.byBodyId !== null)
  const said = of.reported.filter((one) => one.figure === definition.id)
  // Without a period nobody was asked, and only records are known.
  const to = period === null ? null : windowOf(period).to
  const keeps = new Set(
    of.since
      .filter((one) => one.figure === definition.id && (to === null || one.since <= to))
      .map((one) => one.bodyId),
  )
  for (const cell of cells) keeps.add(cell.byBodyId ?? "")
  const byBody = [...new Set([...keeps, ...said.map((one) => one.bodyId)])].flatMap(
    (bodyId): BodySource[] => {
      const own =
        period === null
          ? null
          : (reportedTotal(
              said.filter((one) => one.bodyId === bodyId),
              period,
            )?.value ?? null)
      const rows = cells.filter((one) => one.byBodyId === bodyId)
      const records = rows.reduce((sum, one) => sum + one.records, 0)
      const counts = rows.reduce((sum, one) => sum + (valueOfCell(definition.counts, one) ?? 0), 0)
      if (keeps.has(bodyId)) return [{ bodyId, source: "system", value: counts, records, own }]
      return own === null ? [] : [{ bodyId, source: "bodies", value: own, records: 0, own }]
    },
  )
  const beside = byBody.filter((one) => one.source === "system" && one.own !== null)
  const alone = byBody.filter((one) => one.source === "bodies")
  const sum = (rows: readonly BodySource[], value: (one: BodySource) => number) =>
    rows.reduce((total, one) => total + value(one), 0)
  const totals = of.counted.filter((one) => one.figure === definition.id && one.byBodyId === null)
  // What two bodies looked at is one thing: "once" is counted over all of them and not added up.
  const recorded =
    definition.counts === "once" ? figureTotal(definition, totals) : figureTotal(definition, cells)
  const told = beside.length > 0 ? beside : alone
  const isSwitching =
    period !== null &&
    of.since.some(
      ({ figure, since }) =>
        figure === definition.id && since > windowOf(period).from && since <= windowOf(period).to,
    )
  return {
    definition,
    source: sourceOf(byBody.length - alone.length, alone.length),
    value: byBody.length === 0 ? null : (recorded ?? 0) + sum(alone, (one) => one.value),
    // Beside numbers that bodies told whole, parts would not add up.
    parts: definition.parts.length > 1 && alone.length === 0 ? partsOf(definition, totals) : [],
    reported: told.length === 0 ? null : { value: sum(told, (one) => one.own ?? 0), bodies: told.length },
    byBody,
    isSwitching,
  }
}

function sourceOf(keeping: number, telling: number): FigureSource {
  if (keeping === 0) return telling === 0 ? "none" : "bodies"
  return telling === 0 ? "system" : "mixed"
}

/** Parts of a count or a sum add up; a median, a share and "once" have one part only. */
function figureTotal({ counts, total, parts }: FigureDefinition, cells: readonly Counted[]): number | null {
  const added = total === "first" ? cells.filter((cell) => cell.part === parts[0]) : cells
  const values = added.map((cell) => valueOfCell(counts, cell))
  if (counts === "median" || counts === "share") return values[0] ?? null
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

function valueOfCell(counts: Counts, cell: Counted): number | null {
  switch (counts) {
    case "records":
      return cell.records
    case "sum":
      return cell.amount ?? 0
    case "once":
      return cell.once ?? 0
    case "median":
      return cell.middle
    case "share":
      return cell.records === 0 ? null : (cell.amount ?? 0) / cell.records
  }
}

/**
 * What bodies reported for a period: each body's own value for exactly this period, else the sum of its longest shorter
 * periods (two quarters before six months), so that nothing is added twice.
 */
export function reportedTotal(
  reported: readonly Reported[],
  period: Period,
): { value: number; bodies: number } | null {
  const byBody = Map.groupBy(reported, (one) => one.bodyId)
  const levels = [[period.label], ...levelsOf(labelsWithin(period))]
  const values = [...byBody.values()].flatMap((rows) => {
    const level = levels.find((labels) => rows.some((row) => labels.includes(row.period)))
    if (level === undefined) return []
    return [rows.filter((row) => level.includes(row.period)).reduce((sum, row) => sum + row.value, 0)]
  })
  if (values.length === 0) return null
  return { value: values.reduce((sum, value) => sum + value, 0), bodies: values.length }
}

function levelsOf(labels: readonly string[]): string[][] {
  const level = (label: string) => label.replace(/\d+$/, "").slice(4)
  return [...Map.groupBy(labels, level).values()]
}

/** "Kỳ trước bằng 0: ghi số tuyệt đối, không ghi phần trăm" (report-outline.json, rules). */
export type Change = { by: number; share: number | null }
export function changeOf(now: number | null, then: number | null): Change | null {
  if (now === null || then === null) return null
  return { by: now - then, share: then === 0 ? null : (now - then) / then }
}
