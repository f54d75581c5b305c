import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto"
import { createServer, type IncomingHttpHeaders } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Ask, askerOf } from "../../kernel/http/outgoing.ts"
import { readRanges } from "../../kernel/http/proxies.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { paths } from "../paths.ts"
import { tellSubscribers } from "../subscriptions/actions/telling.ts"
import { recallWarning, releaseWarning } from "../testing/published.ts"
import { tellBrowsers } from "./actions/sending.ts"
import { subscribeBrowser } from "./actions/subscribing.ts"
import type { Browser } from "./domain/browser.ts"

/** A push service as the standards have it: takes what is meant for a browser and knows nothing of what it says. */
type Came = { path: string; headers: IncomingHttpHeaders; body: Buffer }
const came: Came[] = []
let answerWith = 201
const server = createServer((request, answer) => {
  const parts: Buffer[] = []
  request.on("data", (part: Buffer) => parts.push(part))
  request.on("end", () => {
    came.push({ path: request.url ?? "", headers: request.headers, body: Buffer.concat(parts) })
    answer.writeHead(answerWith).end()
  })
})
const db = await freshDatabase()
const service = "https://day-tin.example"
let local = ""
/** The service is asked by https; here it listens on this machine. */
const ask: Ask = (asking) =>
  askerOf(readRanges("127.0.0.1"))({ ...asking, url: asking.url.replace(service, local) })
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
  await releaseWarning(db, { title: "Đã có trước", areas: ["Phường Phố Hiến"] })
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  local = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** A browser: its keys stay with it. */
function browserAt(name: string) {
  const keys = createECDH("prime256v1")
  const p256dh = keys.generateKeys()
  const auth = randomBytes(16)
  const given = () =>
    JSON.stringify({
      endpoint: `${service}/${name}`,
      expirationTime: null,
      keys: { p256dh: p256dh.toString("base64url"), auth: auth.toString("base64url") },
    })
  /** RFC 8291 and 8188, as a browser does it. */
  const read = ({ body }: Came) => {
    const [salt, sender] = [body.subarray(0, 16), body.subarray(21, 21 + (body[20] ?? 0))]
    const info = Buffer.concat([Buffer.from("WebPush: info\0"), p256dh, sender])
    const derived = (secret: Buffer, with_: Buffer, about: Buffer | string, length: number) =>
      Buffer.from(hkdfSync("sha256", secret, with_, about, length))
    const shared = derived(keys.computeSecret(sender), auth, info, 32)
    const key = derived(shared, salt, "Content-Encoding: aes128gcm\0", 16)
    const nonce = derived(shared, salt, "Content-Encoding: nonce\0", 12)
    const sealed = body.subarray(21 + sender.length)
    const open = createDecipheriv("aes-128-gcm", key, nonce)
    open.setAuthTag(sealed.subarray(-16))
    const plain = Buffer.concat([open.update(sealed.subarray(0, -16)), open.final()]).toString()
    return JSON.parse(plain.slice(0, plain.lastIndexOf("}") + 1)) as {
      title: string
      body: string
      url: string
      tag: string
    }
  }
  return { given, read }
}

const tell = async () => {
  came.length = 0
  await tellSubscribers(hub.house, null)
  await tellBrowsers(hub.house, ask)
  return [...came]
}
const subscribe = (browser: string, fields: Record<string, string> = {}) =>
  hub.post(paths.push, { browser, ...fields })
const due = (table: string) => db.admin(`update ${table} set next_at = '2000-01-01'`)

