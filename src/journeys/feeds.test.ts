import { beforeAll, describe, expect, test } from "vitest"
import { createApp } from "../app.ts"
import { demoHouse } from "../demo/testing.ts"
import { takeOut } from "../sharing/feeds/actions/exporting.ts"
import { issuerOf } from "../sharing/feeds/actions/reading.ts"
import { stixBundle } from "../sharing/feeds/domain/stix.ts"
import { capJudge, mispJudge, stixJudge } from "../sharing/testing/standards.ts"

/** A program without an account reads every feed of the demo, as an operator's equipment or another province would. */
const { db, house } = await demoHouse()
const app = createApp(house)
const get = async (path: string, headers = {}) => {
  const answer = await app.request(`http://127.0.0.1${path}`, { headers })
  return { answer, text: await answer.text() }
}
const ofPeople = [
  "phone",
  "phone-range",
  "bank-account",
  "e-wallet",
  "social",
  "email",
  "brandname",
  "crypto",
  "imei",
]

type Public = { code: number; title: string; state: string }
let warnings: Public[] = []
beforeAll(async () => {
  const { rows } = await db.admin(
    "select code, title, state from warnings where audience = 'public' and code is not null order by code",
  )
  warnings = rows as Public[]
})

test("the page of feeds names each with its media type, and each answers with that type", async () => {
  const { text } = await get("/feeds/")
  const links = [...text.matchAll(/href="(\/(?:feeds|misp)\/[a-z.]+)"/g)].map(([, path]) => path ?? "")
  expect(links.length).toBe(8)
  for (const path of links) {
    const { answer } = await get(path)
    const type = answer.headers.get("content-type")?.replace("; charset=utf-8", "") ?? "none"
    expect({ path, status: answer.status, isNamed: text.includes(type) }).toEqual({
      path,
      status: 200,
      isNamed: true,
    })
  }
})

describe("by the official schemas", () => {
  test("the STIX bundle of the demo is valid", async () => {
    const { text } = await get("/feeds/stix.json")
    expect(JSON.parse(text).objects.length).toBeGreaterThan(20)
    expect(stixJudge()(text)).toEqual([])
  })

  test("each MISP event that the manifest names is valid", async () => {
    const manifest = Object.keys(JSON.parse((await get("/misp/manifest.json")).text))
    expect(manifest.length).toBeGreaterThan(3)
    const judge = mispJudge()
    for (const uuid of manifest) expect(judge((await get(`/misp/${uuid}.json`)).text)).toEqual([])
  })

  test("each CAP message to which the feed leads is valid", async () => {
    const { text } = await get("/feeds/cap.atom")
    const links = [...text.matchAll(/href="[^"]*(\/feeds\/cap\/\d+\.xml)"/g)].map(([, path]) => path ?? "")
    expect(links.length).toBeGreaterThan(3)
    const judge = capJudge()
    for (const path of links) expect(judge((await get(path)).text)).toEqual([])
    expect((await get(links[0] ?? "")).answer.headers.get("content-type")).toBe("application/cap+xml")
  })
})

test("no number, account or profile of a person is in any public feed, whatever the demo shares", async () => {
  const { rows } = await db.admin(
    "select value from shared_indicators where kind = any ($1) and released_at is not null",
    [ofPeople],
  )
  const manifest = Object.keys(JSON.parse((await get("/misp/manifest.json")).text))
  const lists = ["/feeds/stix.json", "/feeds/sites.csv", ...manifest.map((uuid) => `/misp/${uuid}.json`)]
  const given = (await Promise.all(lists.map((path) => get(path)))).map(({ text }) => text).join("\n")
  expect(rows.length).toBeGreaterThan(10)
  for (const { value } of rows) expect(given).not.toContain(String(value).replace(/^unknown:/, ""))
})

test("what was never released, is over, or goes only to bodies is in no feed: Atom names the others and no more", async () => {
  const { rows } = await db.admin(
    `select code from warnings where audience = 'public'
       and (state = 'released' and expires_on >= '2023-09-15' or state = 'recalled' and recalled_at >= '2023-06-17')`,
  )
  const { text } = await get("/feeds/warnings.atom")
  const named = [...text.matchAll(/:canh-bao\/(\d+)<\/id>/g)].map(([, code]) => Number(code))
  const others = await db.admin(
    "select count(*)::int as n from warnings where code is null or audience <> 'public'",
  )
  expect(Number(others.rows[0]?.n)).toBeGreaterThan(2)
  expect(named.toSorted((a, b) => a - b)).toEqual(rows.map(({ code }) => code).toSorted((a, b) => a - b))
})

test("a reader who has the feed asks with its ETag and is told that nothing changed", async () => {
  const first = await get("/feeds/warnings.atom")
  const seen = { "if-none-match": first.answer.headers.get("etag") ?? "" }
  expect((await get("/feeds/warnings.atom", seen)).answer.status).toBe(304)
  expect(first.answer.headers.get("access-control-allow-origin")).toBe("*")
})

test("a feed is narrowed to one trick, and to one place with what goes for the whole province", async () => {
  const { rows } = await db.admin(
    "select trick from warnings where audience = 'public' and state = 'released' and trick is not null order by code limit 1",
  )
  const trick = String(rows[0]?.trick)
  const all = JSON.parse((await get("/feeds/warnings.json")).text).items.length
  const some = JSON.parse((await get(`/feeds/warnings.json?kieu=${trick}`)).text).items
  expect(some.length).toBeGreaterThan(0)
  expect(some.length).toBeLessThan(all)
  expect(JSON.parse((await get("/feeds/warnings.json?kieu=khong-co")).text).items).toEqual([])
})

test("a warning recalled by the demo's own people is cancelled in CAP and said to be recalled in Atom", async () => {
  const recalled = warnings.find(({ state }) => state === "recalled")
  expect(recalled).toBeDefined()
  const { text } = await get(`/feeds/cap/${recalled?.code}.xml`)
  expect(text).toContain("<msgType>Cancel</msgType>")
  expect((await get("/feeds/warnings.atom")).text).toContain(`Đã thu hồi: ${recalled?.title}`)
})

test("the list for the telecoms is valid STIX with numbers and accounts, nothing of chosen bodies, and the journal says that it was taken and why", async () => {
  const reason = "Nhà mạng nạp lần đầu theo công văn 12"
  const taken = await takeOut(house, { audience: "telecoms", reason, format: "stix" })
  const kinds = new Set(taken.indicators.map(({ kind }) => kind))
  expect([kinds.has("phone"), kinds.has("bank-account")]).toEqual([true, true])
  const chosen = await db.admin(
    "select id from shared_indicators where audience = 'chosen' and released_at is not null",
  )
  const given = new Set(taken.indicators.map(({ id }) => id))
  expect(chosen.rows.filter(({ id }) => given.has(String(id)))).toEqual([])
  expect(stixJudge()(JSON.stringify(stixBundle(issuerOf(house), taken)))).toEqual([])
  const { rows } = await db.admin(
    "select details from journal where what = 'indicator.list-exported' order by id desc limit 1",
  )
  expect(rows[0]?.details).toMatchObject({
    rows: taken.indicators.length,
    reason: house.keys.hmac("journal-value", reason),
  })
})

test.each([
  "/feeds/cap/999999.xml",
  "/misp/00000000-0000-5000-8000-000000000000.json",
  "/feeds/nothing.atom",
])("%s, which is none, is answered as missing", async (path) => {
  expect((await get(path)).answer.status).toBe(404)
})
