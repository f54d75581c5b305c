import { beforeAll, describe, expect, test } from "vitest"
import { awarenessPaths } from "./awareness/index.ts"
import { inviteTo, openRoundOf, publish } from "./awareness/testing/taught.ts"
import { directivePaths } from "./directives/index.ts"
import { planTask, samplePlan } from "./directives/testing/province.ts"
import { type Town, townOf } from "./directives/testing/town.ts"
import { infrastructurePaths } from "./infrastructure/index.ts"
import { groundIn, places } from "./infrastructure/testing/ground.ts"
import { freshDatabase } from "./kernel/testing/database.ts"
import { paths as noticePaths } from "./notices/paths.ts"
import { type Hub, hubOf, once } from "./signals/testing/hub.ts"
import { bodies, people } from "./testing/province.ts"

const db = await freshDatabase()
let hub: Hub
let town: Town
let letter = ""
const task = { network: "", teach: "", content: "" }
beforeAll(async () => {
  hub = await hubOf(db)
  town = townOf(db)
  await groundIn(db)
  const of = (path: string, text: string, ids: string[]) => planTask({ path, text, bodies: ids })
  letter = await town.issue({
    ...samplePlan(),
    clauses: [
      {
        path: "1",
        heading: "Các sở; doanh nghiệp",
        tasks: [
          of("1.1", "Bảo vệ hạ tầng viễn thông, chống trộm cắp cáp", [bodies.telco.id, bodies.district.id]),
          of("1.2", "Tuyên truyền, phổ biến cho đại lý", [bodies.telco.id]),
          of("1.3", "Yêu cầu gỡ bỏ thông tin sai sự thật", [bodies.hub.id]),
        ],
      },
    ],
  })
  task.network = await town.assignmentOf(letter, "district", "1.1")
  task.teach = await town.assignmentOf(letter, "telco", "1.2")
  task.content = await town.assignmentOf(letter, "hub", "1.3")
})
const text = async (at: string, who: Hub["lan"]) => (await hub.get(at, who)).text()
const post = async (at: string, fields: Record<string, string>, who: Hub["lan"]) =>
  (await hub.post(at, fields, who)).status

const cut = async (owner: string) => {
  const { rows } = await db.admin(
    `insert into incidents (body_id, kind, state, happened_at, entered_at, area_code, trick, owner_ids, origin, made_name, made_by)
     values ($1, 'theft', 'open', '2023-09-10T01:00:00+07:00', '2023-09-10T05:00:00+07:00', $2, 'cut', array[$3::uuid], 'form', 'Huyện', null) returning id`,
    [bodies.district.id, places.here, owner],
  )
  return String(rows[0]?.id)
}

