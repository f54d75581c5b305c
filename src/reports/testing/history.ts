/** Random histories of a small province, written to the database as they are, and the same counted by hand. */
import fc from "fast-check"
import type { TestDatabase } from "../../kernel/testing/database.ts"

export const agencies = ["hub", "police", "stranger"] as const
export type Agency = (typeof agencies)[number]
export type BodyIds = Readonly<Record<Agency | "telco", string>>

export type Tip = {
  body: Agency
  fromTelco: boolean
  channel: "portal" | "phone" | "walk-in" | "form" | "file" | "api" | "forwarded"
  loss: number | null
  at: number
  forward: { to: Agency; hoursLater: number } | null
}
type Act = {
  number: string
  decidedOn: number
  amount: number | null
  paidAfter: number | null
  offender: string
  violation: string
}
export type File = {
  body: Agency
  acts: Act[]
  transfer: { signedOn: number; returnedAfter: number | null } | null
  asks: { asks: string; targets: number; answer: string | null; at: number; hours: number }[]
}
export type Duty = {
  body: Agency
  issuedOn: number
  dueAfter: number | null
  state: string
  doneAfter: number
}
export type History = { tips: Tip[]; files: File[]; letters: { body: Agency; on: number }[]; duties: Duty[] }

/** Days and hours since the first of May 2023 in Việt Nam: eight months, the windows' edges among them. */
const firstDay = Date.UTC(2023, 4, 1)
const edges = [44, 45, 227, 228]
const anyDay = fc.oneof(fc.integer({ min: 0, max: 245 }), fc.constantFrom(...edges))
export const dayOf = (day: number) => new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10)
/** `at` counts hours in Việt Nam. */
const instantOf = (hours: number) => new Date(firstDay - 7 * 3_600_000 + hours * 3_600_000).toISOString()
const anyHour = fc.tuple(anyDay, fc.constantFrom(0, 6.99, 7, 12, 23.99)).map(([day, hour]) => day * 24 + hour)
const anyAgency = fc.constantFrom(...agencies)

