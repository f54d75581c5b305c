import { expect, test } from "vitest"
import { readText } from "./read.ts"

const decision = (articles: string) =>
  readText(`Quyết định về việc chuyển các tuyến đường trên địa bàn tỉnh đông hà
Ủy ban nhân dân tỉnh
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Xét đề nghị của Sở Giao thông vận tải,
Quyết định:
${articles}`)
const asked = (articles: string) =>
  decision(articles).clauses.flatMap((clause) =>
    clause.tasks.map((task) => [clause.path, task.addressees ?? clause.addressees, task.text]),
  )

test("a title in small letters and the line under it say who decides", () => {
  expect(decision("Điều 1. Chuyển các tuyến đường.").issuer).toBe("UBND tỉnh Đông Hà")
})

test("what a decision changes by its own words, item by item, asks nobody", () => {
  expect(
    asked(`Điều 1. Chuyển các đoạn tuyến đường tỉnh dưới đây thành đường địa phương:
- Đoạn tuyến 12 từ Km1 đến Km3, dài 2 km;
- Đoạn tuyến 15 từ Km0 đến Km9, dài 9 km.
Điều 2. Giao Sở Tài chính lập thủ tục cấp phát.`),
  ).toEqual([["Điều 2", ["Sở Tài chính"], "Giao Sở Tài chính lập thủ tục cấp phát."]])
})

test("those who carry a decision out are named after a dash, after 'Các ông', after 'Thủ trưởng các cơ quan:'", () => {
  expect(
    asked(`Điều 1. - Phê duyệt phương án.
Điều 2. - Chánh Văn phòng UBND tỉnh, Giám đốc Sở Xây dựng có trách nhiệm thi hành quyết định này.
Điều 3. Các ông Chánh Văn phòng UBND tỉnh, Giám đốc Sở Nội vụ chịu trách nhiệm thi hành Quyết định này.
Điều 4. Thủ trưởng các cơ quan: Sở Y tế, Sở Tài chính chịu trách nhiệm thi hành Quyết định này.`),
  ).toEqual([
    ["Điều 2", ["Chánh Văn phòng UBND tỉnh", "Giám đốc Sở Xây dựng"], "thi hành quyết định này."],
    [
      "Điều 3",
      ["Chánh Văn phòng UBND tỉnh", "Giám đốc Sở Nội vụ"],
      "chịu trách nhiệm thi hành Quyết định này.",
    ],
    ["Điều 4", ["Sở Y tế", "Sở Tài chính"], "chịu trách nhiệm thi hành Quyết định này."],
  ])
})

test("'giao thông' and 'cung cấp' are words of a name, and a purpose belongs to what is asked", () => {
  expect(
    asked(`Điều 2. Vụ trưởng các Vụ: Kết cấu hạ tầng giao thông, Vận tải chịu trách nhiệm thi hành Quyết định này.
Điều 3. Giám đốc các Sở, trong phạm vi chức năng của mình có trách nhiệm phổ biến Quyết định này.
Điều 4. Chủ tịch UBND các xã căn cứ tình hình để phát động phong trào thường xuyên tại địa phương.`),
  ).toEqual([
    [
      "Điều 2",
      ["Vụ trưởng Vụ Kết cấu hạ tầng giao thông", "Vụ trưởng Vụ Vận tải"],
      "chịu trách nhiệm thi hành Quyết định này.",
    ],
    ["Điều 3", ["Giám đốc các Sở"], "phổ biến Quyết định này."],
    [
      "Điều 4",
      ["Chủ tịch UBND các xã"],
      "căn cứ tình hình để phát động phong trào thường xuyên tại địa phương.",
    ],
  ])
})

test("under a subject, a paragraph that opens with a name speaks to that body", () => {
  const { clauses } = readText(`UBND TỈNH ĐÔNG HÀ
CHỈ THỊ
Về phong trào thi đua
Uỷ ban nhân dân tỉnh chỉ thị Thủ trưởng các sở, ban, ngành thực hiện những nội dung sau:
1. Về kế hoạch năm:
Sở Nội vụ tiếp thu ý kiến các ngành, sớm hoàn chỉnh kế hoạch.
2. Tiếp tục quán triệt các nghị quyết về thi đua.`)
  expect(clauses.map((clause) => [clause.addressees, clause.tasks.map((task) => task.text)])).toEqual([
    [["Sở Nội vụ"], ["tiếp thu ý kiến các ngành, sớm hoàn chỉnh kế hoạch."]],
    [["Thủ trưởng các sở, ban, ngành"], ["Tiếp tục quán triệt các nghị quyết về thi đua."]],
  ])
})
