import { Writable } from "node:stream"
import { gunzipSync, gzipSync } from "node:zlib"
import { beforeAll, describe, expect, test } from "vitest"
import { openLog } from "../../kernel/log.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { checkText } from "../actions/check.ts"
import { paths } from "../paths.ts"
import { recallIndicator, releaseIndicator, releaseWarning } from "../testing/published.ts"

const db = await freshDatabase()
let hub: Hub
const logged: string[] = []
let warningCode = 0
beforeAll(async () => {
  const out = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk))
      done()
    },
  })
  hub = await hubOf(db, openLog("trace", out))
  const phone = await releaseIndicator(db, {
    kind: "phone",
    value: "+84912044917",
    trick: "gia-danh-dien-luc",
    reports: 23,
  })
  await releaseIndicator(db, { kind: "domain", value: "nop-tien-dien.example", reports: 3 })
  await releaseIndicator(db, { kind: "phone-range", value: "+8498855", openDigits: 4, reports: 6 })
  await releaseIndicator(db, { kind: "bank-account", value: "970407:19036547890123", reports: 12 })
  await releaseIndicator(db, { kind: "phone", value: "+84977000111", audience: "bodies" })
  const gone = await releaseIndicator(db, { kind: "phone", value: "+84977000222" })
  await recallIndicator(db, gone)
  warningCode = (await releaseWarning(db, { title: "Dọa cắt điện, bắt tải ứng dụng", indicators: [phone] }))
    .code
})

const ask = async (text: string) => {
  const page = await hub.post(paths.check, { text })
  return { page, html: await page.text() }
}
const titleOf = (html: string) => /<h1>([^<]*)<\/h1>/.exec(html)?.[1]
const verdictOf = (html: string) => /class="verdict (\w+)"/.exec(html)?.[1]

describe("the public check answers in words, colour and shape", () => {
  test("a number that was warned about: why, since when, by how many in a range, what to do, and its warning to send on", async () => {
    const { page, html } = await ask("0912 044 917")
    expect(page.status).toBe(200)
    expect(verdictOf(html)).toBe("warned")
    expect(titleOf(html)).toContain("số 0912 044 917 đã bị cảnh báo")
    for (const said of ["20 – 49 người", "Hai cán bộ", "Giả nhân viên điện lực", 'href="tel:113"', "/y-kien"])
      expect(html).toContain(said)
    expect(html).toContain(`href="${paths.publicWarning(warningCode)}"`)
    expect(html).toContain("M10 2h12l8 8v12l-8 8H10l-8-8V10z")
  })

  test.each([
    ["+84 912.044.917", "warned"],
    ["0988.551.234", "warned"],
    ["https://thanh-toan.nop-tien-dien.example/hoa-don?id=5", "warned"],
    ["19036547890123", "warned"],
    ["STK 19036547890123 Techcombank", "warned"],
    ["18008098", "official"],
    ["113", "official"],
    ["vietcombank.com.vn", "official"],
    ["vietc0mbank.com.vn", "doubt"],
    ["0951 442 018", "unknown"],
    ["bit.ly/3xYz", "unknown"],
    ["Tối nay con về ăn cơm với bà nhé", "unknown"],
  ])("%s: %s", async (text, verdict) => {
    expect(verdictOf((await ask(text)).html)).toBe(verdict)
  })

  test("a site on which one link was warned of is not said to be warned of itself, its mail is not, and one file says nothing of another", async () => {
    await releaseIndicator(db, { kind: "url", value: "https://www.cua-hang.example/khuyen-mai" })
    await releaseIndicator(db, { kind: "url", value: "https://www.mediafire.com/file/mot" })
    expect(titleOf((await ask("cua-hang.example")).html)).toBe(
      "Cẩn thận: trên trang này đã có đường dẫn bị cảnh báo.",
    )
    for (const other of ["ban-hang@cua-hang.example", "https://www.mediafire.com/file/hai"])
      expect([other, verdictOf((await ask(other)).html)]).toEqual([other, "unknown"])
  })

  test("a warned number is told as few reports when they are below five, without the number", async () => {
    const { html } = await ask("nop-tien-dien.example")
    expect(html).toContain("dưới 5")
    expect(html).not.toMatch(/\b3 (?:–|người)/)
  })

  test("what is shared with bodies only, and what was recalled, is nothing known", async () => {
    for (const number of ["0977000111", "0977000222"]) {
      const { html } = await ask(number)
      expect(verdictOf(html)).toBe("unknown")
      expect(html).toContain("chưa phải là an toàn")
    }
  })

  test("nothing known never looks safe, says where we looked and until when, and has no link to share", async () => {
    const { html } = await ask("0951 442 018")
    expect(titleOf(html)).toBe("Chưa ai báo về số 0951 442 018.")
    for (const said of ["stroke-dasharray", "Tự hỏi ba câu", "Tính đến", "không có đường dẫn để gửi"])
      expect(html).toContain(said)
    expect(html).not.toContain("is-good")
    expect(html).not.toContain("/canh-bao/")
  })

  test("an official number still says that a caller's number can be forged, and where the list is from", async () => {
    const { html } = await ask("1800 8098")
    expect(titleOf(html)).toBe("Số này là của Viettel.")
    expect(html).toContain("Kẻ lừa có thể làm máy bạn hiện đúng số này")
    expect(html).toContain("chưa đối chiếu")
  })

  test("a whole message: each thing in it is marked and answered by its number, and the trick by its words", async () => {
    const { html } = await ask(
      "DIEN LUC thong bao: nha ban no tien dien 2 thang. Trong 2 gio khong dong se bi cat dien. Tai ung dung tai vietc0mbank.com.vn hoac goi 0912 044 917",
    )
    expect(titleOf(html)).toBe("Đừng làm theo tin này.")
    expect(html).toContain('<mark class="doubt">vietc0mbank.com.vn<a href="#t1">1</a></mark>')
    expect(html).toContain('<mark class="warned">0912 044 917<a href="#t2">2</a></mark>')
    expect(html).toMatch(/<mark class="doubt">no tien dien<a href="#t3">3<\/a><\/mark>/)
    expect(html).toContain("Chữ “o” bị thay bằng “0”.")
    expect(html).toContain("Trang thật là vietcombank.com.vn.")
    expect(html).toContain("Giục làm gấp, dọa, bảo cài ứng dụng.")
  })

  test("with the report one press away and filled in, by POST", async () => {
    const { html } = await ask("0912 044 917")
    expect(html).toContain('action="/bao-tin/dien-san"')
    const form = await (
      await hub.post("/bao-tin/dien-san", { target: "0912 044 917", text: "chuyện" })
    ).text()
    expect(form).toContain('value="0912 044 917"')
    expect(form).toContain(">chuyện</textarea>")
  })

  test("in English too", async () => {
    const page = await hub.post(`${paths.check}?lang=en`, { text: "0951 442 018" })
    expect(titleOf(await page.text())).toBe("Nobody has reported number 0951 442 018 yet.")
  })

  test.each([
    ["", "Dán vào đây"],
    ["chào bạn", "Chưa thấy số, đường dẫn"],
    ["x ".repeat(2_100), "Dài quá"],
  ])("what cannot be answered comes back with how to put it right", async (text, said) => {
    const { page, html } = await ask(text)
    expect(page.status).toBe(422)
    expect(html).toContain(said)
    expect(html).toContain(text.trim().slice(0, 50))
  })
})

