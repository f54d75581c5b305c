import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { balanced, tie, tied } from "./lines.ts"
import { textWidth } from "./metrics.ts"

describe("words that must stay on one line", () => {
  test.each([
    ["trước ngày 15 tháng 12 năm 2023", "trước ngày~15~tháng~12~năm~2023"],
    ["trong tháng 7 năm 2023", "trong tháng~7~năm~2023"],
    ["theo điểm a khoản 2 Điều 15", "theo điểm~a khoản~2 Điều~15"],
    ["Báo cáo số 841/BC-STTTT", "Báo cáo số~841/BC-STTTT"],
    ["lúc 8 giờ 30 phút", "lúc~8~giờ 30~phút"],
    ["phạt 1.500.000 đồng, tăng 5 %", "phạt 1.500.000~đồng, tăng~5~%"],
    ["một số cơ quan, điểm bán lẻ", "một số cơ quan, điểm bán lẻ"],
    ["phòng, chống tội phạm: giảm 12 (64 tin)", "phòng,~chống tội phạm: giảm~12 (64~tin)"],
  ])("%s", (text, held) => {
    expect(tied(text)).toBe(held.replaceAll("~", tie))
  })

  test("only spaces change, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(tied(text).replaceAll(tie, " ").replace(/ +/g, " ")).toBe(
          text.replaceAll(tie, " ").replace(/ +/g, " "),
        )
      }),
    )
  })
})

describe("a long name in a narrow column", () => {
  const widthOf = (line: string) => textWidth(line, 12, "bold")

  test("takes as few lines as it can, and a place's name is not torn", () => {
    expect(balanced("ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN", 180, widthOf)).toEqual([
      "ỦY BAN NHÂN DÂN",
      "TỈNH HƯNG YÊN",
    ])
    expect(balanced("SỞ TÀI CHÍNH", 180, widthOf)).toEqual(["SỞ TÀI CHÍNH"])
  })

  test("every word is there in its order, and no line is wider than the column unless one word is", () => {
    const words = fc.array(fc.constantFrom("ỦY", "BAN", "THƯỜNG", "TRỰC", "PHÒNG,", "CHỐNG", "NGHIÊM"), {
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 300 }), (given, width) => {
        const lines = balanced(given.join(" "), width, widthOf)
        expect(lines.join(" ")).toBe(given.join(" "))
        for (const line of lines) if (line.includes(" ")) expect(widthOf(line)).toBeLessThanOrEqual(width)
      }),
    )
  })

  test("a name of more words than a head can hold is still printed whole", () => {
    const name = Array.from({ length: 120 }, (_, i) => `TỪ${i}`).join(" ")
    expect(balanced(name, 180, widthOf).join(" ")).toBe(name)
  })
})
