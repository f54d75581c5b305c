/** The end date of personal data: a warning before, a hold with a reason, and an erasure that figures and journal survive. */
import { beforeAll, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { eraseOver } from "../actions/retention.ts"
import { paths } from "../paths.ts"
import { codeOn, type Hub, hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
let serial = 0
beforeAll(async () => {
  hub = await hubOf(db)
})
const beginOn = (day: string) =>
  db.admin(`create or replace function erasure_begins() returns timestamptz language sql stable parallel safe
    as $f$ select '${day}'::timestamptz $f$`)

async function closedTip(): Promise<{ id: string; code: string }> {
  serial += 1
  const text = `Số 0977 105 ${900 + serial} lừa tôi. Tôi là Đỗ Thị Kín.`
  const sent = { once: once(serial), text, name: "Đỗ Thị Kín", contact: "0912 345 911" }
  const code = codeOn(await (await hub.post(paths.reportIdentifier, sent)).text())
  const id = String((await db.admin("select id from signals order by id desc limit 1")).rows[0]?.id)
  await hub.post(paths.signalForm(id, "ket-thuc"), { closeReason: "handled" }, hub.lan)
  return { id, code }
}
const aged = (id: string, months: number) =>
  db.admin(`update signals set changed_at = changed_at - interval '${months} months' where id = '${id}'`)
const words = async (path: string, who = hub.lan) =>
  (await (await hub.get(path, who)).text()).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")
const sealOf = async (id: string) =>
  (await db.admin(`select identity from signal_seals where signal_id = '${id}'`)).rows[0]?.identity

test("for thirty days after the upgrade nothing is erased, however old, and the page of a tip says so", async () => {
  const { id } = await closedTip()
  await beginOn("2023-10-01")
  await aged(id, 40)
  expect(await eraseOver(hub.house)).toBe(0)
  expect(await words(paths.signal(id))).toMatch(/bị xóa ngày .{0,12}01\/10\/2023/)
  await beginOn("2020-01-01")
  expect(await eraseOver(hub.house)).toBe(1)
})

test("a tip that is over tells the day on which its reporter's data is erased, by a rule that is called unverified, and the desk hears of it a month before", async () => {
  const { id } = await closedTip()
  const page = await words(paths.signal(id))
  expect(page).toMatch(/bị xóa ngày .{0,12}15\/09\/2025/)
  expect(page).toContain("chưa đối chiếu")
  expect(await words("/lam-viec")).not.toContain("sắp xóa dữ liệu cá nhân")
  await aged(id, 23)
  await db.admin(`update signals set changed_at = changed_at - interval '10 days' where id = '${id}'`)
  expect(await words("/lam-viec")).toContain("1 tin sắp xóa dữ liệu cá nhân trong 30 ngày")
  expect(await words(`${paths.signals}?ngan=ending`)).toContain("0977 105 902")
})

test("once its months are over a tip loses name, contact, raw words and notes, once; masked words, state and journal stay, and its code still follows it", async () => {
  const { id, code } = await closedTip()
  await hub.post(paths.signalForm(id, "ghi-chu"), { words: "Đã trả lời." }, hub.lan)
  await aged(id, 25)
  expect(await eraseOver(hub.house)).toBe(1)
  expect(await eraseOver(hub.house)).toBe(0)
  expect(await sealOf(id)).toBeNull()
  const page = await words(paths.signal(id))
  expect(page).toContain("Dữ liệu cá nhân của tin này đã xóa ngày")
  expect(page).toContain("0977 105 903")
  expect(page).not.toContain("Đã trả lời.")
  expect(page).not.toContain("Mở danh tính người báo")
  const told = await db.admin(
    "select record_id from journal where what = 'signal.personal-data-erased' order by id",
  )
  expect(told.rows.at(-1)).toEqual({ record_id: id })
  expect((await hub.post(paths.follow, { code })).status).toBe(200)
})

test("a tip that is held, with a reason, stays whole until the hold is lifted; one that another body took over stays whole too", async () => {
  const { id } = await closedTip()
  await aged(id, 25)
  await hub.post(paths.signalForm(id, "giu-lai"), { holdReason: "Đang có khiếu nại." }, hub.lan)
  expect(await words(paths.signal(id))).toContain("Đang có khiếu nại.")
  expect(await eraseOver(hub.house)).toBe(0)
  expect(await sealOf(id)).not.toBeNull()
  await hub.post(paths.signalForm(id, "thoi-giu-lai"), {}, hub.lan)
  await db.admin(`insert into signal_forwards (signal_id, from_body_id, to_body_id, sheet, reason, state, sent_name, sent_by)
    select s.id, s.body_id, b.id, '{}', 'x', 'sent', 'Lan', null from signals s, bodies b where s.id = '${id}' and b.slug = 'police'`)
  expect(await eraseOver(hub.house)).toBe(0)
  await db.admin(`delete from signal_forwards where signal_id = '${id}'`)
  expect(await eraseOver(hub.house)).toBe(1)
})

test("a reporter whose tip was merged into one that is worked on, in a file or held stays known, over two steps too, until nothing keeps it", async () => {
  const [first, second, last] = [await closedTip(), await closedTip(), await closedTip()]
  const into = (id: string, other: string) =>
    db.admin("update signals set state = 'merged', close_reason = null, into_id = $2 where id = $1", [
      id,
      other,
    ])
  await into(first.id, second.id)
  await into(second.id, last.id)
  await aged(first.id, 25)
  await db.admin(`update signals set state = 'reviewing', close_reason = null where id = '${last.id}'`)
  expect(await eraseOver(hub.house)).toBe(0)
  expect(await words(paths.signal(first.id))).toMatch(/Chưa xóa: tin này, hoặc tin mà nó gộp vào/)
  const ending = await (await hub.get(`${paths.signals}?ngan=ending`, hub.lan)).text()
  expect(ending).not.toContain(first.id)
  await hub.post(paths.signalForm(last.id, "ket-thuc"), { closeReason: "handled" }, hub.lan)
  await hub.post(paths.signalForm(last.id, "giu-lai"), { holdReason: "Đang có khiếu nại." }, hub.lan)
  expect(await eraseOver(hub.house)).toBe(0)
  expect(await sealOf(first.id)).not.toBeNull()
  await hub.post(paths.signalForm(last.id, "thoi-giu-lai"), {}, hub.lan)
  expect(await words(paths.signal(first.id))).toMatch(/bị xóa ngày/)
  expect(await (await hub.get(`${paths.signals}?ngan=ending`, hub.lan)).text()).toContain(first.id)
  expect(await eraseOver(hub.house)).toBe(1)
  expect(await sealOf(first.id)).toBeNull()
})

test("a reporter who writes again after the erasure is read by the desk, and those words come to their end too", async () => {
  const { id, code } = await closedTip()
  await aged(id, 25)
  expect(await eraseOver(hub.house)).toBe(1)
  await db.admin(`update signals set erased_at = erased_at - interval '1 day' where id = '${id}'`)
  expect(
    (await hub.post(paths.followMessages, { code, text: "Hôm nay họ lại gọi tôi." })).status,
  ).toBeLessThan(400)
  const written = async () =>
    Number(
      (
        await db.admin(
          `select length(sealed) as bytes from signal_messages where signal_id = '${id}' and side = 'reporter'`,
        )
      ).rows[0]?.bytes,
    )
  const before = await written()
  const page = await words(paths.signal(id))
  expect(page).toContain("Hôm nay họ lại gọi tôi.")
  expect(page).toMatch(/bị xóa ngày/)
  expect(await eraseOver(hub.house)).toBe(0)
  await db.admin(`update signals set erased_at = erased_at - interval '26 months' where id = '${id}'`)
  await aged(id, 25)
  expect(await eraseOver(hub.house)).toBe(1)
  expect(await written()).toBeLessThan(before)
  expect(await eraseOver(hub.house)).toBe(0)
})
