import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import { freshDatabase, type TestDatabase } from "../../kernel/testing/database.ts"
import { type BodyKey, bodies, deskAt, peopleIn, planTask, samplePlan } from "../testing/province.ts"
import { issueDirective } from "./issue.ts"

async function issued() {
  const db = await freshDatabase()
  await peopleIn(db)
  const result = await issueDirective(deskAt(db, "office"), samplePlan())
  if ("refused" in result) throw new Error(JSON.stringify(result))
  return { db, result }
}
const as = <T>(db: TestDatabase, key: BodyKey, work: (tx: Tx) => Promise<T>) =>
  asOfficer(db, deskAt(db, key).who, work)
const countOf = async (tx: Tx, table: string) =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx)).rows[0]?.n

describe("issuing a directive", () => {
  test("gives each body exactly its tasks, and says so in journal and outbox", async () => {
    const { db, result } = await issued()
    expect(result).toMatchObject({ tasks: 3, assignments: 5, bodies: 3, again: false })
    const given = await as(db, "office", (tx) =>
      tx
        .selectFrom("assignments")
        .select(["bodyNameAtIssue", "part", "dueOn", "period", "state"])
        .orderBy("bodyNameAtIssue")
        .orderBy("sortOn")
        .execute(),
    )
    expect(given).toEqual([
      {
        bodyNameAtIssue: bodies.hub.name,
        part: "lead",
        dueOn: "2023-09-25",
        period: "2023-Q3",
        state: "sent",
      },
      ...[bodies.culture.name, bodies.district.name].flatMap((bodyNameAtIssue) =>
        ["2023-09-20", null].map((dueOn) => ({
          bodyNameAtIssue,
          part: "assigned",
          dueOn,
          period: null,
          state: "sent",
        })),
      ),
    ])
    const told = await db.admin("select event, record_id from outbox")
    expect(told.rows).toEqual([{ event: "directive.issued", record_id: result.id }])
    const written = await db.admin("select what, record_id, details from journal")
    expect(written.rows).toEqual([
      { what: "directive.issued", record_id: result.id, details: { tasks: 3, assignments: 5, bodies: 3 } },
    ])
  })

  test("each body sees its own assignments, the coordinating body the task, a stranger nothing", async () => {
    const { db } = await issued()
    const seen = async (key: BodyKey) =>
      as(db, key, async (tx) => ({
        directives: await countOf(tx, "directives"),
        clauses: await countOf(tx, "clauses"),
        tasks: await countOf(tx, "tasks"),
        assignments: await countOf(tx, "assignments"),
      }))
    expect(await seen("office")).toEqual({ directives: 1, clauses: 2, tasks: 3, assignments: 5 })
    expect(await seen("culture")).toEqual({ directives: 1, clauses: 2, tasks: 2, assignments: 2 })
    expect(await seen("hub")).toEqual({ directives: 1, clauses: 2, tasks: 2, assignments: 1 })
    expect(await seen("stranger")).toEqual({ directives: 0, clauses: 0, tasks: 0, assignments: 0 })
  })

  test("twice under one key gives one directive", async () => {
    const db = await freshDatabase()
    await peopleIn(db)
    const plan = samplePlan({ key: "thư-1" })
    const first = await issueDirective(deskAt(db, "office"), plan)
    const second = await issueDirective(deskAt(db, "office"), plan)
    expect(second).toEqual({ ...first, again: true })
    expect(await as(db, "office", (tx) => countOf(tx, "assignments"))).toBe(5)
  })

  test("names what is wrong and writes nothing: a body nobody knows, a deadline before the letter, an empty task", async () => {
    const db = await freshDatabase()
    await peopleIn(db)
    const unknown = "01890000-0000-7000-8000-0000000000ff"
    const withTask = (task: Parameters<typeof planTask>[0]) =>
      samplePlan({ clauses: [{ path: "1", heading: "", tasks: [planTask(task)] }] })
    const desk = deskAt(db, "office")
    expect(await issueDirective(desk, withTask({ bodies: [unknown] }))).toMatchObject({
      refused: "unknownBody",
      detail: unknown,
    })
    expect(await issueDirective(desk, withTask({ dueOn: "2023-07-14" }))).toMatchObject({
      refused: "dueBeforeIssue",
      at: "/clauses/0/tasks/0/dueOn",
    })
    expect(await issueDirective(desk, withTask({ text: " " }))).toMatchObject({
      refused: "planWrong",
      at: "/clauses/0/tasks/0/text",
    })
    expect(await as(db, "office", (tx) => countOf(tx, "directives"))).toBe(0)
  })
})
