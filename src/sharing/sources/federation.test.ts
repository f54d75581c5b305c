import { beforeAll, describe, expect, test } from "vitest"
import { createToken } from "../../accounts/actions/tokens.ts"
import { signInAs } from "../../accounts/testing.ts"
import { createApp } from "../../app.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { type Ask, Unreachable } from "../../kernel/http/outgoing.ts"
import { freshDatabase, type TestDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { bodies, deskOf, people, peopleIn } from "../../testing/province.ts"
import { writeObjects } from "../feeds/actions/objects.ts"
import { paths } from "../paths.ts"
import { collectionId } from "../taxii/actions/own.ts"
import { recallIndicator, releaseIndicator, releaseWarning } from "../testing/published.ts"
import { fetchSources, tidySources } from "./actions/fetching.ts"

/** Two provinces, each with its own database; what one asks of the other goes through the other's real pages. */
type Side = {
  db: TestDatabase
  house: House
  app: ReturnType<typeof createApp>
  host: string
  cookie: string
}
const sideOf = async (host: string): Promise<Side> => {
  const db = await freshDatabase()
  const house = houseOf(db, { publicUrl: `https://${host}` })
  return { db, house, app: createApp(house), host, cookie: "" }
}
const [hungYen, thaiBinh] = [await sideOf("hung-yen.example"), await sideOf("thai-binh.example")]

const asked: string[] = []
const ask: Ask = async ({ url, headers }) => {
  asked.push(url)
  const to = [hungYen, thaiBinh].find(({ host }) => new URL(url).host === host)
  const answer = await to?.app.request(url, { headers: { ...headers, host: to.host } })
  if (answer === undefined) throw new Error("nobody is there")
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    bytes: Buffer.from(await answer.arrayBuffer()),
  }
}

async function tokenAt({ db, house }: Side): Promise<string> {
  const { who } = await signInAs(db, { bodySlug: "police", role: "administrator" })
  const desk = { ...deskOf(house, "tam"), who: { ...who, requestId: "test-request" } }
  return (await createToken(desk, { name: "Tỉnh bạn", scopes: ["indicators:read"], days: 30 })).token
}
const send = ({ app, cookie }: Side, path: string, fields: Record<string, string>) =>
  app.request(path, {
    method: "POST",
    headers: { cookie, "sec-fetch-site": "same-origin" },
    body: new URLSearchParams(fields),
  })
const pageOf = async ({ app, cookie }: Side) =>
  (await app.request(paths.sources, { headers: { cookie } })).text()
const collectionOf = ({ host }: Side) =>
  `https://${host}/taxii2/province/collections/${collectionId("bodies")}/`
const fetchAt = ({ house }: Side) => fetchSources(house, { all: true, ask })
const receivedAt = async ({ db }: Side, value: string) =>
  (
    await db.admin(
      `select state, tlp, audience, origin, origin_name, recalled_by, recall_reason from shared_indicators
       where value = $1 order by id`,
      [value],
    )
  ).rows
const phone = "+84951000771"

beforeAll(async () => {
  for (const side of [hungYen, thaiBinh]) {
    await peopleIn(side.db)
    side.cookie = (await signInAs(side.db, { bodySlug: "hub", role: "administrator" })).cookie
  }
  for (const [to, from] of [
    [thaiBinh, hungYen],
    [hungYen, thaiBinh],
  ] as const) {
    const fields = { name: `Tỉnh ${from.host}`, url: collectionOf(from), password: await tokenAt(from) }
    expect((await send(to, paths.sources, fields)).headers.get("location")).toBe(
      `${paths.sources}?xong=added`,
    )
  }
})

