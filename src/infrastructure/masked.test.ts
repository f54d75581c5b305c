import { sql } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import { asOfficer } from "../kernel/db/database.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"
import { bodies } from "../testing/province.ts"
import { groundIn, otherTelco, places, rivalIn } from "./testing/ground.ts"

/** Where a network stands exactly is for its owner, the police and whom the owner shows it; every way out is tried. */
const db = await freshDatabase()
let hub: Hub
let assetPath = ""
let incidentPath = ""

const asset = {
  assetCode: "MAU-0117",
  name: "Trạm sau trường",
  kind: "bts",
  areaCode: places.here,
  lat: "20.72361",
  lon: "106.06114",
  place: "ngõ 5 thôn Kín",
  criticality: "ordinary",
  state: "in-use",
}
const incident = {
  kind: "theft",
  happenedOn: "2023-09-14",
  happenedTime: "01:40",
  assets: asset.assetCode,
  trick: "cut",
  tools: "bolt-cutter",
  taken: "copper-earth",
  what: "Mất dây tiếp địa sau trạm ở ngõ 5 thôn Kín",
  damageVnd: "6.200.000",
  damageBasis: "Đơn giá kho",
}
/** What tells the place. */
const secret = /MAU-0117|sau trường|20[.,]7236|106[.,]0611|thôn Kín/

const at = (answer: Response) => (answer.headers.get("location") ?? "").replace(/\?.*/, "")
async function multipart(path: string, fields: Record<string, string>, who: { cookie: string }) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return hub.app.request(path, {
    method: "POST",
    body,
    headers: { cookie: who.cookie, "sec-fetch-site": "same-origin" },
  })
}

beforeAll(async () => {
  hub = await hubOf(db)
  await groundIn(db)
  await rivalIn(db)
  // The list is kept by officers and clerks.
  assetPath = at(await hub.post("/ha-tang/tai-san/moi", asset, hub.tam))
  incidentPath = at(await multipart("/ha-tang/su-co/moi", incident, hub.tam))
  expect([assetPath, incidentPath].every((one) => one.startsWith("/ha-tang/"))).toBe(true)
})

const outputs = () => [
  "/ha-tang/tai-san",
  "/ha-tang/tai-san?tim=MAU-0117",
  "/ha-tang/tai-san.csv",
  "/ha-tang/tai-san.geojson",
  "/ha-tang/tai-san.kml",
  "/ha-tang/diem-nong",
  "/ha-tang/ban-do",
  "/ha-tang/ban-do/khung.json?khung=106.05,20.71,106.08,20.74",
  "/ha-tang/ban-do/khung.json?lop=su-co&khung=106.05,20.71,106.08,20.74",
  "/ha-tang/bao-ve",
  "/ha-tang/tuan-tra",
  "/ha-tang",
  "/ha-tang/su-co.csv",
  "/ha-tang/su-co/moi",
  assetPath,
  incidentPath,
  "/tim?q=MAU-0117",
]

