import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import type { Signed } from "../accounts/testing.ts"
import { casePaths } from "../cases/index.ts"
import { accessibilityFaults } from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"

/** Journey 6, its answering half: the enterprise's security lead is asked to block, does it, and proves it. */
const db = await freshDatabase()
let hub: Hub
const site = siteFor(async () => {
  hub = await hubOf(db)
  return hub.app
})

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
)
async function sitDown(who: Signed, scripts: boolean, screen: "phone" | "desk"): Promise<Page> {
  return site.visitAs(who.cookie, { screen, scripts })
}
const fine = async (page: Page, scripts: boolean) =>
  scripts ? expect(await accessibilityFaults(page)).toEqual([]) : undefined

describe.each([true, false])("a request to block is answered, scripts %s", (scripts) => {
  let caseUrl = ""
  const number = scripts ? "0912 000 111" : "0912 000 222"

  test("the hub asks, with basis and deadline", async () => {
    const page = await sitDown(hub.minh, scripts, "desk")
    await page.goto(casePaths.newCase)
    await page.fill("input[name=title]", `Tên riêng ${number}`)
    await page.locator("main form button[type=submit]").first().click()
    await page.waitForURL(/\/vu-viec\/[0-9a-f-]{36}$/)
    caseUrl = new URL(page.url()).pathname
    await page.locator("form#verify button[type=submit]").click()
    await page.waitForURL(/xong=verify/)
    const folded = page.locator("#b-prevent")
    if ((await folded.getAttribute("open")) === null) await folded.locator("summary").click()
    await page.selectOption("form#prevent select[name=enterpriseId]", { label: "Viễn thông Mẫu" })
    await page.check("form#prevent input[name=asks][value=block]")
    await page.fill("form#prevent textarea[name=targets]", number)
    await page.fill("form#prevent input[name=basis]", "Nghị định 91/2020/NĐ-CP")
    await page.fill("form#prevent input[name=dueOn]", "2023-09-18")
    await page.locator("form#prevent button[type=submit]").click()
    await page.waitForURL(/xong=prevent/)
    expect(await page.textContent("main")).toContain("1 chờ trả lời")
    await fine(page, scripts)
    await page.context().close()
  })

  test("the enterprise sees what to block, why and until when, and nothing of the case", async () => {
    const page = await sitDown(hub.tam, scripts, "phone")
    await page.goto(casePaths.requests)
    const main = await page.textContent("main")
    expect(main).toContain(number)
    expect(main).toContain("Nghị định 91/2020/NĐ-CP")
    expect(main).toContain("18/09/2023")
    expect(main).not.toContain("Tên riêng")
    expect((await page.goto(caseUrl))?.status()).toBe(404)
    await page.goto(casePaths.requests)
    await fine(page, scripts)
    await page.context().close()
  })

  test("it answers on a phone with a picture, and reads its own answer and proof back", async () => {
    const page = await sitDown(hub.tam, scripts, "phone")
    await page.goto(casePaths.requests)
    const form = page.locator("form", { has: page.locator("input[name=answer]") }).first()
    await form.locator("input[name=answer][value=done]").check()
    await form.locator("textarea[name=text]").fill("Đã chặn hai chiều lúc 14:05")
    await form.locator("input[name=declared]").check()
    await form
      .locator("input[type=file]")
      .setInputFiles({ name: "anh.png", mimeType: "image/png", buffer: png })
    await form.locator("button[type=submit]").click()
    await page.waitForURL(/xong=1/)
    const main = await page.textContent("main")
    expect(main).toContain("Đã gửi trả lời.")
    expect(main).toContain("Minh chứng 1")
    await fine(page, scripts)
    await page.context().close()
  })

  test("the hub reads the answer in the case, in the people of the file and in its history, and opens the proof", async () => {
    const page = await sitDown(hub.minh, scripts, "desk")
    await page.goto(caseUrl)
    const main = await page.textContent("main")
    expect(main).toContain("Đã chặn hai chiều lúc 14:05")
    expect(main).toContain("Đã làm đủ")
    await page.locator('#dien-bien a[href*="dien-bien=enterprises"]').click()
    await page.waitForURL(/dien-bien=enterprises/)
    expect(await page.textContent("#dien-bien")).toContain("Doanh nghiệp trả lời yêu cầu")
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator('a[href*="/minh-chung/"]').first().click(),
    ])
    expect(download.suggestedFilename()).toBe("minh-chung-1.png")
    await page.context().close()
  })
})
