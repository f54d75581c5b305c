/** The form that adds a webhook. */
import { form, text } from "../../kernel/forms/index.ts"
import { sayOf } from "../../kernel/words.ts"
import { hookWords } from "./words.ts"

const says = (of: (t: (typeof hookWords)["vi"]) => string) => sayOf(hookWords, of)

export const newHook = form({
  slug: "webhook",
  verb: "exchange.manage",
  title: says((t) => t.add),
  asks: {
    name: text(
      says((t) => t.name),
      { max: 80 },
    ),
    url: text(
      says((t) => t.url),
      { max: 1_000, hint: says((t) => t.urlHint) },
    ),
  },
})
