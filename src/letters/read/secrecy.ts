/**
 * The stamp of a state secret: "MẬT", "TỐI MẬT", "TUYỆT MẬT" as a person sees it, wherever it stands: above the letter, beside
 * its number, in a page's header, in a picture of letters, after the text, drawn aslant or letter by letter.
 *
 * A stamp is a line, or a part of a line set apart, made only of stamp words: the level, and beside it an urgency ("KHẨN",
 * "HỎA TỐC"), a copy number ("Bản số 01") or what may be done with it ("Tài liệu thu hồi"). Such a letter is not read further
 * and not kept. "Bí mật nhà nước", "mật khẩu" or a name in a sentence is no stamp.
 */

import { decodeTcvn3 } from "./encodings/tcvn3.ts"
import { decodeVni } from "./encodings/vni.ts"

/** Letters of other alphabets that look like those of the stamp's words; full-width and mathematical ones are known by NFKD. */
const alike: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["А", "A"],
    ["В", "B"],
    ["Е", "E"],
    ["І", "I"],
    ["К", "K"],
    ["М", "M"],
    ["Н", "H"],
    ["О", "O"],
    ["Р", "P"],
    ["С", "C"],
    ["Т", "T"],
    ["У", "Y"],
    ["Х", "X"],
    ["Α", "A"],
    ["Β", "B"],
    ["Ε", "E"],
    ["Η", "H"],
    ["Ι", "I"],
    ["Κ", "K"],
    ["Μ", "M"],
    ["Ν", "N"],
    ["Ο", "O"],
    ["Ρ", "P"],
    ["Τ", "T"],
    ["Υ", "Y"],
    ["Χ", "X"],
    ["Ð", "Đ"],
    ["Ɖ", "Đ"],
    ["ᴍ", "M"],
    ["ᴀ", "A"],
    ["ᴛ", "T"],
  ].map((pair) => pair as [string, string]),
)
const vietnameseMarks = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
const otherMarks = new RegExp(`(?![${vietnameseMarks}])\\p{M}`, "gu")
const invisible = /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff]/g

/** The words in capitals as they look: one alphabet, no marks that are not Vietnamese, no invisible characters. */
function seenAs(words: string): string {
  return words
    .replace(invisible, "")
    .normalize("NFKD")
    .replace(otherMarks, "")
    .replace(/[\u0370-\u03ff\u0400-\u04ffÐƉᴍᴀᴛ]/g, (char) => alike[char.toUpperCase()] ?? alike[char] ?? char)
    .normalize("NFC")
}

const squash = (words: string) => words.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "")

const level = "(?:TUYỆT|TỐI)?M[ẬÂ]T"
const label = "(?:BÍMẬTNHÀNƯỚC)?(?:(?:MỨC)?ĐỘMẬT|(?:ĐÃ)?(?:ĐÓNG)?DẤU(?:CHỈ)?(?:ĐỘMẬT|ĐỘ)?|ĐỘ(?=TUYỆT|TỐI))?"
const companion =
  "(?:(?:THƯỢNG)?KHẨN|H[ỎO][ẢA]?TỐC|HẸNGIỜ|ĐẾN\\d{1,2}GIỜ|BẢNSỐ[A-Z]?\\d{0,8}|SỐBẢN\\d{0,6}|BẢN\\d{1,6}|SỐ\\d{1,6}|TRANG\\d{1,6}" +
  "|TÀILIỆUTHUHỒI|THUHỒI|(?:KHÔNG|CẤM)(?:ĐƯỢC)?SAO(?:CHỤP)?|KHÔNGPHỔBIẾN|LƯUHÀNHNỘIBỘ|XEMXONGTRẢLẠI|BÍMẬTNHÀNƯỚC" +
  "|CHỈNGƯỜICÓTÊNMỚIĐƯỢCBÓCBÌ|THỜIHẠN(?:BẢOVỆ)?(?:BÍMẬTNHÀNƯỚC)?|\\d{1,8}|NĂM|THÁNG|NGÀY" +
  "|BẢN(?:SAO|CHÍNH|GỐC|THẢO|TRÍCHSAO|PHOTO)(?:SỐ[A-Z]?\\d{0,8})?|SAO(?:Y|LỤC)|DỰTHẢO|PHỤLỤC|(?:ĐÃ)?GIẢIMẬT|TỰGIẢIMẬT|ĐẾN(?=NGÀY|\\d)|[A-D](?=$|BẢN|SỐ|\\d))"
