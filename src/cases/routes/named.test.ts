import { CompiledQuery, sql } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import type { Signed } from "../../accounts/testing.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { signalPaths } from "../../signals/index.ts"
import { codeOn, type Hub, hubOf, once } from "../../signals/testing/hub.ts"
import { casePaths as paths } from "../index.ts"

/**
 * An officer named in a case can neither see nor decide it. Lan opened the case from a tip and worked on it; then her
 * leader notes that the tip is about her. From that minute nothing she opens shows the case, the tip or its reporter.
 */
const db = await freshDatabase()
let hub: Hub
let named = { id: "", tip: "", code: "" }
/** Another case of the same number, which Lan may see. */
let beside = { id: "", tip: "", code: "" }
const title = "Cán bộ nhận tiền của chủ thuê bao"
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
)

let serial = 4_000
async function openedFrom(caseTitle: string, text: string, who: Signed) {
  serial += 1
  const page = await hub.post(signalPaths.reportIdentifier, { once: once(serial), text })
  const code = codeOn(await page.text())
  const tip = String((await db.admin("select id from signals order by id desc limit 1")).rows[0].id)
  await hub.post(signalPaths.signalForm(tip, "loi-da-che"), { redactedText: text }, who)
  const made = await hub.post(paths.newCase, { title: caseTitle, tin: tip }, who)
  const id = String(made.headers.get("location")).split("/").at(-1) ?? ""
  await hub.post(paths.form(id, "xac-minh"), {}, who)
  return { id, tip, code }
}
async function addExhibit(id: string, who: Signed): Promise<string> {
  const body = new FormData()
  for (const [name, value] of Object.entries({
    declared: "yes",
    title: "Ảnh",
    fromWhom: "Người dân",
    reason: "Giao",
  }))
    body.set(name, value)
  body.set("file", new File([new Uint8Array(png)], "anh.png"))
  await hub.app.request(paths.exhibits(id), { method: "POST", body, headers: who.headers })
  const found = await db.admin("select id from case_exhibits where case_id = $1", [id])
  return String(found.rows[0]?.id)
}
const text = async (path: string, who: Signed) => (await hub.get(path, who)).text()
const status = async (path: string, who: Signed) => (await hub.get(path, who)).status
const rowsAs = (who: Signed, query: string, ...values: string[]) =>
  asOfficer(db, who.who, async (tx) => (await tx.executeQuery(CompiledQuery.raw(query, values))).rows.length)

let exhibit = ""
beforeAll(async () => {
  hub = await hubOf(db)
  named = await openedFrom(title, "Số 0988 222 111 nhờ cán bộ Lan bỏ qua.", hub.minh)
  beside = await openedFrom("Vụ bên cạnh", "Số 0988 222 111 gọi lừa đảo.", hub.minh)
  exhibit = await addExhibit(named.id, hub.minh)
  await addExhibit(beside.id, hub.minh)
  await hub.post(
    paths.form(named.id, "yeu-cau"),
    {
      enterpriseId: hub.tam.bodyId,
      asks: "block",
      targets: "0988 222 111",
      basis: "Nghị định 91/2020",
      dueOn: "2023-09-20",
    },
    hub.lan,
  )
  // Seen before she is named: the case, its relation to the other, its tip, the row in the list.
  expect(await text(paths.case(beside.id), hub.minh)).toContain(title)
  expect(await text(paths.cases, hub.minh)).toContain(title)
  expect(await status(signalPaths.signal(named.tip), hub.minh)).toBe(200)
  const noted = await hub.post(
    paths.form(named.id, "nguoi-lien-quan"),
    { officerId: hub.minh.officerId, reason: "Tin báo nêu tên cán bộ này" },
    hub.lan,
  )
  expect(noted.status).toBe(303)
})

