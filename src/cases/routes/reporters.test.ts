import { beforeAll, expect, test } from "vitest"
import { deliverOutbox } from "../../kernel/outbox.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { signalPaths } from "../../signals/index.ts"
import { codeOn, type Hub, hubOf, once } from "../../signals/testing/hub.ts"
import { casePaths as paths, tipsAreAnswered } from "../index.ts"

/** What comes of a file with the police reaches each reporter: of the first tip, of one that joined, of one merged. */
const db = await freshDatabase()
let hub: Hub
const codes: string[] = []
let id = ""

async function tip(n: number): Promise<string> {
  const text = `Số 0988 222 111 lừa đảo, người thứ ${n}.`
  const page = await hub.post(signalPaths.reportOther, { once: once(8_000 + n), text })
  codes.push(codeOn(await page.text()))
  return String((await db.admin("select id from signals order by id desc limit 1")).rows[0].id)
}
const read = async () => {
  await deliverOutbox(hub.house.db, [tipsAreAnswered], hub.house.log)
  return Promise.all(codes.map(async (code) => (await hub.post(signalPaths.follow, { code })).text()))
}

beforeAll(async () => {
  hub = await hubOf(db)
  const [first, second, third] = [await tip(1), await tip(2), await tip(3)]
  await hub.post(signalPaths.signalForm(third, "gop"), { into: first }, hub.minh)
  const made = await hub.post(paths.newCase, { title: "Tên riêng của vụ việc", tin: first }, hub.minh)
  id = String(made.headers.get("location")).split("/").at(-1) ?? ""
  const joined = await hub.post(paths.joinCase, { tin: second, caseId: id }, hub.minh)
  expect(joined.status).toBe(303)
  await hub.post(paths.form(id, "xac-minh"), {}, hub.minh)
  for (const one of [first, second, third])
    await hub.post(
      signalPaths.signalForm(one, "loi-da-che"),
      { redactedText: "Số 0988 222 111 lừa." },
      hub.minh,
    )
  const handed = { toBodyId: hub.cong.bodyId, reason: "Dấu hiệu Điều 174" }
  expect((await hub.post(paths.form(id, "chuyen-cong-an"), handed, hub.lan)).status).toBe(303)
})

test.each([
  ["tiep-nhan", {}, "Cơ quan công an đã tiếp nhận hồ sơ"],
  ["tam-dinh-chi", { reason: "Chờ giám định, theo lời bà Kín" }, "tạm dừng giải quyết để chờ thêm kết quả"],
  ["phuc-hoi", { reason: "Có kết quả giám định" }, "Cơ quan công an đã tiếp tục giải quyết."],
  [
    "khoi-to",
    { paperNumber: "5/QĐ", decidedOn: "2023-09-15", reason: "Khởi tố bị can" },
    "Cơ quan công an đã khởi tố vụ án.",
  ],
] as const)(
  "after %s each of the three reads it in plain words, and no reason of the police",
  async (slug, fields, said) => {
    expect((await hub.post(paths.form(id, slug), fields, hub.son)).status).toBe(303)
    for (const page of await read()) {
      expect(page).toContain(said)
      expect(page).not.toMatch(/giám định, theo|Khởi tố bị can|Tên riêng của vụ việc/)
    }
  },
)

test("three tips of one number are put into the case that shares it in one press, and a new case is named after trick and number", async () => {
  const text = (n: number) => `Số 0977 555 444 lừa đảo, người thứ ${n}.`
  const tips: string[] = []
  for (const n of [1, 2, 3]) {
    await hub.post(signalPaths.reportOther, { once: once(8_100 + n), text: text(n) })
    tips.push(String((await db.admin("select id from signals order by id desc limit 1")).rows[0].id))
  }
  const [first = "", second = "", third = ""] = tips
  const form = await (await hub.get(`${paths.newCase}?tin=${first}`, hub.minh)).text()
  expect(/name="title"[^>]*value="([^"]*)"/.exec(form)?.[1]).toMatch(/0977 555 444$/)
  const made = await hub.post(paths.newCase, { title: "Giả công an", tin: first }, hub.minh)
  const caseId = String(made.headers.get("location")).split("/").at(-1) ?? ""
  const page = await (await hub.get(`${paths.newCase}?tin=${second}`, hub.minh)).text()
  expect(page).toContain("Giả công an · cùng đầu mối")
  expect(page).toContain("Đưa 1 tin khác cùng đầu mối vào luôn")
  const joined = await hub.post(paths.joinCase, { tin: second, caseId, ca: "yes" }, hub.minh)
  expect(joined.status).toBe(303)
  const { rows } = await db.admin("select id from signals where case_id = $1 order by id", [caseId])
  expect(rows.map((row) => row.id)).toEqual([first, second, third])
  const journaled = await db.admin(
    "select count(*)::int as n from journal where what = 'case.signal-joined' and record_id = $1",
    [caseId],
  )
  expect(journaled.rows).toEqual([{ n: 2 }])
})
