/**
 * The ground on which a day's counts are shown: communes since 1 July 2025, the districts of before on an earlier day. Counts
 * come by the codes of today's communes; a district is drawn from the communes that succeeded it. Some of these lie in two
 * districts, and stand in the one from which most of their old communes came: the map says that it is approximate.
 */
import { readCsv } from "../calendar/data.ts"
import type { LocalDate } from "../time.ts"
import { onceForCommunes } from "./communes.ts"
import {
  type Here,
  joinedMap,
  type ProvinceMap,
  provinceMap,
  readyProvince,
  readySuccessions,
} from "./map.ts"

/** Districts ended on this day (Luật 72/2025/QH15). */
const districtsEndedOn = "2025-07-01"

export type Ground = {
  map: ProvinceMap
  /** True where the shapes are districts, joined from communes. */
  isJoined: boolean
  /** How many communes lie in two districts. */
  straddling: number
  /** The shape in which a commune lies; null: it is of a province that was another one then. */
  shapeOf(commune: string): string | null
  /** The communes of a shape, by their codes. */
  communesOf(shape: string): readonly string[]
}

/** Grounds of a province by whether communes are joined in districts; the boundaries given to an installation are drawn already. */
const groundsOf = onceForCommunes(() => new Map<boolean, Ground>())

export function groundOn(here: Here, day: LocalDate): Ground {
  const isJoined = day < districtsEndedOn && here.province === readyProvince.code
  if (!isJoined && here.outlines !== null) return communes(here)
  const made = groundsOf(here.province)
  const ground = made.get(isJoined) ?? (isJoined ? districts() : communes(here))
  made.set(isJoined, ground)
  return ground
}

function communes(here: Here): Ground {
  const map = provinceMap(here)
  return { map, isJoined: false, straddling: 0, shapeOf: (code) => code, communesOf: (code) => [code] }
}

function districts(): Ground {
  const of = new Map<string, Map<string, number>>()
  for (const row of readCsv(readySuccessions)) {
    if (row.old_province !== `Tỉnh ${readyProvince.name}`) continue
    const shares = of.get(row.new_code ?? "") ?? new Map<string, number>()
    shares.set(row.old_district ?? "", (shares.get(row.old_district ?? "") ?? 0) + 1)
    of.set(row.new_code ?? "", shares)
  }
  const most = (shares: ReadonlyMap<string, number>) =>
    [...shares].reduce((best, one) => (one[1] > best[1] ? one : best), ["", 0] as const)[0]
  const districtOf = new Map([...of].map(([code, shares]) => [code, most(shares)]))
  const names = [...new Set(districtOf.values())].sort((one, other) => one.localeCompare(other, "vi"))
  const codeOf = new Map(names.map((name, at) => [name, `huyen-${at + 1}`]))
  const members = Map.groupBy(districtOf.keys(), (code) => codeOf.get(districtOf.get(code) ?? "") ?? "")
  return {
    map: joinedMap(
      names.map((name) => ({
        code: codeOf.get(name) ?? "",
        name,
        of: members.get(codeOf.get(name) ?? "") ?? [],
      })),
    ),
    isJoined: true,
    straddling: [...of.values()].filter((shares) => shares.size > 1).length,
    shapeOf: (code) => codeOf.get(districtOf.get(code) ?? "") ?? null,
    communesOf: (shape) => members.get(shape) ?? [],
  }
}
