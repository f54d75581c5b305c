import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { signInAs } from "../accounts/testing.ts"
import { createApp } from "../app.ts"
import { expectAccessible } from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { paths } from "../letters/paths.ts"

/** A document from draft to archive in a real browser: with scripts on the smallest screen, without them on a desk. */
const db = await freshDatabase()
const site = siteFor(() => createApp(houseOf(db)))

type Who = { role: "clerk" | "leader"; name: string; title: string }
const clerk: Who = { role: "clerk", name: "Phạm Thị Hoa", title: "Văn thư" }
const head: Who = { role: "leader", name: "Trần Văn Dũng", title: "Giám đốc" }

async function pageOf(who: Who, scripts: boolean): Promise<Page> {
  const body = { name: "Sở Thông tin tỉnh Mẫu" }
  const { cookie } = await signInAs(db, { bodySlug: "hub", email: `${who.role}@mau.example`, body, ...who })
  const page = await site.visitAs(cookie, { screen: scripts ? "tiny" : "desk", scripts })
  page.setDefaultTimeout(10_000)
  return page
}

async function take(page: Page, path: string, step: string, note?: string): Promise<void> {
  await page.goto(path)
  const form = page.locator(`form[action$="/${step}"]`)
  if (!(await form.isVisible())) await page.locator(`details:has(form[action$="/${step}"]) > summary`).click()
  if (note !== undefined) await form.locator("textarea").fill(note)
  await Promise.all([page.waitForURL(/xong=1/), form.locator("button").last().click()])
}

/** The judge is a script of its own: it can look only where scripts run. */
const judged = (page: Page, scripts: boolean) => (scripts ? expectAccessible(page) : Promise.resolve())

test.each([true, false])(
  "it is drafted, reviewed, signed, numbered, issued and archived (scripts %s)",
  async (scripts) => {
    const [at, boss] = [await pageOf(clerk, scripts), await pageOf(head, scripts)]
    await at.goto(paths.documents)
    await judged(at, scripts)
    await at.goto(paths.newDocument)
    await judged(at, scripts)
    await at.selectOption("[name=kind]", "announcement")
    await at.fill("[name=symbol]", "TB-STT")
    await at.fill("[name=place]", "Mẫu")
    await at.fill("[name=subject]", "Kết quả kiểm tra quý III năm 2023")
    await at.fill(
      "[name=body]",
      "Sở thông báo kết quả kiểm tra:\n1. Điểm cung cấp dịch vụ\n- Đã kiểm tra 18 điểm.",
    )
    await at.selectOption("[name=signerId]", { label: "Trần Văn Dũng, Giám đốc" })
    await at.fill("[name=recipients]", "Như trên\nLưu: VT")
    await Promise.all([at.waitForURL(/xong=1/), at.locator("form:has([name=symbol]) button").last().click()])
    const path = new URL(at.url()).pathname
    await take(at, path, "trinh")
    await take(boss, path, "dong-y", "Đồng ý")
    await take(boss, path, "ky")
    await take(at, path, "cap-so")
    await boss.goto(path)
    await judged(boss, scripts)
    await take(boss, path, "phat-hanh")
    await take(at, path, "luu", "Hồ sơ 05/2023")
    await judged(at, scripts)
    expect(await at.locator("main").innerText()).toMatch(/Đã lưu hồ sơ[\s\S]+Hồ sơ 05\/2023/)
    await at.goto(paths.documents)
    expect(await at.locator("main").innerText()).toMatch(/0\d\/TB-STT/)
    await judged(at, scripts)
    for (const page of [at, boss]) await page.context().close()
  },
)
