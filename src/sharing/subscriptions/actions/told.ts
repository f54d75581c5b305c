/** What went out about the body's warnings, for its administrator. */
import type { Seat } from "../../actions/seat.ts"
import { linesOfWarning, toldWarnings } from "../store/told.ts"

type Window = { limit: number; offset: number }

export const readTold = (seat: Seat, window: Window) => seat.look((tx) => toldWarnings(tx, window))

export const readToldOf = (seat: Seat, code: number, window: Window) =>
  seat.look((tx) => linesOfWarning(tx, code, window))
