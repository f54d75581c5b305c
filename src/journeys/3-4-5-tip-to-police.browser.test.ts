import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import type { Signed } from "../accounts/testing.ts"
import { tipsAreAnswered } from "../cases/index.ts"
import { deliverOutbox } from "../kernel/outbox.ts"
import { accessibilityFaults } from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { codeOn, type Hub, hubOf } from "../signals/testing/hub.ts"

/**
 * Journeys 3, 4 and 5 as one road: a citizen reports on a cheap phone, the officer of the hub makes a case of it, the
 * police sign for the dossier, and the citizen reads what came of it.
 */
const db = await freshDatabase()
let hub: Hub
const site = siteFor(async () => {
  hub = await hubOf(db)
  return hub.app
})

const name = "Hoàng Thị Kín"
const contact = "0355 444 333"

async function sitDown(who: Signed, scripts: boolean, screen: "phone" | "desk" = "desk"): Promise<Page> {
  return site.visitAs(who.cookie, { screen, scripts })
}

async function fine(page: Page, scripts: boolean): Promise<void> {
  if (scripts) expect(await accessibilityFaults(page)).toEqual([])
}

const deliver = () => deliverOutbox(hub.house.db, [tipsAreAnswered], hub.house.log)

/** Opens the folded form and sends it. */
async function step(
  page: Page,
  form: string,
  fill: (page: Page) => Promise<void> = async () => {},
): Promise<void> {
  const folded = page.locator(`#b-${form}`)
  if ((await folded.getAttribute("open")) === null) await folded.locator("summary").click()
  await fill(page)
  await page.locator(`form#${form} button[type=submit]`).click()
  await page.waitForLoadState()
}

describe.each([true, false])("from the call to the police and back, scripts %s", (scripts) => {
  let code = ""
  let signal = ""
  let caseUrl = ""

  test("3: the citizen reports on a phone in three screens and keeps a code", async () => {
    const page = await site.visit({ screen: "phone", scripts })
    await page.goto("/")
    await page.locator('main a[href="/bao-tin"]').click()
    await page.locator('a[href="/bao-tin/so-duong-dan-tai-khoan"]').click()
    await fine(page, scripts)
    await page.fill("input[name=target]", "0988 222 111")
    await page.fill("textarea[name=text]", `Tôi là ${name}, số này xưng là công an bắt chuyển tiền.`)
    await page.locator("details.more summary").first().click()
    await page.fill("input[name=name]", name)
    await page.fill("input[name=contact]", contact)
    await page.locator("main form button[type=submit]").first().click()
    await page.locator(".receipt .code").waitFor()
    const html = await page.content()
    code = codeOn(html)
    expect(page.url()).not.toContain(code)
    await fine(page, scripts)
    signal = String((await db.admin("select id from signals order by id desc limit 1")).rows[0].id)
    await page.context().close()
  })

  test("4: the officer finds it, sees no name, compares the masking, and opens a case", async () => {
    const page = await sitDown(hub.minh, scripts)
    await page.goto("/tin-bao")
    await page.locator(`a[href^="/tin-bao/${signal}"]`).click()
    await page.waitForURL(`**/tin-bao/${signal}*`)
    expect(await page.content()).not.toContain(name)
    await fine(page, scripts)
    await step(page, "openText", async () => {
      await page.fill("form#openText textarea[name=reason]", "Đối chiếu phần che")
    })
    expect(await page.content()).toContain(name)
    await page.fill(
      "form#mask textarea[name=redactedText]",
      "Số 0988 222 111 xưng là công an bắt chuyển tiền.",
    )
    await page.locator("form#mask button[type=submit]").click()
    await page.waitForURL(/xong=1/)
    expect(await page.content()).not.toContain(name)
    await page.locator('a[href^="/vu-viec/mo?tin="]').click()
    await page.waitForURL(/vu-viec\/mo/)
    await page.fill("input[name=title]", "Giả danh công an qua điện thoại")
    await page.locator("main form button[type=submit]").first().click()
    await page.waitForURL(/\/vu-viec\/[0-9a-f-]{36}$/)
    caseUrl = new URL(page.url()).pathname
    await step(page, "verify")
    await fine(page, scripts)
    await page.context().close()
  })

  test("4: the leader hands it to the police; the wrong order is not even offered", async () => {
    const page = await sitDown(hub.lan, scripts)
    await page.goto(caseUrl)
    expect(await page.locator("form#decide").count()).toBe(0)
    await step(page, "transfer", async () => {
      await page.selectOption("form#transfer select[name=toBodyId]", { label: "Công an tỉnh Mẫu" })
      await page.fill("form#transfer textarea[name=reason]", "Dấu hiệu của Điều 174")
    })
    expect(await page.content()).toContain("Tải hồ sơ (ZIP)")
    await page.context().close()
  })

  test("5: the police verify the dossier with one click, find no name in the file, sign, and their clock runs", async () => {
    const page = await sitDown(hub.cong, scripts, "phone")
    await page.goto(caseUrl)
    expect(await page.content()).not.toContain(name)
    expect(await page.content()).not.toContain(contact)
    await fine(page, scripts)
    await page.locator("form#kiem button").click()
    await page.waitForLoadState()
    expect(await page.textContent("h1")).toContain("Hồ sơ nguyên vẹn")
    await page.goto(caseUrl)
    await step(page, "sign")
    expect(await page.textContent("main")).toContain("Hạn giải quyết của Công an")
    await step(page, "prosecute", async () => {
      await page.fill("form#prosecute input[name=paperNumber]", "15/QĐ-CSĐT")
      await page.fill("form#prosecute input[name=decidedOn]", "2023-09-15")
      await page.fill("form#prosecute textarea[name=reason]", "Khởi tố vụ án")
    })
    await page.context().close()
  })

  test("3: with the code the citizen reads in plain words what came of it", async () => {
    await deliver()
    const page = await site.visit({ screen: "phone", scripts })
    await page.goto("/theo-doi")
    await page.fill("input[name=code]", code.toLowerCase().replaceAll("-", " "))
    await page.locator("main form button[type=submit]").first().click()
    await page.waitForLoadState()
    expect(await page.textContent("main")).toContain("Cơ quan công an đã khởi tố vụ án.")
    await fine(page, scripts)
    await page.context().close()
  })
})
