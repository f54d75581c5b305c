import { beforeAll, describe, expect, test } from "vitest"
import { samplePlan } from "../directives/testing/province.ts"
import { townOf } from "../directives/testing/town.ts"
import { asOfficer } from "../kernel/db/database.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"
import { bodies, people } from "../testing/province.ts"
import { events, leadsTo, states } from "./domain/life.ts"
import { paths } from "./paths.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})
const text = async (at: string, who: Hub["lan"]) => (await hub.get(at, who)).text()
const post = async (at: string, fields: Record<string, string>, who: Hub["lan"]) =>
  (await hub.post(at, fields, who)).status
/** Several answers under one name. */
const postAll = async (at: string, fields: [string, string][], who: Hub["lan"]) =>
  (
    await hub.app.request(at, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { "sec-fetch-site": "same-origin", cookie: who.cookie },
    })
  ).status
const one = async (query: string, values: unknown[] = []) => (await db.admin(query, values)).rows[0]

const written = {
  title: "Bộ quy chế chung về khóa tài khoản lừa đảo",
  problem: "Yêu cầu gỡ bài đi qua nhiều cơ quan, trung bình ba ngày mới tới nền tảng.",
  toBody: bodies.office.id,
}
async function begun(more: Record<string, string> = {}): Promise<string> {
  const made = await hub.post(paths.begin, { ...written, ...more }, hub.minh)
  expect(made.status).toBe(303)
  return (made.headers.get("location") ?? "").replace(/\?.*/, "")
}
const option = { title: "Một đầu mối ở Sở", effects: "Nhanh hơn hai ngày; Sở thêm một người trực." }
async function asked(at: string, whom: string[]): Promise<void> {
  expect(await post(`${at}/phuong-an`, { ...option, isProposed: "yes" }, hub.minh)).toBe(303)
  const fields = whom.map((id): [string, string] => ["bodies", id])
  const rest: [string, string][] = [
    ["question", "Phương án một đầu mối có vướng gì ở cơ quan bạn?"],
    ["dueOn", "2023-09-25"],
  ]
  expect(await postAll(`${at}/lay-y-kien`, [...fields, ...rest], hub.minh)).toBe(303)
}
const requestTo = async (at: string, bodyId: string) => {
  const id = at.split("/").at(-1)
  const row = await one("select id from proposal_requests where proposal_id = $1 and to_body_id = $2", [
    id,
    bodyId,
  ])
  return paths.request(String(row?.id))
}
const paper = { number: "31/TTr-STTTT", on: "2023-09-15" }

