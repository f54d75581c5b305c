import { expect, test } from "vitest"
import { readText } from "./read.ts"

const head = `UBND TỈNH ĐÔNG HÀ
Số: 4/CT-UBND
Tân Hà, ngày 2 tháng 4 năm 2024
CHỈ THỊ
Về công tác văn thư
`
const clauses = (body: string) =>
  readText(head + body).clauses.map((clause) => [clause.addressees, clause.tasks.map((task) => task.text)])

test("a lead-in that names no speaker after its aim asks all the same", () => {
  expect(
    clauses(`Công tác văn thư có nhiều tiến bộ.
Để hoàn thành tốt nhiệm vụ năm nay, yêu cầu Uỷ ban nhân dân các huyện, thị xã; Thủ trưởng các Sở, Ban, Ngành Thành phố tập trung vào các nội dung sau:
1.
Nâng cao chất lượng soạn thảo:
Quán triệt các quy định về thể thức.`),
  ).toEqual([
    [
      ["Uỷ ban nhân dân các huyện, thị xã", "Thủ trưởng các Sở, Ban, Ngành Thành phố"],
      ["Quán triệt các quy định về thể thức."],
    ],
  ])
})

test("a body known by what it was given to do keeps those words in its name", () => {
  expect(
    clauses(`UBND tỉnh yêu cầu:
1. Cơ quan được giao chủ trì soạn thảo văn bản phải lấy ý kiến Sở Tư pháp.
2. Các cơ quan, tổ chức tiếp tục rà soát văn bản.
3. Các ngành, các cấp thực hiện nghiêm chế độ báo cáo.`).map(([names]) => names),
  ).toEqual([
    ["Cơ quan được giao chủ trì soạn thảo văn bản"],
    ["Các cơ quan, tổ chức"],
    ["Các ngành, các cấp"],
  ])
})

test("what the issuer says it will do stays no task among bullets, nor does an office that conveys a notice", () => {
  expect(
    clauses(`UBND tỉnh yêu cầu:
1. Sở Nội vụ:
- Mở lớp tập huấn trước ngày 1/6/2024.
- UBND tỉnh sẽ tiếp tục đổi mới cơ chế phân cấp.
Văn phòng UBND tỉnh xin thông báo ý kiến của Chủ tịch UBND tỉnh tại phiên họp tháng Tư để các sở, các huyện biết và thực hiện.`),
  ).toEqual([[["Sở Nội vụ"], ["Mở lớp tập huấn trước ngày 1/6/2024."]]])
})

test("bodies greeted one below another without any sign between them are as many addressees", () => {
  const letter = (greeted: string) =>
    readText(`UBND TỈNH ĐÔNG HÀ
Số: 15/UBND-KGVX
Tân Hà, ngày 2 tháng 4 năm 2024
Kính gửi:
${greeted}
UBND tỉnh nhận được văn bản của Bộ Nội vụ về công tác văn thư.
Yêu cầu các cơ quan báo cáo trước ngày 15/6/2024.`).addressees
  expect(letter("Sở Y tế\nSở Văn hóa, Thể thao và\nDu lịch\nCông an tỉnh")).toEqual([
    "Sở Y tế",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Công an tỉnh",
  ])
})

test("a list of addressees goes on over wrapped names, numbers and letters, and to the names that a line announced", () => {
  const greeted = (list: string) =>
    readText(`UBND TỈNH ĐÔNG HÀ
Số: 15/UBND-KGVX
Tân Hà, ngày 2 tháng 4 năm 2024
Kính gửi:
${list}
UBND tỉnh nhận được văn bản của Bộ Nội vụ về công tác văn thư.
Yêu cầu các cơ quan báo cáo trước ngày 15/6/2024.`).addressees
  expect(greeted("- Sở Y tế;\n- VNPT Hưng\nYên;\n- Bưu điện tỉnh.")).toEqual([
    "Sở Y tế",
    "VNPT Hưng Yên",
    "Bưu điện tỉnh",
  ])
  for (const list of [
    "1. Sở Y tế;\n2. Công an tỉnh;",
    "a) Sở Y tế;\nb) Công an tỉnh.",
    "1) Sở Y tế;\n2) Công an tỉnh.",
  ])
    expect(greeted(list)).toEqual(["Sở Y tế", "Công an tỉnh"])
  expect(greeted("- Sở Y tế;\n- Viễn thông tỉnh\n(VNPT);\n- Công an tỉnh.")).toEqual([
    "Sở Y tế",
    "Viễn thông tỉnh (VNPT)",
    "Công an tỉnh",
  ])
  expect(greeted("Các doanh nghiệp viễn thông:\nViettel, VNPT, MobiFone")).toEqual([
    "Các doanh nghiệp viễn thông: Viettel, VNPT, MobiFone",
  ])
})

