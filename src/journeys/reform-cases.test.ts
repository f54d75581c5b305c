import { unzipSync } from "fflate"
import { beforeAll, describe, expect, test } from "vitest"
import { type Person, type Signed, signInAs } from "../accounts/testing.ts"
import { createApp } from "../app.ts"
import { caseDuties, casePaths, tipsAreAnswered } from "../cases/index.ts"
import type { Clock } from "../kernel/db/database.ts"
import type { Desk } from "../kernel/http/env.ts"
import { deliverOutbox } from "../kernel/outbox.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { addPassing, choose, confirmReform, planReform, readReform } from "../organizations/actions/reform.ts"
import { applyDueReforms } from "../organizations/actions/reform-day.ts"
import { signalDuties } from "../signals/index.ts"
import { paths as signals } from "../signals/paths.ts"
import { codeOn, once } from "../signals/testing/hub.ts"

/**
 * Reform day for cases and tips: the department, the police of a district and an enterprise all end on 1 March 2025.
 * A clock runs, a request waits for its answer, a file waits for a signature, a reporter holds a receipt.
 */
const clock: Clock & { at: string } = { at: "2025-02-20T02:00:00Z", now: () => new Date(clock.at) }
const db = await freshDatabase({ clock })
const house = houseOf(db)
const app = createApp(house)
const holders = [...caseDuties, signalDuties]

const old = { slug: "so-tttt", name: "Sở Thông tin và Truyền thông" }
const fresh = { slug: "so-khcn", name: "Sở Khoa học và Công nghệ" }
const people = {
  lan: {
    ...{ bodySlug: old.slug, role: "leader", name: "Nguyễn Thị Lan", title: "Chánh Thanh tra Sở" },
    body: { name: old.name, isLead: true },
  },
  minh: { bodySlug: old.slug, role: "officer", name: "Trần Văn Minh" },
  binh: { bodySlug: fresh.slug, role: "leader", name: "Trần Thị Bình", body: { name: fresh.name } },
  my: { bodySlug: fresh.slug, role: "officer", name: "Hà Thị Mỹ" },
  culture: { bodySlug: "so-vhtt", role: "leader", name: "Lê Văn Hóa", body: { name: "Sở Văn hóa" } },
  districtPolice: {
    bodySlug: "ca-huyen",
    role: "leader",
    name: "Đỗ Văn Huyện",
    body: { name: "Công an huyện Mẫu", kind: "police" },
  },
  police: {
    bodySlug: "ca-tinh",
    role: "leader",
    name: "Phạm Văn Tỉnh",
    body: { name: "Công an tỉnh Mẫu", kind: "police" },
  },
  telco: {
    bodySlug: "vt-mau",
    role: "officer",
    name: "Ngô Văn Mạng",
    body: { name: "Viễn thông Mẫu", kind: "enterprise" },
  },
  newTelco: {
    bodySlug: "vt-moi",
    role: "officer",
    name: "Hồ Văn Mới",
    body: { name: "Viễn thông Mới", kind: "enterprise" },
  },
  admin: {
    bodySlug: "vpub",
    role: "administrator",
    name: "Bùi Thị Quản",
    body: { name: "Văn phòng UBND", keepsChart: true },
  },
} as const satisfies Record<string, Person>
type Who = keyof typeof people
const at = {} as Record<Who, Signed>

const get = async (who: Who, path: string) => {
  const answer = await app.request(path, { headers: at[who].headers })
  return { status: answer.status, html: await answer.text() }
}
const post = (who: Who | null, path: string, fields: Record<string, string> = {}) =>
  app.request(path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: who === null ? { "sec-fetch-site": "same-origin" } : at[who].headers,
  })
const step = async (who: Who, id: string, slug: string, fields: Record<string, string> = {}) => {
  const answer = await post(who, casePaths.form(id, slug), fields)
  if (answer.status !== 303) throw new Error(`${slug} answered ${answer.status}`)
}
const value = async (query: string, ...values: string[]) =>
  String(Object.values((await db.admin(query, values)).rows[0] ?? {})[0])

