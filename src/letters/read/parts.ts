/** Where a letter's head, body and foot stand, and the plan that is bound to it after its signature. */
import { headAt } from "./bodies.ts"
import { isName } from "./foot.ts"
import { isDecider } from "./issuer.ts"
import { isAllCapitals, type Line } from "./lines.ts"

export type Parts = { head: Line[]; body: Line[]; foot: Line[]; annex: Line[]; annexTitle: string | null }

const headLinesMax = 60
const signs = /^(?:(?:tm|kt|tl|tuq|q)\.\s?|[tk]\/[mtlu] )\p{L}/u
const posts =
  /^(?:quyền |phó )?(?:thủ tướng(?: chính phủ)?|bộ trưởng(?:, chủ nhiệm)?|thứ trưởng|chủ tịch(?: ubnd| ủy ban nhân dân)?|giám đốc|tổng giám đốc|cục trưởng|tổng cục trưởng|vụ trưởng|chánh văn phòng|chánh thanh tra|chủ nhiệm|trưởng ban|viện trưởng|thống đốc|bí thư|trưởng phòng|hiệu trưởng)(?= |$)/
const annexes =
  /^(?:kế hoạch|chương trình|đề án|phương án|phụ lục|quy chế|quy định|danh mục|biểu mẫu|bảng phân công|nội dung)(?=$|\s)/

export function partsOf(lines: readonly Line[]): Parts {
  const spoken = startOfBody(lines)
  const footFrom = startOfFoot(lines, spoken)
  const annexFrom = startOfAnnex(lines, footFrom)
  const bodyFrom = Math.min(spoken, footFrom)
  const annex = lines.slice(annexFrom)
  return {
    head: lines.slice(0, bodyFrom),
    body: lines.slice(bodyFrom, footFrom),
    foot: lines.slice(footFrom, annexFrom),
    annex,
    annexTitle: annexes.exec(annex[0]?.low ?? "")?.[0] ?? null,
  }
}

const isSignature = (line: Line) =>
  (signs.test(line.low) && /^(?:\p{Lu}{1,3}\.|[TK]\/[MTLU] )/u.test(line.text)) ||
  (posts.test(line.low) && isOffice(line.text) && !isSalute(line))

/** An office stands alone in capitals, or is followed by a name on its line. */
const isOffice = (text: string) =>
  /^\p{Lu}{2}/u.test(text) &&
  (text === text.toUpperCase() || /\p{Lu}{2}(?:,? \p{Lu}\p{Ll}{0,6}){2,6}$/u.test(text)) &&
  !/[:;]$/.test(text)

/** Nobody signs before the letter speaks: "KẾT LUẬN CỦA PHÓ" / "THỦ TƯỚNG CHÍNH PHỦ TẠI BUỔI LÀM VIỆC" is a title that wrapped. */
function startOfFoot(lines: readonly Line[], spoken: number): number {
  const at = lines.findIndex(
    (line, i) =>
      /^nơi nhận\s{0,3}[:;]?/.test(line.low) ||
      (i > 8 && i > spoken && isSignature(line) && isNearName(lines, i)),
  )
  return signaturesBefore(lines, at < 0 ? endWithoutFoot(lines) : at)
}

const annexHeading = /^phụ lục(?: (?:số )?[\divx]{1,4})?$/

function endWithoutFoot(lines: readonly Line[]): number {
  const annex = lines.findIndex((line, i) => i > 8 && annexHeading.test(line.low))
  return annex < 0 ? lines.length : annex
}

/**
 * Those who sign before the recipients are named, whatever they are: "THƯ KÝ", a name, "CHỦ TỌA", a name. Below the last
 * name may stand who has not signed yet: "NGƯỜI CHỨNG KIẾN", and room for the pen.
 */
function signaturesBefore(lines: readonly Line[], end: number): number {
  let [from, names] = [end, 0]
  for (let at = end - 1; at > 0; at--) {
    const line = lines[at]
    if (line === undefined) break
    if (isName(line)) names++
    else if (isAllCapitals(line)) from = names > 0 ? at : from
    else if (!/^\(.{2,40}\)$/.test(line.text)) break
  }
  return from
}

/** "BỘ TRƯỞNG BỘ TƯ PHÁP" above "Căn cứ" names who decides; under the text it signs. */
function isNearName(lines: readonly Line[], at: number): boolean {
  const following = lines.slice(at, at + 4).map((line) => line.low)
  return !following.some((low) => /^(?:căn cứ|xét|theo đề nghị|chỉ thị|quyết định)/.test(low))
}

function startOfAnnex(lines: readonly Line[], footFrom: number): number {
  for (let i = footFrom + 1; i < lines.length; i++) {
    const line = lines[i]
    if (line === undefined) break
    if (annexHeading.test(line.low) || (annexes.test(line.low) && /^\p{Lu}{2}/u.test(line.text))) return i
  }
  return lines.length
}

