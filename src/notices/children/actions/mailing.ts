/** The officers of a committee are told by mail that a child is in danger, within a minute; the mail holds nothing of it. */
import { contactsOf, rolesThatMay } from "../../../accounts/index.ts"
import { asJob } from "../../../kernel/db/database.ts"
import { formatInstant } from "../../../kernel/format.ts"
import type { House } from "../../../kernel/house.ts"
import { linkTo } from "../../../kernel/http/links.ts"
import { type Mail, type Mailer, openMailer, sendOrLog } from "../../../kernel/mail.ts"
import { childPaths } from "../paths.ts"
import { markMailed, takeUnmailed } from "../store/alerts.ts"
import { childVerb } from "../verb.ts"
import { childWords } from "../words.ts"

const atOnce = 50
const job = "notices.tell-communes"

/** How many alerts somebody was written to about. One whose mails were all refused is tried again; without a mail server nothing is marked. */
export async function mailCommunes(house: House, mailer: Mailer | null = openMailer(house)): Promise<number> {
  if (mailer === null) return 0
  const t = childWords.vi.mail
  const reading = rolesThatMay(childVerb)
  const mails = await asJob(house.db, job, async (tx) => {
    const byAddress = new Map<string, { mail: Mail; ids: string[] }>()
    for (const { id, toBodyId, dueAt } of await takeUnmailed(tx, atOnce))
      for (const { email, role } of await contactsOf(tx, toBodyId)) {
        const before = byAddress.get(email)
        if (before !== undefined) before.ids.push(id)
        else if (reading.includes(role)) byAddress.set(email, { mail: mailTo(email, id, dueAt), ids: [id] })
      }
    return [...byAddress.values()]
  })
  const taken = new Set<string>()
  for (const { mail, ids } of mails)
    if (await sendOrLog(house, mailer, mail, "a mail that a child is in danger was not taken"))
      for (const id of ids) taken.add(id)
  if (taken.size > 0) await asJob(house.db, job, (tx) => markMailed(tx, [...taken]))
  return taken.size

  function mailTo(to: string, id: string, dueAt: string): Mail {
    const link = t.open(linkTo(house.config, childPaths.alert(id)))
    const text = [t.text(formatInstant(dueAt, "vi")), "", link, t.foot, ""].join("\n")
    return { to, subject: t.subject, text }
  }
}