describe("two provinces that subscribe to each other", () => {
  let there = ""

  test("what one released to bodies becomes a draft of the other, with its source and TLP, once however often it is asked", async () => {
    there = await releaseIndicator(hungYen.db, {
      kind: "phone",
      value: phone,
      audience: "bodies",
      tlp: "green",
    })
    await writeObjects(hungYen.house)
    expect(await fetchAt(thaiBinh)).toMatchObject([{ fault: null, made: 1 }])
    expect(await receivedAt(thaiBinh, phone)).toMatchObject([
      {
        state: "draft",
        tlp: "green",
        audience: "chosen",
        origin: "received",
        origin_name: "Tỉnh hung-yen.example",
      },
    ])
    expect(await fetchAt(thaiBinh)).toMatchObject([{ fault: null, made: 0 }])
    expect(new URL(asked.at(-1) ?? "").searchParams.get("added_after")).toMatch(/^20\d\d-.*Z$/)
    expect(await receivedAt(thaiBinh, phone)).toHaveLength(1)
  })

  test("nobody opens there what the source held closer, not even by a hand on the database", async () => {
    const opened = thaiBinh.db.admin("update shared_indicators set tlp = 'clear' where value = $1", [phone])
    await expect(opened).rejects.toMatchObject({ constraint: "shared_indicators_within_source_tlp" })
  })

  test("what the other passes on comes back to the first as known, and a recall crosses to what is out there; the loop ends", async () => {
    await passOn(thaiBinh, phone)
    const { rows: out } = await thaiBinh.db.admin("select id from shared_indicators where value = $1", [
      phone,
    ])
    const words = { title: "Số 0951 000 771 dọa cắt điện", indicators: [String(out[0]?.id)] }
    const printed = await releaseWarning(thaiBinh.db, words)
    await writeObjects(thaiBinh.house)
    expect(await fetchAt(hungYen)).toMatchObject([{ fault: null, made: 0 }])
    await recallIndicator(hungYen.db, there)
    await writeObjects(hungYen.house)
    // The first asks before the other has heard of the recall, from the beginning: its own number does not come back to it.
    await hungYen.db.admin("update sharing_sources set added_after = null")
    expect(await fetchAt(hungYen)).toMatchObject([{ fault: null, made: 0 }])
    expect(await pageOf(hungYen)).toContain("cán bộ ở đây đã thu hồi hoặc từ chối: không tự nhận lại")

    expect(await fetchAt(thaiBinh)).toMatchObject([{ fault: null, made: 0, takenBack: 1 }])
    expect(await receivedAt(thaiBinh, phone)).toMatchObject([
      { state: "recalled", recalled_by: null, recall_reason: "Tỉnh hung-yen.example" },
    ])
    const { rows } = await thaiBinh.db.admin(
      "select what, by_name from sharing_events where what = 'indicator.recalled'",
    )
    expect(rows).toEqual([{ what: "indicator.recalled", by_name: "Tỉnh hung-yen.example" }])
    // Its own warning still prints the number: whoever wrote it is told to look at it again.
    const doubts = await thaiBinh.db.admin("select warning_id, by_name, settled_at from warning_doubts")
    expect(doubts.rows).toEqual([
      { warning_id: printed.id, by_name: "Tỉnh hung-yen.example", settled_at: null },
    ])

    await writeObjects(thaiBinh.house)
    for (const side of [hungYen, thaiBinh, hungYen])
      expect(await fetchAt(side)).toMatchObject([{ fault: null, made: 0, takenBack: 0 }])
    expect(await receivedAt(hungYen, phone)).toMatchObject([{ origin: "own", state: "recalled" }])
  })

  test("a draft that nobody has read yet goes with the word of its source", async () => {
    const value = "+84951000772"
    const id = await releaseIndicator(hungYen.db, { kind: "phone", value, audience: "bodies" })
    await writeObjects(hungYen.house)
    await fetchAt(thaiBinh)
    await recallIndicator(hungYen.db, id)
    await writeObjects(hungYen.house)
    expect(await fetchAt(thaiBinh)).toMatchObject([{ takenBack: 1 }])
    expect(await receivedAt(thaiBinh, value)).toMatchObject([{ state: "refused" }])
  })

  test("a list of many pages is read to its end, and goes on where it was broken off", async () => {
    const values = Array.from({ length: 3 }, (_, n) => `+8495100080${n}`)
    for (const value of values)
      await releaseIndicator(hungYen.db, { kind: "phone", value, audience: "bodies" })
    await writeObjects(hungYen.house)
    let answered = 0
    /** Two objects a page, and the line breaks after the first. */
    const breaking: Ask = (asking) => {
      answered += 1
      if (answered === 2) throw new TypeError("a fault of ours")
      return ask({ ...asking, url: asking.url.replace("limit=500", "limit=2") })
    }
    await expect(fetchSources(thaiBinh.house, { all: true, ask: breaking })).rejects.toThrow(
      "a fault of ours",
    )
    const { rows } = await thaiBinh.db.admin(
      "select next_page is not null as broken_off from sharing_sources",
    )
    expect(rows).toEqual([{ broken_off: true }])
    // It waits as one that failed, so that it keeps no other source waiting.
    expect(await fetchSources(thaiBinh.house, { ask: breaking })).toEqual([])
    expect(await pageOf(thaiBinh)).toContain("lỗi của chương trình này, không phải của nguồn")
    answered = 2
    await fetchSources(thaiBinh.house, { all: true, ask: breaking })
    for (const value of values) expect(await receivedAt(thaiBinh, value)).toHaveLength(1)
  })
})

