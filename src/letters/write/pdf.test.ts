import { beforeAll, describe, expect, test } from "vitest"
import * as documents from "../testing/documents.ts"
import { linesOf, lineWith, measurePdf, middleOf, mm, type Page } from "../testing/measure.ts"
import { officialDocument } from "./model.ts"
import { writePdf } from "./writer.ts"

const { provincialLetter, halfYearReport, referral, visitMinutes, decision, chartedReport, longNames } =
  documents

describe("a công văn as PDF is laid out as Phụ lục I of Nghị định 30/2020/NĐ-CP says", () => {
  let page: Page
  beforeAll(async () => {
    const pages = await measurePdf(await writePdf({ ...provincialLetter, urgency: "urgent" }))
    expect(pages).toHaveLength(1)
    page = pages[0] as Page
  })

  test("the paper is A4 and every line stands inside the margins of 20-25, 20-25, 30-35 and 15-20 mm", () => {
    expect([mm(page.width), mm(page.height)].map(Math.round)).toEqual([210, 297])
    const lines = linesOf(page)
    const left = Math.min(...lines.map(({ x }) => mm(x)))
    const right = Math.max(...lines.map((line) => mm(line.right)))
    expect(left).toBeGreaterThanOrEqual(29.9)
    expect(left).toBeLessThanOrEqual(35)
    expect(210 - right).toBeGreaterThanOrEqual(14.8)
    expect(210 - right).toBeLessThanOrEqual(20)
    expect(Math.min(...lines.map(({ y }) => mm(y)))).toBeGreaterThanOrEqual(20)
    expect(Math.max(...lines.map(({ y }) => mm(y)))).toBeLessThanOrEqual(297 - 20)
  })

  test("Quốc hiệu is 12-13 points and bold, on one line at the right; Tiêu ngữ 13-14 and bold, centred under it", () => {
    const nation = lineWith(page, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    const motto = lineWith(page, "Độc lập - Tự do - Hạnh phúc")
    expect(nation).toMatchObject({ size: 12, font: expect.stringContaining("Tinos-Bold") })
    expect(motto).toMatchObject({ size: 13, font: expect.stringContaining("Tinos-Bold") })
    expect(nation.x).toBeGreaterThan(page.width * 0.4)
    expect(middleOf(motto)).toBeCloseTo(middleOf(nation), 0)
    expect(motto.y).toBeGreaterThan(nation.y)
  })

  test("the issuing body is in bold capitals beside Quốc hiệu, and its place's name is not torn", () => {
    const first = lineWith(page, "ỦY BAN NHÂN DÂN")
    const second = lineWith(page, "TỈNH HƯNG YÊN")
    expect(first).toMatchObject({ size: 12, font: expect.stringContaining("Tinos-Bold") })
    expect(first.y).toBeCloseTo(lineWith(page, "CỘNG HÒA").y, 0)
    expect(middleOf(second)).toBeCloseTo(middleOf(first), 0)
  })

  test("number and place stand on one line: 13 points, the number with its zero, the place and date in italics", () => {
    const number = lineWith(page, "Số:")
    const date = lineWith(page, "Hưng Yên, ngày")
    expect(number.text).toBe("Số: 07/UBND-KGVX")
    expect(date.text).toBe("Hưng Yên, ngày 05 tháng 9 năm 2023")
    expect(date).toMatchObject({ size: 13, font: expect.stringContaining("Tinos-Italic") })
    expect(number).toMatchObject({ size: 13, font: expect.stringContaining("Tinos-Regular") })
    expect(number.y).toBeCloseTo(date.y, 0)
    expect(middleOf(date)).toBeCloseTo(middleOf(lineWith(page, "Độc lập")), 0)
  })

  test("the subject stands under the number, 12-13 points, centred, and the urgency mark under it in capitals", () => {
    const about = lineWith(page, "V/v tăng cường")
    const number = lineWith(page, "Số:")
    expect(about).toMatchObject({ size: 12, font: expect.stringContaining("Tinos-Regular") })
    expect(middleOf(about)).toBeCloseTo(middleOf(number), 0)
    expect(about.y).toBeGreaterThan(number.y + 12)
    expect(lineWith(page, "KHẨN")).toMatchObject({ size: 13, font: expect.stringContaining("Tinos-Bold") })
  })

  test("several addressees stand one a line, with a dash, a semicolon, and a point at the last", () => {
    const list = linesOf(page).filter(({ text }) => /^- (Các|UBND) /.test(text))
    expect(list.map(({ text }) => text)).toEqual([
      "- Các sở, ban, ngành tỉnh;",
      "- UBND huyện, thị xã, thành phố;",
      "- Các doanh nghiệp viễn thông, công nghệ thông tin.",
    ])
    expect(lineWith(page, "Kính gửi:").y).toBeLessThan(list[0]?.y ?? 0)
  })

  test("the body is 13-14 points, its first lines begin 1-1.27 cm in, its paragraphs end at one right edge", () => {
    const first = lineWith(page, "Sau khi xem xét")
    expect(first.size).toBe(14)
    expect(mm(first.x)).toBeCloseTo(30 + 12.7, 0)
    expect(210 - mm(first.right)).toBeCloseTo(15, 0)
    expect(linesOf(page).some(({ text }) => text.endsWith("nghiệp./."))).toBe(true)
  })

  test("who signs is in bold capitals line by line, the name under them; the recipients at the left, 12 and 11 points", () => {
    const lines = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Mẫu"].map((words) =>
      lineWith(page, words),
    )
    for (const line of lines) {
      expect(line).toMatchObject({ size: 14, font: expect.stringContaining("Tinos-Bold") })
      expect(middleOf(line)).toBeCloseTo(middleOf(lines[0] ?? line), 0)
    }
    expect(lines.map(({ y }) => y)).toEqual([...lines.map(({ y }) => y)].sort((a, b) => a - b))
    expect(lineWith(page, "Nơi nhận:")).toMatchObject({
      size: 12,
      font: expect.stringContaining("BoldItalic"),
    })
    expect(lineWith(page, "- Như trên;")).toMatchObject({ size: 11, x: expect.closeTo((30 * 72) / 25.4, 0) })
    expect(lineWith(page, "- Lưu: VT, KGVX.").size).toBe(11)
  })

  test("no font but the embedded one is used", () => {
    for (const { font } of page.ink) expect(font).toContain("Tinos-")
  })
})

