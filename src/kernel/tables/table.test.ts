import { strToU8, zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import writeXlsxFile from "write-excel-file/node"
import type { TableAnswer } from "./bounds.ts"
import { readTables } from "./table.ts"

const limits = { rowsMax: 2_000, columnsMax: 60 }
const read = (file: Uint8Array) => readTables(file, limits)
const words = (answer: TableAnswer, sheet = 0) =>
  "refused" in answer ? answer.refused : answer.sheets[sheet]?.rows.map((row) => row.map(({ text }) => text))
const kindsOf = (answer: TableAnswer) =>
  "refused" in answer ? answer.refused : answer.sheets[0]?.rows.map((row) => row.map(({ kind }) => kind))

/** A workbook of one sheet, whose `sheetData` is written by hand: what Excel and its imitators really save. */
function workbook(sheetData: string, { styles = "", sheets = 1, state = "" } = {}): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const names = Array.from({ length: sheets }, (_, i) => i + 1)
  return zipSync({
    "xl/workbook.xml": strToU8(
      `<workbook ${main} xmlns:r="r"><sheets>${names.map((n) => `<sheet name="Trang ${n}" sheetId="${n}" ${n === 1 ? state : ""} r:id="rId${n}"/>`).join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships>${names.map((n) => `<Relationship Id="rId${n}" Target="worksheets/sheet${n}.xml"/>`).join("")}</Relationships>`,
    ),
    "xl/styles.xml": strToU8(`<styleSheet ${main}>${styles}</styleSheet>`),
    ...Object.fromEntries(
      names.map((n) => [
        `xl/worksheets/sheet${n}.xml`,
        strToU8(
          `<worksheet ${main}><sheetData>${n === 1 ? sheetData : '<row r="1"><c r="A1" t="inlineStr"><is><t>hai</t></is></c></row>'}</sheetData></worksheet>`,
        ),
      ]),
    ),
  })
}

