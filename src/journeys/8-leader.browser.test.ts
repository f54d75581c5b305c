import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { createApp } from "../app.ts"
import { demoPassword } from "../demo/people.ts"
import { demoHouse } from "../demo/testing.ts"
import { siteFor } from "../kernel/testing/site.ts"

/** Journey 8: the leader sees where each clause stands, opens a figure, and starts the next directive from what rose. */
const { house } = await demoHouse()
const site = siteFor(() => createApp(house))

async function signedIn(email: string, scripts: boolean): Promise<Page> {
  return site.signIn({ email, password: demoPassword }, { screen: "desk", scripts })
}

describe.each([true, false])("the leader, scripts %s", (scripts) => {
  test("one page says how much is done, who is late, what rose; each number opens", async () => {
    const page = await signedIn("lanhdao@ubnd.example", scripts)
    await page.goto("/bao-cao")
    expect(await page.textContent("h1")).toMatch(/\d+\s% nhiệm vụ đã xong, \d+ cơ quan đang trễ/)
    expect(await page.locator(".clause-row").count()).toBe(10)
    expect(await page.locator("svg.map path title").count()).toBe(10)
    expect(await page.textContent("main")).toContain("Việc nên làm tiếp")
    const table = page
      .locator("details.more")
      .filter({ has: page.locator("caption", { hasText: "theo huyện" }) })
    await table.locator("summary").click()
    const communes = table.locator("tbody a")
    expect(await communes.count()).toBeGreaterThan(3)
    const named = (await communes.first().textContent()) ?? ""
    expect(named).toMatch(/^(?:Huyện|Thị xã|Thành phố) /)
    await communes.first().focus()
    await page.keyboard.press("Enter")
    await page.waitForURL(/\/bao-cao\/tin-bao\?xa=/)
    expect(await page.textContent("h1")).toMatch(new RegExp(`^${named}: \\d+ tin báo, \\d+ vụ việc$`))
    await page.goBack()
    await page.locator("svg.months a").first().focus()
    await page.keyboard.press("Enter")
    await page.waitForURL(/thang=/)
    await page.goBack()
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

test("pictures can be taken away as SVG and PNG files that stand alone", async () => {
  const page = await signedIn("lanhdao@ubnd.example", true)
  for (const path of ["/bao-cao/ban-do", "/bao-cao/bieu-do/I.1", "/bao-cao/bieu-do/III.5.2"]) {
    const answer = await page.request.get(`${path}.svg`)
    expect(answer.headers()["content-type"]).toContain("image/svg+xml")
    expect(await answer.text()).toMatch(/^<svg [^>]*xmlns=.*<\/svg>$/s)
    const png = await (await page.request.get(`${path}.png`)).body()
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG")
  }
  expect((await page.request.get("/bao-cao/bieu-do/IX.9.svg")).status()).toBe(404)
  await page.context().close()
})

async function step(page: Page, path: string, slug: string): Promise<void> {
  await page.goto(path)
  const form = page.locator(`form[action$="/${slug}"]`)
  if (!(await form.isVisible())) await page.locator(`details:has(form[action$="/${slug}"]) > summary`).click()
  await Promise.all([page.waitForURL(/xong=1/), form.locator("button").last().click()])
}

test.each([true, false])(
  "the next directive begins from evidence, is edited, signed, numbered; issuing it gives its tasks (scripts %s)",
  async (scripts) => {
    const clerk = await signedIn("vanthu@vpubnd.example", scripts)
    const leader = await signedIn("lanhdao@ubnd.example", scripts)
    await clerk.goto("/bao-cao/chi-dao-tiep")
    expect(await clerk.textContent("main")).toContain("kỳ trước")
    expect(await clerk.textContent("main")).toContain("chưa nêu được số và ngày của báo cáo")
    const task = `Tập huấn Bộ Quy tắc ứng xử cho cán bộ, đợt ${scripts ? "một" : "hai"}.`
    await clerk.fill(
      "textarea[name=subject]",
      `phối hợp phòng, chống lừa đảo, đợt ${scripts ? "một" : "hai"}`,
    )
    await clerk.selectOption("select[name=signerId]", { label: "Bùi Thị Lãnh, Phó Chủ tịch UBND tỉnh" })
    await clerk.fill("input[name=to-own-1]", "Sở Y tế")
    await clerk.fill("textarea[name=text-own-1]", task)
    await clerk.fill("input[name=by-own-1]", "2023-11-30")
    await clerk.locator("input[name^=keep-]").first().uncheck()
    await clerk.locator("main form button[type=submit]").last().click()
    await clerk.waitForURL(/\/van-ban-di\/[0-9a-f-]+$/)
    const path = new URL(clerk.url()).pathname
    expect(await clerk.textContent("main")).toContain("Văn bản này giao việc")

    await clerk.goto(`${path}/du-thao`)
    const typed = await clerk.inputValue("textarea[name=body]")
    expect(typed).toContain("Sau khi xem xét Báo cáo kết quả công tác phối hợp")
    await clerk.fill("textarea[name=body]", typed.replace("cho cán bộ,", "cho toàn thể cán bộ,"))
    await clerk.locator("form:has([name=symbol]) button").last().click()
    await clerk.waitForURL(/xong=1/)
    await step(clerk, path, "trinh")
    await step(leader, path, "dong-y")
    await step(leader, path, "ky")
    await step(clerk, path, "cap-so")
    await clerk.goto(path)
    await clerk.click("#assign button")
    await clerk.waitForURL(/\/van-ban\/nhap\//)
    expect(await clerk.textContent("main")).toContain("cho toàn thể cán bộ")
    await clerk.locator("a[href$='/phat-hanh']").last().click()
    const settle = clerk.getByRole("button", { name: "Vẫn nhập" })
    if ((await settle.count()) > 0) await settle.first().click()
    expect(await clerk.textContent("main")).toContain("Xác nhận thì văn bản này được phát hành")
    await clerk.locator("form[action$='/phat-hanh'] button").click()
    await clerk.waitForURL(/\/van-ban\/[0-9a-f]{8}-[0-9a-f-]+$/)
    expect(await clerk.textContent("main")).toContain("cho toàn thể cán bộ")

    await clerk.goto(path)
    expect(await clerk.textContent("main")).toContain("Đã phát hành")
    await clerk.getByRole("link", { name: "Nhiệm vụ đã giao theo văn bản này" }).click()
    await clerk.waitForURL(/\/van-ban\/[0-9a-f]{8}-[0-9a-f-]+$/)
    const health = await signedIn("chuyenvien@soyte.example", scripts)
    await health.goto("/lam-viec")
    expect(await health.textContent("main")).toContain("cho toàn thể cán bộ")
    for (const page of [clerk, leader, health]) await page.context().close()
  },
  60_000,
)

test("what a number was counted from opens: a trick that rose, a commune, a month; else how many and why", async () => {
  const page = await signedIn("daumoi@sotttt.example", false)
  await page.goto("/bao-cao/tin-bao?thu-doan=mua-ban-online")
  const [, shown] = /: (\d+) tin báo/.exec((await page.textContent("h1")) ?? "") ?? []
  expect(Number(shown)).toBeGreaterThan(0)
  expect(await page.textContent("main")).toMatch(/mở được (?:tất cả|\d+;)/)
  await page.getByRole("table", { name: "Bản ghi được đếm" }).getByRole("link").first().click()
  await page.waitForURL(/\/tin-bao\/[0-9a-f]{8}-/)
  const leader = await signedIn("lanhdao@ubnd.example", false)
  await leader.goto("/bao-cao/tin-bao?thu-doan=mua-ban-online")
  expect(await leader.textContent("h1")).toContain(`: ${shown} tin báo`)
  expect(await leader.textContent("main")).toContain("chỉ cơ quan giữ hồ sơ mở được")
  await leader.getByRole("table", { name: "Theo xã, phường" }).getByRole("link").first().click()
  expect(await leader.textContent("main")).toContain("Theo thủ đoạn")
  expect((await leader.goto("/bao-cao/tin-bao?thu-doan=khong-co"))?.status()).toBe(404)
  for (const one of [page, leader]) await one.context().close()
})

test("a proposal without words, or a letter without any, is not written; what was typed stays", async () => {
  const page = await signedIn("vanthu@vpubnd.example", false)
  await page.goto("/bao-cao/chi-dao-tiep")
  for (const box of await page.locator("input[name^=keep-]").all()) await box.uncheck()
  await page.fill("textarea[name=subject]", "Trích yếu của tôi")
  await page.locator("main form button[type=submit]").last().click()
  expect(await page.textContent("main")).toContain("Giữ ít nhất một đề xuất")
  expect(await page.inputValue("textarea[name=subject]")).toBe("Trích yếu của tôi")
  await page.context().close()
})
