/** Who does something here: an officer at a desk. */
import { readAsOfficer, type Tx } from "../../kernel/db/database.ts"
import { localDateOf } from "../../kernel/time.ts"
import type { seatOf } from "../../signals/index.ts"

export type Seat = ReturnType<typeof seatOf>

export const todayOf = ({ house }: Pick<Seat, "house">) => localDateOf(house.clock.now())

/** For what only reads, one question after another. */
export const readFor = <T>({ house, desk }: Seat, work: (tx: Tx) => Promise<T>): Promise<T> =>
  readAsOfficer(house.db, desk.who, work)