test("a proposal keeps its figures as of a day, is answered by each body alone, summed up, submitted and decided", async () => {
  const at = await begun()
  const figures: [string, string][] = [
    ["period", "2023-H2"],
    ["figures", "II.1"],
  ]
  expect(await postAll(`${at}/so-lieu`, figures, hub.minh)).toBe(303)
  const kept = await text(at, hub.minh)
  expect(kept).toContain("giữ ngày thứ Sáu, 15/09/2023")
  expect(kept).toContain("không đổi")
  // A letter is issued later: what was kept stands, today's number stands beside it.
  const letter = await townOf(db).issue(samplePlan())
  const moved = await text(at, hub.minh)
  expect(moved).not.toContain("không đổi")
  expect(moved).toMatch(/<b>0 văn bản<\/b>[\s\S]*1 văn bản/)
  await asked(at, [bodies.police.id, bodies.telco.id])
  const [toPolice, toTelco] = [await requestTo(at, bodies.police.id), await requestTo(at, bodies.telco.id)]

  expect(await text("/lam-viec", hub.cong)).toContain("đề xuất đang lấy ý kiến cơ quan bạn")
  const sent = await text(toPolice, hub.cong)
  for (const shown of [written.problem, option.title, "Phương án một đầu mối có vướng gì"])
    expect(sent).toContain(shown)
  // Neither the proposal itself, nor what the others are asked.
  expect((await hub.get(at, hub.cong)).status).toBe(404)
  expect((await hub.get(toTelco, hub.cong)).status).toBe(404)
  expect((await hub.get(toPolice, hub.ngoai)).status).toBe(404)
  const short = await hub.post(`${toPolice}/tra-loi`, { stance: "objects", opinion: "" }, hub.cong)
  expect(short.status).toBe(422)
  expect(await short.text()).toContain("nêu điều gì và vì sao")
  const opinion = "Việc khóa tài khoản cần văn bản của Công an."
  expect(await post(`${toPolice}/tra-loi`, { stance: "agrees-but", opinion }, hub.cong)).toBe(303)
  expect(await post(`${toPolice}/tra-loi`, { stance: "agrees", opinion: "" }, hub.cong)).toBe(409)
  // Nobody ends it before its day while a body has not answered.
  expect(await post(`${at}/ket-thuc-lay-y-kien`, {}, hub.minh)).toBe(409)
  expect(await post(`${toTelco}/tra-loi`, { stance: "agrees", opinion: "" }, hub.tam)).toBe(303)
  expect(await text(at, hub.minh)).toContain(opinion)
  expect(await post(`${at}/ket-thuc-lay-y-kien`, {}, hub.minh)).toBe(303)

  // Every opinion is dealt with before it goes up; one that is not taken up says why.
  expect(await post(`${at}/trinh`, paper, hub.minh)).toBe(409)
  const policeId = toPolice.split("/").at(-1) ?? ""
  const telcoId = toTelco.split("/").at(-1) ?? ""
  expect(await post(`${at}/tiep-thu`, { requestId: policeId, taken: "explained", note: "" }, hub.minh)).toBe(
    422,
  )
  const note = "Đã bổ sung: Công an ký yêu cầu khóa."
  expect(await post(`${at}/tiep-thu`, { requestId: policeId, taken: "accepted", note }, hub.minh)).toBe(303)
  expect(await post(`${at}/tiep-thu`, { requestId: telcoId, taken: "accepted", note: "" }, hub.minh)).toBe(
    303,
  )
  expect(await text(at, hub.minh)).toContain("Bảng tổng hợp ý kiến")
  expect((await hub.get(at, hub.thu)).status).toBe(404)

  // The paper goes the way of outgoing documents, with the synthesis as its annex.
  const drafted = await hub.post(`${at}/van-ban`, { kind: "submission", signerId: people.lan.id }, hub.minh)
  expect(drafted.headers.get("location")).toContain("/van-ban-di/")
  const model = String((await one("select model::text as model from official_documents"))?.model)
  for (const printed of [opinion, note, option.title, "Văn bản chỉ đạo, triển khai đã ban hành", "0 văn bản"])
    expect(model).toContain(printed)
  expect(await text(at, hub.minh)).toContain("Dự thảo")
  expect(await post(`${at}/trinh`, paper, hub.minh)).toBe(303)

  // Whoever it goes to reads it now, and not who said what; it decides, by its paper.
  const above = await text(at, hub.thu)
  expect(above).toContain(written.problem)
  expect(above).not.toContain(opinion)
  const outcome = { outcome: "partly", number: "512/UBND-KGVX", on: "2023-09-15", note: "" }
  expect(await post(`${at}/quyet-dinh`, outcome, hub.thu)).toBe(422)
  expect(await post(`${at}/noi-dung`, written, hub.thu)).toBe(409)
  expect(await post(`${at}/quyet-dinh`, { ...outcome, note: "Đồng ý, trừ kinh phí." }, hub.thu)).toBe(303)
  const after = await text(at, hub.minh)
  for (const shown of ["Chấp thuận một phần", "512/UBND-KGVX", "Đồng ý, trừ kinh phí."])
    expect(after).toContain(shown)
  // The letter that gives the tasks is named, and leads back to them.
  expect(await post(`${at}/giao-viec`, { directiveId: "không có" }, hub.minh)).toBe(422)
  expect(await post(`${at}/giao-viec`, { directiveId: letter }, hub.minh)).toBe(303)
  expect(await text(at, hub.minh)).toContain(`href="/van-ban/${letter}"`)
  expect(await post(`${at}/quyet-dinh`, { ...outcome, note: "Lần nữa" }, hub.minh)).toBe(409)
})

