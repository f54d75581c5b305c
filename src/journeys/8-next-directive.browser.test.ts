import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { createApp } from "../app.ts"
import { demoPassword } from "../demo/people.ts"
import { demoHouse } from "../demo/testing.ts"
import { sidewaysFaults } from "../kernel/testing/browser.ts"
import { siteFor } from "../kernel/testing/site.ts"

/**
 * Journey 8, the loop closed in a browser without scripts: the lead department locks the half-year, its report is signed,
 * numbered and issued; the office starts the next directive from it, which cites it by number; issuing gives the tasks.
 */
let now = "2023-09-15T02:00:00Z"
const { house } = await demoHouse({ clock: { now: () => new Date(now) } })
const site = siteFor(() => createApp(house))

async function signedIn(email: string): Promise<Page> {
  return site.signIn({ email, password: demoPassword }, { screen: "desk", scripts: false })
}

async function step(page: Page, path: string, slug: string): Promise<void> {
  await page.goto(path)
  const form = page.locator(`form[action$="/${slug}"]`)
  if (!(await form.isVisible())) await page.locator(`details:has(form[action$="/${slug}"]) > summary`).click()
  await Promise.all([page.waitForURL(/xong=1/), form.locator("button").last().click()])
}

const said = async (page: Page) => ((await page.textContent("main")) ?? "").replace(/\s+/g, " ")
const asked = "Đề nghị UBND tỉnh chỉ đạo Công an tỉnh mở đợt cao điểm kiểm tra SIM kích hoạt sẵn."
let number = ""

test("the report of the half-year is locked, signed by the head of the lead department, numbered and issued", async () => {
  now = "2023-12-15T02:00:00Z"
  const [head, drafter, clerk] = [
    await signedIn("giamdocso@sotttt.example"),
    await signedIn("daumoi@sotttt.example"),
    await signedIn("vanthu@sotttt.example"),
  ]
  const report = "/bao-cao/so-lieu/2023-H2/van-ban"
  await drafter.goto(report)
  await drafter.fill("textarea[name=VI]", asked)
  await drafter.click("#viet button[type=submit]")
  await drafter.waitForURL(/xong=1/)
  await head.goto("/bao-cao/so-lieu/2023-H2")
  await head.click("#khoa summary")
  await head.click("#lock button[type=submit]")
  expect(await said(head)).toContain("Số liệu đã khóa")
  await drafter.goto(report)
  await drafter.selectOption("#trinh select[name=signerId]", { label: "Vũ Văn Đứng, Giám đốc" })
  await drafter.click("#trinh button[type=submit]")
  await drafter.waitForURL(/\/van-ban-di\/[0-9a-f-]+$/)
  const path = new URL(drafter.url()).pathname
  await step(drafter, path, "trinh")
  await step(head, path, "dong-y")
  await step(head, path, "ky")
  await step(clerk, path, "cap-so")
  await step(clerk, path, "phat-hanh")
  number = /\d+\/BC-STTTT/.exec(await said(clerk))?.[0] ?? ""
  expect(number).not.toBe("")
  for (const page of [head, drafter, clerk]) await page.context().close()
})

