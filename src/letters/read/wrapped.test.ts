/** Letters as web pages and PDF programs print them: titles, names and tables broken over lines, orders after a semicolon. */
import { expect, test } from "vitest"
import { readText } from "./read.ts"

const head = `UBND TỈNH ĐÔNG HÀ
Số: 9/UBND-VX
Tân Hà, ngày 2 tháng 4 năm 2024
Kính gửi: Các sở, ban, ngành; UBND các xã, phường.
`
const read = (body: string) => readText(head + body)
const asked = (body: string) =>
  read(body).clauses.flatMap((clause) =>
    clause.tasks.map((task) => [(task.addressees ?? clause.addressees).join(" | "), task.text]),
  )

test("a title that breaks before 'THỦ TƯỚNG CHÍNH PHỦ' is no signature: the notice below it is read", () => {
  const { clauses, signer } = readText(`VĂN PHÒNG CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 48/TB-VPCP
Hà Nội, ngày 27
tháng 11 năm 2024
THÔNG BÁO
KẾT
LUẬN CỦA PHÓ THỦ TƯỚNG CHÍNH PHỦ TRẦN VĂN GIẢ TẠI BUỔI LÀM VIỆC VỚI LÃNH ĐẠO TỈNH
ĐÔNG HÀ
Ngày 08 tháng 11 năm 2024, Phó Thủ tướng Chính phủ Trần Văn Giả kết luận như sau:
1. Giao Bộ Tài chính nghiên cứu kiến nghị của tỉnh.
a) Để làm tốt các nhiệm vụ sắp tới, đề nghị:
(i) Bộ Y tế báo cáo kết quả trong tháng 12 năm 2024.
Nơi nhận:
- Như trên.
KT. BỘ TRƯỞNG, CHỦ NHIỆM
PHÓ CHỦ NHIỆM
Lê Thị Thử`)
  expect(clauses.map(({ path, addressees }) => [path, addressees.join()])).toEqual([
    ["1", "Bộ Tài chính"],
    ["1.a.i", "Bộ Y tế"],
  ])
  expect(signer.name).toBe("Lê Thị Thử")
})

test("a name broken between two lines is one name, whatever capital the next line begins with", () => {
  expect(
    asked(`UBND tỉnh yêu cầu các đơn vị trên địa bàn, trong đó có Tập đoàn Điện lực Việt Nam và các
nhà thầu, thực hiện các nội dung sau đây cho đến khi có văn bản thay thế của cấp có
thẩm quyền:
1. Tập đoàn Điện lực Việt
Nam bảo đảm nguồn điện dự phòng cho các trạm thu phát sóng di động trên địa bàn các xã.
2. Sở Y tế phối hợp với các cơ quan liên quan và các tổ chức xã hội tại khu vực đèo
Mimosa chuẩn bị thuốc men, hóa chất khử khuẩn phục vụ nhân dân trong mùa mưa bão.`),
  ).toEqual([
    [
      "Tập đoàn Điện lực Việt Nam",
      "bảo đảm nguồn điện dự phòng cho các trạm thu phát sóng di động trên địa bàn các xã.",
    ],
    [
      "Sở Y tế",
      "phối hợp với các cơ quan liên quan và các tổ chức xã hội tại khu vực đèo Mimosa chuẩn bị thuốc men, hóa chất khử khuẩn phục vụ nhân dân trong mùa mưa bão.",
    ],
  ])
})

test("a body that is asked after a semicolon is asked for itself; a list of names with semicolons is one list", () => {
  expect(
    asked(`UBND tỉnh yêu cầu:
1. Giám đốc Sở Xây dựng phân luồng giao thông; Giám đốc Sở Y tế bố trí các đội cấp cứu lưu động.
2. Chánh Văn phòng UBND tỉnh; Giám đốc các sở; Chủ tịch UBND các xã tổ chức thực hiện Công văn này.`),
  ).toEqual([
    ["Giám đốc Sở Xây dựng", "phân luồng giao thông;"],
    ["Giám đốc Sở Y tế", "bố trí các đội cấp cứu lưu động."],
    ["Chánh Văn phòng UBND tỉnh | Giám đốc các sở | Chủ tịch UBND các xã", "tổ chức thực hiện Công văn này."],
  ])
})

test("what a body is to give out to others stays that body's task", () => {
  expect(
    asked(`UBND tỉnh yêu cầu:
1. UBND huyện Tân Lập:
- Giao UBND cấp xã tổ chức ký cam kết.
- Phân công lãnh đạo trực tiếp chỉ huy tại từng thôn.`).map(([who]) => who),
  ).toEqual(["UBND huyện Tân Lập", "UBND huyện Tân Lập"])
})

