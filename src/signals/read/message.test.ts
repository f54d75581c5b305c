import { expect, test } from "vitest"
import { messageCharsMax, readMessage } from "./message.ts"

const said = (text: string) => {
  const { trick, trickWords, pressure } = readMessage(text)
  return {
    trick,
    words: trickWords.map((span) => text.slice(...span)),
    pressure: pressure.map(({ sign, span }) => `${sign}: ${text.slice(...span)}`),
  }
}

test("a message is told by the trick that its words speak for, each where it stands, with or without diacritics", () => {
  expect(
    said("Nhà bạn nợ tiền điện 2 tháng, trong 2 giờ không đóng sẽ bị cắt điện. Tải ứng dụng EVN để nộp."),
  ).toEqual({
    trick: "gia-danh-dien-luc",
    words: expect.arrayContaining(["nợ tiền điện", "cắt điện"]),
    pressure: ["hurry: trong 2 giờ", "threat: cắt điện", "app: Tải ứng dụng"],
  })
  expect(
    said("CONG AN: ong dinh duong day rua tien, giu bi mat, khong noi voi ai, chuyen tien de xac minh")
      .pressure,
  ).toEqual(expect.arrayContaining(["secret: giu bi mat", "money: chuyen tien"]))
})

test.each([
  "Tối nay con về ăn cơm với bà nhé",
  "Sáng mai 8 giờ họp phụ huynh ở trường, bố nhớ đi",
  "Con gửi mẹ ảnh của cháu, hôm qua cháu biết lẫy rồi",
  "Đơn hàng của bạn đã giao thành công, cảm ơn bạn",
])("an ordinary message resembles no trick: %s", (text) => {
  expect(said(text)).toMatchObject({ trick: null, pressure: [] })
})

test("a number with its label is no message", () => {
  expect(said("số lạ 0951 442 018")).toEqual({ trick: null, words: [], pressure: [] })
})

test("what is longer than a message is refused, not cut", () => {
  expect(() => readMessage("a".repeat(messageCharsMax + 1))).toThrow(RangeError)
})
