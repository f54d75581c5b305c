import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createApp } from "../app.ts"
import { loadDemo } from "../demo/load.ts"
import { demoPassword } from "../demo/people.ts"
import {
  accessibilityFaults,
  openBrowser,
  serveForTest,
  sidewaysFaults,
  visit,
} from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { seedOrganizations } from "../organizations/index.ts"

/**
 * Everybody of the demo follows every kind of link they can see, as far as it goes. Each page must be there, pass axe
 * and fit its screen. Two addresses that differ only in a record or in the values of a filter are one kind.
 */
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

const pagesMax = 60
const download =
  /\.(?:csv|xlsx|pdf|docx|ics|json|zip|svg|png|p12)$|\/ban-goc$|\/minh-chung\/|^\/api\/|\/assets\/|\/feeds\//

function kindOf(path: string): string {
  const url = new URL(path, server.url)
  const way = url.pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "·").replace(/\/\d+(?=\/|$)/g, "/#")
  return `${way}?${[...url.searchParams.keys()].sort().join("&")}`
}

async function linksOn(page: Page): Promise<string[]> {
  // A link in a picture (SVG) has no plain address of its own.
  const all = await page
    .locator("a[href]")
    .evaluateAll((links) =>
      links.map((link) => new URL(link.getAttribute("href") ?? "", document.baseURI).href),
    )
  return all
    .filter((href) => href.startsWith(`${server.url}/`))
    .map((href) => href.slice(server.url.length).replace(/#.*$/, ""))
    .filter((path) => !download.test(path.replace(/\?.*$/, "")) && !path.includes("lang="))
}

async function walk(page: Page, start: readonly string[]): Promise<string[]> {
  const seen = new Set<string>()
  const faults: string[] = []
  const left = [...start]
  for (let path = left.shift(); path !== undefined && seen.size < pagesMax; path = left.shift()) {
    const kind = kindOf(path)
    if (seen.has(kind)) continue
    seen.add(kind)
    const answer = await page.goto(path)
    if (answer?.status() !== 200) faults.push(`${path} answered ${answer?.status()}`)
    for (const fault of [...(await accessibilityFaults(page)), ...(await sidewaysFaults(page))])
      faults.push(`${path}: ${fault}`)
    left.push(...(await linksOn(page)))
  }
  expect(seen.size).toBeGreaterThan(1)
  return faults
}

async function signedIn(email: string, screen: "tiny" | "desk"): Promise<Page> {
  const page = await visit(browser, server.url, { screen })
  if (email === "") return page
  await page.goto("/dang-nhap")
  await page.fill("input[name=email]", email)
  await page.fill("input[name=password]", demoPassword)
  await page.click("main button[type=submit]")
  await page.waitForURL((url) => !url.pathname.startsWith("/dang-nhap"))
  return page
}

test.each([
  ["", "tiny", "/"],
  ["vanthu@vpubnd.example", "desk", "/van-ban"],
  ["chuyenvien@soyte.example", "tiny", "/lam-viec"],
  ["daumoi@sotttt.example", "tiny", "/tin-bao"],
  ["anninh@viettel.example", "tiny", "/tin-bao/moi"],
  ["giamdoc@sotttt.example", "tiny", "/lam-viec"],
  ["lanhdao@ubnd.example", "tiny", "/bao-cao"],
  ["quantri@vpubnd.example", "tiny", "/quan-tri/co-quan"],
] as const)(
  "every page that %s (nobody: a visitor) reaches on a %s is there, and axe finds nothing",
  async (email, screen, start) => {
    const page = await signedIn(email, screen)
    expect(await walk(page, [start])).toEqual([])
    await page.context().close()
  },
  240_000,
)
