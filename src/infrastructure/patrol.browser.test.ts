import { expect, test } from "vitest"
import { createApp } from "../app.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { people, signedIn } from "../testing/province.ts"
import { groundIn, places } from "./testing/ground.ts"

const db = await freshDatabase()
const site = siteFor(async () => {
  await groundIn(db)
  return createApp(houseOf(db))
})

test("a patrol is logged from a phone without network: its path, a point by one press, a finding; sent when the network is back", async () => {
  const { cookie } = await signedIn(db, "cong")
  const phone = await site.visitAs(cookie, { screen: "phone" })
  const context = phone.context()
  await context.grantPermissions(["geolocation"])
  await context.setGeolocation({ latitude: 20.72361, longitude: 106.06114, accuracy: 5 })
  await phone.goto(`/ha-tang/tuan-tra/moi?xa=${places.here}`)
  await phone.fill("[name=name]", "Đường đê thôn Mẫu")
  await phone.getByLabel("Trạm BTS, cột ăng-ten").check()
  await phone.fill("[name=fromOn]", "2023-09-01")
  await phone.selectOption("[name=leaderId]", people.cong.id)
  await phone.getByRole("button", { name: "Lập kế hoạch tuần tra" }).click()
  await phone.waitForURL(/tuan-tra\/[0-9a-f-]{36}/)

  await phone.goto("/thuc-dia/")
  await phone.fill("#ten", "cong@mau.example")
  await phone.fill("#ma", "duong de 2230")
  await phone.getByRole("button", { name: "Tạo phần của tôi" }).click()
  await phone.getByRole("button", { name: "Ghi lượt tuần tra" }).waitFor()
  await context.setOffline(true)
  await phone.getByRole("button", { name: "Ghi lượt tuần tra" }).click()
  const plan = await phone.locator("[name=planId] option").last().getAttribute("value")
  await phone.selectOption("[name=planId]", plan)
  await phone.getByRole("button", { name: "Bắt đầu ghi đường đi" }).click()
  await phone.getByText("Đang ghi đường đi: 1 điểm").waitFor()
  await context.setGeolocation({ latitude: 20.72461, longitude: 106.06214, accuracy: 5 })
  await phone.getByText("Đang ghi đường đi: 2 điểm").waitFor()
  expect(await phone.inputValue("[name=beganTime]")).toMatch(/^\d\d:\d\d$/)
  await phone.getByRole("button", { name: "Đang ở đây" }).first().click()
  await phone.getByText("± 5 m").waitFor()
  expect(await phone.inputValue("[name=d1-point]")).toBe("20.72461 106.06214")
  await phone.selectOption("[name=d1-outcome]", "suspicious")
  await phone.fill("[name=d1-note]", "Có người lạ đo đạc ở tủ cáp")
  await phone.getByRole("button", { name: "Dừng ghi đường đi" }).click()
  // The days of the test lie years before the clock of this browser.
  await phone.fill("[name=beganOn]", "2023-09-14")
  await phone.fill("[name=beganTime]", "08:00")
  await phone.fill("[name=endedTime]", "09:00")
  await phone.fill("[name=d1-time]", "08:30")
  await phone.getByRole("button", { name: "Xong, gửi khi có mạng" }).click()
  await phone.locator("li[data-state=waiting]").waitFor()
  expect((await db.admin("select from patrols")).rowCount).toBe(0)

  await context.setOffline(false)
  await phone.locator("li[data-state=sent]").waitFor()
  await phone.getByRole("link", { name: "Xem trên hệ thống" }).click()
  await phone.getByText("Có người lạ đo đạc").waitFor()
  await phone.getByText("Báo thành sự cố").first().click()
  await phone.getByLabel("Trộm cắp", { exact: true }).check()
  await phone.selectOption("[name=trick]", "unknown")
  await phone.getByRole("button", { name: "Báo thành sự cố" }).click()
  await phone.waitForURL(/su-co\/[0-9a-f-]{36}/)
  expect(await phone.locator("main").innerText()).toContain("Có người lạ đo đạc ở tủ cáp")
  await context.close()
})
