import { expect, test } from "vitest"
import { peopleNamed } from "./people-names.ts"

test.each([
  ["Chủ thuê bao là Nguyễn Văn An, đã mời lên làm việc", "Nguyễn Văn An"],
  ["Thuê bao đứng tên bà Trần Thị Bích Ngọc", "Trần Thị Bích Ngọc"],
  ["KH Le Van Tam khai mat sim", "Le Van Tam"],
  ["khách hàng nguyen thi buoi xin mở lại", "nguyen thi buoi"],
  ["Đã hỏi Phạm Quốc Huy ở phòng giao dịch", "Phạm Quốc Huy"],
])("a customer's name in an operator's words is found: %s", (text, name) => {
  expect(peopleNamed(text).some((one) => one.includes(name))).toBe(true)
})

test.each([
  "Đã chặn theo quy trình lúc 9 giờ.",
  "Số đã chuyển mạng sang Mobifone từ tháng 8",
  "Số này do Công ty TNHH Trần Gia Phát đứng tên",
  "Vietcombank Hưng Yên đã phong tỏa",
  "Cần giấy tờ của Công an tỉnh Hưng Yên theo Nghị định 13",
  "Điểm bán ở đường Nguyễn Văn Cừ, phường Lê Lợi",
  "Chờ lệnh của pháp chế",
])("what names nobody is left alone: %s", (text) => {
  expect(peopleNamed(text)).toEqual([])
})
