import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { createApp } from "../app.ts"
import { demoPassword } from "../demo/people.ts"
import { demoHouse } from "../demo/testing.ts"
import { accessibilityFaults, openAllDetails, screens, sidewaysFaults } from "../kernel/testing/browser.ts"
import { siteFor } from "../kernel/testing/site.ts"

/**
 * Everybody of the demo follows every kind of link they can see, as far as it goes. Each page must be there and fit
 * every screen with all that can be opened open; axe reads it on the screen on which that person works. Two addresses
 * that differ only in a record or in a filter are one kind, visited once by each person.
 */
const { house } = await demoHouse()
const site = siteFor(() => createApp(house))

const kindsMax = 60
const download =
  /\.(?:csv|xlsx|pdf|docx|ics|json|zip|svg|png|p12)$|\/ban-goc$|\/minh-chung\/|^\/api\/|\/assets\/|\/feeds\//

/** The way with its records left out, and whether something is asked of it: a list and the same list filtered. */
function kindOf(path: string): string {
  const url = new URL(path, site.url)
  const way = url.pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "·").replace(/\/\d+(?=\/|$)/g, "/#")
  return url.search === "" ? way : `${way}?`
}

async function linksOn(page: Page): Promise<string[]> {
  // A link in a picture (SVG) has no plain address of its own.
  const all = await page
    .locator("a[href]")
    .evaluateAll((links) =>
      links.map((link) => new URL(link.getAttribute("href") ?? "", document.baseURI).href),
    )
  return all
    .filter((href) => href.startsWith(`${site.url}/`))
    .map((href) => href.slice(site.url.length).replace(/#.*$/, ""))
    .filter((path) => !download.test(path.replace(/\?.*$/, "")) && !path.includes("lang="))
}

/** What is wrong with the page as it stands, everything opened. Leaves the screen as `screen`. */
async function faultsOn(page: Page, screen: keyof typeof screens): Promise<string[]> {
  await openAllDetails(page)
  const faults: string[] = []
  for (const other of ["desk", "phone", "tiny"] as const) {
    if (other === screen) continue
    await page.setViewportSize(screens[other])
    faults.push(...(await sidewaysFaults(page)))
  }
  await page.setViewportSize(screens[screen])
  return [...faults, ...(await sidewaysFaults(page)), ...(await accessibilityFaults(page))]
}

async function walk(page: Page, start: string, screen: keyof typeof screens): Promise<string[]> {
  const seen = new Set<string>()
  const faults: string[] = []
  const left = [start]
  for (let path = left.shift(); path !== undefined && seen.size < kindsMax; path = left.shift()) {
    const kind = kindOf(path)
    if (seen.has(kind)) continue
    seen.add(kind)
    const answer = await page.goto(path)
    if (answer?.status() !== 200) faults.push(`${path} answered ${answer?.status()}`)
    left.push(...(await linksOn(page)))
    for (const fault of await faultsOn(page, screen)) faults.push(`${path}: ${fault}`)
  }
  expect(seen.size).toBeGreaterThan(1)
  return faults
}

async function signedIn(email: string, screen: keyof typeof screens): Promise<Page> {
  if (email === "") return site.visit({ screen })
  return site.signIn({ email, password: demoPassword }, { screen })
}

test.each([
  ["", "tiny", "/"],
  ["vanthu@vpubnd.example", "desk", "/van-ban"],
  ["chuyenvien@soyte.example", "tiny", "/lam-viec"],
  ["daumoi@sotttt.example", "tiny", "/tin-bao"],
  ["anninh@viettel.example", "tiny", "/tin-bao/moi"],
  ["giamdoc@sotttt.example", "desk", "/lam-viec"],
  ["lanhdao@ubnd.example", "tiny", "/bao-cao"],
  ["quantri@vpubnd.example", "tiny", "/quan-tri/co-quan"],
] as const)(
  "every page that %s (nobody: a visitor) reaches is there, fits every screen opened, and on a %s axe finds nothing",
  async (email, screen, start) => {
    const page = await signedIn(email, screen)
    expect(await walk(page, start, screen)).toEqual([])
    await page.context().close()
  },
  900_000,
)

test("a page that grows wider than the screen only once something on it is opened is found", async () => {
  const page = await site.visit({ screen: "tiny" })
  await page.goto("/")
  await page.evaluate(() => {
    const wide = '<summary>Thêm ảnh</summary><p style="width: 400px">Rộng</p>'
    document.querySelector("main")?.insertAdjacentHTML("beforeend", `<details>${wide}</details>`)
  })
  expect(await sidewaysFaults(page)).toEqual([])
  expect(await faultsOn(page, "tiny")).not.toEqual([])
  await page.context().close()
})
