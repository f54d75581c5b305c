import { expect, test } from "vitest"
import { readText } from "./read.ts"

const letter = (body: string) =>
  readText(`UBND TỈNH ĐÔNG HÀ
Số: 5/UBND-NC
Tân Hà, ngày 3 tháng 4 năm 2025
Kính gửi:
- Các sở, ban, ngành tỉnh;
- UBND các xã, phường;
- Các doanh nghiệp viễn thông.
${body}
Nơi nhận:
- Như trên.
CHỦ TỊCH
Hà Văn Tư`)
const asked = (body: string) =>
  letter(body).clauses.map((clause) => [clause.addressees, clause.tasks.map((task) => task.text)])

test("a heading without a number speaks to those it names, not to everybody in Kính gửi", () => {
  expect(
    asked(`UBND tỉnh yêu cầu thực hiện một số nội dung sau:
Đối với các doanh nghiệp viễn thông
- Khóa các thuê bao không chính chủ.
Trạm Viễn thông khu vực:
- Kiểm tra cột phát sóng.
Đối với UBND các xã, phường: Rà soát điểm bán SIM. Báo cáo trước ngày 20/5/2025.`),
  ).toEqual([
    [["các doanh nghiệp viễn thông"], ["Khóa các thuê bao không chính chủ."]],
    [["Trạm Viễn thông khu vực"], ["Kiểm tra cột phát sóng."]],
    [["UBND các xã, phường"], ["Rà soát điểm bán SIM.", "Báo cáo trước ngày 20/5/2025."]],
  ])
})

test("both bodies of a lead-in are asked, and a sentence that turns to another is a clause of its own", () => {
  expect(
    asked(`UBND tỉnh đề nghị Viện kiểm sát nhân dân tỉnh; yêu cầu Giám đốc các Sở: Y tế, Nội vụ thực hiện:
1. Niêm yết số điện thoại nóng.
2. Các sở, UBND các xã chịu trách nhiệm thi hành. Giao Sở Nội vụ theo dõi, đôn đốc.`),
  ).toEqual([
    [
      ["Viện kiểm sát nhân dân tỉnh", "Giám đốc Sở Y tế", "Giám đốc Sở Nội vụ"],
      ["Niêm yết số điện thoại nóng."],
    ],
    [["Các sở", "UBND các xã"], ["chịu trách nhiệm thi hành."]],
    [["Sở Nội vụ"], ["Giao Sở Nội vụ theo dõi, đôn đốc."]],
  ])
})

test("a name keeps what stands after its comma, and what is forbidden is no part of a name", () => {
  expect(
    asked(`UBND tỉnh yêu cầu:
1. Phòng Hạ tầng, chuyển đổi số và bưu chính: lập danh mục cáp ngầm.
2. Các Phòng Thanh tra số 1, 2 không đưa hộ mới thành lập vào kế hoạch kiểm tra.
3. Các trường mầm non, lớp mẫu giáo độc lập tổ chức họp phụ huynh.`).map(([names]) => names),
  ).toEqual([
    ["Phòng Hạ tầng, chuyển đổi số và bưu chính"],
    ["Các Phòng Thanh tra số 1, 2"],
    ["Các trường mầm non, lớp mẫu giáo độc lập"],
  ])
})

test("the performer of a table's row stands in the cell after it", () => {
  const read = letter(`UBND tỉnh phân công như sau:
I. NHIỆM VỤ
TT
Nội dung
Đơn vị chủ trì
Đơn vị phối hợp
Thời gian
1
Rà soát thuê bao đứng tên nhiều SIM
Sở Khoa học và Công nghệ
Công an tỉnh
Trước 31/5/2025
2
Tập huấn cho giao dịch viên
Ngân hàng Nhà nước chi nhánh Khu vực 6
-
Quý II/2025`)
  expect(read.clauses.map(({ addressees, tasks }) => [addressees, tasks])).toEqual([
    [
      ["Sở Khoa học và Công nghệ"],
      [
        {
          text: "Rà soát thuê bao đứng tên nhiều SIM",
          addressees: null,
          deadline: "2025-05-31",
          lead: ["Sở Khoa học và Công nghệ"],
          coordinate_with: ["Công an tỉnh"],
        },
      ],
    ],
    [
      ["Ngân hàng Nhà nước chi nhánh Khu vực 6"],
      [
        {
          text: "Tập huấn cho giao dịch viên",
          addressees: null,
          deadline: "Quý II/2025",
          lead: ["Ngân hàng Nhà nước chi nhánh Khu vực 6"],
          coordinate_with: [],
        },
      ],
    ],
  ])
})

test("tricks that others use are no orders; a condition with what must be done is one", () => {
  expect(
    asked(`Nổi lên các thủ đoạn sau:
(1) Lập trang giả mạo ngân hàng;
(2) Gửi tin nhắn mạo danh.
UBND tỉnh yêu cầu các doanh nghiệp viễn thông thực hiện:
1. Xử lý sự cố
Khi phát hiện trạm phát sóng lạ, phải báo cho Công an xã chậm nhất sau 30 phút.`),
  ).toEqual([
    [
      ["các doanh nghiệp viễn thông"],
      ["Khi phát hiện trạm phát sóng lạ, phải báo cho Công an xã chậm nhất sau 30 phút."],
    ],
  ])
})

