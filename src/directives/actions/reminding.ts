/** Reminders: made by the worker, shown to the body, mailed to who is in charge. */
import { contactsOf } from "../../accounts/index.ts"
import { calendarIn } from "../../kernel/calendar/days-off.ts"
import { asJob, type Tx } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { journal } from "../../kernel/journal.ts"
import { type Mailer, openMailer } from "../../kernel/mail.ts"
import { addDays } from "../../kernel/time.ts"
import { remindersOn } from "../domain/reminding.ts"
import { reminderMail } from "../mails.ts"
import {
  makeReminders,
  markMailed,
  markRead,
  type ReminderRow,
  remindersOf,
  type ToMail,
  takeToMail,
} from "../store/reminders.ts"
import type { Seat } from "./seat.ts"
import { nowOf, todayOf } from "./today.ts"

/** A run makes at most this many of each kind; the next run goes on. */
const makeMax = 5_000
/** Bodies written to in one run, and reminders in one letter. */
const bodiesMax = 500
const inOneMailMax = 100
/** What could not be mailed for three days is not mailed any more: it stands in the program. */
const mailDaysMax = 3
const shownMax = 100

/** Twice a day or twice a minute: each is made once. */
export function makeRemindersToday(house: House): Promise<number> {
  const today = todayOf(house.clock)
  return asJob(house.db, "directives.remind", async (tx) => {
    const made: Record<string, number> = {}
    for (const range of remindersOn(today, await calendarIn(tx)))
      made[range.kind] = await makeReminders(tx, range, makeMax)
    const all = Object.values(made).reduce((sum, count) => sum + count, 0)
    if (all > 0) await journal(tx, { what: "reminders.made", details: { on: today, ...made } })
    return all
  })
}

/**
 * One letter a person, body by body. A body's reminders are marked in the transaction in which they are sent: a
 * letter that was not taken is tried again, and only a worker that dies between the two sends one twice.
 */
export async function mailReminders(house: House): Promise<number> {
  const mailer = openMailer(house)
  if (mailer === null) return 0
  let sent = 0
  for (let i = 0; i < bodiesMax; i += 1) {
    const count = await asJob(house.db, "directives.mail-reminders", (tx) => mailBody(tx, house, mailer))
    if (count === null) break
    sent += count
  }
  return sent
}

/** Null when nothing waits. */
async function mailBody(tx: Tx, house: House, mailer: Mailer): Promise<number | null> {
  const since = `${addDays(todayOf(house.clock), -mailDaysMax)}T00:00:00Z`
  const waiting = await takeToMail(tx, since, inOneMailMax)
  const bodyId = waiting[0]?.bodyId
  if (bodyId === undefined) return null
  const contacts = await contactsOf(tx, bodyId)
  const letters = new Map<string, ToMail[]>()
  for (const one of waiting) {
    const inCharge = contacts.filter((contact) => contact.officerId === one.handlerId)
    const keepers = contacts.filter(({ role }) => role === "clerk" || role === "leader")
    for (const { email } of inCharge.length > 0 ? inCharge : keepers)
      letters.set(email, [...(letters.get(email) ?? []), one])
  }
  for (const [to, reminders] of letters)
    await mailer.send({ to, ...reminderMail(reminders, todayOf(house.clock), house.config.publicUrl) })
  await markMailed(
    tx,
    waiting.map((one) => one.id),
    nowOf(house.clock),
  )
  return letters.size
}

export type Reminders = { rows: ReminderRow[]; today: string }

export function readReminders(seat: Seat): Promise<Reminders> {
  return seat.open(async (tx) => ({
    rows: await remindersOf(tx, seat.bodyId, shownMax),
    today: todayOf(seat.house.clock),
  }))
}

/** For the whole body: a colleague who saw them has seen them. */
export function seeReminders(seat: Seat): Promise<number> {
  return seat.open(async (tx) => {
    const count = await markRead(tx, seat.bodyId, nowOf(seat.house.clock))
    if (count > 0) await journal(tx, { what: "reminders.read", details: { count } })
    return count
  })
}
