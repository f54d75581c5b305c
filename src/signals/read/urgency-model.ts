/** How urgent it is: words, times and money weighed from labelled tips; what the words settle by themselves comes first. */
import type { Folded } from "./fold.ts"
import { best, type Linear, modelOf, scoresOf } from "./linear.ts"
import { textSigns } from "./text-signs.ts"
import { writtenOut } from "./type.ts"
import { plainUrgency, type Urgency, urgencies } from "./urgency.ts"
import { urgencySigns } from "./urgency-signs.ts"

const model = modelOf("urgency")

export const urgencySignsOf = (folded: Folded, type: string, loss: number | null): string[] => [
  ...urgencySigns(writtenOut(folded.text), type, loss),
  ...textSigns(folded),
]

/** `weights`: another model, to measure it. */
export function urgencyIn(
  folded: Folded,
  { type, loss }: { type: string; loss: number | null },
  weights: Linear = model(),
): Urgency {
  const plain = plainUrgency(writtenOut(folded.text), type, loss)
  if (plain === "money-moving-now") return plain
  const said = best(weights, scoresOf(weights, urgencySignsOf(folded, type, loss)))
  const weighed = urgencies.find((one) => one === said) ?? "ongoing"
  // Money that may still be stopped comes before a trick that goes on.
  return weighed === "money-moving-now" ? weighed : (plain ?? weighed)
}
