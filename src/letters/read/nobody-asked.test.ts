import { expect, test } from "vitest"
import { readText } from "./read.ts"

const head = `UBND TỈNH ĐÔNG HÀ
Số: 9/UBND-VX
Tân Hà, ngày 2 tháng 4 năm 2024
Kính gửi: Sở Y tế.
`
const asked = (body: string) =>
  readText(head + body).clauses.flatMap((clause) => clause.tasks.map((task) => task.text))

test("what a law says between quotation marks over several paragraphs asks nobody", () => {
  expect(
    asked(`UBND tỉnh có ý kiến như sau:
- Tại khoản 2 Điều 5 Quyết định số 1/2020/QĐ-UBND quy định: "2. Đối tượng được hỗ trợ gồm:
a) Người cao tuổi;
b) Người khuyết tật."
Đề nghị Sở Y tế trả lời công dân trước ngày 5/5/2024.`),
  ).toEqual(["Đề nghị Sở Y tế trả lời công dân trước ngày 5/5/2024."])
})

test("a mark that is never closed hides nothing after it", () => {
  expect(
    asked(`UBND tỉnh yêu cầu:
1. Sở Y tế: thực hiện phong trào "Bệnh viện xanh.
2. Sở Tài chính: bố trí kinh phí.`),
  ).toHaveLength(2)
})

test("what was found, what was done and what the issuer will do are no tasks", () => {
  expect(
    asked(`Đoàn kiểm tra nêu ra một số tồn tại, hạn chế, cụ thể là:
- Việc lưu hồ sơ chưa đầy đủ.
- Công tác vệ sinh còn yếu.
Ngày 01/3/2024, Văn phòng UBND tỉnh có Văn bản số 12/VP-VX yêu cầu Sở Y tế khắc phục.
Sau khi có quy định chi tiết, cụ thể, UBND tỉnh sẽ có văn bản hướng dẫn.
Các nội dung khác liên quan đến viện phí được thực hiện theo quy định hiện hành.
UBND tỉnh yêu cầu Sở Y tế lập kế hoạch khắc phục.`),
  ).toEqual(["lập kế hoạch khắc phục."])
})

test("several bodies of one kind without a name are addressees: provinces, wards, the levels", () => {
  const { clauses } = readText(`${head}UBND tỉnh yêu cầu:
1. Các xã, phường rà soát hộ dân ven sông.
2. Yêu cầu các cấp, các ngành thực hiện nghiêm Công văn này.
3. Thủ trưởng các Sở, Ban, Ngành tổ chức trực ban.`)
  expect(clauses.map((clause) => clause.addressees)).toEqual([
    ["Các xã, phường"],
    ["các cấp, các ngành"],
    ["Thủ trưởng các Sở, Ban, Ngành"],
  ])
})

test("words that open with no known order are doubtful, known orders are not", () => {
  const { readings } = readText(`${head}UBND tỉnh yêu cầu:
1. Sở Y tế:
- Rà soát các trạm y tế.
- Thực trạng ở nhiều nơi chưa đồng đều.`)
  const sureOf = (task: number) => readings[`/clauses/0/tasks/${task}/text`]?.confidence ?? 0
  expect([sureOf(0) >= 0.8, sureOf(1) >= 0.8]).toEqual([true, false])
})