/** A server of one page for each mark, which says what comes after it. */
const pagesOf =
  (next: (mark: string | null) => string | null, objects: object[] = []): Ask =>
  async ({ url }) => {
    const mark = next(new URL(url).searchParams.get("next"))
    const said = mark === null ? { objects } : { objects, more: true, next: mark }
    return {
      status: 200,
      headers: {
        "content-type": "application/taxii+json;version=2.1",
        ...(mark === null && { "x-taxii-date-added-last": "2023-09-15T00:00:00.000000Z" }),
      },
      bytes: Buffer.from(JSON.stringify(said)),
    }
  }
const indicator = (value: string) => ({
  ...{ type: "indicator", id: "indicator--00000000-0000-4000-8000-000000000771", pattern_type: "stix" },
  pattern: `[phone-number:value = '${value}']`,
})

describe("a source whose list", () => {
  const fetchBy = (by: Ask) => fetchSources(thaiBinh.house, { all: true, ask: by })
  const reset = () => thaiBinh.db.admin("update sharing_sources set added_after = null, next_page = null")

  test("goes in a circle of several pages is left, and is not read as a whole", async () => {
    await reset()
    const circle = pagesOf((mark) => ({ a: "b", b: "c", c: "a" })[mark ?? ""] ?? "a")
    expect(await fetchBy(circle)).toMatchObject([{ fault: "noEnd", pages: 3 }])
  })

  test("is longer than one run is not said to be read to its end, and goes on at once", async () => {
    await reset()
    const long = pagesOf((mark) => String(Number(mark ?? 0) + 1), [indicator("+84951000779")])
    const how = { ask: long, pages: 2 }
    expect(await fetchSources(thaiBinh.house, { all: true, ...how })).toMatchObject([
      { fault: "unfinished", made: 1 },
    ])
    expect(await fetchSources(thaiBinh.house, how)).toMatchObject([{ fault: "unfinished", made: 0 }])
    const { rows } = await thaiBinh.db.admin("select next_page, failures from sharing_sources")
    expect(rows).toEqual([{ next_page: "4", failures: 0 }])
  })

  test("is read by two runs at once becomes drafts once", async () => {
    await reset()
    const value = "+84951000778"
    const two = pagesOf((mark) => (mark === null ? "b" : null), [indicator(value)])
    const meanwhile: Ask = async (asking) => {
      if (new URL(asking.url).searchParams.get("next") === null) await fetchBy(two)
      return two(asking)
    }
    expect(await fetchBy(meanwhile)).toMatchObject([{ fault: "unfinished", pages: 0, made: 0 }])
    expect(await receivedAt(thaiBinh, value)).toHaveLength(1)
    await reset()
  })
})

