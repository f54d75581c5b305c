import { readFileSync } from "node:fs"
import { strToU8, zipSync } from "fflate"
import { expect, test } from "vitest"
import { readLetter } from "../aside.ts"
import { readFileBytes } from "../letter.ts"
import { Refusal } from "../refusal.ts"
import { mendSyllables } from "./syllables.ts"

const fixture = (file: string) => readFileSync(new URL(`../../fixtures/${file}`, import.meta.url))
const refusalOf = async (bytes: Uint8Array) => {
  try {
    await readFileBytes(bytes)
    return "read"
  } catch (error) {
    if (error instanceof Refusal) return error.reason
    throw error
  }
}

test("a scan is refused as a scan, not as an empty letter", async () => {
  expect(await refusalOf(fixture("hung-yen-2023.scan.pdf"))).toBe("scan")
  expect(await readLetter(fixture("hung-yen-2023.scan.pdf"), "quet.pdf")).toEqual({ refused: "scan" })
})

test("a damaged file, an old form and an empty file each say what they are", async () => {
  expect(await refusalOf(strToU8("%PDF-1.7\nnot a pdf"))).toBe("broken")
  expect(await refusalOf(fixture("hung-yen-2023.docx").subarray(0, 2_000))).toBe("broken")
  expect(await refusalOf(zipSync({ "word/other.xml": strToU8("<a/>") }))).toBe("broken")
  expect(await refusalOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1))).toBe("unknownType")
  expect(await refusalOf(strToU8("{\\rtf1 Kính gửi}"))).toBe("unknownType")
  expect(await refusalOf(strToU8(" \n 12 \n"))).toBe("noText")
})

test("a text file that its sender named .pdf or .docx is refused, not kept under a name that opens nothing", async () => {
  const text = strToU8("Kính gửi: Sở Y tế.\nUBND tỉnh yêu cầu:\n1. Sở Y tế rà soát thuốc.")
  expect(await readLetter(text, "cong-van.pdf")).toEqual({ refused: "broken" })
  expect(await readLetter(text, "cong-van.DOCX")).toEqual({ refused: "broken" })
  expect(await readLetter(text, "cong-van.txt")).toMatchObject({ addressees: ["Sở Y tế"] })
})

test("a file beyond its limit is refused before it is read", async () => {
  expect(await refusalOf(new Uint8Array(20_000_001))).toBe("tooLong")
  expect(await refusalOf(strToU8("a ".repeat(2_500_001)))).toBe("tooLong")
})

test("a page that waits gets the same reading, also from the thread that reads PDFs", async () => {
  const aside = await readLetter(fixture("hung-yen-2023.pdf"), "cong-van.pdf")
  expect(aside).toEqual(await readFileBytes(fixture("hung-yen-2023.pdf")))
})

test("numbers that Word counts by itself are the letter's levels", async () => {
  const item = (words: string, level: number) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`
  const plain = (words: string) => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`
  const document = `<w:document><w:body>${plain("Kính gửi: Các sở, ban, ngành tỉnh.")}${plain("UBND tỉnh yêu cầu:")}${item("Sở Y tế", 0)}${item("Rà soát thuốc.", 1)}${item("Báo cáo UBND tỉnh.", 1)}${item("Công an tỉnh", 0)}${item("Tăng cường tuần tra.", 1)}</w:body></w:document>`
  const numbering = `<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
  const bytes = zipSync({ "word/document.xml": strToU8(document), "word/numbering.xml": strToU8(numbering) })
  const reading = await readFileBytes(bytes)
  expect(
    reading.clauses.map((clause) => [clause.path, clause.addressees, clause.tasks.map((task) => task.text)]),
  ).toEqual([
    ["1", ["Sở Y tế"], ["Rà soát thuốc.", "Báo cáo UBND tỉnh."]],
    ["2", ["Công an tỉnh"], ["Tăng cường tuần tra."]],
  ])
})

test("words that justification split are mended, spaces that belong stay", () => {
  expect(mendSyllables("phòng, ch ống t ội ph ạm")).toBe("phòng, chống tội phạm")
  expect(mendSyllables("tổ chức, cá nhâ n vi phạm")).toBe("tổ chức, cá nhân vi phạm")
  const whole = "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH; a) Điều tra, b) ở các xã; TH An Hòa"
  expect(mendSyllables(whole)).toBe(whole)
})
