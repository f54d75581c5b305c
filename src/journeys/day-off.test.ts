import { beforeAll, describe, expect, test } from "vitest"
import { type Signed, signInAs } from "../accounts/testing.ts"
import { createApp } from "../app.ts"
import { forms } from "../cases/forms.ts"
import { paths as casePaths } from "../cases/paths.ts"
import { bodies, type PersonKey, people } from "../cases/testing/hub.ts"
import { asOfficer } from "../kernel/db/database.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { paths } from "../organizations/paths.ts"

/** The administrator enters a day off that the Government decided on the eve; who handles a case reads what moved. */
const db = await freshDatabase()
const app = createApp(houseOf(db))
const at = {} as Record<PersonKey | "admin" | "otherAdmin", Signed>
let id = ""

const get = async (who: keyof typeof at, path: string) => {
  const answer = await app.request(path, { headers: at[who].headers })
  return { status: answer.status, html: await answer.text() }
}
const post = async (who: keyof typeof at, path: string, fields: Record<string, string> = {}) => {
  const answer = await app.request(path, {
    method: "POST",
    headers: at[who].headers,
    body: new URLSearchParams(fields),
  })
  return { status: answer.status, to: answer.headers.get("location") ?? "", html: await answer.text() }
}
const day = { on: "2023-09-20", kind: "off", name: "Nghỉ phòng bão", basis: "Công điện 12/CĐ-TTg" }
const decideDue = "Hạn ra quyết định xử phạt: "

beforeAll(async () => {
  for (const [key, { body, role, name }] of Object.entries(people))
    at[key as PersonKey] = await signInAs(db, {
      bodySlug: body,
      role,
      name,
      email: `${key}@mau.example`,
      body: bodies[body],
    })
  at.admin = await signInAs(db, {
    bodySlug: "van-phong",
    role: "administrator",
    name: "Bùi Thị Quản",
    body: { name: "Văn phòng UBND tỉnh Mẫu", keepsChart: true },
  })
  at.otherAdmin = await signInAs(db, { bodySlug: "hub", role: "administrator", name: "Quản trị Sở" })
  const made = await post("minh", casePaths.newCase, { title: "Tên riêng của vụ việc" })
  id = made.to.split("/").at(-1) ?? ""
  await post("minh", casePaths.form(id, forms.verify.slug))
  await post("minh", casePaths.form(id, forms.find.slug), {
    committedOn: "2023-09-01",
    violationId: "V-TIN-01",
    foundOn: "2023-09-13",
    description: "Đăng tin sai sự thật",
    offenderName: "Nguyễn Văn Mẫu",
    offenderKind: "individual",
  })
  const record = { number: "BB-27", recordedOn: "2023-09-14", time: "09:40" }
  await post("minh", casePaths.form(id, forms.record.slug), record)
})

describe("a day off that is entered", () => {
  test("is entered by nobody but the administrator of the body that keeps the chart", async () => {
    for (const who of ["lan", "otherAdmin", "son"] as const) {
      expect((await get(who, paths.daysOff)).status).toBe(403)
      expect((await post(who, paths.daysOff, day)).status).toBe(403)
    }
    expect((await get("admin", "/quan-tri/co-quan")).html).toContain(`href="${paths.daysOff}"`)
  })
  test("that is no day, or says no decision, comes back with what was typed", async () => {
    const wrong = await post("admin", paths.daysOff, { ...day, on: "2023-02-30", basis: "" })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain("Chọn một ngày có thật")
    expect(wrong.html).toContain("Nghỉ phòng bão")
  })
  test("moves the clocks that run over it, lists what moved and shows nothing of the case", async () => {
    expect((await get("lan", casePaths.case(id))).html).toContain(`${decideDue}thứ Hai, 25/09/2023`)
    const entered = await post("admin", paths.daysOff, day)
    expect(entered).toMatchObject({ status: 303, to: `${paths.daysOff}?doi=1` })
    const page = await get("admin", entered.to)
    expect(page.html).toContain("Đã đếm lại: 1 thời hạn đổi ngày.")
    expect(page.html).toContain("Hạn ra quyết định xử phạt")
    expect(page.html).toContain("thứ Hai, 25/09/2023")
    expect(page.html).toContain("thứ Ba, 26/09/2023")
    expect(page.html).not.toContain("Tên riêng của vụ việc")
    expect(page.html).not.toContain(id)
  })
  test("explains itself in the case: the day is skipped by its name, the old deadline stays readable", async () => {
    const { html } = await get("lan", casePaths.case(id))
    expect(html).toContain(`${decideDue}thứ Ba, 26/09/2023`)
    expect(html).toContain("Nghỉ phòng bão")
    expect(html).toContain("Đếm lại vì lịch nghỉ thay đổi")
    expect(html).toContain("Đếm lại thời hạn theo lịch nghỉ mới")
    const kept = await db.admin("select due_on::text from cases where id = $1", [id])
    expect(kept.rows[0]?.due_on).toBe("2023-09-15")
  })
  test("is journaled with what it moved, and a step taken afterwards counts by it too", async () => {
    const said = await db.admin(
      "select what, record_id, details from journal where what in ('calendar.day-entered', 'case.recounted') order by id",
    )
    expect(said.rows).toEqual([
      { what: "calendar.day-entered", record_id: "2023-09-20", details: { on: "2023-09-20", kind: "off" } },
      {
        what: "case.recounted",
        record_id: id,
        details: { purpose: "decide", before: "2023-09-25", after: "2023-09-26" },
      },
    ])
  })
  test("entered twice is refused; taken back, the clocks run as before", async () => {
    expect((await post("admin", paths.daysOff, day)).status).toBe(409)
    const entry = String((await db.admin("select id from days_off")).rows[0]?.id)
    const back = await post("admin", paths.dayOffRemoval(entry))
    expect(back.to).toBe(`${paths.daysOff}?doi=1`)
    expect((await get("lan", casePaths.case(id))).html).toContain(`${decideDue}thứ Hai, 25/09/2023`)
    expect((await post("admin", paths.dayOffRemoval(entry))).status).toBe(409)
  })
  test("an office sees the moves of its own cases only", async () => {
    const moves = (who: keyof typeof at) =>
      asOfficer(db, at[who].who, (tx) => tx.selectFrom("clockMoves").select("id").execute())
    expect(await moves("lan")).toHaveLength(2)
    expect(await moves("ngoai")).toEqual([])
  })
})
