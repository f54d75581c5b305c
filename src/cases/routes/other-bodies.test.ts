/** What other bodies read of a case: never who reported it, also where an officer learned only later whose a number is. */
import { beforeAll, describe, expect, test } from "vitest"
import type { Signed } from "../../accounts/testing.ts"
import { searchPath } from "../../kernel/search/paths.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { letterPaths } from "../../letters/index.ts"
import { signalPaths } from "../../signals/index.ts"
import { type Hub, hubOf, once } from "../../signals/testing/hub.ts"
import { wordsOfParcel } from "../actions/parcel.apart.ts"
import { casePaths as paths } from "../index.ts"
import { slugOf } from "../papers/kinds.ts"

const db = await freshDatabase()
let hub: Hub
let serial = 900

/** The number that turns out to be the reporter's, however it is spaced, and a name told by a second reporter. */
const bared = /966[\s.]*700[\s.]*303|Vũ Thị Ẩn|an@canary/iu
const number = "0966 700 303"

const newest = async (table: string) =>
  String((await db.admin(`select id from ${table} order by id desc limit 1`)).rows[0]?.id)
async function tip(text: string, who: Record<string, string> = {}): Promise<string> {
  serial += 1
  await hub.post(signalPaths.reportIdentifier, { once: once(serial), text, ...who })
  return newest("signals")
}
const done = (answer: Response) => expect(answer.status).toBe(303)

/** A case in every part of which an officer wrote the number, while it was taken for the swindler's. */
async function writtenEverywhere(): Promise<{ id: string; signal: string }> {
  const signal = await tip(`Số ${number} gọi điện lừa bố tôi là công an.`)
  const opening = { title: `Lừa từ ${number}`, summary: `Số ${number} gọi nhiều lần`, tin: signal }
  const made = await hub.post(paths.newCase, opening, hub.minh)
  const id = String(made.headers.get("location")).split("/").at(-1) ?? ""
  done(await hub.post(paths.form(id, "xac-minh"), { note: `Đã gọi ${number}` }, hub.minh))
  const act = { committedOn: "2023-09-01", foundOn: "2023-09-13", violationId: "V-TIN-01" }
  const offender = { offenderName: "Công ty Mẫu", offenderKind: "organisation" }
  const description = `Gọi từ ${number}`
  done(await hub.post(paths.form(id, "hanh-vi"), { ...act, ...offender, description }, hub.minh))
  const exhibit = new FormData()
  const said = {
    title: `Ảnh ${number}`,
    place: `Tủ ${number}`,
    fromWhom: `Chủ số ${number}`,
    reason: `Có ${number}`,
  }
  for (const [name, value] of Object.entries({ declared: "yes", ...said })) exhibit.set(name, value)
  const headers = { "sec-fetch-site": "same-origin", cookie: hub.minh.cookie }
  done(await hub.app.request(paths.exhibits(id), { method: "POST", body: exhibit, headers }))
  const request = { enterpriseId: hub.tam.bodyId, asks: "block", dueOn: "2023-09-20" }
  const words = { targets: `${number}\n0988 222 111`, basis: `Tin về ${number}` }
  done(await hub.post(paths.form(id, "yeu-cau"), { ...request, ...words }, hub.lan))
  return { id, signal }
}

async function theirs(signal: string): Promise<void> {
  const found = await db.admin("select indicator_id as id from signal_identifiers where signal_id = $1", [
    signal,
  ])
  const role = { indicatorId: String(found.rows[0]?.id), role: "theirs" }
  done(await hub.post(signalPaths.signalForm(signal, "vai-tro"), role, hub.minh))
}
async function toPolice(id: string, signal: string): Promise<void> {
  const { rows } = await db.admin("select redacted_text as words from signals where id = $1", [signal])
  const compared = { redactedText: String(rows[0]?.words) }
  done(await hub.post(signalPaths.signalForm(signal, "loi-da-che"), compared, hub.minh))
  const handed = { toBodyId: hub.son.bodyId, reason: "Có dấu hiệu tội phạm" }
  done(await hub.post(paths.form(id, "chuyen-cong-an"), handed, hub.lan))
}
async function dossierOf(id: string, who: Signed): Promise<Uint8Array> {
  const answer = await hub.get(paths.dossier(id), who)
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}
/** Every page on which the police and the enterprise meet the case. */
async function readElsewhere(id: string): Promise<Record<string, string>> {
  const police = [
    paths.case(id),
    `${paths.cases}?tt=all`,
    `${paths.cases}?tt=all&q=966`,
    paths.caseExport("csv"),
    `${searchPath}?q=goi`,
    "/lam-viec",
  ]
  const pages: Record<string, string> = {}
  for (const path of police) pages[path] = await (await hub.get(path, hub.son)).text()
  pages[paths.requests] = await (await hub.get(paths.requests, hub.tam)).text()
  return pages
}

