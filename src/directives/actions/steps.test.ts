import { beforeAll, describe, expect, test } from "vitest"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { addDays } from "../../kernel/time.ts"
import { standingOf } from "../store/standing.ts"
import { type BodyKey, deskAt, peopleIn, samplePlan } from "../testing/province.ts"
import { issueDirective } from "./issue.ts"
import { seatOf } from "./seat.ts"
import { commentOn, endSubTask, giveSubTask } from "./sharing.ts"
import {
  acceptAssignment,
  askForExtension,
  assignHandler,
  finishAssignment,
  grantExtension,
  planAssignment,
  receiveAssignment,
  refuseExtension,
  reportProgress,
  returnAssignment,
  withdrawAssignment,
} from "./steps.ts"

const db = await freshDatabase()
const seat = (key: BodyKey) => seatOf(deskAt(db, key))
const nothing = { figures: [], files: [] }

beforeAll(() => peopleIn(db))

/** A new directive each time; the assignment of the Sở Văn hóa that is due on 20 September. */
async function given(): Promise<string> {
  const issued = await issueDirective(deskAt(db, "office"), samplePlan())
  if ("refused" in issued) throw new Error(issued.detail)
  const row = await asOfficer(db, deskAt(db, "culture").who, (tx) =>
    tx
      .selectFrom("assignments")
      .select("id")
      .where("directiveId", "=", issued.id)
      .where("dueOn", "=", "2023-09-20")
      .executeTakeFirstOrThrow(),
  )
  return row.id
}
const rowOf = (id: string) =>
  asOfficer(db, deskAt(db, "office").who, (tx) =>
    tx.selectFrom("assignments").selectAll().where("id", "=", id).executeTakeFirstOrThrow(),
  )
const journaled = async (id: string) =>
  (await db.admin("select what from journal where record_id = $1 order by id", [id])).rows.map((r) => r.what)
const told = async (id: string) =>
  (await db.admin("select event from outbox where record_id = $1 order by id", [id])).rows.map((r) => r.event)

describe("the good day of an assignment", () => {
  test("is received, planned, worked on, done, returned, done again and accepted; each step is told and journaled", async () => {
    const id = await given()
    const body = seat("culture")
    const issuer = seat("office")
    expect(await receiveAssignment(body, id)).toEqual({ state: "received" })
    expect(await planAssignment(body, id, { text: "Ra quân đợt 1", until: "2023-09-10" })).toEqual({
      state: "planned",
    })
    const file = { name: "ảnh.png", mediaType: "image/png", bytes: 9, sha256: "ab".repeat(32) }
    const figures = [{ figure: "I.1", period: "2023-08", value: 12, note: null }]
    expect(await reportProgress(body, id, { text: "Được nửa", percent: 50, figures, files: [file] })).toEqual(
      {
        state: "in-progress",
      },
    )
    expect(await finishAssignment(body, id, { text: "Xong", ...nothing })).toEqual({ state: "done" })
    expect(await rowOf(id)).toMatchObject({ state: "done", percent: 100, doneOn: "2023-09-15" })
    expect(await returnAssignment(issuer, id, { reason: "Thiếu số liệu" })).toEqual({ state: "returned" })
    expect(await finishAssignment(body, id, { text: "Đã bổ sung", ...nothing })).toEqual({ state: "done" })
    expect(await acceptAssignment(issuer, id, { note: null })).toEqual({ state: "accepted" })
    const names = ["received", "planned", "progressed", "done", "returned", "done", "accepted"].map(
      (name) => `assignment.${name}`,
    )
    expect(await journaled(id)).toEqual(names)
    expect(await told(id)).toEqual(names)
    const timeline = await asOfficer(db, deskAt(db, "office").who, (tx) =>
      tx
        .selectFrom("assignmentEvents")
        .select(["what", "byName", "note"])
        .where("assignmentId", "=", id)
        .orderBy("id")
        .execute(),
    )
    expect(timeline.map((event) => event.what)).toEqual(names)
    expect(timeline[0]?.byName).toBe("Lê Thị Vân")
  })
})

describe("extensions", () => {
  test("granted by the issuer move the date; the first date stays known", async () => {
    const id = await given()
    await receiveAssignment(seat("culture"), id)
    await askForExtension(seat("culture"), id, { wantedOn: "2023-10-10", reason: "Chờ số liệu" })
    expect(await askForExtension(seat("culture"), id, { wantedOn: "2023-10-11", reason: "Nữa" })).toEqual({
      refused: "extensionAsked",
    })
    expect(await grantExtension(seat("culture"), id, { dueOn: "2023-10-01", answer: null })).toEqual({
      refused: "notTheIssuer",
    })
    await grantExtension(seat("office"), id, { dueOn: "2023-10-01", answer: "Đến 01/10" })
    expect(await rowOf(id)).toMatchObject({
      dueOn: "2023-10-01",
      firstDueOn: "2023-09-20",
      state: "received",
    })
    expect((await journaled(id)).at(-1)).toBe("assignment.extended")
  })

  test("refused leave the date, and may be asked again", async () => {
    const id = await given()
    await askForExtension(seat("culture"), id, { wantedOn: "2023-10-10", reason: "Chờ số liệu" })
    await refuseExtension(seat("office"), id, { answer: "Không đủ lý do" })
    expect(await rowOf(id)).toMatchObject({ dueOn: "2023-09-20" })
    expect(await askForExtension(seat("culture"), id, { wantedOn: "2023-10-05", reason: "Thêm" })).toEqual({
      state: "sent",
    })
  })
})

