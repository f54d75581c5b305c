/** Hot spots of a window of months: by place, by route, by month. */
import { addMonths, type LocalDate } from "../../kernel/time.ts"
import { type HotMonth, type HotPlace, hottest, monthsFilled, windowFrom } from "../domain/hot.ts"
import { instantOf } from "../domain/incident.ts"
import { type HotRoute, hotMonths, hotPlaces, hotRoutes } from "../store/hot.ts"
import { readFor, type Seat, todayOf } from "./seat.ts"

export type HotReading = {
  today: LocalDate
  total: number
  places: HotPlace[]
  routes: HotRoute[]
  months: HotMonth[]
}

/** Whole months, this one among them. */
export function readHot(seat: Seat, { months, kind }: { months: number; kind: string }): Promise<HotReading> {
  const today = todayOf(seat)
  const first = windowFrom(addMonths(today, 1 - months))
  const since = { from: instantOf(first, null).toISOString(), kind }
  return readFor(seat, async (tx) => {
    const places = hottest(await hotPlaces(tx, since))
    return {
      ...{ today, places },
      total: places.reduce((sum, { incidents }) => sum + incidents, 0),
      routes: await hotRoutes(tx, since),
      months: monthsFilled(await hotMonths(tx, since), first, today),
    }
  })
}
