import type { Page } from "playwright-core"
import { beforeAll, expect, test } from "vitest"
import { createApp } from "../app.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"
import { people, signedIn } from "../testing/province.ts"
import { begin, plan, writeShop } from "./testing/hub.ts"

/** Journey 7: a visit on a tablet without network; the tab closed, another officer on the same tablet, sent later, and a case. */
const db = await freshDatabase()
const site = siteFor(() => createApp(houseOf(db)))
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

const photo = {
  name: "ngan-keo.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
}
const code = "ngan keo quay 7"

async function unlock(page: Page, name: string, press = "Mở khóa") {
  await page.fill("#ten", name)
  await page.fill("#ma", code)
  await page.getByRole("button", { name: press, exact: true }).click()
}

const form = "Kiểm tra tại chỗ: Điểm đăng ký thuê bao, bán SIM"

test("a visit is written without network, another officer on the tablet sees and loses nothing, and its finding becomes a case with the photo", async () => {
  const at = await plan(hub, await writeShop(hub))
  await begin(hub, at, people.minh.id)
  const id = at.slice(at.lastIndexOf("/") + 1)

  const { cookie } = await signedIn(db, "minh")
  const tablet = await site.visitAs(cookie, { screen: "phone" })
  const context = tablet.context()
  await tablet.goto("/thuc-dia/")
  await unlock(tablet, "minh@mau.example", "Tạo phần của tôi")
  await tablet.getByRole("button", { name: form }).waitFor()
  await tablet.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

  await context.setOffline(true)
  await tablet.reload()
  await unlock(tablet, "minh@mau.example")
  await tablet.getByText("Không có mạng").waitFor()
  await tablet.getByRole("button", { name: form }).click()
  await tablet.selectOption("[name=inspectionId]", id)
  const answers = {
    authorised: "yes",
    "papers-matched": "yes",
    "papers-of-others": "no",
    "files-kept": "not-applicable",
    "active-sims": "yes",
    "mass-device": "no",
    "prices-shown": "yes",
  }
  for (const [question, answer] of Object.entries(answers))
    await tablet.check(`[name=a-${question}][value=${answer}]`)
  await tablet.fill("[name=c-active-sims-numbers]", "14")
  await tablet.fill("[name=n-active-sims]", "14 SIM trong ngăn kéo quầy")
  await tablet.fill("[name=recordedOn]", "2023-09-15")
  await tablet.fill("[name=time]", "08:40")
  await tablet.fill("[name=opinion]", "Tôi mua lại của người lạ")
  await tablet.check("[name=signing][value=witness]")
  await tablet.fill("[name=refusalReason]", "Cho là không vi phạm")
  await tablet.fill("[name=witness]", "Vũ Văn Chứng, hàng xóm")
  await tablet.check("[name=declared]")
  await tablet.setInputFiles("input[type=file]", photo)
  await tablet.getByText("ngan-keo.png").waitFor()
  await tablet.getByText("Đã lưu trên máy lúc").waitFor()
  await tablet.close()

  const again = await context.newPage()
  await again.goto("/thuc-dia/")
  await unlock(again, "hoa@mau.example")
  await again.getByText("Không mở được").waitFor()
  expect(await again.locator("body").innerText()).not.toMatch(/ngăn kéo|Bình Minh|minh@/)
  await unlock(again, "minh@mau.example")
  await again.getByRole("button", { name: "Mở", exact: true }).click()
  expect(await again.inputValue("[name=n-active-sims]")).toContain("14 SIM")
  expect(await again.isChecked("[name=a-active-sims][value=yes]")).toBe(true)
  await again.getByRole("button", { name: "Xong, gửi khi có mạng" }).click()
  await again.locator("li[data-state=waiting]").waitFor()
  expect((await db.admin("select from inspection_answers")).rowCount).toBe(0)

  // A colleague answered one question otherwise meanwhile: neither answer goes over the other unseen.
  expect((await hub.post(`${at}/phieu`, { "a-active-sims": "no" }, hub.lan)).status).toBe(303)
  await context.setOffline(false)
  await again.getByText("Trên hệ thống: “Không” (Nguyễn Thị Lan)").waitFor()
  expect((await db.admin("select state from inspections")).rows).toEqual([{ state: "announced" }])
  await again.getByRole("button", { name: "Mở", exact: true }).click()
  await again.check("[name=isOver]")
  await again.getByRole("button", { name: "Xong, gửi khi có mạng" }).click()
  await again.locator("li[data-state=sent]").waitFor()

  const { rows } = await db.admin(
    "select i.state, i.device_at is not null as said, a.answer, count(p.id)::int as photos from inspections i join inspection_answers a on a.inspection_id = i.id and a.question = 'active-sims' left join inspection_photos p on p.inspection_id = i.id group by 1, 2, 3",
  )
  expect(rows).toEqual([{ state: "recorded", said: true, answer: "yes", photos: 1 }])
  await again.getByRole("link", { name: "Xem trên hệ thống" }).click()
  await again.getByText("Mở vụ việc từ các dấu hiệu vi phạm").first().waitFor()
  await again.getByRole("button", { name: "Mở vụ việc từ các dấu hiệu vi phạm" }).click()
  await again.getByRole("link", { name: /^Vụ việc 2023-\d+$/ }).click()
  await again.waitForURL(/\/vu-viec\//)
  const page = await again.locator("main").innerText()
  for (const carried of ["Điểm SIM Bình Minh", "số thuê bao: 14", "Tôi mua lại của người lạ", "ngan-keo.png"])
    expect(page).toContain(carried)
  await context.close()
}, 240_000)
