import { beforeAll, expect, test } from "vitest"
import { addDayOff, removeDayOff } from "../../kernel/calendar/days-off.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { people } from "../../testing/province.ts"
import { bodies, deskAt, peopleIn, planTask, samplePlan } from "../testing/province.ts"
import { issueDirective } from "./issue.ts"
import { recountAssignments } from "./recount.ts"

/** A letter of 11 September 2023 gives ten working days; the Government then decides that 20 September is off. */
const db = await freshDatabase()
beforeAll(async () => {
  await peopleIn(db)
  await db.admin("update posts set role = 'administrator' where officer_id = $1", [people.thu.id])
})

const counted = { from: "2023-09-11", amount: 10, unit: "working-day" } as const
const dues = async () =>
  (
    await db.admin(
      `select a.due_on::text, a.first_due_on::text as first, t.path from assignments a join tasks t on t.id = a.task_id
       where a.body_id = $1 order by t.path`,
      [bodies.culture.id],
    )
  ).rows

test("a day off that is decided moves what directives ask for: counted days move, printed, extended and finished ones stay", async () => {
  const lead = { lead: [bodies.culture.id], bodies: [bodies.culture.id] }
  const plan = samplePlan()
  const task = (path: string, more: Parameters<typeof planTask>[0]) => planTask({ ...lead, path, ...more })
  await issueDirective(deskAt(db, "office"), {
    ...plan,
    clauses: [
      {
        path: "1",
        heading: "Sở Văn hóa",
        tasks: [
          task("1.1", { dueOn: "2023-09-25", dueRecipe: counted }),
          task("1.2", { dueOn: "2023-09-25", dueRecipe: null }),
          task("1.3", { dueOn: "2023-09-25", dueRecipe: counted }),
          task("1.4", { dueOn: "2023-09-20", dueRecipe: { from: "2023-09-11", amount: 9, unit: "day" } }),
          task("1.5", { dueOn: "2023-09-25", dueRecipe: counted }),
        ],
      },
    ],
  })
  await db.admin(
    "update assignments a set due_on = '2023-10-02' from tasks t where t.id = a.task_id and t.path = '1.3'",
  )
  await db.admin(
    "update assignments a set state = 'done' from tasks t where t.id = a.task_id and t.path = '1.5'",
  )
  const desk = deskAt(db, "office")
  const day = { on: "2023-09-20", kind: "off" as const, name: "Nghỉ phòng bão", basis: "Công điện 12" }
  await asOfficer(db, desk.who, (tx) => addDayOff(tx, { ...day, enteredName: desk.officer.name }))
  expect(await recountAssignments(db)).toHaveLength(3)
  expect(await recountAssignments(db)).toEqual([])
  expect(await dues()).toEqual([
    { path: "1.1", due_on: "2023-09-26", first: "2023-09-26" },
    { path: "1.2", due_on: "2023-09-25", first: "2023-09-25" },
    { path: "1.3", due_on: "2023-10-02", first: "2023-09-26" },
    { path: "1.4", due_on: "2023-09-21", first: "2023-09-21" },
    { path: "1.5", due_on: "2023-09-25", first: "2023-09-25" },
  ])
  const said = await db.admin(
    "select details from journal where what = 'assignment.recounted' order by id limit 1",
  )
  expect(said.rows[0]?.details).toEqual({ before: "2023-09-25", after: "2023-09-26" })
  // Taken back, the days run as the letter counted them.
  const id = String((await db.admin("select id from days_off")).rows[0]?.id)
  const removed = { removedAt: "2023-09-15T03:00:00Z", removedName: desk.officer.name }
  await asOfficer(db, desk.who, (tx) => removeDayOff(tx, id, removed))
  expect(await recountAssignments(db)).toHaveLength(3)
  expect((await dues()).map((row) => row.first)).toEqual([
    "2023-09-25",
    "2023-09-25",
    "2023-09-25",
    "2023-09-20",
    "2023-09-25",
  ])
})
