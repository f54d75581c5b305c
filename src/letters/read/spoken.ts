/** Orders in running speech: "Thủ tướng Chính phủ giao Bộ X nghiên cứu …", "Bộ Y đề nghị UBND các tỉnh …". */
import { bodiesAt, headAt } from "./bodies.ts"
import { actAt } from "./lexicon.ts"
import { askedAfter, type Opening, withoutAsides } from "./opening.ts"
import { cut, type Piece } from "./piece.ts"

const asks = /(?:^|\s)(giao nhiệm vụ cho|giao cho|giao|yêu cầu|đề nghị|chỉ thị|chỉ đạo|phân công)\s/g
/**
 * The bodies that are asked in the sentence, with what is asked of them: "đề nghị UBND các xã; yêu cầu Thủ trưởng các đơn vị
 * thực hiện …" asks both.
 */
export function orderedIn(sentence: Piece): Opening | null {
  let carried: { names: readonly string[]; to: number } | null = null
  for (const found of sentence.low.slice(0, 1_500).matchAll(asks)) {
    const verb = found[1] ?? ""
    const from = found.index + found[0].length
    const isNext: boolean =
      carried !== null && /^[;,]?\s?(?:và )?$/.test(sentence.low.slice(carried.to, found.index + 1))
    if (!isNext && !isSpeaker(sentence, found.index, verb)) continue
    if (headAt(sentence, from) === null) continue
    const bodies = bodiesAt(sentence, from)
    if (bodies === null) continue
    const names: string[] = [...(isNext && carried !== null ? carried.names : []), ...bodies.names]
    if (/^[;,] (?:và )?(?:giao|yêu cầu|đề nghị|phân công) /.test(sentence.low.slice(bodies.to))) {
      carried = { names, to: bodies.to }
      continue
    }
    if (bodies.stop === "mark" && bodies.to < sentence.text.length - 2) continue
    const rest = askedAfter(sentence, bodies)
    return { addressees: withoutAsides(names), rest: rest.text === "" ? null : rest, from }
  }
  return null
}

const aims =
  /^(?:vì vậy, |do đó, )?(?:để|nhằm|thực hiện|căn cứ|trên cơ sở|xuất phát từ|trước tình hình|sau khi|tiếp thu|nhận được|ngay (?:sau )?khi|khi nhận|xét|để kịp thời|kể từ|từ nay|thời gian tới|trong thời gian tới) /

/** Who asks stands before the word, and asks now: not "đã giao", not "theo đề nghị", not "Sở X chỉ đạo các đơn vị". */
function isSpeaker(sentence: Piece, at: number, verb: string): boolean {
  const before = sentence.low.slice(0, at).trimEnd()
  if (
    /(?:đã|theo|xét|được|sẽ|những|có|kiến|của|trên cơ sở|việc|và|phải|hướng dẫn,|hướng dẫn|để|từ|các|khi|nhằm)$/.test(
      before,
    )
  )
    return false
  if (verb === "chỉ đạo" || verb === "phân công")
    return /^(?:đồng chí |các đồng chí )?(?:thứ trưởng|phó chủ tịch|phó thủ tướng|phó giám đốc|đồng chí) \p{Lu}/u.test(
      sentence.text.replace(/^./u, (char) => char.toLowerCase()),
    )
  if (before === "" || /[:;.]$/.test(before)) return true
  // "Để hoàn thành nhiệm vụ năm nay, yêu cầu các sở …": who asks is the letter itself.
  if (/,$/.test(before) && aims.test(before) && verb !== "giao") return true
  // "Kết quả đề nghị các đơn vị gửi về …": what is asked for stands first.
  if (/^(?:kết quả|báo cáo|danh sách|số liệu|văn bản|ý kiến|thông tin|hồ sơ)[^,;:.]{0,60}$/.test(before))
    return true
  const last = before.slice(-90)
  return (
    /(?:chính phủ|bộ trưởng|thủ tướng|phó thủ tướng|chủ tịch|ủy ban nhân dân|ubnd|bộ|sở|ban|giám đốc|huyện|tỉnh|thành phố|cục|công an)(?: [\p{L}-]{1,14}){0,9}$/u.test(
      last,
    ) || /(?:vì vậy|do đó|do vậy|nay|trong đó|theo đó),?$/.test(last)
  )
}

/** "Bộ X đã có hướng dẫn …, đề nghị tiếp tục đôn đốc …": what was, then what is asked of the same body. */
export function orderedLate(sentence: Piece): Opening | null {
  const bodies = bodiesAt(sentence, 0)
  if (bodies === null || !/^ ?(?:đã|đang) /.test(sentence.low.slice(bodies.to))) return null
  const found = /, (?:đề nghị|yêu cầu) /.exec(sentence.low.slice(0, 600))
  const rest = found === null ? null : cut(sentence, found.index + found[0].length)
  if (rest === null || actAt(rest.low, 0) === null || sentence.low.slice(0, found?.index).includes(". "))
    return null
  return { addressees: withoutAsides(bodies.names), rest, from: 0 }
}