test("the landline of a police desk that the set-up checked is told as the office's, however it is typed; so is a number of the forces", async () => {
  const numbers = [
    { number: "0221 3862333", name: "Trực ban Công an tỉnh", shownFor: "police" as const },
    { number: "069 234 1234", name: "Đường dây nóng", shownFor: "police" as const },
  ]
  const house = { ...hub.house, numbers }
  for (const typed of ["02213862333", "+84 221 386 2333", "(0221) 386.2333", "069.234.1234"])
    expect(await checkText(house, typed)).toMatchObject({ answer: { overall: "official" } })
  expect(await checkText(house, "0221 3862334")).toMatchObject({ answer: { overall: "unknown" } })
})

describe("what was warned of is found in each of its shapes", () => {
  const wallet = "0x52908400098527886e0f7030069857d2e4169ee7"
  beforeAll(async () => {
    for (const one of [
      { kind: "url", value: "https://www.nhan-qua.example/vao/a?x=1" },
      { kind: "url", value: "https://sites.google.com/view/nhan-qua-gia" },
      { kind: "url", value: "http://203.0.113.77/app.apk" },
      { kind: "e-wallet", value: "shopeepay:0951887766" },
      { kind: "crypto", value: wallet },
      { kind: "imei", value: "490154203237518" },
    ])
      await releaseIndicator(db, one)
  })
  test.each([
    ["nhan-qua.example", "Nằm trên một trang đã có đường dẫn bị cảnh báo"],
    ["www.nhan-qua.example", "Nằm trên một trang đã có đường dẫn bị cảnh báo"],
    ["https://nhan-qua.example/cho-khac", "Nằm trên một trang đã có đường dẫn bị cảnh báo"],
    ["hotro@nop-tien-dien.example", "Nằm trên một trang đã bị cảnh báo"],
    ["203.0.113.77", "Nằm trên một trang đã có đường dẫn bị cảnh báo"],
    ["0951 887 766", "đã bị cảnh báo"],
    [`Chuyển vào ví ${wallet.toUpperCase().replace("0X", "0x")}`, "đã bị cảnh báo"],
    ["490154203237518", "đã bị cảnh báo"],
  ])("%s", async (text, said) => {
    const { html } = await ask(text)
    expect([verdictOf(html), html.includes(said)]).toEqual(["warned", true])
  })
  test.each(["sites.google.com/view/trang-khac", "hotro@nhan-qua.example", "khong-qua.example"])(
    "%s is not, for it is not theirs",
    async (text) => {
      expect(verdictOf((await ask(text)).html)).toBe("unknown")
    },
  )
  test("a letter from a bank's own address is told as the bank's, and that a sender can be forged", async () => {
    const { html } = await ask("cskh@vietcombank.com.vn")
    expect([verdictOf(html), titleOf(html)]).toEqual(["official", "Địa chỉ thư này thuộc Vietcombank."])
    expect(html).toContain("có thể bị giả")
  })
})

