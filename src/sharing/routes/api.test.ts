import { beforeAll, describe, expect, test } from "vitest"
import { createToken } from "../../accounts/actions/tokens.ts"
import type { Scope } from "../../accounts/policy.ts"
import { signInAs } from "../../accounts/testing.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { bodies, deskOf, type PersonKey, people } from "../../testing/province.ts"
import { expireShared } from "../actions/expiring.ts"
import { proposeNumber } from "../testing/hub.ts"

let now = "2023-09-15T02:00:00Z"
const db = await freshDatabase({ clock: { now: () => new Date(now) } })
let hub: Hub
const tokens = new Map<string, string>()
const list = "/api/v1/indicators"

beforeAll(async () => {
  hub = await hubOf(db)
  // By the body's administrator, as everywhere.
  const give = async (key: PersonKey, scopes: readonly Scope[]) => {
    const desk = deskOf(hub.house, key)
    const { who } = await signInAs(db, { bodySlug: people[key].body, role: "administrator" })
    const made = await createToken(
      { ...desk, who: { ...who, requestId: "test-request" } },
      { name: "Máy lọc", scopes, days: 30 },
    )
    tokens.set(key, made.token)
  }
  await give("tam", ["indicators:read"])
  await give("son", ["indicators:read"])
  await give("lan", ["signals:write"])
})

const ask = (path: string, who?: PersonKey) =>
  hub.app.request(path, who === undefined ? {} : { headers: { authorization: `Bearer ${tokens.get(who)}` } })
type Item = { value: string; change: string; tlp: string; print: string }
type List = { cursor: string; hasMore: boolean; items: Item[] }
const read = async (query: string, who: PersonKey) =>
  (await (await ask(`${list}${query}`, who)).json()) as List
const values = ({ items }: List) => items.map(({ value, change }) => `${change} ${value}`)

const release = async (number: string, more: Record<string, string> = {}) => {
  const at = await proposeNumber(hub, number, more)
  expect((await hub.post(`${at}/phat`, { isRead: "yes" }, hub.lan)).status).toBe(303)
  return at
}

describe("lists are for programs of bodies", () => {
  test("who has no token gets a problem document with 401, who has another scope one with 403; the public gets no list", async () => {
    const bare = await ask(list)
    expect(bare.status).toBe(401)
    expect(bare.headers.get("content-type")).toContain("application/problem+json")
    const other = await ask(list, "lan")
    expect([other.status, ((await other.json()) as { error: string }).error]).toEqual([
      403,
      "insufficient_scope",
    ])
    expect((await ask(`${list}/filter/phone`)).status).toBe(401)
  })

  test("each body reads what its TLP and audience leave it, nobody reads TLP:RED in a list, and no draft is in it", async () => {
    await release("0951 234 801")
    await release("0951 234 802", { tlp: "green", audience: "bodies" })
    await release("0951 234 803", { tlp: "amber", audience: "enterprises" })
    await release("0951 234 804", { tlp: "amber+strict", audience: "chosen", recipients: bodies.police.id })
    await release("0951 234 805", { tlp: "red", audience: "chosen", recipients: bodies.police.id })
    await proposeNumber(hub, "0951 234 806")
    const telco = values(await read("", "tam"))
    expect(telco).toEqual(["added +84951234801", "added +84951234802", "added +84951234803"])
    expect(values(await read("", "son"))).toEqual([
      "added +84951234801",
      "added +84951234802",
      "added +84951234804",
    ])
  })

  test("pages follow each other by the cursor and give each once", async () => {
    const first = await read("?limit=2", "tam")
    expect([first.items.length, first.hasMore]).toEqual([2, true])
    const second = await read(`?limit=2&since=${first.cursor}`, "tam")
    expect([second.items.length, second.hasMore]).toEqual([1, false])
    expect(values(await read(`?since=${second.cursor}`, "tam"))).toEqual([])
    expect((await ask(`${list}?limit=5000`, "tam")).status).toBe(422)
    expect((await ask(`${list}?since=gan-day`, "tam")).status).toBe(422)
  })

  test("a recall and an expiry are in the changes at once, and gone from the whole list", async () => {
    const { cursor } = await read("", "tam")
    const at = await release("0951 234 807")
    await release("0951 234 808", { validUntil: "2023-09-16" })
    await hub.post(`${at}/thu-hoi`, { reason: "Số của cửa hàng." }, hub.lan)
    const changes = await read(`?since=${cursor}`, "tam")
    expect(values(changes)).toEqual(["added +84951234808", "removed +84951234807"])
    now = "2023-09-17T02:00:00Z"
    await expireShared(db)
    expect(values(await read(`?since=${changes.cursor}`, "tam"))).toEqual(["removed +84951234808"])
    expect(values(await read("", "tam")).join()).not.toMatch(/80[78]/)
  })

  test("the filter file of a kind holds values or prints, and with a cursor what comes and what goes", async () => {
    const answer = await ask(`${list}/filter/phone`, "tam")
    expect(answer.headers.get("content-type")).toContain("text/plain")
    const plain = await answer.text()
    expect(plain.split("\n").filter((line) => !line.startsWith("#"))).toEqual([
      "+84951234801",
      "+84951234802",
      "+84951234803",
      "",
    ])
    const hashed = await (await ask(`${list}/filter/phone?format=sha256`, "tam")).text()
    expect(hashed).not.toContain("84951")
    const { items } = await read("", "tam")
    expect(hashed).toContain(items[0]?.print)
    const cursor = /# cursor: (\d+)/.exec(plain)?.[1]
    hub = await hubOf(db)
    const at = await release("0951 234 809")
    await hub.post(`${at}/thu-hoi`, { reason: "Số của cửa hàng." }, hub.lan)
    await release("0951 234 810")
    const changed = await (await ask(`${list}/filter/phone?since=${cursor}`, "tam")).text()
    expect(changed.split("\n").filter((line) => !line.startsWith("#"))).toEqual([
      "- +84951234809",
      "+ +84951234810",
      "",
    ])
  })

  test("that a list left is written down, with the token and how many, and no value", async () => {
    const { rows } = await db.admin(
      "select details from journal where what = 'indicator.list-exported' and body_id = $1 order by id limit 1",
      [bodies.telco.id],
    )
    expect(rows[0]?.details).toMatchObject({ rows: 3 })
    expect(JSON.stringify(rows)).not.toContain("84951")
  })
})
