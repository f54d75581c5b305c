/** Tips about networks at the desks of communes, for the lead department (decision 0017). */
import { type DeskOfPlace, networkTipsAtDesks } from "../store/desks.ts"
import type { Seat } from "./seat.ts"

export const tipsAtPlaces = (seat: Seat): Promise<DeskOfPlace[]> => seat.look(networkTipsAtDesks)
