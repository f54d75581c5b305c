/** Notes of a desk to itself on a tip and on a case, and the day on which it looks again. */
import { beforeAll, expect, test } from "vitest"
import type { Signed } from "../../accounts/testing.ts"
import { casePaths } from "../../cases/index.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { addDays, localDateOf } from "../../kernel/time.ts"
import { bodies } from "../../testing/province.ts"
import { paths } from "../paths.ts"
import { codeOn, type Hub, hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
let tip = ""
let code = ""
let today = ""
beforeAll(async () => {
  hub = await hubOf(db)
  today = localDateOf(hub.house.clock.now())
  const text = "Số 0977 105 611 xưng là công an, đòi kết bạn Zalo. Tôi là Đỗ Thị Kín."
  const sent = { once: once(1), text, name: "Đỗ Thị Kín", contact: "0912 345 611" }
  code = codeOn(await (await hub.post(paths.reportIdentifier, sent)).text())
  tip = String((await db.admin("select id from signals")).rows[0]?.id)
})
const words = async (path: string, who = hub.lan) =>
  (await (await hub.get(path, who)).text()).replace(/<[^>]+>/g, " ")
const note = (fields: Record<string, string>, slug = "ghi-chu") =>
  hub.post(paths.signalForm(tip, slug), fields, hub.lan)

test("a tip without a note keeps the card folded; a note of the desk is read by colleagues at once, by nobody else, and the journal tells that there is one without its words", async () => {
  const empty = await (await hub.get(paths.signal(tip), hub.lan)).text()
  expect(empty).toMatch(/<details [^>]*id="ghi-chu">/)
  expect((await note({ words: "Đã gọi ngân hàng hai lần, chưa ai nghe máy." })).status).toBe(303)
  expect(await words(paths.signal(tip), hub.minh)).toContain("Đã gọi ngân hàng hai lần")
  const read = await (await hub.get(paths.signal(tip), hub.lan)).text()
  expect(read).toMatch(/<section [^>]*id="ghi-chu">/)
  const follow = await (await hub.post(paths.follow, { code })).text()
  expect(follow).not.toContain("ngân hàng hai lần")
  expect((await hub.get(paths.signal(tip), hub.cong)).status).toBe(404)
  const told = await db.admin("select details::text as said from journal where what = 'signal.noted'")
  expect(told.rows).toHaveLength(1)
  expect(told.rows[0]?.said).not.toContain("ngân hàng")
})

test("a note that holds the reporter's name goes back to who typed it, with what was typed", async () => {
  const answer = await note({ words: "Chị Đỗ Thị Kín hẹn gọi lại." })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain("hẹn gọi lại.")
  const inWhat = await note({ followOn: addDays(today, 2), followFor: "Gọi 0912 345 611" }, "ngay-theo-doi")
  expect(inWhat.status).toBe(422)
})

test("on its day a tip is in the drawer and in the work of whoever handles it; yesterday is no day to look again; an empty day ends it", async () => {
  expect((await note({ followOn: addDays(today, -1) }, "ngay-theo-doi")).status).toBe(422)
  await note({ followOn: addDays(today, 3), followFor: "Hỏi lại ngân hàng" }, "ngay-theo-doi")
  expect(await words(paths.signals)).toContain("Theo dõi")
  expect(await words("/lam-viec")).not.toContain("đến ngày theo dõi")
  await note({ followOn: today, followFor: "Hỏi lại ngân hàng" }, "ngay-theo-doi")
  expect(await words("/lam-viec")).toContain("1 tin đến ngày theo dõi lại")
  expect(await words(`${paths.signals}?ngan=follow`)).toContain("0977 105 611")
  await hub.post(paths.signalForm(tip, "giao"), { officerId: hub.minh.officerId }, hub.lan)
  expect(await words("/lam-viec")).not.toContain("đến ngày theo dõi")
  expect(await words("/lam-viec", hub.minh)).toContain("1 tin đến ngày theo dõi lại")
  await note({ followOn: "" }, "ngay-theo-doi")
  expect(await words("/lam-viec", hub.minh)).not.toContain("đến ngày theo dõi")
})

test("a case has notes and a day of the body that works on it; a note that names a reporter of its tips is refused, and a tip joins no case whose notes name its reporter", async () => {
  const made = await hub.post(casePaths.newCase, { title: "Giả danh công an" }, hub.lan)
  const id = String(made.headers.get("location")).split("/").at(-1)
  const send = (slug: string, fields: Record<string, string>) =>
    hub.post(casePaths.form(String(id), slug), fields, hub.lan)
  expect((await send("ghi-chu", { words: "Chờ nhà mạng, gọi chị Đỗ Thị Kín sau." })).status).toBe(303)
  expect((await send("ngay-theo-doi", { followOn: today, followFor: "Hỏi nhà mạng" })).status).toBe(303)
  const page = await words(casePaths.case(String(id)))
  expect(page).toContain("Chờ nhà mạng")
  expect(page).toContain("Hỏi nhà mạng")
  expect(await words("/lam-viec")).toContain("1 vụ việc đến ngày theo dõi lại")
  expect(await words(`${casePaths.cases}?tt=follow`)).toContain("Giả danh công an")
  const opened = await hub.post(casePaths.newCase, { title: "Từ tin", tin: tip }, hub.lan)
  const own = String(opened.headers.get("location")).split("/").at(-1) ?? ""
  const named = await hub.post(casePaths.form(own, "ghi-chu"), { words: "Gọi Đỗ Thị Kín." }, hub.lan)
  expect(named.status).toBe(422)
})

const seenBy = (who: Signed) =>
  asOfficer(db, who.who, async (tx) => (await tx.selectFrom("deskNotes").select("id").execute()).length)

test("no other body reads a note, whatever it asks the database", async () => {
  const { rows } = await db.admin("select distinct body_id::text as body from desk_notes")
  expect(rows).toEqual([{ body: bodies.hub.id }])
  expect(await seenBy(hub.lan)).toBe(2)
  expect(await seenBy(hub.cong)).toBe(0)
})