let serial = 100
async function tip(text: string): Promise<{ id: string; code: string }> {
  serial += 1
  const page = await post(null, signals.reportOther, { once: once(serial), text })
  return {
    code: codeOn(await page.text()),
    id: await value("select id from signals order by id desc limit 1"),
  }
}
async function caseOf(signalId: string, title: string): Promise<string> {
  await post("minh", signals.signalForm(signalId, "loi-da-che"), { redactedText: "Số 0988 222 111 lừa đảo." })
  const made = await post("lan", casePaths.newCase, { title, tin: signalId })
  const id = String(made.headers.get("location")).split("/").at(-1) ?? ""
  await step("lan", id, "xac-minh")
  return id
}
const act = {
  committedOn: "2025-02-10",
  violationId: "V-WEB-02",
  foundOn: "2025-02-19",
  description: "Mạng xã hội không phép",
  offenderName: "Công ty Mẫu",
  offenderKind: "organisation",
  offenderCode: "0900 123 456",
}

/** A case under a running clock, one with a request out, one whose file is with the district police, one closed. */
const ids = { recorded: "", asked: "", away: "", closed: "" }
const tips: Record<string, { id: string; code: string }> = {}
let clocksBefore: unknown[] = []

const clocksOf = async (id: string) =>
  (
    await db.admin(
      "select purpose, rule_id, start_at, events, due, stopped_on from case_clocks where case_id = $1 order by id",
      [id],
    )
  ).rows

async function theDayBefore(): Promise<void> {
  for (const key of ["recorded", "asked", "away", "closed", "loose"])
    tips[key] = await tip(`Số 0988 222 111 lừa đảo, lần ${key}.`)
  const from = (key: string) => tips[key]?.id ?? ""
  ids.recorded = await caseOf(from("recorded"), "Mạng xã hội không phép")
  await step("lan", ids.recorded, "hanh-vi", act)
  await step("lan", ids.recorded, "bien-ban", { number: "BB-1", recordedOn: "2025-02-20", time: "08:00" })
  ids.asked = await caseOf(from("asked"), "Số lừa đảo")
  await step("lan", ids.asked, "yeu-cau", {
    enterpriseId: at.telco.bodyId,
    asks: "block",
    targets: "0988 222 111",
    basis: "Nghị định 91/2020",
    dueOn: "2025-03-05",
  })
  ids.away = await caseOf(from("away"), "Chuyển công an huyện")
  await step("lan", ids.away, "chuyen-cong-an", { toBodyId: at.districtPolice.bodyId, reason: "Điều 174" })
  ids.closed = await caseOf(from("closed"), "Không vi phạm")
  await step("lan", ids.closed, "khong-vi-pham", { reason: "Không vi phạm" })
  await step("lan", ids.closed, "ket-thuc", { reason: "Không vi phạm" })
  await deliverOutbox(house.db, [tipsAreAnswered], house.log)
  clocksBefore = await clocksOf(ids.recorded)
}

const desk = (): Desk => ({
  house,
  officer: {} as Desk["officer"],
  who: { ...at.admin.who, requestId: "test-request" },
})
async function planned(): Promise<string> {
  const made = await planReform(desk(), {
    title: "Sắp xếp",
    basis: "NQ mẫu",
    effectiveOn: "2025-03-01",
    takesRecorded: false,
  })
  if ("refused" in made) throw new Error(String(made.refused))
  const passings = [
    ["lan", "binh"],
    ["lan", "culture"],
    ["districtPolice", "police"],
    ["telco", "newTelco"],
  ] as const
  for (const [before, after] of passings)
    await addPassing(desk(), made.id, {
      beforeId: at[before].bodyId,
      after: { bodyId: at[after].bodyId },
      share: "Toàn bộ",
    })
  return made.id
}
const view = async (id: string) => {
  const found = await readReform(desk(), id, holders)
  if (found === null) throw new Error("no such plan")
  return found
}

let reform = ""
beforeAll(async () => {
  for (const [key, person] of Object.entries(people)) at[key as Who] = await signInAs(db, person)
  await theDayBefore()
  reform = await planned()
})

