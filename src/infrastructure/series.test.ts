import { beforeAll, expect, test } from "vitest"
import { freshDatabase } from "../kernel/testing/database.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"
import { bodies } from "../testing/province.ts"
import { groundIn, otherTelco, places, rivalIn } from "./testing/ground.ts"

/** The same pair strikes stations of two operators: authorities see it whole, each operator its own, and all are told. */
const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
  await groundIn(db)
  await rivalIn(db)
  const struck = (owner: string, at: string, cell: number) =>
    db.admin(
      `with i as (insert into incidents (body_id, kind, happened_at, entered_at, area_code, cell_lat, cell_lon, trick, tools, taken, owner_ids, origin, made_name, made_by)
       values ($1, 'theft', $2, $2, $3, $4, 10606, 'cut', '{bolt-cutter}', '{copper-earth}', array[$1::uuid], 'form', 'Mẫu', null) returning id)
       insert into incident_sites (incident_id, what) select id, $5 from i`,
      [owner, at, places.here, cell, owner === otherTelco ? "Trạm Kia ở ngõ 9" : "Trạm Mẫu ở ngõ 5"],
    )
  await struck(bodies.telco.id, "2023-09-06T00:40:00+07:00", 2_072)
  await struck(otherTelco, "2023-09-06T02:10:00+07:00", 2_074)
  await struck(bodies.telco.id, "2023-09-09T01:30:00+07:00", 2_070)
  await struck(otherTelco, "2023-09-13T01:00:00+07:00", 2_068)
})
const text = async (path: string, who: Hub["lan"]) => (await hub.get(path, who)).text()

test("the lead department sees one series of two operators with its reasons, and no exact place in it", async () => {
  const list = await text("/ha-tang/chuoi", hub.minh)
  expect(list).toContain("3 đêm, 4 vụ của 2 nhà mạng")
  const path = /\/ha-tang\/chuoi\/tu\/[0-9a-f-]{36}/.exec(list)?.[0] ?? ""
  const page = await text(path, hub.minh)
  for (const said of ["Cùng cách làm: 4/4 vụ", "kìm cộng lực", "UBND huyện Mẫu", "Mạng Kia", "ước đoán"])
    expect(page).toContain(said)
  expect(page).not.toMatch(/ngõ 9|ngõ 5/)
})

test("an operator sees no series of others; the alarm brings it text and places, and its own incidents only", async () => {
  expect(await text("/ha-tang/chuoi", hub.tam)).toContain("Chưa thấy chuỗi vụ nào")
  const list = await text("/ha-tang/chuoi", hub.minh)
  const path = /\/ha-tang\/chuoi\/tu\/[0-9a-f-]{36}/.exec(list)?.[0] ?? ""
  const answer = await hub.post(`${path}/bao-dong`, { alarm: "Canh đêm ở xã Mẫu, gọi 113." }, hub.minh)
  expect(answer.status).toBe(303)
  const alarm = (answer.headers.get("location") ?? "").replace(/\?.*/, "")
  const own = await text(alarm, hub.tam)
  expect(own).toContain("Canh đêm ở xã Mẫu")
  expect(own.match(/\/ha-tang\/su-co\/[0-9a-f-]{36}/g)).toHaveLength(2)
  expect(own).not.toMatch(/Mạng Kia|ngõ 9/)
  expect(await text("/lam-viec", hub.tam)).toContain("báo động chuỗi vụ")
  expect((await hub.post(`${alarm}/da-nhan`, {}, hub.tam)).status).toBe(303)
  expect(await text(alarm, hub.son)).toContain("Viễn thông Mẫu")
  expect(await text("/lam-viec", hub.tam)).not.toContain("báo động chuỗi vụ")
  expect((await hub.get(alarm, hub.ngoai)).status).toBe(404)
})

test("the police make one case of what an alarm showed them, with one press and once; an operator is not offered it", async () => {
  const list = await text("/ha-tang/chuoi", hub.son)
  const alarm = /\/ha-tang\/chuoi\/[0-9a-f-]{36}/.exec(list)?.[0] ?? ""
  expect(await text(alarm, hub.tam)).not.toContain(`${alarm}/mo-vu-viec`)
  expect(await text(alarm, hub.son)).toContain(`${alarm}/mo-vu-viec`)
  const opened = (await hub.post(`${alarm}/mo-vu-viec`, {}, hub.son)).headers.get("location") ?? ""
  expect(opened).toMatch(/^\/vu-viec\/[0-9a-f-]{36}$/)
  const { rows } = await db.admin("select count(*)::int as n from incident_cases where case_id = $1", [
    opened.split("/").at(-1),
  ])
  expect(rows[0].n).toBe(4)
  expect(await text(alarm, hub.son)).not.toContain(`${alarm}/mo-vu-viec`)
  expect((await hub.post(`${alarm}/mo-vu-viec`, { once: "" }, hub.son)).status).toBe(409)
})
