/** Reminders in the program, and the demo's preview of the mails. */
import { Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { previewedMails } from "../../kernel/mail.ts"
import { readReminders, seeReminders } from "../actions/reminding.ts"
import { seatOf } from "../actions/seat.ts"
import { mailPreviewPage, remindersPage } from "../pages/reminders.tsx"
import { paths } from "../paths.ts"

export const reminderRoutes = new Hono<Env>()

reminderRoutes.get(paths.reminders, requireOfficer, allow("assignment.read"), async (c) => {
  const reminders = await readReminders(seatOf(deskOf(c)))
  return c.html(remindersPage({ frame: frameOf(c), reminders, isSeen: c.req.query("xong") === "xem" }))
})

reminderRoutes.post(paths.reminders, requireOfficer, allow("assignment.receive"), async (c) => {
  await seeReminders(seatOf(deskOf(c)))
  return c.redirect(`${paths.reminders}?xong=xem`, 303)
})

/** Mails name people and their work: only in the demo, and only for who keeps accounts. */
reminderRoutes.get(paths.mail, requireOfficer, allow("officer.change"), async (c) => {
  if (!c.get("house").config.demo) return c.notFound()
  return c.html(mailPreviewPage({ frame: frameOf(c), mails: await previewedMails(c.get("house")) }))
})