describe("where it stands exactly", () => {
  test.each([
    ["the lead department", "minh"],
    ["the province's office", "thu"],
    ["another department", "van"],
    ["a department that has to do with nothing here", "ngoai"],
  ] as const)(
    "%s finds no code, name or position in any page, list, file or search",
    async (_who, person) => {
      for (const path of outputs()) {
        const answer = await hub.get(path, hub[person])
        const text = (await answer.text()).replaceAll('value="MAU-0117"', "").replaceAll("MAU-0117”", "")
        expect([path, secret.test(text.replaceAll(/tim=MAU-0117|q=MAU-0117/g, ""))]).toEqual([path, false])
      }
    },
  )

  test("a code that is closed to who asks is as unknown as one that does not exist: no count, no other error", async () => {
    const [closed, none] = await Promise.all(
      ["MAU-0117", "KHONG-CO"].map(async (code) =>
        (await hub.get(`/ha-tang/tai-san?tim=${code}`, hub.minh)).text(),
      ),
    )
    const plain = (html = "") => html.replaceAll(/MAU-0117|KHONG-CO|[0-9a-f]{32,}|opened" value="[^"]*/g, "")
    expect(plain(closed)).toBe(plain(none))
    const told = { ...incident, areaCode: places.here, what: "Thấy dây bị cắt" }
    const [ofClosed, ofNone] = await Promise.all(
      ["MAU-0117", "KHONG-CO"].map((assets) =>
        multipart("/ha-tang/su-co/moi", { ...told, assets }, hub.minh),
      ),
    )
    expect([ofClosed?.status, ofNone?.status]).toEqual([422, 422])
  })

  test("the owner, the police and the committee of the place read the incident whole; the owner and the police the asset", async () => {
    for (const who of [hub.tam, hub.son, hub.huyen])
      expect(await (await hub.get(incidentPath, who)).text()).toContain("thôn Kín")
    for (const who of [hub.tam, hub.son])
      expect(await (await hub.get(assetPath, who)).text()).toContain("MAU-0117")
    expect(await (await hub.get(assetPath, hub.huyen)).text()).not.toMatch(secret)
  })

  test("the lead department sees commune, cell and damage, and after the owner shows it, the place", async () => {
    const before = await (await hub.get(incidentPath, hub.minh)).text()
    for (const seen of ["xã Mẫu", "20,72–20,73", "6.200.000", "Bolt"].slice(0, 3))
      expect(before).toContain(seen)
    expect(before).not.toMatch(secret)
    expect((await hub.post(`${incidentPath}/cho-xem`, { bodies: bodies.hub.id }, hub.minh)).status).not.toBe(
      303,
    )
    expect((await hub.post(`${incidentPath}/cho-xem`, { bodies: bodies.hub.id }, hub.tam)).status).toBe(303)
    expect(await (await hub.get(incidentPath, hub.minh)).text()).toContain("thôn Kín")
  })

  test("a file of shapes holds the point for the owner and the police, the cell for others, and no line of another enterprise's", async () => {
    const shapes = async (who: Hub["lan"]) =>
      JSON.parse(await (await hub.get("/ha-tang/tai-san.geojson", who)).text()).features
    const exact = { type: "Point", coordinates: [106.06114, 20.72361] }
    for (const who of [hub.tam, hub.son]) {
      const [feature] = await shapes(who)
      expect(feature).toMatchObject({ geometry: exact, properties: { code: asset.assetCode, isExact: true } })
    }
    const [cell] = await shapes(hub.minh)
    expect(cell.properties).toMatchObject({ code: null, name: null, place: null, isExact: false })
    expect(cell.geometry).toEqual({
      type: "Polygon",
      coordinates: [
        [
          ...[
            [106.06, 20.72],
            [106.07, 20.72],
            [106.07, 20.73],
          ],
          ...[
            [106.06, 20.73],
            [106.06, 20.72],
          ],
        ],
      ],
    })
    const kml = await (await hub.get("/ha-tang/tai-san.kml", hub.tam)).text()
    expect(kml).toContain("<Point><coordinates>106.06114,20.72361</coordinates></Point>")
  })

  test("another enterprise sees no line of either, whatever it asks the database", async () => {
    const rival = { officerId: "01890000-0000-7000-8000-0000000000c9", bodyId: otherTelco }
    const seen = await asOfficer(db, rival, async (tx) => {
      const counts: number[] = []
      for (const table of [
        "assets",
        "asset_sites",
        "incidents",
        "incident_sites",
        "incident_assets",
        "incident_events",
      ]) {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
          tx,
        )
        counts.push(rows[0]?.n ?? -1)
      }
      return counts
    })
    expect(seen).toEqual([0, 0, 0, 0, 0, 0])
  })

  test("a committee of another place sees nothing of the incident", async () => {
    await db.admin("update bodies set area_code = $1 where id = $2", [places.there, bodies.district.id])
    expect((await hub.get(incidentPath, hub.huyen)).status).toBe(404)
    await groundIn(db)
    await db.admin("update bodies set area_code = $1 where id = $2", [places.here, bodies.district.id])
  })
})

test("a mast of a place is no work of importance for national security, and 303 is named by nothing", async () => {
  const answer = await hub.post(
    "/ha-tang/tai-san/moi",
    { ...asset, assetCode: "MAU-0118", criticality: "national" },
    hub.tam,
  )
  expect([answer.status, (await answer.text()).includes("QĐ 45/2012/QĐ-TTg")]).toEqual([422, true])
  const page = await (await hub.get(incidentPath, hub.son)).text()
  expect(page).toContain("Đ173")
  expect(page).not.toMatch(/Điều 303|Đ303/)
})

test("the same sent again from a device is the same incident", async () => {
  const key = "a".repeat(32)
  const sent = {
    ...incident,
    once: key,
    fieldOfficer: "01890000-0000-7000-8000-0000000000a6",
    deviceAt: "2023-09-14T02:00:00Z",
  }
  const [first, again] = [
    await multipart("/ha-tang/su-co/moi", sent, hub.tam),
    await multipart("/ha-tang/su-co/moi", { ...sent, what: "Đã sửa lại lời" }, hub.tam),
  ]
  expect(at(again)).toBe(at(first))
  const other = await multipart(
    "/ha-tang/su-co/moi",
    { ...sent, once: "b".repeat(32), fieldOfficer: bodies.hub.id },
    hub.tam,
  )
  expect([other.status, (await other.text()).includes("cán bộ khác")]).toEqual([409, true])
})