test("whoever decided gives the tasks by one form: each body has its own, the letter bears the decision's number, and the report of whoever proposed says what became of them", async () => {
  const at = await begun({ title: "Một đầu mối nhận yêu cầu gỡ bài" })
  expect(await post(`${at}/phuong-an`, { ...option, isProposed: "yes" }, hub.minh)).toBe(303)
  expect(await post(`${at}/khong-lay-y-kien`, { reason: "Đã thống nhất tại cuộc họp." }, hub.minh)).toBe(303)
  expect(await post(`${at}/trinh`, paper, hub.minh)).toBe(303)
  const given: [string, string][] = [
    ["tasks", "Cử một người trực đầu mối\nBáo cáo kết quả tháng đầu"],
    ["bodies", bodies.culture.id],
    ["bodies", bodies.district.id],
    ["dueOn", "2023-10-10"],
  ]
  expect(await postAll(`${at}/giao-theo-quyet-dinh`, given, hub.thu)).not.toBe(303)
  const outcome = { outcome: "approved", number: "77/UBND-KGVX", on: "2023-09-15", note: "" }
  expect(await post(`${at}/quyet-dinh`, outcome, hub.thu)).toBe(303)
  expect(await text(at, hub.thu)).toContain("Một đầu mối ở Sở</textarea>")
  const late: [string, string][] = [...given.slice(0, 3), ["dueOn", "2023-09-01"]]
  expect(await postAll(`${at}/giao-theo-quyet-dinh`, late, hub.thu)).toBe(422)
  expect(await postAll(`${at}/giao-theo-quyet-dinh`, given, hub.ngoai)).not.toBe(303)
  for (let n = 0; n < 2; n += 1) expect(await postAll(`${at}/giao-theo-quyet-dinh`, given, hub.thu)).toBe(303)
  const made = await db.admin(
    "select d.number, d.symbol, a.id, a.body_id from assignments a join directives d on d.id = a.directive_id where d.subject = $1",
    ["Một đầu mối nhận yêu cầu gỡ bài"],
  )
  expect(made.rows).toHaveLength(4)
  expect(made.rows[0]).toMatchObject({ number: "77", symbol: "UBND-KGVX" })
  expect(await text("/lam-viec", hub.van)).toContain("Cử một người trực đầu mối")
  // The body that proposed it reads no task of others, and knows how many there are.
  expect(await text(at, hub.minh)).toContain("4 nhiệm vụ đã giao: 0 xong, 0 quá hạn")
  await db.admin("update assignments set state = 'done', done_on = '2023-09-15' where id = $1", [
    made.rows[0]?.id,
  ])
  const report = (await text("/bao-cao/so-lieu/2023-H2/van-ban", hub.minh)).replaceAll(/<[^>]+>/g, "")
  expect(report).toContain("số 77/UBND-KGVX")
  expect(report).toContain("đã giao 4 nhiệm vụ: 1 xong, 0 quá hạn")
  // With those of the letter that another approved proposal names, where that was walked before.
  const { rows } = await db.admin(
    "select count(*)::int as left from assignments where state <> 'done' and directive_id in (select directive_id from proposal_letters)",
  )
  expect(report).toContain(
    `Hoàn thành ${rows[0]?.left} nhiệm vụ còn lại đã giao theo các kiến nghị được chấp thuận.`,
  )
})

test("what a report recommends becomes a proposal by one press, once, and the next report tells what became of it", async () => {
  const recommendation = "Cho phép lập tổ liên ngành xử lý SIM rác."
  const report = (period: string) => `/bao-cao/so-lieu/${period}/van-ban`
  expect(await post(report("2023-H1"), { VI: recommendation }, hub.minh)).toBe(303)
  expect(await text(report("2023-H1"), hub.minh)).toContain("Lập đề xuất")
  const press = () => hub.post(paths.takeUp, { ky: "2023-H1", kiennghi: recommendation }, hub.minh)
  const at = ((await press()).headers.get("location") ?? "").replace(/\?.*/, "")
  expect(((await press()).headers.get("location") ?? "").replace(/\?.*/, "")).toBe(at)
  expect(await text(at, hub.minh)).toContain("Từ kiến nghị của báo cáo 6 tháng đầu năm 2023")
  expect(await text(report("2023-H1"), hub.minh)).toContain(`href="${at}"`)
  const next = async () => (await text(report("2023-H2"), hub.minh)).replaceAll(/<[^>]+>/g, "")
  expect(await next()).toContain(`${recommendation}; Chưa trình`)
  expect(
    await post(`${at}/phuong-an`, { title: "Tổ do Sở chủ trì", effects: "Một đầu mối." }, hub.minh),
  ).toBe(303)
  expect(
    await post(`${at}/khong-lay-y-kien`, { reason: "Đã thống nhất tại cuộc họp giao ban." }, hub.minh),
  ).toBe(303)
  expect(await post(`${at}/trinh`, paper, hub.minh)).toBe(303)
  const refused = {
    outcome: "refused",
    number: "9/UBND-KGVX",
    on: "2023-09-15",
    note: "Chưa bố trí được biên chế.",
  }
  expect(await post(`${at}/quyet-dinh`, refused, hub.minh)).toBe(303)
  expect(await next()).toMatch(
    /tổ liên ngành xử lý SIM rác\.; .*số 31\/TTr-STTTT.*; Không chấp thuận, số 9\/UBND-KGVX/,
  )
})