beforeAll(async () => {
  hub = await hubOf(db)
})

describe("a reporter whose number an officer recognises only later", () => {
  test("is read by neither the police nor the enterprise: not in a title, a note, an act, an exhibit, a request, a search", async () => {
    const { id, signal } = await writtenEverywhere()
    await toPolice(id, signal)
    const before = await readElsewhere(id)
    expect(before[paths.case(id)]).toMatch(bared)
    expect(before[paths.requests]).toMatch(bared)
    await theirs(signal)
    const after = await readElsewhere(id)
    for (const [path, html] of Object.entries(after))
      expect([path, bared.exec(html)?.[0]]).toEqual([path, undefined])
    expect(after[paths.case(id)]).toContain("Đã gọi [đã che]")
    // The file that was made at the hand-over waits until it is made anew, under the same numbers.
    expect(wordsOfParcel({ zip: await dossierOf(id, hub.minh) })).toMatch(bared)
    const held = await hub.get(paths.dossier(id), hub.son)
    expect([held.status, (await held.text()).includes("Hồ sơ này nêu người báo tin")]).toEqual([409, true])
    expect(await (await hub.get(paths.case(id), hub.minh)).text()).toContain("Lập lại hồ sơ")
    done(await hub.post(paths.dossierMaking(id), {}, hub.minh))
    const anew = wordsOfParcel({ zip: await dossierOf(id, hub.son) })
    expect(anew).toContain("[đã che]")
    expect(anew).not.toMatch(bared)
    expect(await (await hub.post(paths.dossierCheck(id), {}, hub.son)).text()).toContain("Hồ sơ nguyên vẹn")
    const { rows } = await db.admin(
      "select count(*)::int as n from document_numbers where record_kind like 'case-transfer%'",
    )
    expect(rows).toEqual([{ n: 3 }])
    // The swindler's number stays to be blocked.
    expect(after[paths.requests]).toContain("0988 222 111")
    // Who holds the seal reads it masked as well, and as it was written only after saying why.
    const own = await (await hub.get(paths.case(id), hub.minh)).text()
    expect(own).not.toMatch(bared)
    expect(own).toContain("Có lời trong vụ việc này nêu người báo tin")
    const unsaid = await hub.post(paths.form(id, "loi-chua-che"), { reason: "" }, hub.minh)
    expect([unsaid.status, bared.test(await unsaid.text())]).toEqual([422, false])
    const opened = await hub.post(paths.form(id, "loi-chua-che"), { reason: "Đối chiếu sổ" }, hub.minh)
    expect(await opened.text()).toMatch(bared)
    const told = await db.admin(
      "select details ? 'reasonHash' as has from journal where what = 'case.words-opened'",
    )
    expect(told.rows).toEqual([{ has: true }])
    expect(await (await hub.get(paths.case(id), hub.minh)).text()).not.toMatch(bared)
  })

  test("is not found by whoever at the police guesses the number", async () => {
    const asked = `${paths.cases}?tt=all&q=${encodeURIComponent("0966 700 303")}`
    expect(await (await hub.get(asked, hub.son)).text()).not.toContain("/vu-viec/0")
    const sought = `${searchPath}?q=${encodeURIComponent("0966 700 303")}`
    expect(await (await hub.get(sought, hub.son)).text()).not.toContain("Lừa từ")
  })

  test("stands in no paper that is written afterwards, and a paper written before does not go on", async () => {
    const { id, signal } = await writtenEverywhere()
    const request = await newest("prevention_requests")
    const form = `${paths.paper(id, slugOf.request)}?yc=${request}`
    const drafted = await hub.post(form, { signerId: hub.lan.officerId }, hub.minh)
    done(drafted)
    const document = String(drafted.headers.get("location")).split("?")[0] ?? ""
    done(await hub.post(`${document}/trinh`, {}, hub.minh))
    await theirs(signal)
    const refused = await hub.post(`${document}/dong-y`, {}, hub.lan)
    expect([refused.status, (await refused.text()).includes("Trả lại, rồi soạn lại từ vụ việc")]).toEqual([
      409,
      true,
    ])
    done(await hub.post(`${document}/tra-lai`, { note: "Soạn lại" }, hub.lan))
    done(await hub.post(form, { signerId: hub.lan.officerId }, hub.minh))
    const { rows } = await db.admin("select model::text as words from official_documents where id = $1", [
      document.split("/").at(-1),
    ])
    expect(String(rows[0]?.words)).not.toMatch(bared)
    expect(String(rows[0]?.words)).toContain("0988 222 111")
    done(await hub.post(`${document}/trinh`, {}, hub.minh))
    expect(document.startsWith(letterPaths.documents)).toBe(true)
  })
})

