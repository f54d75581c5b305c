/** An app with a real browser before it, for the tests of one file. */
import { dirname, join } from "node:path"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, inject, vi } from "vitest"
import { openBrowser, serveForTest, type Visitor, visit, visitAs } from "./browser.ts"
import { rememberShapesIn } from "./shape.ts"

/** A journey of forty pages on a machine that does other work too. */
const patience = { testTimeout: 300_000, hookTimeout: 300_000 }

type App = Parameters<typeof serveForTest>[0]

export type Site = {
  /** Origin, without a slash at its end. Known once the tests run. */
  readonly url: string
  readonly browser: Browser
  /** A visitor who has not signed in. Each call opens a context of its own; the file's end closes those left open. */
  visit(visitor?: Visitor): Promise<Page>
  /** Somebody who has signed in: `cookie` is "name=value", as `signInAs` gives it. */
  visitAs(cookie: string, visitor?: Visitor): Promise<Page>
  /** The same through the sign-in page, left on the page that follows it. */
  signIn(who: { email: string; password: string }, visitor?: Visitor): Promise<Page>
}

/**
 * Call it at the top of a test file. `prepare` fills the file's database before the first test and gives the app to
 * serve. `host` is a name by which the browser reaches this machine; without it the site is at 127.0.0.1. `args`: what the browser is
 * started with besides.
 */
export function siteFor(
  prepare: () => App | Promise<App>,
  { host, args = [] }: { host?: string; args?: readonly string[] } = {},
): Site {
  vi.setConfig(patience)
  rememberShapesIn(join(dirname(inject("keysDir")), "shapes"))
  let served: { url: string; close: () => Promise<void> } | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    served = await serveForTest(await prepare())
    const named = host === undefined ? [] : [`--host-resolver-rules=MAP ${host} 127.0.0.1`]
    browser = await openBrowser([...named, ...args])
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })
  const site: Site = {
    get url() {
      if (served === undefined) throw new Error("the site is served once the tests run")
      return host === undefined ? served.url : served.url.replace("127.0.0.1", host)
    },
    get browser() {
      if (browser === undefined) throw new Error("the browser is open once the tests run")
      return browser
    },
    visit: (visitor) => visit(site.browser, site.url, visitor),
    visitAs: (cookie, visitor) => visitAs(site.browser, site.url, cookie, visitor),
    async signIn({ email, password }, visitor) {
      const page = await site.visit(visitor)
      await page.goto("/dang-nhap")
      await page.fill("input[name=email]", email)
      await page.fill("input[name=password]", password)
      await page.click("main button[type=submit]")
      await page.waitForURL((url) => !url.pathname.startsWith("/dang-nhap"))
      return page
    },
  }
  return site
}
