/**
 * A real browser for the tests that need one: the system's Chromium, driven by playwright-core. One browser per test
 * file; each visitor has a context of their own, so nobody inherits another's cookies.
 */
import { existsSync } from "node:fs"
import { serve } from "@hono/node-server"
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core"
import { axeFaults, axePath, axeSource } from "./axe.ts"
import { rememberRead, shapesOf, wasRead } from "./shape.ts"

/** The shell is Chromium without windows: the same engine in about half the processor time, so it comes first. */
const places = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]

/** `CHROMIUM` names another; without any the tests fail and say what to install, they are not skipped. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const path = process.env.CHROMIUM ?? places.find((place) => existsSync(place))
  if (path === undefined) throw new Error("No Chromium found. Install chromium, or set CHROMIUM to its path.")
  const isRoot = process.getuid?.() === 0
  const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
  const still = ["--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"]
  return chromium.launch({
    executablePath: path,
    args: [...quiet, ...still, ...more, ...(isRoot ? ["--no-sandbox"] : [])],
  })
}

export const screens = {
  tiny: { width: 320, height: 640 },
  phone: { width: 360, height: 780 },
  tablet: { width: 768, height: 1024 },
  desk: { width: 1280, height: 900 },
} as const

export type Visitor = {
  screen?: keyof typeof screens
  theme?: "light" | "dark"
  /** False: the page as it is with scripts switched off. */
  scripts?: boolean
  language?: "vi" | "en"
}

/** A visitor with an own context. Close the context when done: `page.context().close()`. */
export async function visit(browser: Browser, baseUrl: string, visitor: Visitor = {}): Promise<Page> {
  const context = await openContext(browser, baseUrl, visitor)
  return context.newPage()
}

/** The same for somebody who has signed in: `cookie` is "name=value", as `signInAs` gives it. */
export async function visitAs(
  browser: Browser,
  baseUrl: string,
  cookie: string,
  visitor: Visitor = {},
): Promise<Page> {
  const page = await visit(browser, baseUrl, visitor)
  const [name = "", value = ""] = cookie.split("=")
  await page.context().addCookies([{ name, value, url: baseUrl }])
  return page
}

async function openContext(browser: Browser, baseUrl: string, visitor: Visitor): Promise<BrowserContext> {
  const options: BrowserContextOptions = {
    baseURL: baseUrl,
    viewport: screens[visitor.screen ?? "desk"],
    colorScheme: visitor.theme ?? "light",
    javaScriptEnabled: visitor.scripts ?? true,
    reducedMotion: "reduce",
    locale: visitor.language === "en" ? "en-GB" : "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
  }
  return browser.newContext(options)
}

/**
 * axe finds nothing: WCAG 2.2 A and AA, and what its authors call good practice. A page whose shape was read in this run
 * and had no fault is not read again (`shape.ts`); an id that stands twice is always looked for. Needs scripts on.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { shapes, twice } = await shapesOf(page)
  const faults = twice.map((id) => `two elements have the id "${id}"`)
  if (shapes.every(wasRead)) return faults
  const found = await axeFaults(page)
  if (found.length === 0) rememberRead(shapes)
  return [...faults, ...found]
}

/** Throws with every fault and its element: also when the page scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  const faults = [...(await accessibilityFaults(page)), ...(await sidewaysFaults(page))]
  if (faults.length > 0) throw new Error(`${page.url()} is not accessible:\n${faults.join("\n")}`)
}

/** Opens every `<details>` of the page at once, also of those of which only one may be open. */
export async function openAllDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) {
      details.removeAttribute("name")
      details.open = true
    }
  })
}

/** Elements that make the page wider than its window (WCAG 1.4.10). */
export async function sidewaysFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    const wide = [...document.querySelectorAll("body *")].filter(
      (one) => one.getBoundingClientRect().right > room + 1,
    )
    const named = wide.slice(0, 5).map((one) => one.outerHTML.slice(0, 160))
    const how = `${document.documentElement.scrollWidth} px in a window of ${room}`
    return (named.length === 0 ? ["no element alone"] : named).map(
      (one) => `wider than the window, ${how}: ${one}`,
    )
  })
}

/** An app on a free port of this machine, for a browser to visit. Beside the app's own addresses it serves axe. */
export async function serveForTest(app: {
  fetch: (request: Request) => Response | Promise<Response>
}): Promise<{ url: string; close: () => Promise<void> }> {
  return new Promise((resolve) => {
    const fetch = (request: Request) =>
      new URL(request.url).pathname === axePath ? axeSource() : app.fetch(request)
    const server = serve({ fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        close: () => new Promise((closed) => server.close(() => closed())),
      }),
    )
  })
}
