import { Hono } from "hono"
import type { Page } from "playwright-core"
import { beforeAll, expect, test } from "vitest"
import { createApp } from "../app.ts"
import { fieldPaths } from "../kernel/field/paths.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"
import { people, signedIn } from "../testing/province.ts"
import { begin, filled, plan, writeShop } from "./testing/hub.ts"

/** Journey 7: a visit on a tablet without network; the tab closed, another officer on the same tablet, sent later, and a case. */
const db = await freshDatabase()
/** The program as it is, and after an update: the script of the service worker is then another. */
let isUpdated = false
const site = siteFor(() => {
  const app = createApp(houseOf(db))
  const served: typeof app = new Hono()
  served.get("/thuc-dia/sw.js", async (c) => {
    const answer = await app.fetch(c.req.raw, c.env)
    return isUpdated ? new Response(`${await answer.text()}\n// the next version`, answer) : answer
  })
  return served.all("*", (c) => app.fetch(c.req.raw, c.env))
})
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

test("a full device, a wrong clock and an update of the program in between lose nothing; a lost tablet that was revoked is empty at its next contact", async () => {
  const at = await plan(hub, await writeShop(hub, { name: "Điểm SIM Máy Mất" }))
  await begin(hub, at, people.minh.id)
  const id = at.slice(at.lastIndexOf("/") + 1)
  const { cookie } = await signedIn(db, "minh")
  const tablet = await site.visitAs(cookie, { screen: "phone" })
  await tablet.goto("/thuc-dia/")
  await unlock(tablet, "minh@mau.example", "Tạo phần của tôi")
  await tablet.getByRole("button", { name: form }).click()

  // Full: the words stay on the screen, and are saved once there is room again.
  await tablet.evaluate(() => {
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no room", "QuotaExceededError")
    }
    addEventListener("roomagain", () => {
      IDBObjectStore.prototype.put = put
    })
  })
  await tablet.fill("[name=n-active-sims]", "12 SIM trong tủ kính")
  await tablet.getByText("Bộ nhớ máy đã đầy").waitFor()
  expect(await tablet.inputValue("[name=n-active-sims]")).toBe("12 SIM trong tủ kính")
  await tablet.evaluate(() => dispatchEvent(new Event("roomagain")))
  await tablet.selectOption("[name=inspectionId]", id)
  await tablet.getByText("Đã lưu trên máy lúc").waitFor()

  // The next version of the program takes over while the form is half written.
  isUpdated = true
  await tablet.evaluate(async () => {
    const registered = await navigator.serviceWorker.ready
    const taken = new Promise((resolve) =>
      registered.addEventListener("updatefound", () => {
        const next = registered.installing
        next?.addEventListener("statechange", () => next.state === "activated" && resolve(null))
      }),
    )
    await registered.update()
    await taken
  })
  await tablet.reload()
  await unlock(tablet, "minh@mau.example")
  await tablet.getByRole("button", { name: "Mở", exact: true }).click()
  expect(await tablet.inputValue("[name=n-active-sims]")).toBe("12 SIM trong tủ kính")

  // By the clock of the device it is another year: the server keeps its own time beside what the device says.
  await tablet.clock.setFixedTime(new Date("2031-02-03T04:05:06Z"))
  for (const [question, answer] of Object.entries(filled))
    if (question.startsWith("a-")) await tablet.check(`[name=${question}][value=${answer}]`)
  for (const [name, value] of Object.entries({ recordedOn: "2023-09-15", time: "08:40", opinion: "Không" }))
    await tablet.fill(`[name=${name}]`, value)
  await tablet.check("[name=signing][value=signed]")
  await tablet.getByRole("button", { name: "Xong, gửi khi có mạng" }).click()
  await tablet.locator("li[data-state=sent]").waitFor()
  const { rows } = await db.admin(
    "select i.device_at::text as said, e.at::text as kept from inspections i join inspection_events e on e.inspection_id = i.id and e.what = 'inspection.held' where i.id = $1",
    [id],
  )
  expect(rows).toEqual([
    { said: expect.stringMatching(/^2031-02-03/), kept: expect.stringMatching(/^2023-09-15/) },
  ])

  // Lost with a draft on it: revoked, it has nothing any more once it reaches the server.
  await tablet.getByRole("button", { name: form }).click()
  await tablet.fill("[name=n-active-sims]", "bản nháp trên máy mất")
  await tablet.getByText("Đã lưu trên máy lúc").waitFor()
  const devices = await db.admin(
    "select key from field_devices where revoked_at is null order by made_at desc, key",
  )
  for (const { key } of devices.rows)
    expect((await hub.post(fieldPaths.revoke(String(key)), {}, hub.minh)).status).toBe(303)
  await tablet.reload()
  await tablet.getByText("Máy này đã bị thu hồi").waitFor()
  await unlock(tablet, "minh@mau.example")
  await tablet.getByText("Không mở được").waitFor()
  const left = await tablet.evaluate(async () => {
    const open = indexedDB.open("lienphong-thuc-dia")
    const idb = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result)
    })
    const counts: number[] = []
    for (const store of ["vaults", "items", "blobs"]) {
      const asked = idb.transaction(store).objectStore(store).count()
      counts.push(
        await new Promise<number>((resolve) => {
          asked.onsuccess = () => resolve(asked.result)
        }),
      )
    }
    idb.close()
    return counts
  })
  expect(left).toEqual([0, 0, 0])
  await tablet.context().close()
}, 240_000)
