import { beforeAll, describe, expect, test } from "vitest"
import { type Signed, signInAs } from "../accounts/testing.ts"
import { createApp } from "../app.ts"
import { linesOf, moneyOf } from "../kernel/forms/index.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { gapsOf } from "../kernel/words.ts"
import { type FormName, forms } from "./forms.ts"
import { paths } from "./paths.ts"
import { bodies, nextNumber, type PersonKey, people } from "./testing/hub.ts"
import { words } from "./words.ts"
import { formWords } from "./words-forms.ts"

/** Stands still unless a test lets minutes pass. */
const time = { now: new Date("2023-09-15T02:00:00Z") }
const minutesPass = () => {
  time.now = new Date(time.now.getTime() + 120_000)
}
const db = await freshDatabase({ clock: { now: () => time.now } })
const app = createApp(houseOf(db))
const at = {} as Record<PersonKey, Signed>
beforeAll(async () => {
  for (const [key, { body, role, name }] of Object.entries(people))
    at[key as PersonKey] = await signInAs(db, {
      bodySlug: body,
      role,
      name,
      email: `${key}@mau.example`,
      title: key === "lan" ? "Chánh Thanh tra Sở" : role,
      body: bodies[body],
    })
})

const get = async (who: PersonKey, path: string) => {
  const answer = await app.request(path, { headers: at[who].headers })
  return { status: answer.status, html: await answer.text() }
}
const post = async (who: PersonKey, path: string, fields: Record<string, string> = {}) => {
  const body = new URLSearchParams(fields)
  const answer = await app.request(path, { method: "POST", headers: at[who].headers, body })
  return { status: answer.status, to: answer.headers.get("location") ?? "", html: await answer.text() }
}
const send = (who: PersonKey, id: string, form: FormName, fields: Record<string, string> = {}) =>
  post(who, paths.form(id, forms[form].slug), fields)
async function opened(title = "Bán SIM kích hoạt sẵn tại đại lý"): Promise<string> {
  const made = await post("minh", paths.newCase, { title })
  return made.to.split("/").at(-1) ?? ""
}
const act = {
  committedOn: "2023-09-01",
  violationId: "V-TIN-01",
  foundOn: "2023-09-13",
  description: "Đăng tin sai sự thật",
  offenderName: "Nguyễn Văn Mẫu",
  offenderKind: "individual",
}
/** Each time it is sent under a number of its own. */
const record = {
  get number() {
    return `BB-${nextNumber()}`
  },
  recordedOn: "2023-09-14",
  time: "09:40",
}
const actOf = async (id: string) =>
  String((await db.admin("select id from case_acts where case_id = $1", [id])).rows[0]?.id)

