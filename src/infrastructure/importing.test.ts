import { beforeAll, expect, test } from "vitest"
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
async function preview(): Promise<{ page: string; drafts: string }> {
  const body = new FormData()
  body.append("file", new Blob([list]), "tai-san.csv")
  const headers = { cookie: hub.tam.cookie, "sec-fetch-site": "same-origin" }
  const page = await (await hub.app.request(paths.importing, { method: "POST", body, headers })).text()
  const carried = /name="drafts" value="([^"]*)"/.exec(page)?.[1] ?? ""
  return { page, drafts: carried.replaceAll("&quot;", '"') }
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
