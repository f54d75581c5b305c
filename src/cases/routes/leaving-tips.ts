/** A tip that was put into the wrong case goes back to the desk. */
import { Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { freeTextIn, readForm } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { idOf, record } from "../../kernel/http/record.ts"
import type { Answers } from "../../kernel/ui/form.tsx"
import { signalPaths } from "../../signals/index.ts"
import { takeTipOut, tipInCase } from "../actions/tips.ts"
import { leavingTip } from "../forms.ts"
import { leavingTipPage } from "../pages/leaving-tip.tsx"
import { paths } from "../paths.ts"
import { tipWords } from "../words-tips.ts"
import { sealedWordsIn } from "./naming.ts"

export const leavingTipRoutes = new Hono<Env>()
const at = paths.leavingTip(record(":id"), record(":tip"))

leavingTipRoutes.get(at, requireOfficer, allow("case.open"), (c) => show(c, {}, 200))

leavingTipRoutes.post(at, requireOfficer, allow("case.open"), async (c) => {
  const answers = await listsOf(c)
  const signalId = c.req.param("tip") ?? ""
  const read = readForm(leavingTip, answers, c.get("language"))
  if ("errors" in read) return show(c, { answers, errors: read.errors }, 422)
  const named = await sealedWordsIn(c, { signalId }, freeTextIn(leavingTip, answers))
  if (Object.keys(named).length > 0) return show(c, { answers, errors: named }, 422)
  const done = await takeTipOut(deskOf(c), { caseId: idOf(c), signalId }, read.input.reason)
  if ("done" in done) return c.redirect(signalPaths.signal(signalId), 303)
  const t = tipWords[c.get("language")]
  const refused =
    done.refused === "named"
      ? t.leaving.named(done.places.map((place) => t.places[place]).join(", "))
      : t.leaving.refused[done.refused]
  return show(c, { answers, errors: { "": refused } }, 409)
})

async function show(
  c: Ctx,
  more: { answers?: Answers; errors?: Readonly<Record<string, string>> },
  status: 200 | 409 | 422,
): Promise<Response> {
  const caseId = idOf(c)
  const found = await tipInCase(deskOf(c), { caseId, signalId: c.req.param("tip") ?? "" })
  if (found === null) return missingPage(c)
  return c.html(leavingTipPage({ frame: frameOf(c), caseId, ...found, ...more }), status)
}
