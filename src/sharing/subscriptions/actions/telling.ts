/** Mails to subscribers, by the worker: asks who wants to be one, tells the others, tries again what failed. */
import { asJob, type Tx } from "../../../kernel/db/database.ts"
import type { House } from "../../../kernel/house.ts"
import { linkTo } from "../../../kernel/http/links.ts"
import { type Mailer, openMailer } from "../../../kernel/mail.ts"
import { paths } from "../../paths.ts"
import {
  beginSending,
  dropUnconfirmed,
  giveLink,
  keepAsked,
  keepAskFailed,
  keepFailed,
  keepSent,
  noteChanges,
  toAsk,
  type Waiting,
  waitingNow,
} from "../store/subscriptions.ts"
import { subscriptionWords } from "../words.ts"
import { hashOf, tokenOf } from "./subscribing.ts"

const job = "sharing.subscriptions"
const askedAtOnce = 100
/** Mails to confirm of one address over all places and tricks: whoever asks for somebody else fills nobody's box. */
const askedPerDay = 3
const toldAtOnce = 200
const unconfirmedDays = 3
const leftDays = 90

/** `mailer` null: this installation sends no mail; what waits goes out when it does. */
export async function tellSubscribers(
  house: House,
  mailer: Mailer | null = openMailer(house),
): Promise<void> {
  const as = <T>(work: (tx: Tx) => Promise<T>) => asJob(house.db, job, work)
  await as(noteChanges)
  if (mailer === null) return
  const t = subscriptionWords.vi.mails
  for (const { id, sealed } of await as((tx) => toAsk(tx, { limit: askedAtOnce, perDay: askedPerDay }))) {
    const token = tokenOf(house, id)
    await as((tx) => giveLink(tx, id, hashOf(house, token)))
    try {
      await mailer.send({
        to: addressIn(house, sealed),
        subject: t.confirm.subject,
        text: t.confirm.text(linkTo(house.config, paths.confirmSubscription(token))),
      })
      await as((tx) => keepAsked(tx, id))
    } catch (error) {
      await as((tx) => keepAskFailed(tx, id, faultOf(error)))
    }
  }
  for (const one of await as((tx) => waitingNow(tx, toldAtOnce))) {
    if (!(await as((tx) => beginSending(tx, one)))) continue
    try {
      await mailer.send(mailOf(house, one))
      await as((tx) => keepSent(tx, one))
    } catch (error) {
      await as((tx) => keepFailed(tx, one, faultOf(error)))
    }
  }
}

const faultOf = (error: unknown) => (error instanceof Error ? error.message : "unknown")

const addressIn = (house: House, sealed: Buffer) => house.keys.open("identity", sealed).toString()

/** RFC 8058: the program of who reads mail shows a button that ends it with one press. */
function mailOf(house: House, one: Waiting) {
  const t = subscriptionWords.vi.mails
  const end = linkTo(house.config, paths.leaveSubscription(tokenOf(house, one.subscriptionId)))
  const page = linkTo(house.config, paths.publicWarning(one.code))
  const said =
    one.what === "released"
      ? { subject: t.released.subject(one.title), text: t.released.text({ ...one, page, end }) }
      : {
          subject: t.recalled.subject(one.title),
          text: t.recalled.text({ reason: one.recallReason ?? "", page, end }),
        }
  const headers = { "List-Unsubscribe": `<${end}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
  return { to: addressIn(house, one.sealed), ...said, headers }
}

export async function tidySubscriptions(house: House): Promise<void> {
  const ago = (days: number) => new Date(house.clock.now().getTime() - days * 86_400_000)
  await asJob(house.db, job, (tx) =>
    dropUnconfirmed(tx, { before: ago(unconfirmedDays), leftBefore: ago(leftDays) }),
  )
}
