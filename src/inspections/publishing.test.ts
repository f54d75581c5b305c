import { beforeAll, expect, test } from "vitest"
import { freshDatabase } from "../kernel/testing/database.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"
import { people } from "../testing/province.ts"
import { paths } from "./paths.ts"
import { begin, filled, plan, recorded, step, writeShop } from "./testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})
/** The text that the form proposes. */
async function proposed(at: string): Promise<string> {
  const form = (await (await hub.get(at, hub.lan)).text()).split('name="text"')[1] ?? ""
  return form.slice(0, form.indexOf("</textarea>"))
}
const publicly = async (at: string) => (await hub.get(at)).text()

const text = "Không thấy vi phạm về SIM."
/** A check that ended, brought under the law of November 2026: the clock of the tests stands in 2023. */
async function concluded(name: string, form: string): Promise<string> {
  const at = await plan(hub, await writeShop(hub, { name, form }))
  await begin(hub, at, people.minh.id)
  await step(hub, at, "phieu", { ...filled, "a-active-sims": "no" }, hub.minh)
  await step(hub, at, "bien-ban", recorded, hub.minh)
  const conclusion = { number: "3/KL", concludedOn: "2023-09-15", conclusion: text }
  await step(hub, at, "ket-luan", conclusion, hub.lan)
  return at
}
async function inTheLawOf2026(at: string) {
  await db.admin("alter table inspections disable trigger inspections_guard")
  await db.admin(
    `update inspections set decided_on = '2026-11-03', approved_on = '2026-11-03', announced_on = '2026-11-03',
       planned_on = '2026-11-03', recorded_on = '2026-11-05', concluded_on = '2026-11-09', law = 'KT-217-SO' where id = $1`,
    [at.slice(at.lastIndexOf("/") + 1)],
  )
  await db.admin("alter table inspections enable trigger inspections_guard")
}

test("a conclusion is published where the law of its day says so: read over by a person, open to everybody as page and CSV, once; nothing else of the check is", async () => {
  const at = await concluded("Điểm SIM Công Khai", "household")
  const early = await hub.post(`${at}/cong-khai`, { what: "conclusion", text, isRead: "yes" }, hub.lan)
  expect(early.status).not.toBe(303)
  expect(await (await hub.get(at, hub.lan)).text()).toContain("không buộc công khai")
  await inTheLawOf2026(at)
  expect(await (await hub.get(at, hub.lan)).text()).toContain(
    "Kết luận: phải công khai (NQ 198/2025/QH15 Đ4)",
  )
  expect(await proposed(at)).toContain(text)
  expect((await hub.post(`${at}/cong-khai`, { what: "conclusion", text }, hub.lan)).status).toBe(422)
  expect(await publicly(paths.published)).not.toContain("Điểm SIM Công Khai")
  await step(hub, at, "cong-khai", { what: "conclusion", text, isRead: "yes" }, hub.lan)
  expect(
    (await hub.post(`${at}/cong-khai`, { what: "conclusion", text, isRead: "yes" }, hub.lan)).status,
  ).toBe(422)
  for (const page of [await publicly(paths.published), await publicly(paths.publishedCsv)]) {
    expect(page).toContain("Điểm SIM Công Khai")
    expect(page).toContain(text)
    expect(page).not.toContain("Tôi mua lại của người lạ")
  }
})

test("of an individual in business neither name nor address is published, and no text is proposed; what was published by mistake is withdrawn and can be published anew", async () => {
  const at = await concluded("Nguyễn Văn Bán Lẻ", "individual")
  await inTheLawOf2026(at)
  expect(await proposed(at)).not.toContain(text)
  await step(hub, at, "cong-khai", { what: "conclusion", text: "Không vi phạm.", isRead: "yes" }, hub.lan)
  const page = await publicly(paths.published)
  expect(page).toContain("Một cá nhân kinh doanh")
  expect(page).not.toContain("Bán Lẻ")
  expect(page).not.toContain("Số 5 chợ Mẫu")

  const publicationId = /name="publicationId"[\s\S]*?value="([0-9a-f-]{36})"/.exec(
    await (await hub.get(at, hub.lan)).text(),
  )?.[1]
  const withdrawn = { publicationId: publicationId ?? "" }
  expect((await hub.post(`${at}/thu-hoi-cong-khai`, withdrawn, hub.ngoai)).status).not.toBe(303)
  await step(hub, at, "thu-hoi-cong-khai", withdrawn, hub.lan)
  expect((await hub.post(`${at}/thu-hoi-cong-khai`, withdrawn, hub.lan)).status).not.toBe(303)
  expect(await publicly(paths.published)).not.toContain("Một cá nhân kinh doanh")
  await step(hub, at, "cong-khai", { what: "conclusion", text: "Đã sửa.", isRead: "yes" }, hub.lan)
  expect(await publicly(paths.published)).toContain("Đã sửa.")
})
