/** The desk is told by mail that tips came. What is in them stays here: a mail holds counts and an address. */
import { contactsOf, rolesThatMay } from "../../accounts/index.ts"
import { asJob, type Tx } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { linkTo } from "../../kernel/http/links.ts"
import { journal } from "../../kernel/journal.ts"
import { type Mailer, openMailer } from "../../kernel/mail.ts"
import { toTell } from "../domain/telling.ts"
import { paths } from "../paths.ts"
import {
  bodiesUntold,
  countUntold,
  keepTellings,
  keepWish,
  lockTellings,
  type MailWish,
  markTold,
  myWish,
  type Untold,
  wishesOf,
} from "../store/telling.ts"
import { tellingWords } from "../words-telling.ts"
import type { Seat } from "./seat.ts"

const job = "signals.tell-desk"
const bodiesMax = 500

/** How many mails left. Where no mail server is set, what it would say stands in the program. */
export async function tellDesks(house: House, mailer: Mailer | null = openMailer(house)): Promise<number> {
  let sent = 0
  for (const bodyId of await asJob(house.db, job, (tx) => bodiesUntold(tx, bodiesMax)))
    sent += await asJob(house.db, job, (tx) => tellOne(tx, house, mailer, bodyId))
  return sent
}

/** Marked in the transaction in which it is sent: a mail that was not taken is tried again at the next run. */
async function tellOne(tx: Tx, house: House, mailer: Mailer | null, bodyId: string): Promise<number> {
  const now = house.clock.now()
  const before = await lockTellings(tx, bodyId)
  const untold = await countUntold(tx, bodyId)
  const tell = toTell(untold, before, now)
  const [moving, usual] = [tell?.moving ?? false, tell?.usual ?? false]
  const told = { moving: moving ? untold.moving : 0, usual: usual ? untold.usual : 0 }
  const readers = mailer === null || tell === null ? [] : await readersOf(tx, bodyId, told)
  for (const { email, wants } of readers)
    await mailer?.send({ to: email, ...mailOf(house, wants === "all" ? told : { ...told, usual: 0 }) })
  await markTold(tx, bodyId, { moving, usual, at: now.toISOString() })
  if (tell !== null && readers.length > 0) await keepTellings(tx, bodyId, tell.next)
  return readers.length
}

/** Who may handle tips there today and has not said otherwise. */
async function readersOf(tx: Tx, bodyId: string, told: Untold) {
  const wishes = await wishesOf(tx, bodyId)
  const handling = rolesThatMay("signal.handle")
  return (await contactsOf(tx, bodyId))
    .filter(({ role }) => handling.includes(role))
    .map(({ officerId, email }) => ({ email, wants: wishes.get(officerId) ?? ("moving" as const) }))
    .filter(({ wants }) => wants === "all" || (wants === "moving" && told.moving > 0))
}

function mailOf(house: House, { moving, usual }: Untold) {
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
