import { sql } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import { createApp } from "../../app.ts"
import { asJob, asOfficer, asPublic } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { codeOn, type Hub, hubOf, once } from "../../signals/testing/hub.ts"
import { bodies, type PersonKey, people } from "../../testing/province.ts"
import { contestForms } from "../forms-contest.ts"
import { paths } from "../paths.ts"
import { releaseIndicator, releaseWarning } from "../testing/published.ts"
import { contestLimit } from "./contest.ts"

/** At the hub Minh writes and Lan releases; Hoa is the third, an officer here. */
const db = await freshDatabase()
let hub: Hub
let nth = 0
beforeAll(async () => {
  hub = await hubOf(db)
  await db.admin("update posts set role = 'officer' where officer_id = $1", [people.hoa.id])
})

const fresh = () => {
  nth += 1
  return once(0xd0000 + nth)
}
const number = () => {
  nth += 1
  const digits = `0986${String(100_000 + nth)}`
  return { digits, value: `+84${digits.slice(1)}` }
}
const statement = {
  said: "Đây là số của cửa hàng tôi từ năm 2019.",
  who: "Trần Thị Sen",
  contact: "0355 999 888",
}
const file = async (named: string, more: Record<string, string> = {}) => {
  nth += 1
  return hub.post(paths.contest, { named, ...statement, once: once(0xc0000 + nth), ...more })
}
const contested = async (kind: "indicator" | "warning" = "indicator") => {
  const { digits, value } = number()
  const indicator = await releaseIndicator(db, { kind: "phone", value })
  const warning =
    kind === "warning" ? await releaseWarning(db, { title: "Cảnh báo nhầm", indicators: [indicator] }) : null
  const page = await file(warning === null ? digits : String(warning.code))
  const code = codeOn(await page.text())
  const { rows } = await db.admin("select id from contests order by id desc limit 1")
  return { digits, indicator, warning, code, id: String(rows[0].id) }
}
const decide = (
  id: string,
  outcome: string,
  who: Hub["hoa"] | undefined,
  reasons = "Chủ số đã xuất trình giấy tờ.",
) => hub.post(paths.contestForm(id, contestForms.decide.slug), { outcome, reasons, once: fresh() }, who)
const check = async (text: string) => (await hub.post(paths.check, { text })).text()
const follow = async (code: string) => (await hub.post(paths.followContest, { code })).text()
const stateOf = async (id: string) =>
  (await db.admin("select state, decided_by, due_on::text, due_rule from contests where id = $1", [id]))
    .rows[0]