describe("of a case that names her, an officer sees nothing", () => {
  test("not its page, its timeline, its exhibits, its dossier", async () => {
    for (const path of [
      paths.case(named.id),
      paths.thread(named.id, "steps"),
      paths.exhibit(named.id, exhibit),
      paths.dossier(named.id),
    ])
      expect({ path, status: await status(path, hub.minh) }).toEqual({ path, status: 404 })
    expect(await status(paths.case(named.id), hub.lan)).toBe(200)
  })
  test("not in the list, its count, its search", async () => {
    const list = await text(paths.cases, hub.minh)
    expect(list).not.toContain(title)
    expect(list).toContain("1 vụ việc")
    expect(await text(`${paths.cases}?q=chu+thue+bao`, hub.minh)).not.toContain(title)
    expect(await text(`${paths.cases}?q=chu+thue+bao`, hub.lan)).toContain(title)
  })
  test("not in the list as a file, nor among what waits on the page of her work", async () => {
    const file = (who: Signed) => text("/vu-viec/danh-sach.csv", who)
    expect(await file(hub.lan)).toContain(title)
    expect(await file(hub.minh)).not.toContain(title)
    const work = await text("/lam-viec", hub.minh)
    expect(work).not.toContain(title)
    expect(work).not.toContain(named.id)
  })
  test("not among the related cases of another, nor among those that a tip may join", async () => {
    expect(await text(paths.case(beside.id), hub.minh)).not.toContain(title)
    expect(await text(paths.case(beside.id), hub.lan)).toContain(title)
    const fresh = await hub.post(signalPaths.reportOther, { once: once(9_999), text: "Tin mới." })
    codeOn(await fresh.text())
    const tip = String((await db.admin("select id from signals order by id desc limit 1")).rows[0].id)
    expect(await text(paths.newFrom(tip), hub.minh)).not.toContain(title)
    const joined = await hub.post(paths.joinCase, { tin: tip, caseId: named.id }, hub.minh)
    expect(joined.status).not.toBe(303)
  })
  test("not through its tip: neither the page, the queue, the tips alike, the raw words nor the reporter's name", async () => {
    expect(await status(signalPaths.signal(named.tip), hub.minh)).toBe(404)
    expect(await text(signalPaths.signal(beside.tip), hub.minh)).not.toContain(named.tip)
    expect(await text(`${signalPaths.signals}?ngan=all`, hub.minh)).not.toContain(named.tip)
    const opened = await hub.post(
      signalPaths.signalForm(named.tip, "mo-danh-tinh"),
      { reason: "Muốn biết ai báo" },
      hub.minh,
    )
    expect(opened.status).toBe(404)
    for (const table of [
      "signals",
      "signal_seals",
      "signal_receipts",
      "signal_identifiers",
      "signal_evidence",
      "signal_messages",
      "signal_events",
      "signal_forwards",
    ]) {
      const column = table === "signals" ? "id" : "signal_id"
      expect({
        table,
        rows: await rowsAs(hub.minh, `select from ${table} where ${column} = $1`, named.tip),
      }).toEqual({ table, rows: 0 })
    }
  })
  test("not by asking the database: no table, view or journal entry answers with it", async () => {
    for (const table of [
      "case_acts",
      "sanctions",
      "case_clocks",
      "case_events",
      "case_exhibits",
      "case_custody",
      "case_dossiers",
      "case_transfers",
      "prevention_requests",
      "case_conflicts",
    ])
      expect({
        table,
        rows: await rowsAs(hub.minh, `select from ${table} where case_id = $1`, named.id),
      }).toEqual({
        table,
        rows: 0,
      })
    expect(await rowsAs(hub.minh, "select from cases where id = $1", named.id)).toBe(0)
    expect(
      await rowsAs(hub.minh, "select from journal where record_id in ($1, $2)", named.id, named.tip),
    ).toBe(0)
    expect(await rowsAs(hub.lan, "select from journal where record_id = $1", named.id)).toBeGreaterThan(0)
    expect(await rowsAs(hub.minh, "select from case_figures where record_id = $1", named.id)).toBe(0)
    expect(await rowsAs(hub.minh, "select from signal_figures where record_id = $1", named.tip)).toBe(0)
  })
  test("not as a figure's record", async () => {
    for (const figure of ["III.1.1", "III.3.2", "III.5.2"])
      expect(await text(`/bao-cao/so-lieu/2023-H2/${figure}?pham-vi=co-quan`, hub.minh)).not.toContain(
        named.id,
      )
  })
  test("and decides nothing: every form of it answers as if there were no such case", async () => {
    for (const form of ["hanh-vi", "bien-ban", "chuyen-cong-an", "khong-vi-pham", "ket-thuc"]) {
      const answer = await hub.post(paths.form(named.id, form), { reason: "x", note: "x" }, hub.minh)
      expect([404, 403, 422]).toContain(answer.status)
      expect(await answer.text()).not.toContain(title)
    }
    await asOfficer(db, hub.minh.who, (tx) =>
      sql`update cases set title = 'x' where id = ${named.id}`.execute(tx),
    )
    expect((await db.admin("select title from cases where id = $1", [named.id])).rows[0]?.title).toBe(title)
  })
  test("her colleagues read that she is named, by whom and why; she does not", async () => {
    const page = await text(paths.case(named.id), hub.lan)
    expect(page).toContain("Trần Văn Minh: Tin báo nêu tên cán bộ này")
    expect(page).toContain("Nguyễn Thị Lan ghi nhận")
  })
})

describe("of the police", () => {
  test("an officer whom their own leader names no longer sees the file that was handed over", async () => {
    const handed = { toBodyId: hub.cong.bodyId, reason: "Dấu hiệu Điều 174" }
    const compared = { redactedText: "Số 0988 222 111 gọi lừa đảo." }
    await hub.post(signalPaths.signalForm(beside.tip, "loi-da-che"), compared, hub.minh)
    await hub.post(paths.form(beside.id, "chuyen-cong-an"), handed, hub.lan)
    expect(await status(paths.case(beside.id), hub.cong)).toBe(200)
    const noted = await hub.post(
      paths.form(beside.id, "nguoi-lien-quan"),
      { officerId: hub.cong.officerId, reason: "Người thân của bị hại" },
      hub.son,
    )
    expect(noted.status).toBe(303)
    expect(await status(paths.case(beside.id), hub.cong)).toBe(404)
    expect(await text(paths.cases, hub.cong)).not.toContain("Vụ bên cạnh")
    expect(await rowsAs(hub.cong, "select from case_transfers where case_id = $1", beside.id)).toBe(0)
    expect(await status(paths.case(beside.id), hub.son)).toBe(200)
  })
})

describe("the numbering book", () => {
  test("says the number of the case that was handed over, and not what it is about", async () => {
    const found = await db.admin(
      "select subject from document_numbers where record_kind like 'case-transfer%'",
    )
    expect(found.rows.length).toBeGreaterThan(0)
    for (const row of found.rows) expect(row.subject).toMatch(/^Chuyển hồ sơ vụ việc số 2023-\d+ sang/)
  })
})
