import { beforeAll, describe, expect, test } from "vitest"
import { previewedMails } from "../kernel/mail.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { giveNextOccurrences } from "./actions/occurrences.ts"
import { mailReminders, makeRemindersToday } from "./actions/reminding.ts"
import { directiveJobs } from "./jobs.ts"
import { paths } from "./paths.ts"
import { bodies, peopleIn, planTask, samplePlan } from "./testing/province.ts"
import { type Town, townOf } from "./testing/town.ts"

const time = { now: new Date("2023-09-15T02:00:00Z") }
const clock = { now: () => time.now }
const db = await freshDatabase({ clock })
let town: Town
beforeAll(async () => {
  await peopleIn(db)
  town = townOf(db)
})
const at = (day: string) => {
  time.now = new Date(`${day}T02:00:00Z`)
}
const demo = () => ({ ...town.house, config: { ...town.house.config, demo: true } })
const remindersFor = async (id: string) =>
  (await db.admin("select kind, due_on::text from reminders where assignment_id = $1 order by kind", [id]))
    .rows

describe("reminders", () => {
  test("come before the day, once, and once more when it has passed; run twice they change nothing", async () => {
    at("2023-09-15")
    const plan = samplePlan()
    const task = planTask({ bodies: [bodies.culture.id], dueOn: "2023-09-20" })
    const letter = await town.issue({ ...plan, clauses: [{ path: "1", heading: "Sở", tasks: [task] }] })
    const id = await town.assignmentOf(letter, "culture", "1.1")
    expect(await makeRemindersToday(town.house)).toBe(1)
    expect(await makeRemindersToday(town.house)).toBe(0)
    at("2023-09-19")
    expect(await makeRemindersToday(town.house)).toBe(1)
    expect(await makeRemindersToday(town.house)).toBe(0)
    at("2023-09-21")
    expect(await makeRemindersToday(town.house)).toBe(1)
    expect(await makeRemindersToday(town.house)).toBe(0)
    expect((await remindersFor(id)).map((row) => row.kind)).toEqual(["five-days", "late", "one-day"])
  })

  test("an extension brings its own reminders, and what is done brings none", async () => {
    at("2023-09-15")
    const plan = samplePlan()
    const task = planTask({ bodies: [bodies.district.id], dueOn: "2023-09-19" })
    const letter = await town.issue({ ...plan, clauses: [{ path: "1", heading: "Sở", tasks: [task] }] })
    const id = await town.assignmentOf(letter, "district", "1.1")
    await makeRemindersToday(town.house)
    const district = await town.as("district")
    await town.post(paths.form(id, "gia-han"), district, { wantedOn: "2023-09-20", reason: "Chờ" })
    await town.post(paths.form(id, "gia-han/chap-thuan"), await town.as("office"), {
      dueOn: "2023-09-20",
      answer: "",
    })
    await makeRemindersToday(town.house)
    expect(await remindersFor(id)).toEqual([
      { kind: "five-days", due_on: "2023-09-19" },
      { kind: "five-days", due_on: "2023-09-20" },
    ])
    await town.post(paths.form(id, "tiep-nhan"), district)
    const body = new FormData()
    body.set("text", "Xong")
    await town.app.request(paths.form(id, "hoan-thanh"), { method: "POST", headers: district.headers, body })
    at("2023-09-20")
    await makeRemindersToday(town.house)
    expect(await remindersFor(id)).toHaveLength(2)
  })

  test("are seen by the body and nobody else, and stay seen", async () => {
    at("2023-09-21")
    const culture = await town.as("culture")
    const page = await (await town.get(paths.reminders, culture)).text()
    expect(page).toContain("đã quá hạn")
    expect(await (await town.get(paths.work, culture)).text()).toContain("lời nhắc chưa xem")
    for (const key of ["stranger", "office", "hub"] as const)
      expect(await (await town.get(paths.reminders, await town.as(key))).text()).toContain(
        "Không có gì phải nhắc",
      )
    expect((await town.post(paths.reminders, await town.as("stranger"))).status).toBe(303)
    expect(await (await town.get(paths.work, culture)).text()).toContain("lời nhắc chưa xem")
    expect((await town.post(paths.reminders, culture)).status).toBe(303)
    expect(await (await town.get(paths.work, culture)).text()).not.toContain("lời nhắc chưa xem")
  })

  test("are mailed once: to who is in charge, else to clerk and leader; the demo keeps them to look at", async () => {
    at("2023-09-15")
    const plan = samplePlan()
    const tasks = ["1.1", "1.2"].map((path) =>
      planTask({ path, bodies: [bodies.hub.id], dueOn: "2023-09-18", text: `Việc ${path}` }),
    )
    const letter = await town.issue({ ...plan, clauses: [{ path: "1", heading: "Sở", tasks }] })
    const leader = await town.as("hub")
    const officer = await town.as("hub", "officer")
    const handed = await town.assignmentOf(letter, "hub", "1.2")
    await town.post(paths.form(handed, "nguoi-phu-trach"), leader, { officer: officer.officerId })
    await makeRemindersToday(town.house)
    expect(await mailReminders(town.house)).toBe(0)
    const before = await previewedMails(demo())
    await mailReminders(demo())
    expect(await mailReminders(demo())).toBe(0)
    const mails = (await previewedMails(demo())).slice(0, -before.length || undefined)
    const to = (email: string) => mails.filter((mail) => mail.to === email).map((mail) => mail.text)
    expect(to("leader@hub.example").join()).toContain("Việc 1.1")
    expect(to("leader@hub.example").join()).not.toContain("Việc 1.2")
    expect(to("officer@hub.example").join()).toContain(
      "thứ Hai, 18/09/2023 (còn\u00a03\u00a0ngày): 1234/UBND-KGVX, 1.2 Việc 1.2",
    )
  })

  test("the preview is for the demo's administrators only", async () => {
    const admin = await town.as("hub", "administrator")
    expect((await town.get(paths.mail, admin)).status).toBe(404)
    expect((await town.get(paths.mail, await town.as("hub"))).status).toBe(403)
  })
})

