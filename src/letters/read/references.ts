/** The documents that a letter names: by number and symbol, or a law by name and date. */

import { bodiesAt, headAt } from "./bodies.ts"
import { dateWords, isoOf } from "./dates.ts"
import { cut, type Piece, spanOf } from "./piece.ts"
import type { Reference, Span } from "./reading.ts"

export type FoundReference = { reference: Reference; span: Span | null }
const referencesMax = 400

/** "841/BC-STTTT", "22/2013/NĐ-CP", "212-TB/TU", "02/TTr-CAT- ANCTNB": the symbol has capitals. */
const numbered =
  /(?<![\p{L}\d/.])\d{1,6}[a-zA-Z]?(?:\/\d{4})?(?:\/|-)\p{Lu}[\p{L}\d]{0,14}(?:(?:\/|- ?|–)\p{Lu}[\p{L}\d]{0,14}){0,4}/gu
const lawOnDay = new RegExp(
  String.raw`((?:bộ luật|luật|pháp lệnh) [^;.:()]{2,160}?) (?:số [\p{L}\d/]{3,20} )?ngày (${dateWords})`,
  "gu",
)

export function referencesOf(pieces: readonly Piece[], own: string | null): FoundReference[] {
  const found = pieces.flatMap((piece) =>
    [...lawsOf(piece), ...numbersOf(piece)].toSorted((a, b) => a.at - b.at),
  )
  const kept: FoundReference[] = []
  for (const { reference, span } of found.slice(0, referencesMax)) {
    if (own !== null && squash(reference.number) === squash(own)) continue
    const same = kept.find((one) => isSame(one.reference, reference))
    if (same === undefined) kept.push({ reference, span })
    else
      same.reference = {
        ...same.reference,
        date: same.reference.date ?? reference.date,
        issuer: same.reference.issuer ?? reference.issuer,
      }
  }
  return kept
}

type Placed = FoundReference & { at: number }

function numbersOf(piece: Piece): Placed[] {
  return [...piece.text.matchAll(numbered)].flatMap((match): Placed[] => {
    const number = match[0].replace(/[-–]$/, "")
    const symbol = number.replace(/^[^/-]*/, "")
    if (!/\p{Lu}{2}|TU|TW/u.test(symbol) || /^-\p{Lu}\p{Ll}/u.test(symbol)) return []
    const before = piece.low.slice(Math.max(0, match.index - 40), match.index)
    if (/(?:tcvn|qcvn|iso|phụ lục|mẫu số|biểu số) ?$/.test(before)) return []
    const to = match.index + match[0].length
    const after = piece.low.slice(to, to + 60)
    const onDay = new RegExp(String.raw`^,? ?(?:\([^()]{0,40}\) ?)?ngày (${dateWords})`).exec(after)
    const date = onDay?.[1] === undefined ? null : isoOf(onDay[1])
    const end = to + (onDay?.[0].length ?? 0)
    const issuer = issuerAfter(piece, end) ?? issuerBefore(piece, match.index) ?? issuerBySymbol(symbol)
    const reference = { number, date, issuer }
    return [{ reference, span: spanOf(cut(piece, match.index, to)), at: match.index }]
  })
}

function lawsOf(piece: Piece): Placed[] {
  if (!/^căn cứ/.test(piece.low)) return []
  return [...piece.low.matchAll(lawOnDay)].map((match) => {
    const name = cut(piece, match.index, match.index + (match[1]?.length ?? 0))
    return {
      reference: { number: null, date: isoOf(match[2] ?? ""), issuer: name.text },
      span: spanOf(name),
      at: match.index,
    }
  })
}

/** "… của Bộ Thông tin và Truyền thông về việc …" */
function issuerAfter(piece: Piece, at: number): string | null {
  if (!piece.low.startsWith(" của ", at)) return null
  const from = at + 5
  if (headAt(piece, from) === null && !/^\p{Lu}/u.test(piece.text.slice(from, from + 1))) return null
  const rest = cut(piece, from, from + 160)
  const end =
    /[;:.()]| (?:về|ban hành|quy định|hướng dẫn|phê duyệt|sửa đổi|nghị định|tổ chức thực hiện|để|và (?:các )?(?:công văn|quyết định|nghị định|chỉ thị|thông tư|kế hoạch|văn bản)|trong|tại|giao|nêu trên|thì|theo|hoặc|gửi|phải)(?= |,|$)|,/.exec(
      rest.low,
    )
  const name = cut(rest, 0, end?.index ?? rest.text.length).text
  const bodies = bodiesAt(cut(rest, 0, end?.index ?? rest.text.length), 0)
  const one = bodies === null ? name : name.slice(0, bodies.to)
  return one.length > 1 && one.length < 90 ? one.trim() : null
}

/** "Bộ Tài chính (Công văn số …)", "đề nghị của Sở Xây dựng tại Tờ trình số …" */
function issuerBefore(piece: Piece, at: number): string | null {
  const before = piece.low.slice(Math.max(0, at - 140), at)
  const shift = Math.max(0, at - 140)
  const tail =
    /(?: \(| tại | đã có )(?:công văn|tờ trình|văn bản|báo cáo|quyết định|kế hoạch|thông báo|chỉ thị|đề nghị)(?: số)? ?$/.exec(
      before,
    )
  if (tail === null) return null
  const from = Math.max(
    before.lastIndexOf("của ", tail.index) + 4,
    before.lastIndexOf(", ", tail.index) + 2,
    before.lastIndexOf(": ", tail.index) + 2,
    0,
  )
  if (headAt(piece, shift + from) === null) return null
  return piece.text.slice(shift + from, shift + tail.index).trim()
}

const bySymbol: [RegExp, string][] = [
  [/TTg(?:$|-)/, "Thủ tướng Chính phủ"],
  [/-CP$/, "Chính phủ"],
  [/VPCP/, "Văn phòng Chính phủ"],
  [/QH\d{1,2}$/, "Quốc hội"],
]
const issuerBySymbol = (symbol: string) => bySymbol.find(([pattern]) => pattern.test(symbol))?.[1] ?? null

const squash = (number: string | null) => (number ?? "").replace(/[\s–-]/g, "").toLowerCase()

function isSame(a: Reference, b: Reference): boolean {
  if (a.number === null || b.number === null)
    return a.number === b.number && a.issuer === b.issuer && a.date === b.date
  return squash(a.number) === squash(b.number) && (a.date === b.date || a.date === null || b.date === null)
}