describe("the officer's day, with scripts off", () => {
  test("a case is opened, verified, recorded and sanctioned by forms alone; the clock explains itself", async () => {
    const id = await opened()
    expect((await send("minh", id, "verify")).to).toBe(`${paths.case(id)}?xong=verify`)
    expect((await send("minh", id, "find", act)).status).toBe(303)
    expect((await send("minh", id, "record", record)).status).toBe(303)
    const page = await get("lan", paths.case(id))
    expect(page.status).toBe(200)
    expect(page.html).toContain("Hạn ra quyết định xử phạt: thứ Hai, 25/09/2023")
    expect(page.html).toContain("Đ66.1.a")
    expect(page.html).toContain("Thời hiệu xử phạt: Chủ nhật, 01/09/2024")
    expect(page.html).toContain("chưa đối chiếu")
    // The individual's half, of 10 to 20 million for organisations.
    expect(page.html).toMatch(/Khung 5\.000\.000\sđồng đến 10\.000\.000\sđồng/)
    const actId = await actOf(id)
    const decision = {
      number: `${nextNumber()}/QĐ-XPHC`,
      signerId: at.lan.officerId,
      [`amount-${actId}`]: "7.500.000",
    }
    const unchecked = await send("lan", id, "decide", decision)
    expect([unchecked.status, unchecked.html.includes(formWords.vi.refusals.competenceUnsure)]).toEqual([
      409,
      true,
    ])
    const checked = { office: "chief-inspector", source: "NĐ 15/2020, bản in Công báo" }
    expect((await send("minh", id, "confirmCompetence", checked)).status).toBe(303)
    // Below the middle of the range something must mitigate (Luật XLVPHC Đ23.4).
    const low = await send("lan", id, "decide", { ...decision, [`amount-${actId}`]: "5.000.000" })
    expect([low.status, low.html.includes(formWords.vi.refusals.needsMitigating)]).toEqual([409, true])
    // An officer without a post that may sanction does not sign, whatever is ticked.
    const other = await send("lan", id, "decide", { ...decision, signerId: at.minh.officerId })
    expect([other.status, other.html.includes(formWords.vi.refusals.signerNotCompetent)]).toEqual([409, true])
    expect((await send("lan", id, "decide", decision)).status).toBe(303)
    expect((await get("lan", paths.case(id))).html).toMatch(/\d+\/QĐ-XPHC: phạt 7\.500\.000\sđồng/)
  })
  test("late by ten days the page says each day's charge and that enforcement is due; in English too", async () => {
    const id = await opened()
    await send("minh", id, "verify")
    await send("minh", id, "find", act)
    await send("minh", id, "record", record)
    const amount = { [`amount-${await actOf(id)}`]: "7.500.000" }
    await send("minh", id, "confirmCompetence", { office: "chief-inspector", source: "NĐ 15/2020" })
    const decision = { number: `${nextNumber()}/QĐ-XPHC`, signerId: at.lan.officerId, ...amount }
    await send("lan", id, "decide", decision)
    expect((await send("minh", id, "serve", { servedOn: "2023-09-15" })).status).toBe(303)
    await db.admin(
      "update case_clocks set start_at = '2023-08-26', due = '2023-09-05' where case_id = $1 and purpose = 'pay'",
      [id],
    )
    const page = (await get("minh", paths.case(id))).html.replaceAll("\u00a0", " ")
    expect(page).toContain("Từng ngày chậm nộp (9 ngày)")
    expect(page).toContain("1 ngày, thêm 3.750 đồng; cộng dồn 33.750 đồng")
    expect(page).toContain("phải cưỡng chế")
    expect(page).not.toContain('id="b-serve"')
    const english = (await get("minh", `${paths.case(id)}?lang=en`)).html
    expect(english).toContain("to be enforced")
    expect((await send("minh", id, "enforce", { number: "1/QĐ-CC" })).status).toBe(303)
    expect((await get("minh", paths.case(id))).html).toContain("Đã có quyết định cưỡng chế: 1/QĐ-CC")
  })
  test("a form that is wrong comes back whole: every answer, the summary, the error at the field", async () => {
    const id = await opened()
    await send("minh", id, "verify")
    const wrong = await send("minh", id, "find", { ...act, committedOn: "2023-02-30", offenderName: "" })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain("Chọn một ngày có thật cho ngày vi phạm")
    expect(wrong.html).toContain('href="#find-offenderName"')
    expect(wrong.html).toContain("Đăng tin sai sự thật")
  })
  test("a step that the rules refuse keeps the answers and says why", async () => {
    const id = await opened()
    await send("minh", id, "verify")
    const early = await send("minh", id, "find", { ...act, committedOn: "2019-01-01" })
    expect([early.status, early.html.includes(formWords.vi.refusals.noRowInForce)]).toEqual([409, true])
    expect(early.html).toContain("Nguyễn Văn Mẫu")
    const jump = await send("lan", id, "decide", { number: "1", signerId: at.lan.officerId })
    expect([jump.status, jump.html.includes(formWords.vi.refusals.notRecorded)]).toEqual([409, true])
  })
  test("what makes the matter graver is noted and moves the deadline by law; an extension is chosen from what the law lets", async () => {
    const id = await opened()
    await send("minh", id, "verify")
    await send("minh", id, "find", { ...act, violationId: "V-WEB-02", offenderKind: "organisation" })
    await send("minh", id, "record", record)
    // Months come by law, and from nobody's choice; two months only after the one.
    const before = await get("lan", paths.case(id))
    expect(before.html).not.toContain("rule:XP-QD-")
    expect(before.html).not.toContain('value="serious"')
    const note = { matter: "facts", reason: "Giám định" }
    expect((await send("minh", id, "examine", { ...note, matter: "" })).status).toBe(422)
    expect((await send("minh", id, "examine", note)).status).toBe(303)
    const page = await get("lan", paths.case(id))
    expect(page.html).toContain("Hạn ra quyết định xử phạt: thứ Hai, 16/10/2023")
    expect(page.html).toContain("Luật cho thêm thời gian vì tình tiết của vụ việc")
    expect(page.html).toContain('value="serious"')
    expect((await send("minh", id, "examine", { ...note, matter: "serious" })).status).toBe(303)
    const graver = await get("lan", paths.case(id))
    expect(graver.html).toContain("Hạn ra quyết định xử phạt: thứ Ba, 14/11/2023")
    expect(graver.html).toContain("Hạn trước đó: thứ Hai, 16/10/2023.")
    const option = /value="([0-9a-f-]{36} time:5:working-day)"/.exec(graver.html)?.[1] ?? ""
    expect((await send("lan", id, "extend", { extension: option, reason: "Cần xác minh" })).status).toBe(422)
    const paper = { extension: option, decision: "31/QĐ-GH", reason: "Cần xác minh" }
    expect((await send("lan", id, "extend", paper)).status).toBe(303)
    const after = await get("lan", paths.case(id))
    expect(after.html).toContain("Gia hạn theo 31/QĐ-GH, Nguyễn Thị Lan quyết định")
  })
  test("who comes too late is told who did what since the page was opened, not only what is missing", async () => {
    const id = await opened()
    await send("minh", id, "verify")
    await send("minh", id, "find", act)
    await send("minh", id, "record", record)
    const openedOn = (html: string) => /name="opened" value="([^"]+)"/.exec(html)?.[1] ?? ""
    const page = openedOn((await get("minh", paths.case(id))).html)
    minutesPass()
    expect((await send("lan", id, "examine", { matter: "facts", reason: "Giám định" })).status).toBe(303)
    expect((await send("lan", id, "clear", { reason: "Có giấy phép" })).status).toBe(303)
    const late = await send("minh", id, "explain", { way: "renounced", opened: page })
    expect(late.status).toBe(409)
    expect(late.html).toContain(formWords.vi.refusals.alreadyVerifying)
    expect(late.html).not.toContain(formWords.vi.refusals.notRecorded)
    expect(late.html).toContain("Nguyễn Thị Lan đã làm trước")
    expect(late.html).toContain(words.vi.events["case.cleared"])
    expect(late.html).toMatch(/Trước đó, từ lúc bạn mở trang: Nguyễn Thị Lan, [^<]*: /)
    // A form in which nothing is typed is told too; a page that is of now is told nothing of the sort.
    const bare = await send("minh", id, "verify", { opened: page })
    expect([bare.status, bare.html.includes("Nguyễn Thị Lan đã làm trước")]).toEqual([409, true])
    minutesPass()
    const now = openedOn((await get("minh", paths.case(id))).html)
    const answer = await send("minh", id, "explain", { way: "renounced", opened: now })
    expect([answer.status, answer.html.includes("đã làm trước")]).toEqual([409, false])
  })
  test("a number of a record or a decision is used by one case in a year; another year, and the same case, are free", async () => {
    const one = await opened()
    const other = await opened()
    for (const id of [one, other]) {
      await send("minh", id, "verify")
      await send("minh", id, "find", act)
    }
    const typed = (number: string) => ({ recordedOn: "2023-09-14", time: "09:40", number })
    expect((await send("minh", one, "record", typed("088/BB-VPHC"))).status).toBe(303)
    for (const number of ["088/BB-VPHC", "88/bb-vphc", "88 / BB - VPHC"]) {
      const refused = await send("minh", other, "record", typed(number))
      expect([number, refused.status, refused.html.includes(formWords.vi.refusals.numberTaken)]).toEqual([
        number,
        409,
        true,
      ])
      expect(refused.html).toContain(number)
    }
    expect((await send("minh", other, "record", typed("89/BB-VPHC"))).status).toBe(303)
    await db.admin("update paper_numbers set year = 2022 where number = '89/BB-VPHC'")
    const third = await opened()
    await send("minh", third, "verify")
    await send("minh", third, "find", act)
    expect((await send("minh", third, "record", typed("89/BB-VPHC"))).status).toBe(303)
    // A refused step leaves no number taken.
    const { rows } = await db.admin(
      "select count(*)::int as n from paper_numbers where number like '%BB - VPHC'",
    )
    expect(rows).toEqual([{ n: 0 }])
  })
  test("the list finds a case with or without accents, in the nearest deadline's order", async () => {
    await opened("Trộm cáp tại Khoái Châu")
    expect((await get("hoa", `${paths.cases}?q=trom+cap`)).html).toContain("Trộm cáp tại Khoái Châu")
    expect((await get("hoa", `${paths.cases}?q=khong+co`)).html).not.toContain("Trộm cáp tại Khoái Châu")
  })
})

