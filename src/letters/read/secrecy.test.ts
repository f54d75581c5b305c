import { readdirSync, readFileSync } from "node:fs"
import fc from "fast-check"
import { expect, test } from "vitest"
import { readText } from "./read.ts"
import { Refusal } from "./refusal.ts"
import { isStateSecret } from "./secrecy.ts"

const ordinary = (line: string) => `ỦY BAN NHÂN DÂN
TỈNH ĐÔNG HÀ
Số: 12/UBND-NC
${line}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đông Hà, ngày 02 tháng 5 năm 2024
V/v bảo vệ bí mật nhà nước
Kính gửi: Công an tỉnh.
UBND tỉnh yêu cầu Công an tỉnh tăng cường bảo vệ bí mật nhà nước, phân loại độ mật và báo cáo UBND tỉnh./.
Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Mật
`
const isRefused = (text: string) => {
  try {
    readText(text)
    return false
  } catch (error) {
    if (error instanceof Refusal) return error.reason === "secret"
    throw error
  }
}

test.each([
  "MẬT",
  "TỐI MẬT",
  "TUYỆT MẬT",
  "  Mật ",
  "[MẬT]",
  "Độ mật: TỐI MẬT",
  "ĐỘ MẬT: MẬT",
  "TUYỆT  MẬT",
  "TỐI\nMẬT",
  "T\nU\nY\nỆ\nT\nM\nẬ\nT",
  "MẬT - HỎA TỐC",
  "HỎA TỐC - MẬT",
  "MẬT HỎA TỐC",
  "MẬT / KHẨN",
  "THƯỢNG KHẨN, TỐI MẬT",
  "MẬT (Bản số 01)",
  "MẬT; Bản số: 02/05",
  "TUYỆT MẬT     Bản số 3",
  "M Ậ T",
  "T Ố I  M Ậ T",
  "M.Ậ.T",
  "M Ậ T    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  "DẤU MẬT",
  "DẤU CHỈ ĐỘ MẬT: MẬT",
  "BÍ MẬT NHÀ NƯỚC - TỐI MẬT",
  "MẬT (Thời hạn bảo vệ: 10 năm)",
  "TỐI MẬT - TÀI LIỆU THU HỒI",
  "Số: 12/UBND-NC MẬT",
  "MẬT Số: 12/UBND-NC",
  "| MẬT | Đông Hà, ngày 02 tháng 5 năm 2024 |",
  "MẬT BẢN SAO SỐ 02",
  "BẢN SAO MẬT",
  "BẢN SAO SỐ 3 TỐI MẬT",
  "BẢN SAO BÍ MẬT NHÀ NƯỚC",
  "DỰ THẢO MẬT",
  "DỰ THẢO LẦN 2 (TUYỆT MẬT)",
  "MẬT (dự thảo)",
  "TỐI MẬT (bản chính)",
  "PHỤ LỤC (MẬT)",
  "PHỤ LỤC II TỐI MẬT",
  "PHỤ LỤC MẬT",
  "MẬT (giải mật ngày 1/1/2030)",
  "MẬT V/v bảo vệ mục tiêu",
  "MẬT A",
])("a letter stamped %j by its office is refused, not kept", (stamp) => {
  expect(isRefused(ordinary(stamp))).toBe(true)
})

test.each(["BẢN SAO BÍ MẬT NHÀ NƯỚC", "DỰ THẢO (MẬT)", "Phụ lục (Mật)", "MẬT BẢN SAO SỐ 02"])(
  "%j in a page's header or a picture of letters refuses the letter",
  (words) => {
    expect(isStateSecret(ordinary(""), [words])).toBe(true)
  },
)

test("a stamp below the text, where the clerk put it at the end, refuses the letter too", () => {
  for (const stamp of ["MẬT", "TỐI MẬT", "MẬT - KHẨN", "M Ậ T", "  TUYỆT MẬT     Trang 3"])
    expect(isRefused(`${ordinary("")}\n${stamp}\n`)).toBe(true)
})

test("a stamp written with letters of another alphabet that look the same is the same stamp", () => {
  // The first is Cyrillic, the second Greek, the third full-width, the last bold mathematical letters.
  for (const stamp of [
    "М\u1eacТ",
    "Μ\u1eacΤ",
    "Ｍ\u1eacＴ",
    "\u{1d40c}\u1eac\u{1d413}",
    "TỐI МА\u0323\u0302Т",
  ])
    expect(isRefused(ordinary(stamp))).toBe(true)
})

