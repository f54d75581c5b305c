/** Who does something here: an officer at a desk. */
import { asOfficer, type Pace, readAsOfficer, type Tx } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import type { Desk } from "../../kernel/http/env.ts"

export type Seat = {
  house: House
  desk: Desk
  bodyId: string
  officerId: string
  /** Written beside what is done, as it is called on that day. */
  name: string
  open<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** For what only reads, all of it asked before the first answer unless `pace` says otherwise. */
  look<T>(work: (tx: Tx) => Promise<T>, pace?: Pace): Promise<T>
}

export function seatOf(desk: Desk): Seat {
  return {
    house: desk.house,
    desk,
    bodyId: desk.who.bodyId,
    officerId: desk.who.officerId,
    name: desk.officer.name,
    open: (work) => asOfficer(desk.house.db, desk.who, work),
    look: (work, pace = "at-once") => readAsOfficer(desk.house.db, desk.who, work, pace),
  }
}
