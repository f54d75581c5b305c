/** Who does something here, and on which day. */
import { localDateOf } from "../../kernel/time.ts"
import type { seatOf } from "../../signals/index.ts"

export type Seat = ReturnType<typeof seatOf>
export const todayOf = ({ house }: Seat): string => localDateOf(house.clock.now())