describe("a browser that asks for warnings", () => {
  const mine = browserAt("cua-toi")

  test("is asked on a page that says what it takes where scripts are off, and its first notification proves that it is there", async () => {
    const page = await (await hub.get(paths.push)).text()
    expect(page).toContain("cần bật script")
    expect(page).toMatch(/data-key="[\w-]{87}"/)
    const english = await (await hub.get(`${paths.push}?lang=en`)).text()
    const [vietnamese, named] = ["Giả nhân viên điện lực", "Impersonating the power company"]
    expect([page.includes(vietnamese), english.includes(named), english.includes(vietnamese)]).toEqual([
      ...[true, true, false],
    ])
    expect((await hub.get(paths.pushWorker)).headers.get("service-worker-allowed")).toBe("/canh-bao")
    const done = await subscribe(mine.given(), { area: "Phường Phố Hiến" })
    expect(await done.text()).toContain("Thông báo đầu tiên sẽ hiện trong ít phút")
    const [welcome, ...more] = await tell()
    if (welcome === undefined) throw new Error("nothing came")
    expect([mine.read(welcome).title, more]).toEqual(["Đã bật thông báo cảnh báo", []])
    expect((await db.admin("select state from warning_subscriptions")).rows).toEqual([{ state: "live" }])
    expect(await tell()).toEqual([])
  })

  test("hears of its place and of the whole province, under the key that the page gave it, and nothing twice", async () => {
    await releaseWarning(db, { title: "Nơi khác", areas: ["Xã Khác"] })
    const { code } = await releaseWarning(db, { title: "Đúng nơi", areas: ["Phường Phố Hiến"] })
    await releaseWarning(db, { title: "Cả tỉnh" })
    const all = await tell()
    const told = all.map(mine.read)
    expect(told.map(({ title }) => title).toSorted()).toEqual(["Cảnh báo: Cả tỉnh", "Cảnh báo: Đúng nơi"])
    expect(told.find(({ tag }) => tag === `warning-${code}`)?.url).toContain(`/canh-bao/${code}`)
    for (const one of all) expect(isSignedFor(one, await pageKey())).toBe(true)
    expect(await tell()).toEqual([])
  })

  test("sees a recall in the place of the warning that it takes back", async () => {
    const { id, code } = await releaseWarning(db, { title: "Sẽ thu hồi" })
    await tell()
    await recallWarning(db, id)
    expect((await tell()).map(mine.read)).toMatchObject([
      { title: "Thu hồi cảnh báo: Sẽ thu hồi", body: "nhầm số", tag: `warning-${code}` },
    ])
  })

  test("whose push service fails is told later, and the log says why; one that is gone is forgotten", async () => {
    await releaseWarning(db, { title: "Máy chủ hỏng" })
    answerWith = 500
    await tell()
    const log = await db.admin(
      "select state, attempts, fault from warning_deliveries where state = 'waiting'",
    )
    expect(log.rows).toEqual([{ state: "waiting", attempts: 1, fault: "HTTP 500" }])
    answerWith = 410
    await due("warning_deliveries")
    await tell()
    expect(
      (await db.admin("select state, length(sealed) as sealed, address_hash from warning_subscriptions"))
        .rows,
    ).toEqual([{ state: "left", sealed: 0, address_hash: "" }])
    answerWith = 201
    await releaseWarning(db, { title: "Sau khi mất" })
    expect(await tell()).toEqual([])
  })

  test("leaves by what it alone knows: nobody else's goes, and nothing of its address stays", async () => {
    const [leaving, staying] = [browserAt("di"), browserAt("o-lai")]
    await subscribe(leaving.given())
    await subscribe(leaving.given(), { area: "Phường Phố Hiến" })
    await subscribe(staying.given())
    await tell()
    expect(await (await hub.post(paths.leavePush, { browser: leaving.given() })).text()).toContain(
      "địa chỉ đã xóa",
    )
    await releaseWarning(db, { title: "Còn ai" })
    expect((await tell()).map(({ path }) => path)).toEqual(["/o-lai"])
    const { rows } = await db.admin(
      "select count(*)::int as n from warning_subscriptions where state = 'left' and (address_hash <> '' or sealed <> '')",
    )
    expect(rows).toEqual([{ n: 0 }])
  })

  test("is told of a warning before others are welcomed, twenty of them at a time", async () => {
    for (let n = 0; n < 23; n += 1) await subscribe(browserAt(`moi-${n}`).given())
    await releaseWarning(db, { title: "Trước lời chào" })
    const [first, ...welcomed] = (await tell()).map(({ path }) => path)
    expect([first, welcomed.length]).toEqual(["/o-lai", 20])
    expect(await tell()).toHaveLength(3)
  })

  test("whose key is no key keeps no other from being told, and is forgotten", async () => {
    const broken = JSON.parse(browserAt("hong").given()) as Browser
    broken.keys.p256dh = noKey
    await subscribeBrowser(hub.house, { browser: broken, area: "", trick: "" })
    await subscribe(browserAt("lanh").given())
    expect((await tell()).map(({ path }) => path)).toEqual(["/lanh"])
    expect((await db.admin("select from warning_subscriptions where state = 'asked'")).rowCount).toBe(0)
  })

  test("that gives an address of a private network is sent nothing, not even where the operator has named that network; what is no browser is told so", async () => {
    const given = browserAt("rieng").given()
    await subscribe(given.replace(service, local.replace("http:", "https:")))
    came.length = 0
    const { house } = hub
    await tellBrowsers({ ...house, config: { ...house.config, peers: readRanges("127.0.0.1") } })
    const { rows } = await db.admin("select fault from warning_subscriptions where state = 'asked'")
    expect([came, rows]).toEqual([[], [{ fault: "private: 127.0.0.1" }]])
    for (const wrong of [
      "",
      "{}",
      given.replace("https:", "http:"),
      given.replace(/"auth":"[^"]+"/, '"auth":"AA"'),
      given.replace(/"p256dh":"[^"]+"/, `"p256dh":"${noKey}"`),
    ])
      expect((await subscribe(wrong)).status).toBe(422)
  })
})

/** 65 bytes that are no point of the curve. */
const noKey = Buffer.alloc(65, 4).toString("base64url")
const pageKey = async () => /data-key="([\w-]+)"/.exec(await (await hub.get(paths.push)).text())?.[1] ?? ""

/** RFC 8292: a token for this push service, signed with the key that the browser was given. */
function isSignedFor({ headers }: Came, key: string): boolean {
  const [, token = "", given] = /^vapid t=([^,]+), ?k=([\w-]+)$/.exec(headers.authorization ?? "") ?? []
  const [head = "", claims = "", signature = ""] = token.split(".")
  const point = Buffer.from(key, "base64url")
  const jwk = {
    ...{ kty: "EC", crv: "P-256" },
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  }
  const signed = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  )
  const { aud } = JSON.parse(Buffer.from(claims, "base64url").toString()) as { aud: string }
  return signed && given === key && aud === service
}
