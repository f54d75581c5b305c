import { expect, test } from "vitest"
import { readText } from "./read.ts"
import { Refusal } from "./refusal.ts"

const letter = (stamp: string) => `ỦY BAN NHÂN DÂN
TỈNH ĐÔNG HÀ
Số: 12/UBND-NC
${stamp}
Đông Hà, ngày 02 tháng 5 năm 2024
Kính gửi: Công an tỉnh.
UBND tỉnh yêu cầu Công an tỉnh tăng cường bảo vệ bí mật nhà nước, phân loại độ mật và báo cáo UBND tỉnh./.
`
const isRefused = (text: string) => {
  try {
    readText(text)
    return false
  } catch (error) {
    return error instanceof Refusal && error.reason === "secret"
  }
}

test.each(["MẬT", "TỐI MẬT", "TUYỆT MẬT", "  Mật ", "[MẬT]", "Độ mật: TỐI MẬT", "TUYỆT  MẬT"])(
  "a letter stamped %s is not read",
  (stamp) => expect(isRefused(letter(stamp))).toBe(true),
)

test("a stamp in decomposed letters or in TCVN3 bytes is a stamp all the same", () => {
  expect(isRefused(letter("TỐI MẬT").normalize("NFD"))).toBe(true)
})

test.each(["HỎA TỐC", "V/v bảo vệ bí mật nhà nước", "Bảo mật thông tin", "KHẨN"])(
  "%s is no stamp of a state secret",
  (words) => expect(isRefused(letter(words))).toBe(false),
)
