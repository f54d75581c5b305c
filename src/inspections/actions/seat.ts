/** Who does something here: an officer at a desk. */
import { localDateOf } from "../../kernel/time.ts"
import type { seatOf } from "../../signals/index.ts"
import type { Body } from "../domain/powers.ts"

export type Seat = ReturnType<typeof seatOf>

export const todayOf = ({ house }: Seat) => localDateOf(house.clock.now())
export const bodyOf = ({ desk }: Seat): Body => ({ kind: desk.officer.bodyKind, name: desk.officer.bodyName })
