import { beforeAll, expect, test } from "vitest"
import { asJob } from "../kernel/db/database.ts"
import { trackText } from "../kernel/field/thin.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"
import { bodies, people } from "../testing/province.ts"
import { eraseTracks } from "./actions/erasing.ts"
import { groundIn, places } from "./testing/ground.ts"

/** The police patrol where cables are stolen: planned from hot spots, logged without network, told as an incident. */
const db = await freshDatabase()
let hub: Hub
let planPath = ""
let patrolPath = ""

const at = (answer: Response) => (answer.headers.get("location") ?? "").replace(/\?.*/, "")
const text = async (path: string, who: Hub["lan"]) => (await hub.get(path, who)).text()
const plan = {
  ...{ name: "Đường đê thôn Kín", areas: places.here, kinds: "bts" },
  ...{ fromOn: "2023-09-01", leaderId: people.cong.id },
}
const minute = (n: number) => Date.parse("2023-09-14T22:30:00+07:00") / 1_000 + 60 * n
const log = () => ({
  planId: planPath.split("/").at(-1) ?? "",
  ...{ beganOn: "2023-09-14", beganTime: "22:30", endedTime: "00:10", track: "" },
  ...{ "d1-asset": "MAU-0117", "d1-outcome": "fine", "d1-time": "22:50" },
  ...{ "d2-outcome": "damaged", "d2-time": "23:40", "d2-note": "Tủ cáp cạnh miếu mất cửa" },
  "d2-point": "20.72361 106.06114",
  note: "Để xe sau nhà văn hóa thôn",
})
const fromDevice = (key: string) => ({
  ...log(),
  ...{ once: key, fieldOfficer: people.cong.id, deviceAt: "2023-09-14T17:12:00Z" },
  track: trackText([
    [20.72, 106.06, minute(-30)],
    [20.721, 106.061, minute(1)],
    [20.723, 106.062, minute(50)],
    [20.724, 106.064, minute(99)],
    [20.73, 106.07, minute(160)],
  ]),
})

beforeAll(async () => {
  hub = await hubOf(db)
  await groundIn(db)
  const asset = { kind: "bts", areaCode: places.here, criticality: "ordinary", state: "in-use" }
  for (const code of ["MAU-0117", "MAU-0118"])
    await hub.post("/ha-tang/tai-san/moi", { ...asset, assetCode: code, name: code }, hub.tam)
  for (const day of ["2023-06-03", "2023-07-09", "2023-08-20"])
    await db.admin(
      `with i as (insert into incidents (body_id, kind, happened_at, area_code, trick, owner_ids, origin, made_name, made_by)
       values ($1, 'theft', $2, $3, 'cut', array[$1::uuid], 'form', 'Mẫu', null) returning id)
       insert into incident_sites (incident_id, what) select id, 'Mất dây' from i`,
      [bodies.telco.id, `${day}T01:00:00+07:00`, places.here],
    )
  planPath = at(await hub.post("/ha-tang/tuan-tra/moi", plan, hub.cong))
  patrolPath = at(await hub.post("/ha-tang/tuan-tra/ghi", fromDevice("a".repeat(32)), hub.cong))
  expect([planPath, patrolPath].every((path) => path.startsWith("/ha-tang/tuan-tra/"))).toBe(true)
})

test("how often is proposed from what happened there, and what was seen and what is left is counted by commune and class", async () => {
  expect(await text("/ha-tang/tuan-tra", hub.cong)).toMatch(/xã Mẫu[\s\S]*số nhỏ/)
  const page = await text(planPath, hub.cong)
  for (const said of ["4 lượt mỗi tháng (đề nghị 4)", "1/4 lượt", "1/2", "MAU-0118", "chưa xem lần nào"])
    expect(page).toContain(said)
  expect(page).not.toContain("MAU-0117</a>")
})

test("a path is kept from the beginning to the end of the patrol, for the team and its leader alone", async () => {
  const own = await text(patrolPath, hub.cong)
  expect(own).toContain("<polyline")
  expect(own).toContain("3 điểm, đã rút gọn trên máy")
  // Their own head, who is in no team, and who oversees the field: the log, and no path of people.
  for (const who of [hub.son, hub.lan, hub.minh]) {
    const page = await text(patrolPath, who)
    expect(page).toContain("Đường đê thôn Kín")
    expect(page).not.toContain("<polyline")
  }
  expect(await text(patrolPath, hub.son)).toMatch(/Tủ cáp cạnh miếu[\s\S]*Để xe sau nhà văn hóa/)
  expect(await text(patrolPath, hub.lan)).not.toMatch(/Tủ cáp cạnh miếu|Để xe sau|20[.,]7236|MAU-0117/)
  // Coverage is counted from the points: who may not see those reads no nought.
  const overseen = await text(planPath, hub.lan)
  expect(overseen).toContain("Đã xem những gì là tính từ các điểm")
  expect(overseen).not.toMatch(/>\s*0\/2/)
  for (const who of [hub.tam, hub.huyen, hub.ngoai]) {
    expect((await hub.get(patrolPath, who)).status).toBe(404)
    expect((await hub.get(planPath, who)).status).toBe(404)
  }
  const { rows } = await db.admin("select what from journal where what = 'patrol.track-read'")
  expect(rows).toHaveLength(1)
})

