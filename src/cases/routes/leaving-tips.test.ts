/** A tip that was put into the wrong case goes back to the desk, unless the police hold the file. */
import { beforeAll, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { signalPaths } from "../../signals/index.ts"
import { codeOn, type Hub, hubOf, once } from "../../signals/testing/hub.ts"
import { casePaths as paths } from "../index.ts"

const db = await freshDatabase()
let hub: Hub
let code = ""
let tip = ""
let id = ""
const rows = async (query: string) => (await db.admin(query)).rows
const out = (reason: string, who = hub.minh) => hub.post(paths.leavingTip(id, tip), { reason }, who)

beforeAll(async () => {
  hub = await hubOf(db)
  const sent = await hub.post(signalPaths.reportOther, { once: once(1), text: "Số 0988 222 117 lừa đảo." })
  code = codeOn(await sent.text())
  tip = String((await rows("select id from signals"))[0]?.id)
  const made = await hub.post(paths.newCase, { title: "Vụ việc khác hẳn", tin: tip }, hub.minh)
  id = String(made.headers.get("location")).split("/").at(-1) ?? ""
})

test("a tip in the wrong case is taken out with a reason: it waits at the desk again and the case says so", async () => {
  expect(await (await hub.get(paths.case(id), hub.minh)).text()).toContain(paths.leavingTip(id, tip))
  expect((await out("")).status).toBe(422)
  expect((await out("Hỏi lại thì là việc khác", hub.son)).status).toBe(404)
  expect((await out("Hỏi lại thì là việc khác")).headers.get("location")).toBe(signalPaths.signal(tip))
  expect(await rows(`select state, case_id from signals where id = '${tip}'`)).toEqual([
    { state: "reviewing", case_id: null },
  ])
  expect(
    await rows(
      `select what from journal where what in ('signal.left-case', 'case.signal-left') order by what`,
    ),
  ).toHaveLength(2)
  const page = await (await hub.get(paths.case(id), hub.minh)).text()
  expect(page).toContain("Hỏi lại thì là việc khác")
  expect(page).not.toContain(signalPaths.signal(tip))
  const followed = await (await hub.post(signalPaths.follow, { code })).text()
  expect(followed).toContain("Cán bộ đang xem")
  expect((await out("Lần nữa")).status).toBe(404)
})

test("a tip whose reporter's number stands in a note of the case stays in it, so that the number goes on being masked", async () => {
  const text = "Tôi là Vũ Thị Ẩn, số của tôi 0355 444 717. Số 0988 222 118 lừa đảo."
  await hub.post(signalPaths.reportOther, { once: once(2), text })
  const other = String((await rows("select id from signals order by id desc limit 1"))[0]?.id)
  const made = await hub.post(paths.newCase, { title: "Vụ khác", tin: other }, hub.minh)
  const caseId = String(made.headers.get("location")).split("/").at(-1) ?? ""
  // As a note that was written before anybody knew whose the number is.
  await db.admin("alter table case_events disable trigger case_events_are_append_only")
  await rows(`update case_events set note = 'Đã gọi 0355 444 717' where case_id = '${caseId}'`)
  await db.admin("alter table case_events enable trigger case_events_are_append_only")
  const refused = await hub.post(paths.leavingTip(caseId, other), { reason: "Nhầm vụ" }, hub.minh)
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain("ở mục diễn biến, đưa tin ra thì chỗ ấy hết được che")
  expect(await rows(`select case_id from signals where id = '${other}'`)).toEqual([{ case_id: caseId }])
})

test("a tip in a file that the police hold stays in it, and the officer is told until when", async () => {
  expect((await hub.post(paths.joinCase, { tin: tip, caseId: id }, hub.minh)).status).toBe(303)
  await hub.post(paths.form(id, "xac-minh"), {}, hub.minh)
  await hub.post(signalPaths.signalForm(tip, "loi-da-che"), { redactedText: "Số lừa." }, hub.minh)
  const handed = { toBodyId: hub.cong.bodyId, reason: "Dấu hiệu Điều 174" }
  expect((await hub.post(paths.form(id, "chuyen-cong-an"), handed, hub.lan)).status).toBe(303)
  expect(await (await hub.get(paths.case(id), hub.minh)).text()).not.toContain(paths.leavingTip(id, tip))
  const refused = await out("Nhầm vụ")
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain("Công an trả hồ sơ thì mới đưa tin ra được")
})