describe("an enterprise answers a request", () => {
  test("it reads the request, not the case; its answer reaches the case's page", async () => {
    const id = await opened("Tên riêng của vụ việc")
    await send("minh", id, "verify")
    const asked = {
      enterpriseId: at.tam.bodyId,
      asks: "block",
      targets: "0912 000 111\n0912 000 222",
      basis: "Nghị định 91/2020",
      dueOn: "2023-09-18",
    }
    expect((await send("minh", id, "prevent", asked)).status).toBe(303)
    const mine = await get("tam", paths.requests)
    expect(mine.html).toContain("0912 000 222")
    expect(mine.html).not.toContain("Tên riêng của vụ việc")
    expect((await get("tam", paths.case(id))).status).toBe(404)
    const requestId = /yeu-cau\/([0-9a-f-]{36})\/tra-loi/.exec(mine.html)?.[1] ?? ""
    expect((await post("tam", paths.requestAnswer(requestId), { answer: "done" })).status).toBe(422)
    const answer = { answer: "done", doneOn: "2023-09-15", doneTime: "08:05", text: "Khóa hai chiều" }
    expect((await post("tam", paths.requestAnswer(requestId), answer)).status).toBe(303)
    expect((await get("minh", paths.case(id))).html).toContain("Khóa hai chiều")
  })

  const askedFor = async (targets: string) => {
    const id = await opened("Vụ chặn số")
    await send("minh", id, "verify")
    const asked = {
      enterpriseId: at.tam.bodyId,
      asks: "block",
      targets,
      basis: "NĐ 91/2020",
      dueOn: "2023-09-18",
    }
    const sent = await send("minh", id, "prevent", asked)
    const { rows } = await db.admin("select id, targets from prevention_requests where case_id = $1", [id])
    return { id, sent, request: String(rows[0]?.id ?? ""), targets: rows[0]?.targets as string[] | undefined }
  }

  test("what a request names is read: a line that names nothing and a number written twice are sent back with the line", async () => {
    const wrong = await askedFor("0912 000 167\nabc")
    expect([wrong.sent.status, wrong.targets]).toEqual([422, undefined])
    expect(wrong.sent.html).toContain("Chưa đọc được “abc”")
    expect((await askedFor("0912 000 167\n+84 912000167")).sent.html).toContain("đã có ở dòng trên")
    expect((await askedFor("+84 912000168")).targets).toEqual(["0912 000 168"])
  })

  test("each number has its own answer with a time that has passed; the answer is put right, its first time stays", async () => {
    const { id, request } = await askedFor("0912 000 171\n0912 000 172")
    const answer = { answer: "done", doneOn: "2023-09-15", doneTime: "08:05", "answer-1": "not-ours" }
    const ahead = await post("tam", paths.requestAnswer(request), { ...answer, doneOn: "2030-12-31" })
    expect(ahead.status).toBe(422)
    expect(ahead.html).toContain("không thể ở phía trước")
    expect((await post("tam", paths.requestAnswer(request), answer)).status).toBe(303)
    const page = (await get("minh", paths.case(id))).html
    expect(page).toContain("Làm được một phần")
    expect(page).toContain("Không phải của chúng tôi")
    expect(page).toContain("đầu số của Vinaphone; có thể đã chuyển mạng giữ số")
    const standing = async () =>
      (
        await db.admin("select answer, done_targets, answered_at from prevention_requests where id = $1", [
          request,
        ])
      ).rows[0]
    const first = await standing()
    expect(first).toMatchObject({ answer: "partly", done_targets: 1 })
    const right = { answer: "done", doneOn: "2023-09-15", doneTime: "08:30" }
    expect((await post("tam", paths.requestAnswer(request), right)).status).toBe(303)
    expect(await standing()).toEqual({ ...first, answer: "done", done_targets: 2 })
    const kept = await db.admin("select count(*)::int as n from prevention_answers where request_id = $1", [
      request,
    ])
    expect(kept.rows[0]?.n).toBe(4)
  })

  test("a reminder stands on the enterprise's page; a request that was given up takes no answer", async () => {
    const { id, request } = await askedFor("0912 000 181")
    expect((await send("minh", id, "remind", { requestId: request })).status).toBe(303)
    expect((await get("tam", paths.requests)).html).toContain("Cơ quan yêu cầu đã nhắc lúc")
    expect((await send("minh", id, "withdraw", { requestId: request, reason: "Nhầm số" })).status).toBe(303)
    const answer = { answer: "done", doneOn: "2023-09-15", doneTime: "08:05" }
    expect((await post("tam", paths.requestAnswer(request), answer)).status).toBe(409)
  })
})

