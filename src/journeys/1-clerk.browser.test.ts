import { join } from "node:path"
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { officerOf } from "../accounts/testing.ts"
import { createApp } from "../app.ts"
import { expectAccessible } from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { seedOrganizations } from "../organizations/index.ts"

/** Journey 1: the office clerk, from a letter to tasks. */
const db = await freshDatabase()
const letter = join(import.meta.dirname, "../letters/fixtures/hung-yen-2023.pdf")
const password = "một câu dài của văn thư"
const site = siteFor(async () => {
  await seedOrganizations(db)
  await officerOf(db, {
    bodySlug: "van-phong-ubnd-tinh",
    role: "clerk",
    name: "Đào Thị Thư",
    email: "vanthu@vpubnd.example",
    password,
  })
  return createApp(houseOf(db))
})

async function signIn(page: Page): Promise<void> {
  await page.goto("/dang-nhap?next=/van-ban")
  await page.getByLabel("Thư điện tử công vụ").fill("vanthu@vpubnd.example")
  await page.getByLabel("Mật khẩu").fill(password)
  await page.locator("main button[type=submit]").click()
  await page.waitForURL("**/van-ban")
}

test.each([
  { screen: "desk", scripts: true },
  { screen: "phone", scripts: false },
] as const)("the clerk brings in the letter, dates it and issues it: %o", async ({ screen, scripts }) => {
  const page = await site.visit({ screen, scripts })
  const accessible = async () => {
    if (scripts) await expectAccessible(page)
  }
  await signIn(page)
  await page.goto("/van-ban/nhap")
  await accessible()
  await page.locator("input[type=file]").setInputFiles(letter)
  await page.locator("main form button[type=submit]").first().click()
  await page.waitForURL(/\/van-ban\/nhap\/[0-9a-f-]{36}/)
  expect(await page.locator("article.letter").count()).toBe(1)
  expect(await page.locator("mark").count()).toBeGreaterThan(10)
  await accessible()
  // From the words to their reading and back.
  const row = await page.locator("a.pin").first().getAttribute("href")
  expect(await page.locator(row ?? "none").count()).toBe(1)
  // The letter leaves its day blank: the clerk says which.
  await page.goto(`${page.url().split(/[?#]/)[0]}?sua=date`)
  await page.locator("input[name=issuedOn]").fill("2023-07-17")
  await page.locator("form:has(input[name=issuedOn]) button[type=submit]").first().click()
  await page.waitForLoadState()
  const settle = page.locator('form:has(input[value="twin:accepted"]) button')
  if ((await settle.count()) > 0) {
    await settle.first().click()
    await page.waitForLoadState()
  }
  await page.locator('a[href$="/phat-hanh"]').first().click()
  await page.waitForURL("**/phat-hanh")
  expect(await page.locator("h1").textContent()).toMatch(/171.*37/)
  await accessible()
  await page.locator("main form button[type=submit]").first().click()
  await page.waitForURL(/\/van-ban\/[0-9a-f-]{36}$/)
  await accessible()
  await page.context().close()
})
