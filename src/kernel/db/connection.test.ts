import { sql } from "kysely"
import { expect, test } from "vitest"
import { journal } from "../journal.ts"
import { freshDatabase } from "../testing/database.ts"
import { asJob, asOfficer, kept, readAsOfficer, type Tx } from "./database.ts"

const db = await freshDatabase()
const bodies = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"] as const
const officerOf = (bodyId: string) => ({ officerId: bodyId.replace("4", "5"), bodyId })
const [first, second] = bodies.map(officerOf) as [ReturnType<typeof officerOf>, ReturnType<typeof officerOf>]

const entriesOfMine = async (tx: Tx) =>
  (await sql<{ what: string }>`${kept}select what from journal order by id`.execute(tx)).rows.map(
    (row) => row.what,
  )
const written = async (what: string) =>
  (await db.admin("select from journal where what = $1", [what])).rowCount

test("a plan that is kept on a connection shows each body its own rows, however often they take turns", async () => {
  for (const who of [first, second])
    await asOfficer(db, who, (tx) => journal(tx, { what: `turn.of-${who === first ? "first" : "second"}` }))
  for (let turn = 0; turn < 12; turn += 1) {
    expect(await readAsOfficer(db, first, entriesOfMine)).toEqual(["turn.of-first"])
    expect(await readAsOfficer(db, second, entriesOfMine)).toEqual(["turn.of-second"])
  }
})

test("statements sent together are answered in the order in which they were sent", async () => {
  const answers = await readAsOfficer(db, first, (tx) =>
    Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        const found = await sql<{
          n: number
          body: string
        }>`select ${n}::int as n, current_body() as body`.execute(tx)
        return found.rows[0]
      }),
    ),
  )
  expect(answers).toEqual(answers.map((_, n) => ({ n, body: first.bodyId })))
})

test("when one of several statements fails, nothing of the others stays", async () => {
  const together = asOfficer(db, first, (tx) =>
    Promise.all([
      journal(tx, { what: "sent.before" }),
      sql`select 1 / 0`.execute(tx),
      journal(tx, { what: "sent.after" }),
    ]),
  )
  await expect(together).rejects.toThrow(/division by zero/)
  expect([await written("sent.before"), await written("sent.after")]).toEqual([0, 0])
})

test("an action that passes over a failed statement is told that nothing was written", async () => {
  const passedOver = asOfficer(db, first, async (tx) => {
    await journal(tx, { what: "passed.over" })
    await sql`select 1 / 0`.execute(tx).catch(() => {})
  })
  await expect(passedOver).rejects.toThrow(/nothing was written/)
  expect(await written("passed.over")).toBe(0)
})

test("what is asked at once is answered, and what is asked after the answer is refused", async () => {
  const [mine, none] = await readAsOfficer(
    db,
    first,
    (tx) => Promise.all([entriesOfMine(tx), sql`select 1 where false`.execute(tx)]),
    "at-once",
  )
  expect([mine, none.rows]).toEqual([["turn.of-first"], []])
  const late = readAsOfficer(
    db,
    first,
    async (tx) => [await entriesOfMine(tx), await entriesOfMine(tx)],
    "at-once",
  )
  await expect(late).rejects.toThrow(/has ended/)
  const wrong = readAsOfficer(db, first, (tx) => sql`select 1 / 0`.execute(tx), "at-once")
  await expect(wrong).rejects.toThrow(/division by zero/)
})

test("what says that it only reads can change nothing", async () => {
  const changing = readAsOfficer(db, first, (tx) => journal(tx, { what: "read.only" }))
  await expect(changing).rejects.toThrow(/read-only transaction/)
  expect(await written("read.only")).toBe(0)
})

test("after its transaction nobody speaks in its name any more", async () => {
  let left: Tx | undefined
  await asOfficer(db, first, async (tx) => {
    left = tx
  })
  if (left === undefined) throw new Error("the transaction gave nothing to keep")
  await expect(entriesOfMine(left)).rejects.toThrow(/has ended/)
})

test("what a failed action left running does not run under the next name", async () => {
  let next = () => {}
  const held = new Promise<void>((resolve) => {
    next = resolve
  })
  let late: Promise<unknown> = Promise.resolve()
  const failed = asOfficer(db, first, async (tx) => {
    late = held.then(() => entriesOfMine(tx)).catch((error: Error) => error.message)
    throw new Error("refused")
  })
  await expect(failed).rejects.toThrow("refused")
  await asOfficer(db, second, async () => next())
  expect(await late).toMatch(/has ended/)
})

test("an action that opens a transaction inside its own is refused, the first time and for one person alone", async () => {
  for (const open of [asOfficer<void>, readAsOfficer<void>]) {
    const nested = asOfficer(db, first, () => open(db, second, async () => {}))
    await expect(nested).rejects.toThrow(/inside another one of the same pool/)
  }
  const hidden = asOfficer(db, first, () => asJob(db, "x", () => asOfficer(db, first, async () => {})))
  await expect(hidden).rejects.toThrow(/inside another one/)
})

test("what an action left running may open one of its own once the action has ended", async () => {
  let next = () => {}
  const held = new Promise<void>((resolve) => {
    next = resolve
  })
  let late: Promise<unknown> = Promise.resolve()
  await asOfficer(db, first, async () => {
    late = held.then(() => asOfficer(db, second, async () => "opened"))
  })
  next()
  expect(await late).toBe("opened")
})