export const types =
  "quyết định|chỉ thị|kế hoạch|thông báo|báo cáo|công điện|hướng dẫn|nghị quyết|tờ trình|chương trình|phương án|đề án|quy chế|giấy mời|phiếu chuyển|phiếu gửi|phiếu báo|biên bản"
const titled = new RegExp(`^(?:${types})(?:$|\\s{0,3}(?:số|:))`)
const opening =
  /^(?:căn cứ|thực hiện|sau khi|xét |theo |ngày \d|để |nhằm |trong (?:thời gian|những|quá trình|năm)|thời gian|qua |tại |vừa qua|hiện nay|những năm|phát huy|tiếp theo|trước |phúc đáp|trả lời|i\.|1\.|điều 1\b)/
const headish =
  /^(?:cộng h[òo]a|độc lập ?-|số\s?:|số\s{0,30}\/|v\/v|-{2,}|\*{3,}|_{3,})|^[^,;:]{0,40},\s{0,5}ngày[\s\d.…]{0,40}tháng[\s\d.…]{0,40}năm[\s\d.…]{0,10}$/

/** The body starts where the letter begins to speak: after its addressees, its title, its place and date. */
function startOfBody(lines: readonly Line[]): number {
  const item = lines.findIndex((line) => /^(?:i|1|a)[.)/]\s|^điều 1\b|^căn cứ /.test(line.low))
  const near = lines.slice(0, item < 0 ? headLinesMax : Math.min(item + 1, headLinesMax))
  const salute = near.findIndex(isSalute)
  if (salute >= 0)
    return afterSalute(listMark(lines, salute) === null ? near : lines.slice(0, headLinesMax), salute)
  const title = near.findIndex(
    (line) => titled.test(line.low) && !/[,;]$/.test(line.text) && line.text.length < 60,
  )
  const last = near.findLastIndex((line, i) => headish.test(line.low) && i < 25)
  const from = Math.max(title, last)
  if (from < 0) {
    // A title without its head may be followed by who decides: "Ủy ban nhân dân tỉnh đông hà" above "Căn cứ".
    const decides = isDecider(near[1]) && /^[-\s]{0,3}(?:căn cứ|xét|theo đề nghị|để)/.test(near[2]?.low ?? "")
    return near.length > 1 ? (decides ? 2 : 1) : 0
  }
  return afterTitle(near, from + 1)
}

/**
 * How the list under "Kính gửi:" marks its names, when it does so by numbers or letters: "1.", "a)". Null where it does not,
 * or where what is numbered is no name.
 */
export function listMark(lines: readonly Line[], salute: number): RegExp | null {
  const first = lines[salute + 1]
  if (first === undefined || !/:$/.test(lines[salute]?.text ?? "")) return null
  const mark = numbered.exec(first.low)?.[0]
  if (mark === undefined || !opensName(cutLine(first, mark.length))) return null
  return /^\d/.test(mark) ? /^\d{1,2}[.)/]\s{0,3}/ : /^[a-zđ][.)]\s{0,3}/
}

const numbered = /^(?:1[.)/]|a[.)])\s{0,3}/
const cutLine = (line: Line, from: number): Line => ({
  text: line.text.slice(from),
  low: line.low.slice(from),
  span: [line.span[0] + from, line.span[1]],
})

function afterSalute(lines: readonly Line[], salute: number): number {
  let at = salute + 1
  let count = 0
  const mark = listMark(lines, salute)
  const isDone = (line: Line | undefined) => line !== undefined && /[.]$/.test(line.text)
  const isList =
    mark !== null ||
    /(?:^kính gửi|điện)\s?:?$/.test(lines[salute]?.low ?? "") ||
    /^[-–+•]/.test(lines[at]?.text ?? "")
  const isDashedList = mark !== null || isDashed(lines, salute)
  /** The number that is next in the list; a second "1." opens the letter's own items. */
  const isNumbered = (line: Line) => {
    const found = mark?.exec(line.low)?.[0]
    if (found === undefined) return false
    const label = found.replace(/[^\da-zđ]/g, "")
    return /\d/.test(label)
      ? Number(label) === count + 1
      : label.localeCompare("abcdđeghiklmnopq"[count] ?? "") === 0
  }
  if (!isList && isDone(lines[salute])) return at
  while (at < lines.length) {
    const line = lines[at]
    if (line === undefined || /^đồng (?:kính )?gửi/.test(line.low)) break
    const before = lines[at - 1]
    const isItem = /^[-–+•]/.test(line.text) || isNumbered(line)
    if (isNumbered(line)) count++
    if (!isItem && opening.test(line.low) && !(before !== undefined && danglesIn(before))) break
    const goesOn =
      before !== undefined && (at > salute + 1 || !isList)
        ? goesOnIn(before, line, isDashedList) || (isDashedList && endsName(lines, at))
        : isList
    if (!isItem && (!goesOn || line.text.length > 120)) break
    if (!isItem && isDone(before)) break
    if (headish.test(line.low)) {
      at++
      continue
    }
    at++
  }
  return at
}

