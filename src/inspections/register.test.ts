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
const text = async (at: string, who: Hub["lan"]) => (await hub.get(at, who)).text()

const list = `tên,loại,hình thức,địa chỉ,giấy phép,ngày hết hạn
Điểm SIM Một,điểm bán SIM,hộ kinh doanh,Số 1,UQ-1,01/09/2023
Điểm SIM Hai,điểm bán SIM,hộ kinh doanh,Số 2,UQ-2,01/09/2026
Điểm SIM Năm,điểm bán SIM,hộ kinh doanh,Số 5,UQ-5,01/09/2026
Quán nước,quán,hộ kinh doanh,Số 3,,
`
async function preview(): Promise<{ page: string; drafts: string }> {
  const body = new FormData()
  body.append("file", new Blob([list]), "so-doi-tuong.csv")
  const headers = { cookie: hub.minh.cookie, "sec-fetch-site": "same-origin" }
  const page = await (await hub.app.request(paths.importing, { method: "POST", body, headers })).text()
  const carried = /name="drafts" value="([^"]*)"/.exec(page)?.[1] ?? ""
  return { page, drafts: carried.replaceAll("&quot;", '"') }
}
const take = (drafts: string) =>
  hub.post(paths.importTaking, { fileName: "so-doi-tuong.csv", drafts }, hub.minh)
const names = async () =>
  (await db.admin("select name from inspection_subjects order by name")).rows.map(({ name }) => name)

test("a list of shops is looked at line by line, taken once, and taken back whole but for one that another body has planned to look at and one that was put right since", async () => {
  const { page, drafts } = await preview()
  expect(page).toContain("nhập được 3 trong 4 dòng")
  expect(page).toContain("không rõ loại")
  expect(await names()).toEqual([])
  expect((await take(drafts)).status).toBe(303)
  expect((await take(drafts)).status).toBe(409)
  expect(await names()).toEqual(["Điểm SIM Hai", "Điểm SIM Một", "Điểm SIM Năm"])
  expect((await preview()).page).toContain("đã có trong sổ")
  const { rows } = await db.admin("select id, name from inspection_subjects order by name")
  expect(await text(paths.subject(String(rows[0]?.id)), hub.lan)).toContain("Nhập từ danh sách")

  await plan(hub, String(rows[0]?.id), {}, hub.ngoai)
  const right = {
    address: "Số 5",
    commune: "",
    taxCode: "",
    licenceNumber: "UQ-6",
    licenceUntil: "2026-09-01",
  }
  expect((await hub.post(paths.subjectForm(String(rows[2]?.id), "sua"), right, hub.minh)).status).toBe(303)
  const { rows: lists } = await db.admin("select id from inspection_imports")
  const undo = paths.importUndo(String(lists[0]?.id))
  expect((await hub.post(undo, {}, hub.ngoai)).status).toBe(409)
  expect((await hub.post(undo, {}, hub.minh)).headers.get("location")).toContain("hoan=1")
  expect(await names()).toEqual(["Điểm SIM Hai", "Điểm SIM Năm"])
  expect((await hub.post(undo, {}, hub.minh)).status).toBe(409)
})

test("a renewed licence changes the row, which says what it was before; another body does not change it", async () => {
  const id = await writeShop(hub, { name: "Điểm SIM Gia Hạn" })
  const renewed = { address: "Số 5 chợ Mẫu, xã Mẫu", commune: "Xã Mẫu", taxCode: "0912345678" }
  const change = { ...renewed, licenceNumber: "UQ-99/2023", licenceUntil: "2025-09-01" }
  expect((await hub.post(paths.subjectForm(id, "sua"), change, hub.ngoai)).status).not.toBe(303)
  expect((await hub.post(paths.subjectForm(id, "sua"), change, hub.minh)).status).toBe(303)
  const page = await text(paths.subject(id), hub.minh)
  expect(page).toContain("UQ-12/2023 → UQ-99/2023")
  expect((await hub.post(paths.subjectForm(id, "sua"), change, hub.minh)).status).toBe(409)
  expect((await hub.post(paths.subjectForm(id, "sua"), { ...change, taxCode: "1" }, hub.minh)).status).toBe(
    422,
  )
})

test("the register in the order of its risk scores says of each where its points come from, counts only what the body reads, and refuses nobody a plan", async () => {
  const risky = await writeShop(hub, { name: "Điểm SIM Nhiều Điểm", licenceUntil: "2023-09-01" })
  const at = await plan(hub, risky)
  await begin(hub, at, people.minh.id)
  await step(hub, at, "phieu", filled, hub.minh)
  await step(hub, at, "bien-ban", recorded, hub.minh)
  await step(hub, at, "mo-vu-viec", { committedOn: "2023-09-14" }, hub.minh)
  const page = await text(`${paths.subjects}?thu-tu=rui-ro`, hub.minh)
  expect(page).toContain("Điểm không quyết định kiểm tra ai")
  const row = (name: string) => page.indexOf(name)
  expect(row("Điểm SIM Nhiều Điểm")).toBeLessThan(row("Điểm SIM Gia Hạn"))
  const own = await text(paths.subject(risky), hub.minh)
  expect(own).toContain("6 điểm")
  expect(own).toContain("1 vụ việc mở từ kiểm tra trong 3 năm")
  expect(own).toContain("Giấy phép, ủy quyền hết hạn thứ Sáu, 01/09/2023")
  // Another body reads the licence of the register, not the case.
  const theirs = await text(paths.subject(risky), hub.ngoai)
  expect(theirs).toContain("4 điểm")
  expect(theirs).not.toContain("vụ việc mở từ kiểm tra")
  await plan(hub, risky, { power: "police-check" }, hub.son)
})
