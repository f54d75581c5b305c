import { createServer, type IncomingHttpHeaders } from "node:http"
import type { AddressInfo } from "node:net"
import { Webhook } from "standardwebhooks"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { signInAs } from "../../accounts/testing.ts"
import { askerOf } from "../../kernel/http/outgoing.ts"
import { readRanges } from "../../kernel/http/proxies.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { paths } from "../paths.ts"
import { tellSubscribers } from "../subscriptions/actions/telling.ts"
import { recallWarning, releaseWarning } from "../testing/published.ts"
import { tellHooks } from "./actions/sending.ts"

/** A program of the body, as anybody may write it: a server that checks what comes by the library of the standard. */
type Came = { headers: IncomingHttpHeaders; body: string }
const came: Came[] = []
let answerWith = 204
const server = createServer((request, answer) => {
  const parts: Buffer[] = []
  request.on("data", (part: Buffer) => parts.push(part))
  request.on("end", () => {
    came.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
    if (answerWith === 302) answer.writeHead(302, { location: "http://10.0.0.1/" }).end()
    else answer.writeHead(answerWith).end()
  })
})
const db = await freshDatabase()
const ask = askerOf(readRanges("127.0.0.1"))
let hub: Hub
let url = ""
let secret = ""
let admin: Awaited<ReturnType<typeof signInAs>>

