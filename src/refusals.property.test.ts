/** Every address of the program, with what a hostile or a broken sender may put into it. */
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { accountPaths } from "./accounts/index.ts"
import { type Signed, signInAs } from "./accounts/testing.ts"
import { freshDatabase } from "./kernel/testing/database.ts"
import { type Hub, hubOf, once } from "./signals/testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
let actors: (Signed | null)[]
/** Of records that are there: what refuses a strange id must not be the only thing that is tested. */
let records: string[]

beforeAll(async () => {
  hub = await hubOf(db)
  await hub.post("/bao-tin/viec-khac", { once: once(1), text: "Có người gọi xưng công an", place: "xã Mẫu" })
  records = (await db.admin("select id from signals")).rows.map(({ id }) => String(id))
  const administrator = await signInAs(db, {
    bodySlug: "hub",
    role: "administrator",
    name: "Đào Quản Trị",
  })
  actors = [null, hub.lan, hub.minh, administrator, hub.tam, hub.son, hub.thu]
})

type Route = { method: string; path: string }
/** The last ends the session of who is tried. */
const routes = (): Route[] =>
  hub.app.routes
    .filter(({ method, path }) => method !== "ALL" && !path.endsWith("*"))
    .toSorted((a, b) => Number(a.path === accountPaths.signOut) - Number(b.path === accountPaths.signOut))

/** Names as our own pages and readers write them: a slice that comes later is tried without being listed here. */
const sources = globSync("**/*.{ts,tsx}", { cwd: import.meta.dirname, exclude: (name) => /test/.test(name) })
  .map((name) => readFileSync(join(import.meta.dirname, name), "utf8"))
  .join("\n")
const namesIn = (pattern: RegExp) => [
  ...new Set([...sources.matchAll(pattern)].map((found) => found[1] ?? "")),
]
const queryNames = [
  ...namesIn(/query\("([\w-]+)"\)/g),
  ...namesIn(/"(q|tt|loai|sap|trang|moi-trang|den|tu)"/g),
]
const fieldNames = namesIn(/\bname="([\w-]+)"/g)

const strange = [
  "%00",
  "a%00b",
  "%ED%A0%80",
  "%ff",
  "x",
  "'--",
  "..%2f..%2fetc",
  "%0a",
  "-1",
  "9".repeat(40),
  "1e999",
  "NaN",
  "__proto__",
  "constructor",
  "2023-02-31",
  "9999999-01-01",
  "infinity",
  "%F0%9F%92%A5",
  "a".repeat(3_000),
  "00000000-0000-0000-0000-000000000000",
  "01890000-0000-7000-8000-00000000DEAD",
]
const hostile = fc.constantFrom(...strange)
const attempts = fc.record({
  id: hostile,
  takesRecord: fc.boolean(),
  actor: fc.nat(6),
  query: fc.dictionary(fc.constantFrom(...queryNames), hostile, { minKeys: 2, maxKeys: 6 }),
  fields: fc.dictionary(fc.constantFrom(...fieldNames), hostile, { minKeys: 10, maxKeys: 60 }),
})

const filled = (path: string, value: string) =>
  path.replaceAll(/:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?\??/g, () => value)
const asQuery = (pairs: Record<string, string>) =>
  Object.entries(pairs)
    .map(([name, value]) => `${encodeURIComponent(name)}=${value}`)
    .join("&")

async function expectOurs(answer: Response, what: string): Promise<void> {
  expect(answer.status, what).toBeLessThan(500)
  if (answer.status < 400) return
  const text = await answer.text()
  if (new URL(`http://x${what.split(" ")[1]}`).pathname.startsWith("/api/")) {
    expect(answer.headers.get("content-type"), what).toBe("application/problem+json")
    expect(JSON.parse(text), what).toMatchObject({
      type: expect.any(String),
      title: expect.any(String),
      status: answer.status,
    })
  } else {
    expect(text.slice(0, 15), what).toBe("<!doctype html>")
    expect(text, what).toContain('<main id="main"')
  }
}

/** The reader's mail program ends a subscription by itself (RFC 8058), from no page of ours; whether there was one is not told. */
const isForMailPrograms = (path: string) => path.startsWith("/canh-bao/nhan-thu/thoi/")

const headersOf = (who: Signed | null | undefined) => ({
  "sec-fetch-site": "same-origin",
  ...(who == null ? {} : { cookie: who.cookie }),
})

