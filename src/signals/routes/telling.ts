/** An officer chooses which mails tell that tips came. */
import { Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { deskOf, type Env } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { openMailer } from "../../kernel/mail.ts"
import { seatOf } from "../actions/seat.ts"
import { chooseMails, readWish } from "../actions/telling.ts"
import { deskMailsPage } from "../pages/desk-mails.tsx"
import { paths } from "../paths.ts"

export const tellingRoutes = new Hono<Env>()

tellingRoutes.get(paths.deskMails, requireOfficer, allow("signal.handle"), async (c) => {
  const wants = await readWish(seatOf(deskOf(c)))
  const isDone = c.req.query("xong") !== undefined
  return c.html(
    deskMailsPage({ frame: frameOf(c), wants, isDone, isSilent: openMailer(c.get("house")) === null }),
  )
})

tellingRoutes.post(paths.deskMails, requireOfficer, allow("signal.handle"), async (c) => {
  const { wants } = await fieldsOf(c)
  if (wants !== "moving" && wants !== "all" && wants !== "none") {
    const view = { frame: frameOf(c), wants: "", isDone: false, isSilent: false, isMissing: true }
    return c.html(deskMailsPage(view), 422)
  }
  await chooseMails(seatOf(deskOf(c)), wants)
  return c.redirect(`${paths.deskMails}?xong=1`, 303)
})
