import { expect, test } from "vitest"
import { createApp } from "../app.ts"
import { openAllDetails, screens, sidewaysFaults } from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { signalPaths as paths } from "../signals/index.ts"

/** A citizen with a cheap phone opens all that a form of the portal hides until it is asked for. */
const db = await freshDatabase()
const site = siteFor(() => createApp(houseOf(db)))

const forms = [paths.reportMoney, paths.reportIdentifier, paths.reportInfrastructure, paths.reportOther]

test.each([...forms, paths.follow, "/khoa-ky"])(
  "%s is no wider than any screen once its files and the rest are opened",
  async (path) => {
    const page = await site.visit({ screen: "tiny" })
    expect((await page.goto(path))?.status()).toBe(200)
    await openAllDetails(page)
    for (const screen of ["tiny", "phone", "desk"] as const) {
      await page.setViewportSize(screens[screen])
      expect({ screen, faults: await sidewaysFaults(page) }).toEqual({ screen, faults: [] })
    }
    await page.context().close()
  },
)