beforeAll(async () => {
  hub = await hubOf(db)
  admin = await signInAs(db, { bodySlug: "telco", role: "administrator" })
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/nhan-tin`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const tell = async (by = ask) => {
  came.length = 0
  await tellSubscribers(hub.house, null)
  await tellHooks(hub.house, by)
  return [...came]
}
const read = ({ headers, body }: Came) =>
  new Webhook(secret).verify(body, headers as Record<string, string>) as {
    type: string
    data: { code: number; title: string; url: string; recallReason: string | null }
  }
const log = async () => {
  const { rows } = await db.admin(
    "select d.what, d.state, d.attempts, d.fault from warning_deliveries d order by d.id",
  )
  return rows
}
const due = () => db.admin("update warning_deliveries set next_at = '2000-01-01' where state = 'waiting'")

describe("a program of a body", () => {
  test("is added by its administrator, who is shown its secret once; another body's administrator sees nothing of it", async () => {
    const answer = await hub.post(paths.hooks, { name: "Máy lọc cuộc gọi", url }, admin)
    const html = await answer.text()
    secret = /whsec_[A-Za-z0-9+/=]{44}/.exec(html)?.[0] ?? ""
    expect([answer.status, secret !== "", answer.headers.get("cache-control")]).toEqual([
      200,
      true,
      "no-store",
    ])
    expect(await (await hub.get(paths.hooks, admin)).text()).not.toContain("whsec_")
    const other = await signInAs(db, { bodySlug: "hub", role: "administrator" })
    expect(await (await hub.get(paths.hooks, other)).text()).not.toContain("Máy lọc cuộc gọi")
    expect((await hub.post(paths.hooks, { name: "Lần nữa", url }, admin)).status).toBe(422)
    const wrong = await hub.post(paths.hooks, { name: "Máy khác", url: "may.example" }, admin)
    expect([wrong.status, (await wrong.text()).includes('value="Máy khác"')]).toEqual([422, true])
    const long = await hub.post(paths.hooks, { name: "Dài", url: `${url}/${"ậ".repeat(200)}` }, admin)
    expect(long.status).toBe(422)
  })

  test("is told of a warning once, under a signature that the standard's own library accepts and that breaks with one letter", async () => {
    expect(await tell()).toEqual([])
    const { code } = await releaseWarning(db, { title: "Giả điện lực" })
    const [message, ...more] = await tell()
    if (message === undefined) throw new Error("nothing came")
    expect(more).toEqual([])
    expect(read(message)).toMatchObject({ type: "warning.released", data: { code, title: "Giả điện lực" } })
    expect(() => read({ ...message, body: message.body.replace("Giả", "Gia") })).toThrow()
    expect(await tell()).toEqual([])
  })

  test("is told of the recall of what it was told; what is recalled before it went out is never sent, and what was recalled since is not sent again", async () => {
    const { rows } = await db.admin("select id from warnings where title = 'Giả điện lực'")
    await recallWarning(db, String(rows[0]?.id))
    const soon = await releaseWarning(db, { title: "Nhầm" })
    await recallWarning(db, soon.id)
    const messages = (await tell()).map(read)
    expect(messages).toMatchObject([
      { type: "warning.recalled", data: { title: "Giả điện lực", recallReason: "nhầm số" } },
    ])
    const sent = await db.admin(
      "select id from warning_deliveries where what = 'released' and state = 'sent'",
    )
    const again = paths.hookAgain(String(sent.rows[0]?.id))
    expect(await (await hub.get(paths.hooks, admin)).text()).not.toContain(again)
    expect((await hub.post(again, {}, admin)).headers.get("location")).toBe(`${paths.hooks}?xong=gone`)
    expect(await tell()).toEqual([])
  })

  test("that fails is tried again later under the same id, and the page says why; after the eighth time it stays failed until somebody sends it again", async () => {
    await releaseWarning(db, { title: "Máy hỏng" })
    answerWith = 503
    const [first] = await tell()
    expect(await tell()).toEqual([])
    await due()
    const [second] = await tell()
    expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"])
    expect(await (await hub.get(paths.hooks, admin)).text()).toContain("HTTP 503")
    for (let n = 2; n < 8; n += 1) {
      await due()
      await tell()
    }
    await due()
    expect(await tell()).toEqual([])
    expect((await log()).at(-1)).toEqual({
      what: "released",
      state: "failed",
      attempts: 8,
      fault: "HTTP 503",
    })
    answerWith = 204
    const again = /\/quan-tri\/webhook\/tin\/[0-9a-f-]{36}\/gui-lai/.exec(
      await (await hub.get(paths.hooks, admin)).text(),
    )?.[0]
    expect((await hub.post(again ?? "", {}, admin)).headers.get("location")).toBe(`${paths.hooks}?xong=again`)
    const [third] = await tell()
    expect([third?.headers["webhook-id"], third && read(third).data.title]).toEqual([
      first?.headers["webhook-id"],
      "Máy hỏng",
    ])
  })

  test("at a private address that nobody named, or that leads there, is sent nothing", async () => {
    const { code } = await releaseWarning(db, { title: "Không tới được" })
    expect(await tell(askerOf([]))).toEqual([])
    // Who warned reads that a program was not reached, and not where it is.
    const hubs = await signInAs(db, { bodySlug: "hub", role: "administrator" })
    const read = await (await hub.get(paths.toldOf(code), hubs)).text()
    expect([read.includes("private; "), read.includes("127.0.0.1")]).toEqual([true, false])
    expect((await log()).at(-1)).toMatchObject({ state: "waiting", fault: "private: 127.0.0.1" })
    answerWith = 302
    await due()
    expect(await tell()).toHaveLength(1)
    expect((await log()).at(-1)).toMatchObject({ state: "waiting", fault: "redirects: http://10.0.0.1/" })
    answerWith = 204
    await due()
    await tell()
  })

  test("that was replayed and whose warning is recalled meanwhile hears of the recall all the same", async () => {
    const { id } = await releaseWarning(db, { title: "Gửi lại rồi thu hồi" })
    await tell()
    const { rows } = await db.admin("select id from warning_deliveries where warning_id = $1", [id])
    await hub.post(paths.hookAgain(String(rows[0]?.id)), {}, admin)
    await recallWarning(db, id)
    expect((await tell()).map((one) => read(one).type)).toEqual(["warning.recalled"])
  })

  test("that got a warning while it was recalled, or answered that it failed, hears of the recall; what was recalled before its turn is not sent", async () => {
    const first = await releaseWarning(db, { title: "Thu hồi trên đường" })
    const second = await releaseWarning(db, { title: "Chưa tới lượt" })
    await tell(async (asking) => {
      for (const { id } of [first, second]) await recallWarning(db, id)
      await tellSubscribers(hub.house, null)
      return ask(asking)
    })
    expect((await tell()).map((one) => [read(one).type, read(one).data.title])).toEqual([
      ["warning.recalled", "Thu hồi trên đường"],
    ])
    const { id } = await releaseWarning(db, { title: "Có thể đã nhận" })
    answerWith = 503
    await tell()
    answerWith = 204
    await recallWarning(db, id)
    expect((await tell()).map((one) => [read(one).type, read(one).data.title])).toEqual([
      ["warning.recalled", "Có thể đã nhận"],
    ])
  })

  test("is told nothing once it was ended", async () => {
    const end = /\/quan-tri\/webhook\/[0-9a-f-]{36}\/thoi/.exec(
      await (await hub.get(paths.hooks, admin)).text(),
    )?.[0]
    await hub.post(end ?? "", {}, hub.lan)
    await releaseWarning(db, { title: "Còn nhận" })
    expect(await tell()).toHaveLength(1)
    await hub.post(end ?? "", {}, admin)
    await releaseWarning(db, { title: "Sau khi thôi" })
    expect(await tell()).toEqual([])
  })
})
