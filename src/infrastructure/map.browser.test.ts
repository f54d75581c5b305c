import { expect, test } from "vitest"
import { createApp } from "../app.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { hubOf } from "../signals/testing/hub.ts"
import { signedIn } from "../testing/province.ts"
import { groundIn, places } from "./testing/ground.ts"

const db = await freshDatabase()
const site = siteFor(
  async () => {
    const hub = await hubOf(db)
    await groundIn(db)
    const asset = { kind: "bts", areaCode: places.here, criticality: "ordinary", state: "in-use" }
    for (const [code, lat, lon] of [
      ["MAU-0117", "20.72361", "106.06114"],
      ["MAU-0118", "20.72412", "106.06533"],
    ] as const)
      await hub.post("/ha-tang/tai-san/moi", { ...asset, assetCode: code, name: code, lat, lon }, hub.tam)
    return createApp(houseOf(db))
  },
  // Drawn by the processor: a machine that tests has no other.
  { args: ["--enable-unsafe-swiftshader"] },
)

test("the map is moved by keyboard and lists what is in view; whom a place is closed to gets its cell; the policy of the page holds", async () => {
  const { cookie } = await signedIn(db, "tam")
  const page = await site.visitAs(cookie, { screen: "desk" })
  const broken: string[] = []
  page.on("console", (line) => {
    if (line.type() === "error") broken.push(line.text())
  })
  page.on("pageerror", (error) => broken.push(error.message))
  await page.goto("/ha-tang/ban-do")
  await page.locator("[data-map][data-shown]").waitFor()
  await page.getByText("2 trong khung").waitFor()
  expect(await page.locator(".moving-list a").count()).toBe(2)
  await page.locator(".maplibregl-canvas").focus()
  // Each press moves on from where the last one has come to rest.
  for (let press = 0; press < 9; press += 1) {
    await page.keyboard.press("ArrowRight")
    await page.waitForTimeout(500)
  }
  await page.getByText("0 trong khung").waitFor()
  expect(broken).toEqual([])

  const other = await signedIn(db, "minh")
  const guest = await site.visitAs(other.cookie, { screen: "phone" })
  const piece = await guest.request.get("/ha-tang/ban-do/khung.json?khung=106.05,20.71,106.08,20.74")
  const { features } = await piece.json()
  expect(
    features.map(({ geometry }: { geometry: { coordinates: number[] } }) => geometry.coordinates),
  ).toEqual([
    [106.065, 20.725],
    [106.065, 20.725],
  ])
  expect(JSON.stringify(features)).not.toContain("MAU-")
  // Scripts off: the drawing and the table say the same.
  const still = await site.visitAs(cookie, { screen: "phone", scripts: false })
  await still.goto("/ha-tang/ban-do")
  expect(await still.locator("[data-map]").isVisible()).toBe(false)
  expect(await still.locator("svg.map path").count()).toBeGreaterThan(9)
  expect(await still.getByRole("row", { name: /xã Mẫu/ }).textContent()).toContain("2")
})
