import { beforeAll, expect, test } from "vitest"
import { type Signed, signInAs } from "../accounts/testing.ts"
import { forms as caseForms } from "../cases/forms.ts"
import { paths as casePaths } from "../cases/paths.ts"
import { recorded } from "../cases/testing/hub.ts"
import { paths as workPaths } from "../directives/paths.ts"
import { townOf } from "../directives/testing/town.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { paths as letterPaths } from "../letters/paths.ts"
import { paths as chartPaths } from "../organizations/paths.ts"
import { paths as reportPaths } from "../reports/paths.ts"
import { paths as signalPaths } from "../signals/paths.ts"
import { type Hub, hubOf, once } from "../signals/testing/hub.ts"
import { type Desks, desksIn } from "../testing/province.ts"

/** Two officers have the same page open; the slower one reads who was quicker and when, and finds every word again. */
const time = { now: new Date("2023-09-15T02:00:00Z") }
const db = await freshDatabase({ clock: { now: () => time.now } })
let hub: Hub
let desks: Desks
beforeAll(async () => {
  hub = await hubOf(db)
  desks = await desksIn(db, hub.house)
})

const words = "Phần tôi gõ suốt hai mươi phút"
const minutesPass = () => {
  time.now = new Date(time.now.getTime() + 120_000)
}
const openedOn = (html: string) => /name="opened" value="([^"]+)"/.exec(html)?.[1] ?? ""
/** The page as the slower one opened it; what a colleague does next is later. */
const opened = async (path: string, who: Signed) => {
  const html = await (await hub.get(path, who)).text()
  minutesPass()
  return openedOn(html)
}
const answerOf = async (path: string, fields: Record<string, string>, who: Signed) => {
  const answer = await hub.post(path, fields, who)
  return { status: answer.status, html: await answer.text() }
}

test("an officer who corrects a tip's reading after a colleague did reads who it was, and overwrites nothing unseen", async () => {
  await hub.post(signalPaths.reportIdentifier, { once: once(7), text: "Số 0966 555 444 giả danh công an." })
  const id = String((await db.admin("select id from signals order by id desc limit 1")).rows[0].id)
  const at = signalPaths.signalForm(id, "phan-loai")
  const page = await opened(signalPaths.signal(id), hub.minh)
  const { rows } = await db.admin(`select type from signals where id = '${id}'`)
  const type = String(rows[0].type)
  expect((await hub.post(at, { type, urgency: "ongoing" }, hub.lan)).status).toBe(303)
  const late = await answerOf(at, { opened: page, type, urgency: "past" }, hub.minh)
  expect(late.status).toBe(409)
  expect(late.html).toContain("Nguyễn Thị Lan đã làm trước")
  expect(late.html).toContain("Bây giờ đang ghi là")
  expect(late.html).toMatch(/value="past"[^>]*checked/)
  const urgency = async () =>
    (await db.admin(`select urgency from signals where id = '${id}'`)).rows[0].urgency
  expect(await urgency()).toBe("ongoing")
  // Having seen it, the officer may still say otherwise.
  const again = { opened: openedOn(late.html), type, urgency: "past" }
  expect((await hub.post(at, again, hub.minh)).status).toBe(303)
  expect(await urgency()).toBe("past")
})

test("a tip that a colleague gave to somebody first is not given to another unseen", async () => {
  await hub.post(signalPaths.reportIdentifier, { once: once(8), text: "Số 0966 555 443 giả danh công an." })
  const id = String((await db.admin("select id from signals order by id desc limit 1")).rows[0].id)
  const at = signalPaths.signalForm(id, "giao")
  const page = await opened(signalPaths.signal(id), hub.minh)
  expect((await hub.post(at, { officerId: hub.lan.officerId }, hub.lan)).status).toBe(303)
  const late = await answerOf(at, { opened: page, officerId: hub.minh.officerId }, hub.minh)
  expect([late.status, late.html.includes("Nguyễn Thị Lan đã làm trước")]).toEqual([409, true])
  const handler = async () => (await db.admin("select handler_id from signals where id = $1", [id])).rows[0]
  expect(await handler()).toEqual({ handler_id: hub.lan.officerId })
  const again = { opened: openedOn(late.html), officerId: hub.minh.officerId }
  expect((await hub.post(at, again, hub.minh)).status).toBe(303)
})

test("nobody confirms a range that a colleague typed anew after the page was opened", async () => {
  const id = await recorded(desks.lan, { violationId: "V-WEB-02" })
  const { rows } = await db.admin("select id from case_acts where case_id = $1", [id])
  const range = { actId: String(rows[0].id), article: "Điều 98 khoản 1", source: "Công báo số 12" }
  const typed = (min: string, max: string) =>
    hub.post(casePaths.form(id, caseForms.typeRange.slug), { ...range, min, max }, hub.minh)
  expect((await typed("10000000", "20000000")).status).toBe(303)
  const page = await opened(casePaths.case(id), hub.lan)
  expect((await typed("30000000", "50000000")).status).toBe(303)
  const at = casePaths.form(id, caseForms.confirmRange.slug)
  const late = await answerOf(at, { opened: page, actId: range.actId }, hub.lan)
  expect([late.status, late.html.includes("Trần Văn Minh đã làm trước")]).toEqual([409, true])
  expect(late.html).toContain("Nhập khung phạt từ văn bản gốc")
  const seen = { opened: openedOn(late.html), actId: range.actId }
  expect((await hub.post(at, seen, hub.lan)).status).toBe(303)
})

