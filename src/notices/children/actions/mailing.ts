/** The officers of a committee are told by mail that a child is in danger, within a minute; the mail holds nothing of it. */
import { contactsOf, rolesThatMay } from "../../../accounts/index.ts"
import { asJob } from "../../../kernel/db/database.ts"
import { formatInstant } from "../../../kernel/format.ts"
import type { House } from "../../../kernel/house.ts"
import { linkTo } from "../../../kernel/http/links.ts"
import { type Mail, type Mailer, openMailer, sendOrLog } from "../../../kernel/mail.ts"
import { childPaths } from "../paths.ts"
import { takeUnmailed } from "../store/alerts.ts"
import { childWords } from "../words.ts"

const atOnce = 50

/** How many alerts were marked. Marked before a mail leaves, outside of any transaction; without a mail server none leaves. */
export async function mailCommunes(house: House, mailer: Mailer | null = openMailer(house)): Promise<number> {
  const t = childWords.vi.mail
  const reading = rolesThatMay("notice.read")
  const { count, mails } = await asJob(house.db, "notices.tell-communes", async (tx) => {
    const waiting = await takeUnmailed(tx, atOnce)
    const all: Mail[] = []
    for (const { id, toBodyId, dueAt } of mailer === null ? [] : waiting)
      for (const { email, role } of await contactsOf(tx, toBodyId))
        if (reading.includes(role) && !all.some(({ to }) => to === email))
          all.push({
            to: email,
            subject: t.subject,
            text: [
              t.text(formatInstant(dueAt, "vi")),
              "",
              t.open(linkTo(house.config, childPaths.alert(id))),
              t.foot,
              "",
            ].join("\n"),
          })
    return { count: waiting.length, mails: all }
  })
  for (const mail of mails)
    await sendOrLog(house, mailer, mail, "a mail that a child is in danger was not taken")
  return count
}
