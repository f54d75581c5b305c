import { expect, test } from "vitest"
import { listedIn } from "../../kernel/tables/listed.ts"
import { readTables } from "../../kernel/tables/table.ts"
import { words } from "../words.ts"
import { bodyHeadings, readBodies, readUnits, unitHeadings } from "./lists.ts"

const listed = <F extends string>(
  text: string,
  headings: Record<F, readonly string[]>,
  needed: readonly F[],
) => {
  const table = readTables(Buffer.from(text), { rowsMax: 100, columnsMax: 20 })
  const found = "refused" in table ? null : listedIn(table.sheets, headings, needed)
  if (found === null) throw new Error("no list in this text")
  return found
}

test("communes of a list are taken by code, name and kind, as resolutions and spreadsheets write them", () => {
  const { lines, unused } = listed(
    "PHỤ LỤC;;;\nTT;Mã ĐVHC;Tên xã, phường;Diện tích\n1;2881;Xã Bát Xát;12\n2;02650;Phường Sa Pa;9\n3;02700;Đặc khu Mẫu;9\n4;26x;Xã Sai Mã;1\n5;02650;Phường Trùng;1\n6;02711;Mường Hum;1",
    unitHeadings,
    ["code", "name"],
  )
  expect(unused).toEqual(["TT", "Diện tích"])
  expect(readUnits(lines).map((one) => (one.at === "good" ? one.row : [one.line, one.fault]))).toEqual([
    { code: "02881", name: "Bát Xát", kind: "xã" },
    { code: "02650", name: "Sa Pa", kind: "phường" },
    { code: "02700", name: "Mẫu", kind: "đặc khu" },
    [6, "noCode"],
    [7, "twice"],
    [8, "kindUnknown"],
  ])
})

test("a spreadsheet that drops the noughts of Hà Nội's first codes, and a name in two spellings of Unicode, lose no commune", () => {
  const { lines } = listed(
    `Mã;Tên xã, phường;Loại\n4;Phường Ba Đình;phường\n25;Ngọc Hà;phường\n26;${"Đặc khu Côn Đảo".normalize("NFD")};\n27;Phường Hai Bà Trưng;xã`,
    unitHeadings,
    ["code", "name"],
  )
  expect(readUnits(lines).map((one) => (one.at === "good" ? one.row : [one.line, one.fault]))).toEqual([
    { code: "00004", name: "Ba Đình", kind: "phường" },
    { code: "00025", name: "Ngọc Hà", kind: "phường" },
    { code: "00026", name: "Côn Đảo", kind: "đặc khu" },
    [5, "kindDiffers"],
  ])
})

test("of two communes that differ by a tone alone each body gets its own, and neither is called a repetition", () => {
  const { lines } = listed(
    `Tên cơ quan,Loại,Xã phường
UBND xã Thanh An,UBND cấp xã,xã Thanh An
UBND xã Thạnh An,UBND cấp xã,Xã Thạnh An
Công an xã Mẫu,UBND cấp xã,xa thanh an`,
    bodyHeadings,
    ["name", "kind"],
  )
  const units = [
    { code: "27001", name: "Thanh An", kind: "xã" },
    { code: "27002", name: "Thạnh An", kind: "xã" },
  ] as const
  const read = readBodies(lines, { units, groups: [], kindNames: words.vi.chart.kinds })
  expect(read.map((one) => (one.at === "good" ? one.row.unit : [one.line, one.fault]))).toEqual([
    "27001",
    "27002",
    [4, "unitUnknown"],
  ])
})

test("bodies of a list are taken with kind, commune and groups as the pages call them; what is unknown is named", () => {
  const { lines } = listed(
    `Tên cơ quan,Loại,Xã phường,Nhóm,Tên khác
Sở Nội vụ,"Sở, ngành",,so-nganh,SNV | Sở NV
UBND xã Bát Xát,UBND cấp xã,xã Bát Xát,,
Sở Lạ,Sở,,,
Sở Khác,"Sở, ngành",,nhóm lạ,
UBND xã Xa,UBND cấp xã,xã Không Có,,`,
    bodyHeadings,
    ["name", "kind"],
  )
  const around = {
    units: [{ code: "02881", name: "Bát Xát", kind: "xã" }] as const,
    groups: [{ id: "so-nganh", name: "Các sở, ngành", otherNames: [], rule: "members" }] as const,
    kindNames: words.vi.chart.kinds,
  }
  expect(
    readBodies(lines, { ...around, groups: around.groups.map((one) => ({ ...one, otherNames: [] })) }).map(
      (one) => (one.at === "good" ? one.row : [one.line, one.fault, one.said]),
    ),
  ).toEqual([
    { name: "Sở Nội vụ", kind: "department", unit: null, groups: ["so-nganh"], otherNames: ["SNV", "Sở NV"] },
    { name: "UBND xã Bát Xát", kind: "commune-committee", unit: "02881", groups: [], otherNames: [] },
    [4, "kindUnknown", "Sở"],
    [5, "groupUnknown", "nhóm lạ"],
    [6, "unitUnknown", "xã Không Có"],
  ])
})
