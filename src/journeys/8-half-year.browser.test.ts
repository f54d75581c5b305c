import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { officerOf } from "../accounts/testing.ts"
import { createApp } from "../app.ts"
import { bodies, type Desks, decided, desksIn, people } from "../cases/testing/hub.ts"
import { expectAccessible, sidewaysFaults } from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { siteFor } from "../kernel/testing/site.ts"

/** Journey 8, at half-year: parts asked and written, figures opened, the period locked, the report taken away. */
let now = "2023-09-15T02:00:00Z"
const db = await freshDatabase({ clock: { now: () => new Date(now) } })
const password = "một câu dài của cơ quan"
let desks: Desks
const site = siteFor(async () => {
  desks = await desksIn(db)
  for (const [key, { body, role, name }] of Object.entries(people))
    await officerOf(db, {
      bodySlug: body,
      role,
      name,
      email: `${key}@bao-cao.example`,
      password,
      body: bodies[body],
    })
  await decided(db, desks.lan)
  return createApp(houseOf(db))
})

async function signedIn(who: keyof typeof people, visitor: { screen: "desk" | "phone"; scripts: boolean }) {
  return site.signIn({ email: `${who}@bao-cao.example`, password }, visitor)
}

const send = async (page: Page, form: string) => {
  await page.click(`#${form} button[type=submit]`)
  await page.waitForLoadState()
}

test.each([
  { screen: "desk", scripts: true, period: "2023-H2", name: "6 tháng cuối năm 2023" },
  { screen: "phone", scripts: false, period: "2023-Q4", name: "quý 4/2023" },
] as const)("a period from its parts to its locked report: %o", async ({ screen, scripts, period, name }) => {
  now = "2023-12-10T02:00:00Z"
  const leader = await signedIn("lan", { screen, scripts })
  const fits = async (page: Page) =>
    scripts ? expectAccessible(page) : expect(await sidewaysFaults(page)).toEqual([])
  await leader.goto(`/bao-cao/so-lieu/${period}`)
  await fits(leader)
  expect(await leader.locator("#lock").count()).toBe(0)

  await leader.locator(`a[href="/bao-cao/dot/${period}"]`).click()
  await fits(leader)
  await leader.fill("input[name=dueOn]", "2023-12-14")
  await leader.check("input[value=police]")
  await leader.check("input[value=enterprises]")
  await send(leader, "dot")
  await fits(leader)
  expect(await leader.textContent("h1")).toContain("0 trong 2 cơ quan đã gửi")

  const police = await signedIn("son", { screen, scripts })
  await police.goto(`/bao-cao/so-lieu/${period}`)
  await police.getByRole("link", { name: "Viết phần của cơ quan tôi" }).click()
  await fits(police)
  await police.fill('input[name="III.2.4"]', "12")
  await send(police, "phan")
  await fits(police)
  expect(await police.inputValue('input[name="III.2.4"]')).toBe("12")
  await police.fill("textarea[name=text]", "Đã tuần tra các tuyến cáp.")
  await send(police, "phan")
  expect(await police.textContent("main")).toContain("Đã gửi phần báo cáo")
  await police.context().close()

  now = "2023-12-15T02:00:00Z"
  await leader.context().close()
  const page = await signedIn("lan", { screen, scripts })
  await page.goto(`/bao-cao/so-lieu/${period}`)
  await page.locator(`a[href="/bao-cao/so-lieu/${period}/III.2.4"]`).click()
  expect(await page.textContent("h1")).toContain("12 lượt")
  await fits(page)
  await page.goBack()
  await page.click("#khoa summary")
  await send(page, "lock")
  await fits(page)
  expect(await page.textContent("main")).toMatch(/Số liệu đã khóa .*[0-9a-f]{64}/s)

  await page.getByRole("link", { name: "Xem văn bản báo cáo" }).click()
  await fits(page)
  expect(await page.textContent("article.letter")).toContain(name)
  expect(await page.textContent("article.letter")).toContain("Số liệu đã khóa ngày 15/12/2023")
  for (const form of ["pdf", "docx"]) {
    const file = await page.request.get(`/bao-cao/so-lieu/${period}/van-ban.${form}`)
    expect((await file.body()).subarray(0, 4).toString("latin1")).toBe(
      form === "pdf" ? "%PDF" : "PK\u0003\u0004",
    )
  }
  await page.context().close()
})
