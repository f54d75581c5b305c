/** How urgent it is: words, times and money weighed from labelled tips; where the rules see money moving, it moves. */
import type { Folded } from "./fold.ts"
import { best, type Linear, modelOf, scoresOf } from "./linear.ts"
import { textSigns } from "./text-signs.ts"
import { writtenOut } from "./type.ts"
import { type Urgency, urgencies, urgencyOf } from "./urgency.ts"
import { urgencySigns } from "./urgency-signs.ts"

const model = modelOf("urgency")

export const urgencySignsOf = (folded: Folded, type: string): string[] => [
  ...urgencySigns(writtenOut(folded.text), type),
  ...textSigns(folded),
]

/** `weights`: another model, to measure it. */
export function urgencyIn(folded: Folded, type: string, weights: Linear = model()): Urgency {
  if (urgencyOf(writtenOut(folded.text), type) === "money-moving-now") return "money-moving-now"
  const said = best(weights, scoresOf(weights, urgencySignsOf(folded, type)))
  return urgencies.find((one) => one === said) ?? "ongoing"
}
