import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import type { Signed } from "../accounts/testing.ts"
import { casePaths } from "../cases/index.ts"
import { accessibilityFaults } from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { sharingPaths } from "../sharing/index.ts"
import { signalPaths } from "../signals/index.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"

/** Journey 6: the enterprise's security lead is asked to block, does it, and proves it; blocks what others share; acts with others. */
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
    // An hour that has not come is sent back, and what was typed stays.
    await form.locator("textarea[name=text]").fill("Đã chặn hai chiều lúc 14:05")
    await form.locator("input[name=doneOn]").fill("2030-12-31")
    await form.locator("input[name=doneTime]").fill("09:30")
    await form.locator("input[name=declared]").check()
    await form.locator("button[type=submit]").click()
    await page.waitForLoadState()
    expect(await page.textContent("main")).toContain("không thể ở phía trước")
    expect(await form.locator("textarea[name=text]").inputValue()).toBe("Đã chặn hai chiều lúc 14:05")
    await form.locator("input[name=answer][value=done]").check()
    await form.locator("input[name=doneOn]").fill("2023-09-15")
    await form.locator("input[name=doneTime]").fill("08:05")
    if (!(await form.locator("input[name=declared]").isChecked()))
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

describe.each([true, false])("what is shared with an enterprise, scripts %s", (scripts) => {
  const number = scripts ? "0951 234 631" : "0951 234 632"
  let at = ""

  test("the hub shares a number with all enterprises; a second person releases it", async () => {
    const page = await sitDown(hub.minh, scripts, "desk")
    await page.goto(sharingPaths.newIndicator)
    await page.selectOption("select[name=kind]", "phone")
    await page.fill("input[name=value]", number)
    await page.check("input[name=tlp][value=amber]")
    await page.check("input[name=audience][value=enterprises]")
    await page.check("input[name=confidence][value=high]")
    await page.fill("textarea[name=reasons]", "Nhiều người báo cùng một lời thoại.")
    await page.fill("input[name=validUntil]", "2023-12-01")
    await page.locator("main form button[type=submit]").first().click()
    await page.waitForURL(/xong=1/)
    at = new URL(page.url()).pathname
    await page.context().close()
    const second = await sitDown(hub.lan, scripts, "desk")
    await second.goto(at)
    await second.check("form#release input[name=isRead]")
    await second.locator("form#release button[type=submit]").click()
    await second.waitForURL(/xong=1/)
    await second.context().close()
  })

  test("the enterprise blocks it on a phone and says when; the hub reads the hours to the last block", async () => {
    const page = await sitDown(hub.tam, scripts, "phone")
    await page.goto(`${sharingPaths.sharing}?ngan=received`)
    await page.locator(`main a[href="${at}"]`).first().click()
    await page.waitForURL((url) => url.pathname === at)
    await page.check("form#answer input[name=answer][value=blocked]")
    await page.fill("form#answer input[name=doneOn]", "2023-09-15")
    await page.fill("form#answer input[name=doneTime]", "08:30")
    await page.locator("form#answer button[type=submit]").click()
    await page.waitForURL(/xong=1/)
    expect(await page.textContent("main")).toContain("Đã chặn")
    await fine(page, scripts)
    await page.context().close()
    const owner = await sitDown(hub.minh, scripts, "desk")
    await owner.goto(at)
    expect(await owner.textContent("main")).toContain("Từ lúc phát đến nơi cuối cùng chặn")
    await owner.context().close()
  })

  test("the enterprise leads a joint action without naming a customer, and follows what it sent", async () => {
    const page = await sitDown(hub.tam, scripts, "phone")
    await page.goto(sharingPaths.newJoint)
    await page.fill("input[name=title]", "Bật bộ lọc cuộc gọi giả đầu số")
    await page.fill("textarea[name=what]", "Khách hàng 0951 234 567 bị gọi nhiều lần.")
    await page.fill("input[name=dueOn]", "2023-09-20")
    await page.getByLabel("Sở Thông tin tỉnh Mẫu").check()
    await page.locator("main form button[type=submit]").first().click()
    await page.waitForLoadState()
    expect(await page.textContent("main")).toContain("Bỏ tên người, số, tài khoản, giấy tờ khỏi lời")
    await page.fill("textarea[name=what]", "Mỗi nơi bật bộ lọc và báo giờ bật.")
    await page.locator("main form button[type=submit]").first().click()
    await page.waitForURL(/hanh-dong\/[0-9a-f-]{36}/)
    await fine(page, scripts)
    await page.goto(signalPaths.sent)
    expect(await page.textContent("h1")).toContain("chưa gửi tin nào")
    await fine(page, scripts)
    await page.context().close()
  })
})
