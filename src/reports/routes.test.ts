import { beforeAll, describe, expect, test } from "vitest"
import { type Signed, signInAs } from "../accounts/testing.ts"
import { createApp } from "../app.ts"
import { bodies, decided, desksIn, type PersonKey, people } from "../cases/testing/hub.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { gapsOf } from "../kernel/words.ts"
import { allFigures } from "./outline.ts"
import { paths } from "./paths.ts"
import { words } from "./words.ts"
import { campaignWords } from "./words-campaign.ts"
import { lockWords } from "./words-lock.ts"
import { reportWords } from "./words-report.ts"

const db = await freshDatabase()
const app = createApp(houseOf(db))
const at = {} as Record<PersonKey, Signed>
beforeAll(async () => {
  const desks = await desksIn(db)
  await decided(db, desks.lan)
  for (const [key, { body, role, name }] of Object.entries(people))
    at[key as PersonKey] = await signInAs(db, {
      bodySlug: body,
      role,
      name,
      email: `${key}2@mau.example`,
      body: bodies[body],
    })
})
const get = async (who: PersonKey, path: string) => {
  const answer = await app.request(path, { headers: at[who].headers })
  return { status: answer.status, to: answer.headers.get("location"), html: await answer.text() }
}
const period = "2023-H2"

describe("figures of a period, with scripts off", () => {
  test("who asks for figures is shown the half-year that runs", async () => {
    expect((await get("lan", paths.figures)).to).toBe(paths.period(period))
  })
  test("every figure of the outline stands there with its source, and the number is provisional", async () => {
    const { html } = await get("lan", paths.period(period))
    for (const { id } of allFigures()) expect(html).toContain(paths.figure(period, id))
    expect(html).toContain("Số liệu tạm tính đến 15/09/2023")
    expect(html).toContain("Đếm từ 15/06/2023 đến hết 15/09/2023; kỳ hết ngày 14/12/2023")
    expect(html).toContain("so với đúng 93 ngày đầu của kỳ trước (15/12/2022 – 17/03/2023)")
    expect(html).toContain("chưa có nguồn")
    expect(html).toContain("đếm từ hệ thống")
    expect(html).toMatch(/15\.000\.000\sđồng/)
  })
  test("whoever keeps the case opens the number down to it", async () => {
    const { html } = await get("lan", paths.figure(period, "III.1.3"))
    expect(html).toContain("Anh/chị mở được tất cả.")
    expect(html).toMatch(/href="\/vu-viec\/[0-9a-f-]{36}"/)
  })
  test("another agency sees the count, no record, and why", async () => {
    const { html } = await get("ngoai", paths.figure(period, "III.1.3"))
    expect(html).toContain("Quyết định xử phạt VPHC: 1 quyết định")
    expect(html).toContain("chỉ cơ quan giữ hồ sơ mở được")
    expect(html).not.toMatch(/href="\/vu-viec\/[0-9a-f-]{36}"/)
  })
  test("a part and a body of a figure open by an address of their own; one that it does not have narrows nothing", async () => {
    const paid = await get("lan", paths.figure(period, "III.1.4", "province", { part: "paid" }))
    expect(paid.html).not.toMatch(/href="\/vu-viec\/[0-9a-f-]{36}"/)
    const decided = await get("lan", paths.figure(period, "III.1.4", "province", { part: "decided" }))
    expect(decided.html).toContain("Đang lọc: theo quyết định.")
    expect(decided.html).toMatch(/href="\/vu-viec\/[0-9a-f-]{36}"/)
    const strange = await get("lan", paths.figure(period, "III.1.4", "province", { part: "x", body: "y" }))
    expect([strange.status, strange.html.includes("Đang lọc")]).toEqual([200, false])
  })
  test("what a running period is held against opens too, counted up to the same number of days", async () => {
    const { html } = await get("lan", paths.figure("2023-H1", "I.1", "province", { until: "2023-03-17" }))
    expect(html).toContain("Đếm từ 15/12/2022 đến hết 17/03/2023")
    expect(html).toContain("Chỉ đếm đến hết 17/03/2023, để so với một kỳ chưa hết.")
  })
  test("an enterprise counts its own records only, and the database refuses it the province's", async () => {
    const { html } = await get("tam", paths.period(period))
    expect(html).toContain("0 quyết định xử phạt")
    expect((await get("tam", paths.figure(period, "III.1.3"))).html).toContain("0 quyết định")
  })
  test("a period or figure that does not exist is a missing page", async () => {
    for (const path of [paths.period("2023-H3"), paths.figure(period, "IX.9")])
      expect((await get("lan", path)).status).toBe(404)
  })
  test("the figures leave as CSV and XLSX: numbers as numbers, what is unknown as an empty cell", async () => {
    const { html } = await get("lan", paths.sheet(period, "csv"))
    const rows = html.split("\r\n")
    expect(rows).toHaveLength(allFigures().length + 2)
    expect(rows.find((row) => row.startsWith("III.1.3,"))).toBe(
      "III.1.3,Quyết định xử phạt VPHC,quyết định,1,,,,đếm từ hệ thống",
    )
    expect(rows.find((row) => row.startsWith("III.2.4,"))).toBe(
      "III.2.4,Lượt tuần tra,lượt,,,,,chưa có nguồn",
    )
    const xlsx = await app.request(paths.sheet(period, "xlsx"), { headers: at.lan.headers })
    expect(xlsx.headers.get("content-type")).toContain("spreadsheetml")
  })
  test("every sentence is said in both languages", () => {
    expect([words, lockWords, reportWords, campaignWords].flatMap(gapsOf)).toEqual([])
  })
})