test("the leader is told that a report waits for an answer; the next directive cites it and gives what it recommended", async () => {
  now = "2023-12-18T02:00:00Z"
  const [leader, clerk] = [await signedIn("lanhdao@ubnd.example"), await signedIn("vanthu@vpubnd.example")]
  await leader.goto("/bao-cao")
  await leader.getByRole("link", { name: new RegExp(`Báo cáo số ${number} đã phát hành`) }).click()
  expect(await said(leader)).toContain(`Từ Báo cáo số ${number}, 6 tháng cuối năm 2023`)
  const file = await leader.request.get(
    (await leader.getByRole("link", { name: /^Mở báo cáo Sở/ }).getAttribute("href")) ?? "",
  )
  expect((await file.body()).subarray(0, 4).toString("latin1")).toBe("%PDF")

  await clerk.goto("/bao-cao/chi-dao-tiep")
  expect(await sidewaysFaults(clerk)).toEqual([])
  expect(await clerk.inputValue("textarea[name=cites]")).toContain(`Báo cáo số ${number} ngày 15/12/2023`)
  expect(await clerk.inputValue("input[name=to-recommended-0]")).toBe("Công an tỉnh")
  expect(await said(clerk)).toContain("nêu tại mục VI của báo cáo")
  await clerk.fill("input[name=by-recommended-0]", "2024-03-29")
  await clerk.selectOption("select[name=signerId]", { label: "Bùi Thị Lãnh, Phó Chủ tịch UBND tỉnh" })
  await clerk.locator("main form button[type=submit]").last().click()
  await clerk.waitForURL(/\/van-ban-di\/[0-9a-f-]+$/)
  const path = new URL(clerk.url()).pathname
  await step(clerk, path, "trinh")
  await leader.goto(path)
  await leader.getByRole("link", { name: "Xem trước việc sẽ giao" }).click()
  expect(await leader.textContent("h1")).toMatch(/^Sẽ giao \d+ nhiệm vụ cho \d+ cơ quan$/)
  expect(await said(leader)).toContain("Công an tỉnh")
  await step(leader, path, "dong-y")
  await step(leader, path, "ky")
  await step(clerk, path, "cap-so")
  await clerk.goto(path)
  await clerk.click("#assign button")
  await clerk.waitForURL(/\/van-ban\/nhap\//)
  expect(await said(clerk)).toContain(`Sau khi xem xét Báo cáo số ${number} ngày 15/12/2023`)
  await clerk.locator("a[href$='/phat-hanh']").last().click()
  await clerk.locator("form[action$='/phat-hanh'] button").click()
  await clerk.waitForURL(/\/van-ban\/[0-9a-f]{8}-[0-9a-f-]+$/)

  const police = await signedIn("dieutra@congan.example")
  await police.goto("/lam-viec")
  expect(await said(police)).toMatch(/Mở đợt cao điểm kiểm tra SIM kích hoạt sẵn.*29\/03\/2024/)
  await leader.goto("/bao-cao")
  const sheets = await leader.pdf({ format: "A4", preferCSSPageSize: true })
  expect(sheets.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length).toBe(2)
  expect(await leader.textContent("h1")).toMatch(
    /^2 văn bản chỉ đạo: \d+\s% nhiệm vụ đã xong, \d+ cơ quan đang trễ/,
  )
  expect(await said(leader)).toMatch(/Chỉ đạo \d+\/UBND-KGVX, theo đúng bố cục văn bản/)
  await leader
    .getByRole("link", { name: /17\/07\/2023$/ })
    .first()
    .click()
  expect(await leader.locator(".clause-row").count()).toBe(10)
  for (const page of [leader, clerk, police]) await page.context().close()
})

test("any letter typed here may give tasks: it is issued with them, and not alone", async () => {
  const [clerk, leader] = [await signedIn("vanthu@vpubnd.example"), await signedIn("lanhdao@ubnd.example")]
  await clerk.goto("/van-ban-di/soan")
  await clerk.selectOption("[name=kind]", "plan")
  await clerk.fill("[name=symbol]", "KH-VP")
  await clerk.fill("[name=place]", "Hưng Yên")
  await clerk.fill("[name=subject]", "Diễn tập ứng cứu sự cố năm 2024")
  await clerk.fill(
    "[name=body]",
    "Văn phòng yêu cầu các cơ quan thực hiện:\n1. Sở Y tế\n- Cử cán bộ tham gia diễn tập, hoàn thành trước ngày 15/03/2024.",
  )
  await clerk.check("[name=assigns]")
  await clerk.selectOption("[name=signerId]", { label: "Lê Văn Chủ, Chủ tịch UBND tỉnh" })
  await clerk.fill("[name=recipients]", "Sở Y tế\nLưu: VT")
  await clerk.locator("form:has([name=symbol]) button").last().click()
  await clerk.waitForURL(/xong=1/)
  const path = new URL(clerk.url()).pathname
  const chair = await signedIn("chutich@ubnd.example")
  await step(clerk, path, "trinh")
  await step(leader, path, "dong-y")
  await step(chair, path, "ky")
  await step(clerk, path, "cap-so")
  await clerk.goto(path)
  expect(await clerk.locator("form[action$='/phat-hanh']").count()).toBe(0)
  await clerk.click("#assign button")
  await clerk.waitForURL(/\/van-ban\/nhap\//)
  expect(await said(clerk)).toContain("Cử cán bộ tham gia diễn tập")
  for (const page of [clerk, leader, chair]) await page.context().close()
})