const greeted = (lines: string) => {
  const { addressees, readings } = readText(`UBND TỈNH ĐÔNG HÀ
Số: 4/UBND-NC
Tân Hà, ngày 2 tháng 4 năm 2024
Kính gửi:
${lines}
Thực hiện Kế hoạch số 3, UBND tỉnh yêu cầu:
1. Rà soát văn bản.`)
  return [addressees, (readings["/addressees/0"]?.confidence ?? 0) >= 0.8 ? "sure" : "doubtful"]
}

test("names under Kính gửi without a sign between them are one a line, and told as a doubt", () => {
  expect(greeted("Công an tỉnh\nSở Y tế\nCác doanh nghiệp viễn thông")).toEqual([
    ["Công an tỉnh", "Sở Y tế", "Các doanh nghiệp viễn thông"],
    "doubtful",
  ])
  expect(greeted("- Công an tỉnh;\n- Chủ tịch\nỦy ban nhân dân các xã.")).toEqual([
    ["Công an tỉnh", "Chủ tịch Ủy ban nhân dân các xã"],
    "sure",
  ])
})

test("an order to somebody whose kind is not known is told as one that no task covers", () => {
  const { clauses, uncovered } = letter(`UBND tỉnh có ý kiến như sau:
Lâm trường Thanh Bình chủ trì, phối hợp với Công an tỉnh bảo vệ cột phát sóng.`)
  expect(clauses).toEqual([])
  expect(uncovered).toEqual([
    "Lâm trường Thanh Bình chủ trì, phối hợp với Công an tỉnh bảo vệ cột phát sóng.",
  ])
})

test("a table whose cells stand one below another is read by its columns; one of other columns is no word of the item above", () => {
  const plan = (body: string) =>
    readText(`UBND TỈNH ĐÔNG HÀ
Số: 4/KH-UBND
Tân Hà, ngày 2 tháng 4 năm 2024
KẾ HOẠCH
Về công tác văn thư
UBND tỉnh ban hành Kế hoạch như sau:
${body}`).clauses.map(({ addressees, tasks }) => [addressees, tasks.map((task) => task.text)])
  expect(
    plan(`I. NỘI DUNG VÀ PHÂN CÔNG THỰC HIỆN
TT
Nội dung
Đơn vị chủ trì
Đơn vị phối hợp
Thời gian hoàn thành
1
Rà soát, công bố danh sách thôn, bản chưa có sóng di động
Sở Khoa học và Công nghệ
UBND các xã, phường
Quý I/2026
2
Đưa điện lưới về các thôn
chưa có điện
Công ty Điện lực tỉnh
Sở Công Thương
Trong năm 2026`),
  ).toEqual([
    [["Sở Khoa học và Công nghệ"], ["Rà soát, công bố danh sách thôn, bản chưa có sóng di động"]],
    [["Công ty Điện lực tỉnh"], ["Đưa điện lưới về các thôn chưa có điện"]],
  ])
  expect(
    plan(`1. Sở Y tế báo cáo kết quả trước ngày 15/6/2024.
2. Công an tỉnh tăng cường tuần tra các điểm sau.
TT
Địa bàn
Số điểm
1
Xã Tân Hà
4`).at(-1),
  ).toEqual([["Công an tỉnh"], ["tăng cường tuần tra các điểm sau."]])
})

test("the Party numbers its items with a dash and signs with a stroke", () => {
  const { clauses, signer, subject } = readText(`TỈNH ỦY ĐÔNG HÀ
*
Số 538-CV/TU
về việc tăng cường lãnh đạo công tác văn thư
ĐẢNG CỘNG SẢN VIỆT NAM
Đông Hà, ngày 09 tháng 02 năm 2026
Kính gửi:
- Các đảng ủy trực thuộc Tỉnh ủy,
- Đảng ủy các xã, phường.
Ban Thường vụ Tỉnh ủy yêu cầu:
1- Đảng ủy các xã, phường quán triệt nghiêm túc Nghị quyết đến từng chi bộ.
2- Ban Tổ chức Tỉnh ủy báo cáo kết quả trong quý IV/2026.
Nơi nhận:
- Như trên,
- Lưu Văn phòng Tỉnh ủy.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Đỗ Trọng Mẫu`)
  expect(clauses.map(({ path, addressees }) => [path, addressees])).toEqual([
    ["1", ["Đảng ủy các xã, phường"]],
    ["2", ["Ban Tổ chức Tỉnh ủy"]],
  ])
  expect(subject).toBe("về việc tăng cường lãnh đạo công tác văn thư")
  expect(signer.name).toBe("Đỗ Trọng Mẫu")
})
