/** What other bodies ask us to share about a clue, and what we asked them. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { readForm } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { record } from "../../kernel/http/record.ts"
import { answerNamesReporter, answerRequest, readShares } from "../actions/elsewhere.ts"
import { seatOf } from "../actions/seat.ts"
import { shareAnswer } from "../forms.ts"
import { type SharesView, sharesPage } from "../pages/shares.tsx"
import { paths } from "../paths.ts"
import { deskWords } from "../words-desk.ts"
import { formWords } from "../words-forms.ts"

export const shareRoutes = new Hono<Env>()

shareRoutes.get(paths.shares, requireOfficer, allow("signal.read"), (c) =>
  show(c, { isDone: c.req.query("xong") !== undefined }, 200),
)

shareRoutes.post(paths.shareAnswer(record(":id")), requireOfficer, allow("signal.forward"), async (c) => {
  const id = c.req.param("id") ?? ""
  const answers = await listsOf(c)
  const t = deskWords[c.get("language")].shares
  const read = readForm(shareAnswer, answers, c.get("language"))
  if ("errors" in read) return show(c, { failed: { id, answers, errors: read.errors } }, 422)
  if (await answerNamesReporter(seatOf(deskOf(c)), id, read.input.answer)) {
    const errors = { answer: formWords[c.get("language")].namesReporter }
    return show(c, { failed: { id, answers, errors } }, 422)
  }
  const state = answers.do?.at(-1) === "share" ? "shared" : "refused"
  const done = await answerRequest(seatOf(deskOf(c)), id, { state, ...read.input })
  if ("refused" in done) return show(c, { failed: { id: "", answers, errors: { "": t.gone } } }, 409)
  return c.redirect(`${paths.shares}?xong=1`, 303)
})

async function show(c: Ctx, more: Partial<SharesView>, status: 200 | 409 | 422): Promise<Response> {
  const desk = deskOf(c)
  const shares = await readShares(seatOf(desk))
  const mayAnswer = can(desk.officer, "signal.forward")
  return c.html(
    sharesPage({ frame: frameOf(c), shares, mayAnswer, isDone: false, failed: null, ...more }),
    status,
  )
}
