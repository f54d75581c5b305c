/** The same ground in degrees, for a map that is moved; null where only a drawing of it is known, or nothing. */
import type { LocalDate } from "../time.ts"
import type { Ring } from "./draw.ts"
import { groundOn } from "./ground.ts"
import { type Here, readyProvince, ringsOf } from "./map.ts"

export type DegreesShape = {
  type: "Feature"
  properties: { code: string; name: string }
  geometry: { type: "MultiPolygon"; coordinates: Ring[][] }
}
export type Degrees = { type: "FeatureCollection"; features: DegreesShape[] }

/** By what is drawn: the communes, or the districts of before. */
const known = new Map<boolean, Degrees>()

export function outlinesInDegrees(here: Here, day: LocalDate): Degrees | null {
  if (here.province !== readyProvince.code) return null
  const { map, isJoined, communesOf } = groundOn({ ...here, outlines: null }, day)
  const before = known.get(isJoined)
  if (before !== undefined) return before
  const features = map.communes.map(({ code, name }): DegreesShape => {
    return {
      type: "Feature",
      properties: { code, name },
      geometry: { type: "MultiPolygon", coordinates: ringsOf(communesOf(code)) },
    }
  })
  const made: Degrees = { type: "FeatureCollection", features }
  known.set(isJoined, made)
  return made
}
