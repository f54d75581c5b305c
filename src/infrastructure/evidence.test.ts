import { beforeAll, describe, expect, test } from "vitest"
import { freshDatabase } from "../kernel/testing/database.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"
import { bodies } from "../testing/province.ts"
import { namesWitness } from "./domain/witness.ts"
import { paths } from "./paths.ts"
import { groundIn, otherTelco, places, rivalIn } from "./testing/ground.ts"

/** Two operators are struck in three nights; the police work on it, the committee of the place recovers what was taken. */
const db = await freshDatabase()
let hub: Hub
let ids: string[] = []

beforeAll(async () => {
  hub = await hubOf(db)
  await groundIn(db)
  await rivalIn(db)
  const struck = async (owner: string, at: string, words: string) => {
    const { rows } = await db.admin(
      `with i as (insert into incidents (body_id, kind, happened_at, entered_at, area_code, cell_lat, cell_lon, trick, tools, taken, owner_ids, origin, made_name, made_by, damage_vnd, damage_basis)
       values ($1, 'theft', $2, $2, $3, 2072, 10606, 'cut', '{bolt-cutter}', '{copper-earth}', array[$1::uuid], 'form', 'Mẫu', null, 3000000, 'Đơn giá kho') returning id)
       insert into incident_sites (incident_id, what) select id, $4 from i returning incident_id as id`,
      [owner, at, places.here, words],
    )
    return String(rows[0]?.id)
  }
  ids = [
    await struck(bodies.telco.id, "2023-09-06T00:40:00+07:00", "Trạm Mẫu ở ngõ 5"),
    await struck(otherTelco, "2023-09-09T02:10:00+07:00", "Trạm Kia ở ngõ 9"),
    await struck(otherTelco, "2023-09-13T01:00:00+07:00", "Trạm Kia ở ngõ 8"),
  ]
})
const text = async (path: string, who: Hub["lan"]) => (await hub.get(path, who)).text()
const incident = () => paths.incident(ids[0] ?? "")
const sent = (slug: string, fields: Record<string, string>, who: Hub["lan"]) =>
  hub.post(`${incident()}/${slug}`, fields, who)

describe("a witness", () => {
  const told = {
    saw: "Hai người đi xe máy chở cuộn dây lúc 1 giờ",
    name: "Vũ Thị Chứng",
    contact: "0912 000 111",
  }

  test("is sealed: no table holds the name, and words that would give it away are sent back", async () => {
    const named = await sent("nguoi-lam-chung", { ...told, saw: "Bà Vũ Thị Chứng thấy hai người" }, hub.tam)
    expect([named.status, (await named.text()).includes("có tên, số hoặc địa chỉ")]).toEqual([422, true])
    expect((await sent("nguoi-lam-chung", told, hub.tam)).status).toBe(303)
    const { rows } = await db.admin("select w::text as row from incident_witnesses w")
    expect(rows.map(({ row }) => /Chứng|0912/.test(String(row)))).toEqual([false])
  })

  test("is known to who wrote it and to the police, whom each opening costs a reason that is journaled", async () => {
    for (const who of [hub.huyen, hub.minh])
      expect(await text(incident(), who)).not.toContain("cuộn dây lúc 1 giờ")
    expect(await text(incident(), hub.tam)).toContain("cuộn dây lúc 1 giờ")
    const { rows } = await db.admin("select id from incident_witnesses")
    const witness = String(rows[0]?.id)
    const opened = (who: Hub["lan"], reason: string) => sent("mo-niem-phong", { witness, reason }, who)
    expect((await opened(hub.tam, "muốn biết")).status).toBe(403)
    expect((await opened(hub.cong, "")).status).toBe(422)
    const page = await (await opened(hub.cong, "Lấy lời khai")).text()
    expect([page.includes("Vũ Thị Chứng"), page.includes("0912 000 111")]).toEqual([true, true])
    expect(await text(incident(), hub.cong)).not.toContain("Vũ Thị Chứng")
    const entries = await db.admin("select details from journal where what = 'incident.witness-opened'")
    expect(entries.rows).toHaveLength(1)
    expect(JSON.stringify(entries.rows)).not.toContain("Lấy lời khai")
  })

  test.each([
    ["Người bán nước Vũ Thị Chứng thấy", true],
    ["gọi 0912.000.111 để hỏi", true],
    ["thấy lúc 1 giờ, cột số 12", false],
    ["Vũ Thị Chứngg", false],
  ])("in the words “%s” is named: %s", (words, is) => {
    expect(namesWitness(words, { name: "Vũ Thị Chứng", contact: "0912 000 111" })).toBe(is)
  })

  test.each([
    ["Vũ Thị Chứng bán nước ở đó thấy", true],
    ["Thị Chứng thấy", true],
    ["gọi +84 912 000 111", true],
    ["ở quán nước cổng chợ Mẫu", true],
    ["có bằng chứng là hai cuộn dây", false],
  ])("called “Bà …”, with a number and a place to be met, in the words “%s” is named: %s", (words, is) => {
    const contact = "0912 000 111; quán nước cổng chợ Mẫu"
    expect(namesWitness(words, { name: "Bà Vũ Thị Chứng", contact })).toBe(is)
  })

  test("of one given name is named by it behind a title alone", () => {
    const lan = { name: "chị Lan", contact: "0912 000 111" }
    expect([namesWitness("Chị Lan thấy hai người", lan), namesWitness("leo qua lan can", lan)]).toEqual([
      true,
      false,
    ])
  })
})