describe("who is warned about by mistake", () => {
  test("gets a receipt, a date by rule, and while it is open the check says so", async () => {
    const { digits, code, id } = await contested()
    expect(await stateOf(id)).toMatchObject({ state: "open", due_on: "2023-10-16", due_rule: "KN-GQ-L1" })
    const page = await follow(code)
    expect(page).toContain("Đang xem lại, trả lời chậm nhất thứ Hai, 16/10/2023")
    expect(page).toContain("chưa đối chiếu")
    expect(await check(digits)).toContain("đang xét")
  })

  test("sends the same form twice and has one contest with one code", async () => {
    const { digits, value } = number()
    await releaseIndicator(db, { kind: "phone", value })
    const same = { once: once(0xabc) }
    const codes = [await (await file(digits, same)).text(), await (await file(digits, same)).text()].map(
      codeOn,
    )
    expect(codes[0]).toBe(codes[1])
  })

  test("is heard although one machine sent as many as it may: the machine waits with nothing typed lost, the owner is queued", async () => {
    const { digits, value } = number()
    await releaseIndicator(db, { kind: "phone", value })
    // A house of its own counts for itself.
    const app = createApp({ ...hub.house })
    const send = (n: number, remoteAddress: string) =>
      app.request(
        paths.contest,
        {
          method: "POST",
          headers: { "sec-fetch-site": "same-origin" },
          body: new URLSearchParams({ ...statement, named: digits, once: once(0xe0000 + n) }),
        },
        { incoming: { socket: { remoteAddress } } },
      )
    for (let n = 0; n < contestLimit.most; n += 1) await send(n, "198.51.100.7")
    const refused = await send(100, "198.51.100.7")
    expect(refused.status).toBe(429)
    const said = await refused.text()
    for (const one of ["Chờ 60 phút rồi gửi lại", statement.said, statement.who]) expect(said).toContain(one)
    const owner = await send(101, "203.0.113.9")
    expect(owner.status).toBe(200)
    expect(codeOn(await owner.text())).not.toBe("")
  })

  test("leaves name, contact and words sealed: they stand nowhere in the clear", async () => {
    await contested()
    const { rows } = await db.admin("select string_agg(t::text, ' ') as all from contests t")
    const journal = await db.admin("select coalesce(string_agg(t::text, ' '), '') as all from journal t")
    for (const secret of ["Sen", "0355 999", "355999888", "cửa hàng"])
      for (const found of [rows, journal.rows]) expect(found[0].all).not.toContain(secret)
  })

  test.each([
    ["a number that nobody warned about", "0977 123 456", "Không có cảnh báo nào đang có hiệu lực"],
    ["no number at all", "cửa hàng nhà tôi", "Không có cảnh báo nào đang có hiệu lực"],
    ["nothing", "", "Điền"],
  ])("who names %s is told so, with every word kept", async (_what, named, said) => {
    const page = await file(named)
    expect(page.status).toBe(422)
    const html = await page.text()
    expect(html).toContain(said)
    expect(html).toContain("Trần Thị Sen")
  })

  test("a code that nobody has opens nothing", async () => {
    expect(await follow("00000-00000-00000-00000")).toContain("Không có đề nghị nào mang mã này")
    expect(await follow("abc")).toContain("Mã có 20 chữ và số")
  })
})

