/** How often one network may ask for something without signing in. A whole quarter may stand behind one address. */
import type { House } from "../house.ts"
import type { Ctx } from "./env.ts"
import { networkOf } from "./network.ts"

export type AsksLimit = { most: number; withinMs: number }

/** Behind it the oldest are forgotten, so that counting never fills the memory. */
const networksMax = 50_000

/**
 * Counted in the memory of the process that answers: a row for each question would cost more than the answer, and what is not
 * written down is known to nobody. `network` is a keyed hash that changes daily. Gives the seconds to wait; 0: it may.
 */
export function countingAsks({ most, withinMs }: AsksLimit) {
  let began = 0
  const asked = new Map<string, number>()
  return (network: string, now: Date): number => {
    if (now.getTime() - began >= withinMs || now.getTime() < began) {
      began = now.getTime()
      asked.clear()
    }
    const so = (asked.get(network) ?? 0) + 1
    if (so === 1 && asked.size >= networksMax) asked.delete(asked.keys().next().value ?? "")
    asked.set(network, so)
    return so <= most ? 0 : Math.ceil((began + withinMs - now.getTime()) / 1_000)
  }
}

/** Counts the request and gives the minutes to wait, which the answer's `Retry-After` then says too; 0: it may. */
export function limitOfNetworks(limit: AsksLimit): (c: Ctx) => number {
  const counts = new WeakMap<House, ReturnType<typeof countingAsks>>()
  return (c) => {
    const house = c.get("house")
    const count = counts.get(house) ?? countingAsks(limit)
    counts.set(house, count)
    const seconds = count(networkOf(c), house.clock.now())
    if (seconds > 0) c.header("retry-after", String(seconds))
    return Math.ceil(seconds / 60)
  }
}