describe("on paper nothing falls apart", () => {
  const filler = (sentences: number) => ({
    is: "paragraph" as const,
    text: "Các cơ quan, đơn vị chủ động phối hợp thực hiện nhiệm vụ được giao. ".repeat(sentences),
  })

  test("the page number stands centred in the top margin from the second page on", async () => {
    const blocks = Array.from({ length: 12 }, () => filler(8))
    const pages = await measurePdf(await writePdf({ ...provincialLetter, blocks }))
    expect(pages.length).toBeGreaterThan(1)
    const inTop = pages.map((page) => linesOf(page).filter(({ y }) => mm(y) < 20))
    expect(inTop[0]).toEqual([])
    for (const [i, lines] of inTop.entries()) {
      if (i === 0) continue
      expect(lines.map(({ text }) => text)).toEqual([String(i + 1)])
      expect(mm(middleOf(lines[0] as (typeof lines)[0]))).toBeCloseTo(30 + (210 - 45) / 2, 0)
      expect(lines[0]?.size).toBe(13)
    }
  })

  test("wherever the page ends, the signature has words of the body above it on its page", async () => {
    for (let length = 18; length <= 34; length += 1) {
      const blocks = [...Array.from({ length }, () => filler(1)), filler(4)]
      const pages = await measurePdf(await writePdf({ ...provincialLetter, blocks }))
      const last = pages.at(-1) as Page
      const signed = lineWith(last, "TM. ỦY BAN NHÂN DÂN")
      const above = linesOf(last).filter(({ y, text }) => y < signed.y - 5 && !/^\d+$/.test(text))
      expect(above.length, `${length} paragraphs`).toBeGreaterThan(0)
      expect(lineWith(last, "Trần Văn Mẫu").y).toBeGreaterThan(signed.y)
    }
  })

  test("a date is never torn at a line's end, wherever in the line it falls", async () => {
    const blocks = Array.from({ length: 30 }, (_, i) => ({
      is: "paragraph" as const,
      text: `${"ab ".repeat(i + 12)}ngày 15 tháng 12 năm 2023 theo khoản 2 Điều 15 là hết hạn`,
    }))
    const pages = await measurePdf(await writePdf({ ...provincialLetter, blocks }))
    const lines = pages.flatMap(linesOf).filter(({ text }) => /tháng 12|khoản|Điều/.test(text))
    expect(lines.length).toBeGreaterThanOrEqual(30)
    expect(lines.filter(({ text }) => /(ngày|ngày 15|tháng|tháng 12|năm|khoản|Điều)$/.test(text))).toEqual([])
  })

  test("what a person typed is printed as typed: no sign of it is taken for a command", async () => {
    const text = '- #set page() *đậm* _nghiêng_ $x$ <nhãn> @ai // [ ] \\ "thẳng" =tiêu đề'
    const [page] = await measurePdf(
      await writePdf({
        ...provincialLetter,
        blocks: [
          { is: "paragraph", text, align: "left" },
          { is: "paragraph", text: "Hết" },
        ],
      }),
    )
    expect(
      linesOf(page as Page)
        .map((line) => line.text)
        .join(" "),
    ).toContain(text)
  })

  test("how urgent and for whom stand framed under the number; the drafter under the recipients; the address at the foot of page one", async () => {
    const contact = ["Địa chỉ: số 10 đường Ví Dụ, thành phố Hưng Yên; điện thoại: 0221.3000000"]
    const blocks = Array.from({ length: 12 }, () => filler(8))
    const more = { urgency: "express", circulation: "internal", drafter: "NVA.(30)", contact } as const
    const pages = await measurePdf(await writePdf({ ...provincialLetter, ...more, blocks }))
    const [first, last] = [pages[0], pages.at(-1)]
    const marks = ["HỎA TỐC", "LƯU HÀNH NỘI BỘ"].map((words) => lineWith(first, words))
    for (const mark of marks) expect(mark).toMatchObject({ size: 13, font: expect.stringContaining("Bold") })
    expect(marks[1]?.y).toBeGreaterThan((marks[0]?.y ?? 0) + 13)
    const address = lineWith(first, "Địa chỉ:")
    expect(address.size).toBe(11)
    expect(mm(middleOf(address))).toBeCloseTo(30 + 165 / 2, 0)
    expect(address.y).toBe(Math.max(...linesOf(first as Page).map(({ y }) => y)))
    expect(mm((first?.height ?? 0) - address.y)).toBeGreaterThan(20)
    for (const page of pages.slice(1))
      expect(page.ink.some(({ text }) => text.startsWith("Địa chỉ"))).toBe(false)
    expect(lineWith(last, "NVA.(30)")).toMatchObject({ size: 11 })
    expect(lineWith(last, "NVA.(30)").y).toBeGreaterThan(lineWith(last, "- Lưu").y)
  })

  test("a day that is not known yet leaves room for the pen", async () => {
    const [page] = await measurePdf(await writePdf({ ...provincialLetter, number: null, date: "2023-07" }))
    const [day, month] = [lineWith(page, "Hưng Yên, ngày"), lineWith(page, "tháng 7 năm 2023")]
    expect(month.y).toBeCloseTo(day.y, 1)
    expect(mm(month.x - day.right)).toBeGreaterThan(5)
    const [number, symbol] = [lineWith(page, "Số:"), lineWith(page, "/UBND-KGVX")]
    expect(symbol.y).toBeCloseTo(number.y, 1)
    expect(mm(symbol.x - number.right)).toBeGreaterThan(5)
  })
})

