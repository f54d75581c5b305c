import { describe, expect, test } from "vitest"
import { decision, halfYearReport, provincialLetter } from "../testing/documents.ts"
import { linesOf, lineWith, measurePdf, type Page } from "../testing/measure.ts"
import type { OfficialDocumentInput } from "./model.ts"
import { writePdf } from "./writer.ts"

/** Sentences whose date falls on every place of a line in turn. */
const paragraphs = (count: number, words: number): OfficialDocumentInput["blocks"] =>
  Array.from({ length: count }, (_, i) => ({
    is: "paragraph",
    text: `${"Các cơ quan phối hợp chặt chẽ ".repeat(1 + ((i + words) % 5))}hoàn thành trước ngày ${10 + (i % 19)} tháng ${1 + (i % 12)} năm 2023 theo kế hoạch.`,
  }))

const head = { number: "12", date: "2023-09-05" }
const kinds: Readonly<Record<string, OfficialDocumentInput>> = {
  report: { ...halfYearReport, ...head },
  submission: {
    ...halfYearReport,
    ...head,
    kind: "submission",
    symbol: "TTr-STTTT",
    urgency: "express",
    signatures: [{ inStead: [{ form: "KT", of: "Giám đốc" }], position: "Phó Giám đốc", name: "Lê Thị Thử" }],
  },
  plan: { ...provincialLetter, ...head, kind: "plan", symbol: "KH-UBND", addressees: [], urgency: "urgent" },
  decision: { ...decision, ...head, annexes: [] },
  announcement: {
    ...provincialLetter,
    ...head,
    kind: "announcement",
    symbol: "TB-VP",
    addressees: [],
    urgency: "very-urgent",
    signatures: [
      { inStead: [{ form: "TUQ", of: "Chánh Văn phòng" }], position: "Trưởng phòng", name: "Đỗ Văn Mẫu" },
    ],
  },
}
const names: Readonly<Record<string, string>> = {
  report: "BÁO CÁO",
  submission: "TỜ TRÌNH",
  plan: "KẾ HOẠCH",
  decision: "QUYẾT ĐỊNH",
  announcement: "THÔNG BÁO",
}
const offices: Readonly<Record<string, readonly string[]>> = {
  report: ["GIÁM ĐỐC"],
  submission: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
  plan: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
  decision: ["Q. CHỦ TỊCH"],
  announcement: ["TUQ. CHÁNH VĂN PHÒNG", "TRƯỞNG PHÒNG"],
}
const marks: Readonly<Record<string, string>> = {
  submission: "HỎA TỐC",
  plan: "KHẨN",
  announcement: "THƯỢNG KHẨN",
}

describe.each(Object.keys(kinds))("a %s", (kind) => {
  const document = kinds[kind] as OfficialDocumentInput
  const written = async (count: number) =>
    measurePdf(await writePdf({ ...document, blocks: paragraphs(count, count) }))

  test("bears its kind in bold capitals of 14 points in the middle, its urgency framed, its form of signing in capitals", async () => {
    const [page] = await written(3)
    const lines = linesOf(page as Page)
    const title = lines.find(({ text }) => text === names[kind])
    expect(title).toMatchObject({ size: 14, font: expect.stringContaining("Bold") })
    expect(lines.map(({ text }) => text)).toEqual(expect.arrayContaining([...(offices[kind] ?? [])]))
    const mark = marks[kind]
    if (mark !== undefined) expect(lineWith(page, mark)).toMatchObject({ size: 13 })
  })

  test("wherever its page ends, the signature has words above it, and no date is torn between two lines", async () => {
    for (let count = 10; count <= 26; count += 2) {
      const pages = await written(count)
      const last = pages.at(-1) as Page
      const signed = lineWith(last, offices[kind]?.[0] ?? "")
      const above = linesOf(last).filter(({ y, text }) => y < signed.y - 5 && !/^\d+$/.test(text))
      expect(above.length, `${count} paragraphs`).toBeGreaterThan(0)
      for (const { text } of pages.flatMap(linesOf)) {
        expect(text).not.toMatch(/(?:ngày|ngày \d{1,2}|tháng|tháng \d{1,2}|năm)$/u)
        expect(text).not.toMatch(/^(?:\d{1,2} tháng|tháng \d|năm \d{4})/u)
      }
    }
  })
})
