/** The job that finds tips whose words are nearly the same: each tip once, within a body, over thirty days. */
import { asJob } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { pairsOf, runsOf } from "../domain/likeness.ts"
import { keepPairs, nextToCompare, textsAround } from "../store/pairs.ts"

const pairsPerTip = 10
const batchesMax = 50

/** Returns how many tips were compared. Run twice, it finds nothing left. */
export async function compareTexts(house: House): Promise<number> {
  let compared = 0
  for (let batch = 0; batch < batchesMax; batch += 1) {
    const done = await asJob(house.db, "signals.compare", async (tx) => {
      const fresh = await nextToCompare(tx)
      const [first] = fresh
      if (first === undefined) return 0
      const around = await textsAround(tx, first.bodyId, first.receivedAt)
      const texts = new Map(
        [...around, ...fresh].map((one) => [one.id, { id: one.id, runs: runsOf(one.text) }]),
      )
      const own = fresh.flatMap(({ id }) => texts.get(id) ?? [])
      await keepPairs(tx, first.bodyId, fresh, pairsOf(own, [...texts.values()], pairsPerTip))
      return fresh.length
    })
    compared += done
    if (done === 0) break
  }
  return compared
}
