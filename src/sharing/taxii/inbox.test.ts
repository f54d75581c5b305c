import { beforeAll, describe, expect, test } from "vitest"
import { createToken } from "../../accounts/actions/tokens.ts"
import type { Scope } from "../../accounts/policy.ts"
import { signInAs } from "../../accounts/testing.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { bodies, deskOf } from "../../testing/province.ts"
import { paths } from "../paths.ts"
import { inboxId } from "./actions/inbox.ts"
import { collectionId } from "./actions/own.ts"
import { receiveObjects, tidyInbox } from "./actions/receiving.ts"
import { taxiiType } from "./domain/service.ts"

/** An enterprise's program hands in what its equipment saw. Sections are those of TAXII 2.1. */
const db = await freshDatabase()
let hub: Hub
let [writes, reads, other] = ["", "", ""]
const root = "/taxii2/province/"
const inbox = `${root}collections/${inboxId(bodies.telco.id)}/`

async function tokenOf(bodySlug: "telco" | "police", scopes: Scope[]): Promise<string> {
  const { who } = await signInAs(db, { bodySlug, role: "administrator" })
  const desk = { ...deskOf(hub.house, "tam"), who: { ...who, requestId: "test-request" } }
  return (await createToken(desk, { name: scopes.join(" "), scopes, days: 30 })).token
}
beforeAll(async () => {
  hub = await hubOf(db)
  writes = await tokenOf("telco", ["indicators:read", "indicators:write"])
  reads = await tokenOf("telco", ["indicators:read"])
  other = await tokenOf("police", ["indicators:read", "indicators:write"])
})

