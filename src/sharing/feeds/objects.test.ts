import { sql } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import { asJob, asOfficer, asPublic, asToken } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { bodies, people, peopleIn } from "../../testing/province.ts"
import { recallIndicator, releaseIndicator, releaseWarning } from "../testing/published.ts"
import { tidyObjects, writeObjects } from "./actions/objects.ts"
import { type Collection, objectsOf, type Row, type Wanted } from "./store/objects.ts"

const db = await freshDatabase()
const house = houseOf(db)
beforeAll(async () => {
  await peopleIn(db)
})

const all: Wanted = {
  addedAfter: null,
  ids: null,
  types: null,
  versions: ["last"],
  limit: 1_000,
  after: null,
}
const read = (collection: Collection, more: Partial<Wanted> = {}) =>
  asJob(db, "test", (tx) => objectsOf(tx, collection, { ...all, ...more }))
const indicatorsIn = (rows: readonly Row[]) =>
  rows.map(({ text }) => JSON.parse(text)).filter(({ type }) => type === "indicator")
const namesIn = (rows: readonly Row[]) => indicatorsIn(rows).map(({ name }) => name)
let nth = 0
function site(): string {
  nth += 1
  return `thu-${nth}.example`
}

describe("objects that programs page through", () => {
  test("are there once the job has run; another run adds none, and a change in the moment of the last is later all the same", async () => {
    const first = site()
    await releaseIndicator(db, { kind: "domain", value: first })
    expect(namesIn(await read("public"))).not.toContain(`domain: ${first}`)
    expect(await writeObjects(house)).toBeGreaterThan(0)
    const before = await read("public")
    expect(namesIn(before)).toContain(`domain: ${first}`)
    expect(await writeObjects(house)).toBe(0)
    expect(await read("public")).toEqual(before)

    const second = site()
    await releaseIndicator(db, { kind: "domain", value: second })
    await writeObjects(house)
    const fresh = await read("public", { addedAfter: before.at(-1)?.added ?? "" })
    expect(namesIn(fresh)).toEqual([`domain: ${second}`])
    const times = (await read("public")).map(({ added }) => added)
    expect(times).toEqual([...new Set(times)].toSorted())
  })

  test("a release whose transaction ends late is missed by no reader: it comes behind what the reader has", async () => {
    const [slow, quick] = [site(), site()]
    const lan = { officerId: people.lan.id, bodyId: bodies[people.lan.body].id }
    const minh = { officerId: people.minh.id, bodyId: bodies[people.minh.body].id }
    const waits = async (value: string) =>
      asOfficer(db, minh, async (tx) => {
        const { rows } = await sql<{
          id: string
        }>`insert into shared_indicators (kind, value, digest, tlp, audience, confidence, reasons,
          valid_until, written_name) values ('domain', ${value}, '\\x00', 'clear', 'public', 80, 'nhiều tin', '2999-01-01', 'Minh') returning id`.execute(
          tx,
        )
        await sql`update shared_indicators set state = 'waiting' where id = ${rows[0]?.id}`.execute(tx)
        return rows[0]?.id ?? ""
      })
    const [slowId, quickId] = [await waits(slow), await waits(quick)]
    const release = (id: string, then: () => Promise<void>) =>
      asOfficer(db, lan, async (tx) => {
        await sql`update shared_indicators set state = 'released', released_name = 'Lan' where id = ${id}`.execute(
          tx,
        )
        await then()
      })
    const gate = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const first = release(slowId, () => {
      begun.resolve()
      return gate.promise
    })
    await begun.promise
    const second = release(quickId, async () => {})
    let last = ""
    try {
      await writeObjects(house)
      const rows = await read("public")
      last = rows.at(-1)?.added ?? ""
      expect(namesIn(rows)).not.toContain(`domain: ${quick}`)
    } finally {
      gate.resolve()
    }
    await Promise.all([first, second])
    await writeObjects(house)
    expect(namesIn(await read("public", { addedAfter: last }))).toEqual([
      `domain: ${slow}`,
      `domain: ${quick}`,
    ])
  })

  test("a recall is a later version that is revoked; who asks for all versions reads both", async () => {
    const value = site()
    const id = await releaseIndicator(db, { kind: "domain", value })
    await writeObjects(house)
    const of = async (versions: string[]) =>
      indicatorsIn(await read("public", { versions })).filter(({ name }) => name === `domain: ${value}`)
    const [before] = await of(["last"])
    db.clock.now = () => new Date("2023-09-15T04:00:00Z")
    await recallIndicator(db, id)
    await writeObjects(house)
    expect((await of(["last"])).map(({ id: one, revoked }) => [one, revoked])).toEqual([[before?.id, true]])
    expect((await of(["all"])).map(({ revoked }) => revoked ?? false)).toEqual([false, true])
    expect((await of(["first"])).map(({ revoked }) => revoked ?? false)).toEqual([false])
  })

  test("a warning that names a site makes the site's object anew, and lists it", async () => {
    const value = site()
    const id = await releaseIndicator(db, { kind: "domain", value })
    await writeObjects(house)
    db.clock.now = () => new Date("2023-09-15T05:00:00Z")
    const { code } = await releaseWarning(db, { title: "Giả điện lực", indicators: [id] })
    await writeObjects(house)
    const rows = await read("public")
    const indicator = indicatorsIn(rows).find(({ name }) => name === `domain: ${value}`)
    expect(indicator.external_references[0].url).toContain(`/canh-bao/${code}`)
    const report = rows
      .map(({ text }) => JSON.parse(text))
      .find(({ type, name }) => type === "report" && name === "Giả điện lực")
    expect(report.object_refs).toContain(indicator.id)
  })

  test("a person's number is in no collection of everybody, though everybody is warned of it; bodies have it", async () => {
    await releaseIndicator(db, { kind: "phone", value: "+84951000111" })
    await writeObjects(house)
    expect(namesIn(await read("bodies"))).toContain("phone: +84951000111")
    const asEverybody = await asPublic(db, async (tx) => [
      ...(await objectsOf(tx, "public", all)),
      ...(await objectsOf(tx, "bodies", all)),
      ...(await objectsOf(tx, "enterprises", all)),
    ])
    expect(asEverybody.length).toBeGreaterThan(0)
    expect(JSON.stringify(asEverybody)).not.toContain("+84951000111")
  })

  test("what was shared with enterprises is read by an enterprise and by who shared it, by no other body", async () => {
    const id = await releaseIndicator(db, { kind: "phone", value: "+84951000222", audience: "enterprises" })
    await writeObjects(house)
    const { rows } = await db.admin("select body_id from shared_indicators where id = $1", [id])
    const owner = String(rows[0]?.body_id)
    const { rows: others } = await db.admin("select id, kind from bodies where id <> $1 order by kind", [
      owner,
    ])
    const seen = async (bodyId: string) =>
      namesIn(
        await asToken(db, { bodyId, scopes: ["indicators:read"] }, (tx) => objectsOf(tx, "enterprises", all)),
      ).length > 0
    expect(await seen(owner)).toBe(true)
    const told = await Promise.all(
      others.map(async (one) => [one.kind === "enterprise", await seen(String(one.id))]),
    )
    expect(told.some(([isEnterprise]) => isEnterprise)).toBe(true)
    expect(told.filter(([isEnterprise, sees]) => isEnterprise !== sees)).toEqual([])
  })

  test("a number that bodies warned of under different TLP is marked as the most open one in its collection, whichever came last; once that one is recalled, as the closer one", async () => {
    const numbers = ["+84951000331", "+84951000332"] as const
    const release = (value: string, tlp: "clear" | "green" | "amber", audience: "bodies" | "enterprises") =>
      releaseIndicator(db, { kind: "phone", value, tlp, audience })
    const markings = async (collection: Collection) => {
      const objects = (await read(collection)).map(({ text }) => JSON.parse(text))
      const nameOf = new Map(objects.map(({ id, name }) => [id, name]))
      return numbers.map((value) =>
        objects
          .filter((one) => one.type === "phone-number" && one.value === value)
          .map((one) => nameOf.get(one.object_marking_refs[0])),
      )
    }
    const open = await release(numbers[0], "clear", "bodies")
    await release(numbers[1], "green", "bodies")
    await writeObjects(house)
    expect(await markings("bodies")).toEqual([["TLP:CLEAR"], ["TLP:GREEN"]])
    await release(numbers[0], "green", "bodies")
    await release(numbers[1], "clear", "bodies")
    await release(numbers[0], "amber", "enterprises")
    await writeObjects(house)
    expect(await markings("bodies")).toEqual([["TLP:CLEAR"], ["TLP:CLEAR"]])
    expect(await markings("enterprises")).toEqual([["TLP:AMBER"], []])
    // Each indicator keeps its own.
    const own = indicatorsIn(await read("bodies")).filter(({ name }) => name === `phone: ${numbers[0]}`)
    expect(new Set(own.map((one) => one.object_marking_refs[0])).size).toBe(2)
    await recallIndicator(db, open)
    await writeObjects(house)
    expect(await markings("bodies")).toEqual([["TLP:GREEN"], ["TLP:CLEAR"]])
  })

  test("what bodies saw at work stands beside it as one sighting, without their names and notes; the next one is a later version of it", async () => {
    const id = await releaseIndicator(db, { kind: "phone", value: "+84951000441", audience: "enterprises" })
    const chosen = await releaseIndicator(db, { kind: "domain", value: site() })
    await writeObjects(house)
    const see = (of: string, at: string, by: keyof typeof bodies = "telco") =>
      db.admin(
        `insert into indicator_sightings (indicator_id, owner_id, body_id, seen_at, note, noted_at, noted_name)
         select id, body_id, $2, $3, 'Gọi từ tổng đài lạ', $3, 'Tâm' from shared_indicators where id = $1`,
        [of, bodies[by].id, at],
      )
    const sightings = async (collection: Collection, versions = ["last"]) =>
      (await read(collection, { types: ["sighting"], versions })).map(({ text }) => JSON.parse(text))
    await see(id, "2023-09-16T01:00:00Z")
    await writeObjects(house)
    const [first] = await sightings("enterprises")
    expect(first).toMatchObject({ count: 1, last_seen: "2023-09-16T01:00:00.000Z" })
    await see(id, "2023-09-17T01:00:00Z")
    await writeObjects(house)
    expect(await writeObjects(house)).toBe(0)
    const [last, ...others] = await sightings("enterprises")
    expect([last, others]).toMatchObject([
      {
        id: first.id,
        count: 2,
        first_seen: "2023-09-16T01:00:00.000Z",
        last_seen: "2023-09-17T01:00:00.000Z",
      },
      [],
    ])
    expect(await sightings("enterprises", ["all"])).toHaveLength(2)
    const of = (await read("enterprises", { ids: [last.sighting_of_ref] })).map(({ text }) =>
      JSON.parse(text),
    )
    expect(of.map(({ name }) => name)).toEqual(["phone: +84951000441"])
    expect(JSON.stringify(last)).not.toMatch(/Viễn thông Mẫu|tổng đài/)
    // Everybody is told from five bodies on: one that saw it often would be named by the count alone.
    for (const day of [16, 17, 18, 19, 20]) await see(chosen, `2023-09-${day}T02:00:00Z`)
    for (const by of ["police", "culture", "district"] as const) await see(chosen, "2023-09-20T03:00:00Z", by)
    await writeObjects(house)
    expect(await sightings("public")).toEqual([])
    await see(chosen, "2023-09-21T02:00:00Z", "office")
    await writeObjects(house)
    expect(await sightings("public")).toMatchObject([{ count: 9 }])
    expect(await sightings("bodies")).toEqual([])
  })

  test("three months after its end it is nowhere any more", async () => {
    const value = site()
    const id = await releaseIndicator(db, { kind: "domain", value })
    await recallIndicator(db, id)
    await writeObjects(house)
    await tidyObjects(house)
    expect(JSON.stringify(await read("public"))).toContain(value)
    db.clock.now = () => new Date("2023-12-25T00:00:00Z")
    await tidyObjects(house)
    expect(JSON.stringify(await read("public"))).not.toContain(value)
    await tidyObjects(house)
  })
})

test("an installation of before is filled from its releases of before, in batches, by the same job", async () => {
  await db.admin("truncate shared_objects")
  await db.admin("update shared_objects_end set feed_seq = 0")
  await writeObjects(house)
  const { rows } = await db.admin(
    "select count(*)::int as n from shared_objects where object_type = 'indicator'",
  )
  const { rows: released } = await db.admin(
    "select count(*)::int as n from shared_indicators where released_at is not null and audience <> 'chosen'",
  )
  expect(rows).toEqual(released)
})
