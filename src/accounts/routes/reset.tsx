import { Hono } from "hono"
import type { Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { mailsLinks } from "../actions/mailing.ts"
import { askReset } from "../actions/resetting.ts"
import { ResetPage } from "../pages/reset.tsx"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { readForm, visitorOf } from "./visitor.ts"

/** `/quen-mat-khau`: the same page for an address that we know and one that we do not. */
export const resetRoutes = new Hono<Env>()
  .get(paths.reset, (c) => {
    c.header("cache-control", "no-store")
    return c.html(<ResetPage frame={frameOf(c)} mails={mailsLinks(c.get("house"))} />)
  })
  .post(paths.reset, async (c) => {
    const mails = mailsLinks(c.get("house"))
    const email = (await readForm(c)).text("email").trim()
    const view = { frame: frameOf(c), mails, answers: { email } }
    const t = words[c.get("language")]
    if (!mails || email === "")
      return c.html(<ResetPage {...view} errors={{ email: t.signIn.emptyEmail }} />, 422)
    const result = await askReset(c.get("house"), email, visitorOf(c))
    if (result.at === "asked") return c.html(<ResetPage {...view} isAsked />)
    c.header("retry-after", String(result.minutes * 60))
    return c.html(<ResetPage {...view} errors={{ "": t.reset.wait(result.minutes) }} />, 429)
  })