describe("the report writes itself", () => {
  test("the page shows the report with its figures, provisional, and says who may add to it", async () => {
    const { html } = await get("hoa", paths.report(period))
    expect(html).toContain("Báo cáo 6 tháng cuối năm 2023 đã viết sẵn từ số liệu")
    expect(html).toContain("Ra 1 quyết định xử phạt vi phạm hành chính.")
    expect(html).toContain("Cùng kỳ năm trước chưa có số liệu trong hệ thống")
    expect(html).toContain("(theo quyết định 15.000.000, đã nộp 0)")
    expect(html).toContain('name="IV"')
    expect((await get("lan", paths.report(period))).html).not.toContain('name="IV"')
  })
  test("what a clerk writes stands in the report of this period and scope only; who may not write is refused", async () => {
    const write = (who: PersonKey) =>
      app.request(paths.report(period), {
        method: "POST",
        headers: at[who].headers,
        body: new URLSearchParams({
          IV: "Thiếu thiết bị đo.\r\nThiếu người.",
          position: "Phó Giám đốc",
          signer: "Lê Văn Mẫu",
        }),
      })
    expect((await write("lan")).status).toBe(403)
    expect((await write("hoa")).status).toBe(303)
    expect((await get("lan", paths.report(period))).html).toContain("<p>Thiếu thiết bị đo.</p>")
    expect((await get("lan", paths.report("2023-H1"))).html).not.toContain("Thiếu thiết bị đo.")
    expect((await get("ngoai", paths.report(period))).html).not.toContain("Thiếu thiết bị đo.")
  })
  test("as PDF it reads as a báo cáo whose tables agree with the page, signed by the deputy for the head", async () => {
    const answer = await app.request(paths.reportFile(period, "pdf"), { headers: at.lan.headers })
    expect(answer.headers.get("content-type")).toBe("application/pdf")
    const { extractText, getDocumentProxy } = await import("unpdf")
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await answer.arrayBuffer())), {
      mergePages: true,
    })
    const flat = text.normalize("NFC").replace(/\s+/g, " ")
    for (const said of [
      "BÁO CÁO",
      "BC-STT",
      "KT. GIÁM ĐỐC",
      "Lê Văn Mẫu",
      "15.000.000",
      "Phụ lục",
      "Thiếu người.",
      "tạm tính đến ngày 15/09/2023",
    ])
      expect(flat).toContain(said)
  })
  test("as DOCX it is a word file with the same texts", async () => {
    const answer = await app.request(paths.reportFile(period, "docx"), { headers: at.lan.headers })
    const mammoth = await import("mammoth")
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await answer.arrayBuffer()) })
    expect(value).toContain("Thiếu thiết bị đo.")
    expect(value).toContain("Quyết định xử phạt VPHC")
  })
})
