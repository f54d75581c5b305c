import { beforeAll, describe, expect, test } from "vitest"
import { halfYearReport, longNames, provincialLetter } from "../testing/documents.ts"
import { type Line, linesOf, lineWith, measurePdf, mm, type Page } from "../testing/measure.ts"
import { officeProgram, printDocx } from "../testing/office.ts"
import type { OfficialDocumentInput } from "./model.ts"
import { writeDocx, writePdf } from "./writer.ts"

const sentence =
  "Các cơ quan, đơn vị chủ động phối hợp thực hiện nhiệm vụ được giao trước ngày 15 tháng 12 năm 2023."
const paragraphs = (count: number): OfficialDocumentInput["blocks"] =>
  Array.from({ length: count }, (_, i) => ({
    is: "paragraph",
    text: `${"Thực hiện ngay. ".repeat(i % 9)}${sentence} ${sentence}`,
  }))
const bodies = Array.from({ length: 60 }, (_, i) =>
  i % 3 === 0
    ? `Chi nhánh Tổng công ty Hạ tầng mạng tại địa bàn các huyện, thị xã, thành phố và khu công nghiệp số ${i}`
    : `Ủy ban nhân dân xã Ví Dụ ${i}`,
)
const contact = ["Địa chỉ: số 10 đường Ví Dụ, thành phố Hưng Yên; điện thoại: 0221.3000000"]
const signers = Array.from({ length: 8 }, (_, i) => ({
  inStead: i % 2 === 0 ? [] : [{ form: "KT" as const, of: "Trưởng ban Quản lý các khu công nghiệp tỉnh" }],
  position: i % 2 === 0 ? "Giám đốc" : "Phó Trưởng ban thường trực",
  name: `Nguyễn Thị Ví Dụ ${"ABCDEFGH"[i]}`,
}))
const money = "1.678.000.000"
const table: OfficialDocumentInput["blocks"][number] = {
  is: "table",
  columns: [
    { title: "TT", share: 0.5 },
    { title: "Nội dung", share: 5 },
    { title: "Số tiền", share: 0.6, align: "right" },
  ],
  rows: Array.from({ length: 70 }, (_, i) => [String(i + 1), `Thiệt hại theo lời người báo thứ ${i}`, money]),
}

const endings = [10, 11, 12, 13, 14, 15, 16, 17]
const documents = {
  "sixty recipients": {
    ...provincialLetter,
    ...{ urgency: "express", circulation: "internal", drafter: "NVA.(30)", contact },
    blocks: paragraphs(8),
    recipients: bodies,
  },
  "eight signers": { ...halfYearReport, blocks: paragraphs(6), signatures: signers },
  "the longest names": {
    ...halfYearReport,
    issuer: longNames,
    subject: `Kết quả phối hợp phòng, chống tội phạm ${"trong lĩnh vực viễn thông và công nghệ thông tin ".repeat(6)}`,
    blocks: [...paragraphs(2), table, ...paragraphs(1)],
  },
  ...Object.fromEntries(
    endings.map((count) => [`${count} paragraphs`, { ...provincialLetter, blocks: paragraphs(count) }]),
  ),
} satisfies Record<string, OfficialDocumentInput>
const names = Object.keys(documents) as (keyof typeof documents)[]
const inputs: readonly OfficialDocumentInput[] = Object.values(documents)

const office = officeProgram()
const forms = {
  "as PDF": async () => Promise.all(inputs.map(async (one) => measurePdf(await writePdf(one)))),
  ...(office !== null && {
    "as DOCX, printed by LibreOffice": async () =>
      printDocx(office, await Promise.all(inputs.map(writeDocx))),
  }),
}