export const anyHistory: fc.Arbitrary<History> = fc.record({
  tips: fc.array(
    fc.record({
      body: anyAgency,
      fromTelco: fc.boolean(),
      channel: fc.constantFrom("portal", "phone", "walk-in", "form", "file", "api", "forwarded"),
      loss: fc.option(fc.integer({ min: 0, max: 9e9 })),
      at: anyHour,
      forward: fc.option(fc.record({ to: anyAgency, hoursLater: fc.constantFrom(0, 23.9, 24, 24.1, 300) })),
    }),
    { maxLength: 12 },
  ),
  files: fc.array(
    fc.record({
      body: anyAgency,
      acts: fc.array(
        fc.record({
          number: fc.constantFrom("1/QĐ", "2/QĐ"),
          decidedOn: anyDay,
          amount: fc.option(fc.integer({ min: 1, max: 2e8 })),
          paidAfter: fc.option(fc.integer({ min: 0, max: 60 })),
          offender: fc.constantFrom("An", "an", "Bình"),
          violation: fc.constantFrom("V-TIN-01", "V-TIN-02-2026", "V-WEB-02"),
        }),
        { maxLength: 4 },
      ),
      transfer: fc.option(
        fc.record({ signedOn: anyDay, returnedAfter: fc.option(fc.integer({ min: 0, max: 60 })) }),
      ),
      asks: fc.array(
        fc.record({
          asks: fc.constantFrom("block", "suspend", "keep-logs"),
          targets: fc.integer({ min: 1, max: 5 }),
          answer: fc.option(fc.constantFrom("done", "partly", "refused")),
          at: anyHour,
          hours: fc.integer({ min: 0, max: 400 }),
        }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 5 },
  ),
  letters: fc.array(fc.record({ body: anyAgency, on: anyDay }), { maxLength: 4 }),
  duties: fc.array(
    fc.record({
      body: anyAgency,
      issuedOn: anyDay,
      dueAfter: fc.option(fc.integer({ min: 0, max: 90 })),
      state: fc.constantFrom("sent", "in-progress", "done", "accepted", "withdrawn", "returned"),
      doneAfter: fc.integer({ min: 0, max: 120 }),
    }),
    { maxLength: 8 },
  ),
})

/** A file is recorded when its sanctions are written, as the database demands. */
export async function write(db: TestDatabase, ids: BodyIds, history: History): Promise<void> {
  await db.admin("truncate signals, cases, directives restart identity cascade")
  const one = async (text: string, values: unknown[]) => String((await db.admin(text, values)).rows[0]?.id)
  for (const tip of history.tips) {
    const id = await one(
      `insert into signals (id, body_id, from_body_id, channel, path, state, urgency, type, loss_vnd, redacted_text, is_anonymous, received_at)
      values (uuidv7(), $1, $2, $3, 'money', 'received', 'past', 'x', $4, '', false, $5) returning id`,
      [ids[tip.body], tip.fromTelco ? ids.telco : null, tip.channel, tip.loss, instantOf(tip.at)],
    )
    if (tip.forward !== null && tip.forward.to !== tip.body)
      await one(
        `insert into signal_forwards (signal_id, from_body_id, to_body_id, reason, sheet, sent_at, sent_name)
        values ($1, $2, $3, '', '{}', $4, '') returning id`,
        [id, ids[tip.body], ids[tip.forward.to], instantOf(tip.at + tip.forward.hoursLater)],
      )
  }
  for (const [at, file] of history.files.entries()) await writeFile(db, ids, file, at)
  for (const [at, letter] of history.letters.entries())
    await writeLetter(db, ids[letter.body], dayOf(letter.on), at)
  if (history.duties.length > 0) await writeDuties(db, ids, history.duties)
}

async function writeFile(db: TestDatabase, ids: BodyIds, file: File, at: number): Promise<void> {
  const body = ids[file.body]
  const made = await db.admin(
    `insert into cases (body_id, number, title, state, opened_name, opened_on) values ($1, $2, 'x', 'recorded', '', '2023-05-01') returning id`,
    [body, `${at}`],
  )
  const id = made.rows[0]?.id
  for (const act of file.acts) {
    const kept = await db.admin(
      `insert into case_acts (case_id, body_id, violation_id, committed_on, found_on, description, offender_name, offender_kind)
      values ($1, $2, $3, '2023-05-01', '2023-05-01', '', $4, 'individual') returning id`,
      [id, body, act.violation, act.offender],
    )
    const paidOn = act.amount === null || act.paidAfter === null ? null : dayOf(act.decidedOn + act.paidAfter)
    await db.admin(
      `insert into sanctions (act_id, case_id, body_id, number, kind, article, amount, range_min, range_max, office, decided_on,
        decided_name, served_on, paid_on, paid)
      values ($1, $2, $3, $4, $5, '', $6, $6, $6, 'inspectorate', $7, '', $8, $8, $9)`,
      [
        kept.rows[0]?.id,
        id,
        body,
        act.number,
        act.amount === null ? "remedy" : "fine",
        act.amount,
        dayOf(act.decidedOn),
        paidOn,
        paidOn === null ? null : act.amount,
      ],
    )
  }
  if (file.transfer !== null && file.body !== "police")
    await db.admin(
      `insert into case_transfers (case_id, body_id, to_body_id, handed_on, handed_name, reason, signed_on, result, result_on)
      values ($1, $2, $3, $4, '', '', $4, $5, $6)`,
      [
        id,
        body,
        ids.police,
        dayOf(file.transfer.signedOn),
        file.transfer.returnedAfter === null ? null : "returned",
        file.transfer.returnedAfter === null
          ? null
          : dayOf(file.transfer.signedOn + file.transfer.returnedAfter),
      ],
    )
  for (const ask of file.asks)
    await db.admin(
      `insert into prevention_requests (case_id, body_id, body_name, enterprise_id, asks, targets, basis, due_on, asked_at, asked_name,
        answer, answer_text, answered_at, answered_name)
      values ($1, $2, '', $3, $4, $5, '', '2023-12-31', $6, '', $7, $8, $9, $8)`,
      [
        id,
        body,
        ids.telco,
        ask.asks,
        Array.from({ length: ask.targets }, (_, i) => `${i}`),
        instantOf(ask.at),
        ask.answer,
        ask.answer === null ? null : "x",
        ask.answer === null ? null : instantOf(ask.at + ask.hours),
      ],
    )
}

async function writeLetter(db: TestDatabase, body: string, on: string, at: number): Promise<string> {
  const made = await db.admin(
    `insert into directives (issuer_body_id, issuer_name, number, issued_on, dated_on, kind, subject, normalized_text, text_sha256)
    values ($1, '', $2, '2023-05-01', $3, 'công văn', '', '', '') returning id`,
    [body, `${at}`, on],
  )
  return String(made.rows[0]?.id)
}

/** All duties hang on one letter from before every window. */
async function writeDuties(db: TestDatabase, ids: BodyIds, duties: readonly Duty[]): Promise<void> {
  const letter = await writeLetter(db, ids.hub, "2020-01-01", 999)
  const clause = await db.admin(
    "insert into clauses (directive_id, issuer_body_id, position, path, heading) values ($1, $2, 0, '1', '') returning id",
    [letter, ids.hub],
  )
  const task = await db.admin(
    `insert into tasks (directive_id, clause_id, issuer_body_id, position, path, text) values ($1, $2, $3, 0, '1', '') returning id`,
    [letter, clause.rows[0]?.id, ids.hub],
  )
  for (const [at, duty] of duties.entries())
    await db.admin(
      `insert into assignments (directive_id, task_id, issuer_body_id, body_id, body_at_issue_id, body_name_at_issue, occurrence,
        issued_on, due_on, state, done_on) values ($1, $2, $3, $4, $4, '', $5, $6, $7, $8, $9)`,
      [
        letter,
        task.rows[0]?.id,
        ids.hub,
        ids[duty.body],
        at + 1,
        dayOf(duty.issuedOn),
        duty.dueAfter === null ? null : dayOf(duty.issuedOn + duty.dueAfter),
        duty.state,
        isDone(duty) ? dayOf(duty.issuedOn + duty.doneAfter) : null,
      ],
    )
}

export const isDone = (duty: Duty) => duty.state === "done" || duty.state === "accepted"