describe("whatever is sent to whichever address, a person gets a page of ours and a program a problem document", () => {
  test("strange ids, queries and fields", { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(attempts, async ({ id, takesRecord, actor, query, fields }) => {
        const headers = headersOf(actors[actor])
        const value = takesRecord ? (records[0] ?? id) : id
        for (const { method, path } of routes()) {
          const address = `${filled(path, value)}?${asQuery(query)}`
          const form = { ...headers, "content-type": "application/x-www-form-urlencoded" }
          const init =
            method === "POST" ? { method, headers: form, body: asQuery(fields) } : { method, headers }
          await expectOurs(await hub.app.request(address, init), `${method} ${address} ${asQuery(fields)}`)
        }
      }),
      { numRuns: 2 },
    )
  })

  const bodies: [string, Record<string, string>, string][] = [
    ["JSON that does not parse", { "content-type": "application/json" }, '{"a":'],
    ["JSON with a lone surrogate", { "content-type": "application/json" }, '{"text":"\\ud800"}'],
    ["JSON with NUL", { "content-type": "application/json" }, '{"text":"\\u0000"}'],
    ["plain text", { "content-type": "text/plain" }, "csrf=x"],
    ["multipart without a boundary", { "content-type": "multipart/form-data" }, "x"],
    ["multipart that breaks off", { "content-type": "Multipart/form-data; boundary=b" }, "--b\r\ncontent-"],
    [
      "a compressed form",
      { "content-type": "application/x-www-form-urlencoded", "content-encoding": "gzip" },
      "x",
    ],
    [
      "more than any form",
      { "content-type": "application/x-www-form-urlencoded", "content-length": "2100002" },
      `a=${"b".repeat(2_100_000)}`,
    ],
    [
      "no origin and no token",
      { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "none" },
      "a=b",
    ],
    [
      "another site's form",
      { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "cross-site" },
      "a=b",
    ],
  ]
  test.each(bodies)("%s", { timeout: 300_000 }, async (_name, headers, body) => {
    for (const { method, path } of routes()) {
      if (method !== "POST" || ("sec-fetch-site" in headers && isForMailPrograms(path))) continue
      const address = filled(path, records[0] ?? "x")
      const who = path.length % 3 === 0 ? null : hub.lan
      const init = { method, headers: { ...headersOf(who), ...headers }, body }
      const answer = await hub.app.request(address, init)
      await expectOurs(answer, `POST ${address}`)
      expect(answer.status, address).toBeGreaterThanOrEqual(400)
    }
  })

  test("a method that an address does not take", { timeout: 300_000 }, async () => {
    for (const method of ["PUT", "DELETE", "PATCH", "PROPFIND", "POST"])
      for (const { path } of routes()) {
        const address = filled(path, records[0] ?? "x")
        const taken = hub.app.routes.some(
          (one) => one.method === method && filled(one.path, "") === filled(path, ""),
        )
        if (taken) continue
        const answer = await hub.app.request(address, { method, headers: headersOf(hub.lan) })
        await expectOurs(answer, `${method} ${address}`)
        expect(answer.status, `${method} ${address}`).toBeGreaterThanOrEqual(400)
      }
  })
})

describe("a NUL byte, wherever it stands, is refused and nothing that was typed beside it is lost", () => {
  const typed = { text: "Lời kể của bà Mẫu", note: "Ghi thêm" }
  const posts = () => routes().filter(({ method }) => method === "POST")
  const who = (path: string) => actors[path.length % actors.length]
  const hidden = fc.record({
    name: fc.constantFrom(...fieldNames),
    value: fc.constantFrom("\u0000", "a\u0000b", "\u0000\u0000c"),
    isInName: fc.boolean(),
  })
  const pairsOf = ({ name, value, isInName }: { name: string; value: string; isInName: boolean }) =>
    [...Object.entries(typed), isInName ? [`${name}${value}`, "x"] : [name, value]] as [string, string][]
  const expectKept = async (answer: Response, what: string) => {
    const page = await answer.text()
    expect([answer.status, page.slice(0, 15)], what).toEqual([400, "<!doctype html>"])
    expect(page, what).toContain("ký tự ẩn")
    for (const words of Object.values(typed)) expect(page, what).toContain(words)
  }

  test("in a field of any form", { timeout: 300_000 }, async () => {
    const forms = posts().filter(({ path }) => !path.startsWith("/api/"))
    const fields = fc.sample(hidden, forms.length)
    for (const [at, { path }] of forms.entries()) {
      const body = new URLSearchParams(
        pairsOf(fields[at] ?? { name: "text", value: "\u0000", isInName: false }),
      )
      const address = filled(path, records[0] ?? "x")
      const answer = await hub.app.request(address, { method: "POST", headers: headersOf(who(path)), body })
      await expectKept(answer, `${address} ${body}`)
    }
  })

  test("in a field of a form with files", { timeout: 300_000 }, async () => {
    let read = 0
    for (const { path } of posts()) {
      const body = new FormData()
      for (const [name, value] of pairsOf({ name: "place", value: "a\u0000b", isInName: false }))
        body.append(name, value)
      const address = filled(path, records[0] ?? "x")
      const answer = await hub.app.request(address, { method: "POST", headers: headersOf(hub.lan), body })
      const copy = answer.clone()
      await expectOurs(answer, `POST ${address}`)
      expect(answer.status, address).toBeGreaterThanOrEqual(400)
      // Where nobody may send this form, or not for this record, nothing of it is read.
      if (answer.status !== 400) continue
      read += 1
      await expectKept(copy, address)
    }
    expect(read).toBeGreaterThan(3)
  })

  test("in an address or in what is asked for: the same page is one press away", {
    timeout: 300_000,
  }, async () => {
    for (const { path } of routes().filter(({ method }) => method === "GET")) {
      const address = filled(path, records[0] ?? "x")
      const headers = headersOf(who(path))
      const asked = await hub.app.request(`${address}?q=a%00b&tt=Mẫu`, { headers })
      const text = await asked.clone().text()
      await expectOurs(asked, `GET ${address}`)
      expect(asked.status, address).toBeGreaterThanOrEqual(400)
      if (asked.status === 400 && !path.startsWith("/api/"))
        expect(text, address).toContain(`${address}?q=ab&amp;tt=M%E1%BA%ABu`)
      await expectOurs(await hub.app.request(`${address}%00`, { headers }), `GET ${address}%00`)
    }
  })
})

test("a program without a token is told so in JSON, before anything else is looked at", async () => {
  for (const { method, path } of routes().filter((route) => route.path.startsWith("/api/v1/"))) {
    const answer = await hub.app.request(filled(path.replaceAll(/\{[^}]*\}/g, ":x"), records[0] ?? "x"), {
      method,
      ...(method === "POST" ? { body: "{" } : {}),
      headers: { cookie: hub.lan.cookie },
    })
    expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="lienphong"'])
    expect(await answer.json()).toMatchObject({ status: 401, error: "unauthorized" })
  }
})
