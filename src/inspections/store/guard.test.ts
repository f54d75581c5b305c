import { sql } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { bodies, type PersonKey, people, peopleIn } from "../../testing/province.ts"
import { moves, states } from "../domain/life.ts"

/** The database itself refuses these, whatever the program would do. */
const db = await freshDatabase()
beforeAll(() => peopleIn(db))

const as = <T>(key: PersonKey, work: (tx: Tx) => Promise<T>) =>
  asOfficer(db, { officerId: people[key].id, bodyId: bodies[people[key].body].id }, work)

let nth = 0
/** A check in that state, with all that the state needs. */
async function checkIn(state: string): Promise<string> {
  nth += 1
  const { rows: shops } = await db.admin(
    `insert into inspection_subjects (body_id, kind, name, form, address, written_name)
     values ($1, 'sim-point', $2, 'household', 'Xã Mẫu', 'Minh') returning id`,
    [bodies.hub.id, `Điểm ${nth}`],
  )
  const { rows } = await db.admin(
    `insert into inspections (body_id, numbered_by, year, number, power, law, ground, ground_note, matter, subject_id, planned_on, place, method,
       checklist, checklist_version, made_name)
     values ($1::uuid, $1::uuid, 2023, $2, 'inspection', 'KT-TRUOC-2025', 'signs', 'tin báo', 'subscribers', $3, '2023-09-01', 'Xã Mẫu', 'visit',
       'sim-point', 1, 'Minh') returning id`,
    [bodies.hub.id, nth, shops[0]?.id],
  )
  const id = String(rows[0]?.id)
  await db.admin("alter table inspections disable trigger inspections_guard")
  await db.admin(
    `update inspections set state = $2::text, decided_number = '1', decided_on = '2023-09-02', decided_by = 'Lan', days = 5,
       approved_on = '2023-09-02', approved_by = 'Lan', announced_on = '2023-09-03', recorded_on = '2023-09-04', recorded_time = '10:00',
       opinion = 'không', signing = 'signed', conclusion = 'xong', concluded_number = '2', concluded_on = '2023-09-05',
       end_reason = 'thử', closed_on = case when $2::text = 'closed' then date '2023-09-06' end where id = $1`,
    [id, state],
  )
  await db.admin("alter table inspections enable trigger inspections_guard")
  return id
}

const set = (id: string, what: string) => (tx: Tx) =>
  sql`update inspections set ${sql.raw(what)} where id = ${id}`.execute(tx)

describe("the database", () => {
  test("knows the same moves as the program", async () => {
    const { rows } = await db.admin("select inspection_moves() as moves")
    expect(rows[0]?.moves).toEqual(moves())
  })

  test.each(states)(
    "lets a check that is %s go where the program lets it go, and nowhere else",
    async (from) => {
      for (const to of states.filter((one) => one !== from)) {
        const id = await checkIn(from)
        const closed =
          to === "closed" ? ", closed_on = '2023-09-06'" : from === "closed" ? ", closed_on = null" : ""
        const done = as("minh", set(id, `state = '${to}'${closed}`))
        if (moves().includes(`${from} ${to}`)) await expect(done, `${from} ${to}`).resolves.toBeDefined()
        else await expect(done, `${from} ${to}`).rejects.toThrow(/inspections_move|does not go/)
      }
    },
  )

  test("keeps what was signed: neither the power, the ground nor the record changes afterwards", async () => {
    const id = await checkIn("recorded")
    for (const what of [
      "power = 'state-inspection'",
      "ground_note = 'khác'",
      "opinion = 'khác'",
      "signing = 'witness'",
    ])
      await expect(as("minh", set(id, what))).rejects.toThrow(/stands as it was said/)
  })

  test("takes no answer once the record is made", async () => {
    const id = await checkIn("recorded")
    const late = as("minh", (tx) =>
      tx
        .insertInto("inspectionAnswers")
        .values({ inspectionId: id, question: "active-sims", answer: "no", byName: "Minh" })
        .execute(),
    )
    await expect(late).rejects.toThrow(/while the check goes on/)
  })

  test("passes the yearly limit by on clear signs only", async () => {
    const id = await checkIn("planned")
    await db.admin("alter table inspections disable trigger inspections_guard")
    await expect(
      db.admin("update inspections set override_reason = 'vì thế', is_clear = false where id = $1", [id]),
    ).rejects.toThrow(/inspections_override/)
    await db.admin("alter table inspections enable trigger inspections_guard")
  })

  test("shows another body no row of a check, and an enterprise no row of the register", async () => {
    await checkIn("announced")
    const count = (table: string) => (tx: Tx) =>
      sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`
        .execute(tx)
        .then(({ rows }) => rows[0]?.n)
    expect(await as("ngoai", count("inspections"))).toBe(0)
    expect(await as("tam", count("inspection_subjects"))).toBe(0)
    expect(await as("minh", count("inspections"))).toBeGreaterThan(0)
  })

  test("tells an enterprise nothing of who visits whom", async () => {
    const id = await checkIn("approved")
    const { rows } = await db.admin("select subject_id from inspections where id = $1", [id])
    const ask = (tx: Tx) =>
      sql<{ standing: string }>`select standing from visits_elsewhere(${rows[0]?.subject_id}, 2023)`.execute(
        tx,
      )
    expect((await as("tam", ask)).rows).toEqual([])
    expect((await as("ngoai", ask)).rows).toEqual([{ standing: "visited" }])
  })
})