test("behind an order in running text a body named first is asked, and so is the same body without its name", () => {
  expect(
    clauses(`Sở Khoa học và Công nghệ đề nghị Thủ trưởng các đơn vị khẩn trương gửi báo cáo. Hoàn thiện hồ sơ theo mẫu kèm theo.
Sở Y tế giải trình bằng văn bản lý do chậm trễ. Sau ngày 10/12/2026, Sở Khoa học và Công nghệ sẽ tổng hợp danh sách.`),
  ).toEqual([
    [["Thủ trưởng các đơn vị"], ["khẩn trương gửi báo cáo.", "Hoàn thiện hồ sơ theo mẫu kèm theo."]],
    [["Sở Y tế"], ["giải trình bằng văn bản lý do chậm trễ."]],
  ])
})

test("names between the greeting and the first sentence that no addressee covers are told as a doubt", () => {
  expect(
    readText(`UBND TỈNH ĐÔNG HÀ
Số: 15/UBND-KGVX
Tân Hà, ngày 2 tháng 4 năm 2024
Kính gửi: Sở Y tế.
Bưu điện tỉnh.
UBND tỉnh nhận được văn bản của Bộ Nội vụ về công tác văn thư.
Yêu cầu các cơ quan báo cáo trước ngày 15/6/2024.`).uncovered,
  ).toEqual(["Bưu điện tỉnh."])
})

test("the places behind a colon stay in the name, and a sentence that turns to others is theirs", () => {
  expect(
    clauses(`Phó Thủ tướng Chính phủ có ý kiến như sau:
Chủ tịch UBND tỉnh Tân Hà khẩn trương làm việc với các địa phương. UBND các tỉnh: Đông Hà, Tây Hà đẩy nhanh các thủ tục.
Về thủ tục đào hè, đường, Sở Xây dựng rút ngắn thời gian cấp phép.`),
  ).toEqual([
    [["Chủ tịch UBND tỉnh Tân Hà"], ["khẩn trương làm việc với các địa phương."]],
    [["UBND các tỉnh: Đông Hà, Tây Hà"], ["đẩy nhanh các thủ tục."]],
    [["Sở Xây dựng"], ["rút ngắn thời gian cấp phép."]],
  ])
})

test("a line of abbreviations between the recipients is one of them", () => {
  expect(
    readText(`UBND TỈNH ĐÔNG HÀ
Số: 4/UBND-NC
Tân Hà, ngày 2 tháng 4 năm 2024
Kính gửi: Sở Y tế.
UBND tỉnh yêu cầu Sở Y tế báo cáo trước ngày 15/6/2024.
Nơi nhận:
- Như trên;
- VPCP: BTCN, các PCN;
NN, PL, NC, TH;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Mẫu`).recipients,
  ).toEqual(["Như trên", "VPCP: BTCN, các PCN", "NN, PL, NC, TH", "Lưu: VT"])
})

test("the Party's committees under one rank, a newspaper with its station and a post behind 'đồng chí' are one addressee each", () => {
  const { clauses } = readText(`UBND TỈNH ĐÔNG HÀ
Số: 4/UBND-NC
Tân Hà, ngày 2 tháng 4 năm 2024
Kính gửi: Các cơ quan, đơn vị.
Chủ tịch UBND tỉnh yêu cầu:
1. Ban Thường vụ các huyện ủy, thị ủy, đảng ủy trực thuộc lãnh đạo thực hiện.
2. Bí thư Tỉnh ủy, Thành ủy, Chủ tịch UBND các tỉnh chỉ đạo rà soát.
3. Báo và Đài Phát thanh, Truyền hình tỉnh tăng thời lượng tuyên truyền.
4. Đồng chí Giám đốc Sở Y tế theo dõi, đôn đốc.
5. Thường trực Huyện ủy, UBND huyện gương mẫu chấp hành.`)
  expect(clauses.map(({ addressees }) => addressees)).toEqual([
    ["Ban Thường vụ các huyện ủy, thị ủy, đảng ủy trực thuộc"],
    ["Bí thư Tỉnh ủy, Thành ủy", "Chủ tịch UBND các tỉnh"],
    ["Báo và Đài Phát thanh, Truyền hình tỉnh"],
    ["Giám đốc Sở Y tế"],
    ["Thường trực Huyện ủy", "UBND huyện"],
  ])
})