describe("the police receive a file", () => {
  test("they sign, and give it back; then it is not theirs to read", async () => {
    const id = await opened()
    await send("minh", id, "verify")
    expect((await get("son", paths.case(id))).status).toBe(404)
    const handed = { toBodyId: at.son.bodyId, reason: "Dấu hiệu Điều 174" }
    expect((await send("lan", id, "transfer", handed)).status).toBe(303)
    expect((await get("lan", paths.case(id))).html).toContain(words.vi.page.away)
    expect((await get("son", paths.cases)).html).toContain(words.vi.list.theirs)
    expect((await send("son", id, "sign")).status).toBe(303)
    expect((await get("son", paths.case(id))).html).toContain(
      "Hạn giải quyết của Công an: thứ Năm, 05/10/2023",
    )
    const reason = "Không đủ dấu hiệu"
    const mute = await send("son", id, "return", { reason })
    expect(mute.html).toContain(formWords.vi.refusals.decisionMissing)
    const decided = { reason, paperNumber: "12/QĐ-CSĐT", decidedOn: "2023-09-15" }
    expect((await send("son", id, "return", decided)).to).toBe(paths.cases)
    expect((await get("son", paths.case(id))).status).toBe(404)
    expect((await get("lan", paths.case(id))).html).toContain("Không đủ dấu hiệu")
  })
})

