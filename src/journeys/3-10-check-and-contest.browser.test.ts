import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { accessibilityFaults, sidewaysFaults } from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { releaseIndicator, releaseWarning } from "../sharing/testing/published.ts"
import { codeOn, type Hub, hubOf } from "../signals/testing/hub.ts"
import { people } from "../testing/province.ts"

/** Journey 3, its first paragraph, and journey 10, on a cheap phone: a suspicious call is asked about; a shop was warned about by mistake. */
const db = await freshDatabase()
let hub: Hub
const site = siteFor(async () => {
  hub = await hubOf(db)
  await db.admin("update posts set role = 'officer' where officer_id = $1", [people.hoa.id])
  return hub.app
})

/** axe waits on timers, which do not run where scripts are off; the pages are the same. */
const fits = async (page: Page, scripts: boolean) => {
  await page.waitForLoadState()
  expect(await sidewaysFaults(page)).toEqual([])
  if (scripts) expect(await accessibilityFaults(page)).toEqual([])
}
const ask = async (page: Page, text: string) => {
  await page.goto("/kiem-tra")
  await page.fill("textarea[name=text]", text)
  await page.locator("main form button[type=submit]").first().click()
  await page.locator(".verdict").waitFor()
}
const title = (page: Page) => page.locator("h1").innerText()

describe.each([true, false])("a suspicious call, scripts %s", (scripts) => {
  test("is asked about two taps from the first page; each answer fits a phone and leads on", async () => {
    const value = scripts ? "+84912044101" : "+84912044102"
    const shown = scripts ? "0912 044 101" : "0912 044 102"
    const indicator = await releaseIndicator(db, {
      kind: "phone",
      value,
      trick: "gia-danh-dien-luc",
      reports: 23,
    })
    const { code } = await releaseWarning(db, {
      title: "Dọa cắt điện, bắt tải ứng dụng lạ",
      indicators: [indicator],
    })
    const page = await site.visit({ screen: "phone", scripts })
    await page.goto("/")
    await page.locator('main a[href="/kiem-tra"]').first().click()
    await page.waitForURL("**/kiem-tra")
    await fits(page, scripts)
    const box = await page.locator("textarea[name=text]").boundingBox()
    expect(box?.y ?? 9_999).toBeLessThan(780)

    await ask(page, shown)
    expect(await title(page)).toContain("đã bị cảnh báo")
    expect(page.url()).toBe(`${site.url}/kiem-tra`)
    const out = await page.locator(".verdict a").first().boundingBox()
    expect(out?.y ?? 9_999).toBeLessThan(780)
    await fits(page, scripts)

    await ask(
      page,
      `DIEN LUC thong bao: nha ban no tien dien. Trong 2 gio khong dong se bi cat dien. Tai ung dung tai vietc0mbank.com.vn hoac goi ${shown}`,
    )
    expect(await title(page)).toBe("Đừng làm theo tin này.")
    await page.locator("mark a").first().click()
    expect(new URL(page.url()).hash).toMatch(/^#t\d$/)
    await fits(page, scripts)
    await page.locator('form[action="/bao-tin/dien-san"] button').click()
    expect(await page.inputValue("input[name=target]")).toContain(shown)
    expect(await page.inputValue("textarea[name=text]")).toContain("DIEN LUC")
    expect(new URL(page.url()).search).toBe("")

    await ask(page, "0951 442 018")
    expect(await title(page)).toBe("Chưa ai báo về số 0951 442 018.")
    await fits(page, scripts)
    await ask(page, "1800 8098")
    expect(await title(page)).toBe("Số này là của Viettel.")
    await fits(page, scripts)

    await page.goto(`/canh-bao/${code}`)
    expect(await title(page)).toBe("Dọa cắt điện, bắt tải ứng dụng lạ")
    await fits(page, scripts)
    await page.goto("/canh-bao")
    await page.locator(`main a[href="/canh-bao/${code}"]`).click()
    await page.goto("/kiem-tra/cho-noi-khac")
    await fits(page, scripts)
    await page.context().close()
  })
})

describe.each([true, false])("a shop that was warned about by mistake, scripts %s", (scripts) => {
  test("says so with one form, sees the date, and reads the decision of an officer who neither wrote nor released it", async () => {
    const value = scripts ? "+84912044201" : "+84912044202"
    const shown = scripts ? "0912 044 201" : "0912 044 202"
    await releaseIndicator(db, { kind: "phone", value })
    const page = await site.visit({ screen: "phone", scripts })
    await ask(page, shown)
    const away = await page.locator('main a[href="/y-kien"]').getAttribute("href")
    await page.goto(away ?? "")
    await fits(page, scripts)
    await page.fill("input[name=named]", shown)
    await page.locator("main form button[type=submit]").first().click()
    await page.locator("[role=alert]").waitFor()
    expect(await page.inputValue("input[name=named]")).toBe(shown)
    await page.fill("textarea[name=said]", "Số bán hàng của tôi từ năm 2019, ai đó đã giả số gọi đi.")
    await page.fill("input[name=contact]", "0355 999 888")
    await page.locator("main form button[type=submit]").first().click()
    await page.locator(".code").waitFor()
    const code = codeOn(await page.content())
    await fits(page, scripts)
    await page.locator("main form button[type=submit]").first().click()
    expect(await title(page)).toContain("Đang xem lại, trả lời chậm nhất")
    await fits(page, scripts)
    await ask(page, shown)
    expect(await page.textContent("main")).toContain("một cán bộ khác đang xét")

    const writer = await site.visitAs(hub.minh.cookie, { screen: "desk", scripts })
    await writer.goto("/chia-se/y-kien")
    await writer.locator('main a[href^="/chia-se/y-kien/"]').first().click()
    expect(await writer.textContent("main")).toContain(
      "Bạn đã viết hoặc ký cảnh báo này nên không quyết định",
    )
    await fits(writer, scripts)
    await writer.context().close()

    const officer = await site.visitAs(hub.hoa.cookie, { screen: "desk", scripts })
    await officer.goto("/lam-viec")
    await officer.locator('a[href="/chia-se/y-kien"]').first().click()
    await fits(officer, scripts)
    await officer.locator('main a[href^="/chia-se/y-kien/"]').first().click()
    expect(await officer.textContent("main")).toContain("Số bán hàng của tôi từ năm 2019")
    await officer.check("input[name=outcome][value=removed]")
    await officer.fill("textarea[name=reasons]", "Nhà mạng xác nhận số bị giả mạo khi gọi đi.")
    await officer.locator("main form button[type=submit]").last().click()
    await officer.locator(".notice.good").waitFor()
    await fits(officer, scripts)
    await officer.context().close()

    await ask(page, shown)
    expect(await title(page)).toContain("Chưa ai báo")
    await page.goto("/y-kien/theo-doi")
    await page.fill("input[name=code]", code)
    await page.locator("main form button[type=submit]").first().click()
    expect(await title(page)).toBe("Cảnh báo đã được gỡ")
    expect(await page.textContent("main")).toContain("Nhà mạng xác nhận số bị giả mạo khi gọi đi.")
    await page.goto("/y-kien/so-lieu")
    await fits(page, scripts)
    await page.context().close()
  })
})
