import { sql } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import { signInAs } from "../../accounts/testing.ts"
import { createApp } from "../../app.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { letterPaths } from "../../letters/index.ts"
import { codeOn, type Hub, hubOf, once } from "../../signals/testing/hub.ts"
import { bodies, people } from "../../testing/province.ts"
import { noteLateReviewsNow } from "../actions/late.ts"
import { figuresOf } from "../domain/figures.ts"
import { paths } from "../paths.ts"
import { complaintLimit } from "./public.ts"

const db = await freshDatabase()
let hub: Hub
let third: Hub["lan"]
let nth = 0
beforeAll(async () => {
  hub = await hubOf(db)
  third = await signInAs(db, {
    bodySlug: "hub",
    role: "officer",
    name: "Người Thứ Ba",
    email: "ba@mau.example",
  })
})

const complaint = {
  standing: "self",
  url: "https://mxh.example/bai/123",
  holder: "Chợ tin 24h",
  seenOn: "2023-09-14",
  seenTime: "20:30",
  copyHash: "a".repeat(64),
  said: "Bài bịa rằng tôi lừa tiền của hàng xóm, nêu đích danh và đăng ảnh tôi.",
  who: "Bà Kín Tiếng",
  contact: "kin@mau.example",
}
const assessment = {
  ground: "vu-khong-2020",
  measure: "remove",
  proportionality: "Bài nêu đích danh một người và sai sự thật, đã lan ra cả xã.",
  lesser: "Chủ trang không đính chính sau khi được đề nghị.",
  emergency: "none",
  platformAddress: "phapche@mxh.example",
  holderAddress: "chutrang@mau.example",
}
const text = async (at: string, who?: Hub["lan"]) => (await hub.get(at, who)).text()

/** A complaint; gives its page at the desk and the code of its receipt. */
async function complain(
  more: Record<string, string> = {},
): Promise<{ at: string; code: string; id: string }> {
  nth += 1
  const sent = await hub.post(paths.complain, { ...complaint, ...more, once: once(0x700000 + nth) })
  const code = codeOn(await sent.text())
  const { rows } = await db.admin("select id from notices order by id desc limit 1")
  const id = String(rows[0]?.id)
  return { at: paths.notice(id), code, id }
}
const statusOf = async (at: string, slug: string, fields: Record<string, string>, who: Hub["lan"]) =>
  (await hub.post(`${at}/${slug}`, fields, who)).status
const stateOf = async (id: string) =>
  (await db.admin("select state from notices where id = $1", [id])).rows[0]?.state
/** The code on the notice, by which its holder objects. */
const objectionCodeOf = async (id: string) => codeOn(await text(paths.noticeText(id), hub.minh))
const sent = async (more: Record<string, string> = {}) => {
  const one = await complain()
  expect(await statusOf(one.at, "danh-gia", { ...assessment, ...more }, hub.minh)).toBe(303)
  expect(await statusOf(one.at, "duyet", {}, hub.lan)).toBe(303)
  return one
}

