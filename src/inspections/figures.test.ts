import { beforeAll, describe, expect, test } from "vitest"
import { planTask, samplePlan } from "../directives/testing/province.ts"
import { townOf } from "../directives/testing/town.ts"
import { asOfficer } from "../kernel/db/database.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { readReport } from "../reports/actions/document.ts"
import { readFigures } from "../reports/actions/figures.ts"
import { periodOf, windowOf } from "../reports/domain/windows.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"
import { bodies, deskOf, people } from "../testing/province.ts"
import { begin, filled, plan, recorded, step, writeShop } from "./testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})
const period = periodOf("2023-H2") ?? raise()
const window = windowOf(period)

const figure = async (id: string, who: Hub["lan"] = hub.lan, scope: "province" | "own" = "province") => {
  const all = await asOfficer(db, { officerId: who.officerId, bodyId: who.bodyId }, (tx) =>
    readFigures(tx, window, scope),
  )
  return all.find((one) => one.definition.id === id) ?? raise()
}
/** Counted by hand from the rows themselves, in another way than the view counts. */
async function byHand() {
  const { rows } = await db.admin(
    `select body_id, subject_id, ground, state, concluded_on::text as concluded, recorded_on::text as recorded from inspections`,
  )
  const inside = (day: unknown) => typeof day === "string" && day >= window.from && day <= window.to
  const ended = rows.filter(
    (one) => ["concluded", "closed"].includes(String(one.state)) && inside(one.concluded),
  )
  const held = rows.filter((one) => inside(one.recorded))
  return {
    ended: ended.length,
    byPlan: ended.filter((one) => String(one.ground).endsWith("-plan")).length,
    subjects: new Set(held.map((one) => one.subject_id)).size,
    held: held.length,
  }
}

let nth = 0
/** A check of another body that has run its course, as its rows stand. */
async function ran(
  of: string,
  subjectId: string,
  more: { ground?: string; state?: string; on?: string; passedBy?: string } = {},
) {
  nth += 1
  const { ground = "annual-plan", state = "closed", on = "2023-09-05", passedBy = null } = more
  // The figure is asked about here: the way of a check is other tests' matter.
  await db.admin("alter table inspections disable trigger inspections_guard")
  const { rows } = await db.admin(
    `insert into inspections (body_id, numbered_by, year, number, power, law, ground, ground_note, is_clear, override_reason, matter, subject_id,
       planned_on, place, method, checklist, checklist_version, state, decided_number, decided_on, decided_by, days, approved_on, approved_by,
       announced_on, recorded_on, recorded_time, opinion, signing, conclusion, concluded_number, concluded_on, closed_on, end_reason, made_name)
     values ($1::uuid, $1::uuid, 2023, $2, 'police-check', 'CA', $3, 'nêu rõ', $7::text is not null, $7, 'subscribers', $4, $6::date, 'Xã Mẫu', 'visit',
       'sim-point', 1, $5::text, '1', $6::date, 'Sơn', 5, $6::date, 'Sơn', $6::date, $6::date, '10:00', 'không', 'signed', 'xong', '2', $6::date,
       case when $5::text = 'closed' then $6::date end, case when $5::text in ('stopped', 'dropped') then 'thôi' end, 'Công') returning id`,
    [of, 900 + nth, ground, subjectId, state, on, passedBy],
  )
  await db.admin("alter table inspections enable trigger inspections_guard")
  for (const what of state === "stopped" ? ["inspection.held"] : ["inspection.held", "inspection.concluded"])
    await db.admin(
      `insert into inspection_events (inspection_id, body_id, what, state_before, state_after, happened_on, by_name, at)
       values ($1, $2, $3, 'announced', 'recorded', $4, 'Công', '2023-09-06T02:00:00Z')`,
      [rows[0]?.id, of, what, on],
    )
}

/** The body said yes to going along on that check of the police. */
const wentAlong = (subjectId: string, bodyId: string) =>
  db.admin(
    `insert into inspection_invitations (inspection_id, body_id, to_body_id, code, subject, matter, planned_on, note, asked_name, state, answered_name, answered_at)
     select id, body_id, $2, 'KT', 'Điểm SIM', matter, planned_on, 'Đi cùng', 'Công', 'accepted', 'Lan', '2023-09-04T02:00:00Z'
     from inspections where subject_id = $1`,
    [subjectId, bodyId],
  )

