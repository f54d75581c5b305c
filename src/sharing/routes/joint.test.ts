import { beforeAll, describe, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { bodies } from "../../testing/province.ts"
import { paths } from "../paths.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

const asked = {
  title: "Chặn cuộc gọi giả đầu số trước Tết",
  what: "Mỗi nhà mạng bật bộ lọc cuộc gọi giả đầu số quốc tế.",
  dueOn: "2023-09-20",
  bodies: bodies.telco.id,
}
async function propose(more: Record<string, string> = {}): Promise<string> {
  const answer = await hub.post(paths.newJoint, { ...asked, ...more }, hub.minh)
  expect(answer.status).toBe(303)
  return (answer.headers.get("location") ?? "").split("?")[0] ?? ""
}
const text = async (at: string, who: Hub["lan"]) => (await hub.get(at, who)).text()

describe("a joint action", () => {
  test("is led by one body with a day; the enterprise that was asked answers, and the leader reads it and ends it", async () => {
    const at = await propose()
    expect(await text(paths.joints, hub.tam)).toContain(asked.title)
    expect(await text(at, hub.tam)).toContain("Trả lời phần của đơn vị mình")
    const joined = await hub.post(`${at}/tra-loi`, { answer: "done", note: "Bật từ 14 giờ." }, hub.tam)
    expect(joined.status).toBe(303)
    expect(await text(at, hub.minh)).toContain("Đã làm xong phần mình")
    expect((await hub.post(`${at}/xong`, { outcome: "Cả tỉnh đã bật bộ lọc." }, hub.minh)).status).toBe(303)
    expect(await text(at, hub.tam)).toContain("Cả tỉnh đã bật bộ lọc.")
    expect((await hub.post(`${at}/tra-loi`, { answer: "joins" }, hub.tam)).status).toBe(409)
  })

  test("is seen by who leads it and who was asked; nobody else opens, answers or ends it", async () => {
    const at = await propose()
    expect((await hub.get(at, hub.son)).status).toBe(404)
    expect((await hub.post(`${at}/tra-loi`, { answer: "joins" }, hub.son)).status).toBe(404)
    expect((await hub.post(`${at}/xong`, { outcome: "Xong." }, hub.tam)).status).not.toBe(303)
    const { rows } = await db.admin("select state from joint_actions where id = $1", [
      at.slice(at.lastIndexOf("/") + 1),
    ])
    expect(rows[0]?.state).toBe("open")
  })

  test("takes no customer's number or account in its words, and no day that is over; what was typed comes back", async () => {
    const named = await hub.post(
      paths.newJoint,
      { ...asked, what: "Khách hàng 0951 234 567 bị lừa." },
      hub.minh,
    )
    expect(named.status).toBe(422)
    const page = await named.text()
    expect(page).toContain("Bỏ tên người, số, tài khoản, giấy tờ khỏi lời")
    expect(page).toContain("Khách hàng 0951 234 567 bị lừa.")
    expect((await hub.post(paths.newJoint, { ...asked, dueOn: "2023-09-14" }, hub.minh)).status).toBe(422)
    const at = await propose()
    const answer = { answer: "cannot", note: "Thuê bao 0951 234 567 khiếu nại." }
    expect((await hub.post(`${at}/tra-loi`, answer, hub.tam)).status).toBe(422)
    expect((await hub.post(`${at}/tra-loi`, { answer: "cannot", note: "" }, hub.tam)).status).toBe(422)
  })

  test("an enterprise leads one as well as an agency", async () => {
    const led = await hub.post(paths.newJoint, { ...asked, bodies: bodies.hub.id }, hub.tam)
    expect(led.status).toBe(303)
  })
})