describe("a complaint", () => {
  test("comes from somebody concerned, with where and when it was seen; what is missing is said and nothing typed is lost", async () => {
    const wrong = await hub.post(paths.complain, { ...complaint, url: "bài trên mạng", once: once(1) })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain("Bà Kín Tiếng")
    const ahead = await hub.post(paths.complain, { ...complaint, seenOn: "2023-09-20", once: once(2) })
    expect(ahead.status).toBe(422)
    const noHash = await hub.post(paths.complain, { ...complaint, copyHash: "abc", once: once(3) })
    expect(await noHash.text()).toContain("Mã SHA-256 có 64 ký tự")
  })
  test("of a network that sends too many is not taken, and says when to come back with nothing typed lost; another network is heard", async () => {
    // A house of its own counts for itself.
    const app = createApp({ ...hub.house })
    const send = (n: number, remoteAddress: string) =>
      app.request(
        paths.complain,
        {
          method: "POST",
          headers: { "sec-fetch-site": "same-origin" },
          body: new URLSearchParams({ ...complaint, once: once(0x710000 + n) }),
        },
        { incoming: { socket: { remoteAddress } } },
      )
    for (let n = 0; n < complaintLimit.most; n += 1) expect((await send(n, "198.51.100.7")).status).toBe(200)
    const count = async () => (await db.admin("select count(*)::int as n from notices")).rows[0]?.n
    const before = await count()
    const refused = await send(100, "198.51.100.7")
    const html = await refused.text()
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "3600"])
    expect(html).toContain("Chờ 60 phút rồi gửi lại")
    for (const typed of [complaint.url, complaint.said, complaint.who, complaint.contact])
      expect(html).toContain(typed)
    expect(await count()).toBe(before)
    expect((await send(101, "203.0.113.9")).status).toBe(200)
  })
  test("says on its page that opinion is no ground, and is followed with its code alone", async () => {
    expect(await text(paths.complain)).toContain("Ý kiến, nhận xét, phê bình")
    const { code } = await complain()
    expect(await (await hub.post(paths.follow, { code })).text()).toContain("chờ xem xét")
    expect((await hub.post(paths.follow, { code: "00000-00000-00000-00000" })).status).toBe(422)
  })
  test("is read by the lead department alone; an enterprise, another department and the police do not find it", async () => {
    const { at } = await complain()
    expect((await hub.get(at, hub.minh)).status).toBe(200)
    for (const who of [hub.tam, hub.van, hub.son, hub.ngoai])
      expect((await hub.get(at, who)).status).not.toBe(200)
    const stored = await db.admin("select encode(sealed, 'escape') as sealed from notices limit 1")
    expect(String(stored.rows[0]?.sealed)).not.toContain("kin@mau.example")
  })
  test("by somebody whose name or contact an officer writes into what goes out is sent back with a remedy; nothing of it leaves", async () => {
    const { at, id } = await complain()
    for (const [slug, field, words] of [
      ["khong-can-cu", "reason", "Bà Kín Tiếng chỉ nêu ý kiến của mình về bài đăng."],
      ["danh-gia", "proportionality", "Bài hại người phản ánh (kin@mau.example) trước cả xã."],
    ] as const) {
      const page = await hub.post(`${at}/${slug}`, { ...assessment, [field]: words }, hub.minh)
      expect(page.status).toBe(422)
      const said = await page.text()
      expect(said).toContain("Viết “người phản ánh” hoặc “người phản đối” thay vào")
      expect(said).toContain(words)
    }
    expect(await stateOf(id)).toBe("received")
  })
  test("without a ground is answered with the reason, which the complainant reads", async () => {
    const { at, code } = await complain()
    const reason = "Bài là ý kiến phê bình, không phải hành vi luật cấm."
    expect(await statusOf(at, "khong-can-cu", { reason }, hub.minh)).toBe(303)
    expect(await (await hub.post(paths.follow, { code })).text()).toContain(reason)
  })
})

