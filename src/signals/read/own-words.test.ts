import { expect, test } from "vitest"
import { readSignal } from "./read.ts"

const roleOf = (text: string, ending: string) =>
  readSignal(text).identifiers.find(({ value }) => value.endsWith(ending))?.role

const own: readonly (readonly [string, string])[] = [
  ["Nó mạo danh shop em (Shop Mây 0304 992 118) gọi khách, số nó 0512 669 331", "304992118"],
  ["22:10 có ông khách gọi bằng 0304 118 006: hỏi số 0512 669 774 có phải công an không", "304118006"],
  [
    "- Bên chuyển: 1500 2051 3384 (Agribank)\n- Bên hưởng: 1903 8812 6640 (Techcombank), chuyển lúc 9h",
    "150020513384",
  ],
  ["Kẻ gian lấy hotline shop để lừa, khách cọc vào MB. Shop chỉ nhận qua VCB 0351 0001 9921", "035100019921"],
  ["Khách nộp phí từ ví MoMo 0952 663 171 sang ví MoMo 0300 885 419", "952663171"],
  ["Thuê bao khiếu nại nhiều: 0957 660 703; 0518 660 704. Nguồn phát tán: 0302 660 705", "518660704"],
  ["Người bán nước (0952 330 148) thấy xe lạ có dây ăng ten đỗ ở bến", "952330148"],
  ["Aunt's phone, which they still used to call, is 0303 760 219; the caller had 0514 660 728", "303760219"],
]
test.each(own)(
  "whoever was harmed, saw it or reports it is never read as the suspect: %s",
  (text, ending) => {
    expect(["victim", "reporter", "unclear"]).toContain(roleOf(text, ending))
  },
)

const theirs: readonly (readonly [string, string])[] = [
  ["Từ Vietcombank 1032 0011 77 của em sang MB 8800 1133 557, mất 21 triệu", "88001133557"],
  ["Tài khoản nhận tiền: PGBank 2020 3131 4. Hội viên đã gửi 1.350.000", "202031314"],
  ["Thu 6 sim, chủ quầy nhập hàng của zalo 0510 600 219", "510600219"],
  ["Khách đến nhờ kiểm tra, vừa có người gọi từ 0319 766 206 bảo bấm phím 1", "319766206"],
]
test.each(theirs)("where money or goods came from or went to, there is the suspect: %s", (text, ending) => {
  expect(roleOf(text, ending)).toBe("suspect")
})

test("a number that the writer takes back as wrong is nobody's", () => {
  const read = (text: string) => readSignal(text).identifiers.map(({ value }) => value)
  expect(read("Bản trước ghi sai số đối tượng là 0309 117 421, số đúng 0309 117 412.")).toEqual([
    "+84309117412",
  ])
  expect(read("Số 0305 222 817 là SAI, của người khác. Đúng là 0305 222 872, nó bán máy khâu")).toEqual([
    "+84305222872",
  ])
})

test("a number with nothing but its label beside it is nobody's yet: an officer is asked", () => {
  for (const text of ["0911 222 333", "số 0911 222 333"]) expect(roleOf(text, "911222333")).toBe("unclear")
})

test("an address at a bank's own host is never a suspect's, one at everybody's mail can be", () => {
  const text = "nó gửi email từ cskh@vietcombank.com.vn và hotro.vcb@gmail.com"
  expect(roleOf(text, "cskh@vietcombank.com.vn")).toBe("official-mentioned")
  expect(roleOf(text, "hotro.vcb@gmail.com")).toBe("suspect")
})