describe("every kind of document", () => {
  const all = Object.entries({ provincialLetter, halfYearReport, referral, visitMinutes, decision })

  test.each(all)("%s: each word that was written is on the paper", async (_name, input) => {
    const pages = await measurePdf(await writePdf(input))
    const said = plain(pages.flatMap(({ ink }) => ink.map(({ text }) => text)).join(""))
    const document = officialDocument.parse(input)
    const { issuer, blocks, annexes, grounds, recipients, addressees, subject } = document
    const named = [issuer.name, issuer.parent ?? "", subject, ...addressees, ...grounds, ...recipients]
    const signed = document.signatures.flatMap(({ position, name }) => [position, name ?? ""])
    for (const text of [...named, ...signed, ...textsOf(blocks), ...textsOf(annexes)]) {
      expect(said).toContain(plain(text))
    }
  })

  test.each(all)("%s: no line leaves the margins", async (_name, input) => {
    for (const page of await measurePdf(await writePdf(input))) {
      const lines = linesOf(page)
      expect(Math.min(...lines.map(({ x }) => mm(x)))).toBeGreaterThanOrEqual(29.9)
      expect(mm(page.width - Math.max(...lines.map(({ right }) => right)))).toBeGreaterThanOrEqual(14.8)
      expect(mm(page.height - Math.max(...lines.map(({ y }) => y)))).toBeGreaterThanOrEqual(20)
    }
  })

  test.each(all.slice(1))(
    "%s: its kind stands in bold capitals, its subject in bold under it, centred",
    async (_name, input) => {
      const [page] = await measurePdf(await writePdf(input))
      const kinds = {
        report: "BÁO CÁO",
        referral: "PHIẾU CHUYỂN",
        minutes: "BIÊN BẢN",
        decision: "QUYẾT ĐỊNH",
      }
      const kind = lineWith(page, kinds[input.kind as keyof typeof kinds])
      const about = lineWith(page, input.subject.split(" ").slice(0, 4).join(" "))
      for (const line of [kind, about]) {
        expect(line).toMatchObject({ size: 14, font: expect.stringContaining("Tinos-Bold") })
        expect(mm(middleOf(line))).toBeCloseTo(30 + 165 / 2, 0)
      }
      expect(about.y).toBeGreaterThan(kind.y)
    },
  )

  test.each([
    ["submission", "TỜ TRÌNH", "TTr"],
    ["plan", "KẾ HOẠCH", "KH"],
    ["announcement", "THÔNG BÁO", "TB"],
  ] as const)("%s is called %s on its face", async (kind, name, short) => {
    const [page] = await measurePdf(await writePdf({ ...halfYearReport, kind, symbol: `${short}-STTTT` }))
    expect(lineWith(page, name)).toMatchObject({ size: 14, text: name })
    expect(lineWith(page, "Số:").text).toBe(`Số: 841/${short}-STTTT`)
  })

  test("grounds are in italics, each ends with a semicolon, the last with a point", async () => {
    const [page] = await measurePdf(await writePdf(decision))
    expect(lineWith(page, "Căn cứ Luật Viễn thông")).toMatchObject({
      size: 14,
      font: expect.stringContaining("Tinos-Italic"),
      text: "Căn cứ Luật Viễn thông ngày 23 tháng 11 năm 2009;",
    })
    expect(lineWith(page, "ngày 01 tháng 9 năm 2023").text.endsWith("2023.")).toBe(true)
    expect(lineWith(page, "QUYẾT ĐỊNH:").y).toBeGreaterThan(lineWith(page, "Căn cứ Luật Viễn thông").y)
    expect(lineWith(page, "Q. CHỦ TỊCH").font).toContain("Tinos-Bold")
  })

  test("a document's number is not torn after its slash", async () => {
    const blocks = Array.from({ length: 30 }, (_, i) => ({
      is: "paragraph" as const,
      text: `${"ab ".repeat(i + 12)}45/TTr-STTTT và 30/2020/NĐ-CP là hai số và ký hiệu`,
    }))
    const pages = await measurePdf(await writePdf({ ...provincialLetter, blocks }))
    const lines = pages.flatMap(linesOf).map(({ text }) => text)
    expect(lines.filter((text) => text.includes("45/TTr-STTTT"))).toHaveLength(30)
    expect(lines.filter((text) => text.includes("30/2020/NĐ-CP"))).toHaveLength(30)
  })

  test("a table of many rows repeats its head on each page and tears no row", async () => {
    const pages = await measurePdf(await writePdf(halfYearReport))
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) lineWith(page, "Đơn vị")
    const last = linesOf(pages[0] as Page).filter(({ y }) => mm(y) > 250)
    expect(last.length).toBeGreaterThan(0)
  })

  test("an annex begins on a page of its own, counts its own pages, and lies on its side when it asks to", async () => {
    const pages = await measurePdf(await writePdf(decision))
    const annexes = pages.filter(({ ink }) => ink.some(({ text }) => text.startsWith("Phụ lục I")))
    expect(annexes.map(({ width, height }) => width > height)).toEqual([false, true])
    expect(lineWith(annexes[0], "DANH SÁCH").size).toBe(14)
    expect(lineWith(annexes[0], "(Kèm theo Quyết định số").font).toContain("Tinos-Italic")
    const numbers = pages.map((page) => linesOf(page).find(({ y }) => mm(y) < 20)?.text ?? null)
    expect(numbers).toEqual([null, null, null, "2"])
  })

  test("a table that ends the body leaves its last rows above the signature", async () => {
    for (let rows = 26; rows <= 40; rows += 1) {
      const [first] = halfYearReport.blocks
      const [, table] = first.blocks
      const short = { ...table, rows: table.rows.slice(0, rows), note: undefined }
      const pages = await measurePdf(await writePdf({ ...halfYearReport, blocks: [short] }))
      const last = pages.at(-1)
      expect(lineWith(last, table.rows[rows - 1]?.[1]?.slice(0, 20) ?? "").y).toBeLessThan(
        lineWith(last, "GIÁM ĐỐC").y,
      )
    }
  })

  test("a chart says each figure in numbers, has its categories and its legend, and stays on one page", async () => {
    const pages = await measurePdf(await writePdf(chartedReport))
    const said = pages.flatMap(({ ink }) => ink.map(({ text }) => text.trim()))
    for (const number of ["1.284", "1.511", "412", "88,5", "-2,5", "95,4"]) expect(said).toContain(number)
    for (const words of ["Tiếp nhận", "Đã xử lý", "Đúng hạn", "Đầu tư tiền ảo, sàn giao dịch giả"]) {
      expect(said).toContain(words)
    }
    const bars = pages.findIndex(({ ink }) => ink.some(({ text }) => text.startsWith("Hình 2")))
    lineWith(pages[bars], "Giả danh cơ quan công an")
  })

  test("minutes are signed side by side, the recipients on the same page", async () => {
    const page = (await measurePdf(await writePdf(visitMinutes))).at(-1)
    const [left, right] = [lineWith(page, "THƯ KÝ"), lineWith(page, "CHỦ TỌA")]
    expect(left.y).toBeCloseTo(right.y, 1)
    expect(left.right).toBeLessThan(right.x)
    expect(lineWith(page, "Nơi nhận:").y).toBeGreaterThan(lineWith(page, "Hoàng Văn Giả Định").y)
    lineWith(page, "Cuộc họp kết thúc vào 10 giờ 15, ngày 15 tháng 9 năm 2023./.")
  })

  test("the longest names of the province stay in their column and do not run into Quốc hiệu", async () => {
    const [page] = await measurePdf(await writePdf({ ...provincialLetter, issuer: longNames }))
    const nation = lineWith(page, "CỘNG HÒA")
    const number = lineWith(page, "Số:")
    const names = linesOf(page as Page).filter(({ y, x }) => y < number.y - 5 && x < nation.x - 5)
    expect(plain(names.map(({ text }) => text).join(""))).toBe(plain(longNames.parent + longNames.name))
    for (const { right } of names) expect(right).toBeLessThan(nation.x)
  })
})

/** Letters only: capitals, line breaks and spaces are the layout's. */
const plain = (text: string) =>
  text
    .replace(/[\s\u00a0]+/g, "")
    .replace(/[.;]+/g, "")
    .toLocaleUpperCase("vi")

/** Every sentence, cell and caption below. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => (typeof one === "string" ? [one] : textsOf(one)))
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    typeof one === "string"
      ? ["text", "title", "caption", "note"].includes(key)
        ? [one]
        : []
      : textsOf(one),
  )
}
