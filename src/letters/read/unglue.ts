/** Crawlers and converters run the lines of a head or a foot together; here each stands on its own line again. */
import type { Line } from "./lines.ts"
import { fold, withoutEnd } from "./piece.ts"

const headLines = 40
const posts =
  "(?:QUYỀN |PHÓ |THỨ |Q\\. ?)?(?:THỦ TƯỚNG|BỘ TRƯỞNG|TRƯỞNG BAN|CHỦ TỊCH|TỔNG GIÁM ĐỐC|GIÁM ĐỐC|CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|VỤ TRƯỞNG|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|CHỦ NHIỆM|VIỆN TRƯỞNG|THỐNG ĐỐC|TRƯỞNG PHÒNG|HIỆU TRƯỞNG|THỨ TRƯỞNG|VĂN PHÒNG)"

/** Places before which a head's line is cut. */
const headCuts = [
  /(?<=\S {3,60})(?:\p{Lu}\p{Ll}{0,7} ?){1,5},\s{0,4}(?=ngày[\s\d.…]{1,30}tháng)/gu,
  /-{3,}/g,
  // "BỘ TÀI CHÍNH TỔNG CỤC THUẾ": an office under another.
  /(?<=^(?:BỘ|ỦY BAN|UỶ BAN|UBND|SỞ)\s[^\p{Ll}]{3,60}\s)(?:TỔNG CỤC|CHI CỤC|CỤC|SỞ|VĂN PHÒNG|THANH TRA)\s(?=[\p{Lu}\s,-]{2,60}$)/gu,
  /C[ỘO]NG H(?:ÒA|OÀ) XÃ HỘI/g,
  /Độc lập ?[-–]/g,
  /(?<=^Số ?:.{0,60}\S )V\/v/g,
  /(?<=\d{4}\s{1,3})Kính gửi/g,
  /(?<=năm\s{1,3}\d{4}\s{1,3})(?:QUYẾT ĐỊNH|CHỈ THỊ|KẾ HOẠCH|THÔNG BÁO|BÁO CÁO|CÔNG ĐIỆN|HƯỚNG DẪN|NGHỊ QUYẾT|TỜ TRÌNH|V\/v)/g,
  /(?<=^(?:QUYẾT ĐỊNH|CHỈ THỊ|KẾ HOẠCH|THÔNG BÁO)\s{1,3})(?!:)\p{Lu}{2}/gu,
  /(?<=\S )(?<!(?:CỦA|VÀ|VỀ|TẠI|VỚI|THEO|CHỦ TỊCH) )(?:BỘ TRƯỞNG BỘ|CHỦ TỊCH ỦY BAN|CHỦ TỊCH UỶ BAN|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|GIÁM ĐỐC SỞ|THỦ TƯỚNG CHÍNH PHỦ)(?=[\p{Lu}\s-]{0,60}$)/gu,
  /(?<=[,;] )QUYẾT ĐỊNH ?:$/g,
]
const listCuts = /(?<=[;:.,)]\s{0,3})[-–] (?=\S)/g
const footCuts = [
  new RegExp(
    `(?<=\\S )(?:(?:TM|KT|TL|TUQ)\\. ?\\p{Lu}{2}|(?<!(?:TM|KT|TL|TUQ|Q)\\. ?)(?<!PHÓ |THỨ |QUYỀN |TỔNG |, )${posts}(?=[\\p{Lu},\\s]{0,60}(?:\\s\\p{Lu}\\p{Ll}{1,6}){2,5}(?:\\s|$)))`,
    "gu",
  ),
  /(?<=(?:TRƯỞNG|TỊCH|ĐỐC|PHÒNG|NHIỆM|TƯỚNG|TRA)\s{1,3})\p{Lu}\p{Ll}{1,6}(?: \p{Lu}\p{Ll}{0,6}){1,4}(?=$| \p{Lu}{2})/gu,
  /(?<=\p{Ll} )(?:KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|PHỤ LỤC|QUY CHẾ)(?= \p{Lu}{2})/gu,
]

export function unglue(lines: readonly Line[]): Line[] {
  const cutLines: Line[] = []
  let isFoot = false
  let isList = false
  for (const [i, line] of lines.entries()) {
    if (/^nơi nhận/.test(line.low)) isFoot = true
    if (isFoot && /^(?:[ivx]{1,4}|1)\. /.test(line.low)) isFoot = false
    const isSignature =
      /^(?:TM|KT|TL|TUQ)\. ?\p{Lu}{2}/u.test(line.text) || (isFoot && /^\p{Lu}{2}/u.test(line.text))
    isList = /^kính gửi/.test(line.low) || (isList && /^[-–]/.test(line.text))
    const parts =
      isFoot || isSignature
        ? [...split(line, [listCuts])]
            .flatMap((part) => split(part, footCuts.slice(0, 1)))
            .flatMap((part) => split(part, footCuts.slice(1)))
        : isList
          ? split(line, [listCuts])
          : i < headLines
            ? headCuts.reduce<Line[]>((all, pattern) => all.flatMap((part) => split(part, [pattern])), [line])
            : [line]
    cutLines.push(...parts)
  }
  return cutLines.filter((line) => !/^[-_*=\s]{2,}$/.test(line.text)).map(withoutRule)
}

function split(line: Line, patterns: readonly RegExp[]): Line[] {
  const places = patterns.flatMap((pattern) => [...line.text.matchAll(pattern)].map((match) => match.index))
  const at = [0, ...places.filter((place) => place > 0).toSorted((a, b) => a - b), line.text.length]
  return at.slice(0, -1).flatMap((from, i) => {
    const part = part_(line, from, at[i + 1] ?? line.text.length)
    return part.text === "" ? [] : [part]
  })
}

function part_(line: Line, from: number, to: number): Line {
  const raw = line.text.slice(from, to)
  const text = raw.trim()
  const start = line.span[0] + from + (raw.length - raw.trimStart().length)
  return {
    text,
    low: fold(text),
    span: [start, start + text.length],
    isApart: from === 0 && line.isApart === true,
  }
}

/** "BỘ TƯ PHÁP --------": the rule under a letterhead is no word. */
function withoutRule(line: Line): Line {
  const words = withoutEnd(line.text, " *_-")
  return words === "" || words === line.text ? line : part_(line, 0, words.length)
}
