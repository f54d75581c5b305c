/** For slices above: which articles of the Criminal Code a loss reaches, as a hint beside what happened. */
import type { LocalDate } from "../../kernel/time.ts"
import { allViolations } from "../catalogue.ts"
import { type Suggestion, suggestionsOf } from "../domain/thresholds.ts"

/** `type`: a trick of `data/signals/scam-types.csv`. */
export const suggestedFor = (type: string, lossVnd: number, on: LocalDate): Suggestion[] =>
  suggestionsOf({ tips: [{ type, lossVnd }], acts: [] }, allViolations(), on)
