import { beforeAll, expect, test } from "vitest"
import { freshDatabase } from "../kernel/testing/database.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"
import { bodies } from "../testing/province.ts"
import { groundIn, otherTelco, places, rivalIn } from "./testing/ground.ts"

/** The page of hot spots: with few incidents it says so, and each reader's figures rest on what that reader sees. */
const db = await freshDatabase()
let hub: Hub
const text = async (path: string, who: Hub["lan"]) => (await hub.get(path, who)).text()
const struck = (owner: string, at: string, kind = "theft") =>
  db.admin(
    `with i as (insert into incidents (body_id, kind, happened_at, entered_at, area_code, trick, owner_ids, origin, made_name, made_by)
     values ($1, $4, $2, $2, $3, 'cut', array[$1::uuid], 'form', 'Mẫu', null) returning id)
     insert into incident_sites (incident_id, what) select id, 'Mất cáp' from i`,
    [owner, at, places.here, kind],
  )

beforeAll(async () => {
  hub = await hubOf(db)
  await groundIn(db)
  await rivalIn(db)
})

test("without an incident the page says so and stands; it has no table of noughts", async () => {
  const page = await text("/ha-tang/diem-nong", hub.minh)
  expect(page).toContain("Không có sự cố nào trong 12 tháng qua")
  expect(page).not.toContain("<table")
})

test("with few it says that they are too few to compare, and marks the rate; by months and seasons nought is shown as nought", async () => {
  const asset = { kind: "fibre", areaCode: places.here, criticality: "ordinary", state: "in-use" }
  for (const code of ["TUYEN-1", "TUYEN-2"])
    await hub.post("/ha-tang/tai-san/moi", { ...asset, assetCode: code, name: code }, hub.tam)
  await struck(bodies.telco.id, "2023-06-04T01:00:00+07:00")
  await struck(bodies.telco.id, "2023-08-09T01:00:00+07:00", "disaster")
  await struck(otherTelco, "2023-08-10T01:00:00+07:00")
  const page = await text("/ha-tang/diem-nong", hub.minh)
  for (const said of [
    "3 sự cố trong 12 tháng qua",
    "Chỉ 3 sự cố: đọc từng sự cố",
    "số nhỏ",
    "07/2023",
    "mùa mưa",
  ])
    expect(page).toContain(said)
  // Three incidents on two assets.
  expect(page).toMatch(/xã Mẫu[\s\S]*150/)
})

test("an operator's figures are of its own incidents and assets; the kind and the window narrow them", async () => {
  expect(await text("/ha-tang/diem-nong", hub.tam)).toContain("2 sự cố trong 12 tháng qua")
  expect(await text("/ha-tang/diem-nong?loai=disaster", hub.minh)).toContain("1 sự cố trong 12 tháng qua")
  await struck(bodies.telco.id, "2022-02-01T01:00:00+07:00")
  expect(await text("/ha-tang/diem-nong?thang=24", hub.minh)).toContain("4 sự cố trong 24 tháng qua")
  expect(await text("/ha-tang/diem-nong?thang=7", hub.minh)).toContain("3 sự cố trong 12 tháng qua")
})

test("which route was struck is named to its owner and the police, and to nobody who sees only the commune", async () => {
  await db.admin(
    `insert into incident_assets (incident_id, asset_id) select i.id, s.asset_id from incidents i, asset_sites s
     where s.code = 'TUYEN-1' and i.happened_at = '2023-06-04T01:00:00+07:00'`,
  )
  for (const who of [hub.tam, hub.son]) expect(await text("/ha-tang/diem-nong", who)).toContain("TUYEN-1")
  expect(await text("/ha-tang/diem-nong", hub.minh)).not.toContain("TUYEN-1")
})
