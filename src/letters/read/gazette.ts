/** Old gazettes print a head as one title: "CHỈ THỊ CỦA BỘ TRƯỞNG BỘ X SỐ 10/2006/CT-BX NGÀY 29 THÁNG 9 NĂM 2006 VỀ …". */
import { isoOf } from "./dates.ts"
import type { Found, Head } from "./head.ts"
import { nameFromCapitals } from "./issuer.ts"
import { isAllCapitals, type Line } from "./lines.ts"
import { cut, type Piece, pieceOf, spanOf, withoutEnd } from "./piece.ts"

const title =
  /^(?<type>quyết định|chỉ thị|kế hoạch|thông báo|công văn|công điện|hướng dẫn) (?:của )?(?<issuer>[^,;]{3,40}(?:, [^,;]{3,40})?) số (?<number>[\p{L}\d./&-]{3,40}),? ngày (?<date>\d{1,2} tháng \d{1,2} năm \d{4}|\d{1,2}\/\d{1,2}\/\d{4}),? (?=(?:về|v\/v|ban hành|quy định|phê duyệt|triển khai|tăng cường)(?:\s|$))/u

type Titled = Pick<Head, "issuer" | "number" | "date" | "type" | "subject">

export function gazetteHeadOf(text: string, head: readonly Line[], body: readonly Piece[]): Titled | null {
  const from = head.findIndex(
    (line) => isAllCapitals(line) && /^(?:quyết định|chỉ thị|kế hoạch|thông báo|công)/.test(line.low),
  )
  if (from < 0) return null
  const lines = head.slice(from, from + 10)
  const whole = pieceOf(
    text,
    lines.map((line) => line.span),
  )
  const found = title.exec(whole.low)
  if (found?.groups === undefined) return null
  const { type = "", issuer = "", number = "", date = "" } = found.groups
  const at = (words: string): Piece => {
    const start = whole.low.indexOf(words)
    return cut(whole, start, start + words.length)
  }
  const found_ = (value: string | null, piece: Piece): Found => ({
    value,
    confidence: 0.85,
    span: spanOf(piece),
  })
  const office = at(issuer)
  const subject = cut(whole, found[0].length)
  const name = nameFromCapitals(
    [office.text.replace(/^BỘ TRƯỞNG (?=BỘ )/u, "")],
    body.map((piece) => piece.text),
  )
  return {
    type: found_(type, at(type)),
    issuer: found_(name, office),
    number: found_(at(number).text, at(number)),
    date: found_(isoOf(date), at(date)),
    subject: found_(withoutEnd(subject.text, ". "), subject),
  }
}
