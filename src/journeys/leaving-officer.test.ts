import { rmSync } from "node:fs"
import { afterAll, expect, test } from "vitest"
import { accountPaths } from "../accounts/index.ts"
import { deskOfSigned, signInAs } from "../accounts/testing.ts"
import { assignHandler, receiveAssignment } from "../directives/actions/steps.ts"
import { directiveSeatOf, issueDirective } from "../directives/index.ts"
import { deskAt, samplePlan } from "../directives/testing/province.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { proposeNumber } from "../sharing/testing/hub.ts"
import { assignSignal } from "../signals/actions/steps.ts"
import { takeFromPublic } from "../signals/actions/take.ts"
import { seatOf } from "../signals/index.ts"
import { hubOf, once } from "../signals/testing/hub.ts"
import { deskOf } from "../testing/province.ts"

/** An officer leaves the lead department: nothing that hangs on them is lost with the post (public reports, log 53). */
const db = await freshDatabase()
const hub = await hubOf(db)
afterAll(() => rmSync(hub.house.config.dataDir, { recursive: true, force: true }))
const admin = await signInAs(db, { bodySlug: "hub", role: "administrator", email: "quantri@hub.example" })
const { minh, hoa, lan } = hub
const minhAt = deskOf(hub.house, "minh")
const own = accountPaths.post(minh.postId)
const handover = accountPaths.postHandover(minh.postId)
const one = async (sql: string, values: unknown[] = []) => (await db.admin(sql, values)).rows[0]
const journaled = async (what: string) =>
  (await db.admin("select details from journal where what = $1 order by id", [what])).rows.map(
    (row) => row.details,
  )

await issueDirective(deskAt(db, "office"), samplePlan())
const assignment: string = (await one("select id from assignments where body_id = $1", [minh.bodyId])).id
const seat = directiveSeatOf(minhAt)
await receiveAssignment(seat, assignment)
await assignHandler(seat, assignment, { officerId: minh.officerId, unitId: null, name: "Trần Văn Minh" })
const { signalId: tip } = await takeFromPublic(hub.house, {
  tip: {
    path: "other",
    text: "Số 0911 100 007 lừa đảo tôi.",
    target: "",
    place: "",
    name: "Hoàng Thị Kín",
    contact: "",
  },
  ...{ channel: "portal", once: once(9), files: [], keepsOriginals: false, isHeld: false },
})
await assignSignal(seatOf(deskOfSigned(hub.house, lan, { name: "Lan" })), tip, {
  officerId: minh.officerId,
  name: "Trần Văn Minh",
})
await db.admin(
  `insert into import_drafts (body_id, written_by, state, reading, subject) values ($1, $2, 'open', '{}', 'chuyển đổi số')`,
  [minh.bodyId, minh.officerId],
)
const documents = (
  await db.admin(
    `insert into official_documents (body_id, kind, subject, model, state, drafted_by, drafted_name, signer_id)
     values ($1, 'letter', 'Về ông Nguyễn Bị Nêu Tên', '{}', 'draft', $2, 'Minh', $3),
       ($1, 'letter', 'chờ chữ ký', '{}', 'approved', $3, 'Lan', $2) returning id`,
    [minh.bodyId, minh.officerId, lan.officerId],
  )
).rows.map((row) => row.id as string)

const proposed = (await proposeNumber(hub, "0951 777 001", { who: minh })).split("/").at(-1)

test("an officer on whom things hang is not deactivated: the administrator is led to what hangs there, without anybody's data", async () => {
  const ended = await hub.post(accountPaths.postEnd(minh.postId), {}, admin)
  expect(ended.headers.get("location")).toBe(handover)
  expect((await hub.get("/lam-viec", minh)).status).toBe(200)
  const page = await (await hub.get(handover, admin)).text()
  for (const said of [
    "Nhiệm vụ đang phụ trách: 1",
    "Tin báo đang xử lý: 1",
    "Văn bản đang nhập dở: 1",
    "Văn bản chờ chữ ký của người này: 1",
    "trình ký: 1",
    "Chỉ báo, cảnh báo đang soạn hoặc chờ phát hành: 1",
  ])
    expect(page).toContain(said)
  expect(page).not.toContain("Nguyễn Bị Nêu Tên")
  expect(page).not.toMatch(/0911 ?100 ?007|951 ?777 ?001/)
})

test("neither is the role changed to one that could not go on with them", async () => {
  const changed = await hub.post(accountPaths.postRole(minh.postId), { role: "observer" }, admin)
  expect(changed.headers.get("location")).toBe(handover)
  expect((await one("select role from posts where id = $1", [minh.postId])).role).toBe("officer")
})