describe("checks in the half-year report", () => {
  test("a department that has entered no check yet is counted by nobody: the figures are from nowhere, not nought", async () => {
    expect(await figure("III.1.1")).toMatchObject({ value: null, source: "none" })
    expect(await figure("III.1.2")).toMatchObject({ value: null, source: "none" })
  })

  test("a shop that Minh's team looked at counts as one subject when the record is made, and the check counts when Lan concludes it", async () => {
    const subjectId = await writeShop(hub)
    const at = await plan(hub, subjectId)
    await begin(hub, at, people.minh.id)
    expect((await figure("III.1.2")).value).toBe(null)
    await step(hub, at, "phieu", { ...filled, "a-active-sims": "no" }, hub.minh)
    await step(hub, at, "bien-ban", recorded, hub.minh)
    expect((await figure("III.1.2")).value).toBe(1)
    expect((await figure("III.1.1")).value).toBe(null)
    const conclusion = { number: "3/KL", concludedOn: "2023-09-15", conclusion: "Không thấy vi phạm." }
    await step(hub, at, "ket-luan", conclusion, hub.lan)
    expect(await figure("III.1.1")).toMatchObject({
      value: 1,
      source: "system",
      parts: [{ part: "unplanned", value: 1 }],
    })
  })

  test("a shop that two bodies looked at is one subject of the province and one of each; what was stopped was held and never ended; another half-year is not this one", async () => {
    const subjectId = await writeShop(hub, { name: "Điểm SIM Hai Lần" })
    const { rows } = await db.admin("select id from inspection_subjects where name = 'Điểm SIM Bình Minh'")
    await ran(bodies.police.id, String(rows[0]?.id))
    await ran(bodies.police.id, subjectId, { ground: "signs", state: "stopped" })
    await ran(bodies.police.id, subjectId, { ground: "thematic-plan", on: "2023-03-05" })
    const hand = await byHand()
    expect(hand).toEqual({ ended: 2, byPlan: 1, subjects: 2, held: 3 })
    const ended = await figure("III.1.1")
    expect(ended.value).toBe(hand.ended)
    expect(ended.parts.find(({ part }) => part === "planned")?.value).toBe(hand.byPlan)
    expect((await figure("III.1.2")).value).toBe(hand.subjects)
    expect((await figure("III.1.2", hub.lan, "own")).value).toBe(1)
    expect((await figure("III.1.2", hub.son, "own")).value).toBe(2)
    // An enterprise keeps no checks and reads none.
    expect((await figure("III.1.1", hub.tam, "own")).value).toBe(null)
  })

  test("a check that the department made together with the police counts once in the province, and in each one's own report", async () => {
    const subjectId = await writeShop(hub, { name: "Điểm SIM Liên Ngành" })
    const count = async (who: Hub["lan"], scope: "province" | "own") =>
      (await figure("III.1.1", who, scope)).value ?? 0
    const before = [
      await count(hub.lan, "own"),
      await count(hub.son, "own"),
      await count(hub.lan, "province"),
    ]
    await ran(bodies.police.id, subjectId)
    await wentAlong(subjectId, bodies.hub.id)
    const after = [await count(hub.lan, "own"), await count(hub.son, "own"), await count(hub.lan, "province")]
    expect(after.map((n, at) => n - (before[at] ?? 0))).toEqual([1, 1, 1])
  })

  test("a department that tells of 40 checks of its own and went along on one of the police keeps its 40 in the province, and counts the one in its own report", async () => {
    const town = townOf(db)
    const task = planTask({ bodies: [bodies.culture.id] })
    const letter = await town.issue({
      ...samplePlan(),
      clauses: [{ path: "1", heading: "Các sở", tasks: [task] }],
    })
    const assignment = await town.assignmentOf(letter, "culture", "1.1")
    await town.post(`/lam-viec/${assignment}/tiep-nhan`, await town.as("culture"))
    const body = new FormData()
    const told = { "figure-1": "III.1.1", "period-1": "2023-H2", "value-1": "40" }
    for (const [name, one] of Object.entries({ text: "Đã kiểm tra.", percent: "40", ...told }))
      body.set(name, one)
    const { headers } = await town.as("culture")
    await town.app.request(`/lam-viec/${assignment}/tien-do`, { method: "POST", headers, body })
    const before = (await figure("III.1.1")).value ?? 0
    expect(await figure("III.1.1")).toMatchObject({ source: "mixed", reported: { value: 40, bodies: 1 } })
    const subjectId = await writeShop(hub, { name: "Điểm SIM Cùng Đi" })
    await ran(bodies.police.id, subjectId)
    await wentAlong(subjectId, bodies.culture.id)
    expect(await figure("III.1.1")).toMatchObject({ value: before + 1, reported: { value: 40, bodies: 1 } })
    expect(await figure("III.1.1", hub.van, "own")).toMatchObject({ value: 1, reported: { value: 40 } })
  })

  test("a shop that was visited again in its year on clear signs stands in the report with the reason and without its name; a plan that was dropped does not", async () => {
    const subjectId = await writeShop(hub, { name: "Điểm SIM Lần Nữa" })
    const passedBy = "Ba tin báo trong tuần kèm ảnh SIM đã kích hoạt"
    await ran(bodies.police.id, subjectId, { ground: "signs", passedBy })
    await ran(bodies.police.id, subjectId, {
      ground: "signs",
      state: "dropped",
      passedBy: "Lý do của dự kiến đã bỏ",
    })
    const { document } = await readReport(deskOf(hub.house, "lan"), period, "province")
    const text = JSON.stringify(document.blocks)
    expect(text).toContain(`Công an tỉnh Mẫu, công bố ngày 05/09/2023: ${passedBy}`)
    expect(text).not.toContain("Lý do của dự kiến đã bỏ")
    expect(text).not.toContain("Điểm SIM Lần Nữa")
  })
})

function raise(): never {
  throw new Error("not found")
}