describe("a table as people's programs save it", () => {
  const typed = "Đối tượng;Nội dung\n0955 000 111;Gọi lừa đảo\n"
  const rows = [
    ["Đối tượng", "Nội dung"],
    ["0955 000 111", "Gọi lừa đảo"],
  ]
  test.each([
    ["UTF-8", Buffer.from(typed)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${typed}`)],
    ["UTF-8 with Excel's order of a separator", Buffer.from(`\ufeffsep=;\r\n${typed}`)],
    ["UTF-16 with a mark, as Excel's Unicode text", Buffer.from(`\ufeff${typed}`, "utf16le")],
    ["UTF-16 the other way round", Buffer.from(`\ufeff${typed}`, "utf16le").swap16()],
  ])("is read in %s", (_, file) => expect(words(read(file))).toEqual(rows))

  test.each([
    [
      "an old Vietnamese encoding, whose letters would come out wrong",
      Buffer.from([0x47, 0xe4, 0x69, 0x0a, 0x31]),
    ],
    ["UTF-16 that breaks off inside a letter", Buffer.from(`\ufeff${typed}`, "utf16le").subarray(0, 7)],
    ["a ZIP that is no spreadsheet", Buffer.from(zipSync({ "a.txt": new Uint8Array(10) }))],
    ["a ZIP cut in half", Buffer.from(zipSync({ "a.txt": new Uint8Array(900) })).subarray(0, 60)],
    ["a workbook with a document type", workbook("").length > 0 ? doctype() : new Uint8Array()],
  ])("is refused as unreadable, never half read: %s", (_, file) =>
    expect(words(read(file))).toBe("unreadable"),
  )

  test("a CSV is cut by each separator that occurs, for only the headings tell which was meant", () => {
    const answer = read(Buffer.from("DANH SÁCH, THÁNG 9\nNơi xảy ra;Đối tượng\nxã Mẫu;0912345703\n"))
    expect("sheets" in answer && answer.sheets.map(({ name }) => name)).toEqual([",", ";"])
    expect(words(answer, 1)?.at(1)).toEqual(["Nơi xảy ra", "Đối tượng"])
  })
})

function doctype(): Uint8Array {
  return zipSync({
    "xl/workbook.xml": strToU8(
      '<!DOCTYPE a [<!ENTITY b "bbbb">]><workbook><sheets><sheet name="&b;"/></sheets></workbook>',
    ),
  })
}

describe("a file that unfolds", () => {
  test.each(["XFD1048576", "A20000", "XFD3"])(
    "a single cell at %s is refused with its name, and no rectangle is built",
    (at) => {
      const cell = `<row r="${at.replace(/\D/g, "")}"><c r="${at}" t="inlineStr"><is><t>x</t></is></c></row>`
      expect(read(workbook(cell))).toMatchObject({ refused: expect.stringMatching(/^tooMany/), at })
    },
  )
  test("a cell that is only formatted, far away, keeps nobody's list out", () => {
    const file = workbook(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>',
    )
    expect(words(read(file))).toEqual([["x"]])
  })
  test("a part that unpacks beyond bounds is refused before it is unpacked", () => {
    const file = zipSync({ "xl/workbook.xml": new Uint8Array(70_000_000) })
    expect(read(file)).toEqual({ refused: "unfoldsTooFar" })
  })
  test("more elements than any list has are refused", () => {
    expect(read(workbook("<row>".concat("<c/>".repeat(500_000), "</row>")))).toEqual({
      refused: "unfoldsTooFar",
    })
  })
})

describe("a cell says how it came by its words", () => {
  test("numbers of a spreadsheet keep their digits, and a formula is its text, not its doing", async () => {
    const sheet = [
      [{ value: 955000111 }, { value: 19036512345678 }],
      [{ value: "=HYPERLINK(1)" }, { value: new Date("2023-09-15T00:00:00Z"), format: "yyyy-mm-dd" }],
    ]
    const answer = read(await writeXlsxFile(sheet, {}).toBuffer())
    expect(words(answer)).toEqual([
      ["955000111", "19036512345678"],
      ["=HYPERLINK(1)", "2023-09-15"],
    ])
    expect(kindsOf(answer)).toEqual([
      ["number", "number"],
      ["text", "date"],
    ])
  })

  test.each([
    ["a number of sixteen digits", "<c><v>9.704229200012345E15</v></c>", "rounded"],
    ["a number of twenty digits", "<c><v>12345678901234567000</v></c>", "rounded"],
    ["fifteen digits", "<c><v>123456789012345</v></c>", "number"],
    ["decimals", "<c><v>912345.5</v></c>", "fraction"],
    ["an error", '<c t="e"><v>#N/A</v></c>', "error"],
    ["an error as the words of a formula", '<c t="str"><f>A1</f><v>#REF!</v></c>', "error"],
    ["TRUE", '<c t="b"><v>1</v></c>', "boolean"],
    ["a formula without its value", "<c><f>=1+1</f></c>", "uncounted"],
    ["a formula with its value", '<c t="str"><f>A1</f><v>0912345678</v></c>', "text"],
    ["an ISO day", '<c t="d"><v>2023-09-15T00:00:00</v></c>', "date"],
    ["a day by its format", '<c s="1"><v>45183</v></c>', "date"],
    ["a number whose format only colours it", '<c s="2"><v>45183</v></c>', "number"],
    ["an exponent typed as words", '<c t="inlineStr"><is><t>9,12346E+08</t></is></c>', "exponent"],
  ])("%s", (_, cell, kind) => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[Red]0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
    expect(kindsOf(read(workbook(`<row>${cell}</row>`, { styles })))).toEqual([[kind]])
  })

  test("the zero that a format of noughts shows is a zero of the number", () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="0000000000"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>'
    expect(words(read(workbook('<row><c s="0"><v>912345678</v></c></row>', { styles })))).toEqual([
      ["0912345678"],
    ])
  })

  test.each([
    ['="0912345678"', "0912345678", "text"],
    ["'0912345678", "0912345678", "text"],
    ["9.12346E+08", "9.12346E+08", "exponent"],
    ["#N/A", "#N/A", "error"],
    ["########", "########", "error"],
    ["TRUE", "TRUE", "boolean"],
    ["15/09/2023", "15/09/2023", "date"],
    ["2023-09-15 08:30", "2023-09-15 08:30", "date"],
    ["12345678901234567000", "12345678901234567000", "rounded"],
    ["9704229200012345", "9704229200012345", "text"],
    ["0912.345.678", "0912.345.678", "text"],
    ["3/9", "3/9", "text"],
  ])("in a CSV %s is %s, %s", (typed, text, kind) => {
    const answer = read(Buffer.from(`"${typed.replaceAll('"', '""')}"\n`))
    expect("sheets" in answer && answer.sheets[0]?.rows[0]?.[0]).toEqual({ text, kind })
  })
})

test("a hidden sheet is not read, and a second one is", () => {
  const file = workbook('<row r="1"><c r="A1" t="inlineStr"><is><t>một</t></is></c></row>', {
    sheets: 2,
    state: 'state="hidden"',
  })
  const answer = read(file)
  expect("sheets" in answer && answer.sheets.map(({ name }) => name)).toEqual(["Trang 2"])
})