test("a colleague who may not do the work cannot be chosen, and what was chosen stays chosen", async () => {
  const answer = await hub.post(
    handover,
    { end: "1", "to-signals-tip": admin.officerId, "to-directives-assignment": hoa.officerId },
    admin,
  )
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain("Chọn người nhận")
  expect(page).toMatch(new RegExp(`value="${hoa.officerId}"[^>]*selected`))
  expect((await one("select handler_id from signals where id = $1", [tip])).handler_id).toBe(minh.officerId)
})

test("handed over, each thing is with the chosen colleague and says so, and the post ends in the same moment", async () => {
  const answer = await hub.post(
    handover,
    {
      end: "1",
      "to-directives-assignment": hoa.officerId,
      "to-directives-import-draft": hoa.officerId,
      "to-signals-tip": lan.officerId,
      "to-letters-draft": lan.officerId,
      "to-sharing-writing": lan.officerId,
    },
    admin,
  )
  expect(answer.headers.get("location")).toBe(`${accountPaths.officers}?ban-giao=6`)
  expect(await one("select handler_id, handler_name from assignments where id = $1", [assignment])).toEqual({
    handler_id: hoa.officerId,
    handler_name: "Phạm Thị Hoa",
  })
  expect((await one("select handler_id from signals where id = $1", [tip])).handler_id).toBe(lan.officerId)
  expect((await one("select written_by from import_drafts")).written_by).toBe(hoa.officerId)
  expect(await one("select drafted_by, state from official_documents where id = $1", [documents[0]])).toEqual(
    {
      drafted_by: lan.officerId,
      state: "draft",
    },
  )
  // A signature is nobody else's: the document goes back to who drafted it.
  expect((await one("select state from official_documents where id = $1", [documents[1]])).state).toBe(
    "draft",
  )
  expect(
    (
      await one("select count(*)::int from signal_events where signal_id = $1 and what = 'signal.assigned'", [
        tip,
      ])
    ).count,
  ).toBe(2)
  // Lan answers for it now; whoever wrote it still releases nothing of it.
  expect(
    await one("select state, written_by, writers from shared_indicators where id = $1", [proposed]),
  ).toEqual({
    state: "waiting",
    written_by: lan.officerId,
    writers: [minh.officerId],
  })
  expect(await journaled("indicator.handed-over")).toEqual([{ state: "waiting" }])
  expect(await journaled("officer.handed-over")).toHaveLength(6)
  expect(await journaled("post.ended")).toHaveLength(1)
  expect((await hub.get("/lam-viec", minh)).status).toBe(303)
  expect((await hub.get(own, admin)).status).toBe(404)
})

test("a leaving administrator's requests that wait for a second person are asked again by who stays", async () => {
  const leaving = await signInAs(db, {
    bodySlug: "hub",
    role: "administrator",
    email: "quantri2@hub.example",
  })
  await hub.post(
    accountPaths.invitations,
    { email: "moi@hub.example", name: "Người Mới", title: "Phó Giám đốc", role: "leader" },
    leaving,
  )
  const page = await (await hub.get(accountPaths.postHandover(leaving.postId), admin)).text()
  expect(page).toContain("Người Mới, Phó Giám đốc")
  await hub.post(accountPaths.postHandover(leaving.postId), { end: "1" }, admin)
  const asked = await db.admin(
    "select invited_by, needs_second, revoked_at is null as open from invitations order by id",
  )
  expect(asked.rows).toEqual([
    { invited_by: leaving.officerId, needs_second: true, open: false },
    { invited_by: admin.officerId, needs_second: true, open: true },
  ])
})

test("a token that a leaving administrator made is listed by its name, and opens nothing from the moment the post ends", async () => {
  const leaving = await signInAs(db, {
    bodySlug: "hub",
    role: "administrator",
    email: "quantri3@hub.example",
  })
  const made = await hub.post(
    accountPaths.tokens,
    { name: "Phần mềm tổng đài", scopes: "directives:read", days: "90" },
    leaving,
  )
  const token = /lienphong_[\w-]+/.exec(await made.text())?.[0] ?? ""
  const asked = () => hub.app.request("/api/v1/directives", { headers: { authorization: `Bearer ${token}` } })
  expect((await asked()).status).toBe(200)
  const handover = accountPaths.postHandover(leaving.postId)
  const page = await (await hub.get(handover, admin)).text()
  expect(page).toContain("Mã truy cập do người này cấp cho chương trình: 1")
  expect(page).toContain("Phần mềm tổng đài (dùng lần cuối 15/09/2023)")
  await hub.post(handover, { end: "1" }, admin)
  expect((await asked()).status).toBe(401)
  expect(await journaled("token.revoked")).toHaveLength(1)
})
