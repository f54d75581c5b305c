/** How often one network may ask for something without signing in. A whole quarter may stand behind one address. */
import { sql } from "kysely"
import { asJob, type Database, type Tx } from "../db/database.ts"
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

/**
 * The same for what makes work for others, a mail or a question to an officer: counted in the database, so that all processes of an
 * installation share one count. `name` tells one limit from another.
 */
export function sharedLimitOfNetworks(name: string, limit: AsksLimit): (c: Ctx) => Promise<number> {
  return async (c) => {
    const { db, clock } = c.get("house")
    const seconds = await countAsk(db, `${name}:${networkOf(c)}`, { ...limit, now: clock.now() })
    if (seconds > 0) c.header("retry-after", String(seconds))
    return Math.ceil(seconds / 60)
  }
}

/** Counts one and gives the seconds to wait, until the running window is over; 0: it may. */
export async function countAsk(
  db: Database,
  bucket: string,
  { most, withinMs, now }: AsksLimit & { now: Date },
): Promise<number> {
  const began = Math.floor(now.getTime() / withinMs) * withinMs
  const count = await asJob(db, "network.ask", async (tx) => {
    const at = new Date(began)
    // A network that was counted before is counted on, however many others there are.
    const known = await sql<{ count: number }>`update limit_counts set count = count + 1
      where bucket = ${bucket} and window_at = ${at} returning count`.execute(tx)
    if (known.rows[0] !== undefined) return known.rows[0].count
    const made = await sql<{ count: number }>`insert into limit_counts as l (bucket, window_at, count)
      select ${bucket}, ${at}, 1
        where (select count(*) from (select from limit_counts where window_at = ${at} limit ${networksMax}) known) < ${networksMax}
      on conflict (bucket, window_at) do update set count = l.count + 1 returning count`.execute(tx)
    // Beyond so many networks a new one is let in uncounted: one visitor with many addresses closes the door to nobody.
    return made.rows[0]?.count ?? 1
  })
  return count <= most ? 0 : Math.ceil((began + withinMs - now.getTime()) / 1_000)
}

/** No limit looks back further than an hour. */
export async function tidyAsks(tx: Tx): Promise<void> {
  await sql`delete from limit_counts where window_at < acting_at() - interval '2 hours'`.execute(tx)
}
