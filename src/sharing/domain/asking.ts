/** How often one network asks the public check: enough for a whole quarter behind one address, too little to walk through all numbers. Pure. */

export const asksMax = 600
export const asksWithinMs = 10 * 60_000
/** Behind it the oldest are forgotten, so that counting never fills the memory. */
const networksMax = 50_000

/**
 * Counted in the memory of the process that answers: a row for each question would cost more than the answer, and what is not
 * written down is known to nobody. `network` is a keyed hash that changes daily.
 */
export function countingAsks(most = asksMax) {
  let began = 0
  const asked = new Map<string, number>()
  return (network: string, now: Date): boolean => {
    if (now.getTime() - began >= asksWithinMs || now.getTime() < began) {
      began = now.getTime()
      asked.clear()
    }
    const so = (asked.get(network) ?? 0) + 1
    if (so === 1 && asked.size >= networksMax) asked.delete(asked.keys().next().value ?? "")
    asked.set(network, so)
    return so <= most
  }
}