describe("what a body does in its rooms counts for the task that it names", () => {
  test("a cut cable that the district told of counts for the district's task on the day on which the operator repaired it", async () => {
    const id = await cut(bodies.telco.id)
    const at = infrastructurePaths.incident(id)
    expect(await text(at, hub.huyen)).toContain("1.1: Bảo vệ hạ tầng viễn thông")
    expect(await post(`${at}/nhiem-vu`, { assignmentId: task.network }, hub.huyen)).toBe(303)
    const page = directivePaths.assignment(task.network)
    expect(await text(page, hub.huyen)).toContain("Sự cố hạ tầng: 1 đang làm")
    expect(await post(`${at}/khac-phuc`, { on: "2023-09-11", time: "10:00" }, hub.tam)).toBe(303)
    const after = await text(page, hub.huyen)
    expect(after).toContain("1 sự cố hạ tầng đã khắc phục")
    expect(after).toContain(`href="${at}"`)
  })

  test("a plan of patrols counts for the district's task with each patrol that was made", async () => {
    const plan = { name: "Tuyến cáp thôn", areas: places.here, kinds: "bts", fromOn: "2023-09-01" }
    const made = await hub.post(
      infrastructurePaths.newPatrolPlan,
      { ...plan, leaderId: people.huyen.id },
      hub.huyen,
    )
    const at = (made.headers.get("location") ?? "").replace(/\?.*/, "")
    expect(await post(`${at}/nhiem-vu`, { assignmentId: task.network }, hub.huyen)).toBe(303)
    for (const beganOn of ["2023-09-12", "2023-09-13"]) {
      const log = { planId: at.split("/").at(-1) ?? "", beganOn, beganTime: "08:00", endedTime: "09:00" }
      expect(await post(infrastructurePaths.logPatrol, log, hub.huyen)).toBe(303)
    }
    const page = await text(directivePaths.assignment(task.network), hub.huyen)
    expect(page).toContain("2 lượt tuần tra")
    expect(page).toContain(`href="${at}"`)
  })

  test("a cut cable that was told of twice by mistake and dropped serves no task; another body's task cannot be named", async () => {
    const id = await cut(bodies.telco.id)
    const at = infrastructurePaths.incident(id)
    expect(await post(`${at}/nhiem-vu`, { assignmentId: task.content }, hub.huyen)).toBeGreaterThanOrEqual(
      400,
    )
    expect(await post(`${at}/nhiem-vu`, { assignmentId: task.network }, hub.huyen)).toBe(303)
    expect(await post(`${at}/bo`, { reason: "Nhập hai lần" }, hub.tam)).toBe(303)
    const { rows } = await db.admin("select 1 from served_assignments where record_id = $1", [id])
    expect(rows).toEqual([])
  })

  test("a round of a course counts for the operator's task once Tâm has invited agents to it", async () => {
    await publish(hub)
    const id = await openRoundOf(hub)
    expect(await post(awarenessPaths.serveTask(id), { assignmentId: task.teach }, hub.tam)).toBe(303)
    const page = directivePaths.assignment(task.teach)
    expect(await text(page, hub.tam)).toContain("Lớp học, tuyên truyền: 1 đang làm")
    expect((await inviteTo(hub, id, "Trần Thị Đại Lý\tXã Mẫu")).status).toBe(303)
    expect(await text(page, hub.tam)).toContain("1 lớp học đã mời người học")
  })

  test("a notice counts for the department's task when Lan sends it, without the address of what it is about", async () => {
    const complaint = {
      ...{
        standing: "self",
        url: "https://mxh.example/bai/9",
        holder: "Chợ tin",
        seenOn: "2023-09-14",
        seenTime: "20:30",
      },
      ...{
        copyHash: "a".repeat(64),
        said: "Bài bịa rằng tôi lừa tiền của hàng xóm.",
        who: "Bà Kín",
        contact: "kin@mau.example",
      },
    }
    await hub.post(noticePaths.complain, { ...complaint, once: once(0x710001) })
    const { rows } = await db.admin("select id from notices")
    const at = noticePaths.notice(String(rows[0]?.id))
    expect(await post(`${at}/nhiem-vu`, { assignmentId: task.content }, hub.minh)).toBe(303)
    const page = directivePaths.assignment(task.content)
    expect(await text(page, hub.minh)).toContain("Thông báo nội dung: 1 đang làm")
    const assessment = {
      ...{
        ground: "vu-khong-2020",
        measure: "remove",
        emergency: "none",
        platformAddress: "phapche@mxh.example",
      },
      ...{
        proportionality: "Bài nêu đích danh một người và sai sự thật, đã lan ra cả xã.",
        lesser: "Chủ trang không đính chính.",
      },
    }
    expect(await post(`${at}/danh-gia`, assessment, hub.minh)).toBe(303)
    expect(await post(`${at}/duyet`, {}, hub.lan)).toBe(303)
    const after = await text(page, hub.minh)
    expect(after).toContain("1 thông báo nội dung đã gửi")
    expect(after).not.toContain("mxh.example/bai/9")
  })
})
