/** Taking in at a desk: by phone, at the counter, or from another body; the receipt is for whoever reports. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { newOnce, onceOf } from "../../kernel/http/once.ts"
import { secretly } from "../../kernel/http/secretly.ts"
import { takeAtDesk } from "../actions/take.ts"
import { tipInput } from "../inputs.ts"
import { receiptPage } from "../pages/receipt.tsx"
import { type TakingChannel, takingPage } from "../pages/taking.tsx"
import { paths } from "../paths.ts"
import { deskWords } from "../words-desk.ts"
import { tipErrors, troubleOf } from "./answers.ts"
import { arrived, keepsOriginals, readTipForm, takesEvidence } from "./upload.ts"

export const takingRoutes = new Hono<Env>()

takingRoutes.get(paths.newSignal, requireOfficer, allow("signal.report"), (c) => {
  secretly(c)
  return c.html(takingPage({ frame: frameOf(c), once: newOnce(), channels: channelsOf(c) }))
})

takingRoutes.post(paths.newSignal, requireOfficer, allow("signal.report"), takesEvidence, async (c) => {
  secretly(c)
  const { fields, files, trouble, keep } = await readTipForm(c)
  const once = onceOf(c) ?? newOnce()
  const channels = channelsOf(c)
  const channel = channels.find((one) => one === fields.channel) ?? channels[0]
  const parsed = tipInput.safeParse(fields)
  if (!parsed.success || trouble !== null || channel === undefined) {
    const errors = {
      ...(parsed.success ? {} : tipErrors(c, parsed.error.issues)),
      ...(trouble === null ? {} : troubleOf(c, trouble)),
      ...(fields.path === undefined ? { path: deskWords[c.get("language")].taking.choose } : {}),
    }
    return c.html(takingPage({ frame: frameOf(c), once, channels, answers: fields, errors }), 422)
  }
  await keep()
  const tip = parsed.data
  const taking = { tip, channel, once, files, keepsOriginals: keepsOriginals(fields), isHeld: false }
  const taken = await takeAtDesk(deskOf(c), taking)
  return c.html(
    receiptPage({
      frame: frameOf(c),
      taken,
      files: arrived(files),
      site: c.get("house").config.publicUrl,
    }),
  )
})

/** Who has no queue of its own hands in to the lead department. */
function channelsOf(c: Ctx): TakingChannel[] {
  const { officer } = deskOf(c)
  const hasQueue = officer.bodyKind !== "enterprise" && can(officer, "signal.handle")
  if (!hasQueue) return ["form"]
  return officer.isLead ? ["phone", "walk-in"] : ["phone", "walk-in", "form"]
}
