import { expect, test } from "vitest"
import { readSignal } from "./read.ts"
import { withHeads } from "./tables.ts"

const read = (text: string) =>
  readSignal(text).identifiers.map(({ value, role, span }) => [
    text.slice(...span).trim(),
    value,
    role === "suspect" ? "suspect" : "not",
  ])

test("in a table a number belongs to whom its column names, and each reading points into the table as received", () => {
  const text =
    "STT|Thuê bao nạn nhân|Số gọi đến\n1|0952101440|0958007113\n2|0307101441|0958007114\nNgười lập: Trung"
  expect(read(text)).toEqual([
    ["0952101440", "+84952101440", "not"],
    ["0958007113", "+84958007113", "suspect"],
    ["0307101441", "+84307101441", "not"],
    ["0958007114", "+84958007114", "suspect"],
  ])
})

test("a bank in its own column is the bank of the account in the same row", () => {
  const text = "Số tài khoản nhận ; Ngân hàng ; Số tiền\n0123 9988 7766 ; VPBank ; 80.000.000"
  expect(read(text)).toEqual([["0123 9988 7766", "970432:012399887766", "suspect"]])
})

test("text without rows under a head is left as it is", () => {
  for (const text of ["", "Tôi bị lừa; số nó 0951 234 567; số tôi 0311 222 333", "a|b\nc"])
    expect(withHeads(text).text).toBe(text)
})