/** Words for the paper that bears the mark (copy, draft, annex) go before the level as well: "BẢN SAO MẬT", "DỰ THẢO (MẬT)", "PHỤ LỤC (MẬT)". */
const urgency =
  "(?:(?:THƯỢNG)?KHẨN|H[ỎO][ẢA]?TỐC|BẢNSỐ\\d{0,8}|SỐBẢN\\d{0,6}|BÍMẬTNHÀNƯỚC|LƯUHÀNHNỘIBỘ" +
  "|BẢN(?:SAO|CHÍNH|GỐC|THẢO|TRÍCHSAO)(?:SỐ[A-Z]?\\d{0,8})?|DỰTHẢO(?:LẦN\\d{0,2})?|PHỤLỤC(?:SỐ)?(?:\\d{1,3}|[IVX]{1,5})?)"
/** A copy of a state secret bears these words in the place of the level. */
const copied = "BẢNSAO(?:SỐ\\d{0,8})?BÍMẬTNHÀNƯỚC"
const stamp = new RegExp(`^${urgency}{0,3}(?:${label}${level}|${copied})${companion}{0,8}$`, "u")
/** "TÀI LIỆU MẬT" heads a page; in a title broken over lines the same words may end a sentence. */
const paperStamp = new RegExp(
  `^${urgency}{0,3}(?:TÀILIỆU|VĂNBẢN|HỒSƠ|CÔNGVĂN)(?:BÍMẬTNHÀNƯỚC)?(?:${label})${level}${companion}{0,8}$`,
  "u",
)
const stampCharsMax = 160

/** Are these words, set apart from others, a stamp? Case does not matter. */
const isStamp = (words: string) => {
  if (words.length > stampCharsMax) return false
  return stamp.test(squash(words))
}

/** "M Ậ T" among other words: single capitals with room between them are written so for a stamp alone. */
const spaced = /(?<![\p{L}\p{M}\p{N}])M[\s.·_*-]{1,12}[ẬÂ][\s.·_*-]{1,12}T(?![\p{L}\p{M}\p{N}])/u
/** Parts of a line set apart by room, a bar or a dash between spaces. */
const apart = /\s{2,}|\t|\||\s[-–—]\s|[;,]/

/** Beside the letter's number, its day or its office, with no more than one space between. */
const besideHead =
  /^(?:số\s?:|[^,;:]{1,40}, ngày |cộng h|độc lập|ủy ban|uỷ ban|ubnd|bộ |sở |công an|tỉnh|thành phố|huyện|hđnd|ban |cục )/iu
const endsInLevel = /(?<!\p{L})(?<!(?:BÍ|BẢO|CƠ|ĐỘ|DẤU|GIỮ) )(?:TUYỆT |TỐI )?MẬT\s?[)\]]?$/u
const opensWithLevel =
  /^[([]?(?:TUYỆT |TỐI )?MẬT[)\]]?\s+(?=SỐ\s?:|Số\s?:|V\/v\s|[Vv]ề việc\s|VỀ VIỆC\s|CỘNG H|Độc lập|ĐỘC LẬP|ỦY BAN|UỶ BAN|UBND|[^,;:]{1,40}, ngày)/u

/** Words that go before or after "mật" when a title is broken over two lines: "… BẢO VỆ BÍ" / "MẬT NHÀ NƯỚC". */
const breaksBefore = /(?:^|\s)(?:bí|bảo|cơ|khóa|khoá|giữ|độ|dấu|loại|được|ong|đường)$/iu
const breaksAfter =
  /^(?:khẩu|mã|thư|vụ|ong|độ|nhà|nghị|báo|danh|lệnh|hàm|thiết|ước|ngữ|thám|của|trong|trên|và|hoặc|theo|được|phải)(?!\p{L})/iu

const headLines = 40
const startsBody = /^(?:kính gửi|căn cứ|điều 1|nơi nhận)/i

/**
 * `text`: what is read of the letter; `aside`: words that a person sees on its pages and that are not read (page headers,
 * footers, pictures of letters, slanted words, notes), each on a line of its own.
 */
export function isStateSecret(text: string, aside: readonly string[] = []): boolean {
  if (aside.some((words) => asTyped(words).some(isStampAside))) return true
  const lines = seenAs(text)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
  if (text.split("\n").some(isOldStamp)) return true
  const body = lines.slice(0, headLines).findIndex((line) => startsBody.test(line))
  const headEnd = body < 0 ? headLines : body + 1
  return lines.some((_, i) => isStampedAt(lines, i, i < headEnd))
}

