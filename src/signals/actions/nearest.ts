/**
 * Whom a citizen tells who finds damage to a network: "UBND cấp xã hoặc cơ quan công an nơi gần nhất" (Luật Viễn thông
 * 24/2023/QH15, Điều 5.1). Where the committee of the place sits at a desk here, the tip goes to that desk at once.
 */
import { asJob, readAsPublic } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { localDateOf } from "../../kernel/time.ts"
import { committeeAt, placesOn } from "../../organizations/index.ts"

export type Place = { code: string; name: string }

export const placesToday = (house: House): Promise<Place[]> =>
  readAsPublic(house.db, (tx) => placesOn(tx, localDateOf(house.clock.now())))

export type Nearest = { place: Place; desk: { id: string; name: string } | null }

/** Null: no place of today has that code. */
export async function nearestTo(house: House, code: string): Promise<Nearest | null> {
  const place = code === "" ? undefined : (await placesToday(house)).find((one) => one.code === code)
  if (place === undefined) return null
  // Who sits where is not the public's to ask; the answer is the name of a committee.
  const desk = await asJob(house.db, "signals.nearest-desk", (tx) =>
    committeeAt(tx, place.code, localDateOf(house.clock.now())),
  )
  return { place, desk }
}
