import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { accessibilityFaults } from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { codeOn, type Hub, hubOf } from "../signals/testing/hub.ts"

/** Journey 3 where the telephone is cheap, the network fails, and the device is not only one's own. */
const db = await freshDatabase()
let hub: Hub
const site = siteFor(async () => {
  hub = await hubOf(db)
  return hub.app
})

const form = "/bao-tin/so-duong-dan-tai-khoan"
const open = async (path: string, scripts: boolean): Promise<Page> => {
  const page = await site.visit({ screen: "phone", scripts })
  await page.goto(path)
  return page
}
const count = async () => Number((await db.admin("select count(*) from signals")).rows[0].count)
const stored = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
const send = (page: Page) => page.locator("main form button[type=submit]").first().click()

describe.each([true, false])("whoever takes the wrong door, scripts %s", (scripts) => {
  test("sees first whom to call when money is moving, on one phone screen", async () => {
    const page = await open("/bao-tin", scripts)
    await page.locator("main a").first().click()
    expect(page.url()).toContain("tien-dang-mat")
    const call = page.locator('main a[href="tel:113"]').first()
    const box = await call.boundingBox()
    expect(box?.y ?? 9_999).toBeLessThan(640)
    await page.context().close()
  })

  test("learns what a complaint and a denunciation are, and who takes them, and may still write here", async () => {
    const page = await open("/bao-tin", scripts)
    await page.locator('a[href="/bao-tin/viec-khac"]').click()
    const words = await page.textContent("main")
    for (const term of ["Tố giác, tin báo", "Kiến nghị, phản ánh", "Khiếu nại", "Tố cáo"])
      expect(words).toContain(term)
    await page.fill("textarea[name=text]", "Chưa biết gọi là gì, nhưng tôi muốn kể.")
    await send(page)
    await page.locator(".receipt .code").waitFor()
    await page.context().close()
  })

  test("forgets to write anything and is told at the field, with what was typed still there", async () => {
    const page = await open(form, scripts)
    await page.fill("input[name=place]", "thôn Đoài")
    await send(page)
    await page.locator("[role=alert]").waitFor()
    expect(await page.inputValue("input[name=place]")).toBe("thôn Đoài")
    await page.fill("textarea[name=text]", "Số 0988 000 123 gọi lừa đảo")
    await send(page)
    await page.locator(".receipt .code").waitFor()
    await page.context().close()
  })
})

describe("when the network drops", () => {
  test("what was written stays on the screen, is sent when the network is back, and is one tip", async () => {
    const page = await open(form, true)
    const before = await count()
    await page.fill("textarea[name=text]", "Số 0988 000 456 gọi lúc mất sóng")
    await page.context().setOffline(true)
    await send(page)
    const said = page.locator("[data-sent]")
    await said.filter({ hasText: "chưa gửi được" }).waitFor()
    expect(await page.inputValue("textarea[name=text]")).toContain("mất sóng")
    expect(await count()).toBe(before)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.context().setOffline(false)
    await page.locator(".receipt .code").waitFor()
    expect(await count()).toBe(before + 1)
    await page.context().close()
  })

  test("the answer that got lost on the way is asked for again: the same code, still one tip", async () => {
    const page = await open(form, true)
    const before = await count()
    await page.fill("textarea[name=text]", "Số 0988 000 789 gọi, trả lời bị mất giữa đường")
    let lost = 0
    await page.route(`**${form}`, async (route) => {
      if (route.request().method() !== "POST" || lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      await route.abort("connectionreset")
    })
    await send(page)
    await page.locator("[data-sent]").filter({ hasText: "chưa gửi được" }).waitFor()
    expect(await count()).toBe(before + 1)
    await send(page)
    await page.locator(".receipt .code").waitFor()
    expect(await count()).toBe(before + 1)
    const code = codeOn(await page.content())
    expect(code).toHaveLength(23)
    await page.context().close()
  })
})

describe("a draft on the device", () => {
  const words = "Đang viết dở về số 0988 111 222"

  test("is kept only when asked for, without name, contact or code", async () => {
    const page = await open(form, true)
    await page.fill("textarea[name=text]", words)
    expect(await stored(page)).toBe("{}")
    await page.check("#may-nay")
    await page.locator("details.more summary").first().click()
    await page.fill("input[name=name]", "Trần Thị Kín")
    await page.fill("input[name=contact]", "0355 999 888")
    expect(await stored(page)).toContain("0988 111 222")
    expect(await stored(page)).not.toContain("Kín")
    expect(await stored(page)).not.toContain("0355 999 888")
    await page.reload()
    expect(await page.inputValue("textarea[name=text]")).toBe(words)
    expect(await accessibilityFaults(page)).toEqual([])
    await send(page)
    await page.locator(".receipt .code").waitFor()
    expect(await stored(page)).toBe("{}")
    await page.context().close()
  })

  test("and every word on the page go by one press, once the person has said yes", async () => {
    const page = await open(form, true)
    await page.fill("textarea[name=text]", words)
    await page.check("#may-nay")
    await page.fill("input[name=place]", "thôn Đoài")
    page.once("dialog", (asked) => void asked.accept())
    await page.locator("[data-device] button").click()
    expect(await stored(page)).toBe("{}")
    expect(await page.inputValue("textarea[name=text]")).toBe("")
    expect(await page.inputValue("input[name=place]")).toBe("")
    await page.reload()
    expect(await page.inputValue("textarea[name=text]")).toBe("")
    await page.context().close()
  })

  test("is not offered where scripts are off, since nothing could be kept", async () => {
    const page = await open(form, false)
    expect(await page.locator("[data-device]").isVisible()).toBe(false)
    await page.context().close()
  })
})

test("the receipt's page is not lost by a mistaken step back, and following it asks nothing", async () => {
  const page = await open(form, true)
  await page.fill("textarea[name=text]", "Số 0988 222 333 gọi lừa đảo")
  await send(page)
  await page.locator(".receipt .code").waitFor()
  let asked = 0
  page.on("dialog", (dialog) => {
    asked += 1
    void dialog.accept()
  })
  await page.locator("form#theo-doi button").click()
  await page.waitForURL("**/theo-doi")
  expect(asked).toBe(0)
  await page.context().close()
})

describe.each([true, false])("a receipt in somebody else's hand, scripts %s", (scripts) => {
  test("can be checked without its code", async () => {
    const page = await open(form, scripts)
    await page.fill("textarea[name=text]", `Số 0988 333 444 gọi lừa đảo, ${scripts}`)
    await send(page)
    await page.locator(".receipt .code").waitFor()
    const code = codeOn(await page.content())
    const file = await (await hub.post("/bao-tin/bien-nhan", { code })).text()
    await page.locator('main a[href="/bao-tin/kiem-tra-bien-nhan"]').click()
    await page.waitForURL("**/kiem-tra-bien-nhan")
    await page.fill("textarea[name=receipt]", file)
    await send(page)
    await page.waitForLoadState()
    expect(await page.textContent("h1")).toContain("Đúng chữ ký")
    expect(await page.content()).not.toContain(code)
    if (scripts) expect(await accessibilityFaults(page)).toEqual([])
    await page.context().close()
  })
})