// Without an office program `docx.test.ts` still judges what each paragraph and row asks for.
describe.each(Object.entries(forms))("a hard document %s", (_form, printAll) => {
  let printed: Map<string, Page[]>
  beforeAll(async () => {
    const pages = await printAll()
    printed = new Map(names.map((name, i) => [name, pages[i] ?? []]))
  }, 180_000)
  const pagesOf = (name: keyof typeof documents) => printed.get(name) ?? []

  test("no line leaves the paper's margins", () => {
    for (const page of [...printed.values()].flat()) {
      const lines = linesOf(page)
      expect(Math.min(...lines.map(({ x }) => mm(x)))).toBeGreaterThanOrEqual(29.5)
      expect(mm(page.width - Math.max(...lines.map(({ right }) => right)))).toBeGreaterThanOrEqual(14.5)
      expect(mm(page.height - Math.max(...lines.map(({ y }) => y)))).toBeGreaterThanOrEqual(9)
    }
  })

  test("no date is torn between two lines", () => {
    for (const { text } of [...printed.values()].flat().flatMap(linesOf)) {
      expect(text).not.toMatch(/(?:ngày|ngày \d{1,2}|tháng|tháng \d{1,2}|năm)$/u)
      expect(text).not.toMatch(/^(?:\d{1,2} tháng|tháng \d|năm \d{4})/u)
    }
  })

  test("pages are numbered in the top margin from the second on", () => {
    for (const pages of printed.values()) {
      const tops = pages.map((page) => linesOf(page).filter(({ y }) => mm(y) < 20))
      expect(tops.map((lines) => lines.map(({ text }) => text.trim()).join())).toEqual(
        pages.map((_, i) => (i === 0 ? "" : String(i + 1))),
      )
    }
  })

  test("wherever the page ends, whoever signs has words of the body above on the same page", () => {
    for (const count of endings) {
      const last = pagesOf(`${count} paragraphs` as keyof typeof documents).at(-1)
      const signed = lineWith(last, "TM. ỦY BAN NHÂN DÂN")
      const above = linesOf(last as Page).filter(({ y, text }) => y < signed.y - 5 && !/^\d+$/.test(text))
      expect(above.length, `${count} paragraphs`).toBeGreaterThan(0)
      expect(lineWith(last, "Trần Văn Mẫu").y).toBeGreaterThan(signed.y)
    }
  })

  test("sixty recipients are all named, in order, and the signature stands beside the first of them", () => {
    const pages = pagesOf("sixty recipients")
    const said = pages.flatMap(linesOf).map(({ text }) => text)
    const at = bodies.map((body) => said.findIndex((text) => text.startsWith(`- ${body.slice(0, 20)}`)))
    expect(at.every((place) => place >= 0)).toBe(true)
    const signedOn = pages.findIndex((page) =>
      linesOf(page).some(({ text }) => text.includes("Trần Văn Mẫu")),
    )
    expect(lineWith(pages[signedOn], "Nơi nhận:").y).toBeLessThan(lineWith(pages[signedOn], "Trần Văn Mẫu").y)
    expect(said.findLastIndex((text) => text.includes("NVA.(30)"))).toBeGreaterThan(Math.max(...at))
  })

  test("of two who sign side by side the names stand on one line; no office stands without its name", () => {
    const pages = pagesOf("eight signers")
    for (const pair of ["AB", "CD", "EF", "GH"]) {
      const [left, right] = [...pair].map((letter) => find(pages, `Nguyễn Thị Ví Dụ ${letter}`))
      expect(left?.page).toBe(right?.page)
      expect(left?.line.y).toBeCloseTo(right?.line.y ?? 0, 0)
    }
    for (const page of pages) {
      const lines = linesOf(page)
      const count = (words: RegExp) => lines.filter(({ text }) => words.test(text)).length
      expect(count(/GIÁM ĐỐC/)).toBe(count(/Ví Dụ [ACEG]/))
    }
  })

  test("a long table repeats its head on each of its pages, and a sum of ten digits is not broken", () => {
    const pages = pagesOf("the longest names").filter((page) => linesOf(page).some(hasMoney))
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) lineWith(page, "Nội dung")
    expect(pages.flatMap(linesOf).filter(hasMoney)).toHaveLength(70)
  })

  test("the longest names of bodies do not run into Quốc hiệu", () => {
    const [page] = pagesOf("the longest names")
    const [nation, number] = [lineWith(page, "CỘNG HÒA"), lineWith(page, "Số:")]
    const left = linesOf(page as Page).filter(({ y, x }) => y < number.y - 5 && x < nation.x - 5)
    expect(left.length).toBeGreaterThan(4)
    for (const { right } of left) expect(right).toBeLessThan(nation.x)
  })
})

const hasMoney = ({ text }: Line) => text.includes(money)

function find(pages: readonly Page[], words: string): { page: number; line: Line } {
  const page = pages.findIndex((one) => linesOf(one).some(({ text }) => text.includes(words)))
  return { page, line: lineWith(pages[page], words) }
}
