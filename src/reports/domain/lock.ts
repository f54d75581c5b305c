/** A lock keeps what was handed in. What the system counts differently afterwards is a correction, never a silent change. */
import type { FigureReading, FigureSource, PartValue } from "./figures.ts"
import type { Tallies } from "./tallies.ts"
import type { PeriodWindow } from "./windows.ts"

export type LockedFigure = { id: string; source: FigureSource; value: number | null; parts: PartValue[] }
export type Correction = {
  figure: string
  before: number | null
  after: number | null
  reason: string
  at: string
  by: string
}
export type LockRefused = "report.notOver" | "report.alreadyLocked" | "report.notYours"

/** A period may be locked from the day after its last. */
export function decideLock(asked: {
  window: PeriodWindow
  today: string
  isLocked: boolean
  mayReport: boolean
}): LockRefused | null {
  if (!asked.mayReport) return "report.notYours"
  if (asked.isLocked) return "report.alreadyLocked"
  return asked.window.to < asked.today ? null : "report.notOver"
}

/** The text that is hashed: the same figures always give the same text. */
export function textOfLock(
  window: PeriodWindow,
  scope: string,
  { figures, tallies }: { figures: readonly FigureReading[]; tallies: Tallies },
): string {
  return JSON.stringify({
    period: window.period.label,
    scope,
    from: window.from,
    to: window.to,
    figures: figures.map(({ definition, source, value, parts }) => ({
      id: definition.id,
      source,
      value,
      parts: parts.map(({ part, value: of, records }) => ({ part, value: of, records })),
    })),
    tallies,
  })
}

export function figuresOfLock(text: string): LockedFigure[] {
  const stored: { figures: LockedFigure[] } = JSON.parse(text)
  return stored.figures
}

/** Null in a lock of before the report said them. */
export function talliesOfLock(text: string): Tallies | null {
  const stored: { tallies?: Tallies } = JSON.parse(text)
  return stored.tallies ?? null
}

/** What stands in the report today: as locked, or as last corrected. */
export function standingValue(
  locked: LockedFigure | undefined,
  corrections: readonly Correction[],
): number | null {
  const own = corrections.filter((one) => one.figure === locked?.id)
  return own.length > 0 ? (own.at(-1)?.after ?? null) : (locked?.value ?? null)
}