test("assess → approve → notify → object → appeal → reverse, with every wrong person tried and refused", async () => {
  const { at, code, id } = await complain()
  // Assess: by the body that handles it.
  for (const who of [hub.tam, hub.van, hub.son, hub.ngoai, hub.hoa])
    expect(await statusOf(at, "danh-gia", assessment, who)).toBeGreaterThanOrEqual(400)
  expect(await statusOf(at, "danh-gia", assessment, hub.minh)).toBe(303)
  // Approve: a head who did not assess it.
  for (const who of [hub.minh, third, hub.tam, hub.son, hub.ngoai])
    expect(await statusOf(at, "duyet", {}, who)).not.toBe(303)
  await expect(
    asOfficer(db, hub.minh.who, (tx) =>
      sql`update notices set state = 'sent', asked_on = '2023-09-20', objection_hash = 'x' where id = ${id}`.execute(
        tx,
      ),
    ),
  ).rejects.toThrow("notices_two_officers")
  expect(await stateOf(id)).toBe("assessed")
  expect(await statusOf(at, "duyet", {}, hub.lan)).toBe(303)
  expect(await stateOf(id)).toBe("sent")
  // The notice says ground, evidence, measure, day, how to object and who signs, in both languages; no legal hour.
  const notice = await text(paths.noticeText(id), hub.minh)
  for (const said of [
    "Điều 101 khoản 1 điểm a",
    "a".repeat(64),
    "Gỡ nội dung",
    "Removal",
    "không phải thời hạn luật định",
    "no law sets a term",
    "Nguyễn Thị Lan",
  ])
    expect(notice).toContain(said)
  expect(notice).not.toContain("Kín Tiếng")
  // Notify: three are to be told, and each is noted.
  const told = await db.admin("select id, who from notice_told where notice_id = $1 order by who", [id])
  expect(told.rows.map((row) => row.who)).toEqual(["complainant", "holder", "platform"])
  for (const row of told.rows)
    expect(await statusOf(at, "da-bao", { told: String(row.id), how: "thư điện tử" }, hub.minh)).toBe(303)
  // Object: with the code on the notice, not with that of the complaint; the term stands still.
  const holder = await objectionCodeOf(id)
  const words = { said: "Tôi đăng lại lời khai tại tòa, có bản án kèm theo.", who: "Chủ trang" }
  expect((await hub.post(paths.object, { code, ...words })).status).toBe(409)
  expect((await hub.post(paths.object, { code: holder, ...words })).status).toBe(200)
  expect((await hub.post(paths.object, { code: holder, ...words })).status).toBe(409)
  expect(await text(at, hub.minh)).toContain("Thời hạn đang dừng vì có phản đối")
  // Decide: not who assessed, nobody of another body, and with reasons.
  const kept = { outcome: "kept", reasons: "Bản án kèm theo nói về một người khác cùng tên." }
  for (const who of [hub.minh, hub.tam, hub.son, hub.ngoai])
    expect(await statusOf(at, "quyet-dinh", kept, who)).not.toBe(303)
  expect(await statusOf(at, "quyet-dinh", { ...kept, reasons: "Không" }, hub.lan)).toBe(422)
  expect(await statusOf(at, "quyet-dinh", kept, hub.lan)).toBe(303)
  expect(await stateOf(id)).toBe("sent")
  // Appeal: a third officer, neither who assessed nor who approved and decided.
  expect((await hub.post(paths.object, { code: holder, ...words })).status).toBe(200)
  expect(await stateOf(id)).toBe("appealed")
  const reversed = { outcome: "reversed", reasons: "Bản án đúng là về người nêu trong bài; bài không sai." }
  for (const who of [hub.minh, hub.lan, hub.tam, hub.son, hub.ngoai])
    expect(await statusOf(at, "quyet-dinh", reversed, who)).not.toBe(303)
  await expect(
    asOfficer(db, hub.lan.who, (tx) =>
      sql`update notice_objections set outcome = 'reversed', reasons = ${reversed.reasons}, decided_name = 'x' where notice_id = ${id} and level = 'appeal'`.execute(
        tx,
      ),
    ),
  ).rejects.toThrow("another officer decides")
  expect(await statusOf(at, "quyet-dinh", reversed, third)).toBe(303)
  expect(await stateOf(id)).toBe("reversed")
  // The reversal reaches everybody who was told.
  const again = await db.admin(
    "select who from notice_told where notice_id = $1 and what = 'reversal' order by who",
    [id],
  )
  expect(again.rows.map((row) => row.who)).toEqual(["complainant", "holder", "platform"])
  for (const one of [code, holder])
    expect(await (await hub.post(paths.follow, { code: one })).text()).toContain("đã rút lại")
  // Nothing more happens to it.
  for (const slug of ["danh-gia", "duyet", "tra-loi"])
    expect(
      await statusOf(at, slug, { ...assessment, outcome: "removed", on: "2023-09-15", at: "00:01" }, hub.lan),
    ).not.toBe(303)
})

