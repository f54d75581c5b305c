import { expect, test } from "vitest"
import { readText } from "./read.ts"
import { Refusal } from "./refusal.ts"

const body = `Kính gửi: Sở Y tế.
Để phục vụ hội nghị, UBND tỉnh yêu cầu Sở Y tế báo cáo số liệu trước ngày 10/5/2024.`

test("a letterhead that a converter printed as a table's row is read cell by cell", () => {
  const reading =
    readText(`| BỘ THỦY LỢI TỔNG CỤC ĐÊ ĐIỀU ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc |
|---|---|
| Số: 88/TCĐĐ-KH V/v rà soát kè sông | Đông Hà, ngày 04 tháng 05 năm 2024 |
| Kính gửi: | - Sở Thủy lợi tỉnh Đông Hà; - Chi cục Đê điều tỉnh Đông Hà |
Để chuẩn bị mùa lũ, Tổng cục Đê điều đề nghị Sở Thủy lợi tỉnh Đông Hà lập danh sách kè xung yếu trước ngày 20/5/2024.
| Nơi nhận: - Như trên; - Lưu: VT. | KT. TỔNG CỤC TRƯỞNG PHÓ TỔNG CỤC TRƯỞNG Trần Văn Mẫu |`)
  expect(reading).toMatchObject({
    issuer: "Tổng cục Đê điều",
    number: "88/TCĐĐ-KH",
    date: "2024-05-04",
    type: "công văn",
    subject: "rà soát kè sông",
    addressees: ["Sở Thủy lợi tỉnh Đông Hà", "Chi cục Đê điều tỉnh Đông Hà"],
    recipients: ["Như trên", "Lưu: VT"],
    signer: { authority: "KT. TỔNG CỤC TRƯỞNG", name: "Trần Văn Mẫu" },
  })
  expect(reading.clauses.flatMap((clause) => clause.tasks.map((task) => task.deadline))).toEqual([
    "2024-05-20",
  ])
})

test("a letterhead broken by its narrow cells is read whole: office, number, place and date", () => {
  const reading = readText(`ỦY
BAN NHÂN DÂN
TỈNH ĐÔNG HÀ
-------
|
CỘNG
HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
|
Số:
12/UBND-VX
|
Tân
Hà, ngày 18
tháng 4 năm 2024
|
${body}`)
  expect(reading).toMatchObject({ issuer: "UBND tỉnh Đông Hà", number: "12/UBND-VX", date: "2024-04-18" })
})

test("an office whose place was lost is named by the place of the date and by what the letter calls itself", () => {
  const reading = readText(`ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 7/KH-UBND | Tân Hà, ngày 07 tháng 7 năm 2024 |
KẾ HOẠCH
THỰC HIỆN CHƯƠNG TRÌNH NƯỚC SẠCH
Ủy ban nhân dân thành phố ban hành kế hoạch như sau:
I. NHIỆM VỤ
1. Sở Y tế: Kiểm tra chất lượng nước.`)
  expect(reading).toMatchObject({
    issuer: "UBND thành phố Tân Hà",
    subject: "THỰC HIỆN CHƯƠNG TRÌNH NƯỚC SẠCH",
  })
})

test("a gazette's title says who, which number, when and about what", () => {
  const reading = readText(`CHỈ THỊ
CỦA BỘ TRƯỞNG BỘ THỦY LỢI SỐ 03/2006/CT-BTL
NGÀY 29 THÁNG 9 NĂM 2006 VỀ VIỆC BẢO VỆ ĐÊ
Mùa lũ đến sớm. Bộ trưởng Bộ Thủy lợi chỉ thị:
1. Cục Đê điều tổ chức tuần tra đê.`)
  expect(reading).toMatchObject({
    issuer: "Bộ Thủy lợi",
    number: "03/2006/CT-BTL",
    date: "2006-09-29",
    type: "chỉ thị",
    subject: "VỀ VIỆC BẢO VỆ ĐÊ",
  })
})

test("the subject goes on after 'của', whoever is named on its next line, and a telegram's urgency is none of it", () => {
  const notice = readText(`VĂN PHÒNG ĐÔNG HÀ
Số: 5/TB-VP
Tân Hà, ngày 15 tháng 4 năm 2024
THÔNG BÁO
KẾT LUẬN CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TẠI
PHIÊN HỌP THÁNG TƯ
Sáng ngày 09 tháng 4 năm 2024, Chủ tịch UBND tỉnh đã chủ trì phiên họp.`)
  expect(notice.subject).toBe("KẾT LUẬN CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TẠI PHIÊN HỌP THÁNG TƯ")
  const telegram = readText(`BAN CHỈ HUY PHÒNG LŨ
Số: 3/CĐ-BCH
Tân Hà, ngày 28 tháng 07 năm 2024
CÔNG ĐIỆN KHẨN
BAN CHỈ HUY PHÒNG LŨ
ĐIỆN: Sở Thủy lợi
Bão đã vào bờ. Ban Chỉ huy phòng lũ đề nghị Sở Thủy lợi:
1. Khẩn trương vận hành các trạm bơm.`)
  expect(telegram).toMatchObject({ type: "công điện", subject: null, addressees: ["Sở Thủy lợi"] })
})

test("a stamp in a table's cell is a stamp", () => {
  expect(() => readText(`| UBND TỈNH ĐÔNG HÀ | TỐI MẬT |\n${body}`)).toThrow(Refusal)
})