describe("who keeps a source", () => {
  test("reads how it was asked and why it failed; the token is shown nowhere and lies sealed", async () => {
    const token = await tokenAt(hungYen)
    await hungYen.db.admin("update api_tokens set revoked_at = acting_at(), revoked_by = made_by")
    expect(await fetchAt(thaiBinh)).toMatchObject([{ fault: "refusedUs" }])
    const html = await pageOf(thaiBinh)
    expect(html).toContain("Hỏng 1 lần liền")
    expect(html).toContain("nơi kia không nhận mã truy cập")
    expect(html).not.toContain(token)
    const { rows } = await thaiBinh.db.admin("select encode(sealed, 'escape') as sealed from sharing_sources")
    expect(String(rows[0]?.sealed)).not.toContain("Bearer")
    expect(await fetchSources(thaiBinh.house, { ask })).toEqual([])
  })

  test("whose address is no collection, or is kept already, is told so with what was typed", async () => {
    const wrong = { name: "Trung tâm Mẫu", url: "https://mau.example/taxii2/" }
    const refused = await send(thaiBinh, paths.sources, { ...wrong, password: "khong-hien-lai" })
    const html = await refused.text()
    expect([refused.status, html.includes('value="Trung tâm Mẫu"'), html.includes("khong-hien-lai")]).toEqual(
      [422, true, false],
    )
    const again = await send(thaiBinh, paths.sources, {
      name: "Lần nữa",
      url: `${collectionOf(hungYen)}objects/`,
    })
    expect([again.status, (await again.text()).includes("đã nhận từ địa chỉ này")]).toEqual([422, true])
    const long = { name: "Dài", url: `https://mau.example/${"ậ".repeat(200)}/collections/a/` }
    expect((await send(thaiBinh, paths.sources, long)).status).toBe(422)
    const letters = { name: "Chữ", url: "https://mau.example/collections/a/", password: "mật" }
    const unfit = await send(thaiBinh, paths.sources, letters)
    expect([unfit.status, (await unfit.text()).includes("Mã truy cập chỉ gồm chữ không dấu")]).toEqual([
      422,
      true,
    ])
  })

  test("pauses it and ends it: it is asked no more, and its token is gone", async () => {
    const { rows } = await thaiBinh.db.admin("select id from sharing_sources")
    const step = (name: string) => send(thaiBinh, paths.sourceStep(String(rows[0]?.id)), { step: name })
    await step("paused")
    expect(await fetchAt(thaiBinh)).toEqual([])
    await step("ended")
    expect((await thaiBinh.db.admin("select state, sealed from sharing_sources")).rows).toEqual([
      { state: "ended", sealed: null },
    ])
    expect(await pageOf(thaiBinh)).toContain("Cơ quan chưa nhận từ nguồn nào")
    // What came from it is known by the name of then: a recall finds it when the body takes from there again.
    const again = { name: "Tên khác", url: collectionOf(hungYen) }
    await send(thaiBinh, paths.sources, again)
    expect((await thaiBinh.db.admin("select name from sharing_sources where state = 'live'")).rows).toEqual([
      { name: "Tỉnh hung-yen.example" },
    ])
    thaiBinh.db.clock.now = () => new Date("2024-03-01T00:00:00Z")
    for (let n = 0; n < 2; n += 1) await tidySources(thaiBinh.house)
    expect((await thaiBinh.db.admin("select from sharing_source_fetches")).rowCount).toBe(0)
  })

  test("an officer who administers nothing, and another body, see and change none of it", async () => {
    const { cookie } = await signInAs(hungYen.db, { bodySlug: "hub", role: "officer" })
    const answer = await hungYen.app.request(paths.sources, { headers: { cookie } })
    expect(answer.status).toBe(403)
    const police = await signInAs(hungYen.db, { bodySlug: "police", role: "administrator" })
    const theirs = await hungYen.app.request(paths.sources, { headers: { cookie: police.cookie } })
    expect(await theirs.text()).not.toContain("Tỉnh thai-binh.example")
    const { rows } = await hungYen.db.admin("select id from sharing_sources")
    await send({ ...hungYen, cookie: police.cookie }, paths.sourceStep(String(rows[0]?.id)), {
      step: "ended",
    })
    expect((await hungYen.db.admin("select state from sharing_sources")).rows).toEqual([{ state: "live" }])
  })

  test("a body that others became part of has more sources than may be added: each is asked by hand, and each stands on a page", async () => {
    await hungYen.db.admin(`insert into sharing_sources (body_id, name, url, added_name)
      select body_id, 'Nguồn ' || n, 'https://nguon-' || n || '.example/collections/x/', 'Lan'
      from sharing_sources, generate_series(1, 24) n`)
    const nobody: Ask = () => Promise.reject(new Unreachable("network"))
    const fetched = await fetchSources(hungYen.house, { all: true, ask: nobody })
    expect([fetched.length, new Set(fetched.map(({ name }) => name)).size]).toEqual([25, 25])
    const { cookie } = await signInAs(hungYen.db, { bodySlug: "hub", role: "administrator" })
    const side = { ...hungYen, cookie }
    const second = await hungYen.app.request(`${paths.sources}?trang=2`, { headers: { cookie } })
    const shown = `${await pageOf(side)}${await second.text()}`
    expect(new Set(shown.match(/nguon-\d+\.example/g)).size).toBe(24)
    const more = await send(side, paths.sources, { name: "Thêm", url: "https://a.example/collections/b/" })
    expect([more.status, (await more.text()).includes('value="Thêm"')]).toEqual([422, true])
  })
})

/** Minh sends it on within its TLP, Lan releases it. */
async function passOn({ db }: Side, value: string): Promise<void> {
  const by = (key: "minh" | "lan", set: Record<string, unknown>) =>
    asOfficer(db, { officerId: people[key].id, bodyId: bodies.hub.id }, (tx) =>
      tx.updateTable("sharedIndicators").set(set).where("value", "=", value).execute(),
    )
  await by("minh", { audience: "bodies" })
  await by("minh", { state: "waiting" })
  await by("lan", { state: "released", releasedName: "Lan" })
}
