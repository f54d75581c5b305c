/**
 * A trial in an office's own network: plain http, by a name that is not this machine's. There a browser does not say where
 * a form comes from, and has no clipboard for scripts.
 */
import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { sidewaysFaults } from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { codeOn, type Hub, hubOf } from "../signals/testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
const site = siteFor(
  async () => {
    hub = await hubOf(db)
    return hub.app
  },
  { host: "lp.test" },
)

async function reported(page: Page, text: string): Promise<string> {
  await page.goto("/bao-tin/viec-khac")
  await page.fill("textarea[name=text]", text)
  await page.locator("#bao button[type=submit]").click()
  await page.locator(".receipt .code").waitFor()
  return codeOn(await page.content())
}
const messages = async () => Number((await db.admin("select count(*) from signal_messages")).rows[0].count)

describe.each([true, false])("a citizen in a network without https, scripts %s", (scripts) => {
  const open = () => site.visit({ screen: "phone", scripts })

  test("follows a report, writes once however often the page is reloaded, and reads it in English", async () => {
    const page = await open()
    const code = await reported(page, "Số 0988 000 123 gọi lừa đảo")
    await page.locator("#theo-doi button[type=submit]").click()
    await page.fill("textarea[name=text]", "Tôi còn giữ ảnh chụp màn hình")
    const before = await messages()
    await page.locator("#viet button[type=submit]").click()
    await page.locator(".notice.good").waitFor()
    await page.reload()
    await page.locator(".notice.good").waitFor()
    expect((await messages()) - before).toBe(1)
    await page.locator(".bar form.as-link button").click()
    await page.locator('html[lang="en"]').waitFor()
    expect(codeOn(await page.content())).toBe(code)
    await page.context().close()
  })

  test("keeps the code when the receipt is reloaded, read in English or left by the logo", async () => {
    const page = await open()
    const code = await reported(page, "Số 0988 000 456 gọi lừa đảo")
    await page.locator(".receipt .code").click()
    await page.reload()
    await page.locator(".receipt .code").waitFor()
    expect(codeOn(await page.content())).toBe(code)
    await page.locator(".bar form.as-link button").click()
    await page.locator('html[lang="en"]').waitFor()
    expect(codeOn(await page.content())).toBe(code)
    const [beside] = await Promise.all([
      page.context().waitForEvent("page"),
      page.locator(".bar .logo").click(),
    ])
    await beside.waitForLoadState()
    expect(codeOn(await page.content())).toBe(code)
    expect(await sidewaysFaults(page)).toEqual([])
    await page.context().close()
  })

  test("checks a receipt from a page without referrer", async () => {
    const page = await open()
    await page.goto("/bao-tin/kiem-tra-bien-nhan")
    await page.fill("textarea[name=receipt]", "không phải biên nhận")
    await page.locator("main button[type=submit]").click()
    await page.locator("[role=alert]").waitFor()
    expect(await page.title()).toMatch(/^Lỗi: /)
    await page.context().close()
  })

  test("with a forged or missing token reads a page of ours that says what to do", async () => {
    const page = await open()
    await page.goto("/theo-doi")
    await page.context().clearCookies()
    await page.fill("input[name=code]", "AAAAA-AAAAA-AAAAA-AAAAA")
    await page.locator("main button[type=submit]").click()
    await page.locator("main h1").filter({ hasText: "không rõ yêu cầu được gửi từ trang nào" }).waitFor()
    expect(await page.locator(".bar .logo").count()).toBe(1)
    await page.context().close()
  })
})

test("a citizen's code stands on one line of a phone, and a button copies it without https too", async () => {
  const page = await site.visit({ screen: "phone" })
  const code = await reported(page, "Số 0988 000 789 gọi lừa đảo")
  const lines = await page
    .locator(".receipt .code > span")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
  expect(new Set(lines).size).toBe(1)
  let asked = 0
  page.on("dialog", (dialog) => {
    asked += 1
    void dialog.dismiss()
  })
  // Touching the page does not count as having kept the code.
  await page.locator(".receipt .code").click()
  await page.goto("/").catch(() => {})
  expect([asked, codeOn(await page.content())]).toEqual([1, code])
  await page.locator("[data-copy]").click()
  await page.locator("[data-copied]").filter({ hasText: "Đã chép mã" }).waitFor()
  await page.goto("/")
  expect(asked).toBe(1)
  await page.context().close()
})

test("an officer in a network without https signs out and works by forms as elsewhere", async () => {
  const page = await site.visitAs(hub.minh.cookie, { scripts: false })
  await page.goto("/lam-viec")
  await page.locator("details.user summary").click()
  await page.locator("details.user button[type=submit]").click()
  await page.waitForURL(/dang-nhap|\/$/)
  await page.context().close()
})
