/** Which of a tip's sums left: from what its label says is lost altogether. */
import { fold } from "../../src/signals/read/fold.ts"
import { lossSigns } from "../../src/signals/read/loss.ts"
import { occurrencesIn } from "../../src/signals/read/read.ts"
import { type Sum, sumsIn } from "../../src/signals/read/sums.ts"
import { withHeads } from "../../src/signals/read/tables.ts"
import type { Example } from "./logistic.ts"
import type { Labelled } from "./tips.ts"

export function lossExamples(tip: Labelled): Example[] {
  const folded = fold(withHeads(tip.text).text)
  const found = occurrencesIn(folded)
  const sums = sumsIn(folded, found)
  const signs = lossSigns(folded, sums, found)
  const left = leftOf(sums, tip.loss_vnd ?? null)
  if (left === null) return []
  return sums.flatMap((sum, at) => {
    if (sum.vnd === null || left.unsaid.has(sum)) return []
    return [{ signs: signs[at] ?? [], label: left.gone.has(sum) ? "left" : "stayed" }]
  })
}

/**
 * The sums that make up the loss: those of its very size, else the fewest that add up to it. `unsaid`: parts of a loss
 * that is told as a whole too, of which the label says nothing. Null: no sums of the text make up the loss.
 */
function leftOf(sums: readonly Sum[], loss: number | null) {
  const told = sums.filter((sum) => sum.vnd !== null)
  if (loss === null) return { gone: new Set<Sum>(), unsaid: new Set<Sum>() }
  const whole = told.filter((sum) => sum.vnd === loss)
  const parts = partsOf(
    told.filter((sum) => sum.vnd !== loss),
    loss,
  )
  if (whole.length > 0) return { gone: new Set(whole), unsaid: new Set(parts ?? []) }
  return parts === null ? null : { gone: new Set(parts), unsaid: new Set<Sum>() }
}

const sumsMax = 12

function partsOf(sums: readonly Sum[], loss: number): Sum[] | null {
  if (sums.length > sumsMax) return null
  let best: Sum[] | null = null
  for (let set = 1; set < 2 ** sums.length; set += 1) {
    const some = sums.filter((_, at) => (set >> at) & 1)
    const isWhole = some.reduce((all, sum) => all + (sum.vnd ?? 0), 0) === loss
    if (isWhole && (best === null || some.length < best.length)) best = some
  }
  return best
}
