import { beforeAll, describe, expect, test } from "vitest"
import { casePaths, tipsAreAnswered } from "../cases/index.ts"
import { deliverOutbox } from "../kernel/outbox.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { forwardsComeBack, signalPaths as paths } from "../signals/index.ts"
import { codeOn, type Hub, hubOf, once } from "../signals/testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

let serial = 100
/** A tip through the portal; its id and the reporter's code. */
async function tip(fields: Record<string, string>) {
  serial += 1
  const page = await hub.post(paths.reportIdentifier, { once: once(serial), ...fields })
  const code = codeOn(await page.text())
  const found = await db.admin("select id from signals order by id desc limit 1")
  return { id: String(found.rows[0].id), code }
}
const stateOf = async (id: string) =>
  (await db.admin(`select state from signals where id = '${id}'`)).rows[0].state
const deliver = () => deliverOutbox(hub.house.db, [tipsAreAnswered, forwardsComeBack], hub.house.log)
const follow = async (code: string) => (await hub.post(paths.follow, { code })).text()

describe("a tip becomes a case, and the case answers the reporter", () => {
  test("opened from the tip, handed to the police, returned, closed: each step in plain words with the code", async () => {
    const { id, code } = await tip({ text: "Số 0966 565 656 bán SIM đã kích hoạt sẵn." })
    const door = await (await hub.get(casePaths.newFrom(id), hub.minh)).text()
    expect(door).toContain("0966 565 656")
    const made = await hub.post(casePaths.newCase, { title: "Bán SIM kích hoạt sẵn", tin: id }, hub.minh)
    const caseId = String(made.headers.get("location")).split("/").at(-1) ?? ""
    expect(await stateOf(id)).toBe("in-case")
    expect(await (await hub.get(casePaths.case(caseId), hub.minh)).text()).toContain(paths.signal(id))

    const step = (slug: string, fields: Record<string, string>, who = hub.lan) =>
      hub.post(casePaths.form(caseId, slug), fields, who)
    expect((await step("xac-minh", {}, hub.minh)).status).toBe(303)
    const police = { toBodyId: hub.cong.bodyId, reason: "Có dấu hiệu tội phạm" }
    expect((await step("chuyen-cong-an", police)).status).toBe(409)
    await hub.post(paths.signalForm(id, "loi-da-che"), { redactedText: "Số 0966 565 656 bán SIM." }, hub.minh)
    expect((await step("chuyen-cong-an", police)).status).toBe(303)
    await deliver()
    expect(await follow(code)).toContain("đã chuyển cơ quan công an")
    const theirs = await (await hub.get(casePaths.case(caseId), hub.son)).text()
    expect(theirs).not.toContain("Tin báo trong vụ việc")
    expect((await step("tra-ho-so", { reason: "Chưa đủ căn cứ" }, hub.son)).status).toBe(303)
    await deliver()
    expect(await follow(code)).toContain("đã trả hồ sơ")
    expect((await step("khong-vi-pham", { reason: "SIM chính chủ" })).status).toBe(303)
    expect((await step("ket-thuc", { reason: "Không vi phạm" })).status).toBe(303)
    await deliver()
    expect(await stateOf(id)).toBe("closed")
    expect(await follow(code)).toContain("không thấy vi phạm")
    await deliver()
    const ends = await db.admin(
      `select count(*) from signal_events where signal_id = '${id}' and what = 'signal.case-ended'`,
    )
    expect(Number(ends.rows[0].count)).toBe(1)
  })

  test("two officers who open a case from one tip make one case", async () => {
    const { id } = await tip({ text: "Số 0966 565 111 bán SIM." })
    await hub.post(casePaths.newCase, { title: "Vụ thứ nhất", tin: id }, hub.minh)
    const second = await hub.post(casePaths.newCase, { title: "Vụ thứ hai", tin: id }, hub.lan)
    expect(second.status).toBe(409)
    const cases = await db.admin("select title from cases where title like 'Vụ thứ%'")
    expect(cases.rows).toEqual([{ title: "Vụ thứ nhất" }])
  })
})