test("an officer who notes a step of a case that a colleague has taken reads who it was, and finds the note again", async () => {
  const id = await recorded(desks.lan, { violationId: "V-WEB-02" })
  const at = casePaths.form(id, caseForms.askHearing.slug)
  const page = await opened(casePaths.case(id), hub.minh)
  expect((await hub.post(at, { askedOn: "2023-09-15", note: "Đơn số 4" }, hub.lan)).status).toBe(303)
  const late = await answerOf(at, { opened: page, askedOn: "2023-09-15", note: words }, hub.minh)
  expect(late.status).toBe(409)
  expect(late.html).toContain("Nguyễn Thị Lan đã làm trước")
  expect(late.html).toContain(words)
})

test("a report on a task that was withdrawn meanwhile is not lost with it", async () => {
  const town = townOf(db)
  const id = await town.assignmentOf(await town.issue(), "culture", "1.1")
  const at = (slug: string) => workPaths.form(id, slug)
  const body = await town.as("culture")
  await town.post(at("tiep-nhan"), body)
  const page = await opened(workPaths.assignment(id), body)
  await town.post(at("thu-hoi"), await town.as("office"), { reason: "Giao nhầm" })
  const late = await town.post(at("tien-do"), body, { opened: page, text: words, percent: "40" })
  const html = await late.text()
  expect(late.status).toBe(409)
  expect(html).toContain("đã làm trước")
  expect(html).toContain("Thu hồi")
  expect(html).toContain(words)
})

test("two who report the same task do not lower each other's progress unseen", async () => {
  const town = townOf(db)
  const id = await town.assignmentOf(await town.issue(), "culture", "1.1")
  const at = (slug: string) => workPaths.form(id, slug)
  const [one, other] = [await town.as("culture"), await town.as("culture", "officer")]
  await town.post(at("tiep-nhan"), one)
  const page = await opened(workPaths.assignment(id), one)
  expect((await town.post(at("tien-do"), other, { text: "Đã xong quá nửa", percent: "60" })).status).toBe(303)
  const late = await town.post(at("tien-do"), one, { opened: page, text: words, percent: "30" })
  const html = await late.text()
  expect(late.status).toBe(409)
  expect(html).toContain("officer culture đã làm trước")
  expect(html).toContain(words)
  expect(html).toContain('<dd class="said">60</dd>')
})

test("a day off that another administrator entered first is told with who entered it, and the form stays filled in", async () => {
  const chart = { bodySlug: "office", role: "administrator" } as const
  const one = await signInAs(db, { ...chart, name: "Bùi Thị Quản" })
  const other = await signInAs(db, { ...chart, name: "Vũ Văn Trị", email: "tri@mau.example" })
  const page = await opened(chartPaths.daysOff, one)
  const day = { on: "2023-11-20", kind: "off", basis: "Công điện 12/CĐ-TTg" }
  expect((await hub.post(chartPaths.daysOff, { ...day, name: "Nghỉ bão" }, other)).status).toBe(303)
  const late = await answerOf(chartPaths.daysOff, { opened: page, ...day, name: words }, one)
  expect(late.status).toBe(409)
  expect(late.html).toContain("Vũ Văn Trị đã làm trước")
  expect(late.html).toContain(words)
})

test("two windows on one draft: the slower one sees who kept what, and may send again with everything still typed", async () => {
  const typed = (more: Record<string, string>) => ({
    kind: "report",
    symbol: "BC-STT",
    place: "Mẫu",
    subject: "Kết quả kiểm tra quý III năm 2023",
    body: "Trong quý III năm 2023, Sở đã kiểm tra 18 điểm.",
    signerId: hub.lan.officerId,
    way: "own",
    ...more,
  })
  const made = await hub.post(letterPaths.newDocument, typed({}), hub.minh)
  const id = /[0-9a-f-]{36}/.exec(made.headers.get("location") ?? "")?.[0] ?? ""
  const page = await opened(letterPaths.draft(id), hub.minh)
  const quicker = typed({ version: "0", subject: "Kết quả của chị Hoa" })
  expect((await hub.post(letterPaths.draft(id), quicker, hub.hoa)).status).toBe(303)
  const late = await answerOf(
    letterPaths.draft(id),
    typed({ opened: page, version: "0", subject: words }),
    hub.minh,
  )
  expect(late.status).toBe(409)
  expect(late.html).toContain("Phạm Thị Hoa đã làm trước")
  expect(late.html).toContain("Kết quả của chị Hoa")
  expect(late.html).toContain(words)
  const version = /name="version" value="(\d+)"/.exec(late.html)?.[1] ?? ""
  expect((await hub.post(letterPaths.draft(id), typed({ version, subject: words }), hub.minh)).status).toBe(
    303,
  )
})

test("two clerks who write the texts of one report do not overwrite each other unseen", async () => {
  const page = await opened(reportPaths.report("2023-H1", "province"), hub.hoa)
  const path = reportPaths.report("2023-H1", "province")
  expect((await hub.post(path, { I: "Phần của anh Minh" }, hub.minh)).status).toBe(303)
  const late = await answerOf(path, { opened: page, I: words }, hub.hoa)
  expect(late.status).toBe(409)
  expect(late.html).toContain("Trần Văn Minh đã làm trước")
  expect(late.html).toContain("Phần của anh Minh")
  expect(late.html).toContain(words)
  const again = { opened: openedOn(late.html), I: words }
  expect((await hub.post(path, again, hub.hoa)).status).toBe(303)
})
