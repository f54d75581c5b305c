/**
 * Which incidents may be the work of the same hands: by night, way, tool, what was taken and distance, whoever owns what was hit. It proposes and says why;
 * a person decides. Pure.
 */
import { addDays, localDateOf, localTimeOf } from "../../kernel/time.ts"
import type { IncidentKind, Taken, Tool, Trick } from "./incident.ts"

export type Struck = {
  id: string
  kind: IncidentKind
  /** ISO instant. */
  happenedAt: string
  areaCode: string
  cellLat: number | null
  cellLon: number | null
  trick: Trick
  tools: readonly Tool[]
  taken: readonly Taken[]
  ownerIds: readonly string[]
}

export type Reason = "sameTrick" | "sameTool" | "sameTaken" | "sameHours" | "near"
export type Series<One extends Struck = Struck> = {
  /** The earliest of them names it. */
  key: string
  incidents: readonly One[]
  /** Nights on which it happened; a night before noon belongs to the evening before. */
  nights: readonly string[]
  owners: number
  /** By reason, how many of the incidents it fits. */
  reasons: Readonly<Record<Reason, number>>
  /** Days between one night and the next, the middle one; null with fewer than three nights. */
  rhythmDays: number | null
}

export const seriesRules = {
  /** Fewer are no series. */
  incidentsMin: 3,
  nightsMin: 2,
  /** From one to the next. */
  gapDaysMax: 7,
  kmMax: 15,
  /** How much of way, tool and loot has to be the same. */
  likenessMin: 2,
} as const

/** What nobody did on purpose is in no series. */
const onPurpose: readonly IncidentKind[] = ["theft", "sabotage"]

export function seriesIn<One extends Struck>(struck: readonly One[]): Series<One>[] {
  const all = struck
    .filter(({ kind }) => onPurpose.includes(kind))
    .toSorted((a, b) => a.happenedAt.localeCompare(b.happenedAt) || a.id.localeCompare(b.id))
  const groups: One[][] = []
  for (const one of all) {
    const own = groups.find((group) => group.some((other) => isAlike(one, other)))
    if (own === undefined) groups.push([one])
    else own.push(one)
  }
  return groups
    .filter((group) => group.length >= seriesRules.incidentsMin)
    .map((group) => seriesOf(group))
    .filter(({ nights }) => nights.length >= seriesRules.nightsMin)
    .toSorted((a, b) => lastOf(b).localeCompare(lastOf(a)))
}

const lastOf = ({ incidents }: Series) => incidents.at(-1)?.happenedAt ?? ""

/** Near in days and kilometres, and two of way, tool and loot the same. */
function isAlike(one: Struck, other: Struck): boolean {
  const days = Math.abs(Date.parse(one.happenedAt) - Date.parse(other.happenedAt)) / 86_400_000
  if (days > seriesRules.gapDaysMax) return false
  const km = kmBetween(one, other)
  if (km === null ? one.areaCode !== other.areaCode : km > seriesRules.kmMax) return false
  return likeness(one, other) >= seriesRules.likenessMin
}

const share = (one: readonly string[], other: readonly string[]) => one.some((part) => other.includes(part))

function likeness(one: Struck, other: Struck): number {
  const sameTrick = one.trick === other.trick && one.trick !== "unknown" && one.trick !== "other"
  const tools = (of: Struck) => of.tools.filter((tool) => tool !== "none-found")
  return [sameTrick, share(tools(one), tools(other)), share(one.taken, other.taken)].filter(Boolean).length
}

/** Between the middles of their cells; null where one has none. */
export function kmBetween(
  one: Pick<Struck, "cellLat" | "cellLon">,
  other: Pick<Struck, "cellLat" | "cellLon">,
): number | null {
  if (one.cellLat === null || one.cellLon === null || other.cellLat === null || other.cellLon === null)
    return null
  const north = (one.cellLat - other.cellLat) * 1.11
  const east = (one.cellLon - other.cellLon) * 1.11 * Math.cos((one.cellLat / 100) * (Math.PI / 180))
  return Math.hypot(north, east)
}

/** Until noon it is still the night that began the evening before. */
export const nightOf = (happenedAt: string): string =>
  localDateOf(new Date(Date.parse(happenedAt) - 12 * 3_600_000))

function seriesOf<One extends Struck>(incidents: readonly One[]): Series<One> {
  const nights = [...new Set(incidents.map(({ happenedAt }) => nightOf(happenedAt)))].sort()
  const most = (of: (one: One) => readonly string[]) => {
    const counts = new Map<string, number>()
    for (const one of incidents)
      for (const part of new Set(of(one))) counts.set(part, (counts.get(part) ?? 0) + 1)
    return Math.max(0, ...counts.values())
  }
  const [first] = incidents
  return {
    key: first?.id ?? "",
    incidents,
    nights,
    owners: new Set(incidents.flatMap(({ ownerIds }) => ownerIds)).size,
    reasons: {
      sameTrick: most(({ trick }) => [trick]),
      sameTool: most(({ tools }) => tools),
      sameTaken: most(({ taken }) => taken),
      sameHours: incidents.filter(({ happenedAt }) => isAtNight(happenedAt)).length,
      near: incidents.filter((one) =>
        incidents.some((other) => other !== one && (kmBetween(one, other) ?? 0) <= seriesRules.kmMax),
      ).length,
    },
    rhythmDays: rhythmOf(nights),
  }
}

/** Between ten in the evening and five in the morning, in Việt Nam. */
function isAtNight(happenedAt: string): boolean {
  const time = localTimeOf(new Date(happenedAt))
  return time >= "22:00" || time < "05:00"
}

function rhythmOf(nights: readonly string[]): number | null {
  if (nights.length < 3) return null
  const gaps = nights
    .slice(1)
    .map((night, at) => (Date.parse(night) - Date.parse(nights[at] ?? night)) / 86_400_000)
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? null
}

/** If it keeps its pace: the first night after the last that has not passed. A guess, and said as one. */
export function nextNight(
  { nights, rhythmDays }: Pick<Series, "nights" | "rhythmDays">,
  today: string,
): string | null {
  const last = nights.at(-1)
  if (last === undefined || rhythmDays === null || rhythmDays < 1) return null
  const next = addDays(last, rhythmDays)
  return next < today ? null : next
}
