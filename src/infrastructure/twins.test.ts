import { beforeAll, describe, expect, test } from "vitest"
import { searchPath } from "../kernel/search/paths.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"
import { bodies } from "../testing/province.ts"
import { groundIn, places } from "./testing/ground.ts"

/** One theft told by the operator and by the commune; and what an officer finds of it who looks for anything. */
const db = await freshDatabase()
let hub: Hub
const ids = { operator: "", commune: "", far: "", later: "" }
beforeAll(async () => {
  hub = await hubOf(db)
  await groundIn(db)
  const told = async (body: string, at: string, area: string, cell: number, what: string) => {
    const { rows } = await db.admin(
      `with i as (insert into incidents (body_id, kind, happened_at, entered_at, area_code, cell_lat, cell_lon, trick, owner_ids, origin, made_name, made_by)
       values ($1, 'theft', $2, $2, $3, $4, 10606, 'cut', $6::uuid[], 'form', 'Mẫu', null) returning id),
       s as (insert into incident_sites (incident_id, what) select id, $5 from i) select id from i`,
      [body, at, area, cell, what, body === bodies.telco.id ? [body] : []],
    )
    return String(rows[0].id)
  }
  const { here, there } = places
  ids.operator = await told(bodies.telco.id, "2023-09-14T01:40:00+07:00", here, 2_072, "Mất dây ở ngõ Kín")
  ids.commune = await told(bodies.district.id, "2023-09-14T02:15:00+07:00", here, 2_073, "Dân báo mất dây")
  ids.far = await told(bodies.telco.id, "2023-09-14T02:00:00+07:00", there, 2_090, "Trạm khác")
  ids.later = await told(bodies.telco.id, "2023-09-12T02:00:00+07:00", here, 2_072, "Hai đêm trước")
})
const at = (id: string) => `/ha-tang/su-co/${id}`
const text = async (path: string, who: Hub["lan"]) => (await hub.get(path, who)).text()
const find = (q: string, who: Hub["lan"]) => text(`${searchPath}?${new URLSearchParams({ q })}`, who)

describe("an officer who looks for anything", () => {
  test("finds an incident by its number or commune, and an asset by its code, where the list shows them", async () => {
    const asset = { kind: "bts", areaCode: places.here, criticality: "ordinary", state: "in-use" }
    await hub.post(
      "/ha-tang/tai-san/moi",
      { ...asset, assetCode: "KIN-0117", name: "Trạm sau trường" },
      hub.tam,
    )
    expect(await find("xa mau", hub.son)).toContain(at(ids.operator))
    expect(await find("KIN-0117", hub.son)).toMatch(/TS-\d{5} · KIN-0117/)
    expect(await text("/ha-tang?tim=ngo+kin", hub.son)).toContain(at(ids.operator))
  })

  test("finds nothing by words and codes that are closed to them", async () => {
    expect(await find("ngõ Kín", hub.son)).toContain(at(ids.operator))
    for (const who of [hub.minh, hub.thu, hub.ngoai]) {
      expect(await find("ngõ Kín", who)).not.toContain(at(ids.operator))
      expect(await find("KIN-0117", who)).not.toMatch(/TS-\d{5}/)
    }
    expect(await find("xã Mẫu", hub.ngoai)).not.toContain(at(ids.operator))
  })
})

describe("a theft told twice", () => {
  test("each page shows the other with its reasons, and neither another place nor another night", async () => {
    const page = await text(at(ids.commune), hub.huyen)
    for (const said of ["Có thể là cùng một sự cố", "cách nhau 35 phút", "cùng loại", at(ids.operator)])
      expect(page).toContain(said)
    for (const other of [ids.far, ids.later]) expect(page).not.toContain(at(other))
    expect(await text(at(ids.operator), hub.tam)).not.toContain("Có thể là cùng một sự cố")
  })

  test("one press joins them: the second ends as a duplicate, both histories say so, nothing is lost", async () => {
    expect((await hub.post(`${at(ids.commune)}/gop`, { into: ids.far }, hub.huyen)).status).toBe(409)
    const goods = { what: "Dây đồng", amount: "3 m", recoveredOn: "2023-09-14", keptAt: "Kho UBND" }
    expect((await hub.post(`${at(ids.commune)}/tang-vat`, goods, hub.huyen)).status).toBe(303)
    const holds = await hub.post(`${at(ids.commune)}/gop`, { into: ids.operator }, hub.huyen)
    expect([holds.status, (await holds.text()).includes("ghép chiều ngược lại")]).toEqual([409, true])
    await db.admin("delete from incident_goods")
    const joined = await hub.post(`${at(ids.commune)}/gop`, { into: ids.operator }, hub.huyen)
    expect(joined.headers.get("location")).toBe(`${at(ids.operator)}?xong=1`)
    expect(await text(at(ids.operator), hub.son)).toContain("Một sự cố trùng được gộp vào đây")
    const ended = await text(at(ids.commune), hub.son)
    for (const said of ["Trùng, đã gộp vào sự cố khác", "đã bỏ", "Dân báo mất dây"])
      expect(ended).toContain(said)
    expect(await text(at(ids.operator), hub.son)).not.toContain("Có thể là cùng một sự cố")
  })
})
