import { beforeAll, expect, test } from "vitest"
import { freshDatabase } from "../kernel/testing/database.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"
import { bodies } from "../testing/province.ts"
import { groundIn, places, rivalIn } from "./testing/ground.ts"

/** Each critical asset has a plan of protection: who is called, what is done, when it is checked. */
const db = await freshDatabase()
let hub: Hub
let assetPath = ""
const text = async (path: string, who: Hub["lan"]) => (await hub.get(path, who)).text()
const asset = {
  ...{ assetCode: "MAU-0200", name: "Nhà trạm trung tâm", kind: "exchange", areaCode: places.here },
  ...{ criticality: "important", state: "in-use" },
}
const plan = {
  ...{ ownerContact: "Trực mạng, 0300 000 019", policeId: bodies.police.id, committeeId: bodies.district.id },
  ...{ measures: "Khóa hai lớp, chuông về phòng trực", nextCheckOn: "2023-09-18" },
}

beforeAll(async () => {
  hub = await hubOf(db)
  await groundIn(db)
  await rivalIn(db)
  const made = await hub.post("/ha-tang/tai-san/moi", asset, hub.tam)
  assetPath = (made.headers.get("location") ?? "").replace(/\?.*/, "")
})

test("an important asset without a plan waits on its owner's desk; an ordinary one takes none", async () => {
  expect(await text("/lam-viec", hub.tam)).toContain("1 kế hoạch bảo vệ chưa có hoặc đến hạn")
  expect(await text("/ha-tang/bao-ve", hub.tam)).toMatch(/MAU-0200[\s\S]*chưa có kế hoạch/)
  const ordinary = { ...asset, assetCode: "MAU-0201", kind: "bts", criticality: "ordinary" }
  const made = await hub.post("/ha-tang/tai-san/moi", ordinary, hub.tam)
  const path = (made.headers.get("location") ?? "").replace(/\?.*/, "")
  const refused = await hub.post(`${path}/bao-ve`, plan, hub.tam)
  expect([refused.status, (await refused.text()).includes("Chỉ tài sản được ghi là quan trọng")]).toEqual([
    409,
    true,
  ])
})

test("its plan is read by the owner, the police and the committee that it names, and by nobody else", async () => {
  const wrong = await hub.post(`${assetPath}/bao-ve`, { ...plan, policeId: bodies.hub.id }, hub.tam)
  expect([wrong.status, (await wrong.text()).includes("Khóa hai lớp")]).toEqual([422, true])
  expect((await hub.post(`${assetPath}/bao-ve`, plan, hub.tam)).status).toBe(303)
  for (const who of [hub.tam, hub.son, hub.huyen])
    expect(await text(assetPath, who)).toContain("Khóa hai lớp")
  for (const who of [hub.minh, hub.van, hub.ngoai]) {
    expect(await text(assetPath, who)).not.toMatch(/Khóa hai lớp|0300 000 019|chưa có kế hoạch/)
    expect(await text("/ha-tang/bao-ve", who)).not.toContain("MAU-0200")
  }
})

test("a week before the check it waits on the desks of all three, and no more once it was checked", async () => {
  for (const who of [hub.tam, hub.son, hub.huyen])
    expect(await text("/lam-viec", who)).toContain("1 kế hoạch bảo vệ chưa có hoặc đến hạn")
  expect(await text("/lam-viec", hub.minh)).not.toContain("kế hoạch bảo vệ")
  const check = { on: "2023-09-14", note: "Khóa tốt", nextCheckOn: "2023-09-10" }
  expect((await hub.post(`${assetPath}/da-kiem-tra`, check, hub.tam)).status).toBe(422)
  const done = await hub.post(`${assetPath}/da-kiem-tra`, { ...check, nextCheckOn: "2023-12-14" }, hub.tam)
  expect(done.status).toBe(303)
  expect(await text(assetPath, hub.son)).toContain("Khóa tốt")
  for (const who of [hub.tam, hub.son, hub.huyen])
    expect(await text("/lam-viec", who)).not.toContain("kế hoạch bảo vệ")
})
