/** Where incidents gather: counts, rates, and how much such figures can bear. Pure. */
export type HotPlace = {
  areaCode: string
  areaName: string
  assets: number
  /** Of the asked months. */
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
