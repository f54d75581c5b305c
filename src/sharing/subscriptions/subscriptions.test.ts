import { beforeAll, describe, expect, test } from "vitest"
import { signInAs } from "../../accounts/testing.ts"
import { createApp } from "../../app.ts"
import type { Mail } from "../../kernel/mail.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { paths } from "../paths.ts"
import { recallWarning, releaseWarning } from "../testing/published.ts"
import { confirm, subscribe } from "./actions/subscribing.ts"
import { tellSubscribers, tidySubscriptions } from "./actions/telling.ts"
import { askingLimit } from "./routes.ts"

const db = await freshDatabase()
let hub: Hub
const sent: Mail[] = []
const mailer = { send: async (mail: Mail) => void sent.push(mail) }
const tell = async () => {
  sent.length = 0
  await tellSubscribers(hub.house, mailer)
  return [...sent]
}
const linkIn = (mail: Mail | undefined) =>
  new URL(/https?:\S+\/canh-bao\/nhan-thu\/\S+/.exec(mail?.text ?? "")?.[0] ?? "http://none/").pathname
const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll(/\s+/g, " ")
const address = "ba.tu@mau.example"

beforeAll(async () => {
  hub = await hubOf(db)
  await releaseWarning(db, { title: "Đã có trước khi đăng ký" })
})

