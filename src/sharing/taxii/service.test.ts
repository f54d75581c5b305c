import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import type { Fixture } from "./actions/fixture.ts"
import { openFixture } from "./actions/fixture.ts"
import { accepts, answer, type Call, taxiiType } from "./domain/service.ts"

/** Sections are those of TAXII 2.1, OASIS Standard of 10 June 2021. */
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`
const indicator = (n: number, modified: string) => ({
  type: "indicator",
  spec_version: "2.1",
  id: `indicator--${uuid(n)}`,
  created: "2023-01-01T00:00:00.000Z",
  modified,
  name: `Chỉ báo ${n}`,
})
const told = ({ id, modified }: { id: string; modified: string }, date: string, version = "2.1") => ({
  id,
  date_added: date,
  version: modified,
  media_type: `application/stix+json;version=${version}`,
})
const first = indicator(1, "2023-01-01T00:00:00.000Z")
const firstAgain = indicator(1, "2023-02-01T00:00:00.000Z")
const old = {
  type: "malware",
  id: `malware--${uuid(2)}`,
  created: "2022-01-01T00:00:00.000Z",
  modified: "2022-05-01T00:00:00.000Z",
}
const fresh = { ...old, spec_version: "2.1", modified: "2022-01-01T00:00:00.000Z" }
/** A hundred that share one moment. */
const many = Array.from({ length: 100 }, (_, n) => indicator(100 + n, "2023-03-01T00:00:00.000Z"))
const [readable, writable, secret, crowded] = [uuid(91), uuid(92), uuid(93), uuid(94)]
const file = {
  "/discovery": { title: "Thử", api_roots: ["http://127.0.0.1/nhom/"] },
  nhom: {
    information: { title: "Nhóm thử", versions: [taxiiType], max_content_length: 5_000 },
    status: [{ id: uuid(80), status: "complete" }],
    collections: [
      {
        ...{ id: readable, title: "Đọc được", can_read: true, can_write: false },
        objects: [firstAgain, first, old, fresh],
        manifest: [
          told(firstAgain, "2023-02-02T00:00:00.5Z"),
          told(first, "2023-01-02T00:00:00Z"),
          told(old, "2023-01-03T00:00:00Z", "2.0"),
          told(fresh, "2023-01-04T00:00:00.000001Z"),
        ],
      },
      { id: writable, title: "Ghi được", can_read: true, can_write: true },
      { id: secret, title: "Kín", can_read: false, can_write: false },
      {
        ...{ id: crowded, title: "Cùng lúc", can_read: true, can_write: false },
        objects: many,
        manifest: many.map((one) => told(one, "2023-03-02T00:00:00Z")),
      },
    ],
  },
}

function opened(
  env: Record<string, string> = {},
  config = { demo: false, host: "127.0.0.1" },
): Fixture | null {
  const dir = mkdtempSync(join(tmpdir(), "lienphong-taxii-"))
  try {
    writeFileSync(join(dir, "data.json"), JSON.stringify(file))
    return openFixture({ LIENPHONG_TAXII_FIXTURE: join(dir, "data.json"), ...env }, config)
  } finally {
    rmSync(dir, { recursive: true })
  }
}

type Body = {
  id?: string
  more?: boolean
  next?: string
  objects?: { id: string }[]
  versions?: string[]
  success_count?: number
  status?: string
  http_status?: string
  description?: string
}

function client() {
  const fixture = opened()
  const root = fixture?.roots.get("nhom")
  if (fixture === null || root === undefined) throw new Error("no root")
  const ask = async (path: string, more: Partial<Call> & { sent?: unknown } = {}) => {
    const { pathname, searchParams } = new URL(path, "http://x/")
    const text = typeof more.sent === "string" ? more.sent : JSON.stringify(more.sent)
    const {
      status,
      body,
      headers = {},
    } = await answer(root, {
      method: "GET",
      parts: pathname.split("/").filter((part) => part !== ""),
      query: Object.fromEntries(searchParams),
      body: async (bytesMax) => (text.length > bytesMax ? null : text),
      contentType: taxiiType,
      sign: fixture.sign,
      ...more,
    })
    const said = typeof body === "string" ? JSON.parse(body) : (body ?? {})
    return { status, headers, body: said as Body }
  }
  return ask
}
const objects = `/collections/${readable}/objects/`
const manifest = `/collections/${readable}/manifest/`
const shelf = `/collections/${writable}/objects/`
const ids = (body: { objects?: { id: string }[] }) => (body.objects ?? []).map(({ id }) => id)

describe("a client asks for objects (5.4)", () => {
  test("it MUST get them in the order in which they were added, the last version of each by the newest specification", async () => {
    const { status, body, headers } = await client()(objects)
    expect([status, body.more]).toEqual([200, false])
    expect(body.objects).toEqual([fresh, firstAgain])
    expect(headers).toEqual({
      "x-taxii-date-added-first": "2023-01-04T00:00:00.000001Z",
      "x-taxii-date-added-last": "2023-02-02T00:00:00.500000Z",
    })
  })

  test.each([
    ["match[version]=all", [first.id, fresh.id, firstAgain.id]],
    ["match[version]=first", [first.id, fresh.id]],
    ["match[version]=first,last", [first.id, fresh.id, firstAgain.id]],
    ["match[version]=2023-01-01T00:00:00Z", [first.id]],
    ["match[spec_version]=2.0", [old.id]],
    ["match[spec_version]=2.0,2.1", [old.id, firstAgain.id]],
    ["match[type]=malware", [fresh.id]],
    [`match[id]=${first.id},${fresh.id}`, [fresh.id, firstAgain.id]],
    ["added_after=2023-01-04T00:00:00.000001Z", [firstAgain.id]],
    ["added_after=2023-01-04T00:00:00Z", [fresh.id, firstAgain.id]],
  ])("narrowed by %s it MUST get these and no other (3.4)", async (query, found) => {
    expect(ids((await client()(`${objects}?${query}`)).body)).toEqual(found)
  })

  test("where nothing is found the envelope MUST be empty and the answer is 200", async () => {
    const { status, body } = await client()(`${objects}?added_after=2030-01-01T00:00:00Z`)
    expect([status, body]).toEqual([200, {}])
  })

  test.each([
    "limit=0",
    "limit=-1",
    "limit=two",
    "added_after=yesterday",
    "match[version]=soon",
    "next=invented",
  ])("%s is refused with 400 and a reason", async (query) => {
    const { status, body } = await client()(`${objects}?${query}`)
    expect([status, body.http_status]).toEqual([400, "400"])
    expect(body.description).not.toBe("")
  })
})

describe("a client asks page by page (3.5)", () => {
  test("it gets each of a hundred that share one moment once, and `next` only as long as there is more", async () => {
    const ask = client()
    const path = `/collections/${crowded}/objects/?limit=7`
    const found: string[] = []
    let next = ""
    for (let pages = 0; pages < 20; pages += 1) {
      const { body } = await ask(next === "" ? path : `${path}&next=${encodeURIComponent(next)}`)
      found.push(...ids(body))
      expect(body.more).toBe(body.next !== undefined)
      if (body.next === undefined) break
      next = String(body.next)
    }
    expect(found).toHaveLength(100)
    expect(new Set(found).size).toBe(100)
  })

  test("a `next` of another question, or of another collection, is refused", async () => {
    const ask = client()
    const { body } = await ask(`/collections/${crowded}/objects/?limit=7`)
    const next = encodeURIComponent(String(body.next))
    expect(
      (await ask(`/collections/${crowded}/objects/?limit=7&match[type]=malware&next=${next}`)).status,
    ).toBe(400)
    expect((await ask(`${objects}?next=${next}`)).status).toBe(400)
    expect((await ask(`/collections/${crowded}/objects/?limit=9&next=${next}`)).status).toBe(200)
  })
})

describe("a client asks about objects", () => {
  test("the manifest tells when each was added, its version and media type (5.3)", async () => {
    const { body } = await client()(manifest)
    expect(body.objects?.[0]).toEqual(told(fresh, "2023-01-04T00:00:00.000001Z"))
  })

  test("the versions of one object are told, and of one that is not there 404 (5.8)", async () => {
    const ask = client()
    expect((await ask(`${objects}${first.id}/versions/`)).body.versions).toEqual([
      first.modified,
      firstAgain.modified,
    ])
    expect((await ask(`${objects}indicator--${uuid(7)}/versions/`)).status).toBe(404)
  })

  test("one object by its id (5.6)", async () => {
    const ask = client()
    expect((await ask(`${objects}${first.id}/`)).body.objects).toEqual([firstAgain])
    expect((await ask(`${objects}indicator--${uuid(7)}/`)).status).toBe(404)
  })

  test.each([
    ["a collection that is not there", `/collections/${uuid(1)}/objects/`, 404],
    ["one that it may not read", `/collections/${secret}/objects/`, 403],
    ["an endpoint that is none", "/nothing/", 404],
    ["a status that is not there", `/status/${uuid(1)}/`, 404],
    ["a status that is", `/status/${uuid(80)}/`, 200],
    ["the collections", "/collections/", 200],
    ["the API root", "/", 200],
  ])("%s is answered with its own status", async (_, path, status) => {
    expect((await client()(path)).status).toBe(status)
  })
})

describe("a client adds and deletes", () => {
  const sent = (...all: unknown[]) => ({ method: "POST", sent: { objects: all } })

  test("what it adds is there at once, later than what was there, and its status says so (5.5, 4.3)", async () => {
    const ask = client()
    const { status, body } = await ask(shelf, sent(first, firstAgain))
    expect([status, body.success_count, body.status]).toEqual([202, 2, "complete"])
    expect((await ask(`/status/${body.id}/`)).body).toEqual(body)
    expect((await ask(`${shelf}?match[version]=all`)).body.objects).toEqual([first, firstAgain])
  })

  test("the same version again is taken and kept once; an observable without days is kept once", async () => {
    const ask = client()
    const observable = { type: "url", spec_version: "2.1", id: `url--${uuid(5)}`, value: "http://a.example/" }
    await ask(shelf, sent(first, observable))
    expect((await ask(shelf, sent(first, observable))).body.success_count).toBe(2)
    expect((await ask(`${shelf}?match[version]=all`)).body.objects).toHaveLength(2)
  })

  test.each([
    ["no list of objects", { method: "POST", sent: first }, 422],
    ["an object without an id", sent({ type: "indicator" }), 422],
    ["an id of another type", sent({ ...first, id: `malware--${uuid(1)}` }), 422],
    ["a day that is none", sent({ ...first, modified: "hôm qua" }), 422],
    ["a day that no calendar has", sent({ ...first, modified: "2023-02-30T00:00:00.000Z" }), 422],
    ["a day of the year 0", sent({ ...first, modified: "0000-01-01T00:00:00.000Z" }), 422],
    ["no JSON", { method: "POST", sent: "{" }, 400],
    ["more than the root takes", sent({ ...first, name: "x".repeat(6_000) }), 413],
    ["another media type", { ...sent(first), contentType: "application/json" }, 415],
    ["another version of TAXII", { ...sent(first), contentType: "application/taxii+json;version=2.0" }, 415],
  ] as const)("%s is refused, and nothing of it is kept", async (_, call, status) => {
    const ask = client()
    const { status: got, body } = await ask(shelf, call)
    expect([got, body.http_status]).toEqual([status, String(status)])
    expect((await ask(shelf)).body).toEqual({})
  })

  test("into a collection that it may only read, or deletes from one, it is refused", async () => {
    const ask = client()
    expect((await ask(objects, sent(first))).status).toBe(403)
    expect((await ask(`${objects}${first.id}/`, { method: "DELETE" })).status).toBe(403)
    expect((await ask(`/collections/${secret}/objects/${first.id}/`, { method: "DELETE" })).status).toBe(404)
  })

  test("one version is deleted, the others stay; without a word of versions the last is (5.7)", async () => {
    const ask = client()
    await ask(shelf, sent(first, firstAgain))
    expect((await ask(`${shelf}${first.id}/?match[version]=first`, { method: "DELETE" })).status).toBe(200)
    expect((await ask(`${shelf}${first.id}/versions/`)).body.versions).toEqual([firstAgain.modified])
    expect((await ask(`${shelf}${first.id}/`, { method: "DELETE" })).status).toBe(200)
    expect((await ask(`${shelf}${first.id}/`)).status).toBe(404)
  })
})

test.each([
  ["application/taxii+json;version=2.1", true],
  ["application/taxii+json", true],
  ['application/json, application/taxii+json; version="2.1"', true],
  ["*/*", true],
  ["application/taxii+json;version=2.0", false],
  ["application/json", false],
])("an Accept of %s is taken: %s (1.6.8)", (header, isTaken) => {
  expect(accepts(header)).toBe(isTaken)
})

test("the run of others' tests does not start beside the demo, nor where another machine could reach it", () => {
  expect(() => opened({}, { demo: true, host: "127.0.0.1" })).toThrow(/trình diễn/)
  expect(() => opened({}, { demo: false, host: "0.0.0.0" })).toThrow(/HOST/)
  expect(openFixture({}, { demo: true, host: "0.0.0.0" })).toBeNull()
})

test("a user of the run is known by the right password alone", () => {
  const fixture = opened({ LIENPHONG_TAXII_USERS: '{"admin":"Password0"}' })
  expect([
    fixture?.knows("admin", "Password0"),
    fixture?.knows("admin", "x"),
    fixture?.knows("toString", ""),
  ]).toEqual([true, false, false])
})