describe("who may", () => {
  test("nobody who is not signed in, and no other body, learns that a case exists", async () => {
    const id = await opened()
    expect((await app.request(paths.case(id))).status).not.toBe(200)
    const none = paths.case("01890000-0000-7000-8000-00000000dead")
    const [theirs, nobodys] = [await get("ngoai", paths.case(id)), await get("ngoai", none)]
    expect([theirs.status, nobodys.status]).toEqual([404, 404])
    const same = (html: string) => html.replaceAll(/name="(csrf|once|opened)" value="[^"]*"/g, "")
    expect(same(theirs.html).replaceAll(id, "")).toBe(
      same(nobodys.html).replaceAll("01890000-0000-7000-8000-00000000dead", ""),
    )
  })
  test("an officer records and does not decide; a clerk reads and does neither", async () => {
    const id = await opened()
    await send("minh", id, "verify")
    expect((await send("minh", id, "clear", { reason: "x" })).status).toBe(403)
    expect((await send("hoa", id, "find", act)).status).toBe(403)
    expect((await get("hoa", paths.newCase)).status).toBe(403)
    const page = await get("hoa", paths.case(id))
    expect(page.html).toContain(words.vi.page.nothing)
    expect(page.html).not.toContain('<details class="step-form"')
  })
  test("opening a case's page is journaled each time", async () => {
    const id = await opened()
    await get("hoa", paths.case(id))
    const found = await db.admin(
      "select officer_id from journal where record_id = $1 and what = 'case.read'",
      [id],
    )
    expect(found.rows.map((row) => row.officer_id)).toEqual([at.hoa.officerId])
  })
})

describe("what is typed", () => {
  test.each([
    ["15.000.000", 15_000_000],
    ["15 000 000", 15_000_000],
    ["15000000", 15_000_000],
    ["15 triệu", 0],
    ["-5", 0],
    ["", 0],
  ])("%s is %d đồng", (text, wanted) => expect(moneyOf(text)).toBe(wanted))
  test("targets stand one a line, or between commas", () => {
    expect(linesOf(" 0912 000 111\n\n0912 000 222, mau.example;")).toEqual([
      "0912 000 111",
      "0912 000 222",
      "mau.example",
    ])
  })
  test("every sentence exists in both languages", () => {
    expect(gapsOf(words as never)).toEqual([])
  })
})