test("only who is of the team logs a patrol; the same sent again is the same one", async () => {
  const other = { ...fromDevice("b".repeat(32)), fieldOfficer: people.son.id }
  const refused = await hub.post("/ha-tang/tuan-tra/ghi", other, hub.son)
  expect([refused.status, (await refused.text()).includes("bạn không có tên trong đội")]).toEqual([422, true])
  const again = await hub.post("/ha-tang/tuan-tra/ghi", fromDevice("a".repeat(32)), hub.cong)
  expect(at(again)).toBe(patrolPath)
})

test("a log that cannot be right comes back with all that was typed and what to put right at each point", async () => {
  const wrong = { ...log(), "d1-asset": "MAU-9999", "d1-time": "05:00", "d2-note": "", "d3-note": "Lạ" }
  const answer = await hub.post("/ha-tang/tuan-tra/ghi", wrong, hub.cong)
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain("Chọn điều đã thấy ở điểm này")
  const chosen = { ...wrong, "d3-outcome": "fine" }
  const second = await (await hub.post("/ha-tang/tuan-tra/ghi", chosen, hub.cong)).text()
  for (const said of ["Không có tài sản mã này", "Ghi thấy gì", "MAU-9999", "05:00"])
    expect(second).toContain(said)
})

test("what was found becomes an incident by one press, once, with place, time and words", async () => {
  const point = /name="point" value="([0-9a-f-]{36})"/.exec(await text(patrolPath, hub.cong))?.[1] ?? ""
  const told = { point, kind: "theft", trick: "break-in" }
  expect((await hub.post(`${patrolPath}/bao-su-co`, told, hub.tam)).status).toBe(404)
  const answer = await hub.post(`${patrolPath}/bao-su-co`, told, hub.cong)
  const incident = await text(at(answer), hub.cong)
  for (const said of ["Trộm cắp", "xã Mẫu", "Tủ cáp cạnh miếu mất cửa", "20.72361", "23:40"])
    expect(incident).toContain(said)
  expect(await text(patrolPath, hub.cong)).toMatch(/đã báo: SC-\d{5}/)
  expect((await hub.post(`${patrolPath}/bao-su-co`, told, hub.cong)).status).toBe(409)
})

test("paths are erased after the months that the lead department's head sets; the log stays", async () => {
  const erase = () => asJob(db, "patrols.erase-tracks", eraseTracks)
  const tracks = async () => (await db.admin("select from patrol_tracks")).rowCount
  expect((await hub.post("/ha-tang/tuan-tra/thoi-han", { months: "1" }, hub.son)).status).toBe(409)
  expect((await hub.post("/ha-tang/tuan-tra/thoi-han", { months: "2" }, hub.lan)).status).toBe(303)
  expect(await text("/ha-tang/tuan-tra", hub.cong)).toContain("được xóa sau 2 tháng")
  await db.admin("update patrol_tracks set recorded_at = recorded_at - interval '59 days'")
  await erase()
  expect(await tracks()).toBe(1)
  await db.admin("update patrol_tracks set recorded_at = recorded_at - interval '5 days'")
  await erase()
  await erase()
  expect(await tracks()).toBe(0)
  const page = await text(patrolPath, hub.cong)
  expect(page).toContain("MAU-0117")
  expect(page).not.toContain("<polyline")
})

test("a point without an asset is tied to none, also beside one whose code is closed to the body", async () => {
  const own = { ...plan, name: "Đường của Sở", leaderId: people.minh.id }
  const planId =
    at(await hub.post("/ha-tang/tuan-tra/moi", own, hub.minh))
      .split("/")
      .at(-1) ?? ""
  const { rows: assets } = await db.admin(
    "select lpad(number::text, 5, '0') as number from assets order by number",
  )
  const given = { ...log(), planId, "d1-asset": `TS-${assets[0]?.number}` }
  const logged = at(await hub.post("/ha-tang/tuan-tra/ghi", given, hub.minh))
  const { rows } = await db.admin(
    "select asset_id is not null as tied from patrol_checkpoints where patrol_id = $1 order by position",
    [logged.split("/").at(-1)],
  )
  expect(rows).toEqual([{ tied: true }, { tied: false }])
})

test("a plan that is older than a hundred of other bodies is still offered to its leader", async () => {
  await db.admin(
    `insert into patrol_plans (body_id, name, area_codes, kinds, times_month, proposed, from_on, leader_id, leader_name, made_name)
     select $1::uuid, 'Đường khác ' || n, array[$2::text], array['bts'], 1, 1, '2023-09-01', $3::uuid, 'Mẫu', 'Mẫu' from generate_series(1, 101) n`,
    [bodies.hub.id, places.here, people.minh.id],
  )
  expect(await text("/ha-tang/tuan-tra/ghi", hub.cong)).toContain("Đường đê thôn Kín")
})

test("a plan is changed as places and people do; a patrol that was made stays, and another body changes nothing", async () => {
  const before = await text(patrolPath, hub.cong)
  const changed = { ...plan, name: "Đường đê, đoạn mới", timesMonth: "6", team: people.son.id }
  expect((await hub.post(`${planPath}/sua`, { ...changed, leaderId: people.tam.id }, hub.cong)).status).toBe(
    422,
  )
  expect((await hub.post(`${planPath}/sua`, changed, hub.minh)).status).not.toBe(303)
  expect((await hub.post(`${planPath}/sua`, changed, hub.cong)).status).toBe(303)
  const page = await text(planPath, hub.cong)
  for (const said of ["Đường đê, đoạn mới", "/6 lượt", "Đỗ Văn Sơn"]) expect(page).toContain(said)
  expect((await text(patrolPath, hub.cong)).includes("polyline")).toBe(before.includes("polyline"))
})
