/** The tips before and behind one in the list from which it was opened. */
import { soughtIn } from "../domain/search.ts"
import { idsInQueue } from "../store/queue.ts"
import { cutoffs } from "./dues.ts"
import type { Question } from "./reading.ts"
import type { Seat } from "./seat.ts"

export type Neighbour = { id: string; at: number }
export type Neighbours = { previous: Neighbour | null; next: Neighbour | null }

/** `at`: where it stood. A tip that has left the list since, by what was done to it, has what stood beside it for neighbours. */
export const neighboursOf = (
  seat: Seat,
  asked: Question,
  { id, at, order }: { id: string; at: number; order: "urgent" | "new" },
): Promise<Neighbours> =>
  seat.look(async (tx) => {
    const since = await cutoffs(tx, seat.house.clock.now())
    const first = Math.max(0, at - 1)
    const filter = { ...asked, sought: soughtIn(asked.text), since }
    const ids = await idsInQueue(tx, filter, { order, limit: 3, offset: first })
    return beside(ids, { id, at, first })
  }, "step-by-step")

export function beside(
  ids: readonly string[],
  { id, at, first }: { id: string; at: number; first: number },
): Neighbours {
  const one = (place: number): Neighbour | null => {
    const found = ids[place]
    return found === undefined ? null : { id: found, at: first + place }
  }
  const here = ids.indexOf(id)
  if (here >= 0) return { previous: one(here - 1), next: one(here + 1) }
  return at === 0 ? { previous: null, next: one(0) } : { previous: one(0), next: one(1) }
}