type Told = { id: string; message?: string }
type Body = {
  id: string
  status: string
  http_status?: string
  collections?: { id: string; can_read: boolean; can_write: boolean }[]
  objects?: { id: string; modified?: string; version?: string }[]
  versions?: string[]
  successes: Told[]
  failures: Told[]
  pendings: Told[]
  total_count: number
}
async function ask(
  path: string,
  { token = writes, method = "GET", sent }: { token?: string; method?: string; sent?: unknown } = {},
) {
  const answer = await hub.app.request(`http://127.0.0.1${path}`, {
    method,
    headers: { accept: taxiiType, "content-type": taxiiType, authorization: `Bearer ${token}` },
    ...(sent !== undefined && { body: JSON.stringify(sent) }),
  })
  return { status: answer.status, body: JSON.parse((await answer.text()) || "{}") as Body }
}
const post = (objects: unknown[], token = writes) =>
  ask(`${inbox}objects/`, { token, method: "POST", sent: { objects } })
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`
const indicator = (n: number, pattern: string, more: Record<string, unknown> = {}) => ({
  ...{ type: "indicator", spec_version: "2.1", id: `indicator--${uuid(n)}`, pattern_type: "stix", pattern },
  ...{ created: "2023-09-01T00:00:00.000Z", modified: "2023-09-01T00:00:00.000Z" },
  ...{ valid_from: "2023-09-01T00:00:00.000Z", ...more },
})
const number = indicator(1, "[phone-number:value = '+84951000881']")
const beside = { type: "url", spec_version: "2.1", id: `url--${uuid(5)}`, value: "http://a.example/" }
const drafts = async (value: string) =>
  (
    await db.admin(
      "select state, tlp, audience, origin, written_by, body_id from shared_indicators where value = $1",
      [value],
    )
  ).rows

describe("the inbox of a body", () => {
  test("is told to a token of the body that may write, and to nobody else: every other is answered 404 (5.2, 1.6.7)", async () => {
    const named = async (token: string) =>
      (await ask(`${root}collections/`, { token })).body.collections?.filter(({ can_write }) => can_write)
    expect(await named(writes)).toMatchObject([{ id: inboxId(bodies.telco.id), can_read: true }])
    expect(await named(reads)).toEqual([])
    for (const token of [reads, other]) {
      expect((await ask(`${inbox}objects/`, { token })).status).toBe(404)
      expect((await post([number], token)).status).toBe(404)
      expect((await ask(`${inbox}objects/${number.id}/`, { token, method: "DELETE" })).status).toBe(404)
    }
    expect((await drafts("+84951000881")).length).toBe(0)
  })

  test("answers 202 with a status whose counts MUST add up, and what it took is there at once (5.5, 4.3)", async () => {
    const official = indicator(2, "[domain-name:value = 'hungyen.gov.vn']")
    const strange = indicator(3, "[process:name = 'x' OR process:name = 'y']")
    const older = { ...indicator(4, "[url:value = 'http://b.example/']"), spec_version: "2.0" }
    const { status, body } = await post([number, official, strange, older, beside])
    expect([status, body.status, body.total_count]).toEqual([202, "pending", 5])
    expect(body.pendings.map(({ id }) => id)).toEqual([number.id, official.id, strange.id])
    expect(body.failures).toMatchObject([{ id: older.id, message: expect.stringContaining("STIX 2.1") }])
    expect(body.successes).toMatchObject([{ id: beside.id }])
    expect((await ask(`${inbox}objects/${number.id}/`)).body.objects).toEqual([number])
    expect((await ask(`${root}status/${body.id}/`)).body).toEqual(body)
    expect((await ask(`${root}status/${body.id}/`, { token: other })).status).toBe(404)

    for (let n = 0; n < 2; n += 1) await receiveObjects(hub.house)
    const done = (await ask(`${root}status/${body.id}/`)).body
    expect([done.status, done.successes.length, done.failures.length, done.pendings.length]).toEqual([
      "complete",
      ...[2, 3, 0],
    ])
    expect(done.failures.map(({ id }) => id).toSorted()).toEqual([official.id, strange.id, older.id])
    // What was refused is in the collection no longer.
    expect((await ask(`${inbox}manifest/`)).body.objects?.map(({ id }) => id)).toEqual([number.id, beside.id])
  })

  test("becomes a draft that goes to nobody before two people of the body; nobody wrote it, and its TLP is the narrow one", async () => {
    expect(await drafts("+84951000881")).toEqual([
      {
        ...{ state: "draft", tlp: "amber", audience: "chosen", origin: "received" },
        ...{ written_by: null, body_id: bodies.telco.id },
      },
    ])
    expect(await (await hub.get(`${paths.sharing}?ngan=draft`, hub.tam)).text()).toContain("0951 000 881")
    expect((await ask(`${root}collections/${collectionId("bodies")}/objects/`)).body).toEqual({})
  })

  test("takes the same version again without another draft, and says so", async () => {
    const { body } = await post([number])
    expect(body.successes).toEqual([
      { id: number.id, version: number.modified, message: "Object already added" },
    ])
    await receiveObjects(hub.house)
    expect(await drafts("+84951000881")).toHaveLength(1)
  })

  test("takes back what its program revokes, at once and without an officer, and nothing that another body gave", async () => {
    const revoked = { ...number, modified: "2023-09-10T00:00:00.000Z", revoked: true }
    const theirs = { ...indicator(1, number.pattern), revoked: true }
    await ask(`${root}collections/${inboxId(bodies.police.id)}/objects/`, {
      ...{ token: other, method: "POST", sent: { objects: [theirs] } },
    })
    await receiveObjects(hub.house)
    expect(await drafts("+84951000881")).toMatchObject([{ state: "draft" }])
    await post([revoked])
    await receiveObjects(hub.house)
    expect(await drafts("+84951000881")).toMatchObject([{ state: "refused" }])
    expect((await ask(`${inbox}objects/${number.id}/versions/`)).body.versions).toEqual([
      number.modified,
      revoked.modified,
    ])
  })

  test("deletes the version that is asked for, and answers 404 for what is not there (5.7)", async () => {
    const one = `${inbox}objects/${number.id}/`
    expect((await ask(`${one}?match[version]=first`, { method: "DELETE" })).status).toBe(200)
    expect((await ask(`${one}versions/`)).body.versions).toHaveLength(1)
    expect((await ask(one, { method: "DELETE" })).status).toBe(200)
    for (const method of ["GET", "DELETE"]) expect((await ask(one, { method })).status).toBe(404)
    const { rows } = await db.admin(
      "select what, count(*)::int as n from journal where what in ('indicator.handed-in', 'indicator.taken-out') group by 1 order by 1",
    )
    expect(rows.map(({ what }) => what)).toEqual(["indicator.handed-in", "indicator.taken-out"])
  })

  test("an indicator that is sure by 87.5 becomes a draft that is sure by 88, and a request at which we fail keeps no other body's waiting", async () => {
    await db.admin(
      `insert into taxii_statuses (body_id, asked_at, answers) values ($1, '2000-01-01', '"none"')`,
      [bodies.police.id],
    )
    await post([indicator(21, "[phone-number:value = '+84951000882']", { confidence: 87.5 })])
    await expect(receiveObjects(hub.house)).rejects.toThrow("map is not a function")
    const { rows } = await db.admin("select confidence from shared_indicators where value = '+84951000882'")
    expect(rows).toEqual([{ confidence: 88 }])
    await db.admin("delete from taxii_statuses where asked_at = '2000-01-01'")
  })

  test("takes two thousand requests of a body within a day and answers the next with 429; a finished one that left nothing is forgotten after a week", async () => {
    await db.admin(
      `insert into taxii_statuses (body_id, asked_at, state, answers)
       select $1, $2, 'complete', '[]' from generate_series(1, 2000)`,
      [bodies.telco.id, db.clock.now().toISOString()],
    )
    const { status, body } = await post([indicator(22, number.pattern)])
    expect([status, body.http_status]).toEqual([429, "429"])
    const [now, objects] = [db.clock.now, await db.admin("select from taxii_inbox")]
    db.clock.now = () => new Date("2023-09-24T00:00:00Z")
    await tidyInbox(hub.house)
    db.clock.now = now
    const { rows } = await db.admin("select count(*)::int as n from taxii_statuses where answers = '[]'")
    expect(rows).toEqual([{ n: 0 }])
    expect((await db.admin("select from taxii_inbox")).rowCount).toBe(objects.rowCount)
  })

  test("opens no more to a token of a body in which nobody is in office: a program answers to somebody", async () => {
    const theirs = `${root}collections/${inboxId(bodies.police.id)}/objects/`
    expect((await ask(theirs, { token: other })).status).toBe(200)
    await db.admin(
      `update posts set valid_from = '2020-01-01', valid_to = '2023-09-01' where body_id = '${bodies.police.id}'`,
    )
    expect((await ask(theirs, { token: other })).status).toBe(401)
    expect((await ask(`${root}collections/`, { token: other })).status).toBe(401)
    await db.admin(`update posts set valid_to = null where body_id = '${bodies.police.id}'`)
    expect((await ask(theirs, { token: other })).status).toBe(200)
  })

  test("takes two thousand objects of one request at most, and forgets after 90 days", async () => {
    const many = Array.from({ length: 2_001 }, (_, n) => ({ ...beside, id: `url--${uuid(1_000 + n)}` }))
    expect((await post(many)).status).toBe(422)
    db.clock.now = () => new Date("2024-03-01T00:00:00Z")
    for (let n = 0; n < 2; n += 1) await tidyInbox(hub.house)
    expect((await db.admin("select from taxii_statuses")).rowCount).toBe(0)
    expect((await db.admin("select from taxii_inbox")).rowCount).toBe(0)
  })
})
