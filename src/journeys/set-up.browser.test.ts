/**
 * A province that is not the demo's begins: an empty database, the link that the server prints, a browser in the office's
 * network over plain http. Then its first administrator comes in, invites an officer of the lead, and a citizen's tip
 * becomes a case.
 */
import { generateSync } from "otplib"
import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { createApp } from "../app.ts"
import { expectAccessible, sidewaysFaults } from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { makeLink, setupPaths } from "../setup/index.ts"
import { codeOn } from "../signals/testing/hub.ts"

const clock = { now: () => new Date("2026-11-20T02:00:00Z") }
const emptyProvince = async (host: string) => {
  const db = await freshDatabase({ clock })
  return { db, site: siteFor(() => createApp(houseOf(db, { province: null })), { host }) }
}
const withScripts = await emptyProvince("lienphong-laocai.test")
const withoutScripts = await emptyProvince("may-chu.test")

const password = "một câu dài không ai đoán ra 7"
const first = { name: "Lý Thị Mây", email: "may@vanphong.example", title: "Quản trị hệ thống" }
const second = { name: "Giàng A Sử", email: "su@khcn.example", title: "Quản trị hệ thống" }
const officer = { name: "Vàng Thị Pà", email: "pa@khcn.example", title: "Chuyên viên" }

const send = async (page: Page, button = page.locator("main form button[type=submit]").first()) => {
  const before = page.url()
  await button.click()
  await page.waitForURL((url) => url.href !== before)
  await page.waitForLoadState()
}

const sendThere = async (page: Page, button = page.locator("main form button[type=submit]").first()) => {
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === "POST"),
    button.click(),
  ])
  await page.waitForLoadState()
  return answer.status()
}

async function links(page: Page): Promise<string[]> {
  return page
    .locator('main a[href*="/loi-moi/"]')
    .evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname))
}

async function takeInvitation(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path)
  await page.fill("input[name=name]", name)
  await page.fill("input[name=password]", password)
  await send(page)
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/dang-nhap")
  await page.fill("input[name=email]", email)
  await page.fill("input[name=password]", password)
  await send(page)
}

/** The secret stands on the page for who has no camera. */
async function turnOnSecondStep(page: Page): Promise<void> {
  await page.goto("/tai-khoan")
  await page.fill("form#totp-form input[name=current]", password)
  await sendThere(page, page.locator("form#totp-form button[type=submit]"))
  const secret = ((await page.locator("main code").first().textContent()) ?? "").replaceAll(" ", "")
  await page.fill("input[name=code]", generateSync({ secret }))
  expect(await sendThere(page)).toBe(200)
}

describe.each([
  { scripts: true, at: withScripts },
  { scripts: false, at: withoutScripts },
])("Lào Cai begins in a browser, scripts $scripts", ({ scripts, at: { db, site } }) => {
  const fine = async (page: Page) =>
    scripts ? expectAccessible(page) : expect(await sidewaysFaults(page)).toEqual([])
  const open = (screen: "phone" | "desk" = "phone") => site.visit({ screen, scripts })
  const keys = () => ({ db, keys: db.keys })
  let invitations: string[] = []

  test("before, every page says that it is being set up and asks for nothing", async () => {
    const page = await open()
    for (const path of ["/", "/bao-tin", "/dang-nhap"]) {
      expect((await page.goto(path))?.status()).toBe(503)
      expect(await page.textContent("h1")).toContain("đang được cài đặt")
    }
    expect((await page.goto(setupPaths.setup))?.status()).toBe(410)
    await page.context().close()
  })

  test("the link is looked at without being spent, begins once, and a second link goes on where the first was left", async () => {
    const path = setupPaths.begin((await makeLink(keys())) ?? "")
    const page = await open()
    await page.goto(path)
    await page.goto(path)
    await fine(page)
    await send(page)
    await page.locator('main a[href="/cai-dat/tinh"]').first().click()
    await page.selectOption("select[name=code]", "15")
    await fine(page)
    await send(page)
    expect(new URL(page.url()).pathname).toBe("/cai-dat/dia-ban")
    expect((await page.goto(path))?.status()).toBe(410)
    await page.context().close()
    const again = await open()
    await again.goto(setupPaths.begin((await makeLink(keys())) ?? ""))
    await send(again)
    expect(await again.textContent("h1")).toBe("Đã xong 1 trong 8 bước")
    await fillIn(again)
    expect(await sendThere(again)).toBe(200)
    expect(await again.textContent("h1")).toBe("Lào Cai đã cài đặt xong")
    invitations = await links(again)
    expect(invitations).toHaveLength(2)
    await fine(again)
    expect((await again.goto(setupPaths.setup))?.status()).toBe(410)
    expect(await makeLink(keys())).toBeNull()
    await again.context().close()
  })

  async function fillIn(page: Page): Promise<void> {
    await send(page, page.locator("main .actions a.button"))
    await fine(page)
    await send(page)
    await fine(page)
    await send(page)
    await fine(page)
    await send(page)
    for (const [i, person] of [first, second].entries())
      for (const [name, value] of Object.entries(person)) await page.fill(`input[name=${name}${i}]`, value)
    await fine(page)
    await send(page)
    await page.fill("input[name=checkedBy0]", "Lý Thị Mây")
    await fine(page)
    await send(page)
    await fine(page)
    await send(page)
    await page.fill("input[name=keysCopiedTo]", "Két của Văn phòng")
    await fine(page)
    await send(page)
    await fine(page)
  }

  test("both administrators set their own password and second step; an officer of the lead is invited", async () => {
    for (const [i, person] of [first, second].entries()) {
      const page = await open()
      await takeInvitation(page, invitations[i] ?? "", person.name)
      await signIn(page, person.email)
      await turnOnSecondStep(page)
      if (i === 1) {
        await page.goto("/quan-tri/can-bo/moi")
        for (const [name, value] of Object.entries(officer)) await page.fill(`input[name=${name}]`, value)
        await page.locator("input[name=role][value=officer]").check()
        await sendThere(page)
        const shown = /\/loi-moi\/[\w-]{43}/.exec(await page.content())?.[0] ?? ""
        const newcomer = await open()
        await takeInvitation(newcomer, shown, officer.name)
        await newcomer.context().close()
      }
      await page.context().close()
    }
  })

  test("a citizen's tip becomes a case of the lead, and the pages name this province only", async () => {
    const citizen = await open()
    await citizen.goto("/bao-tin/viec-khac")
    expect(await citizen.locator(".foot").innerText()).toContain("Lào Cai")
    await citizen.fill(
      "textarea[name=text]",
      "Số 0988 111 222 giả danh công an xã Bát Xát gọi bắt chuyển tiền",
    )
    await sendThere(citizen, citizen.locator("#bao button[type=submit]"))
    await citizen.locator(".receipt .code").waitFor()
    codeOn(await citizen.content())
    await citizen.context().close()
    const page = await open("desk")
    await signIn(page, officer.email)
    await page.goto("/tin-bao")
    const [{ id }] = (await db.admin("select id from signals")).rows
    await send(page, page.locator(`a[href="/tin-bao/${id}"]`).first())
    await page.goto((await page.locator('a[href^="/vu-viec/mo?tin="]').getAttribute("href")) ?? "")
    await page.fill("input[name=title]", "Giả danh công an qua điện thoại")
    await send(page)
    expect(new URL(page.url()).pathname).toMatch(/^\/vu-viec\/[0-9a-f-]{36}$/)
    expect(await page.content()).not.toContain("Hưng Yên")
    await page.context().close()
  })
})
