import { strFromU8, unzipSync } from "fflate"
import mammoth from "mammoth"
import sharp from "sharp"
import { beforeAll, describe, expect, test } from "vitest"
import { chartedReport, decision, halfYearReport, provincialLetter } from "../testing/documents.ts"
import { docxParagraphs, docxParts, lineWith, measurePdf, mm } from "../testing/measure.ts"
import { writeDocx, writePdf } from "./writer.ts"

describe("a công văn as DOCX", () => {
  let parts: ReturnType<typeof docxParts>
  let docx: Uint8Array
  beforeAll(async () => {
    docx = await writeDocx({ ...provincialLetter, urgency: "express" })
    parts = docxParts(docx)
  })

  test("is A4 with the decree's margins, and its first page carries no number", () => {
    const mm = (twips: string | undefined) => Math.round((Number(twips) / 20 / 72) * 25.4)
    const attribute = (name: string) => mm(new RegExp(`w:${name}="(\\d+)"`).exec(sectionOf(parts.body))?.[1])
    expect(["w", "h", "top", "bottom", "left", "right"].map(attribute)).toEqual([210, 297, 20, 20, 30, 15])
    expect(sectionOf(parts.body)).toContain("<w:titlePg/>")
    expect(parts.header).toContain('<w:instrText xml:space="preserve">PAGE</w:instrText>')
    expect(parts.header).toContain('<w:pStyle w:val="pageNumber"/>')
  })

  test("names Times New Roman in every style, and nothing else", () => {
    const fonts = [...parts.styles.matchAll(/w:(?:ascii|hAnsi|cs|eastAsia)="([^"]+)"/g)].map(
      ([, font]) => font,
    )
    expect(new Set(fonts)).toEqual(new Set(["Times New Roman"]))
    expect(parts.body).not.toContain("<w:rFonts")
  })

  test("each paragraph has a style of its own name, none is dressed by hand", () => {
    const styles = new Set([...parts.styles.matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id))
    for (const { style, text } of docxParagraphs(parts.body)) {
      expect(styles, text).toContain(style)
    }
    expect(parts.body).not.toContain("<w:sz ")
  })

  test("says the same words in the same places as the law names them", () => {
    const said = docxParagraphs(parts.body).filter(({ text }) => text !== "")
    const textOf = (style: string) => said.filter((one) => one.style === style).map(({ text }) => text)
    expect(textOf("nation")).toEqual(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
    expect(textOf("motto")).toEqual(["Độc lập - Tự do - Hạnh phúc"])
    expect(textOf("issuer")).toEqual(["ỦY BAN NHÂN DÂN", "TỈNH HƯNG YÊN"])
    expect(textOf("number")).toEqual(["Số: 07/UBND-KGVX"])
    expect(textOf("placeDate")).toEqual(["Hưng Yên, ngày 05 tháng 9 năm 2023"])
    expect(textOf("urgency")).toEqual(["HỎA TỐC"])
    expect(textOf("signature")).toEqual(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"])
    expect(textOf("signer")).toEqual(["Trần Văn Mẫu"])
    expect(textOf("recipient").at(-1)).toBe("- Lưu: VT, KGVX.")
  })

  test("sizes are the decree's: 12 and 13 in the head, 14 in the body, 12 and 11 for the recipients", () => {
    const sizes = Object.fromEntries(
      [...parts.styles.matchAll(/w:styleId="([^"]+)".*?<\/w:style>/gs)].flatMap(([xml, id]) => {
        const size = /<w:sz w:val="([\d.]+)(pt)?"/.exec(xml)
        return size === null ? [] : [[id, Number(size[1]) / (size[2] === "pt" ? 1 : 2)]]
      }),
    )
    expect(sizes).toMatchObject({ nation: 12, motto: 13, issuer: 12, number: 13, placeDate: 13, about: 12 })
    expect(sizes).toMatchObject({ body: 14, signature: 14, signer: 14, recipientsLead: 12, recipient: 11 })
  })

  test("the last words stay on the page of the signature, whose row is not torn", () => {
    const body = docxParagraphs(parts.body).filter(({ style }) => style === "body")
    expect(body.at(-1)?.text.endsWith("./.")).toBe(true)
    expect(body.at(-1)?.xml).toContain("<w:keepNext/>")
    const closing = parts.body.slice(parts.body.lastIndexOf("<w:tbl>"))
    expect(closing).toContain("<w:cantSplit/>")
  })

  test("dates hold together by no-break spaces", () => {
    expect(parts.body).toContain("ngày\u00a015\u00a0tháng\u00a012\u00a0năm\u00a02023")
  })

  test("another program reads the words back in order", async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx) })
    const places = [
      "Kính gửi:",
      "Sau khi xem xét",
      "1. Các sở",
      "2. Sở Thông tin",
      "Nơi nhận:",
      "Trần Văn Mẫu",
    ]
    const found = places.map((words) => value.indexOf(words))
    expect(found).toEqual([...found].sort((a, b) => a - b))
    expect(found).not.toContain(-1)
  })
})

