import { beforeAll, expect, test } from "vitest"
import { asOfficer } from "../../kernel/db/database.ts"
import type { Mail } from "../../kernel/mail.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Hub, hubOf, once } from "../../signals/testing/hub.ts"
import { bodies } from "../../testing/province.ts"
import { paths } from "../paths.ts"
import { mailCommunes } from "./actions/mailing.ts"
import { childPaths } from "./paths.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

const facts = "Cháu bé khoảng 10 tuổi bị bắt tự quay phim, đang ở nhà một mình cạnh trạm bơm."
const text = async (at: string, who: Hub["lan"]) => (await hub.get(at, who)).text()
const post = async (at: string, fields: Record<string, string>, who: Hub["lan"]) =>
  (await hub.post(at, fields, who)).status
const row = async () => (await db.admin("select * from child_alerts")).rows[0]

async function complaintOf(nth: number): Promise<string> {
  const sent = await hub.post(paths.complain, {
    ...{
      standing: "guardian",
      url: "https://mxh.example/phong/9",
      holder: "Phòng kín",
      seenOn: "2023-09-14",
    },
    ...{ seenTime: "20:30", copyHash: "a".repeat(64), said: "Có người đang ép một cháu bé quay phim." },
    ...{ who: "Bà Kín Tiếng", contact: "kin@mau.example", once: once(0x940000 + nth) },
  })
  expect(sent.status).toBe(200)
  const { rows } = await db.admin("select id from notices order by id desc limit 1")
  return paths.notice(String(rows[0]?.id))
}

test("a commune is told of a child in danger before anything else is decided: at the top of its work, by mail without a word of it, with twelve hours, and its answer stands beside the notice", async () => {
  const at = await complaintOf(1)
  const tell = { toBody: bodies.district.id, facts }
  expect(await post(`${at}/bao-chu-tich`, { ...tell, facts: "Nguy." }, hub.minh)).toBe(422)
  expect(await post(`${at}/bao-chu-tich`, { ...tell, toBody: bodies.culture.id }, hub.minh)).toBe(422)
  expect(await post(`${at}/bao-chu-tich`, tell, hub.van)).not.toBe(303)
  expect(await post(`${at}/bao-chu-tich`, tell, hub.minh)).toBe(303)
  expect(await post(`${at}/bao-chu-tich`, tell, hub.minh)).toBe(422)

  const alert = await row()
  const hours = (Date.parse(String(alert?.due_at)) - Date.parse(String(alert?.sent_at))) / 3_600_000
  expect(Math.abs(hours - 12)).toBeLessThan(0.1)
  expect(Buffer.from(alert?.sealed as Uint8Array).toString("utf8")).not.toContain("trạm bơm")
  const theirs = childPaths.alert(String(alert?.id))
  expect(await text("/lam-viec", hub.huyen)).toContain("tin trẻ em đang gặp nguy hiểm: can thiệp trước")
  const mails: Mail[] = []
  const mailer = { send: async (mail: Mail) => void mails.push(mail) }
  // Without a mail server nobody was written to, and the page says so.
  expect(await mailCommunes(hub.house, null)).toBe(0)
  expect(await text(at, hub.lan)).toContain("Chưa gửi được thư cho xã")
  expect(await mailCommunes(hub.house, mailer)).toBe(1)
  expect(await mailCommunes(hub.house, mailer)).toBe(0)
  expect(mails.map(({ to }) => to)).toEqual(["huyen@mau.example"])
  expect(await text(at, hub.lan)).not.toContain("Chưa gửi được thư cho xã")
  expect(mails[0]?.text).not.toContain("trạm bơm")

  // A body that was not told finds nothing; the committee reads it, and nothing of who complained.
  for (const who of [hub.van, hub.cong, hub.tam]) expect((await hub.get(theirs, who)).status).not.toBe(200)
  const page = await text(theirs, hub.huyen)
  expect(page).toContain(facts)
  expect(page).not.toContain("mxh.example")
  expect((await hub.get(at, hub.huyen)).status).toBe(404)
  const { rows } = await db.admin("select count(*)::int as n from journal where what = 'child-alert.read'")
  expect(rows[0]?.n).toBeGreaterThan(0)
  expect(await text(at, hub.lan)).toContain("Chưa ai ở xã bấm nhận")
  expect(await post(`${theirs}/nhan`, {}, hub.minh)).not.toBe(303)
  expect(await post(`${theirs}/nhan`, {}, hub.huyen)).toBe(303)
  expect(await text(at, hub.lan)).not.toContain("Chưa ai ở xã bấm nhận")

  // The notice that follows says what was told, and its twelve hours are the alert's.
  const child = {
    ground: "tre-em",
    measure: "remove",
    emergency: "child",
    platformAddress: "phapche@mxh.example",
  }
  const why = {
    proportionality: "Ảnh của trẻ em đang bị phát trực tiếp.",
    lesser: "Gắn nhãn không dừng được việc ép.",
  }
  const commune = { commune: bodies.district.name, communeHow: "trong hệ thống" }
  expect(await post(`${at}/danh-gia`, { ...child, ...why, ...commune }, hub.minh)).toBe(303)
  const { rows: due } = await db.admin(
    "select n.commune_due_at = a.due_at as same from notices n join child_alerts a on a.notice_id = n.id",
  )
  expect(due[0]?.same).toBe(true)

  const note = "Đã đến nhà lúc 9 giờ, cháu an toàn, đang ở với bà ngoại."
  expect(await post(`${theirs}/da-xu-ly`, { note: "Xong." }, hub.huyen)).toBe(422)
  expect(await post(`${theirs}/da-xu-ly`, { note }, hub.huyen)).toBe(303)
  expect(await post(`${theirs}/da-xu-ly`, { note }, hub.huyen)).toBe(409)
  expect(await text(theirs, hub.minh)).toContain(note)
  const answered = await row()
  expect(answered?.done_note).toBeNull()
  expect(Buffer.from(answered?.sealed_done as Uint8Array).toString("utf8")).not.toContain("bà ngoại")
  expect(await text("/lam-viec", hub.huyen)).not.toContain("trẻ em đang gặp nguy hiểm")
})

test("a commune that has said nothing after twelve hours is late on its own page, at its work and beside the notice; who told it changes nothing of it", async () => {
  const at = await complaintOf(2)
  expect(await post(`${at}/bao-chu-tich`, { toBody: bodies.district.id, facts }, hub.minh)).toBe(303)
  const id = String((await db.admin("select id from child_alerts order by id desc limit 1")).rows[0]?.id)
  await db.admin("alter table child_alerts disable trigger child_alerts_guard")
  await db.admin("update child_alerts set due_at = sent_at - interval '1 minute' where id = $1", [id])
  await db.admin("alter table child_alerts enable trigger child_alerts_guard")
  expect(await text("/lam-viec", hub.huyen)).toContain("đã quá 12 giờ")
  expect(await text(childPaths.alert(id), hub.huyen)).toContain("Hạn 12 giờ đã hết lúc")
  expect(await text(at, hub.lan)).toContain("Quá 12 giờ")
  const changed = await asOfficer(db, hub.minh.who, (tx) =>
    tx.updateTable("childAlerts").set({ receivedName: "tôi" }).where("id", "=", id).executeTakeFirst(),
  )
  expect(changed.numUpdatedRows).toBe(0n)
})