describe("before the day", () => {
  test("the plan lists every case, the archive, the queue, the request and the file, and no person's words", async () => {
    const { foresight } = await view(reform)
    const titles = [...(foresight?.open ?? []), ...(foresight?.moves.map((one) => one.duty) ?? [])].map(
      (one) => one.title,
    )
    expect(titles).toContain("Vụ việc 2025-1, đã lập biên bản, hạn thứ Sáu, 21/02/2025")
    expect(titles).toContain("Lưu trữ 1 vụ việc đã kết thúc")
    expect(titles).toContain("Hàng chờ tin báo: 1 tin đang mở, 0 tin đã xong, 0 phiếu chuyển đến chưa nhận")
    expect(titles).toContain("Yêu cầu ngăn chặn chờ trả lời (Chặn) của Sở Thông tin và Truyền thông")
    expect(titles).toContain("Hồ sơ vụ việc 2025-3 do Sở Thông tin và Truyền thông chuyển đến")
    expect(titles.join()).not.toMatch(/Công ty Mẫu|0988|không phép/)
  })
  test("waits for a choice where two succeed, and then is confirmed", async () => {
    expect(await confirmReform(desk(), reform, holders)).toEqual({ refused: "choicesOpen" })
    const plan = await view(reform)
    const to = plan.passings.find((one) => one.afterId === at.binh.bodyId)?.id ?? ""
    await choose(desk(), reform, [{ beforeId: at.lan.bodyId, duty: null, to: { passingId: to } }])
    expect(await confirmReform(desk(), reform, holders)).not.toHaveProperty("refused")
  })
  test("nothing has moved yet", async () => {
    expect((await get("lan", casePaths.case(ids.recorded))).status).toBe(200)
    expect((await get("binh", casePaths.case(ids.recorded))).status).toBe(404)
  })
})

