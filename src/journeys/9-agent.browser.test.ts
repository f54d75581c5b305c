import { expect, test } from "vitest"
import { courseBySlug } from "../awareness/catalogue.ts"
import { inviteTo, linksOf, openRoundOf, publish } from "../awareness/testing/taught.ts"
import { sidewaysFaults } from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { releaseWarning } from "../sharing/testing/published.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"

/** Journey 9, on a cheap phone, scripts off: a SIM shop that the enterprise invited. */
const db = await freshDatabase()
let hub: Hub
const site = siteFor(async () => {
  hub = await hubOf(db)
  return hub.app
})

test("an agent reads the warning of their place, takes the ten questions, signs the commitment, shows a certificate that verifies and prints the poster", async () => {
  await publish(hub)
  await releaseWarning(db, { title: "Giả danh điện lực", areas: ["xã Lạc Hồng"] })
  const round = await openRoundOf(hub)
  await inviteTo(hub, round, "Tạp hóa Thu\txã Lạc Hồng")
  const [link = ""] = await linksOf(hub, round)
  const page = await site.visit({ screen: "phone", scripts: false })
  await page.goto(link)
  expect(await page.textContent("main")).toContain("Giả danh điện lực")
  expect(await sidewaysFaults(page)).toEqual([])
  await page.locator('form[action$="/bat-dau"] button').click()
  const questions = courseBySlug("ban-sim")?.questions ?? []
  for (let nth = 0; nth < 10; nth += 1) {
    await page.waitForURL("**/cau")
    const id = await page.inputValue("input[name=question]")
    const right = questions.find((one) => one.id === id)?.right
    await page.check(`input[name=answer][value="${right}"]`)
    if (nth === 0) expect(await sidewaysFaults(page)).toEqual([])
    await page.locator("main form button[type=submit]").first().click()
  }
  await page.waitForURL("**/ket-qua")
  expect(await page.textContent("main")).toContain("10/10")
  await page.goto(link)
  await page.fill("input[name=signedName]", "Trần Thị Thu")
  await page.locator('form[action$="/cam-ket"] button').click()
  await page.waitForLoadState()
  expect(await page.textContent("main")).toContain("Trần Thị Thu đã ký")
  expect(await sidewaysFaults(page)).toEqual([])
  for (const sheet of ["chung-chi.pdf", "ap-phich.pdf"]) {
    const answer = await page.request.get(`${link}/${sheet}`)
    expect([answer.status(), (await answer.body()).subarray(0, 5).toString()]).toEqual([200, "%PDF-"])
  }
  const code = /\/hoc\/chung-chi\/([0-9A-Z-]{23})/.exec(await page.content())?.[1] ?? ""
  await page.goto("/hoc/chung-chi")
  await page.fill("input[name=code]", code.toLowerCase())
  await page.locator("main form button[type=submit]").first().click()
  expect(await page.textContent("main")).toContain("Tạp hóa Thu")
  await page.context().close()
})