test("recovered goods are read by who sees the place, and given back once, by who keeps them", async () => {
  const goods = {
    what: "Dây đồng M50",
    amount: "42 m",
    marks: "in chữ VTM",
    recoveredOn: "2023-09-14",
    keptAt: "Kho UBND",
  }
  expect((await sent("tang-vat", { ...goods, recoveredOn: "2023-12-01" }, hub.huyen)).status).toBe(422)
  expect((await sent("tang-vat", goods, hub.huyen)).status).toBe(303)
  for (const who of [hub.tam, hub.son]) expect(await text(incident(), who)).toContain("Dây đồng M50")
  expect(await text(incident(), hub.minh)).not.toContain("Dây đồng M50")
  const { rows } = await db.admin("select id from incident_goods")
  const back = { thing: String(rows[0]?.id), returnedOn: "2023-09-15", returnedTo: "Viễn thông Mẫu" }
  expect((await sent("tra-lai", back, hub.son)).status).toBe(409)
  expect((await sent("tra-lai", { ...back, returnedOn: "2023-09-01" }, hub.huyen)).status).toBe(422)
  expect((await sent("tra-lai", back, hub.huyen)).status).toBe(303)
  expect(await text(incident(), hub.tam)).toContain("15/09/2023, cho Viễn thông Mẫu")
})

test("one press makes a case of a whole series: each incident's facts as its owner opened them, and no incident in two cases", async () => {
  const list = await text(paths.series, hub.minh)
  const series = /\/ha-tang\/chuoi\/tu\/[0-9a-f-]{36}/.exec(list)?.[0] ?? ""
  await db.admin("update incidents set granted_ids = array[$1::uuid] where id = $2", [bodies.hub.id, ids[0]])
  const opened = await hub.post(`${series}/mo-vu-viec`, {}, hub.minh)
  expect(opened.status).toBe(303)
  const { rows } = await db.admin("select title, summary, kind from cases")
  const summary = String(rows[0]?.summary)
  for (const said of [
    "Chuỗi 3 sự cố",
    "9.000.000",
    "Viễn thông Mẫu",
    "Mạng Kia",
    "Trạm Mẫu ở ngõ 5",
    "Dây đồng M50",
  ])
    expect([said, summary.includes(said)]).toEqual([said, true])
  // What the other operator did not open to the department stays closed, in the file too.
  expect(summary).not.toMatch(/ngõ 9|ngõ 8|Chứng/)
  const exhibits = await db.admin("select title, kind from case_exhibits order by title")
  expect(exhibits.rows).toEqual([
    { title: "Dây đồng M50, 42 m", kind: "thing" },
    { title: "Dữ kiện 3 sự cố của chuỗi", kind: "file" },
  ])
  expect((await db.admin("select from incident_cases")).rowCount).toBe(3)
  const again = await hub.post(`${series}/mo-vu-viec`, {}, hub.minh)
  expect(again.status).toBe(409)
  expect((await db.admin("select from cases")).rowCount).toBe(1)
})

