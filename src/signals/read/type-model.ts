/**
 * Which trick it is: the cues of the table (`type.ts`) and words weighed from labelled tips, together. The cues know tricks
 * by their names, the weights know how people tell them. The door that a citizen chose decides before both.
 */
import type { Folded } from "./fold.ts"
import { type Linear, modelOf, scoresOf } from "./linear.ts"
import { textSigns } from "./text-signs.ts"
import { cueScores, otherType } from "./type.ts"

/** What is reported at the door "infrastructure". */
export const infrastructureTypes = ["trom-cap-thiet-bi-vien-thong", "pha-hoai-ha-tang", otherType] as const

/** Chosen by leaving one author out at a time, see `src/signals/fixtures/README.md`. */
const cueWeight = 0.3
/** Three strong cues say all that a fourth could. */
const cuesMax = 6
/** Without a cue there is a faint voice for "something else". */
const otherAlone = 4.3

const model = modelOf("types")

/** Pairs of words tell tricks apart; threes of them are each seen too seldom. */
export const typeSignsOf = (folded: Folded): string[] => textSigns(folded, 2)

/** `among`: the only tricks it can be. `weights`: another model, to measure it. */
export function typeIn(
  folded: Folded,
  among: readonly string[] | null = null,
  weights: Linear = model(),
): string {
  const cues = cueScores(folded.original)
  const scores = scoresOf(weights, typeSignsOf(folded))
  let best = { type: otherType, score: Number.NEGATIVE_INFINITY }
  for (const [at, type] of weights.labels.entries()) {
    if (among !== null && !among.includes(type)) continue
    const cue = Math.min(cuesMax, cues.get(type) ?? (type === otherType ? otherAlone : 0))
    const score = (scores[at] ?? 0) + cueWeight * cue
    if (score > best.score) best = { type, score }
  }
  return best.type
}
