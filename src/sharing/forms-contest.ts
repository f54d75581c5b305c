/** The forms of contests, declared once (decision 0012). */
import { choice, form, paragraph, text } from "../kernel/forms/index.ts"
import { sayOf } from "../kernel/words.ts"
import { contestWords } from "./words-contest.ts"

const said = (of: (t: (typeof contestWords)["vi"]) => string) => sayOf(contestWords, of)

/** By anybody, without an account. */
export const contestForm = form({
  slug: "y-kien",
  verb: "",
  title: said((t) => t.ask.send),
  asks: {
    named: text(
      said((t) => t.ask.named),
      { max: 300, hint: said((t) => t.ask.namedHint) },
    ),
    said: paragraph(
      said((t) => t.ask.said),
      { max: 4_000, rows: 5, hint: said((t) => t.ask.saidHint) },
    ),
    who: text(
      said((t) => t.ask.who),
      { max: 200 },
    ).optional(),
    contact: text(
      said((t) => t.ask.contact),
      { max: 200 },
    ).optional(),
  },
})

export const contestForms = {
  decide: form({
    slug: "quyet-dinh",
    verb: "contest.decide",
    title: said((t) => t.decide.title),
    follows: said((t) => t.decide.follows),
    asks: {
      outcome: choice(
        said((t) => t.decide.outcome),
        { kept: said((t) => t.decide.kept), removed: said((t) => t.decide.removed) },
      ),
      reasons: paragraph(
        said((t) => t.decide.reasons),
        { max: 2_000, rows: 4, hint: said((t) => t.decide.reasonsHint) },
      ),
    },
  }),
} as const