test("goods beyond what a case holds are told in its file and in the incident's history, and nothing of them is lost in silence", async () => {
  const { rows } = await db.admin(
    `with i as (insert into incidents (body_id, kind, happened_at, entered_at, area_code, cell_lat, cell_lon, trick, origin, made_name, made_by)
     values ($1, 'theft', '2023-06-01', '2023-06-01', $2, 2072, 10606, 'cut', 'form', 'Mẫu', null) returning id, number),
     s as (insert into incident_sites (incident_id, what) select id, 'Kho bị phá' from i),
     g as (insert into incident_goods (incident_id, body_id, what, amount, recovered_on, kept_at, by_name)
       select id, $1, 'Cuộn dây ' || n, '1 cuộn', '2023-06-02', 'Kho', 'Mẫu' from i, generate_series(1, 103) n)
     select id from i`,
    [bodies.police.id, places.here],
  )
  const id = String(rows[0]?.id)
  const opened = await hub.post(`${paths.incident(id)}/mo-vu-viec`, {}, hub.son)
  expect(opened.status).toBe(303)
  const held = await db.admin(
    "select kind, count(*)::int as n from case_exhibits e join incident_cases c on c.case_id = e.case_id where c.incident_id = $1 group by 1 order by 1",
    [id],
  )
  expect(held.rows).toEqual([
    { kind: "file", n: 1 },
    { kind: "thing", n: 99 },
  ])
  expect(await text(paths.incident(id), hub.son)).toContain("Còn 4 ảnh, tang vật chưa mang theo: xem sự cố")
})

test("a notice to dealers of scrap goes to the committees of its communes, who say how many they told; no operator reads it", async () => {
  const notice = {
    goods: "Dây đồng M50",
    marks: "in chữ VTM",
    areas: places.here,
    contact: "Trực ban 0912 000 222",
    untilOn: "2023-10-15",
  }
  const start = await text(`${paths.newScrap}?su-co=${ids[0]}`, hub.son)
  expect(start).toContain("dây")
  expect((await hub.post(paths.newScrap, { ...notice, untilOn: "2023-09-01" }, hub.son)).status).toBe(422)
  expect((await hub.post(paths.newScrap, { ...notice, areas: places.there }, hub.huyen)).status).toBe(422)
  const made = await hub.post(paths.newScrap, { ...notice, incidentId: ids[0] ?? "" }, hub.son)
  const path = (made.headers.get("location") ?? "").replace(/\?.*/, "")
  expect(await text("/lam-viec", hub.huyen)).toContain("1 thông báo cho cơ sở thu mua phế liệu")
  const sheet = await text(path, hub.huyen)
  for (const said of [
    "Kính gửi: Các cơ sở thu mua phế liệu trên địa bàn xã Mẫu",
    "Dây đồng M50",
    "0912 000 222",
  ])
    expect(sheet).toContain(said)
  expect(sheet).not.toContain("ngõ 5")
  expect((await hub.post(`${path}/da-pho-bien`, { dealers: "6" }, hub.huyen)).status).toBe(303)
  expect(await text(path, hub.minh)).toContain("UBND huyện Mẫu: 6 cơ sở")
  for (const who of [hub.tam, hub.ngoai]) expect((await hub.get(path, who)).status).toBe(404)
  expect((await hub.post(`${path}/thu-hoi`, {}, hub.huyen)).status).toBe(409)
  expect((await hub.post(`${path}/thu-hoi`, {}, hub.son)).status).toBe(303)
  expect(await text(path, hub.huyen)).toContain("đã thu hồi")
})