test("a proposal that was sent back for more is not read by whoever it went to while it is worked on again, and goes to nobody else; a body asked twice is one body", async () => {
  const at = await begun({ title: "Đề xuất phải bổ sung" })
  expect(await post(`${at}/phuong-an`, option, hub.minh)).toBe(303)
  expect(await post(`${at}/khong-lay-y-kien`, { reason: "Đã thống nhất tại cuộc họp." }, hub.minh)).toBe(303)
  expect(await post(`${at}/trinh`, paper, hub.minh)).toBe(303)
  const more = { outcome: "returned", number: "60/UBND-KGVX", on: "2023-09-15", note: "Hỏi thêm Công an." }
  expect(await post(`${at}/quyet-dinh`, more, hub.thu)).toBe(303)
  expect(await text(at, hub.thu)).toContain("Hỏi thêm Công an.")
  const words = { ...written, title: "Đề xuất phải bổ sung" }
  const elsewhere = await hub.post(`${at}/noi-dung`, { ...words, toBody: "bo", ministry: "Bộ X" }, hub.minh)
  expect([elsewhere.status, (await elsewhere.text()).includes("nơi trình giữ nguyên")]).toEqual([422, true])
  expect(await post(`${at}/noi-dung`, words, hub.minh)).toBe(303)
  await expect(
    asOfficer(db, hub.minh.who, (tx) =>
      tx
        .updateTable("proposals")
        .set({ toBodyId: bodies.police.id })
        .where("id", "=", at.split("/").at(-1) ?? "")
        .execute(),
    ),
  ).rejects.toThrow("it was submitted there")
  await asked(at, [bodies.police.id])
  expect((await hub.get(at, hub.thu)).status).toBe(404)
  expect(await text(paths.proposals, hub.thu)).not.toContain("Đề xuất phải bổ sung")
  const first = await requestTo(at, bodies.police.id)
  expect(await post(`${first}/tra-loi`, { stance: "agrees", opinion: "" }, hub.cong)).toBe(303)
  expect(await post(`${at}/ket-thuc-lay-y-kien`, {}, hub.minh)).toBe(303)
  await asked(at, [bodies.police.id])
  expect(await text(at, hub.minh)).toContain("1/1 cơ quan đã trả lời")
})

describe("the database holds", () => {
  const as = <T>(key: "minh" | "cong" | "thu", work: Parameters<typeof asOfficer<T>>[2]) => {
    const { id: officerId, body } = people[key]
    return asOfficer(db, { officerId, bodyId: bodies[body].id, requestId: "test" }, work)
  }
  test("the same moves as the program", async () => {
    const { rows } = await db.admin("select before, after from proposal_moves()")
    const ours = states.flatMap((before) =>
      [...new Set(events.map((event) => leadsTo(before, event)))].flatMap((after) =>
        after === null ? [] : [{ before, after }],
      ),
    )
    const sorted = (all: readonly object[]) => all.map((row) => JSON.stringify(row)).toSorted()
    expect(sorted(rows)).toEqual(sorted(ours))
  })
  test("that nothing is decided without its decision, nor an opinion written by who asked", async () => {
    const at = await begun({ title: "Đề xuất thử luật của cơ sở dữ liệu" })
    const id = at.split("/").at(-1) ?? ""
    await asked(at, [bodies.police.id])
    await expect(
      as("minh", (tx) =>
        tx
          .updateTable("proposalRequests")
          .set({
            state: "answered",
            stance: "agrees",
            answeredName: "x",
            answeredAt: new Date().toISOString(),
          })
          .where("proposalId", "=", id)
          .execute(),
      ),
    ).rejects.toThrow("who was asked answers")
    await expect(
      as("minh", (tx) =>
        tx.updateTable("proposals").set({ state: "approved" }).where("id", "=", id).execute(),
      ),
    ).rejects.toThrow("does not become")
    await expect(
      as("minh", (tx) => tx.updateTable("proposals").set({ problem: "khác" }).where("id", "=", id).execute()),
    ).rejects.toThrow("stands while others read it")
  })
})
