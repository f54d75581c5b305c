import { beforeAll, describe, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { signalPaths } from "../../signals/index.ts"
import { type Hub, hubOf, once } from "../../signals/testing/hub.ts"
import { casePaths as paths } from "../index.ts"
import { slugOf } from "../papers/kinds.ts"

/** Free text beside a seal: every form of a case in which an officer may write the reporter's name. */
const db = await freshDatabase()
let hub: Hub
let serial = 300
const reporter = "Hoàng Thị Kín"
const told = "Ở đây có tên, cách liên lạc hoặc số của người báo tin, đang được niêm phong"

async function tip(): Promise<string> {
  serial += 1
  const text = "Tôi là Hoàng Thị Kín, số của tôi 0355 444 333. Số 0988 222 111 lừa tôi chuyển 5 triệu."
  const contact = "kin@canary.example"
  await hub.post(signalPaths.reportIdentifier, { once: once(serial), name: reporter, contact, text })
  return String((await db.admin("select id from signals order by id desc limit 1")).rows[0].id)
}
async function openedCase(): Promise<string> {
  const made = await hub.post(paths.newCase, { title: "Số lừa đảo", tin: await tip() }, hub.minh)
  const id = String(made.headers.get("location")).split("/").at(-1) ?? ""
  await hub.post(paths.form(id, "xac-minh"), {}, hub.minh)
  return id
}
async function addExhibit(id: string, fields: Record<string, string>) {
  const body = new FormData()
  for (const [name, value] of Object.entries({ declared: "yes", ...fields })) body.set(name, value)
  const headers = { "sec-fetch-site": "same-origin", cookie: hub.minh.cookie }
  return hub.app.request(paths.exhibits(id), { method: "POST", body, headers })
}
const act = {
  committedOn: "2023-09-01",
  foundOn: "2023-09-13",
  violationId: "V-TIN-01",
  description: "Đăng tin sai sự thật",
  offenderName: "Công ty Mẫu",
  offenderKind: "organisation",
}
const request = {
  enterpriseId: "",
  asks: "block",
  targets: "0988 222 111",
  basis: "Nghị định 91/2020/NĐ-CP",
  dueOn: "2023-09-20",
}
/** Whatever a case has kept of its own: its exhibits, events, acts, requests and papers. */
async function keptOf(id: string): Promise<string> {
  const tables = [
    "case_exhibits",
    "case_custody",
    "case_events",
    "case_acts",
    "prevention_requests",
    "case_papers",
  ]
  const kept = await Promise.all(
    tables.map((table) => db.admin(`select t::text as row from ${table} t where t.case_id = $1`, [id])),
  )
  const papers = await db.admin(
    "select d.model::text as row from official_documents d join case_papers p on p.document_id = d.id where p.case_id = $1",
    [id],
  )
  return [...kept, papers].flatMap(({ rows }) => rows.map(({ row }) => String(row))).join("\n")
}

beforeAll(async () => {
  hub = await hubOf(db)
})

/** What a browser would send back of the fields of a page. */
function formValues(html: string): Record<string, string> {
  const plain = (text: string) =>
    text.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&")
  const inputs = [...html.matchAll(/<input[^>]*>/g)].flatMap(([tag]) => {
    const [, name = ""] = /name="([^"]*)"/.exec(tag) ?? []
    return name === "" || /type="checkbox"/.test(tag)
      ? []
      : [[name, plain(/value="([^"]*)"/.exec(tag)?.[1] ?? "")]]
  })
  const areas = [...html.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g)].map(
    ([, name, text]) => [name, plain(text ?? "")],
  )
  const selects = [...html.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)].map(
    ([, name, options]) => [name, /<option value="([^"]*)"[^>]*selected/.exec(options ?? "")?.[1] ?? ""],
  )
  return Object.fromEntries([...inputs, ...areas, ...selects]) as Record<string, string>
}