/** A line drawn in an old font, alone, is too short to tell which: "TOÁI MAÄT" (VNI), "tèi mËt" (TCVN3). It is looked at as each. */
const asTyped = (words: string): string[] => [words, decodeVni(words), decodeTcvn3(words)]

/** A line of a letter otherwise in Unicode, drawn in an old font: nothing else reads as a stamp when it is decoded. */
const isOldStamp = (line: string): boolean =>
  line.length <= stampCharsMax &&
  [decodeVni(line), decodeTcvn3(line)].some((words) => words !== line && isStamp(seenAs(words)))

/** Words that stand outside the letter's text: any case counts, and so does "Tài liệu mật". */
function isStampAside(words: string): boolean {
  return (
    seenAs(words)
      .split("\n")
      .some((line) => {
        const parts = [line, ...line.split(apart)]
        return spaced.test(line) || parts.some((part) => isStamp(part) || isPaperStamp(part))
      }) ||
    (words.length <= stampCharsMax && isStamp(seenAs(words)))
  )
}

const isPaperStamp = (words: string) => words.length <= stampCharsMax && paperStamp.test(squash(words))

function isStampedAt(lines: readonly string[], i: number, isHead: boolean): boolean {
  const line = lines[i] ?? ""
  if (spaced.test(line)) return true
  if (isHead && i < 3 && isPaperStamp(line)) return true
  if (line.length <= stampCharsMax && isHead && (isBesideHead(line) || opensWithLevel.test(line))) return true
  const parts = line.length > 400 ? [line] : [line, ...line.split(apart)]
  if (parts.some((part) => isStamp(part) && isSeenAsStamp(part, line, isHead)) && !isBroken(lines, i)) {
    // Levels listed one under another are the headings of a table, when they stand in the letter's body.
    return isHead || !isListOfLevels(lines, i)
  }
  return isStampOverLines(lines, i)
}

/** In the body only capitals are a stamp: "Mật" in a cell or at a broken line's end is a word. */
const isSeenAsStamp = (part: string, line: string, isHead: boolean) => {
  if (isHead) return part === line || isCapitals(part)
  const isListed = /^\s?[-–•+]\s?\p{L}/u.test(line) && !/[-–]\s?$/.test(line)
  return isCapitals(levelIn(part)) && !isListed && !/["“”]/.test(line)
}
const levelIn = (part: string) => /(?:(?:tuyệt|tối)\W{0,3})?m\W{0,3}[ậâ]\W{0,3}t/iu.exec(part)?.[0] ?? part
const isCapitals = (words: string) => words === words.toUpperCase()

const isBesideHead = (line: string) =>
  endsInLevel.test(line) && besideHead.test(line) && !/(?:văn bản|tài liệu|hồ sơ)[^.;]{0,30}$/iu.test(line)

/** "… BẢO VỆ BÍ" / "MẬT", "MẬT" / "KHẨU …": two lines of one title. */
function isBroken(lines: readonly string[], i: number): boolean {
  const bare = /^[^\p{L}]{0,3}m[ậâ]t[^\p{L}]{0,3}$/iu.test(lines[i] ?? "")
  return bare && (breaksBefore.test(lines[i - 1] ?? "") || breaksAfter.test(lines[i + 1] ?? ""))
}

function isListOfLevels(lines: readonly string[], i: number): boolean {
  const levels = lines.slice(Math.max(0, i - 3), i + 4).flatMap((line) => {
    const found = /^\W{0,4}(tuyệt mật|tối mật|mật)\W{0,4}$/iu.exec(line)?.[1]
    return found === undefined ? [] : [found.toUpperCase()]
  })
  return new Set(levels).size > 1
}

const overLinesMax = 14

/** "TỐI" / "MẬT", or one letter under another. */
function isStampOverLines(lines: readonly string[], at: number): boolean {
  if (squash(lines[at] ?? "").length > 5 || !isCapitals(lines[at] ?? "")) return false
  if (/^\W{0,3}M[ẬÂ]T\W{0,3}$/u.test(lines[at] ?? "")) return false
  let words = ""
  for (const line of lines.slice(at, at + overLinesMax)) {
    if (line.length > 12 || !isCapitals(line)) return false
    words += squash(line)
    if (words.length > 20) return false
    if (new RegExp(`^${level}$`, "u").test(words)) return true
  }
  return false
}
