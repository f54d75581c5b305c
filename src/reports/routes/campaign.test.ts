import { beforeAll, describe, expect, test } from "vitest"
import { type Signed, signInAs } from "../../accounts/testing.ts"
import { createApp } from "../../app.ts"
import { bodies, desksIn, type PersonKey, people } from "../../cases/testing/hub.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { paths } from "../paths.ts"
import { numberOf } from "./campaign.ts"

let now = "2023-09-15T02:00:00Z"
const db = await freshDatabase({ clock: { now: () => new Date(now) } })
const app = createApp(houseOf(db))
const at = {} as Record<PersonKey, Signed>
const period = "2023-H2"
beforeAll(async () => {
  await desksIn(db)
  for (const [key, { body, role, name }] of Object.entries(people))
    at[key as PersonKey] = await signInAs(db, {
      bodySlug: body,
      role,
      name,
      email: `${key}2@mau.example`,
      body: bodies[body],
    })
})
const get = async (who: PersonKey, path: string) => {
  const answer = await app.request(path, { headers: at[who].headers })
  return { status: answer.status, html: await answer.text() }
}
const post = async (who: PersonKey, path: string, fields: Record<string, string>) => {
  const body = new URLSearchParams(fields)
  const answer = await app.request(path, { method: "POST", headers: at[who].headers, body })
  return { status: answer.status, to: answer.headers.get("location") ?? "", html: await answer.text() }
}
const partOf = async (who: PersonKey) =>
  /\/bao-cao\/phan\/[0-9a-f-]{36}/.exec((await get(who, paths.period(period))).html)?.[0] ?? "none"

