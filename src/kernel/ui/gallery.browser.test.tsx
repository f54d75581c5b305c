import { Hono } from "hono"
import { describe, expect, test } from "vitest"
import { headers } from "../http/guards.ts"
import { expectAccessible } from "../testing/browser.ts"
import { siteFor } from "../testing/site.ts"
import { UiGallery } from "./gallery.tsx"
import { assetRoutes } from "./index.ts"

const app = new Hono()
  .use(headers)
  .route("/", assetRoutes)
  .get("/ui", (c) => c.html(<UiGallery lang={c.req.query("lang") === "en" ? "en" : "vi"} url={c.req.url} />))

const site = siteFor(() => app)

describe.each(["tiny", "phone", "desk"] as const)("on a %s screen", (screen) => {
  test.each(["light", "dark"] as const)(
    "axe finds nothing in %s, and nothing is wider than the screen",
    async (theme) => {
      const page = await site.visit({ screen, theme })
      await page.goto("/ui")
      await expectAccessible(page)
      await page.context().close()
    },
  )
})

test("axe finds nothing on the English page, with its menus open", async () => {
  const page = await site.visit({ screen: "phone", language: "en" })
  await page.goto("/ui?lang=en")
  for (const summary of await page.locator("summary:visible").all()) {
    await summary.click()
    await expectAccessible(page)
  }
  await page.context().close()
})

test("the first key leads past the menu to the content, and every stop on the way is seen", async () => {
  const page = await site.visit()
  await page.goto("/ui")
  await page.keyboard.press("Tab")
  expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#main")
  await page.keyboard.press("Enter")
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main")
  const outlines: string[] = []
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press("Tab")
    outlines.push(await page.evaluate(outlineOfFocus))
  }
  expect(outlines.filter((outline) => !outline.startsWith("solid 3px"))).toEqual([])
  await page.context().close()
})

function outlineOfFocus(): string {
  const focused = document.activeElement ?? document.body
  const { outlineStyle, outlineWidth } = getComputedStyle(focused)
  return `${outlineStyle} ${outlineWidth} ${focused.tagName}`
}

test("with scripts off the menu opens, the long list is a plain list, and files can be sent", async () => {
  const page = await site.visit({ screen: "phone", scripts: false })
  await page.goto("/ui")
  await page.locator("details.menu > summary").click()
  expect(await page.locator("details.menu a[href='/vu-viec']").isVisible()).toBe(true)
  expect(await page.locator("select[name=area]").isVisible()).toBe(true)
  expect(await page.locator("form[enctype='multipart/form-data'] input[type=file]").isVisible()).toBe(true)
  await page.context().close()
})

test("the long list is searched without accents and chosen by keyboard", async () => {
  const page = await site.visit()
  await page.goto("/ui")
  const input = page.getByRole("combobox", { name: "Xã, phường" })
  await input.fill("duong h")
  expect(await page.locator("[role=option]").allTextContents()).toEqual(["Đường Hào"])
  await input.press("ArrowDown")
  await input.press("Enter")
  expect(await input.inputValue()).toBe("Đường Hào")
  expect(await page.locator("select[name=area]").inputValue()).toBe("Đường Hào")
  await expectAccessible(page)
  await page.context().close()
})

test("the page breaks no rule of the content security policy", async () => {
  const page = await site.visit({ theme: "dark" })
  const complaints: string[] = []
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()))
  page.on("requestfailed", (request) => complaints.push(request.url()))
  await page.goto("/ui", { waitUntil: "networkidle" })
  expect(complaints).toEqual([])
  await page.context().close()
})