describe("what is typed is not kept", () => {
  const canary = "0951 440 077"
  const everyForm = ["0951440077", "0951 440 077", "+84951440077", "951440077", "chim-moi.example"]

  test("not in a table, a log line, a header or an address, whatever the answer; the page is no-store and no-referrer", async () => {
    logged.length = 0
    for (const text of [
      canary,
      `Gọi ngay ${canary} hoặc vào https://chim-moi.example/a để nhận thưởng trong 2 giờ`,
      `${canary} ${"x".repeat(5_000)}`,
    ]) {
      const page = await hub.post(paths.check, { text, once: "0".repeat(32) })
      expect(page.headers.get("cache-control")).toBe("no-store")
      expect(page.headers.get("referrer-policy")).toBe("no-referrer")
      expect(JSON.stringify([...page.headers])).not.toMatch(/440 ?077/)
      expect(await page.text()).not.toMatch(/(?:href|action)="[^"]*(?:0951|chim-moi)/)
    }
    // As a signed-in officer too, whose forms are kept elsewhere.
    await hub.post(paths.check, { text: canary, once: "1".repeat(32) }, hub.lan)
    expect(logged.length).toBeGreaterThan(0)
    for (const form of everyForm) expect(logged.join("")).not.toContain(form)
    const tables = await db.admin(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')",
    )
    for (const { name } of tables.rows) {
      const { rows } = await db.admin(`select coalesce(string_agg(t::text, ' '), '') as all from ${name} t`)
      for (const form of everyForm) expect(`${name} ${rows[0].all}`).not.toContain(form)
    }
    const sent = await db.admin("select count(*)::int as n from sendings")
    expect(sent.rows[0].n).toBe(0)
  })

  test("the address takes no question: what stands behind it is not answered", async () => {
    const html = await (await hub.get(`${paths.check}?text=0912044917`)).text()
    expect(html).not.toContain("verdict")
    expect(html).not.toMatch(/<textarea[^>]*>[^<]/)
  })
})

describe("other sites", () => {
  const from = (site: Record<string, string>, path: string = paths.check) =>
    hub.app.request(path, {
      method: "POST",
      body: new URLSearchParams({ text: "0912 044 917" }),
      headers: site,
    })
  const foreign = { "sec-fetch-site": "cross-site", origin: "https://bao.example" }

  test("may put a form that opens our answer; for every other form of ours their form is refused", async () => {
    expect((await from(foreign)).status).toBe(200)
    expect((await from(foreign, "/bao-tin/dien-san")).status).toBe(403)
    expect((await from(foreign, "/bao-tin/viec-khac")).status).toBe(403)
  })

  test("and not in the name of who is signed in", async () => {
    expect((await from({ ...foreign, cookie: hub.lan.cookie })).status).toBe(403)
  })
})

test("the page with all that it loads except fonts weighs at most 15 KB as it travels; an answer no more", async () => {
  const asked = { headers: { "accept-encoding": "br, gzip" } }
  const page = await hub.app.request(paths.check, asked)
  const bytes = Buffer.from(await page.arrayBuffer())
  const html = gunzipSync(bytes).toString("utf8")
  let loaded = 0
  for (const [, address = ""] of html.matchAll(/<(?:link|script|img)[^>]*(?:href|src)="([^"]+)"/g))
    loaded += (await (await hub.app.request(address, asked)).arrayBuffer()).byteLength
  expect(loaded).toBeGreaterThan(2_000)
  expect(bytes.byteLength + loaded).toBeLessThanOrEqual(15_000)
  const answer = await hub.post(paths.check, { text: "0912 044 917 và vietc0mbank.com.vn trong 2 giờ" })
  expect(gzipSync(await answer.text()).byteLength + loaded).toBeLessThanOrEqual(15_000)
})