describe("a reporter whose tip came into the case only afterwards", () => {
  test("merged into one of the case after the hand-over, is named to the police nowhere", async () => {
    const signal = await tip("Số 0988 222 111 lừa tôi 5 triệu.")
    const made = await hub.post(paths.newCase, { title: "Bà Vũ Thị Ẩn bị lừa", tin: signal }, hub.minh)
    const id = String(made.headers.get("location")).split("/").at(-1) ?? ""
    done(await hub.post(paths.form(id, "xac-minh"), { note: "Viết cho an@canary.example" }, hub.minh))
    await toPolice(id, signal)
    expect(await (await hub.get(paths.case(id), hub.son)).text()).toMatch(bared)
    const who = { name: "Vũ Thị Ẩn", contact: "an@canary.example" }
    const second = await tip("Số 0988 222 111 lừa cả tôi nữa.", who)
    await db.admin("update signals set state = 'merged', into_id = $2 where id = $1", [second, signal])
    for (const [path, html] of Object.entries(await readElsewhere(id)))
      expect([path, bared.exec(html)?.[0]]).toEqual([path, undefined])
  })

  test("who tells the name in the words alone is named nowhere either", async () => {
    const signal = await tip("Tôi là Hoàng Thị Kín, cccd 033 190 001 234. Số 0988 222 111 lừa tôi 5 triệu.")
    const made = await hub.post(paths.newCase, { title: "Số lừa đảo", tin: signal }, hub.minh)
    const id = String(made.headers.get("location")).split("/").at(-1) ?? ""
    for (const note of ["Gặp bà Hoàng Thị Kín", "Giấy tờ số 033190001234"])
      expect((await hub.post(paths.form(id, "xac-minh"), { note }, hub.minh)).status).toBe(422)
  })

  test("a body's own words are not masked for it: a mask would answer whoever tries one name after another", async () => {
    const signal = await tip("Số 0988 222 111 lừa tôi.", { name: "Vũ Thị Ẩn", contact: "an@canary.example" })
    const made = await hub.post(paths.newCase, { title: "Số lừa đảo", tin: signal }, hub.minh)
    const id = String(made.headers.get("location")).split("/").at(-1) ?? ""
    done(await hub.post(paths.form(id, "xac-minh"), {}, hub.minh))
    await toPolice(id, signal)
    done(await hub.post(paths.form(id, "tiep-nhan"), {}, hub.son))
    const suspended = { reason: "Chờ bà Vũ Thị Ẩn và ông Trần Văn Khác" }
    const answer = await hub.post(paths.form(id, "tam-dinh-chi"), suspended, hub.son)
    done(answer)
    expect(await (await hub.get(paths.case(id), hub.son)).text()).toContain(suspended.reason)
  })
})