describe("the decision", () => {
  test("removed by a third officer: recalled everywhere at once, with reasons that the contestant reads", async () => {
    const { digits, indicator, code, id } = await contested()
    const seen = await (await hub.get(paths.contestCase(id), hub.hoa)).text()
    expect(seen).toContain("Đây là số của cửa hàng tôi")
    expect((await decide(id, "removed", hub.hoa)).status).toBe(303)
    expect(await stateOf(id)).toMatchObject({ state: "removed", decided_by: people.hoa.id })
    const { rows } = await db.admin("select state, recalled_by from shared_indicators where id = $1", [
      indicator,
    ])
    expect(rows[0]).toEqual({ state: "recalled", recalled_by: people.hoa.id })
    expect(await check(digits)).toContain('class="verdict unknown"')
    const page = await follow(code)
    expect(page).toContain("Cảnh báo đã được gỡ")
    expect(page).toContain("Chủ số đã xuất trình giấy tờ.")
    const told = await db.admin("select what from journal where record_id = $1 order by id", [id])
    expect(told.rows.map(({ what }) => what)).toEqual([
      "contest.filed",
      "contest.read",
      "contest.read",
      "contest.decided",
    ])
  })

  test("who owns a site of which one link is warned of contests it by the site's name, as the check finds it", async () => {
    const link = await releaseIndicator(db, { kind: "url", value: "https://tiem-banh.example/khuyen-mai" })
    expect(codeOn(await (await file("tiem-banh.example")).text())).not.toBe("")
    const { rows } = await db.admin("select state from contests where indicator_id = $1", [link])
    expect(rows).toEqual([{ state: "open" }])
  })

  test("removed: whoever was warned of by mistake stands in no warning's words either: the body's own is recalled with it, another's is marked and its owner told", async () => {
    const { digits, value } = number()
    const spaced = `${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`
    const indicator = await releaseIndicator(db, { kind: "phone", value })
    const own = await releaseWarning(db, { title: `Số ${spaced} dọa cắt điện`, indicators: [indicator] })
    const silent = await releaseWarning(db, { title: "Dọa cắt điện", indicators: [indicator] })
    const theirs = await releaseWarning(db, { title: `Gọi từ ${spaced}`, indicators: [indicator] })
    await db.admin(`set session_replication_role = replica;
      update warnings set body_id = '${bodies.police.id}' where id = '${theirs.id}';
      update warning_indicators set body_id = '${bodies.police.id}' where warning_id = '${theirs.id}'`)
    await file(digits)
    const { rows } = await db.admin("select id from contests order by id desc limit 1")
    expect((await decide(String(rows[0].id), "removed", hub.hoa)).status).toBe(303)
    const state = async (id: string) =>
      (await db.admin("select state from warnings where id = $1", [id])).rows[0].state
    expect([await state(own.id), await state(silent.id), await state(theirs.id)]).toEqual([
      ...["recalled", "released", "released"],
    ])
    const page = async (code: number) => (await hub.get(paths.publicWarning(code))).text()
    expect(await page(own.code)).toContain("Thu hồi")
    expect(await page(theirs.code)).toContain("mà cảnh báo này còn nêu. Nơi phát cảnh báo đang xem lại")
    expect(await page(theirs.code)).not.toContain("Có người đề nghị")
    const seen = async () => (await hub.get(paths.warning(theirs.id), hub.son)).text()
    expect(await seen()).toMatch(/đã thu hồi .*mà lời cảnh báo này còn nêu/)

    const keep = (who: Hub["son"]) =>
      hub.post(paths.warningForm(theirs.id, "giu-nguyen"), { reason: "Số vẫn gọi lừa ở đây." }, who)
    expect((await keep(hub.lan)).status).toBe(409)
    expect((await keep(hub.son)).status).toBe(303)
    expect(await page(theirs.code)).not.toContain("Nơi phát cảnh báo đang xem lại")
    expect(await seen()).not.toContain("mà lời cảnh báo này còn nêu")
    expect(await seen()).toContain("Đã xem lại, giữ nguyên")
    expect(await state(theirs.id)).toBe("released")
  })

  test("a body that takes back what only bodies were told of marks no public warning of the police", async () => {
    const { digits, value } = number()
    const everybodys = await releaseIndicator(db, { kind: "phone", value })
    const theirs = await releaseWarning(db, { title: `Số ${digits} dọa`, indicators: [everybodys] })
    await db.admin(`set session_replication_role = replica;
      update warnings set body_id = '${bodies.police.id}' where id = '${theirs.id}';
      update warning_indicators set body_id = '${bodies.police.id}' where warning_id = '${theirs.id}';
      update shared_indicators set body_id = '${bodies.police.id}' where id = '${everybodys}'`)
    const own = await releaseIndicator(db, { kind: "phone", value, audience: "bodies", tlp: "green" })
    const recalled = await hub.post(paths.indicatorForm(own, "thu-hoi"), { reason: "Nhầm" }, hub.lan)
    expect(recalled.status).toBe(303)
    const { rows } = await db.admin("select from warning_doubts where warning_id = $1", [theirs.id])
    expect(rows).toEqual([])
  })

  test("a number or a site that nobody attached to a warning, and that stands in its words, is marked when it is recalled, and its own body looks again; a part of another name, an address within the site and a longer number are not", async () => {
    const { digits, value } = number()
    const spaced = digits.replace(/(\d{4})(\d{3})(\d{3})/, "$1.$2.$3")
    const naming = await releaseWarning(db, {
      title: "Dọa cắt điện",
      looksLike: `Gọi từ ${spaced}, giục trả ngay.`,
    })
    const site = await releaseWarning(db, {
      title: "Trang giả",
      looksLike: "Mở www.hoan-tien.example/nop. Đừng.",
    })
    const other = await releaseWarning(db, {
      title: "Trang khác",
      looksLike: "Mở xhoan-tien.example.org ngay.",
    })
    const recall = async (kind: string, of: string) => {
      const own = await releaseIndicator(db, { kind, value: of })
      const answer = await hub.post(paths.indicatorForm(own, "thu-hoi"), { reason: "Nhầm" }, hub.lan)
      expect(answer.status).toBe(303)
    }
    const longer = await releaseWarning(db, {
      title: "Tài khoản nhận tiền",
      looksLike: `Chuyển vào 19${digits.slice(1)}5, hoặc ${digits.slice(0, 5)} - ${digits.slice(5)} đồng.`,
    })
    const all = { naming, site, other, longer }
    const doubted = async () => {
      const { rows } = await db.admin(
        "select d.warning_id from warning_doubts d join warnings w on w.id = d.warning_id where w.state = 'released'",
      )
      return Object.entries(all).flatMap(([key, { id }]) =>
        rows.some((row: { warning_id: string }) => row.warning_id === id) ? [key] : [],
      )
    }
    await recall("phone", value)
    expect(await doubted()).toEqual(["naming"])
    await recall("domain", "hoan-tien.example")
    expect(await doubted()).toEqual(["naming"])
    await recall("url", "https://hoan-tien.example/nop")
    expect(await doubted()).toEqual(["naming", "site"])
    const desk = async () => (await hub.get(paths.warning(naming.id), hub.lan)).text()
    expect(await desk()).toContain("mà lời cảnh báo này còn nêu")
  })

  test("a body that shared a bank's hotline by mistake and recalls it keeps its warnings that advise calling it, and nobody is told that they were recalled", async () => {
    const advice = "Gọi tổng đài 1900 5452 in trên thẻ"
    const { id } = await releaseWarning(db, {
      title: "Giả nhân viên ngân hàng",
      whatToDo: ["Cúp máy", advice],
    })
    const attached = await releaseIndicator(db, { kind: "phone", value: "19005452" })
    const named = await releaseWarning(db, {
      ...{ title: "Gọi từ 1900 5452", whatToDo: [advice], indicators: [attached] },
    })
    const answer = await hub.post(paths.indicatorForm(attached, "thu-hoi"), { reason: "Nhầm" }, hub.lan)
    expect(answer.status).toBe(303)
    const { rows } = await db.admin(
      "select w.state, exists (select from warning_doubts d where d.warning_id = w.id) as doubted from warnings w where w.id = any ($1) order by w.code",
      [[id, named.id]],
    )
    expect(rows).toEqual([
      { state: "released", doubted: false },
      { state: "recalled", doubted: false },
    ])
  })

  test("removed: a warning is recalled, its page says so", async () => {
    const { warning, id } = await contested("warning")
    expect((await decide(id, "removed", hub.hoa)).status).toBe(303)
    expect(await (await hub.get(paths.publicWarning(warning?.code ?? 0))).text()).toContain("Thu hồi")
  })

  test("kept: the warning stands and the check no longer says that it is being looked at", async () => {
    const { digits, code, id } = await contested()
    expect((await decide(id, "kept", hub.hoa, "Số đã gọi lừa sau ngày sang tên.")).status).toBe(303)
    const answer = await check(digits)
    expect(answer).toContain('class="verdict warned"')
    expect(answer).not.toContain("đang xét")
    expect(await follow(code)).toContain("Cảnh báo được giữ")
  })

  test("waits on the page of my work of who may make it, and of nobody else", async () => {
    await contested()
    for (const [key, waits] of [
      ["hoa", true],
      ["minh", false],
      ["lan", false],
      ["son", false],
    ] as const)
      expect([
        key,
        (await (await hub.get("/lam-viec", hub[key])).text()).includes("đề nghị xem lại cảnh báo chờ bạn"),
      ]).toEqual([key, waits])
  })

  test("is not made with reasons that name who contests: the public reads them; the contested number itself may stand there", async () => {
    const { digits, id } = await contested()
    for (const reasons of ["Bà Trần Thị Sen đã xuất trình giấy tờ.", "Đã gọi số 0355.999.888 để hỏi."]) {
      const page = await decide(id, "removed", hub.hoa, reasons)
      expect(page.status).toBe(422)
      expect(await page.text()).toContain("Viết “người đề nghị” thay vào")
    }
    expect(await stateOf(id)).toMatchObject({ state: "open" })
    expect((await decide(id, "removed", hub.hoa, `Số ${digits} là của người đề nghị từ 2019.`)).status).toBe(
      303,
    )
  })

  test("is made once", async () => {
    const { id } = await contested()
    await decide(id, "kept", hub.hoa)
    expect((await decide(id, "removed", hub.hoa)).status).toBe(409)
    expect(await stateOf(id)).toMatchObject({ state: "kept" })
  })

  test("is not made without a reason", async () => {
    const { id } = await contested()
    expect((await decide(id, "removed", hub.hoa, " ")).status).toBe(422)
  })

  test.each([
    ["who wrote it", "minh", 409],
    ["who released it", "lan", 409],
    ["an officer of another body", "van", 404],
    ["the police, who see nothing of it", "son", 404],
    ["an enterprise", "tam", 403],
    ["a clerk", "thu", 403],
  ] as const)("is not made by %s, and the page offers it to none of them", async (_who, key, status) => {
    const { id } = await contested()
    expect((await decide(id, "removed", hub[key])).status).toBe(status)
    const page = await hub.get(paths.contestCase(id), hub[key])
    expect(await page.text()).not.toContain(contestForms.decide.slug)
    expect(await stateOf(id)).toMatchObject({ state: "open", decided_by: null })
  })

  test("is not made by nobody", async () => {
    const { id } = await contested()
    expect((await decide(id, "removed", undefined)).status).not.toBe(303)
    expect(await stateOf(id)).toMatchObject({ state: "open" })
  })

  const refusalOf = (work: Promise<unknown>) =>
    work.then(
      () => "taken",
      (error: { constraint?: string; message?: string }) => error.constraint ?? error.message ?? "",
    )
  const closing = (id: string, state: string) =>
    sql`update contests set state = ${state}, reasons = 'vì', decided_name = 'Ai đó' where id = ${id}`
  const as = (key: PersonKey, id: string, state: string) =>
    asOfficer(db, { officerId: people[key].id, bodyId: bodies[people[key].body].id }, (tx) =>
      closing(id, state).execute(tx),
    )

  test("the database itself refuses each wrong person, whatever statement comes, also by a job and by the public", async () => {
    const { id } = await contested()
    expect(await refusalOf(as("minh", id, "kept"))).toBe("contests_decided_by_another")
    expect(await refusalOf(as("lan", id, "kept"))).toBe("contests_decided_by_another")
    expect(await refusalOf(as("hoa", id, "removed"))).toBe("contests_removed_is_recalled")
    await as("van", id, "kept")
    expect(await refusalOf(asJob(db, "test", (tx) => closing(id, "kept").execute(tx)))).toMatch(
      /permission denied/,
    )
    expect(await refusalOf(asPublic(db, (tx) => closing(id, "kept").execute(tx)))).toMatch(
      /permission denied/,
    )
    expect(
      await refusalOf(
        db.admin("update contests set state = 'kept', reasons = 'vì', decided_name = 'x' where id = $1", [
          id,
        ]),
      ),
    ).toBe("contests_decided_by_somebody")
    expect(await stateOf(id)).toMatchObject({ state: "open", decided_by: null })
    expect(await refusalOf(as("hoa", id, "kept"))).toBe("taken")
    expect(await refusalOf(as("hoa", id, "open"))).toBe("contests_decided_once")
  })
})

describe("the public figures", () => {
  test("hold back what is below five, and what a subtraction would tell of it", async () => {
    const { rows } = await db.admin("select state, count(*)::int as n from contests group by 1")
    const count = Object.fromEntries(rows.map(({ state, n }) => [state, n]))
    expect(count.removed).toBeLessThan(5)
    const html = await (await hub.get(paths.contestFigures)).text()
    expect(html).toContain("giữ lại")
    expect(html).toMatch(new RegExp(`Đã gửi</dt><dd>${count.open + count.kept + count.removed}<`))
    expect(html).toMatch(/Cảnh báo đã gỡ<\/dt><dd>giữ lại</)
    expect(html).toMatch(/Đang chờ<\/dt><dd>giữ lại</)
  })
})
