/** Journey 2, told as one officer's days: a task is received, planned, reported with evidence, extended, done and accepted. */
import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import type { Signed } from "../accounts/testing.ts"
import { paths } from "../directives/paths.ts"
import { peopleIn, planTask, samplePlan } from "../directives/testing/province.ts"
import { type Town, townOf } from "../directives/testing/town.ts"
import { expectAccessible, type screens } from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { siteFor } from "../kernel/testing/site.ts"

const db = await freshDatabase()
let town: Town
const site = siteFor(async () => {
  await peopleIn(db)
  town = townOf(db)
  return town.app
})

type Way = { screen: keyof typeof screens; scripts: boolean }

async function open(who: Signed, { screen, scripts }: Way): Promise<Page> {
  return site.visitAs(who.cookie, { screen, scripts })
}

/** axe is a script itself: where scripts are off the same pages have been judged with them on. */
async function look(page: Page, { scripts }: Way): Promise<void> {
  if (scripts) await expectAccessible(page)
}

/** Opens the form when it is folded, fills it and sends it; the page says what was done. */
async function send(
  page: Page,
  form: string,
  answers: Record<string, string>,
  files: readonly { name: string; mimeType: string; buffer: Buffer }[] = [],
): Promise<void> {
  const fields = page.locator(`form#${form}`)
  if (!(await fields.isVisible())) await page.locator(`details:has(> form#${form}) > summary`).click()
  for (const [name, answer] of Object.entries(answers)) {
    const field = fields.locator(`[name="${name}"]`)
    const tag = await field.evaluate((one) => one.tagName)
    await (tag === "SELECT" ? field.selectOption(answer) : field.fill(answer))
  }
  if (files.length > 0) {
    await fields.locator("input[type=file]").setInputFiles([...files])
    await fields.locator("[name=declared]").check()
  }
  await fields.locator("button[type=submit]:not([formaction])").last().click()
  await page.waitForURL((url) => url.searchParams.get("xong") === form)
  await page.locator("[role=status].notice").waitFor()
}

const said = (page: Page) => page.locator("[role=status].notice").innerText()

describe.each([
  { screen: "phone", scripts: true },
  { screen: "desk", scripts: true },
  { screen: "phone", scripts: false },
  { screen: "desk", scripts: false },
] satisfies Way[])("on a $screen, scripts $scripts", (way) => {
  test("an officer carries a task from the list to acceptance", async () => {
    const plan = samplePlan()
    const tasks = [
      planTask({ path: "1.1", text: `Việc xa, ${way.screen}`, dueOn: "2023-12-01" }),
      planTask({ path: "1.2", text: `Tuần tra đại lý SIM, ${way.screen}`, dueOn: "2023-09-18" }),
    ]
    const letter = await town.issue({ ...plan, clauses: [{ path: "1", heading: "Các sở", tasks }] })
    const id = await town.assignmentOf(letter, "culture", "1.2")
    const officer = await town.as("culture", "officer")
    const leader = await open(await town.as("culture"), way)
    const issuer = await open(await town.as("office"), way)

    await leader.goto(`${paths.work}?van-ban=${letter}`)
    const rows = await leader.locator("table tbody tr th a").allInnerTexts()
    expect(rows.map((row) => row.slice(0, 3))).toEqual(["1.2", "1.1"])
    expect(await leader.locator("table tbody tr").first().innerText()).toContain("còn\u00a03\u00a0ngày")
    await look(leader, way)
    await leader.getByRole("link", { name: `1.2 Tuần tra đại lý SIM, ${way.screen}` }).click()
    await look(leader, way)

    await send(leader, "receive", {})
    expect(await said(leader)).toContain("Đã tiếp nhận.")
    await send(leader, "assign", { officer: officer.officerId })
    await send(leader, "plan", { text: "Ra quân hai đợt", until: "2023-09-17" })
    await send(leader, "report", { text: "Đã kiểm tra 12 đại lý", percent: "60" }, [
      { name: "ảnh đại lý.png", mimeType: "image/png", buffer: Buffer.from("fictional picture") },
    ])
    expect(await said(leader)).toContain("Đã gửi báo cáo tiến độ.")
    await look(leader, way)
    await send(leader, "askExtension", { wantedOn: "2023-09-25", reason: "Hai xã ngập nước" })

    await issuer.goto(paths.assignment(id))
    expect(await issuer.locator("#buoc-tiep").innerText()).toContain("Hai xã ngập nước")
    expect(await issuer.getByRole("link", { name: "ảnh đại lý.png" }).count()).toBe(1)
    await look(issuer, way)
    await send(issuer, "grantExtension", { dueOn: "2023-09-22", answer: "Đồng ý" })
    expect(await issuer.locator("h2").first().innerText()).toContain("thứ Sáu, 22/09/2023")

    await leader.goto(paths.assignment(id))
    await send(leader, "finish", { text: "Đã xong cả hai đợt" })
    await issuer.goto(paths.assignment(id))
    await send(issuer, "return", { reason: "Thiếu danh sách đại lý" })
    await leader.goto(paths.assignment(id))
    expect(await leader.locator("ol.timeline").innerText()).toContain("Thiếu danh sách đại lý")
    await send(leader, "finish", { text: "Đã kèm danh sách" })
    await issuer.goto(paths.assignment(id))
    await send(issuer, "accept", { note: "" })
    expect(await said(issuer)).toContain("Đã nghiệm thu.")
    await issuer.goto(paths.directive(letter))
    expect(await issuer.locator("h1").innerText()).toContain("25\u00a0%")
    for (const path of [
      paths.directive(letter),
      paths.directiveBodies(letter),
      paths.directiveAreas(letter),
      paths.directiveLetter(letter),
      paths.directives,
    ]) {
      await issuer.goto(path)
      await look(issuer, way)
    }
    await leader.goto(paths.reminders)
    await look(leader, way)
    await leader.context().close()
    await issuer.context().close()
  })

  test("a form that is not right comes back whole, its summary leading to the field", async () => {
    const id = await town.assignmentOf(await town.issue(), "culture", "1.1")
    const page = await open(await town.as("culture"), way)
    await page.goto(paths.assignment(id))
    await page.locator("details:has(> form#askExtension) > summary").click()
    await page.locator("#askExtension-reason").fill("Chờ số liệu của ba huyện")
    await page.locator("form#askExtension button[type=submit]").click()
    await page.locator("[role=alert]").waitFor()
    expect(await page.locator("#askExtension-reason").inputValue()).toBe("Chờ số liệu của ba huyện")
    await look(page, way)
    await page.locator("[role=alert] a").first().click()
    expect(await page.evaluate(() => location.hash)).toBe("#askExtension-wantedOn")
    await page.context().close()
  })
})
