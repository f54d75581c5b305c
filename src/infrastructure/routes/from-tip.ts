/** An incident made of a tip by one press; what the tip does not say is asked on the answer. */
import { Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { deskOf, type Env } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { idOf, record } from "../../kernel/http/record.ts"
import { seatOf } from "../../signals/index.ts"
import { incidentFromTip } from "../actions/from-tip.ts"
import { incidentKinds } from "../domain/incident.ts"
import { fromTipPage } from "../pages/from-tip.tsx"
import { paths } from "../paths.ts"

export const tipRoutes = new Hono<Env>()

tipRoutes.post(
  paths.fromTip(record(":id")),
  requireOfficer,
  allow("signal.handle"),
  allow("incident.report"),
  async (c) => {
    const answers = await fieldsOf(c)
    const kind = incidentKinds.find((one) => one === answers.kind) ?? null
    const done = await incidentFromTip(seatOf(deskOf(c)), idOf(c), {
      kind,
      areaCode: answers.areaCode ?? null,
    })
    if ("id" in done) return c.redirect(`${paths.incident(done.id)}${done.isAgain ? "" : "?xong=bao"}`, 303)
    const view = { frame: frameOf(c), signalId: idOf(c), answers }
    if ("refused" in done) {
      const { refused } = done
      return refused === "gone" ? missingPage(c) : c.html(fromTipPage({ ...view, refused }), 409)
    }
    return c.html(fromTipPage({ ...view, ...done }), 422)
  },
)