test("consent, praise, the members of a board and who answers for delay are no tasks", () => {
  expect(
    asked(`UBND tỉnh có ý kiến như sau:
1. Sở Xây dựng:
- Di dời cột treo cáp.
- Thống nhất chủ trương sử dụng nguồn dự phòng.
- Chịu trách nhiệm trước UBND tỉnh nếu để chậm tiến độ.
2. Các Đoàn công tác do các Phó Chủ tịch UBND tỉnh làm Trưởng đoàn sẽ trực tiếp kiểm tra.
3. Đoàn kiểm tra gồm các ông, bà có tên sau:
- Ông Trần Văn Giả, Phó Trưởng phòng, Trưởng đoàn;
- Bà Lê Thị Thử, Chuyên viên, thư ký.`).map(([, text]) => text),
  ).toEqual(["Di dời cột treo cáp. Chịu trách nhiệm trước UBND tỉnh nếu để chậm tiến độ."])
})

test("what is asked behind 'Nhận được Công điện này' or 'Xét đề nghị của Sở' is a task", () => {
  expect(
    asked(`Xét đề nghị của Sở Y tế tại Tờ trình số 12/TTr-SYT, UBND tỉnh giao Sở Tài chính bố trí kinh phí.
Nhận được Công văn này, yêu cầu các cơ quan, đơn vị khẩn trương triển khai thực hiện.`),
  ).toEqual([
    ["Sở Tài chính", "bố trí kinh phí."],
    ["các cơ quan, đơn vị", "khẩn trương triển khai thực hiện."],
  ])
})

test("an annex whose table says who does what is read: broken names of columns, parts, a head printed anew, an empty cell", () => {
  const { clauses } = readText(`UBND TỈNH ĐÔNG HÀ

Số: 4/KH-UBND

Tân Hà, ngày 2 tháng 4 năm 2026

KẾ HOẠCH

Về phổ cập kỹ năng số

UBND tỉnh ban hành Kế hoạch như sau:

1. Sở Nội vụ theo dõi việc thực hiện.

Nơi nhận:

- Như trên.

CHỦ TỊCH

Trần Văn Giả

PHỤ LỤC

DANH MỤC NHIỆM VỤ

TT

Nội dung nhiệm vụ

Cơ quan
chủ trì

Cơ quan
phối hợp

Thời hạn
hoàn thành

I

Phổ cập kỹ năng số

1

Biên soạn bộ tài liệu hướng dẫn
kỹ năng số cơ bản

Sở Khoa học
và Công nghệ

Sở Dân tộc và
Tôn giáo

Tháng
3/2026

TT

Nội dung nhiệm vụ

Cơ quan
chủ trì

Cơ quan
phối hợp

Thời hạn
hoàn thành

2

Chi trả trợ cấp xã hội qua tài khoản

UBND các xã,
phường

Thường
xuyên`)
  expect(
    clauses.map(({ addressees, tasks }) => [
      addressees.join(),
      tasks.map(({ text, deadline, coordinate_with }) => [text, deadline, ...coordinate_with]),
    ]),
  ).toEqual([
    ["Sở Nội vụ", [["theo dõi việc thực hiện.", null]]],
    [
      "Sở Khoa học và Công nghệ",
      [["Biên soạn bộ tài liệu hướng dẫn kỹ năng số cơ bản", "Tháng 3/2026", "Sở Dân tộc và Tôn giáo"]],
    ],
    ["UBND các xã, phường", [["Chi trả trợ cấp xã hội qua tài khoản", "Thường xuyên"]]],
  ])
})

test("an order of the operative part that became no task is told; history, praise and aims are not", () => {
  const { uncovered } = read(`Thời gian qua, Sở Y tế đã có nhiều cố gắng.
UBND tỉnh có ý kiến như sau:
I. MỤC ĐÍCH
- Nâng cao nhận thức của người dân về phòng bệnh.
II. NHIỆM VỤ
Điều 1. Lâm trường Thanh Bình phải bảo vệ cột phát sóng trên đất rừng được giao.
Điều 2. Ghi nhận, biểu dương kết quả của các đơn vị.`)
  expect(uncovered).toEqual(["Lâm trường Thanh Bình phải bảo vệ cột phát sóng trên đất rừng được giao."])
})