describe("free text beside a seal", () => {
  test("an officer who types the reporter's name as the giver of an exhibit is told, and it stands in no paper", async () => {
    const id = await openedCase()
    const exhibit = { title: "Ảnh màn hình", fromWhom: reporter, reason: "Tự nguyện giao" }
    const refused = await addExhibit(id, exhibit)
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain(told)
    expect(page).toContain(`value="${reporter}"`)
    expect(page).toContain('value="Tự nguyện giao"')
    expect((await addExhibit(id, { ...exhibit, fromWhom: "Người báo tin" })).status).toBe(303)
    const exhibitId = String(
      (await db.admin("select id from case_exhibits where case_id = $1", [id])).rows[0].id,
    )
    const handed = { exhibitId, fromWhom: "Trần Văn Minh", toWhom: "hoàng thị kín", reason: "Trả lại" }
    const custody = await hub.post(paths.custody(id), handed, hub.minh)
    expect([custody.status, (await custody.text()).includes(told)]).toEqual([422, true])
    expect((await hub.post(paths.form(id, "hanh-vi"), act, hub.minh)).status).toBe(303)
    const record = {
      place: "trụ sở",
      madeOn: "2023-09-14",
      beganAt: "09:40",
      signerId: hub.minh.officerId,
      harmed: `Bà ${reporter}, kin@canary.example`,
    }
    const paper = await hub.post(paths.paper(id, slugOf.record), record, hub.minh)
    expect([paper.status, (await paper.text()).includes(told)]).toEqual([422, true])
    const clean = { ...record, harmed: "Người báo tin" }
    expect((await hub.post(paths.paper(id, slugOf.record), clean, hub.minh)).status).toBe(303)
    const kept = await keptOf(id)
    expect(kept).toContain("Người báo tin")
    expect(kept).not.toMatch(/hoàng thị kín|kin@canary/i)
  })

  test.each([
    ["hanh-vi", { ...act, description: "Bà Hoàng Thị Kín tố cáo" }],
    ["hanh-vi", { ...act, offenderName: "Nhắn tới 0355444333" }],
    ["yeu-cau", { ...request, targets: "0988 222 111\n0355 444 333" }],
    ["yeu-cau", { ...request, basis: "Theo đơn của Hoàng Thị Kín" }],
    ["bien-ban", { number: "BB-1", recordedOn: "2023-09-14", time: "08:00", note: "kin@canary.example" }],
    ["khong-vi-pham", { reason: "Hoàng Thị Kín rút đơn" }],
    ["chuyen-cong-an", { toBodyId: "police", reason: "Gọi bà Kín theo 0355.444.333" }],
  ] as const)("the form %s is sent back with its words, and nothing is kept", async (form, fields) => {
    const id = await openedCase()
    const filled: Record<string, string> = { ...fields }
    if (form === "yeu-cau") filled.enterpriseId = hub.tam.bodyId
    if (form === "chuyen-cong-an") filled.toBodyId = hub.cong.bodyId
    const answer = await hub.post(paths.form(id, form), filled, hub.lan)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(told)
    expect(await keptOf(id)).not.toMatch(/Hoàng Thị Kín|0355|kin@canary/)
  })

  test("a case opened from a tip is not named after its reporter; the tip stays where it was", async () => {
    const signal = await tip()
    for (const fields of [
      { title: "Vụ bà Hoàng Thị Kín" },
      { title: "Vụ", summary: "Liên hệ 0355 444 333" },
    ]) {
      const answer = await hub.post(paths.newCase, { ...fields, tin: signal }, hub.minh)
      expect([answer.status, (await answer.text()).includes(told)]).toEqual([422, true])
    }
    const { rows } = await db.admin("select case_id from signals where id = $1", [signal])
    expect(rows).toEqual([{ case_id: null }])
  })

  test("a letter changed among the outgoing documents takes no reporter's name; what was typed is kept", async () => {
    const id = await openedCase()
    const asked = { ...request, enterpriseId: hub.tam.bodyId }
    await hub.post(paths.form(id, "yeu-cau"), asked, hub.minh)
    const { rows } = await db.admin("select id from prevention_requests where case_id = $1", [id])
    const form = `${paths.paper(id, slugOf.request)}?yc=${rows[0].id}`
    const made = await hub.post(form, { signerId: hub.lan.officerId, contact: "Trần Văn Minh" }, hub.minh)
    expect(made.status).toBe(303)
    const document = String(made.headers.get("location")).split("?")[0] ?? ""
    const page = await (await hub.get(`${document}/du-thao`, hub.minh)).text()
    const typed = formValues(page)
    for (const [field, words] of [
      ["recipients", `Như trên;\nBà ${reporter};`],
      ["subject", "Về tin của kin@canary.example"],
    ] as const) {
      const answer = await hub.post(`${document}/du-thao`, { ...typed, [field]: words }, hub.minh)
      const refused = await answer.text()
      expect([field, answer.status, refused.includes(told)]).toEqual([field, 422, true])
      expect(refused).toContain(words.split("\n").at(-1))
    }
    // Who signs, and on what the paper rests, was checked where it was written.
    for (const [field, words] of [
      ["signerId", hub.minh.officerId],
      ["grounds", "Căn cứ khác"],
      ["position", "Giám đốc"],
    ] as const) {
      const answer = await hub.post(`${document}/du-thao`, { ...typed, [field]: words }, hub.minh)
      expect([
        field,
        answer.status,
        (await answer.text()).includes("đã được kiểm tra ở nơi lập văn bản"),
      ]).toEqual([field, 422, true])
    }
    const changed = await hub.post(
      `${document}/du-thao`,
      { ...typed, recipients: "Như trên;\nLưu: VT." },
      hub.minh,
    )
    expect(changed.status).toBe(303)
    await hub.post(`${document}/trinh`, {}, hub.minh)
    const returned = await hub.post(`${document}/tra-lai`, { note: `Hỏi lại ${reporter}` }, hub.lan)
    expect([returned.status, (await returned.text()).includes(told)]).toEqual([422, true])
    expect(await keptOf(id)).not.toMatch(/hoàng thị kín|kin@canary/i)
    const { rows: notes } = await db.admin(
      "select e.note from official_document_events e join case_papers p on p.document_id = e.document_id where p.case_id = $1",
      [id],
    )
    expect(JSON.stringify(notes)).not.toContain(reporter)
  })

  test("a tip does not join a case whose words already name its reporter; the page says where they stand", async () => {
    const made = await hub.post(paths.newCase, { title: "Số lừa đảo" }, hub.minh)
    const id = String(made.headers.get("location")).split("/").at(-1) ?? ""
    await hub.post(paths.form(id, "xac-minh"), { note: `Đã gọi ${reporter}` }, hub.minh)
    await addExhibit(id, { title: "Ảnh", fromWhom: "Bà hoang thi kin", reason: "Giao" })
    const signal = await tip()
    const answer = await hub.post(paths.joinCase, { tin: signal, caseId: id }, hub.minh)
    const page = await answer.text()
    expect(answer.status).toBe(409)
    expect(page).toContain("ở mục diễn biến, tang vật, tài liệu")
    expect(page).not.toContain(reporter)
    const { rows } = await db.admin("select case_id, state from signals where id = $1", [signal])
    expect(rows).toEqual([{ case_id: null, state: "received" }])
    // Another case, which says nothing of the reporter, takes it.
    const other = await hub.post(paths.newCase, { title: "Số lừa đảo khác" }, hub.minh)
    const free = String(other.headers.get("location")).split("/").at(-1) ?? ""
    expect((await hub.post(paths.joinCase, { tin: signal, caseId: free }, hub.minh)).status).toBe(303)
  })

  test("a number said only later to be the reporter's: the desk is told where the case names it", async () => {
    serial += 1
    const said = { once: once(serial), text: "Số 0966 700 303 gọi điện lừa bố tôi là công an." }
    await hub.post(signalPaths.reportIdentifier, said)
    const signal = String((await db.admin("select id from signals order by id desc limit 1")).rows[0].id)
    const made = await hub.post(paths.newCase, { title: "Gọi điện lừa", tin: signal }, hub.minh)
    const id = String(made.headers.get("location")).split("/").at(-1) ?? ""
    await hub.post(paths.form(id, "xac-minh"), { note: "Đã gọi 0966700303" }, hub.minh)
    const [clue] = (
      await db.admin("select indicator_id as id from signal_identifiers where signal_id = $1", [signal])
    ).rows
    const told = "Vụ việc của tin này đã nêu tên, cách liên lạc hoặc số của người báo tin ở mục diễn biến"
    const page = async () => (await hub.get(signalPaths.signal(signal), hub.minh)).text()
    expect(await page()).not.toContain(told)
    const role = { indicatorId: String(clue?.id), role: "theirs" }
    expect((await hub.post(signalPaths.signalForm(signal, "vai-tro"), role, hub.minh)).status).toBe(303)
    expect(await page()).toContain(told)
    // From now on no form of the case takes it.
    const named = { ...act, description: "Gọi từ 0966 700 303" }
    expect((await hub.post(paths.form(id, "hanh-vi"), named, hub.minh)).status).toBe(422)
  })

  test("a reporter whose tip was merged into one of the case is named in no form of it either", async () => {
    const id = await openedCase()
    const { rows } = await db.admin("select id from signals where case_id = $1", [id])
    serial += 1
    const text = "Số 0988 222 111 lừa cả tôi."
    const named = { name: "Vũ Thị Ẩn", contact: "an@canary.example" }
    await hub.post(signalPaths.reportIdentifier, { once: once(serial), ...named, text })
    const second = String((await db.admin("select id from signals order by id desc limit 1")).rows[0].id)
    await db.admin("update signals set state = 'merged', into_id = $2 where id = $1", [second, rows[0].id])
    const answer = await hub.post(paths.form(id, "khong-vi-pham"), { reason: "Vũ Thị Ẩn rút đơn" }, hub.lan)
    expect([answer.status, (await answer.text()).includes(told)]).toEqual([422, true])
  })

  test("who tries names one after another is in the journal, without the names", async () => {
    const id = await openedCase()
    await hub.post(paths.form(id, "ket-thuc"), { reason: "Hoàng Thị Kín" }, hub.lan)
    const { rows } = await db.admin(
      "select officer_id, details::text as details from journal where what = 'identity.nearly-written' and record_id = $1",
      [id],
    )
    expect(rows.map((row) => row.officer_id)).toEqual([hub.lan.officerId])
    expect(String(rows[0]?.details)).toContain("reason")
    expect(String(rows[0]?.details)).not.toContain("Kín")
  })

  test("other people's names, and the given name as an ordinary word, are written as before", async () => {
    const id = await openedCase()
    const other = { ...act, description: "Nơi kín và ông Trần Văn Khác, số 0988 222 111" }
    expect((await hub.post(paths.form(id, "hanh-vi"), other, hub.minh)).status).toBe(303)
  })

  test("the reporter's given name behind a title is sent back: beside the tip it is as good as the whole", async () => {
    const id = await openedCase()
    const named = { ...act, description: "Theo bà Kín, cửa hàng bán SIM" }
    expect((await hub.post(paths.form(id, "hanh-vi"), named, hub.minh)).status).toBe(422)
  })
})
