/**
 * A province that is not the demo's begins: an empty database, the link that the server prints, a browser in the office's
 * network over plain http. Then its first administrators come in and invite officers, one by one and by a list; a citizen's
 * tip becomes a case, and a letter of the Office is issued to the departments.
 */
import { readFile } from "node:fs/promises"
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
const clerk = { name: "Lò Thị Sen", email: "sen@vanphong.example", title: "Văn thư" }
/** A letter of the Office, as it is pasted. */
const letter = `ỦY BAN NHÂN DÂN TỈNH LÀO CAI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 512/UBND-NC
Lào Cai, ngày 18 tháng 11 năm 2026
V/v tăng cường phòng, chống lừa đảo qua mạng
Kính gửi:
- Sở Nội vụ;
- Sở Tư pháp.
UBND tỉnh yêu cầu:
1. Sở Nội vụ
- Phổ biến các thủ đoạn lừa đảo cho cán bộ, công chức trước ngày 15/12/2026.
2. Sở Tư pháp
- Đăng cảnh báo trên trang thông tin điện tử của Sở trước ngày 10/12/2026.
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn Mẫu`

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
    await ownUnits(page)
    await fine(page)
    await send(page)
    await fine(page)
    await ownChart(page)
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

  /** The province's own list: what stands now, with one line damaged on the way. */
  async function ownUnits(page: Page): Promise<void> {
    await page.goto(setupPaths.list("units"))
    await fine(page)
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("main a[download]").click(),
    ])
    const now = await readFile(await download.path(), "utf8")
    const before = now.trim().split("\r\n").length - 1
    const buffer = Buffer.from(`${now.trim()}\r\n9x,Xã Sai Mã,xã\r\n`)
    await page.setInputFiles("input[type=file]", { name: "xa-phuong.csv", mimeType: "text/csv", buffer })
    expect(await sendThere(page, page.locator("form#ds button[type=submit]"))).toBe(200)
    expect(await page.textContent("h1")).toBe(`${before} trong ${before + 1} dòng dùng được`)
    expect(await page.textContent("main")).toContain("Mã “9x” phải có năm chữ số")
    await fine(page)
    await send(page, page.locator("form#dung button"))
    expect(await page.textContent("main")).toContain("Đây là danh sách của tỉnh")
  }

  /** One department more, in a group of its own. */
  async function ownChart(page: Page): Promise<void> {
    await page.goto(setupPaths.chartEdit)
    await fine(page)
    const rows = await page.locator("input[name^=name]").count()
    const groups = await page.locator("input[name^=gname]").count()
    await page.fill(`input[name=name${rows - 1}]`, "Trung tâm Chuyển đổi số")
    await page.fill(`input[name=groups${rows - 1}]`, "nhom-la")
    expect(await sendThere(page)).toBe(422)
    expect(await page.textContent("main")).toContain("Không có nhóm “nhom-la”")
    expect(await page.inputValue(`input[name=name${rows - 1}]`)).toBe("Trung tâm Chuyển đổi số")
    await page.fill(`input[name=gname${groups - 1}]`, "Các đơn vị sự nghiệp")
    await page.fill(`input[name=gid${groups - 1}]`, "nhom-la")
    await page.selectOption(`select[name=kind${rows - 1}]`, "other")
    await send(page)
    expect(await page.textContent("main")).toContain("Trung tâm Chuyển đổi số")
  }

  test("both administrators set their own password and second step; an officer of the lead is invited", async () => {
    for (const [i, person] of [first, second].entries()) {
      const page = await open()
      await takeInvitation(page, invitations[i] ?? "", person.name)
      await signIn(page, person.email)
      await turnOnSecondStep(page)
      if (i === 0) {
        const rows = `Họ và tên,Chức vụ,Vai trò,Thư điện tử\n${clerk.name},${clerk.title},văn thư,${clerk.email}\n`
        await page.goto("/quan-tri/can-bo/danh-sach")
        await fine(page)
        const file = { name: "can-bo.csv", mimeType: "text/csv", buffer: Buffer.from(rows) }
        await page.setInputFiles("input[type=file]", file)
        expect(await sendThere(page, page.locator("form#ds button[type=submit]"))).toBe(200)
        await fine(page)
        expect(await sendThere(page, page.locator("form#moi button"))).toBe(200)
        await fine(page)
        const shown = /\/loi-moi\/[\w-]{43}/.exec(await page.content())?.[0] ?? ""
        const newcomer = await open()
        await takeInvitation(newcomer, shown, clerk.name)
        await newcomer.context().close()
      }
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
    await send(page, page.locator(`a[href^="/tin-bao/${id}"]`).first())
    await page.goto((await page.locator('a[href^="/vu-viec/mo?tin="]').getAttribute("href")) ?? "")
    await page.fill("input[name=title]", "Giả danh công an qua điện thoại")
    await send(page)
    expect(new URL(page.url()).pathname).toMatch(/^\/vu-viec\/[0-9a-f-]{36}$/)
    expect(await page.content()).not.toContain("Hưng Yên")
    await page.context().close()
  })

  test("the clerk of the Office reads a letter in and issues it: the departments that it names have their tasks", async () => {
    const page = await open("desk")
    await signIn(page, clerk.email)
    await page.goto("/van-ban/nhap")
    await page.fill("textarea[name=pasted]", letter)
    await send(page, page.locator("form:has(textarea[name=pasted]) button[type=submit]").first())
    expect(new URL(page.url()).pathname).toMatch(/^\/van-ban\/nhap\/[0-9a-f-]{36}$/)
    await fine(page)
    await send(page, page.locator('a[href$="/phat-hanh"]').first())
    await fine(page)
    await send(page)
    expect(new URL(page.url()).pathname).toMatch(/^\/van-ban\/[0-9a-f-]{36}$/)
    await fine(page)
    const given = await db.admin(
      "select b.name, a.due_on::text from assignments a join bodies b on b.id = a.body_id order by b.name",
    )
    expect(given.rows).toEqual([
      { name: "Sở Nội vụ", due_on: "2026-12-14" },
      { name: "Sở Tư pháp", due_on: "2026-12-09" },
    ])
    expect(await page.content()).not.toContain("Hưng Yên")
    await page.context().close()
  })
})
