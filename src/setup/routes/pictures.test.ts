/** The crest and the boundaries: with the set-up, by `setup.json`, and changed later by whoever keeps the chart. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import sharp from "sharp"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { signInAs } from "../../accounts/testing.ts"
import { createApp } from "../../app.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { completeSetup } from "../actions/complete.ts"
import { makeLink } from "../actions/links.ts"
import { picturesBeside } from "../beside.ts"
import { asPages } from "../domain/plan.ts"
import { exampleSetup } from "../example.ts"
import { paths } from "../paths.ts"

// Communes are those since 1 July 2025.
const db = await freshDatabase({ clock: { now: () => new Date("2026-11-20T02:00:00Z") } })
const house = houseOf(db, { province: null })
const app = createApp(house)
const { setup } = asPages(exampleSetup())
const [first, second] = setup.units.list
const square = (lon: number) => [
  [lon, 22],
  [lon + 0.1, 22],
  [lon + 0.1, 22.1],
  [lon, 22.1],
  [lon, 22],
]
const feature = (ma: string, lon: number) => ({
  type: "Feature",
  properties: { ma },
  geometry: { type: "Polygon", coordinates: [square(lon)] },
})
const boundaries = JSON.stringify({
  type: "FeatureCollection",
  features: [feature(first?.code ?? "", 105), feature("Xã Lạ", 105.1)],
})
const picture = (format: "png" | "jpeg") =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: "#a8281c" } })
    .toFormat(format)
    .toBuffer()

const headers = (cookie: string) => ({ "sec-fetch-site": "same-origin", cookie })
const send = (path: string, cookie: string, bytes: Uint8Array | string, name: string) => {
  const body = new FormData()
  body.append("file", new File([Buffer.from(bytes)], name))
  return app.request(path, { method: "POST", headers: headers(cookie), body })
}
const post = (path: string, cookie: string, fields: Record<string, string> = {}) =>
  app.request(path, { method: "POST", headers: headers(cookie), body: new URLSearchParams(fields) })
const get = async (path: string, cookie = "") => (await app.request(path, { headers: { cookie } })).text()
const hiddenIn = (html: string) =>
  (/name="outlines" value="([^"]*)"/.exec(html)?.[1] ?? "").replaceAll("&quot;", '"')

describe("in the set-up", () => {
  let cookie = ""
  beforeAll(async () => {
    const begun = await post(paths.begin((await makeLink(house)) ?? ""), "")
    cookie = (begun.headers.get("set-cookie") ?? "").split(";")[0] ?? ""
    await post(paths.step("province"), cookie, { code: setup.province.code })
  })
  test("a crest is drawn anew and shown, an SVG is refused with how to put it right", async () => {
    const path = paths.picture("setup", "crest")
    const svg = await send(path, cookie, "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "c.svg")
    expect([svg.status, await svg.text()]).toEqual([422, expect.stringContaining("Xuất huy hiệu thành PNG")])
    expect((await send(path, cookie, await picture("jpeg"), "c.jpg")).status).toBe(303)
    const shown = await app.request(paths.setupCrestFile, { headers: { cookie } })
    const { format, width } = await sharp(Buffer.from(await shown.arrayBuffer())).metadata()
    expect([format, width]).toEqual(["png", 192])
    expect((await app.request(paths.setupCrestFile)).status).toBe(410)
  })
  test("boundaries are previewed before they are used: how many communes have one, which have none, which features fit none", async () => {
    const path = paths.picture("setup", "outlines")
    const html = await (await send(path, cookie, boundaries, "r.geojson")).text()
    expect(html).toMatch(/1 trong \d+ xã, phường có ranh giới/)
    expect(html).toContain("1 vùng trong tệp không khớp xã, phường nào")
    expect(html).toContain("Xã Lạ")
    expect(html).toContain(`<li>${second?.kind} ${second?.name}</li>`)
    const kept = await post(paths.pictureUse("setup", "outlines"), cookie, { outlines: hiddenIn(html) })
    expect(kept.headers.get("location")).toBe(paths.step("units"))
    expect(await get(path, cookie)).toContain("Đang vẽ 1 xã, phường, đặc khu.")
  })
  test("what a page carried on is taken only as this program draws it, of communes of the province", async () => {
    const path = paths.pictureUse("setup", "outlines")
    const shape = { code: "99999", name: "x", path: "M0 0l1 1 1 1 1 1z", at: [0, 0] }
    for (const outlines of [
      "không phải JSON",
      JSON.stringify({ width: 420, height: 9, shapes: [shape] }),
      JSON.stringify({
        width: 420,
        height: 9,
        shapes: [{ ...shape, code: first?.code, path: '"><script>' }],
      }),
    ])
      expect((await post(path, cookie, { outlines })).status).toBe(422)
  })
})

describe("setup.json names both files, beside it", () => {
  const dir = mkdtempSync(join(tmpdir(), "lienphong-setup-"))
  afterAll(() => rmSync(dir, { recursive: true }))
  const beside = (crest: string | null, file: string | null) =>
    picturesBeside(join(dir, "setup.json"), { setup, crest, boundaries: file })
  test("a refusal names the pointer of the key and says why", async () => {
    writeFileSync(join(dir, "sai.json"), "{}")
    expect(await beside("khong-co.png", null)).toEqual({
      issues: [{ pointer: "/province/crest", message: expect.stringContaining("khong-co.png") }],
    })
    expect(await beside(null, "sai.json")).toEqual({
      issues: [{ pointer: "/units/boundaries", message: expect.stringContaining("FeatureCollection") }],
    })
  })
  test("they are there from the first page on: the crest at its head, the communes on the leader's map", async () => {
    writeFileSync(join(dir, "huy-hieu.png"), await picture("png"))
    writeFileSync(join(dir, "ranh-gioi.geojson"), boundaries)
    const pictures = await beside("huy-hieu.png", "ranh-gioi.geojson")
    if ("issues" in pictures) throw new Error(JSON.stringify(pictures.issues))
    expect((await completeSetup(house, setup, "file", pictures)).at).toBe("done")
    expect(await get("/")).toMatch(/<img class="crest" src="\/huy-hieu\.png\?v=[0-9a-f]{12}"/)
    expect((await app.request("/huy-hieu.png")).headers.get("content-type")).toBe("image/png")
    const bodySlug = (await db.admin("select slug from bodies where keeps_chart")).rows[0].slug
    const { cookie } = await signInAs(db, { bodySlug, role: "leader" })
    const page = await get("/bao-cao", cookie)
    expect(page).toContain('<svg class="map"')
    const file = await get("/bao-cao/ban-do.svg", cookie)
    expect(file).toContain(`${first?.kind} ${first?.name}: `)
    expect(file).toContain("do quản trị của tỉnh đưa vào")
  })
})

describe("later, among the settings", () => {
  const at = (bodies: string) =>
    db
      .admin(`select slug from bodies where ${bodies}`)
      .then(async ({ rows }) => signInAs(db, { bodySlug: rows[0].slug, role: "administrator" }))
  test("an administrator of the body that keeps the chart takes them away and gives others, and the journal has it", async () => {
    const { cookie } = await at("keeps_chart")
    expect(await get(paths.settings, cookie)).toContain("Ranh giới: 1 xã, phường, đặc khu")
    expect((await post(paths.pictureNone("settings", "outlines"), cookie)).status).toBe(303)
    expect(house.outlines).toBeNull()
    const html = await (
      await send(paths.picture("settings", "outlines"), cookie, boundaries, "r.geojson")
    ).text()
    await post(paths.pictureUse("settings", "outlines"), cookie, { outlines: hiddenIn(html) })
    expect(house.outlines?.shapes).toHaveLength(1)
    expect((await post(paths.pictureNone("settings", "crest"), cookie)).status).toBe(303)
    expect(await get("/")).not.toContain('class="crest"')
    const { rows } = await db.admin(
      "select details ->> 'part' as part from journal where what = 'settings.changed' order by id",
    )
    expect(rows.map(({ part }) => part)).toEqual(["outlines", "outlines", "crest"])
  })
  test("an administrator of another body cannot, not even past the pages", async () => {
    const other = await at("is_lead")
    const path = paths.pictureNone("settings", "outlines")
    expect((await post(path, other.cookie)).status).toBe(403)
    expect(house.outlines?.shapes).toHaveLength(1)
  })
})
