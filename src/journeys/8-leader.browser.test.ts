import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createApp } from "../app.ts"
import { loadDemo } from "../demo/load.ts"
import { demoPassword } from "../demo/people.ts"
import { openBrowser, serveForTest, visit } from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { seedOrganizations } from "../organizations/index.ts"

/** Journey 8: the leader sees where each clause stands, opens a figure, and starts the next directive from what rose. */
const db = await freshDatabase()
let browser: Browser
let server: Awaited<ReturnType<typeof serveForTest>>

beforeAll(async () => {
  await seedOrganizations(db)
  const house = houseOf(db)
  await loadDemo(house)
  server = await serveForTest(createApp(house))
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

async function signedIn(email: string, scripts: boolean): Promise<Page> {
  const page = await visit(browser, server.url, { screen: "desk", scripts })
  await page.goto("/dang-nhap")
  await page.fill("input[name=email]", email)
  await page.fill("input[name=password]", demoPassword)
  await page.click("main button[type=submit]")
  await page.waitForURL((url) => !url.pathname.startsWith("/dang-nhap"))
  return page
}

describe.each([true, false])("the leader, scripts %s", (scripts) => {
  test("one page says how much is done, who is late, what rose; each number opens", async () => {
    const page = await signedIn("lanhdao@ubnd.example", scripts)
    await page.goto("/bao-cao")
    expect(await page.textContent("h1")).toMatch(/\d+\s% nhiệm vụ đã xong, \d+ cơ quan đang trễ/)
    expect(await page.locator(".clause-row").count()).toBe(10)
    expect(await page.locator("svg path title").count()).toBe(104)
    const first = page.locator(".figure-value a").first()
    const shown = (await first.textContent())?.replace(/\D/g, "")
    expect(Number(shown)).toBeGreaterThan(0)
    await first.click()
    expect((await page.textContent("main"))?.replace(/\s+/g, " ")).toContain(String(shown))
    await page.context().close()
  })
})

test("the page prints on two sheets of A4", async () => {
  const page = await signedIn("lanhdao@ubnd.example", true)
  await page.goto("/bao-cao")
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true })
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length).toBe(2)
  await page.context().close()
})

test("pictures can be taken away as SVG files that stand alone", async () => {
  const page = await signedIn("lanhdao@ubnd.example", true)
  for (const path of ["/bao-cao/ban-do.svg", "/bao-cao/bieu-do/I.1.svg"]) {
    const answer = await page.request.get(path)
    expect(answer.headers()["content-type"]).toContain("image/svg+xml")
    expect(await answer.text()).toMatch(/^<svg [^>]*xmlns=.*<\/svg>$/s)
  }
  expect((await page.request.get("/bao-cao/bieu-do/IX.9.svg")).status()).toBe(404)
  await page.context().close()
})

test.each([true, false])(
  "the next directive begins from evidence, is edited, written, and read back into tasks (scripts %s)",
  async (scripts) => {
    const page = await signedIn("vanthu@vpubnd.example", scripts)
    await page.goto("/bao-cao/chi-dao-tiep")
    expect(await page.textContent("main")).toContain("kỳ trước")
    const own = scripts ? "Các sở, ban, ngành tỉnh" : "Sở Y tế"
    await page.fill("input[name=to-own-1]", own)
    await page.fill(
      "textarea[name=text-own-1]",
      "Tổ chức tập huấn Bộ Quy tắc ứng xử trên mạng xã hội cho cán bộ, hoàn thành trước ngày 30/11/2023.",
    )
    const kept = await page.locator("input[name^=keep-]").count()
    await page.locator("input[name^=keep-]").first().uncheck()
    await page.click("main form button[type=submit]")
    await page.waitForURL(/\/van-ban\/nhap\//)
    const text = (await page.textContent("main")) ?? ""
    expect(text).toContain("Sau khi xem xét Báo cáo kết quả công tác phối hợp")
    expect(text).toContain("Tổ chức tập huấn Bộ Quy tắc ứng xử")
    const drafts = await db.admin("select reading from import_drafts order by id desc limit 1")
    const { reading } = drafts.rows[0] as { reading: { clauses: { tasks: { text: string }[] }[] } }
    const tasks = reading.clauses.flatMap((clause) => clause.tasks.map((task) => task.text))
    expect(tasks.length).toBeGreaterThanOrEqual(kept)
    expect(tasks.join("\n")).toContain("Tổ chức tập huấn Bộ Quy tắc ứng xử")
    await page.context().close()
  },
)

test("a proposal without words, or a letter without any, is not written; what was typed stays", async () => {
  const page = await signedIn("vanthu@vpubnd.example", false)
  await page.goto("/bao-cao/chi-dao-tiep")
  for (const box of await page.locator("input[name^=keep-]").all()) await box.uncheck()
  await page.fill("textarea[name=subject]", "Trích yếu của tôi")
  await page.click("main form button[type=submit]")
  expect(await page.textContent("main")).toContain("Giữ ít nhất một đề xuất")
  expect(await page.inputValue("textarea[name=subject]")).toBe("Trích yếu của tôi")
  await page.context().close()
})
