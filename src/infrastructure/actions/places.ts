/** What a form of this slice offers: places, owners, bodies to whom something can be shown. */
import type { Tx } from "../../kernel/db/database.ts"
import type { Option } from "../../kernel/ui/index.ts"
import { bodiesOn, loadChart, placesOn } from "../../organizations/index.ts"
import { ownCodes } from "../store/assets.ts"
import { readFor, type Seat, todayOf } from "./seat.ts"

export type Offered = { places: Option[]; owners: Option[]; codes: { code: string; name: string }[] }

const codesMax = 2_000

export function offeredFor(seat: Seat): Promise<Offered> {
  return readFor(seat, async (tx) => ({
    places: await placeOptions(tx, seat),
    owners: await othersOf(tx, seat, ["enterprise"]),
    codes: await ownCodes(tx, codesMax),
  }))
}

export const placeOptions = async (tx: Tx, seat: Seat): Promise<Option[]> =>
  (await placesOn(tx, todayOf(seat))).map(({ code, name }) => ({ value: code, label: name }))

/** A place of today, by its code. */
export const isPlace = async (tx: Tx, seat: Pick<Seat, "house">, code: string): Promise<boolean> =>
  (await placesOn(tx, todayOf(seat))).some((one) => one.code === code)

/** Other bodies of these kinds, as they are today. */
const othersOf = async (tx: Tx, seat: Seat, kinds: readonly string[]): Promise<Option[]> =>
  bodiesOn(await loadChart(tx), todayOf(seat))
    .filter(({ kind, id }) => kinds.includes(kind) && id !== seat.bodyId)
    .map(({ id, name }) => ({ value: id, label: name }))

/** The police and the committee of a place see it anyway. */
export const mayBeShown = (tx: Tx, seat: Seat): Promise<Option[]> =>
  othersOf(tx, seat, ["department", "province-office", "enterprise"])
