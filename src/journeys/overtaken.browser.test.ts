import type { Page } from "playwright-core"
import { beforeAll, expect, test } from "vitest"
import { createApp } from "../app.ts"
import { accessibilityFaults, openAllDetails, screens, sidewaysFaults } from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { paths as letterPaths } from "../letters/paths.ts"
import { paths as signalPaths } from "../signals/paths.ts"
import { type Hub, hubOf, once } from "../signals/testing/hub.ts"
import { signedIn } from "../testing/province.ts"

/** What an officer sees who was too late: on a phone and at a desk, with every part opened, readable by everybody. */
const time = { now: new Date("2023-09-15T02:00:00Z") }
const db = await freshDatabase({ clock: { now: () => time.now } })
const app = createApp(houseOf(db))
const site = siteFor(() => app)
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
  await signedIn(db, "minh", "câu dài của anh Minh")
})
const minutesPass = () => {
  time.now = new Date(time.now.getTime() + 120_000)
}

const typed =
  "Phần tôi gõ suốt hai mươi phút, một từ dài: https://nhan-qua.example/u/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
async function faultsOf(page: Page, name: string): Promise<string[]> {
  const faults: string[] = []
  for (const screen of ["phone", "desk"] as const) {
    await page.setViewportSize(screens[screen])
    await openAllDetails(page)
    faults.push(...(await sidewaysFaults(page)), ...(await accessibilityFaults(page)))
    if (process.env.SHOTS !== undefined)
      await page.screenshot({ path: `${process.env.SHOTS}${name}-${screen}.png`, fullPage: true })
  }
  return faults
}

let serial = 900
async function tip(text: string): Promise<string> {
  serial += 1
  await hub.post(signalPaths.reportOther, { once: once(serial), text })
  return String((await db.admin("select id from signals order by id desc limit 1")).rows[0].id)
}

test("a tip whose reading a colleague corrected first: what was typed beside what is now there, by whom and when", async () => {
  const id = await tip("Số 0966 555 444 giả danh công an gọi cho tôi.")
  const page = await site.visitAs(hub.minh.cookie)
  await page.goto(signalPaths.signal(id))
  await openAllDetails(page)
  minutesPass()
  const { rows } = await db.admin("select type from signals where id = $1", [id])
  const fields = { type: String(rows[0].type), urgency: "ongoing" }
  expect((await hub.post(signalPaths.signalForm(id, "phan-loai"), fields, hub.lan)).status).toBe(303)
  await page.check("[name=urgency][value=past]")
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST")
  await page.click('form[action$="phan-loai"] button')
  expect((await answered).status()).toBe(409)
  const said = await page.textContent("main")
  for (const words of ["Nguyễn Thị Lan đã làm trước", "Bây giờ đang ghi là"]) expect(said).toContain(words)
  expect(await faultsOf(page, "tip")).toEqual([])
  await page.context().close()
})

test("a document in two windows, the slower one", async () => {
  const values = (more: Record<string, string>) => ({
    kind: "report",
    symbol: "BC-STT",
    place: "Mẫu",
    subject: "Kết quả kiểm tra quý III năm 2023",
    body: "Trong quý III năm 2023, Sở đã kiểm tra 18 điểm.",
    signerId: hub.lan.officerId,
    way: "own",
    ...more,
  })
  const made = await hub.post(letterPaths.newDocument, values({}), hub.minh)
  const id = /[0-9a-f-]{36}/.exec(made.headers.get("location") ?? "")?.[0] ?? ""
  const page = await site.visitAs(hub.minh.cookie)
  await page.goto(letterPaths.draft(id))
  minutesPass()
  const quicker = values({ version: "0", subject: "Kết quả của chị Hoa" })
  expect((await hub.post(letterPaths.draft(id), quicker, hub.hoa)).status).toBe(303)
  await page.fill("[name=subject]", typed)
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST")
  await page.locator("form:has([name=subject]) button[type=submit]").first().click()
  expect((await answered).status()).toBe(409)
  expect(await page.textContent("main")).toContain("Phạm Thị Hoa đã làm trước")
  expect(await page.inputValue("[name=subject]")).toBe(typed)
  expect(await faultsOf(page, "document")).toEqual([])
  await page.context().close()
})

test("a form whose session ended: the page that says so, and the form again after signing in", async () => {
  const id = await tip("Số 0966 555 445 giả danh điện lực gọi cho tôi.")
  const minh = await signedIn(db, "minh")
  const page = await site.visitAs(minh.cookie)
  await page.goto(signalPaths.signal(id))
  await openAllDetails(page)
  await page.fill('form[action$="/hoi"] textarea', typed)
  await db.admin("update sessions set revoked_at = now(), revoked_why = 'revoked' where revoked_at is null")
  await page.click('form[action$="/hoi"] button')
  await page.waitForSelector("input[name=password]")
  expect(await page.textContent("main")).toContain("Phiên đăng nhập đã kết thúc")
  expect(await faultsOf(page, "ended")).toEqual([])
  await page.fill("input[name=email]", "minh@mau.example")
  await page.fill("input[name=password]", "câu dài của anh Minh")
  await page.click("main button[type=submit]")
  await page.waitForSelector('form[action$="/hoi"] textarea')
  expect(await page.inputValue('form[action$="/hoi"] textarea')).toBe(typed)
  expect(await faultsOf(page, "returned")).toEqual([])
  await page.context().close()
})

test("a tip that names a wallet, other pages of its site, and numbers of which nobody knows whose they are", async () => {
  await tip("Trang lừa đảo www.nhan-qua.example/u/bbb222 lấy mất thẻ của tôi.")
  const id = await tip(
    'Trang lừa đảo https://nhan-qua.example/u/aaa111 bảo gửi tiền vào ví 0x52908400098527886E0F7030069857D2E4169EE7. Chị họ 0305 220 917 cũng bị. IMEI máy tôi 490154203237518, zalo tên "Mẹ Bin 000".',
  )
  const { cookie } = await signedIn(db, "minh")
  const page = await site.visitAs(cookie)
  await page.goto(signalPaths.signal(id))
  expect(await page.textContent("main")).toContain("đầu mối yếu hơn")
  expect(await faultsOf(page, "clues")).toEqual([])
  await page.context().close()
})
