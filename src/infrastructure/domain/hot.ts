/** Hot spots, where incidents gather: counts, rates, and how much such figures can bear. Pure. */
import { addMonths } from "../../kernel/time.ts"

export type HotPlace = {
  areaCode: string
  areaName: string
  assets: number
  /** Incidents of the asked months. */
  incidents: number
  /** Theft, sabotage and obstruction among them: what a patrol can prevent. */
  onPurpose: number
}

/** Below these a rate jumps with one incident more or less. */
const smallBelow = { incidents: 5, assets: 20 } as const

/** Incidents on a hundred assets; null where no asset is known, which says nothing of safety. */
export const rateOf = ({ incidents, assets }: Pick<HotPlace, "incidents" | "assets">): number | null =>
  assets === 0 ? null : Math.round((incidents / assets) * 1_000) / 10

export const isSmall = ({ incidents, assets }: Pick<HotPlace, "incidents" | "assets">): boolean =>
  incidents < smallBelow.incidents || assets < smallBelow.assets

/** How many months the proposal looks back. */
export const proposalMonths = 6

/** Patrols a month: once where nothing happened, up to twice a week where it happens every month. */
export function proposedTimes(onPurpose: number): number {
  if (onPurpose === 0) return 1
  if (onPurpose <= 2) return 2
  return onPurpose <= 5 ? 4 : 8
}

/** A route is patrolled as often as its hottest place asks. */
export const proposedFor = (places: readonly Pick<HotPlace, "onPurpose">[]): number =>
  Math.max(1, ...places.map(({ onPurpose }) => proposedTimes(onPurpose)))

/** The hottest first: by what was done on purpose, then by all. */
export const hottest = <Place extends HotPlace>(places: readonly Place[]): Place[] =>
  places.toSorted(
    (a, b) =>
      b.onPurpose - a.onPurpose || b.incidents - a.incidents || a.areaName.localeCompare(b.areaName, "vi"),
  )

export type Season = "dry" | "rain"
/** In the north rain falls from May to October. */
export const seasonOf = (month: number): Season => (month >= 5 && month <= 10 ? "rain" : "dry")

export type HotMonth = { month: string; incidents: number; onPurpose: number }

/** The first day of the month in which a day lies. */
export const windowFrom = (day: string): string => `${day.slice(0, 7)}-01`

/** Every month from the first to that of the last day, those without an incident too: a gap is no nought. */
export function monthsFilled(known: readonly HotMonth[], first: string, last: string): HotMonth[] {
  const of = new Map(known.map((one) => [one.month, one]))
  const filled: HotMonth[] = []
  for (let day = first; day.slice(0, 7) <= last.slice(0, 7); day = addMonths(day, 1)) {
    const month = day.slice(0, 7)
    filled.push(of.get(month) ?? { month, incidents: 0, onPurpose: 0 })
  }
  return filled
}

export type SeasonSum = { season: Season; incidents: number; months: number }

/** A season with more months in the window has more incidents: the mean says how many a month. */
export const seasonsOf = (months: readonly HotMonth[]): SeasonSum[] =>
  (["dry", "rain"] as const).flatMap((season) => {
    const own = months.filter(({ month }) => seasonOf(Number(month.slice(5, 7))) === season)
    if (own.length === 0) return []
    return [{ season, incidents: own.reduce((sum, { incidents }) => sum + incidents, 0), months: own.length }]
  })

/** So few are read one by one. */
export const fewMax = 5
