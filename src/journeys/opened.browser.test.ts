import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createApp } from "../app.ts"
import {
  openAllDetails,
  openBrowser,
  screens,
  serveForTest,
  sidewaysFaults,
  visit,
} from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { signalPaths as paths } from "../signals/index.ts"

/** A citizen with a cheap phone opens all that a form of the portal hides until it is asked for. */
const db = await freshDatabase()
let browser: Browser
let server: Awaited<ReturnType<typeof serveForTest>>

beforeAll(async () => {
  server = await serveForTest(createApp(houseOf(db)))
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

const forms = [paths.reportMoney, paths.reportIdentifier, paths.reportInfrastructure, paths.reportOther]

test.each([...forms, paths.follow, "/khoa-ky"])(
  "%s is no wider than any screen once its files and the rest are opened",
  async (path) => {
    const page = await visit(browser, server.url, { screen: "tiny" })
    expect((await page.goto(path))?.status()).toBe(200)
    await openAllDetails(page)
    for (const screen of ["tiny", "phone", "desk"] as const) {
      await page.setViewportSize(screens[screen])
      expect({ screen, faults: await sidewaysFaults(page) }).toEqual({ screen, faults: [] })
    }
    await page.context().close()
  },
)
