/** The task of a letter that something serves: a question of other forms, and a form of its own. */
import { namingWords } from "../directives/index.ts"
import { form, pick } from "../kernel/forms/index.ts"

export const servesTask = pick(namingWords.task, { hint: namingWords.hint }).optional()

const asks = { assignmentId: servesTask }
const { title, submit } = namingWords

export const serveIndicator = form({
  slug: "nhiem-vu",
  verb: "indicator.answer",
  title,
  submit,
  look: "second",
  asks,
})
export const serveWarning = form({
  slug: "nhiem-vu",
  verb: "warning.propose",
  title,
  submit,
  look: "second",
  asks,
})
