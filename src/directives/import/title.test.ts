import { expect, test } from "vitest"
import { subjectOf } from "./title.ts"

const text = `CHỈ THỊ
VỀ VIỆC TĂNG CƯỜNG PHÒNG NGỪA LỪA ĐẢO TRÊN ĐỊA BÀN TỈNH ĐÔNG HÀ
Thực hiện Chỉ thị số 32/CT-TTg của Thủ tướng Chính phủ, UBND tỉnh Đông Hà yêu cầu Sở Y tế rà soát SIM.`

test("a title in capitals is printed in the report as a sentence, its names as the letter writes them", () => {
  expect(subjectOf("VỀ VIỆC TĂNG CƯỜNG PHÒNG NGỪA LỪA ĐẢO TRÊN ĐỊA BÀN TỈNH ĐÔNG HÀ", text)).toBe(
    "tăng cường phòng ngừa lừa đảo trên địa bàn tỉnh Đông Hà",
  )
  expect(subjectOf("TRIỂN KHAI CHỈ THỊ SỐ 32/CT-TTG CỦA THỦ TƯỚNG CHÍNH PHỦ VỀ SIM", text)).toBe(
    "triển khai chỉ thị số 32/CT-TTg của Thủ tướng Chính phủ về SIM",
  )
})

test("the official report does not say 'về việc về việc'", () => {
  expect(subjectOf("Về việc rà soát thuê bao", text)).toBe("rà soát thuê bao")
  expect(subjectOf("V/v rà soát thuê bao", text)).toBe("rà soát thuê bao")
})

test("a subject in small letters stays as it is, and a subject that was not found stays unknown", () => {
  expect(subjectOf("rà soát thuê bao của VNPT", text)).toBe("rà soát thuê bao của VNPT")
  expect(subjectOf(null, text)).toBeNull()
})
