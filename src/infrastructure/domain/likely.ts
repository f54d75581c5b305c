/** Incidents that may be one and the same, told twice: by time and place. It proposes and says why; a person decides. Pure. */
import type { IncidentKind } from "./incident.ts"
import { kmBetween } from "./series.ts"

export type Told = {
  id: string
  kind: IncidentKind
  /** ISO instant. */
  happenedAt: string
  areaCode: string
  cellLat: number | null
  cellLon: number | null
  /** The exact place, where it is open to who asks. */
  lat: number | null
  lon: number | null
  ownerIds: readonly string[]
}
/** `km` null: the same commune, and of one of the two nothing nearer is known. */
export type Likely<One extends Told = Told> = {
  other: One
  minutesApart: number
  km: number | null
  isExact: boolean
  isSameKind: boolean
  isSameOwner: boolean
}

export const likelyRules = { hoursMax: 12, kmMax: 1.5, shownMax: 10 } as const

/** The nearest in time first. What both owners are known and differ is no duplicate: two networks were hit. */
export function likelyTwins<One extends Told>(of: Told, others: readonly One[]): Likely<One>[] {
  return others
    .flatMap((other) => {
      const twin = twinOf(of, other)
      return twin === null ? [] : [twin]
    })
    .toSorted((a, b) => a.minutesApart - b.minutesApart || a.other.id.localeCompare(b.other.id))
    .slice(0, likelyRules.shownMax)
}

function twinOf<One extends Told>(of: Told, other: One): Likely<One> | null {
  if (of.id === other.id) return null
  const minutesApart = Math.round(Math.abs(Date.parse(of.happenedAt) - Date.parse(other.happenedAt)) / 60_000)
  if (minutesApart > likelyRules.hoursMax * 60) return null
  const isSameOwner = of.ownerIds.some((id) => other.ownerIds.includes(id))
  if (!isSameOwner && of.ownerIds.length > 0 && other.ownerIds.length > 0) return null
  const exact = kmOf(of, other)
  const km = exact ?? kmBetween(of, other)
  if (km === null ? of.areaCode !== other.areaCode : km > likelyRules.kmMax) return null
  return { other, minutesApart, km, isExact: exact !== null, isSameKind: of.kind === other.kind, isSameOwner }
}

function kmOf(one: Told, other: Told): number | null {
  if (one.lat === null || one.lon === null || other.lat === null || other.lon === null) return null
  const north = (one.lat - other.lat) * 111.2
  const east = (one.lon - other.lon) * 111.2 * Math.cos((one.lat * Math.PI) / 180)
  return Math.hypot(north, east)
}