describe("on the day", () => {
  beforeAll(async () => {
    clock.at = "2025-03-01T01:00:00Z"
    expect(await applyDueReforms(db, holders)).toEqual([{ reformId: reform, result: "applied" }])
    for (const [key, person] of Object.entries(people)) at[key as Who] = await signInAs(db, person)
  })

  test("the successor sees each case in its state, under its number, and the old name in its history", async () => {
    const page = await get("binh", casePaths.case(ids.recorded))
    expect(page.status).toBe(200)
    expect(page.html).toContain("2025-1 (số của Sở Thông tin và Truyền thông)")
    expect(page.html).toContain("Nguyễn Thị Lan, Sở Thông tin và Truyền thông")
    expect(page.html).toContain("Sở Thông tin và Truyền thông → Sở Khoa học và Công nghệ")
    expect((await get("culture", casePaths.case(ids.recorded))).status).toBe(404)
    expect((await get("binh", casePaths.case(ids.closed))).status).toBe(200)
  })
  test("the clocks run on, day for day: nobody's move gives more time or takes any", async () => {
    expect(await clocksOf(ids.recorded)).toEqual(clocksBefore)
    await step("binh", ids.recorded, "giai-trinh", { way: "renounced", note: "" })
    const actId = await value("select id from case_acts where case_id = $1", ids.recorded)
    await db.admin(
      `update cases set checked_office = 'province-chair', checked_source = 'Bản in Công báo', checked_on = '2025-03-01',
        checked_by = (select id from officers where full_name = 'Nguyễn Thị Lan' limit 1), checked_name = 'Nguyễn Thị Lan'
        where id = $1`,
      [ids.recorded],
    )
    await step("binh", ids.recorded, "quyet-dinh", {
      number: "01/QĐ-XPHC",
      office: "province-chair",
      signerName: "Lê Văn Chủ",
      [`amount-${actId}`]: "60000000",
    })
    expect(await value("select body_id from sanctions where case_id = $1", ids.recorded)).toBe(at.binh.bodyId)
  })
  test("the old desk holds nothing any more: no case, no tip, no seal, no exhibit", async () => {
    for (const table of [
      "cases",
      "case_acts",
      "case_clocks",
      "case_transfers",
      "prevention_requests",
      "case_dossiers",
      "signals",
      "signal_seals",
      "signal_receipts",
      "signal_identifiers",
      "signal_events",
    ])
      expect({
        table,
        left: await value(`select count(*) from ${table} where body_id = $1`, at.lan.bodyId),
      }).toEqual({ table, left: "0" })
  })
  test("the request in flight reaches the succeeding enterprise, still under the name that asked; its answer arrives", async () => {
    const mine = await get("newTelco", casePaths.requests)
    expect(mine.html).toContain("Sở Thông tin và Truyền thông yêu cầu")
    expect((await get("telco", casePaths.requests)).html).not.toContain("0988 222 111")
    const request = await value("select id from prevention_requests where case_id = $1", ids.asked)
    const body = new FormData()
    body.set("answer", "done")
    body.set("text", "Đã chặn")
    body.set("doneOn", "2023-09-14")
    body.set("doneTime", "09:00")
    const answered = await app.request(casePaths.requestAnswer(request), {
      method: "POST",
      body,
      headers: at.newTelco.headers,
    })
    expect(answered.status).toBe(303)
    expect((await get("binh", casePaths.case(ids.asked))).html).toContain("Đã chặn")
  })
  test("the file in flight is signed for by the succeeding police, and its dossier opens whole", async () => {
    expect((await get("districtPolice", casePaths.case(ids.away))).status).not.toBe(200)
    const zip = await app.request(casePaths.dossier(ids.away), { headers: at.police.headers })
    expect(Object.keys(unzipSync(new Uint8Array(await zip.arrayBuffer())))).toContain("manifest.json")
    await step("police", ids.away, "tiep-nhan")
    await step("police", ids.away, "tra-ho-so", {
      paperNumber: "8/QĐ",
      decidedOn: clock.at.slice(0, 10),
      reason: "Không đủ dấu hiệu",
    })
    expect((await get("binh", casePaths.case(ids.away))).html).toContain("Không đủ dấu hiệu")
  })
  test("tips are in the successor's queue and cases, meet each other there, and their raw words still open", async () => {
    const loose = tips.loose?.id ?? ""
    const page = await get("binh", signals.signal(loose))
    expect(page.status).toBe(200)
    expect(page.html.includes(tips.recorded?.id ?? "none")).toBe(true)
    const opened = await post("my", signals.signalForm(loose, "mo-nguyen-van"), { reason: "Đối chiếu" })
    expect((await opened.text()).includes("lần loose")).toBe(true)
    expect((await get("culture", signals.signal(loose))).status).toBe(404)
  })
  test("a receipt of before still opens, says who holds the tip now, and a message reaches them", async () => {
    const { code = "", id = "" } = tips.recorded ?? {}
    const page = await (await post(null, signals.follow, { code })).text()
    expect(page).toContain("Đã đưa vào một vụ việc đang được xử lý")
    expect(page).toContain("Sở Khoa học và Công nghệ")
    const sent = await post(null, signals.followMessages, { code, text: "Họ vừa gọi lại." })
    expect(sent.status).toBeLessThan(400)
    expect((await get("binh", signals.signal(id))).html).toContain("Họ vừa gọi lại.")
  })
  test("each move stands in the journal, and a second run moves nothing", async () => {
    const moves = await db.admin(
      "select what, count(*)::int as n from journal where what like '%.passed-on' or what = 'case.file-passed-on' group by 1 order by 1",
    )
    expect(moves.rows).toEqual([
      { what: "case.file-passed-on", n: 1 },
      { what: "case.passed-on", n: 4 },
      { what: "prevention.passed-on", n: 1 },
      { what: "signal.passed-on", n: 5 },
    ])
    expect(await applyDueReforms(db, holders)).toEqual([])
  })
})

test("whatever hangs on a case or a tip by its body follows it: no foreign key was forgotten", async () => {
  const found = await db.admin(`select conname from pg_constraint where contype = 'f' and confupdtype <> 'c'
    and cardinality(conkey) > 1 and confrelid in ('cases'::regclass, 'case_acts'::regclass, 'signals'::regclass)`)
  expect(found.rows).toEqual([])
  const frozen =
    await db.admin(`select distinct conrelid::regclass::text as name from pg_constraint k join pg_trigger t on t.tgrelid = k.conrelid
    join pg_proc p on p.oid = t.tgfoid and p.proname = 'refuse_change'
    where contype = 'f' and cardinality(conkey) > 1 and confrelid in ('cases'::regclass, 'case_acts'::regclass, 'signals'::regclass)`)
  expect(frozen.rows).toEqual([])
})
