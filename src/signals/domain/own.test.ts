import { describe, expect, test } from "vitest"
import { callsReporter, namesReporter, ownIn, withoutReporter } from "./own.ts"

describe("what a tip's own words tell of its writer", () => {
  test.each([
    ["Tôi là Hoàng Thị Kín bị lừa 5 triệu", "Hoàng Thị Kín"],
    ["toi ten la Vũ Văn Ẩn, so 0988 222 111 lua toi", "Vũ Văn Ẩn"],
    ["Người báo tin: Trần Thị Lặng. Số 0988 222 111 lừa tôi", "Trần Thị Lặng"],
    ["My name is Nguyen Thi Im, they took my money", "Nguyen Thi Im"],
    ["Họ tên: TRẦN THỊ BÌNH", "TRẦN THỊ BÌNH"],
    ["Em tên Bình bị lừa", "Bình"],
    ["Bị lừa 5 triệu.\nKý tên: Nguyễn Văn An", "Nguyễn Văn An"],
    ["Người viết đơn\nNguyễn Văn An", "Nguyễn Văn An"],
    ["Bị lừa rồi. Thân, Lan Anh - 0912345678", "Lan Anh"],
    ["Scammed.\nRegards,\nNguyen Van An", "Nguyen Van An"],
    ["Con gái tôi Trần Thị Hoa bị lừa", "Trần Thị Hoa"],
    ["My name is John Smith, they took my money", "John Smith"],
    ["I am John Smith from London", "John Smith"],
    ["Kính gửi công an. Em Trần Thị Mơ báo tin ạ", "Trần Thị Mơ"],
  ])("%s: the name is the reporter's", (words, name) => {
    expect(ownIn(words).names).toEqual([name])
  })

  test.each([
    "Nó nói tôi là Công An Tỉnh đây",
    "Tôi là khách hàng của Ngân hàng Mẫu",
    "Chuyển vào tài khoản tên Nguyễn Văn Lừa",
    "Họ tên người nhận: NGUYEN VAN LUA",
    "nó bảo em tên Bình ở công an",
    "Xin cảm ơn, Công an tỉnh xem giúp",
    "I am Vietnamese and lost money",
    "Nó nhắn: em Trần Thị Lừa đây, chuyển tiền đi",
  ])("%s: nobody is introduced", (words) => {
    expect(ownIn(words).names).toEqual([])
  })

  test("their own papers and number are theirs; the swindler's are not", () => {
    const own = ownIn(
      "Tôi số cccd 033 190 001 234, số của tôi 0355 444 333. Nó cccd 001 090 009 999, số 0988 222 111 lừa tôi.",
    )
    expect(namesReporter("giấy tờ 033190001234", own)).toBe(true)
    expect(withoutReporter("gọi 0355.444.333", own)).toBe("gọi [đã che]")
    expect(namesReporter("001090009999 và 0988 222 111", own)).toBe(false)
  })
})

describe("a reporter called Nguyễn Thị Hoa, hoa.nguyen@thu.example, 0355 444 333", () => {
  const hoa = { names: ["Nguyễn Thị Hoa"], contacts: ["hoa.nguyen@thu.example", "0355 444 333"] }

  test.each([
    "người báo là Nguyễn Hoa",
    "gặp Nguyễn T. Hoa ngày 3/9",
    "gặp N.T.Hoa ngày 3/9",
    "gặp N. Thị Hoa ngày 3/9",
    "NguyễnThịHoa",
    "nguyenthihoa cung cấp",
    "Nguyễn  Thị  Hoa",
    "Nguyễn Thị\nHoa",
    "chị THI HOA",
    "gọi không ba năm năm bốn bốn bốn ba ba ba",
    "viết cho hoa.nguyen (a) thu.example",
  ])("is named by “%s”", (text) => {
    expect(namesReporter(text, hoa)).toBe(true)
    expect(namesReporter(withoutReporter(text, hoa), hoa)).toBe(false)
  })

  test.each(["Đã gặp bà Hoa", "anh chị. CHỊ HOA", "Ms. Hoa", "ba Hoa bao tin"])(
    "is called by “%s”",
    (text) => {
      expect(callsReporter(text, hoa)).toBe(true)
    },
  )

  test.each([
    "đường Nguyễn Hoa, phường Mẫu",
    "Nguyễn Thị Lan và Trần Hoa",
    "N.T.H. gửi đơn",
    "thì họa vào thân",
    "bà Lê Hoa, bà Hoa Mai, cô hoa khôi, ông Hòa",
    "hoa.tran@thu.example, số 0355 444 334",
    "nguyên thị trường hoa",
  ])("is neither named nor called by “%s”", (text) => {
    expect([namesReporter(text, hoa), callsReporter(text, hoa)]).toEqual([false, false])
  })

  test("a note written with accents that says “có An ninh mạng”, “chứ Hoa” calls nobody: a title has its own accents there", () => {
    const both = { names: ["Trần Văn An", "Nguyễn Thị Hoa"], contacts: [] }
    for (const text of ["Vụ này có An ninh mạng vào cuộc", "Không phải Lan chứ Hoa gì", "Đã gửi ba Hoa tiêu"])
      expect([text, callsReporter(text, both)]).toEqual([text, false])
    for (const text of ["Đã gặp cô An", "Hỏi chú An", "gặp ba\u0300 Hoa", "da gap co An", "đã hỏi bà Hoa"])
      expect([text, callsReporter(text, both)]).toEqual([text, true])
  })

  test("another's words stay whole: a part of a name with other accents is another word", () => {
    const an = { names: ["Nguyễn Văn An", "Lê Thị Lợi"], contacts: [] }
    const text = "Tài khoản vẫn an toàn; hẹn ở đường Lê Lợi, vấn an ông bà."
    expect(withoutReporter(text, an)).toBe(text)
  })
})
