/** One form under the list for what is done to several tips. */
import { choice, form, pick, several } from "../kernel/forms/index.ts"
import { sayEach, sayOf } from "../kernel/words.ts"
import { severalWords } from "./words-several.ts"

export const severalForm = form({
  slug: "nhieu-tin",
  verb: "signal.handle",
  title: sayOf(severalWords, (t) => t.title),
  follows: sayOf(severalWords, (t) => t.follows),
  look: "second",
  asks: {
    tin: several(
      sayOf(severalWords, (t) => t.tips),
      { wrong: sayOf(severalWords, (t) => t.noTips) },
    ),
    act: choice(
      sayOf(severalWords, (t) => t.act),
      sayEach(severalWords, (t) => t.acts),
    ),
    officerId: pick(
      sayOf(severalWords, (t) => t.to),
      { hint: sayOf(severalWords, (t) => t.toHint) },
    ).optional(),
  },
})
