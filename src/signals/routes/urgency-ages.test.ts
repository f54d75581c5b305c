/** "Money is moving" heads the queue for a day, then the desk is asked; mails say that tips came and nothing of them. */
import { beforeAll, expect, test } from "vitest"
import { openLog } from "../../kernel/log.ts"
import type { Mail } from "../../kernel/mail.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { tellDesks } from "../actions/telling.ts"
import { paths } from "../paths.ts"
import { type Hub, hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})
const words = async (path: string, who = hub.lan) =>
  (await (await hub.get(path, who)).text()).replace(/<[^>]+>/g, " ")
const send = (n: number, path: string, text: string) => hub.post(path, { once: once(n), text })

test("a desk with a tip of money that moved two days ago is asked whether it still moves, and no heading stays red", async () => {
  await send(1, paths.reportMoney, "Tôi vừa chuyển tiền cho số 0977 105 601 tự xưng công an.")
  expect(await words(paths.signals)).toContain("1 tin khẩn cấp: tiền đang chuyển")
  await db.admin("update signals set received_at = received_at - interval '49 hours'")
  const { rows } = await db.admin("select id from signals")
  await send(2, paths.reportIdentifier, "Số 0977 105 602 đang gọi cả thôn đòi chuyển tiền.")
  const asked = await words(paths.signals)
  expect(asked).toContain("1 tin báo tiền đang chuyển đã quá một ngày: còn chuyển không?")
  expect(asked).not.toContain("tin khẩn cấp: tiền")
  expect(asked.indexOf("0977 105 602")).toBeLessThan(asked.indexOf("0977 105 601"))
  expect(await words("/lam-viec")).toContain("đã quá một ngày: còn chuyển không?")

  const form = paths.signalForm(String(rows[0]?.id), "con-chuyen")
  expect((await hub.post(form, { isMoving: "yes" }, hub.lan)).status).toBe(303)
  expect(await words(paths.signals)).toContain("1 tin khẩn cấp: tiền đang chuyển")
  await db.admin("update signals set moving_at = moving_at - interval '25 hours'")
  await hub.post(form, { isMoving: "no" }, hub.lan)
  expect(await words(paths.signals)).toContain("2 tin đang chờ xử lý")
})

test("the desk is told by mail at once that money is moving, without a word of the tip; who wants no mail gets none", async () => {
  const mails: Mail[] = []
  const mailer = {
    send: async (mail: Mail) => {
      mails.push(mail)
    },
  }
  await send(5, paths.reportMoney, "Vừa chuyển ba triệu đặt cọc phòng.")
  await tellDesks(hub.house, mailer)
  const first = mails.splice(0)
  await hub.post(paths.deskMails, { wants: "none" }, hub.lan)
  await hub.post(paths.deskMails, { wants: "all" }, hub.hoa)
  await send(3, paths.reportMoney, "Tôi vừa chuyển năm mươi triệu cho Đỗ Thị Kín.")
  await tellDesks(hub.house, mailer)
  expect(first.length).toBeGreaterThan(0)
  expect(mails.map(({ subject }) => subject)).toEqual(
    first.slice(1).map(() => "Liên Phòng: 1 tin tiền đang chuyển chờ đọc"),
  )
  expect([...first, ...mails].map(({ text }) => text).join("\n")).not.toMatch(/Kín|năm mươi|ba triệu|0977/)
  mails.length = 0
  await tellDesks(hub.house, mailer)
  expect(mails).toEqual([])
})

test("a caller whom nobody told within three working days that the tip was taken in is counted late until an officer writes how", async () => {
  const typed = { once: once(4), channel: "phone", path: "other", text: "Ông Tư gọi: có người dọa cắt mạng." }
  await hub.post(paths.newSignal, typed, hub.lan)
  const { rows } = await db.admin("select id from signals where channel = 'phone'")
  const tip = paths.signal(String(rows[0]?.id))
  expect(await words(tip)).toContain("Báo người báo là đã tiếp nhận: thứ")
  expect(await words("/lam-viec")).toContain("1 tin chưa ghi đã báo người báo là đã tiếp nhận")
  await db.admin("update signals set received_at = received_at - interval '20 days' where channel = 'phone'")
  expect(await words("/lam-viec")).toContain("1 tin quá 3 ngày làm việc chưa báo")
  await hub.post(`${tip}/da-bao-tiep-nhan`, { how: "phone" }, hub.lan)
  expect(await words(tip)).toContain("Báo người báo là đã tiếp nhận: đã báo")
  expect(await words("/lam-viec")).not.toContain("chưa báo người báo")
})

test("a colleague whose address the mail server refuses keeps no mail from the others; nobody is written to twice, with two posts either", async () => {
  const tried: string[] = []
  const logged: string[] = []
  const house = { ...hub.house, log: openLog("trace", { write: (line) => void logged.push(line) }) }
  const mailer = {
    send: async ({ to }: Mail) => {
      tried.push(to)
      if (tried.length === 1)
        throw Object.assign(new Error(`550 unknown: ${to}`), { code: "EENVELOPE", responseCode: 550 })
    },
  }
  await db.admin(`insert into posts (officer_id, body_id, title, role)
    values ('${hub.hoa.officerId}', '${hub.hoa.bodyId}', 'Chuyên viên', 'officer')`)
  await send(6, paths.reportMoney, "Vừa chuyển tiền đặt cọc xe.")
  await tellDesks(house, mailer)
  await tellDesks(house, mailer)
  expect(tried.length).toBeGreaterThan(1)
  expect(new Set(tried).size).toBe(tried.length)
  expect(logged.join("")).toContain('"said":550')
  expect(logged.join("")).not.toContain("@")
})

test("a tip that somebody read already, or that is held because too many came, is counted in no mail and asked for no more", async () => {
  const subjects: string[] = []
  const mailer = { send: async ({ subject }: Mail) => void subjects.push(subject) }
  for (const [n, state] of [
    [7, "reviewing"],
    [8, "held"],
    [9, "received"],
  ] as const) {
    await send(n, paths.reportMoney, `Vừa chuyển tiền lần ${n}.`)
    await db.admin(
      `update signals set state = '${state}' where id = (select max(id::text) from signals)::uuid`,
    )
  }
  await tellDesks(hub.house, mailer)
  expect(new Set(subjects)).toEqual(new Set(["Liên Phòng: 1 tin tiền đang chuyển chờ đọc"]))
  expect((await db.admin("select id from signals where desk_told_at is null")).rows).toEqual([])
})
