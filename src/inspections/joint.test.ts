import { beforeAll, expect, test } from "vitest"
import { freshDatabase } from "../kernel/testing/database.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"
import { bodies, people } from "../testing/province.ts"
import { paths } from "./paths.ts"
import { begin, filled, plan, recorded, step, writeShop } from "./testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})
const text = async (at: string, who: Hub["lan"]) => (await hub.get(at, who)).text()
const invitation = async () =>
  paths.invitation(
    String((await db.admin("select id from inspection_invitations order by id desc limit 1")).rows[0]?.id),
  )

test("two bodies would visit one shop: the other is proposed for a joint team, accepts with its members and their declaration, reads the check, and the record names both", async () => {
  const subjectId = await writeShop(hub)
  const theirs = await plan(hub, subjectId, { power: "police-check" }, hub.son)
  const decision = { number: "5/QĐ", decidedOn: "2023-09-14", days: "5", declared: "yes" }
  await step(hub, theirs, "quyet-dinh", { ...decision, headId: people.son.id }, hub.son)
  await step(hub, theirs, "duyet", { approvedOn: "2023-09-14" }, hub.son)
  const at = await plan(hub, subjectId)
  const proposed = await text(at, hub.minh)
  expect(proposed).toContain("Đề nghị lập đoàn liên ngành")
  expect(proposed).toMatch(new RegExp(`value="${bodies.police.id}" selected`))

  const asked = { toBodyId: bodies.police.id, note: "Cùng một điểm, cùng tuần" }
  await step(hub, at, "moi-tham-gia", asked, hub.minh)
  expect((await hub.post(`${at}/moi-tham-gia`, asked, hub.minh)).status).toBe(422)
  const letter = await invitation()
  expect(await text(paths.inspections, hub.cong)).toContain("mời cùng kiểm tra Điểm SIM Bình Minh")
  // Until it accepts, the other body reads what it was told and no more; a third reads nothing.
  expect((await hub.get(at, hub.cong)).status).toBe(404)
  expect((await hub.get(letter, hub.ngoai)).status).toBe(404)
  const members = { members: "Phạm Văn Công; Trinh sát viên" }
  expect((await hub.post(`${letter}/nhan`, members, hub.cong)).status).toBe(422)
  expect((await hub.post(`${letter}/nhan`, { members: "", declared: "yes" }, hub.cong)).status).toBe(422)
  await step(hub, letter, "nhan", { ...members, declared: "yes" }, hub.cong)
  expect((await hub.post(`${letter}/nhan`, { ...members, declared: "yes" }, hub.cong)).status).toBe(409)

  await begin(hub, at, people.minh.id)
  await step(hub, at, "phieu", filled, hub.minh)
  await step(hub, at, "bien-ban", recorded, hub.minh)
  const seen = await text(at, hub.cong)
  for (const shown of [
    "14 SIM trong ngăn kéo quầy.",
    "Phạm Văn Công, Trinh sát viên",
    "Cơ quan bạn tham gia đoàn",
  ])
    expect(seen).toContain(shown)
  // It reads and writes nothing of it.
  expect((await hub.post(`${at}/phieu`, { "a-active-sims": "no" }, hub.cong)).status).toBe(404)
  expect((await hub.post(`${at}/ket-thuc`, {}, hub.cong)).status).not.toBe(303)
  const made = await hub.post(`${at}/van-ban`, { kind: "record", signerId: people.lan.id }, hub.minh)
  expect(made.status).toBe(303)
  const { rows } = await db.admin("select model::text from official_documents")
  expect(rows[0]?.model).toContain("Phạm Văn Công, Trinh sát viên, Thành viên, Công an tỉnh Mẫu")
  expect(rows[0]?.model).toContain("Trần Văn Minh, Trưởng đoàn, Sở Thông tin tỉnh Mẫu")
})

test("a body declines with its reason and reads nothing; an invitation that nobody answered ends when the plan is approved", async () => {
  const at = await plan(hub, await writeShop(hub, { name: "Điểm SIM Từ Chối" }))
  await step(hub, at, "moi-tham-gia", { toBodyId: bodies.stranger.id, note: "Đi cùng" }, hub.minh)
  const declined = await invitation()
  await step(hub, declined, "tu-choi", { reason: "Một cán bộ là người nhà của chủ điểm" }, hub.ngoai)
  expect((await hub.get(at, hub.ngoai)).status).toBe(404)
  expect(await text(at, hub.minh)).toContain("Một cán bộ là người nhà của chủ điểm")

  await step(hub, at, "moi-tham-gia", { toBodyId: bodies.police.id, note: "Đi cùng" }, hub.minh)
  const late = await invitation()
  await begin(hub, at, people.minh.id)
  const answer = { members: "Phạm Văn Công; Trinh sát viên", declared: "yes" }
  const refused = await hub.post(`${late}/nhan`, answer, hub.cong)
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain("Phạm Văn Công; Trinh sát viên")
  expect((await hub.get(at, hub.cong)).status).toBe(404)
  expect(
    (await hub.post(`${at}/moi-tham-gia`, { toBodyId: bodies.culture.id, note: "Nữa" }, hub.minh)).status,
  ).toBe(409)
})
