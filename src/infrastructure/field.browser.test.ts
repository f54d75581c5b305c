import { expect, test } from "vitest"
import { createApp } from "../app.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { signedIn } from "../testing/province.ts"
import { groundIn, places } from "./testing/ground.ts"

const db = await freshDatabase()
const site = siteFor(async () => {
  await groundIn(db)
  return createApp(houseOf(db))
})

const photo = {
  name: "cap-dut.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
}
const code = "day cap dut 12"

async function unlock(page: import("playwright-core").Page, name: string, press = "Mở khóa") {
  await page.fill("#ten", name)
  await page.fill("#ma", code)
  await page.getByRole("button", { name: press, exact: true }).click()
}

test("a cut cable is told from a phone without network, the tab closed in between, and becomes a case by one press", async () => {
  const { cookie } = await signedIn(db, "tam")
  const phone = await site.visitAs(cookie, { screen: "phone" })
  const context = phone.context()
  await phone.goto("/thuc-dia/")
  await unlock(phone, "tam@mau.example", "Tạo phần của tôi")
  await phone.getByRole("button", { name: "Báo sự cố" }).waitFor()
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

  await context.setOffline(true)
  await phone.reload()
  await unlock(phone, "tam@mau.example")
  await phone.getByText("Không có mạng").waitFor()
  await phone.getByRole("button", { name: "Báo sự cố" }).click()
  await phone.getByLabel("Phá hoại", { exact: true }).check()
  await phone.fill("[name=happenedOn]", "2023-09-14")
  await phone.fill("[name=happenedTime]", "02:15")
  await phone.selectOption("[name=areaCode]", places.here)
  await phone.selectOption("[name=trick]", "cut")
  await phone.fill("[name=what]", "Cáp quang bị cắt ở cột số 12, còn vết kìm")
  await phone.fill("[name=subscribers]", "240")
  await phone.fill("[name=outageHours]", "2,5")
  await phone.fill("[name=damageVnd]", "6.200.000")
  await phone.fill("[name=damageBasis]", "Đơn giá kho")
  await phone.getByLabel("Ảnh, tệp không chứa bí mật nhà nước").check()
  await phone.setInputFiles("input[type=file]", photo)
  await phone.getByText("cap-dut.png").waitFor()
  await phone.getByText("Đã lưu trên máy lúc").waitFor()
  await phone.close()

  const again = await context.newPage()
  await again.goto("/thuc-dia/")
  // Somebody else on the same device: nothing opens, nothing is shown, nothing is lost.
  await unlock(again, "hoa@mau.example")
  await again.getByText("Không mở được").waitFor()
  expect(await again.locator("body").innerText()).not.toMatch(/Cáp quang|cột số 12|tam@/)
  await unlock(again, "tam@mau.example")
  await again.getByRole("button", { name: "Mở", exact: true }).click()
  expect(await again.inputValue("[name=what]")).toContain("cột số 12")
  expect(await again.inputValue("[name=areaCode]")).toBe(places.here)
  expect(await again.getByLabel("Phá hoại", { exact: true }).isChecked()).toBe(true)
  await again.getByRole("button", { name: "Xong, gửi khi có mạng" }).click()
  await again.locator("li[data-state=waiting]").waitFor()
  expect((await db.admin("select from incidents")).rowCount).toBe(0)

  // Everything that the browser keeps is unreadable without the code.
  const kept = await again.evaluate(async () => {
    const open = indexedDB.open("lienphong-thuc-dia")
    const idb = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result)
    })
    const texts: string[] = []
    for (const store of ["vaults", "items", "blobs"]) {
      const asked = idb.transaction(store).objectStore(store).getAll()
      const rows = await new Promise<Record<string, unknown>[]>((resolve) => {
        asked.onsuccess = () => resolve(asked.result)
      })
      for (const row of rows)
        for (const value of Object.values(row))
          texts.push(
            value instanceof ArrayBuffer ? new TextDecoder("latin1").decode(value) : JSON.stringify(value),
          )
    }
    idb.close()
    return texts.join("\n")
  })
  expect(kept.length).toBeGreaterThan(500)
  expect(kept).not.toMatch(/PNG|Mẫu|quang|cap-dut|tam@|6\.200/)

  await context.setOffline(false)
  await again.locator("li[data-state=sent]").waitFor()
  const { rows } = await db.admin(
    "select i.origin, i.device_at is not null as said, i.entered_at, count(p.id)::int as photos from incidents i left join incident_photos p on p.incident_id = i.id group by i.id",
  )
  expect(rows).toMatchObject([{ origin: "field", said: true, photos: 1 }])
  await again.getByRole("link", { name: "Xem trên hệ thống" }).click()
  await again.getByText("Ghi trên máy lúc").waitFor()

  const police = await site.visitAs((await signedIn(db, "son")).cookie)
  await police.goto("/ha-tang")
  await police.getByRole("link", { name: /SC-/ }).click()
  await police.getByRole("button", { name: "Mở vụ việc" }).click()
  await police.waitForURL(/\/vu-viec\//)
  const page = await police.locator("main").innerText()
  for (const carried of [
    "Phá hoại hạ tầng viễn thông ở xã Mẫu",
    "cột số 12",
    "600 thuê bao-giờ",
    "6.200.000",
    "cap-dut.png",
  ])
    expect(page).toContain(carried)
  await context.close()
})