describe("who may ask for what", () => {
  test("removal within 24 hours goes out only when an officer of the police signs it, and has the term of the law of that day", async () => {
    const { at, id } = await complain()
    expect(await statusOf(at, "danh-gia", { ...assessment, measure: "remove-24h" }, hub.minh)).toBe(422)
    const asked = { ...assessment, measure: "remove-24h", police: bodies.police.id }
    expect(await statusOf(at, "danh-gia", asked, hub.minh)).toBe(303)
    expect(await statusOf(at, "duyet", {}, hub.lan)).not.toBe(303)
    const draft = await text(paths.noticeText(id), hub.minh)
    expect(draft.split("Chưa ký: bản này chưa gửi.")).toHaveLength(2)
    expect(draft).not.toContain("Cách phản đối")
    expect(await statusOf(at, "duyet", {}, hub.son)).toBe(303)
    const notice = await text(paths.noticeText(id), hub.minh)
    expect(notice).toContain("Luật An ninh mạng 24/2018/QH14 Đ26.2.b")
    expect(notice).not.toContain("GO-24H-ANM2018")
    const { rows } = await db.admin(
      "select due_rule, asked_on, extract(epoch from due_at - sent_at) / 3600 as hours from notices where id = $1",
      [id],
    )
    expect(rows[0]?.due_rule).toBe("GO-24H-ANM2018")
    expect(rows[0]?.asked_on).toBeNull()
    expect(Number(rows[0]?.hours)).toBeCloseTo(24, 0)
  })
  test("the database takes no such notice that the department signs itself", async () => {
    const { id } = await complain()
    await expect(
      asOfficer(db, hub.minh.who, (tx) =>
        sql`update notices set state = 'assessed', ground = 'vu-khong-2020', measure = 'remove-24h', lesser = 'x', assessed_name = 'Minh',
          proportionality = ${assessment.proportionality}, signing_body_id = ${bodies.hub.id} where id = ${id}`.execute(
          tx,
        ),
      ),
    ).rejects.toThrow("only police ask for this")
  })
  test("a lock of an account is refused before its law, and a request for data of users at any time; what was typed stays", async () => {
    const { at } = await complain()
    const lock = await hub.post(`${at}/danh-gia`, { ...assessment, measure: "lock" }, hub.minh)
    expect(lock.status).toBe(422)
    expect(await lock.text()).toContain("Hôm nay luật chưa cho yêu cầu biện pháp này")
    const proportionality = "Đề nghị cung cấp họ tên, số điện thoại của chủ tài khoản."
    const data = await hub.post(`${at}/danh-gia`, { ...assessment, proportionality }, hub.minh)
    expect(data.status).toBe(422)
    const page = await data.text()
    expect(page).toContain("chỉ Công an được yêu cầu")
    expect(page).toContain(proportionality)
  })
  test("anything but a correction says why less is not enough", async () => {
    const { at } = await complain()
    expect(await statusOf(at, "danh-gia", { ...assessment, lesser: "" }, hub.minh)).toBe(422)
  })
})

/** As if the notice had gone out then: nothing but a test may say so, past the trigger. */
const setSentAt = (id: string, at: string) =>
  db.admin(`alter table notices disable trigger user; update notices set sent_at = '${at}' where id = '${id}';
    alter table notices enable trigger user`)

