/** The job that finds tips whose words are nearly the same: each tip once, within a body, over thirty days. */
import { asJob, type Tx } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { enqueue } from "../../kernel/queue.ts"
import { bandsOf, nearest, type Pair, runsOf, sameFrom } from "../domain/likeness.ts"
import { candidatesFor, type FreshText, keepCompared, nextToCompare, type Print } from "../store/pairs.ts"

const jobName = "signals.compare"
const pairsPerTip = 3
/** Beyond this a run asks for another and ends, so that other jobs have their turn. */
const batchesMax = 10

/** Returns how many tips were compared. Run until nothing is left, it finds nothing more. */
export async function compareTexts(house: House): Promise<number> {
  let compared = 0
  for (let batch = 0; batch < batchesMax; batch += 1) {
    const done = await asJob(house.db, jobName, compareNext)
    if (done === 0) return compared
    compared += done
  }
  await asJob(house.db, jobName, (tx) => enqueue(tx, jobName, {}, { key: `${jobName}.again` }))
  return compared
}

/**
 * A tip that says nearly the same as a kept one points at it and is not kept itself: a campaign of thousands costs one
 * row a tip, and one comparison.
 */
async function compareNext(tx: Tx): Promise<number> {
  const fresh = await nextToCompare(tx)
  const pairs: Pair[] = []
  const kept: Print[] = []
  for (const text of fresh) {
    const print = printOf(text)
    if (print.runs.length === 0) continue
    const own = { id: text.id, runs: print.runs }
    let found = nearest(own, inBatch(kept, print), pairsPerTip)
    if (!isSame(found)) {
      const others = [...inBatch(kept, print), ...(await candidatesFor(tx, print))]
      found = nearest(own, others, pairsPerTip)
    }
    // The nearest says it all where it is the same message; the others are near to that one.
    pairs.push(...(isSame(found) ? found.slice(0, 1) : found))
    if (!isSame(found)) kept.push(print)
  }
  await keepCompared(tx, fresh, { pairs, prints: kept })
  return fresh.length
}

const isSame = ([first]: readonly Pair[]) => first !== undefined && first.likeness >= sameFrom

function printOf(text: FreshText): Print {
  const runs = runsOf(text.text)
  return { text, runs, bands: bandsOf(runs) }
}

/** Those of this batch that share a band; a batch is short. */
function inBatch(kept: readonly Print[], { bands }: Print) {
  const own = new Set(bands)
  return kept
    .filter((other) => other.bands.some((band) => own.has(band)))
    .map(({ text, runs }) => ({ id: text.id, runs }))
}
