/** What the report says beside its figures: by trick, by place, by month, and where each body's tasks stand. Pure. */
import type { Counted } from "./figures.ts"

export type Tally = { key: string; value: number }
export type BodyDuties = { bodyId: string; onTime: number; late: number; overdue: number; open: number }
/** A check that passed by the yearly limit of visits, on clear signs, with the reason that was written. */
export type LimitPass = { code: string; body: string; on: string; reason: string }
export type Tallies = {
  types: Tally[]
  /** In the days that the period is held against. */
  typesBefore: Tally[]
  places: Tally[]
  months: Tally[]
  duties: BodyDuties[]
  /** None in a lock of before the report named them. */
  passes?: LimitPass[]
}

export function dutiesIn(cells: readonly Counted[]): BodyDuties[] {
  const own = cells.filter((one) => one.figure === "II.2" && one.byBodyId !== null)
  return [...Map.groupBy(own, (one) => one.byBodyId ?? "")].map(([bodyId, rows]) => {
    const count = (part: string) => rows.find((one) => one.part === part)?.records ?? 0
    return {
      bodyId,
      onTime: count("done-on-time"),
      late: count("done-late"),
      overdue: count("overdue"),
      open: count("open"),
    }
  })
}

/** The largest first; what has no name is left out. */
export const topOf = (tallies: readonly Tally[], most: number): Tally[] =>
  tallies
    .filter(({ key, value }) => key !== "" && value > 0)
    .toSorted((one, other) => other.value - one.value || one.key.localeCompare(other.key, "vi"))
    .slice(0, most)

/** Of `data/signals/scam-types.csv`: what is none of the tricks. It is counted, never named as one. */
const noTrick = "khac"
export const topTricks = (types: readonly Tally[], most: number) =>
  topOf(
    types.filter(({ key }) => key !== noTrick),
    most,
  )