describe("in an emergency", () => {
  test("of a child, it goes out at once, the commune's chairman was told with twelve hours to come, and another officer reviews it", async () => {
    const { at, id } = await complain()
    const child = { ...assessment, ground: "tre-em", emergency: "child" }
    expect(await statusOf(at, "danh-gia", child, hub.minh)).toBe(422)
    const told = { commune: "xã Lạc Hồng", communeHow: "gọi điện cho Chủ tịch" }
    expect(await statusOf(at, "danh-gia", { ...child, ...told }, hub.minh)).toBe(303)
    const { rows } = await db.admin(
      "select state, approved_by, extract(epoch from commune_due_at - commune_told_at) / 3600 as hours from notices where id = $1",
      [id],
    )
    expect(rows[0]).toMatchObject({ state: "sent", approved_by: null })
    expect(Math.abs(Number(rows[0]?.hours) - 12)).toBeLessThan(0.1)
    // Signed by who assessed it, whose title is not kept; its ground was compared by nobody, and that is said.
    const notice = await text(paths.noticeText(id), hub.minh)
    expect(notice).toContain("<p>Trần Văn Minh, ")
    expect(notice).not.toContain(", , ")
    expect(notice).toContain("đối chiếu trước khi gửi")
    const code = await objectionCodeOf(id)
    expect(await (await hub.post(paths.follow, { code })).text()).toContain("chưa đối chiếu")
    expect(await text("/lam-viec", hub.lan)).toContain("chờ rà soát trong 24 giờ")
    const stands = { stands: "kept", reasons: "Ảnh đúng là của trẻ em và đang lan truyền." }
    expect(await statusOf(at, "ra-soat", stands, hub.minh)).not.toBe(303)
    expect(await statusOf(at, "ra-soat", stands, hub.lan)).toBe(303)
    expect(await statusOf(at, "ra-soat", stands, third)).not.toBe(303)
  })
  test("that nobody reviewed within 24 hours is found late by the clock, once; the page says until when, then that it is late", async () => {
    const { at, id } = await complain()
    await statusOf(at, "danh-gia", { ...assessment, ground: "lua-dao", emergency: "fraud" }, hub.minh)
    expect(await text(at, hub.lan)).toContain("Người khác rà soát trước")
    expect(await noteLateReviewsNow(db)).toBe(0)
    await setSentAt(id, "2023-09-13T09:00:00+07:00")
    expect([await noteLateReviewsNow(db), await noteLateReviewsNow(db)]).toEqual([1, 0])
    const page = await text(at, hub.lan)
    expect(page).toContain("Quá hạn rà soát")
    expect(page).toContain("Quá 24 giờ chưa ai rà soát")
    const stands = { stands: "kept", reasons: "Đường dẫn vẫn đang lừa người." }
    expect(await statusOf(at, "ra-soat", stands, hub.lan)).toBe(303)
    expect(await text(at, hub.lan)).not.toContain("Quá hạn rà soát")
  })
  test("is refused for slander: the ground must be of that kind", async () => {
    const { at } = await complain()
    expect(await statusOf(at, "danh-gia", { ...assessment, emergency: "fraud" }, hub.minh)).toBe(422)
  })
  test("that does not stand up is taken back, and everybody is told", async () => {
    const { at, id } = await complain()
    await statusOf(at, "danh-gia", { ...assessment, ground: "lua-dao", emergency: "fraud" }, hub.minh)
    const stands = { stands: "reversed", reasons: "Trang là của chính ngân hàng, không phải giả mạo." }
    expect(await statusOf(at, "ra-soat", stands, hub.lan)).toBe(303)
    expect(await stateOf(id)).toBe("reversed")
    const { rows } = await db.admin(
      "select count(*)::int as n from notice_told where notice_id = $1 and what = 'reversal'",
      [id],
    )
    expect(rows[0]?.n).toBe(3)
  })
})

