import { beforeAll, expect, test } from "vitest"
import { accountPaths } from "../accounts/index.ts"
import { signInAs } from "../accounts/testing.ts"
import { asJob } from "../kernel/db/database.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"
import { bodies, people } from "../testing/province.ts"
import { inspectionDuties } from "./actions/succession.ts"
import { paths } from "./paths.ts"
import { begin, filled, plan, recorded, step, writeShop } from "./testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})
const text = async (at: string, who: Hub["lan"]) => (await hub.get(at, who)).text()

test("the head of a team who leaves hands the check to a colleague, who is its head from then on", async () => {
  const admin = await signInAs(db, {
    bodySlug: "hub",
    role: "administrator",
    email: "quantri@hub.example",
  })
  const at = await plan(hub, await writeShop(hub, { name: "Điểm SIM Bàn Giao" }))
  await begin(hub, at, people.minh.id)
  const handover = accountPaths.postHandover(hub.minh.postId)
  const kept = await hub.post(accountPaths.postEnd(hub.minh.postId), {}, admin)
  expect(kept.headers.get("location")).toBe(handover)
  const page = await text(handover, admin)
  expect(page).toContain("Đoàn kiểm tra đang phụ trách: 1")
  expect(page).toContain("KT-2023-001, đang kiểm tra")
  // An administrator does no casework: the name of the shop is none of theirs.
  expect(page).not.toContain("Bàn Giao")

  const passed = await hub.post(handover, { end: "1", "to-inspections-led": hub.lan.officerId }, admin)
  expect(passed.status).toBe(303)
  const check = await text(at, hub.lan)
  expect(check).toContain("Nguyễn Thị Lan, Trưởng đoàn")
  expect(check).not.toContain("Trần Văn Minh, Trưởng đoàn")
  expect(check).toContain("Bàn giao trưởng đoàn")
  expect((await hub.get(at, hub.minh)).status).not.toBe(200)
})

test("on a reform day a body's checks and register pass whole: the number, the days and what was found stay, the successor goes on with it and a second run changes nothing", async () => {
  const subjectId = await writeShop(hub, { name: "Điểm SIM Sáp Nhập" }, hub.ngoai)
  const at = await plan(hub, subjectId, {}, hub.ngoai)
  const decision = { number: "9/QĐ", decidedOn: "2023-09-14", days: "5", declared: "yes" }
  await step(hub, at, "quyet-dinh", { ...decision, headId: people.ngoai.id }, hub.ngoai)
  await step(hub, at, "duyet", { approvedOn: "2023-09-14" }, hub.ngoai)
  await step(hub, at, "cong-bo", { announcedOn: "2023-09-14" }, hub.ngoai)
  await step(hub, at, "phieu", filled, hub.ngoai)
  // It had asked the body that takes it over to go along, and nobody had answered.
  const asking = `insert into inspection_invitations (inspection_id, body_id, to_body_id, code, subject, matter, planned_on, note, asked_name)
    values ($1, $2, $3, 'KT-2023-001', 'Điểm SIM Sáp Nhập', 'SIM', '2023-09-20', 'Cùng đi', 'Ngô Người Ngoài')`
  await db.admin(asking, [at.split("/").at(-1), bodies.stranger.id, bodies.police.id])
  // The successor has a check of the same year and number of its own.
  const ours = await plan(
    hub,
    await writeShop(hub, { name: "Điểm SIM Có Sẵn" }, hub.son),
    {
      power: "police-check",
    },
    hub.son,
  )
  expect(await text(ours, hub.son)).toContain("KT-2023-001")

  const owed = () => asJob(db, "test", (tx) => inspectionDuties.openDutiesOf(tx, [bodies.stranger.id], 100))
  expect((await owed()).map(({ title }) => title)).toEqual(["Kiểm tra: 1 cuộc, 1 đối tượng trong sổ"])
  const pass = () =>
    asJob(db, "organizations.reform-day", (tx) =>
      inspectionDuties.move(tx, bodies.stranger.id, [bodies.police.id], "move"),
    )
  await pass()
  await pass()
  expect(await owed()).toEqual([])
  const asked = await db.admin("select state, body_id, to_body_id from inspection_invitations")
  expect(asked.rows).toEqual([
    { state: "withdrawn", body_id: bodies.police.id, to_body_id: bodies.police.id },
  ])
  expect((await hub.get(at, hub.ngoai)).status).toBe(404)
  const theirs = await text(at, hub.son)
  for (const kept of [
    "KT-2023-001: Điểm SIM Sáp Nhập",
    "Số 9/QĐ",
    "14 SIM trong ngăn kéo quầy.",
    "Ngô Người Ngoài",
  ])
    expect(theirs).toContain(kept)
  await step(hub, at, "bien-ban", recorded, hub.son)
  expect(await text(paths.subject(subjectId), hub.son)).toContain("Miễn kiểm tra tại chỗ vì tuân thủ tốt")
})

test("a check along which a body was asked passes as well: where the successor was asked too one letter waits, and members whom both sent stay", async () => {
  const asked = async (name: string, state: string) => {
    const id = (await plan(hub, await writeShop(hub, { name }, hub.lan), {}, hub.lan)).split("/").at(-1)
    for (const to of [bodies.stranger.id, bodies.police.id])
      await db.admin(
        `insert into inspection_invitations (inspection_id, body_id, to_body_id, code, subject, matter, planned_on, note, asked_name, state, answered_name, answered_at)
         select $1::uuid, $2::uuid, $3::uuid, 'KT-2023-002', 'Điểm SIM', 'SIM', '2023-09-20', 'Cùng đi', 'Trần Văn Minh', $4::text, a.name, a.at
         from (select case when $4::text = 'accepted' then 'Mẫu' end as name, case when $4::text = 'accepted' then now() end as at) a`,
        [id, bodies.hub.id, to, state],
      )
    return id
  }
  const [waiting, going] = [await asked("Điểm SIM Chờ", "asked"), await asked("Điểm SIM Cùng Đi", "accepted")]
  const owed = () => asJob(db, "test", (tx) => inspectionDuties.openDutiesOf(tx, [bodies.stranger.id], 100))
  expect(await owed()).toHaveLength(1)
  await asJob(db, "organizations.reform-day", (tx) =>
    inspectionDuties.move(tx, bodies.stranger.id, [bodies.police.id], "move"),
  )
  expect(await owed()).toEqual([])
  const letters = async (id: string | undefined) =>
    (
      await db.admin(
        "select state from inspection_invitations where inspection_id = $1 and to_body_id = $2 order by state",
        [id, bodies.police.id],
      )
    ).rows.map(({ state }) => state)
  expect([await letters(waiting), await letters(going)]).toEqual([
    ["asked", "withdrawn"],
    ["accepted", "accepted"],
  ])
})