describe("periodic tasks", () => {
  const occurrences = async (letter: string) =>
    (
      await db.admin(
        `select occurrence, period, due_on::text, state from assignments
         where directive_id = $1 and period is not null order by occurrence`,
        [letter],
      )
    ).rows.map((row) => [row.occurrence, row.period, row.due_on, row.state])

  test("give the next occurrence when the day has passed, once however often the job runs", async () => {
    at("2023-09-15")
    const letter = await town.issue()
    expect(await occurrences(letter)).toEqual([[1, "2023-Q3", "2023-09-25", "sent"]])
    at("2023-09-25")
    expect(await giveNextOccurrences(town.house)).toBe(0)
    at("2023-09-26")
    expect(await giveNextOccurrences(town.house)).toBe(1)
    expect(await giveNextOccurrences(town.house)).toBe(0)
    expect(await occurrences(letter)).toEqual([
      [1, "2023-Q3", "2023-09-25", "sent"],
      [2, "2023-Q4", "2023-12-25", "sent"],
    ])
    const hub = await town.as("hub")
    expect(await (await town.get(paths.work, hub)).text()).toContain("kỳ 2023-Q4")
  })

  test("a server that stood still gives every period that it missed, then no more", async () => {
    at("2023-09-15")
    const letter = await town.issue()
    at("2024-07-01")
    await giveNextOccurrences(town.house)
    expect((await occurrences(letter)).map((row) => row[1])).toEqual([
      "2023-Q3",
      "2023-Q4",
      "2024-Q1",
      "2024-Q2",
      "2024-Q3",
    ])
    expect(await giveNextOccurrences(town.house)).toBe(0)
  })

  test("end with their last day, and with their withdrawal", async () => {
    at("2023-09-15")
    const plan = samplePlan()
    const periodic = { every: "quarter" as const, dueMonth: 3, dueDay: 25, until: "2023-12-31" }
    const task = planTask({ bodies: [bodies.hub.id], dueOn: null, periodic })
    const ending = await town.issue({ ...plan, clauses: [{ path: "1", heading: "Sở", tasks: [task] }] })
    const withdrawn = await town.issue()
    const id = await town.assignmentOf(withdrawn, "hub", "2.1")
    await town.post(paths.form(id, "thu-hoi"), await town.as("office"), { reason: "Thôi" })
    at("2025-01-01")
    await giveNextOccurrences(town.house)
    expect((await occurrences(ending)).map((row) => row[1])).toEqual(["2023-Q3", "2023-Q4"])
    expect(await occurrences(withdrawn)).toHaveLength(1)
  })

  test("of a body that has ended go to each of its successors, who can read letter and task", async () => {
    at("2023-09-15")
    const letter = await town.issue()
    await db.admin("update bodies set valid_to = '2023-09-20' where id = $1", [bodies.hub.id])
    for (const heir of [bodies.culture.id, bodies.district.id])
      await db.admin(
        `insert into successions (body_before_id, body_after_id, share, effective_on, basis)
         values ($1, $2, 'báo cáo', '2023-09-21', 'NQ 1')`,
        [bodies.hub.id, heir],
      )
    at("2023-09-26")
    await giveNextOccurrences(town.house)
    expect(await giveNextOccurrences(town.house)).toBe(0)
    const rows = (await occurrences(letter)).slice(1)
    expect(rows.map((row) => [row[0], row[1]])).toEqual([
      [2, "2023-Q4"],
      [2, "2023-Q4"],
    ])
    const culture = await town.as("culture")
    const id = await town.assignmentOf(letter, "culture", "2.1")
    const page = await (await town.get(paths.assignment(id), culture)).text()
    expect(page).toContain("Báo cáo kết quả hằng quý")
    await db.admin("update bodies set valid_to = null where id = $1", [bodies.hub.id])
  })
})

test("each job of the worker runs to its end twice", async () => {
  for (const job of Object.values(directiveJobs(town.house))) {
    await job.run({})
    await job.run({})
  }
})