test("a notice becomes a letter in its body's book of outgoing documents, drafted by whoever signs and by nobody else", async () => {
  const { at, id } = await complain()
  const signer = { signerId: people.lan.id }
  expect(await statusOf(at, "van-ban-di", signer, hub.minh)).not.toBe(303)
  await statusOf(at, "danh-gia", assessment, hub.minh)
  expect(await statusOf(at, "van-ban-di", { signerId: people.son.id }, hub.minh)).toBe(422)
  expect(await statusOf(at, "van-ban-di", signer, hub.cong)).not.toBe(303)
  expect(await statusOf(at, "van-ban-di", signer, hub.minh)).toBe(303)
  const { rows } = await db.admin(
    "select d.model::text as model, d.read_by from official_documents d join notice_papers p on p.document_id = d.id where p.notice_id = $1",
    [id],
  )
  expect(rows[0]?.read_by).toBe("notice.read")
  await statusOf(at, "duyet", {}, hub.lan)
  for (const printed of [complaint.url, assessment.proportionality, await objectionCodeOf(id)])
    expect(rows[0]?.model).toContain(printed)
  expect(rows[0]?.model).not.toContain(complaint.who)
  expect(await text(at, hub.minh)).toContain("Văn bản đi, chưa có số")
})

test("a letter of a notice that was given back goes no further, and none is drafted until it is assessed again", async () => {
  const { at, id } = await complain()
  const signer = { signerId: people.lan.id }
  await statusOf(at, "danh-gia", assessment, hub.minh)
  expect(await statusOf(at, "van-ban-di", signer, hub.minh)).toBe(303)
  const { rows } = await db.admin("select document_id as id from notice_papers where notice_id = $1", [id])
  const submit = letterPaths.step(String(rows[0]?.id), "trinh")
  expect(await statusOf(at, "tra-lai", { note: "Xem lại biện pháp." }, hub.lan)).toBe(303)
  const refused = await hub.post(submit, {}, hub.minh)
  expect([refused.status, (await refused.text()).includes("văn bản không đi tiếp")]).toEqual([409, true])
  expect(await statusOf(at, "van-ban-di", signer, hub.minh)).not.toBe(303)
  // One that stands goes its way.
  await statusOf(at, "danh-gia", assessment, hub.minh)
  expect((await hub.post(submit, {}, hub.minh)).status).toBe(303)
})

test("the outcome is noted once it came, never before the notice was sent; a refusal says why", async () => {
  const { at } = await sent()
  const answer = { outcome: "removed", on: "2023-09-14", at: "08:00" }
  expect(await statusOf(at, "tra-loi", answer, hub.minh)).toBe(422)
  const now = new Date(hub.house.clock.now().getTime() + 7 * 3_600_000).toISOString()
  const when = { on: now.slice(0, 10), at: now.slice(11, 16) }
  expect(await statusOf(at, "tra-loi", { outcome: "refused", ...when }, hub.minh)).toBe(422)
  expect(
    await statusOf(at, "tra-loi", { outcome: "refused", note: "Cho rằng là ý kiến", ...when }, hub.minh),
  ).toBe(303)
})

test("the transparency figures are those that one counts from the records, and nothing of anybody stands in them", async () => {
  const { rows } = await db.admin(
    `select ground, measure, platform, outcome, emergency is not null as "isEmergency", floor(extract(epoch from sent_at - filed_at) / 3600)::int as "hoursToDecision",
      exists (select from notice_objections o where o.notice_id = n.id) as objected, state = 'reversed' as reversed from notices n where sent_at is not null`,
  )
  expect(rows.length).toBeGreaterThan(4)
  const answer = await hub.get(paths.recordsJson)
  const json = await answer.text()
  const data = JSON.parse(json) as { figures: unknown; notices: unknown[] }
  expect(data.figures).toEqual(figuresOf(rows as Parameters<typeof figuresOf>[0]))
  expect(data.notices).toHaveLength(rows.length)
  const csv = await text(paths.recordsCsv)
  expect(csv.trim().split("\n")).toHaveLength(rows.length + 1)
  const page = await text(paths.transparency)
  for (const told of [json, csv, page])
    for (const secret of ["bai/123", "Chợ tin", "Kín", "Trần Văn Minh", "chutrang"])
      expect(told).not.toContain(secret)
  expect(page).toContain(`${rows.length} thông báo nội dung đã gửi`)
  expect(await text(`${paths.records}?rut-lai=1`)).toContain("Đã rút lại")
})