describe("a DOCX of another kind", () => {
  test("a chart is Word's own: its figures can be opened, and are read aloud", async () => {
    const files = unzipSync(await writeDocx(chartedReport))
    const charts = Object.keys(files).filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name))
    expect(charts).toHaveLength(3)
    const drawn = charts.map((name) => strFromU8(files[name] ?? new Uint8Array())).join("")
    for (const value of ["1284", "1511", "412", "88.5", "-2.5"])
      expect(drawn).toContain(`<c:v>${value}</c:v>`)
    expect(drawn).toContain("Times New Roman")
    const body = docxParts(await writeDocx(chartedReport)).body
    expect(body).toContain("Tháng 6 1.511")
  })

  test("the body's address stands under a rule at the foot of the first page only", async () => {
    const contact = ["Địa chỉ: số 10 đường Ví Dụ", "Thư điện tử: vanphong@mau.example"]
    const files = unzipSync(await writeDocx({ ...provincialLetter, contact, drafter: "NVA.(30)" }))
    const footer = strFromU8(files["word/footer1.xml"] ?? new Uint8Array())
    for (const words of contact) expect(footer).toContain(words)
    expect(footer).toContain("<w:top ")
    const body = strFromU8(files["word/document.xml"] ?? new Uint8Array())
    expect(body.match(/<w:footerReference w:type="(\w+)"/)?.[1]).toBe("first")
    expect(body.match(/<w:footerReference/g)).toHaveLength(1)
    expect(docxParagraphs(body).find(({ style }) => style === "drafter")?.text).toBe("NVA.(30)")
  })

  test("a picture keeps its proportions and says what it shows", async () => {
    const png = new Uint8Array(
      await sharp({ create: { width: 300, height: 150, channels: 3, background: "#1f4e79" } })
        .png()
        .toBuffer(),
    )
    const says = "Bản đồ các xã của tỉnh"
    const blocks = [
      { is: "picture" as const, png, widthMm: 100, caption: "Hình 1", says },
      { is: "paragraph" as const, text: "Hết" },
    ]
    const { body } = docxParts(await writeDocx({ ...provincialLetter, blocks }))
    const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(body) ?? []
    expect(Number(width) / 36_000).toBeCloseTo(100, 0)
    expect(Number(width) / Number(height)).toBeCloseTo(2, 1)
    expect(body).toContain(`descr="${says}"`)
    const [page] = await measurePdf(await writePdf({ ...provincialLetter, blocks }))
    expect(lineWith(page, "Hết./.").y - lineWith(page, "Hình 1").y).toBeLessThan(40)
    expect(mm(lineWith(page, "Hình 1").y)).toBeGreaterThan(50 + 60)
  })

  test("a long table repeats its head on each page and tears no row of ordinary length", async () => {
    const { body } = docxParts(await writeDocx(halfYearReport))
    const table = body.slice(body.indexOf("Bảng 1."), body.indexOf("Nguồn:"))
    expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(table.match(/<w:cantSplit\/>/g)).toHaveLength(61)
  })

  test("an annex is a section of its own that counts its pages from 1 and may lie on its side", async () => {
    const { body } = docxParts(await writeDocx(decision))
    const sections = [...body.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([xml]) => xml)
    expect(sections).toHaveLength(3)
    expect(sections.every((xml) => xml.includes('<w:pgNumType w:start="1"/>'))).toBe(true)
    expect(sections.map((xml) => /w:orient="(\w+)"/.exec(xml)?.[1])).toEqual([
      "portrait",
      "portrait",
      "landscape",
    ])
    const [width, height] = [/w:w="(\d+)"/, /w:h="(\d+)"/].map((size) =>
      Number(size.exec(sections[2] ?? "")?.[1]),
    )
    expect(width).toBeGreaterThan(height ?? 0)
  })
})

const sectionOf = (body: string) => body.slice(body.lastIndexOf("<w:sectPr"))