const isDashed = (lines: readonly Line[], salute: number) => /^[-–+•]/.test(lines[salute + 1]?.text ?? "")

/**
 * "- VNPT Hưng" / "Yên;": the rest of a name whose line was full, whatever letter it begins with; and the names that a line
 * announced ("- Các doanh nghiệp viễn thông:").
 */
function endsName(lines: readonly Line[], at: number): boolean {
  const [before, line, next] = [lines[at - 1], lines[at], lines[at + 1]]
  if (before === undefined || line === undefined || /[;.]$/.test(before.text)) return false
  if (line.text.length > 70 || line.isApart === true || saysMore.test(line.low)) return false
  return /[;.,]$/.test(line.text) || /^(?:[-–+•]|\d{1,2}[.)]|[a-zđ]\))\s?\p{L}/u.test(next?.text ?? "")
}

/** "…; Sở Văn hóa, Thể thao và" / "Du lịch.": no list of addressees ends with such a word or sign. */
export const danglesIn = ({ low }: Line) => /(?:[,&-]|\s(?:và|các|của|thuộc|trực thuộc|trung))$/.test(low)

/** Does the list of addressees go on in this line? A semicolon ends a name, not the list, where names stand one after another. */
function goesOnIn(before: Line, line: Line, dashed: boolean): boolean {
  if (/\.$/.test(before.text)) return false
  if (danglesIn(before)) return true
  if (/;$/.test(before.text)) return !dashed && !saysMore.test(line.low)
  if (/^\p{Ll}/u.test(line.text)) return !/:$/.test(line.text)
  if (/^\([^()]{1,60}\)[;,.]?$/.test(line.text)) return true
  if (line.isApart === true || saysMore.test(line.low)) return false
  // "Kính gửi: Thuế tỉnh Hà" / "Tĩnh."
  const endsLastName = /^\p{Lu}[^,;:.]{0,30}\.$/u.test(line.text) && /[\p{L}]$/u.test(before.text)
  return opensName(line) || endsLastName
}

/** A body begins here. */
export const opensName = ({ text, low }: Line) => headAt({ text, low, at: new Int32Array() }, 0) !== null

/** The letter begins to speak. */
const saysMore =
  /(?:yêu cầu|đề nghị|(?<!ban )chỉ đạo|có ý kiến|nhận được|ban hành|báo cáo|thực hiện|căn cứ|như sau)|:$/

function afterTitle(lines: readonly Line[], from: number): number {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined) break
    const isTitle = isAllCapitals(line) && !/^(?:căn cứ|i\.|1\.|điều)/.test(line.low)
    // A title of one long line stands directly under its kind, in capitals or set apart ("Về …"), and is no sentence.
    const isLongTitle =
      at === from &&
      line.text.length > 140 &&
      (isTitle ||
        (/^(?:về|v\/v|kết luận|ban hành|tăng cường|triển khai|phê duyệt) /.test(line.low) &&
          !/[.:;]$/.test(line.text)))
    if (isLongTitle) continue
    if ((opening.test(line.low) && !isTitle) || (line.text.length > 140 && !isTitle)) return at
    if (at > from && line.isApart === true && !isAllCapitals(line) && !/^\p{Ll}/u.test(line.text)) return at
    if (/[.:]$/.test(line.text) && !titled.test(line.low) && /\p{Ll}/u.test(line.text)) return at
  }
  return from
}

/** "Kính gửi:", or who sends a telegram: "CHỦ TỊCH UỶ BAN NHÂN DÂN TỈNH ĐIỆN:", "Thủ tướng Chính phủ điện:". */
export const isSalute = (line: Line) =>
  /^(?:kính gửi|điện\s?:)/.test(line.low) ||
  (/\sĐIỆN$/.test(line.text) &&
    line.text === line.text.toUpperCase() &&
    !/^(?:CÔNG|BƯU) ĐIỆN/.test(line.text)) ||
  telegramSalute.test(line.low)

const telegramSalute =
  /^(?:(?:thủ tướng|chính phủ|chủ tịch|bộ trưởng|bộ|ubnd|ủy ban|giám đốc|ban chỉ (?:đạo|huy)|trưởng ban|thường trực|văn phòng|tổng cục|cục|sở|công an|quyền)[^,;:.]{0,110})(?:, [^,;:.]{3,60})?\sđiện(?: (?:gửi|cho))?\s?:/
