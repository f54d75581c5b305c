/** The form that subscribes to a source. Its password is read beside it (`routes.ts`): it is shown to nobody again. */
import { form, text } from "../../kernel/forms/index.ts"
import { sayOf } from "../../kernel/words.ts"
import { sourceWords } from "./words.ts"

const says = (of: (t: (typeof sourceWords)["vi"]) => string) => sayOf(sourceWords, of)

export const newSource = form({
  slug: "nguon-chia-se",
  verb: "exchange.manage",
  title: says((t) => t.add),
  asks: {
    name: text(
      says((t) => t.name),
      { max: 200, hint: says((t) => t.nameHint) },
    ),
    url: text(
      says((t) => t.url),
      { max: 1_000, hint: says((t) => t.urlHint) },
    ),
    user: text(
      says((t) => t.user),
      { max: 200, hint: says((t) => t.userHint) },
    ).optional(),
  },
})