describe("a person who asks for warnings by mail", () => {
  test("gets one mail to confirm, however often somebody asks for that address, and nothing else until then", async () => {
    for (let n = 0; n < 3; n += 1)
      await subscribe(hub.house, { address: n === 1 ? address.toUpperCase() : address, area: "", trick: "" })
    const asked = await tell()
    expect(asked.map(({ to, subject }) => [to, subject])).toEqual([
      [address, "Xác nhận: bạn muốn nhận cảnh báo lừa đảo?"],
    ])
    await releaseWarning(db, { title: "Trước khi xác nhận" })
    expect(await tell()).toEqual([])
    const page = await hub.app.request(`http://127.0.0.1${linkIn(asked[0])}`)
    expect(await page.text()).toContain("Tôi muốn nhận")
    const { rows } = await db.admin("select state from warning_subscriptions")
    expect(rows).toEqual([{ state: "asked" }])
    const pressed = await hub.app.request(`http://127.0.0.1${linkIn(asked[0])}`, {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin" },
    })
    expect(await pressed.text()).toContain("Bạn đang nhận cảnh báo")
    expect(await tell()).toEqual([])
  })

  test("is told of each warning once and of its recall, and leaves with the one press of the mail program: the address is gone", async () => {
    const { id, code } = await releaseWarning(db, { title: "Giả điện lực" })
    const [told, ...more] = await tell()
    expect([told?.to, told?.subject, more]).toEqual([address, "Cảnh báo: Giả điện lực", []])
    expect(told?.text).toContain(`/canh-bao/${code}`)
    expect(await tell()).toEqual([])
    await recallWarning(db, id)
    expect((await tell()).map(({ subject }) => subject)).toEqual(["Thu hồi cảnh báo: Giả điện lực"])
    expect(told?.headers?.["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click")
    const url = new URL(told?.headers?.["List-Unsubscribe"]?.slice(1, -1) ?? "")
    // As a mail program does it: no cookie, no page before, from nowhere.
    const answer = await hub.app.request(`http://127.0.0.1${url.pathname}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    })
    expect(answer.status).toBe(200)
    const { rows } = await db.admin(
      "select state, length(sealed) as sealed, address_hash from warning_subscriptions",
    )
    expect(rows).toEqual([{ state: "left", sealed: 0, address_hash: "" }])
    await releaseWarning(db, { title: "Sau khi thôi" })
    expect(await tell()).toEqual([])
  })

  test("hears of their place and of the whole province alone; a recall before the mail went out sends none", async () => {
    await subscribe(hub.house, { address: "pho.hien@mau.example", area: "Phường Phố Hiến", trick: "" })
    const [asked] = await tell()
    await confirm(hub.house, linkIn(asked).split("/").at(-1) ?? "")
    await tell()
    await releaseWarning(db, { title: "Nơi khác", areas: ["Xã Khác"] })
    await releaseWarning(db, { title: "Đúng nơi", areas: ["Phường Phố Hiến"] })
    await releaseWarning(db, { title: "Cả tỉnh" })
    const soon = await releaseWarning(db, { title: "Nhầm" })
    await recallWarning(db, soon.id)
    expect((await tell()).map(({ subject }) => subject).toSorted()).toEqual([
      "Cảnh báo: Cả tỉnh",
      "Cảnh báo: Đúng nơi",
    ])
  })

  test("is one of a number in the log of the body that warned: how far the warning and its recall came, and nobody's address; another body reads nothing", async () => {
    const admin = await signInAs(db, { bodySlug: "hub", role: "administrator" })
    const { id, code } = await releaseWarning(db, { title: "Vào nhật ký" })
    const failing = { send: ({ to }: Mail) => Promise.reject(new Error(`550 <${to}>: no such box`)) }
    await tellSubscribers(hub.house, failing)
    const one = async () => textOf(await (await hub.get(paths.toldOf(code), admin)).text())
    expect(await one()).toContain("đang chờ gửi 550; lần thử: 1")
    await db.admin("update warning_deliveries set next_at = '2000-01-01' where state = 'waiting'")
    await tell()
    await recallWarning(db, id)
    await tell()
    const never = await releaseWarning(db, { title: "Hỏng rồi thu hồi" })
    await tellSubscribers(hub.house, failing)
    await recallWarning(db, never.id)
    await tell()
    const all = textOf(await (await hub.get(paths.told, admin)).text())
    expect(all).toMatch(
      /Vào nhật ký phát hành lúc [^·]{0,40} thư: đã nhận 1 thu hồi lúc [^·]{0,40} thư: đã nhận 1/,
    )
    expect(all).toMatch(/Hỏng rồi thu hồi phát hành lúc [^·]{0,40} thư: không gửi nữa vì đã thu hồi 1/)
    expect([await one(), all].join(" ")).not.toContain("@mau.example")
    const other = await signInAs(db, { bodySlug: "telco", role: "administrator" })
    expect((await hub.get(paths.toldOf(code), other)).status).toBe(404)
    expect(await (await hub.get(paths.told, other)).text()).not.toContain("Vào nhật ký")
    expect((await hub.get(paths.told, hub.minh)).status).toBe(403)
  })

  test("whose mail server fails is tried again later, and the log says why", async () => {
    await releaseWarning(db, { title: "Máy chủ hỏng" })
    const failing = { send: () => Promise.reject(new Error("451 try later")) }
    await tellSubscribers(hub.house, failing)
    const log = async () =>
      (
        await db.admin(
          "select state, attempts, fault from warning_deliveries where attempts > 0 and state not in ('sent', 'dropped')",
        )
      ).rows
    expect(await log()).toEqual([{ state: "waiting", attempts: 1, fault: "451 try later" }])
    expect(await tell()).toEqual([])
    await db.admin("update warning_deliveries set next_at = '2000-01-01' where state = 'waiting'")
    expect((await tell()).map(({ subject }) => subject)).toEqual(["Cảnh báo: Máy chủ hỏng"])
  })

  test("whose mail to confirm could not be sent is sent it later; after the eighth failure whoever asks anew is mailed at once", async () => {
    const wanted = { address: "tram.thu@mau.example", area: "", trick: "" }
    const failing = { send: () => Promise.reject(new Error("451 try later")) }
    const due = () =>
      db.admin("update warning_subscriptions set next_at = '2000-01-01' where state = 'asked'")
    await subscribe(hub.house, wanted)
    await tellSubscribers(hub.house, failing)
    const { rows } = await db.admin(
      "select attempts, fault, mailed_at from warning_subscriptions where state = 'asked'",
    )
    expect(rows).toEqual([{ attempts: 1, fault: "451 try later", mailed_at: null }])
    expect(await tell()).toEqual([])
    for (let n = 1; n < 8; n += 1) {
      await due()
      await tellSubscribers(hub.house, failing)
    }
    await due()
    expect(await tell()).toEqual([])
    await subscribe(hub.house, wanted)
    await tellSubscribers(hub.house, failing)
    await due()
    const [asked, ...more] = await tell()
    expect([asked?.to, more]).toEqual([wanted.address, []])
    expect((await confirm(hub.house, linkIn(asked).split("/").at(-1) ?? ""))?.state).toBe("live")
  })

  test("who is asked for at many places and tricks by somebody else gets three mails to confirm a day, and others theirs", async () => {
    const [flooded, other] = ["bi.quay@mau.example", "nguoi.khac@mau.example"]
    for (const trick of ["a", "b", "c", "d", "e"])
      await subscribe(hub.house, { address: flooded, area: "", trick })
    await subscribe(hub.house, { address: other, area: "", trick: "" })
    const told = async () => (await tell()).map(({ to }) => to)
    expect(await told()).toEqual([flooded, flooded, flooded, other])
    await subscribe(hub.house, { address: flooded, area: "Xã Khác", trick: "f" })
    expect(await told()).toEqual([])
    await db.admin("update warning_subscriptions set mailed_at = mailed_at - interval '25 hours'")
    expect(await told()).toEqual([flooded, flooded, flooded])
    expect(await told()).toEqual([])
  })

  test("whose network asks for too many addresses is told when to come back, with what was typed, whoever the address is; nothing of it is kept", async () => {
    const { house } = hub
    const app = createApp({ ...house, config: { ...house.config, smtpUrl: "smtp://thu.example" } })
    const ask = (typed: string) =>
      app.request(paths.subscribe, {
        method: "POST",
        headers: { "sec-fetch-site": "same-origin" },
        body: new URLSearchParams({ address: typed }),
      })
    const pageOf = async (typed: string) =>
      (await (await ask(typed)).text()).replaceAll(/[0-9a-f-]{32,}/g, "")
    // The first time nobody knows the address; the second time it stands.
    expect(await pageOf("lan.dau@mau.example")).toBe(await pageOf("lan.dau@mau.example"))
    for (let n = 2; n < askingLimit.most; n += 1) expect((await ask("lan.nua@mau.example")).status).toBe(200)
    const kept = async () => (await db.admin("select from warning_subscriptions")).rowCount
    const before = await kept()
    for (const typed of ["lan.dau@mau.example", "chua.ai.biet@mau.example"]) {
      const refused = await ask(typed)
      const html = await refused.text()
      expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "3600"])
      expect([html.includes(`value="${typed}"`), html.includes("Chờ 60 phút rồi gửi lại")]).toEqual([
        true,
        true,
      ])
    }
    expect(await kept()).toBe(before)
  })

  test("who never confirms is forgotten after three days", async () => {
    await subscribe(hub.house, { address: "quen@mau.example", area: "", trick: "" })
    await tell()
    await db.admin("update warning_subscriptions set asked_at = '2000-01-01' where state = 'asked'")
    await tidySubscriptions(hub.house)
    expect((await db.admin("select from warning_subscriptions where state = 'asked'")).rowCount).toBe(0)
  })

  test("where no mail can be sent yet is told so, with what was typed, and nothing is kept", async () => {
    const answer = await hub.post(paths.subscribe, { address: "ba tu" })
    const html = await answer.text()
    expect([answer.status, html.includes('value="ba tu"'), html.includes("chưa gửi được thư")]).toEqual([
      422,
      true,
      true,
    ])
    expect((await db.admin("select from warning_subscriptions where state = 'asked'")).rowCount).toBe(0)
  })
})
