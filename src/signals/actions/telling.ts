/** The desk is told by mail that tips came. What is in them stays here: a mail holds counts and an address. */
import { contactsOf, rolesThatMay } from "../../accounts/index.ts"
import { asJob, type Tx } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { linkTo } from "../../kernel/http/links.ts"
import { journal } from "../../kernel/journal.ts"
import { type Mail, type Mailer, openMailer, sendOrLog } from "../../kernel/mail.ts"
import { afterTelling, mayTell, type Told } from "../domain/telling.ts"
import { paths } from "../paths.ts"
import {
  bodiesUntold,
  keepTellings,
  keepWish,
  lockTellings,
  type MailWish,
  markTold,
  myWish,
  wishesOf,
} from "../store/telling.ts"
import { tellingWords } from "../words-telling.ts"
import type { Seat } from "./seat.ts"

const job = "signals.tell-desk"
const bodiesMax = 500

/**
 * How many tips the desks were told of. Marked before a mail leaves, which happens outside of any transaction: an address
 * that a mail server refuses holds up nobody's mail, and nobody is written to twice. What a mail would say stands in the
 * program anyway, also where no mail server is set.
 */
export async function tellDesks(house: House, mailer: Mailer | null = openMailer(house)): Promise<number> {
  let told = 0
  for (const bodyId of await asJob(house.db, job, (tx) => bodiesUntold(tx, bodiesMax))) {
    const one = await asJob(house.db, job, (tx) => tellOne(tx, house, bodyId, mailer !== null))
    told += one.told.moving + one.told.usual
    for (const mail of one.mails) await sendOrLog(house, mailer, mail, "a mail that tips came was not taken")
  }
  return told
}

type Telling = { told: Told; mails: Mail[] }

async function tellOne(tx: Tx, house: House, bodyId: string, isMailed: boolean): Promise<Telling> {
  const now = house.clock.now()
  const before = await lockTellings(tx, bodyId)
  const told = await markTold(tx, bodyId, mayTell(before, now), now.toISOString())
  const readers = isMailed && told.moving + told.usual > 0 ? await readersOf(tx, bodyId, told) : []
  if (readers.length > 0) await keepTellings(tx, bodyId, afterTelling(before, told, now))
  const mails = readers.map(({ email, wants }) => ({
    to: email,
    ...mailOf(house, wants === "all" ? told : { ...told, usual: 0 }),
  }))
  return { told, mails }
}

/** Who may handle tips there today and has not said otherwise; each once, though they hold two posts. */
async function readersOf(tx: Tx, bodyId: string, told: Told) {
  const wishes = await wishesOf(tx, bodyId)
  const handling = rolesThatMay("signal.handle")
  const readers = (await contactsOf(tx, bodyId))
    .filter(({ role }) => handling.includes(role))
    .map(({ officerId, email }) => ({ email, wants: wishes.get(officerId) ?? ("moving" as const) }))
    .filter(({ wants }) => wants === "all" || (wants === "moving" && told.moving > 0))
  return [...new Map(readers.map((one) => [one.email, one])).values()]
}

function mailOf(house: House, { moving, usual }: Told) {
  const t = tellingWords.vi.mail
  const lines = [moving > 0 ? t.moving(moving) : "", usual > 0 ? t.usual(usual) : ""].filter(
    (one) => one !== "",
  )
  return {
    subject: t.subject(lines.join(", ")),
    text: [
      ...lines,
      "",
      t.open(linkTo(house.config, paths.signals)),
      t.foot(linkTo(house.config, paths.deskMails)),
      "",
    ].join("\n"),
  }
}

export const readWish = (seat: Seat): Promise<MailWish> => seat.open(myWish)

export const chooseMails = (seat: Seat, wants: MailWish): Promise<void> =>
  seat.open(async (tx) => {
    await keepWish(tx, wants)
    await journal(tx, {
      what: "signal.mails-chosen",
      record: { kind: "officer", id: seat.officerId },
      details: { wants },
    })
  })
