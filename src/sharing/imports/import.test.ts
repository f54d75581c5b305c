import { beforeAll, describe, expect, test } from "vitest"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { scamTypes } from "../../signals/index.ts"
import { type Hub, hubOf, once } from "../../signals/testing/hub.ts"
import { bodies, people } from "../../testing/province.ts"
import { paths } from "../paths.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

/** A trick of our catalogue, called by its name as a centre that follows the catalogue would. */
const [{ value: trickSlug, label: trickName } = { value: "", label: "" }] = scamTypes()
const amber = "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421"
const clear = "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487"
const indicator = (n: number, pattern: string, more: object = {}) => ({
  type: "indicator",
  spec_version: "2.1",
  id: `indicator--00000000-0000-4000-8000-00000000000${n}`,
  created: "2023-09-01T00:00:00.000Z",
  modified: "2023-09-01T00:00:00.000Z",
  pattern,
  pattern_type: "stix",
  valid_from: "2023-09-01T00:00:00.000Z",
  object_marking_refs: [amber],
  ...more,
})
const bundle = (...objects: object[]) => JSON.stringify({ type: "bundle", id: "bundle--1", objects })
const phone = "[phone-number:value = '+84951000777']"

async function preview(text: string, source = "Trung tâm Mẫu") {
  const form = new FormData()
  form.set("once", once(Math.floor(Math.random() * 1e9)))
  form.set("source", source)
  form.set("file", new File([text], "tep.json", { type: "application/json" }))
  const answer = await hub.app.request(`http://127.0.0.1${paths.imports}`, {
    method: "POST",
    headers: { cookie: hub.minh.cookie, "sec-fetch-site": "same-origin" },
    body: form,
  })
  const html = await answer.text()
  const field = (name: string) =>
    (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&")
  return { status: answer.status, html, held: field("held"), mark: field("mark") }
}
const take = ({ held, mark }: { held: string; mark: string }) =>
  hub.post(paths.importTake, { held, mark }, hub.minh)
const stored = async (value: string) =>
  (
    await db.admin(
      "select id, state, tlp, audience, origin, origin_name, released_by from shared_indicators where value = $1",
      [value],
    )
  ).rows

describe("a file of another centre", () => {
  test("is shown line by line, with its TLP and what is not taken and why; nothing is written by looking", async () => {
    const { status, html } = await preview(
      bundle(
        indicator(1, phone),
        indicator(2, "[file:size = 1]"),
        indicator(3, "[phone-number:value = '113']"),
        { type: "identity" },
      ),
    )
    expect(status).toBe(200)
    for (const said of [
      "TLP:AMBER",
      "nhận thành bản nháp",
      "/objects/1",
      "mẫu không đọc được",
      "số hoặc trang chính thức",
    ])
      expect(html).toContain(said)
    expect(await stored("+84951000777")).toEqual([])
  })

  test("becomes drafts that keep their source and TLP and are seen by nobody else; taken twice they are there once", async () => {
    const shown = await preview(bundle(indicator(1, phone)))
    expect((await take(shown)).headers.get("location")).toBe(`${paths.imports}?nhan=1-0`)
    expect((await take(await preview(bundle(indicator(1, phone))))).status).not.toBe(500)
    const rows = await stored("+84951000777")
    expect(rows).toMatchObject([
      {
        state: "draft",
        tlp: "amber",
        audience: "chosen",
        origin: "received",
        origin_name: "Trung tâm Mẫu",
        released_by: null,
      },
    ])
    const checked = await (await hub.post("/kiem-tra", { text: "0951000777" })).text()
    expect(checked).not.toContain('class="verdict warned"')
  })

  test("a wallet under its former name, with 84 before its number, is kept as the check asks for it", async () => {
    const wallet = "[user-account:account_type = 'viettelpay' AND user-account:account_login = '84951000778']"
    await take(await preview(bundle(indicator(4, wallet))))
    expect(await stored("viettelmoney:0951000778")).toHaveLength(1)
  })

  test("whose TLP an officer would open is refused, on the page and by the database", async () => {
    const [row] = await stored("+84951000777")
    const id = String(row?.id)
    const answer = await hub.post(
      paths.indicatorForm(id, "sua"),
      { tlp: "clear", audience: "public", confidence: "high", reasons: "Đã xem", validUntil: "2023-12-01" },
      hub.minh,
    )
    expect([answer.status, (await answer.text()).includes("Nơi gửi không cho chia sẻ rộng như vậy")]).toEqual(
      [422, true],
    )
    const minh = { officerId: people.minh.id, bodyId: bodies[people.minh.body].id }
    const byHand = asOfficer(db, minh, (tx) =>
      tx.updateTable("sharedIndicators").set({ tlp: "clear" }).where("id", "=", id).execute(),
    )
    await expect(byHand).rejects.toMatchObject({ constraint: "shared_indicators_within_source_tlp" })
  })

  test("that takes something back takes it back here at once; another source's word does not", async () => {
    const revoked = bundle(indicator(1, phone, { revoked: true }))
    const strange = await preview(revoked, "Nơi khác")
    expect(strange.html).toContain("nguồn đã thu hồi, ở đây không có")
    expect((await take(await preview(revoked))).headers.get("location")).toBe(`${paths.imports}?nhan=0-1`)
    expect(await stored("+84951000777")).toMatchObject([{ state: "refused" }])
  })

  test("that takes back a name under which it gave two numbers takes both back", async () => {
    const given = ["+84951000778", "+84951000779"].map((value) => `[phone-number:value = '${value}']`)
    for (const pattern of given) await take(await preview(bundle(indicator(8, pattern))))
    const revoked = await preview(bundle(indicator(8, given[1] ?? "", { revoked: true })))
    expect((await take(revoked)).headers.get("location")).toBe(`${paths.imports}?nhan=0-2`)
    expect([...(await stored("+84951000778")), ...(await stored("+84951000779"))]).toMatchObject([
      { state: "refused" },
      { state: "refused" },
    ])
  })

  test("in which one line ends on 31 February is told so at that line, and the officer takes the others", async () => {
    const shown = await preview(
      bundle(
        indicator(3, "[phone-number:value = '+84951000666']", { valid_until: "2024-02-31" }),
        indicator(4, "[phone-number:value = '+84951000667']", { valid_until: "2024-01-31" }),
      ),
    )
    expect(shown.html).toContain("ngày không đọc được")
    expect((await take(shown)).headers.get("location")).toBe(`${paths.imports}?nhan=1-0`)
    expect([await stored("+84951000666"), (await stored("+84951000667")).length]).toEqual([[], 1])
  })

  test("of MISP says by its galaxy which trick it is, by its taxonomy how sure, by its sightings how often it was seen: the draft has all three", async () => {
    const attribute = {
      uuid: "01890000-0000-4000-8000-0000000000a1",
      type: "phone-number",
      value: "+84951000661",
      Tag: [{ name: 'admiralty-scale:information-credibility="2"' }],
      Galaxy: [{ type: "lienphong-tricks", GalaxyCluster: [{ value: trickName }] }],
      Sighting: [
        { type: "0", date_sighting: "1693648800" },
        { type: "1", date_sighting: "1693648900" },
      ],
    }
    const [Tag, Attribute] = [
      [{ name: "tlp:green" }, { name: 'misp:confidence-level="unconfident"' }],
      [attribute],
    ]
    const Sighting = [{ type: "0", date_sighting: "1693735200", attribute_uuid: attribute.uuid }]
    const shown = await preview(JSON.stringify({ Event: { uuid: "a", Tag, Attribute, Sighting } }))
    expect(shown.html).toContain(
      "nguồn đã thấy hoạt động 2 lần, gần nhất 03/09/2023; 1 lần có người báo nguồn là nhầm",
    )
    await take(shown)
    const { rows } = await db.admin(
      "select state, tlp, trick, confidence, reasons from shared_indicators where value = '+84951000661'",
    )
    expect(rows).toMatchObject([{ state: "draft", tlp: "green", trick: trickSlug, confidence: 70 }])
    expect(rows[0].reasons).toContain(`nguồn gọi là ${trickName} · nguồn đã thấy hoạt động 2 lần`)
  })

  test("of STIX with sightings of an indicator says them at its line", async () => {
    const seen = {
      type: "sighting",
      sighting_of_ref: indicator(7, "").id,
      count: 3,
      last_seen: "2023-09-02T03:00:00Z",
    }
    const { html } = await preview(bundle(indicator(7, "[phone-number:value = '+84951000662']"), seen))
    expect(html).toContain("nguồn đã thấy hoạt động 3 lần, gần nhất 02/09/2023")
  })

  test("that says TLP:CLEAR still waits for two people here", async () => {
    await take(
      await preview(
        bundle(indicator(5, "[phone-number:value = '+84951000888']", { object_marking_refs: [clear] })),
      ),
    )
    expect(await stored("+84951000888")).toMatchObject([{ state: "draft", tlp: "clear", released_by: null }])
  })

  test("whose preview was changed on the way back is not taken; a broken file says where it broke", async () => {
    const { held, mark } = await preview(bundle(indicator(6, "[phone-number:value = '+84951000999']")))
    expect((await take({ held: held.replace("amber", "clear"), mark })).status).toBe(422)
    expect(await stored("+84951000999")).toEqual([])
    const broken = await preview('{"objects":[1}')
    expect([broken.status, broken.html.includes("JSON hỏng")]).toEqual([422, true])
  })
})
