import { describe, expect, test } from "vitest"
import { namesReporter, ownIn, withoutReporter } from "./own.ts"

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