test("a body that received its task has opened the letter, though it never looked at the letter's own page", async () => {
  const id = await given()
  await receiveAssignment(seat("culture"), id)
  const { directiveId, bodyId } = await rowOf(id)
  const { rows } = await db.admin(
    "select seen_at is not null as seen from directive_bodies where directive_id = $1 and body_id = $2",
    [directiveId, bodyId],
  )
  expect(rows).toEqual([{ seen: true }])
})

test("a body that is late with an old letter is late, whatever letter came after it", async () => {
  await given()
  const later = addDays((await rowOf(await given())).dueOn ?? "", 1)
  const late = async (without: readonly string[]) => {
    const { directives, bodies } = await asOfficer(db, deskAt(db, "office").who, (tx) =>
      standingOf(tx, later, without),
    )
    return {
      directives,
      late: bodies.find(({ bodyId }) => bodyId === deskAt(db, "culture").who.bodyId)?.late,
    }
  }
  const all = await late([])
  const { directiveId } = await rowOf(await given())
  expect(await late([directiveId])).toEqual(all)
  expect((await late([])).late).toBe((all.late ?? 0) + 1)
})

describe("refusals change nothing", () => {
  test("another body's assignment is not found, whatever is tried", async () => {
    const id = await given()
    for (const key of ["stranger", "hub", "district"] as const) {
      expect(await receiveAssignment(seat(key), id)).toEqual({ refused: "notFound" })
      expect(await commentOn(seat(key), id, "?")).toEqual({ refused: "notFound" })
    }
    expect(await journaled(id)).toEqual([])
  })

  test("the issuer does not receive for the body, and the body does not accept for the issuer", async () => {
    const id = await given()
    expect(await receiveAssignment(seat("office"), id)).toEqual({ refused: "notYourBody" })
    await receiveAssignment(seat("culture"), id)
    await finishAssignment(seat("culture"), id, { text: "Xong", ...nothing })
    expect(await acceptAssignment(seat("culture"), id, { note: null })).toEqual({ refused: "notTheIssuer" })
    expect(await rowOf(id)).toMatchObject({ state: "done" })
  })

  test("two officers who receive at the same moment: one does, the other is told", async () => {
    const id = await given()
    const both = await Promise.all([1, 2].map(() => receiveAssignment(seat("culture"), id)))
    expect(both).toContainEqual({ state: "received" })
    expect(both).toContainEqual({ refused: "alreadyReceived" })
    expect(await journaled(id)).toEqual(["assignment.received"])
  })

  test("what was withdrawn takes no report", async () => {
    const id = await given()
    await withdrawAssignment(seat("office"), id, { reason: "Giao nhầm" })
    expect(await reportProgress(seat("culture"), id, { text: "x", percent: 1, ...nothing })).toEqual({
      refused: "closed",
    })
  })
})

describe("sharing the work", () => {
  test("comments are read by both bodies; sub-tasks by the body alone", async () => {
    const id = await given()
    await commentOn(seat("culture"), id, "Xin mẫu biểu")
    await commentOn(seat("office"), id, "Đã gửi")
    const sub = {
      title: "Lập danh sách",
      officerId: null,
      unitId: null,
      assigneeName: "Phòng A",
      dueOn: null,
    }
    expect(await giveSubTask(seat("culture"), id, sub)).toEqual({ ok: true })
    expect(await giveSubTask(seat("office"), id, sub)).toEqual({ refused: "notYourBody" })
    const seen = (key: BodyKey) =>
      asOfficer(db, deskAt(db, key).who, async (tx) => ({
        comments: (
          await tx.selectFrom("assignmentComments").select("id").where("assignmentId", "=", id).execute()
        ).length,
        subTasks: (await tx.selectFrom("subTasks").select("id").where("assignmentId", "=", id).execute())
          .length,
      }))
    expect(await seen("culture")).toEqual({ comments: 2, subTasks: 1 })
    expect(await seen("office")).toEqual({ comments: 2, subTasks: 0 })
    expect(await seen("district")).toEqual({ comments: 0, subTasks: 0 })
    const row = await asOfficer(db, deskAt(db, "culture").who, (tx) =>
      tx.selectFrom("subTasks").select("id").where("assignmentId", "=", id).executeTakeFirstOrThrow(),
    )
    expect(await endSubTask(seat("culture"), id, row.id)).toEqual({ ok: true })
    expect(await endSubTask(seat("culture"), id, row.id)).toEqual({ refused: "alreadyDone" })
  })

  test("a colleague takes charge and is named", async () => {
    const id = await given()
    const { officerId } = deskAt(db, "culture").who
    await assignHandler(seat("culture"), id, { officerId, unitId: null, name: "Lê Thị Vân" })
    expect(await rowOf(id)).toMatchObject({ handlerId: officerId, handlerName: "Lê Thị Vân" })
  })
})
