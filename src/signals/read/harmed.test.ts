import { expect, test } from "vitest"
import { readSignal } from "./read.ts"

const roleOf = (text: string, ending: string) =>
  readSignal(text).identifiers.find(({ value }) => value.endsWith(ending))?.role

const harmed: readonly (readonly [string, string])[] = [
  ['Tin lạ: "Thue bao 0302998114 se bi khoa 2 chieu, lien he 0319 440 276"', "302998114"],
  ["gmail khôi phục bị đổi từ nhi.tran@thu-mau.example thành k0h4ck@thu-la.test", "nhi.tran@thu-mau.example"],
  ["Em khai stk nhận giải ngân là 0600 4471 2285 sacombank, nó nói sai số", "060044712285"],
  [
    "qua tài khoản BIDV 1267 0000 9988 77 do con trai bà đứng tên, tới VietinBank 1099 8877 6655",
    "12670000998877",
  ],
  ["Hai khách hàng đã phản ánh là 0952 448 100 và 0304 661 739 về tin nhắn giả", "304661739"],
  ["zalo bị chiếm (số zalo 0304 770 185), kẻ chiếm nhắn vay tiền", "304770185"],
  ["someone sent 9,000,000 to my ACB 3344 0088 71 and wants it back", "3344008871"],
  ["Họ tên người trình báo: Đào Văn L\nĐiện thoại: 0307 118 660\nNội dung: mất 15 triệu", "307118660"],
  ["Con tôi tên Hiền, số nó 0305 614 220, có chi gọi cho nó, tôi nghễnh ngãng", "305614220"],
]
test.each(harmed)("whoever was harmed is never read as the suspect: %s", (text, ending) => {
  expect(["victim", "reporter"]).toContain(roleOf(text, ending))
})

test("of whom 'her account' speaks the sentence does not tell: an officer is asked", () => {
  expect(roleOf("My helper lost 46 mil. Her acct: Vietcombank 0071 0044 8812 3", "0071004488123")).toBe(
    "unclear",
  )
})

test("numbers in one list have one owner", () => {
  const roles = readSignal(
    "Ghi nhận KH phản ánh SMS giả; máy KH: 0303 118 227, 0303 118 228, 0956 007 118, 0956 007 441.",
  ).identifiers.map(({ role }) => role)
  expect(new Set(roles).size).toBe(1)
  expect(roles[0]).not.toBe("suspect")
})

const theirs: readonly (readonly [string, string])[] = [
  ["Robot gọi hoài: 0519 118 774 mời vay", "519118774"],
  ["Bọn đòi nợ gọi lung tung. Số bọn nó: 0515 774 330, 0515 774 331", "515774331"],
  ["Luật sư hứa lấy lại tiền, tôi gửi 6tr sang 0099 2244 11 OCB", "0099224411"],
  ["Chú em nhận điện 0314 007 556 báo phạt nguội", "314007556"],
]
test.each(theirs)("who calls, invites and threatens is the suspect: %s", (text, ending) => {
  expect(roleOf(text, ending)).toBe("suspect")
})
