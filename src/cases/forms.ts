/** The forms of a case: what each asks, at which address, and which verb of the policy it needs. */
import type { Action } from "../accounts/index.ts"
import { type Form, form, paragraph, pick, text } from "../kernel/forms/index.ts"
import { say, sayOf } from "../kernel/words.ts"
import { noteForms } from "../signals/index.ts"
import { easing } from "./forms/easing.ts"
import { ending } from "./forms/ending.ts"
import { finding } from "./forms/finding.ts"
import { halting } from "./forms/halting.ts"
import { keeping } from "./forms/keeping.ts"
import { sanctioning } from "./forms/sanctioning.ts"
import { words } from "./words.ts"
import { tipWords } from "./words-tips.ts"

/** In the order of a good day; the first that may be sent is open on the page. */
export const forms = {
  ...finding,
  ...sanctioning,
  ...halting,
  ...easing,
  ...keeping,
  ...ending,
  ...noteForms("case.record"),
} satisfies Record<string, Form<Action>>
export type FormName = keyof typeof forms
export const formNames = Object.keys(forms) as readonly FormName[]

export const leavingTip = form({
  slug: "dua-ra",
  verb: "case.open",
  title: sayOf(tipWords, (t) => t.leaving.title),
  asks: {
    reason: paragraph(
      sayOf(tipWords, (t) => t.leaving.reason),
      { max: 1_000 },
    ),
  },
})

export const opening = form({
  slug: "mo",
  verb: "case.open",
  title: say(words.vi.opening.submit, words.en.opening.submit),
  asks: {
    title: text(say("Tên vụ việc", "Title of the case")),
    kind: pick(say("Loại vụ việc", "Kind of case")).optional(),
    summary: paragraph(say("Tóm tắt", "Summary")).optional(),
  },
})
