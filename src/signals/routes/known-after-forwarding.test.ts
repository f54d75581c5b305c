/** A tip goes on while a number in it is taken for the swindler's; afterwards an officer says that it is the reporter's. */
import { beforeAll, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { paths } from "../paths.ts"
import { type Hub, hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
let serial = 40
beforeAll(async () => {
  hub = await hubOf(db)
})

const bared = /966[\s.]*700[\s.]*303/
const one = async (sql: string, values: unknown[] = []) => (await db.admin(sql, values)).rows[0] ?? {}

async function forwarded(): Promise<{ signal: string; forward: string }> {
  serial += 1
  const text = "Số 0966 700 303 gọi quảng cáo, rồi số 0988 222 111 đòi tiền."
  await hub.post(paths.reportIdentifier, { once: once(serial), text })
  const signal = String((await one("select id from signals order by id desc limit 1")).id)
  const at = (slug: string) => paths.signalForm(signal, slug)
  await hub.post(at("mo-nguyen-van"), { reason: "Đối chiếu" }, hub.minh)
  const words = String(
    (await one("select redacted_text as words from signals where id = $1", [signal])).words,
  )
  await hub.post(at("loi-da-che"), { redactedText: words }, hub.minh)
  const sent = await hub.post(at("chuyen"), { toBodyId: hub.van.bodyId, reason: "Quảng cáo" }, hub.minh)
  expect(sent.status).toBe(303)
  const forward = String((await one("select id from signal_forwards where signal_id = $1", [signal])).id)
  return { signal, forward }
}
async function theirs(signal: string): Promise<void> {
  const clue = await one(
    "select m.indicator_id as id from signal_identifiers m join indicators i on i.id = m.indicator_id where m.signal_id = $1 and i.value like '%966700303'",
    [signal],
  )
  const role = { indicatorId: String(clue.id), role: "theirs" }
  expect((await hub.post(paths.signalForm(signal, "vai-tro"), role, hub.minh)).status).toBe(303)
}

test("a reporter whose number was forwarded is masked before the other side signs for it", async () => {
  const { signal, forward } = await forwarded()
  expect(await (await hub.get(paths.arriving, hub.van)).text()).toMatch(bared)
  await theirs(signal)
  const arriving = await (await hub.get(paths.arriving, hub.van)).text()
  expect(arriving).not.toMatch(bared)
  expect(arriving).toContain("0988 222 111")
  await hub.post(paths.arrivingReceive(forward), { number: "15/Đ" }, hub.van)
  expect((await one("select count(*)::int as n from signals where redacted_text ~ '966.?700.?303'")).n).toBe(
    0,
  )
})

test("a reporter whose number the other side signed for is masked there too, its clue goes under the seal, and the desk reads why", async () => {
  const { signal, forward } = await forwarded()
  const signed = await hub.post(paths.arrivingReceive(forward), { number: "16/Đ" }, hub.van)
  const copy = String(signed.headers.get("location")).split("/").at(-1) ?? ""
  expect(await (await hub.get(paths.signal(copy), hub.van)).text()).toMatch(bared)
  await theirs(signal)
  const page = await (await hub.get(paths.signal(copy), hub.van)).text()
  expect(page).not.toMatch(bared)
  expect(page).toContain("0988 222 111")
  expect(page).toContain("Nơi chuyển tin đến cho biết đầu mối này không phải của kẻ bị báo")
  const inClear = await one(
    "select count(*)::int as n from indicators where body_id = $1 and value like '%966700303'",
    [hub.van.bodyId],
  )
  expect(inClear.n).toBe(0)
  const sealed = await one("select role from signal_sealed_identifiers where signal_id = $1", [copy])
  expect(sealed.role).toBe("theirs")
  // What they write about it is compared with their seal from now on.
  const said = { text: "Có phải bạn dùng số 0966 700 303 không?" }
  expect((await hub.post(paths.signalForm(copy, "hoi"), said, hub.van)).status).toBe(422)
})