describe("each body writes its part, with scripts off", () => {
  test("whoever asks gives a day to come and at least one group; nobody but the lead department asks", async () => {
    expect(
      (await post("ngoai", paths.campaign(period), { dueOn: "2023-09-20", groups: "police" })).status,
    ).toBe(404)
    expect(
      (await post("lan", paths.campaign(period), { dueOn: "2023-09-14", groups: "police" })).html,
    ).toContain("Chọn hạn gửi từ hôm nay trở đi")
    expect((await post("lan", paths.campaign(period), { dueOn: "2023-09-20" })).html).toContain(
      "Chọn ít nhất một nhóm cơ quan",
    )
  })
  test("each body of the groups gets its task; asking twice is refused", async () => {
    const body = new URLSearchParams([
      ["dueOn", "2023-09-20"],
      ["groups", "police"],
      ["groups", "enterprises"],
    ])
    const asked = await app.request(paths.campaign(period), { method: "POST", headers: at.lan.headers, body })
    expect(asked.status).toBe(303)
    const { html } = await get("lan", paths.campaign(period))
    expect(html).toContain("0 trong 2 cơ quan đã gửi phần báo cáo")
    expect(html).toContain(bodies.police.name)
    expect(
      (await post("lan", paths.campaign(period), { dueOn: "2023-09-20", groups: "police" })).status,
    ).toBe(409)
  })
  test("the body is told on the period's page; another body has no part and cannot open one", async () => {
    expect(await partOf("son")).not.toBe("none")
    expect(await partOf("ngoai")).toBe("none")
    expect((await get("ngoai", await partOf("son"))).status).toBe(404)
  })
  test("what the body gave for the months of the period is filled in, and says where it is from", async () => {
    await db.admin(`with r as (insert into progress_reports (assignment_id, by_body_id, by_name, percent, text, at)
      select a.id, a.body_id, '', 0, 'Tháng 8', '2023-09-01' from assignments a join bodies b on b.id = a.body_id where b.slug = 'police' returning id, assignment_id)
      insert into progress_figures (report_id, assignment_id, figure, period, value)
        select id, assignment_id, 'III.4.2', p, 20 from r, unnest(array['2023-08', '2023-09']) p`)
    const { html } = await get("son", await partOf("son"))
    expect(html).toContain("cơ quan đã báo các tháng, quý trong kỳ: 40 lượt người")
    expect(html).toMatch(/name="III\.4\.2"[^>]*value="40"|value="40"[^>]*name="III\.4\.2"/)
    expect((await get("lan", paths.campaign(period))).html).toContain("1 chỉ tiêu báo theo tháng, quý")
    expect(html).not.toContain('name="II.2"')
  })
  test("a part that is returned comes back with what was sent", async () => {
    const path = await partOf("tam")
    expect((await post("tam", path, { "III.2.1": "3", text: "Ba vụ cắt cáp." })).status).toBe(303)
    await db.admin("update assignments set state = 'returned' where id = $1", [path.split("/").at(-1)])
    const { html } = await get("tam", path)
    expect(html).toContain("cơ quan đã gửi: 3 vụ")
    expect(html).toContain("Ba vụ cắt cáp.</textarea>")
    await db.admin("delete from progress_figures where figure = 'III.2.1'")
  })
  test("a part that is wrong comes back with every answer", async () => {
    const wrong = await post("son", await partOf("son"), { "III.2.4": "ba lượt", "III.4.1": "7", text: "" })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain("Nhập số từ 0 trở lên cho “Lượt tuần tra”")
    expect(wrong.html).toContain("Nhập nội dung: kết quả, khó khăn, kiến nghị")
    expect(wrong.html).toContain('value="ba lượt"')
  })
  test("what the body sends stands in the province's figures and in the consolidated report", async () => {
    const path = await partOf("son")
    expect((await post("son", path, { "III.2.4": "1.234", text: "Tuần tra <ban đêm>." })).to).toBe(
      `${path}?xong=1`,
    )
    const closed = (await get("son", path)).html
    expect(closed).not.toContain('name="text"')
    for (const said of ["1.234 lượt", "Tuần tra &lt;ban đêm&gt;.", "đề nghị trả lại"])
      expect(closed).toContain(said)
    expect((await get("lan", paths.figure(period, "III.2.4"))).html).toContain("Lượt tuần tra: 1.234 lượt")
    const { html } = await get("lan", paths.campaign(period))
    expect(html).toContain("1 trong 2 cơ quan đã gửi")
    expect(html).toContain("Tuần tra &lt;ban đêm&gt;.")
    expect((await get("lan", paths.report(period))).html).toContain(
      "Tuần tra, kiểm soát 1.234 lượt, theo báo cáo của 1 cơ quan.",
    )
  })
  test("who has not sent after the day is late and comes first", async () => {
    now = "2023-09-20T17:30:00Z"
    for (const [key, { body, role, name }] of Object.entries(people))
      at[key as PersonKey] = await signInAs(db, {
        bodySlug: body,
        role,
        name,
        email: `${key}3@mau.example`,
        body: bodies[body],
      })
    const { html } = await get("lan", paths.campaign(period))
    expect(html).toContain("1 trong 2 cơ quan chưa gửi và đã quá hạn")
    expect(html.indexOf(bodies.telco.name)).toBeLessThan(html.indexOf(`>${bodies.police.name}`))
  })
  test("a number far above the body's own past is marked for another look", async () => {
    await db.admin(`with r as (insert into progress_reports (assignment_id, by_body_id, by_name, percent, text)
      select a.id, a.body_id, '', 0, '' from assignments a join bodies b on b.id = a.body_id where b.slug = 'police' returning id, assignment_id)
      insert into progress_figures (report_id, assignment_id, figure, period, value)
        select id, assignment_id, 'III.2.4', p, 100 from r, unnest(array['2022-H2', '2023-H1']) p`)
    expect((await get("lan", paths.campaign(period))).html).toContain(
      "III.2.4: 1.234, cao hơn 3 lần mức cao nhất trước đây (100)",
    )
  })
  test.each([
    ["1.234", 1234],
    ["1 234 567", 1234567],
    ["1,5", 1.5],
    ["0", 0],
    ["-1", null],
    ["ba", null],
    ["1e9", null],
    ["1.5", 1.5],
  ] as const)("“%s” is read as %s", (typed, value) => {
    expect(numberOf(typed)).toBe(value)
  })
})
