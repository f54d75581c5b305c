import { beforeAll, describe, expect, test } from "vitest"
import { freshDatabase } from "../kernel/testing/database.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"
import { bodies } from "../testing/province.ts"
import { paths } from "./paths.ts"
import { groundIn } from "./testing/ground.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
  await groundIn(db)
})

const list = "mã,tên,loại,xã\nMAU-0201,Trạm ngoài đê,BTS,xã Mẫu\nMAU-0202,Tủ cáp chợ,tủ cáp,xã Mẫu\n"
async function preview(name = "tai-san.csv", text = list) {
  const body = new FormData()
  body.append("file", new Blob([text]), name)
  const headers = { cookie: hub.tam.cookie, "sec-fetch-site": "same-origin" }
  const answer = await hub.app.request(paths.importing, { method: "POST", body, headers })
  const page = await answer.text()
  const carried = /name="drafts" value="([^"]*)"/.exec(page)?.[1] ?? ""
  return { status: answer.status, page, drafts: carried.replaceAll("&quot;", '"') }
}
const take = (drafts: string) => hub.post(paths.importTaking, { fileName: "tai-san.csv", drafts }, hub.tam)
const kept = async () =>
  (await db.admin("select code from asset_sites order by code")).rows.map(({ code }) => code)

test("an operator's list is taken whole once; a second time nothing of it is, and taken back whole it is gone", async () => {
  const { drafts } = await preview()
  expect((await take(drafts)).status).toBe(303)
  expect(await kept()).toEqual(["MAU-0201", "MAU-0202"])
  // The same answer sent again from a tab that was left open.
  expect((await take(drafts)).status).toBe(409)
  expect(await kept()).toHaveLength(2)
  expect((await db.admin("select from asset_imports")).rowCount).toBe(1)
  expect((await preview()).drafts).toBe("")
  const { rows } = await db.admin("select id from asset_imports")
  expect((await hub.post(paths.importUndo(String(rows[0]?.id)), {}, hub.tam)).status).toBe(303)
  expect(await kept()).toEqual([])
})

test("a list that is taken back leaves the asset for which a plan of protection was written since", async () => {
  await take((await preview()).drafts)
  await db.admin(
    `insert into asset_protections (asset_id, body_id, owner_contact, police_id, committee_id, measures, next_check_on, changed_name)
     select asset_id, body_id, 'Trực mạng', $1::uuid, $2::uuid, 'Khóa hai lớp', '2023-12-14', 'Mẫu' from asset_sites where code = 'MAU-0202'`,
    [bodies.police.id, bodies.district.id],
  )
  const { rows } = await db.admin("select id from asset_imports where undone_at is null")
  expect((await hub.post(paths.importUndo(String(rows[0]?.id)), {}, hub.tam)).status).toBe(303)
  expect(await kept()).toEqual(["MAU-0202"])
})

describe("a file of points and lines", () => {
  const kml = `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>
    <Folder><name>Tuyến cáp quang</name><Placemark><name>Tuyến ven đê</name>
      <ExtendedData><Data name="mã"><value>MAU-T1</value></Data><Data name="xã"><value>xã Mẫu</value></Data></ExtendedData>
      <LineString><coordinates>106.0611,20.7236,0 106.0642,20.7241,0</coordinates></LineString></Placemark></Folder>
    <Placemark><name>Trạm lạc</name><ExtendedData><Data name="loại"><value>BTS</value></Data><Data name="xã"><value>xã Mẫu</value></Data></ExtendedData>
      <Point><coordinates>20.7236,106.0611</coordinates></Point></Placemark></Document></kml>`

  test("in KML is looked at thing by thing, its lines are kept as lines and taken back again", async () => {
    const { page, drafts } = await preview("tuyen.kml", kml)
    for (const said of ["Đối tượng thứ", "tuyến 2 điểm", "bị đổi chỗ"]) expect(page).toContain(said)
    expect(await kept()).not.toContain("MAU-T1")
    expect((await take(drafts)).status).toBe(303)
    const { rows } = await db.admin("select shape from asset_sites where code = 'MAU-T1'")
    expect(rows).toEqual([
      {
        shape: [
          [20.7236, 106.0611],
          [20.7241, 106.0642],
        ],
      },
    ])
    // For whom the place is closed the line is the one cell of its middle; for the owner it leaves as it came.
    const file = async (who: Hub["lan"]) => (await hub.get(paths.assetsFile("kml"), who)).text()
    expect(await file(hub.tam)).toContain(
      "<LineString><coordinates>106.0611,20.7236 106.0642,20.7241</coordinates>",
    )
    const masked = await file(hub.minh)
    expect([masked.includes("LineString"), masked.includes("<Polygon>"), masked.includes("MAU-T1")]).toEqual([
      false,
      true,
      false,
    ])
    const table = await (await hub.get(paths.assetsFile("csv"), hub.minh)).text()
    expect([table.includes("LINESTRING"), table.includes("20.72")]).toEqual([false, false])
  })

  test("in GeoJSON that was exported here comes in again as it went out", async () => {
    const out = await (await hub.get(paths.assetsFile("geojson"), hub.tam)).text()
    const again = await preview("lai.geojson", out.replaceAll("MAU-T1", "MAU-T2"))
    expect(again.page).toContain("Tuyến cáp quang · xã Mẫu · tuyến 2 điểm")
    expect(JSON.parse(again.drafts)).toMatchObject([
      {
        code: "MAU-T2",
        kind: "fibre",
        shape: [
          [20.7236, 106.0611],
          [20.7241, 106.0642],
        ],
      },
    ])
    const line = await db.admin(
      "select import_id as id from assets where id = (select asset_id from asset_sites where code = 'MAU-T1')",
    )
    expect((await hub.post(paths.importUndo(String(line.rows[0]?.id)), {}, hub.tam)).status).toBe(303)
    expect(await kept()).toEqual(["MAU-0202"])
  })

  test.each([
    [
      "a file of this machine",
      "x.kml",
      `<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml>&x;</kml>`,
      422,
      "Dòng 1 của tệp: Tệp KML có khai báo DOCTYPE",
    ],
    ["brackets within brackets", "x.geojson", "[".repeat(500_000), 422, "lồng quá nhiều tầng"],
    ["nine megabytes", "x.geojson", " ".repeat(9_000_000), 422, "nhiều nhất 8 MB"],
    ["twenty megabytes", "x.geojson", " ".repeat(20_000_000), 413, "gửi tệp nhỏ hơn"],
    [
      "things without a name",
      "x.geojson",
      `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"id":7}}]}`,
      422,
      "Không đối tượng nào có tên",
    ],
  ])("that holds %s is refused with the reason and the way out", async (_, name, text, status, sentence) => {
    const { page, status: answered } = await preview(name, text)
    expect([answered, page.includes(sentence)]).toEqual([status, true])
  })
})
