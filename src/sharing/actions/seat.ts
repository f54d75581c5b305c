/** Who does something here: an officer at a desk. */
import type { seatOf } from "../../signals/index.ts"

export type Seat = ReturnType<typeof seatOf>
