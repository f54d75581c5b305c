/**
 * Links go to the officer's own mail, where nobody else reads them. The worker sends them: the token is made there and
 * stands in no job and no log. An installation without mail shows a link once instead, to who completes it.
 */
import { asJob } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { linkTo } from "../../kernel/http/links.ts"
import { openMailer } from "../../kernel/mail.ts"
import type { JobPayload } from "../../kernel/queue.ts"
import { paths } from "../paths.ts"
import { invitationToMail, keepMailed, keepTold, renewToken } from "../store/mailing.ts"
import { mailWords } from "../words-mail.ts"
import { newToken, tokenHash } from "./secrets.ts"

export const mailsLinks = (house: Pick<House, "config" | "clock">): boolean => openMailer(house) !== null

/** Sent once; when sending fails the job is tried again, with a link of its own. */
export async function mailLink(house: House, { invitation: id }: JobPayload): Promise<void> {
  const mailer = openMailer(house)
  if (mailer === null) return
  const token = newToken()
  const hash = tokenHash(house.keys, "invitation", token)
  const invitation = await asJob(house.db, "accounts.mail-link", async (tx) => {
    const found = await invitationToMail(tx, String(id))
    if (found === null || found.isWaiting || found.isMailed) return null
    await renewToken(tx, found.id, hash)
    return found
  })
  if (invitation === null) return
  const t = mailWords.vi
  const link = linkTo(house.config, paths.invitation(token))
  const { bodyName, byName, purpose } = invitation
  const said =
    purpose === "post"
      ? { subject: t.post.subject(bodyName), text: t.post.text(bodyName, invitation.title, link) }
      : { subject: t.password.subject, text: t.password.text(byName, link) }
  await mailer.send({ to: invitation.email, ...said })
  await asJob(house.db, "accounts.mail-link", (tx) => keepMailed(tx, invitation.id))
}

/** The owner hears at once that somebody asked for a link to their account, before a second person has agreed. */
export async function mailAsked(house: House, { invitation: id }: JobPayload): Promise<void> {
  const mailer = openMailer(house)
  if (mailer === null) return
  const invitation = await asJob(house.db, "accounts.mail-asked", (tx) => invitationToMail(tx, String(id)))
  if (invitation === null || invitation.isTold) return
  const t = mailWords.vi.asked
  await mailer.send({
    to: invitation.email,
    subject: t.subject,
    text: t.text(invitation.byName ?? "", invitation.bodyName),
  })
  await asJob(house.db, "accounts.mail-asked", (tx) => keepTold(tx, invitation.id))
}
