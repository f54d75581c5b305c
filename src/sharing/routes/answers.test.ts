import { beforeAll, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { proposeNumber } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

const text = async (at: string, who: Hub["lan"]) => (await hub.get(at, who)).text()
const answer = (at: string, fields: Record<string, string>, who = hub.tam) =>
  hub.post(`${at}/tra-loi`, fields, who)
async function released(number: string, more: Record<string, string> = {}): Promise<string> {
  const at = await proposeNumber(hub, number, more)
  await hub.post(`${at}/phat`, { isRead: "yes" }, hub.lan)
  return at
}

test("an operator answers what it blocked and when; who shared it reads the answer and the hours it took", async () => {
  const at = await released("0951 234 701")
  expect(await text(at, hub.tam)).toContain("Trả lời nơi chia sẻ")
  expect((await answer(at, { answer: "blocked", doneOn: "2023-09-15", doneTime: "07:00" })).status).toBe(303)
  const page = await text(at, hub.minh)
  expect(page).toContain("Viễn thông Mẫu")
  expect(page).toContain("Đã chặn")
  expect(page).toContain("Từ lúc phát đến nơi cuối cùng chặn")
})

test("a block in the future, a block without a time and a refusal without a reason come back with their sentence", async () => {
  const at = await released("0951 234 702")
  const said = async (fields: Record<string, string>) => {
    const back = await answer(at, fields)
    return [back.status, await back.text()] as const
  }
  const [ahead, aheadPage] = await said({ answer: "blocked", doneOn: "2030-01-01", doneTime: "09:00" })
  expect([ahead, aheadPage.includes("không thể ở tương lai")]).toEqual([422, true])
  const [noTime, noTimePage] = await said({ answer: "blocked" })
  expect([noTime, noTimePage.includes("Ghi ngày, giờ đã chặn")]).toEqual([422, true])
  const [noWhy, noWhyPage] = await said({ answer: "refused" })
  expect([noWhy, noWhyPage.includes("vì sao không làm")]).toEqual([422, true])
  expect(
    (await db.admin("select count(*)::int as n from indicator_answers where answered_name = 'Lê Thị Tâm'"))
      .rows[0]?.n,
  ).toBe(1)
})

test("a later answer stands in place of the earlier, which stays written", async () => {
  const at = await released("0951 234 703")
  await answer(at, { answer: "more-information", note: "Số này của mạng nào?" })
  await answer(at, { answer: "not-ours" })
  const page = await text(at, hub.minh)
  expect(page).toContain("Không phải của chúng tôi")
  expect(page).not.toContain("Số này của mạng nào?")
  const { rows } = await db.admin(
    "select count(*)::int as n from indicator_answers where indicator_id = $1",
    [at.slice(at.lastIndexOf("/") + 1)],
  )
  expect(rows[0]?.n).toBe(2)
})

test("a customer's name, number or account in an answer's words is sent back before anybody reads it; the number itself may stand there", async () => {
  const at = await released("0951 234 707")
  const told = await answer(at, {
    answer: "more-information",
    note: "Chủ thuê bao là 0912 345 111, hỏi lại?",
  })
  const page = await told.text()
  expect([told.status, page.includes("có thể là của khách hàng"), page.includes("0912 345 111")]).toEqual([
    422,
    true,
    true,
  ])
  expect(await text(at, hub.minh)).not.toContain("0912 345 111")
  const named = await answer(at, {
    answer: "more-information",
    note: "Chủ thuê bao là Nguyễn Văn An, hỏi lại?",
  })
  expect([named.status, (await named.text()).includes("Bỏ tên người")]).toEqual([422, true])
  expect(await text(at, hub.minh)).not.toContain("Nguyễn Văn An")
  const own = await answer(at, { answer: "more-information", note: "0951 234 707 gọi từ đâu?" })
  expect(own.status).toBe(303)
})

test("another receiver does not read it, and who has not received the indicator answers nothing", async () => {
  const at = await released("0951 234 704")
  await answer(at, { answer: "refused", note: "Chờ lệnh của pháp chế" })
  expect(await text(at, hub.cong)).not.toContain("Chờ lệnh của pháp chế")
  const closed = await released("0951 234 705", { tlp: "amber", audience: "enterprises" })
  expect((await answer(closed, { answer: "not-ours" }, hub.cong)).status).toBe(404)
  expect((await answer(at, { answer: "not-ours" }, hub.minh)).status).toBe(409)
})

test("who shared a number that is not the enterprise's reads whose its prefix is, and that it may have been ported", async () => {
  const at = await released("0912 000 706")
  await answer(at, { answer: "not-ours" })
  expect(await text(at, hub.minh)).toMatch(/đầu số của Vinaphone; có thể đã chuyển mạng giữ số/i)
})
