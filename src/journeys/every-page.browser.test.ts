import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { createApp } from "../app.ts"
import { demoPassword } from "../demo/people.ts"
import { demoHouse } from "../demo/testing.ts"
import { accessibilityFaults, sidewaysFaults } from "../kernel/testing/browser.ts"
import { siteFor } from "../kernel/testing/site.ts"

/**
 * Everybody of the demo follows every kind of link they can see, as far as it goes. Each page must be there, pass axe
 * and fit its screen. Two addresses that differ only in a record or in the values of a filter are one kind.
 */
const { house } = await demoHouse()
const site = siteFor(() => createApp(house))

const pagesMax = 60
const download =
  /\.(?:csv|xlsx|pdf|docx|ics|json|zip|svg|png|p12)$|\/ban-goc$|\/minh-chung\/|^\/api\/|\/assets\/|\/feeds\//

function kindOf(path: string): string {
  const url = new URL(path, site.url)
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
    .filter((href) => href.startsWith(`${site.url}/`))
    .map((href) => href.slice(site.url.length).replace(/#.*$/, ""))
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
  if (email === "") return site.visit({ screen })
  return site.signIn({ email, password: demoPassword }, { screen })
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