test("a stamp in decomposed letters, with or with invisible characters is a stamp all the same", () => {
  expect(isRefused(ordinary("TỐI MẬT").normalize("NFD"))).toBe(true)
  expect(isRefused(ordinary("M\u200bẬ\u00adT"))).toBe(true)
  expect(isRefused(ordinary("M\u0336Ậ\u0336T\u0336"))).toBe(true)
})

test.each([
  "HỎA TỐC",
  "KHẨN",
  "V/v bảo vệ bí mật nhà nước",
  "V/v thu hồi văn bản đóng dấu MẬT",
  "Bảo mật thông tin",
  "MẬT KHẨU",
  "ĐỘ MẬT",
  "Độ mật:",
  "BẢO VỆ BÍ\nMẬT NHÀ NƯỚC",
  "BẢO VỆ BÍ\nMẬT",
  "BẢO\nMẬT",
  "CÔNG TY ONG MẬT",
  "Bản số 01",
  "BẢN SAO",
  "BẢN SAO Y",
  "DỰ THẢO",
  "DỰ THẢO LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC",
  "PHỤ LỤC MẬT ĐỘ DÂN CƯ",
  "PHỤ LỤC I",
  "GIẢI MẬT",
  "V/v giải mật tài liệu",
  "MẬT ONG",
])("%j in a letter's head is no stamp of a state secret: the letter is read", (words) => {
  expect(isRefused(ordinary(words))).toBe(false)
})

test("a letter whose body counts papers by their level of secrecy is read", () => {
  const table = ["TT", "Độ mật", "Tuyệt mật", "Tối mật", "Mật", "1", "Sở Nội vụ", "0", "2", "15"]
  const listed = ["- Tuyệt mật;", "- Tối mật;", "- Mật."]
  const capitals = ["TUYỆT MẬT", "TỐI MẬT", "MẬT"]
  for (const lines of [table, listed, capitals])
    expect(isRefused(ordinary("").replace("Nơi nhận", `${lines.join("\n")}\nNơi nhận`))).toBe(false)
})

test.each(["MAÄT", "TOÁI MAÄT", "TUYEÄT MAÄT", "MËT", "tèi mËt", "tuyÖt mËt"])(
  "%j, a stamp drawn in an old font beside the text or in it, is a stamp",
  (words) => {
    expect(isStateSecret(ordinary(""), [words])).toBe(true)
    expect(isRefused(ordinary(words))).toBe(true)
    expect(isStateSecret(ordinary(""), ["Maät khaåu", "mËt khÈu", "Trang 2"])).toBe(false)
  },
)

const level = fc.constantFrom("MẬT", "TỐI MẬT", "TUYỆT MẬT")
const beside = fc.constantFrom(
  "",
  "KHẨN",
  "HỎA TỐC",
  "THƯỢNG KHẨN",
  "HỎA TỐC HẸN GIỜ",
  "Bản số 07",
  "Bản số: 1/3",
)
const joint = fc.constantFrom(" ", " - ", "     ", ", ", " / ", " – ")
const frame = fc.constantFrom(["", ""], ["[", "]"], ["| ", " |"], ["(", ")"], ["--- ", " ---"])
const dress = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.normalize("NFD"),
  (text) => text.replaceAll("M", "М").replaceAll("T", "Т"),
  (text) => [...text].join(" "),
  (text) => [...text].join("\u200b"),
)
const places = ["CỘNG HÒA", "V/v", "Kính gửi", "Nơi nhận", "TM. ỦY BAN"]

test("whatever stands beside it, however it is framed and spelled, a stamp on a line of its own is refused", () => {
  fc.assert(
    fc.property(
      level,
      fc.tuple(beside, joint, frame, dress),
      fc.constantFrom(...places),
      (stamp, [more, by, [open = "", close = ""], dressed], place) => {
        const words = open + dressed(stamp) + (more === "" ? "" : by + more) + close
        return isRefused(ordinary("").replace(place, `${words}\n${place}`))
      },
    ),
    { numRuns: 400 },
  )
})

const folders = ["../fixtures/", "./fixtures/"].map((path) => new URL(path, import.meta.url))
const letters = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .map((file) => [file, new URL(file, folder)] as const),
)

test.each(letters)("the ordinary letter %s is not refused as a secret", (_file, url) => {
  expect(
    isRefused(
      readFileSync(url, "latin1").includes("\u00c3")
        ? readFileSync(url, "utf8")
        : readFileSync(url, "latin1"),
    ),
  ).toBe(false)
})
