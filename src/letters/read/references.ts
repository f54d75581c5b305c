/** The documents that a letter names: by number and symbol, or a law by name and date. */

import { bodiesAt } from "./bodies.ts"
import { dateWords, isoOf } from "./dates.ts"
import { cut, type Piece, spanOf, withoutEnd } from "./piece.ts"
import type { Reference, Span } from "./reading.ts"

export type FoundReference = { reference: Reference; span: Span | null }
const referencesMax = 400

/** "841/BC-STTTT", "22/2013/NĐ-CP", "212-TB/TU", "02/TTr-CAT- ANCTNB": the symbol has capitals. */
const numbered =
  /(?<![\p{L}\d/.])\d{1,6}[a-zA-Z]?(?:\/\d{4})?(?:\/|-)\p{Lu}[\p{L}\d]{0,14}(?:(?:\/|- ?|–|&|\.(?=\p{Lu}{2}))\p{Lu}[\p{L}\d]{0,14}){0,4}/gu
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
  const placed = [...piece.text.matchAll(numbered)].flatMap((match): Placed[] => {
    const number = match[0].replace(/[-–]$/, "")
    const symbol = number.replace(/^[^/-]*/, "")
    if (!/\p{Lu}{2}|TU|TW/u.test(symbol) || /^-\p{Lu}\p{Ll}/u.test(symbol)) return []
    const before = piece.low.slice(Math.max(0, match.index - 40), match.index)
    if (/(?:tcvn|qcvn|iso|phụ lục|mẫu số|biểu số) ?$/.test(before)) return []
    const to = match.index + match[0].length
    const after = piece.low.slice(to, to + 60)
    const onDay = new RegExp(String.raw`^,? ?(?:\([^()]{0,40}\) ?)?ngày (${dateWords})`).exec(after)
    const date = onDay?.[1] === undefined ? dayBefore(piece, match.index) : isoOf(onDay[1])
    const end = to + (onDay?.[0].length ?? 0)
    const issuer = issuerAfter(piece, end) ?? issuerBefore(piece, match.index) ?? issuerBySymbol(symbol)
    const reference = { number, date, issuer }
    return [{ reference, span: spanOf(cut(piece, match.index, to)), at: match.index }]
  })
  // "Công văn số 1 ngày … và Công văn số 2 ngày … của Chủ tịch": the second names the issuer of both.
  for (const [i, one] of placed.entries()) {
    const next = placed[i + 1]
    const between = next === undefined ? "" : piece.low.slice(one.at, next.at)
    if (next !== undefined && between.length < 90 && new RegExp(` và ${documents} số $`).test(between))
      one.reference.issuer ??= next.reference.issuer
  }
  return placed
}

/** "ngày 16/8/2018 Bộ X đã có Công văn số …" */
function dayBefore(piece: Piece, at: number): string | null {
  const before = piece.low.slice(Math.max(0, at - 140), at)
  const found = new RegExp(`ngày (${dateWords}),? [^.;()]{3,90} (?:đã )?có ${documents}(?: số)? ?$`).exec(
    before,
  )
  return found?.[1] === undefined ? null : isoOf(found[1])
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
  const rest = cut(piece, at + 5, at + 165)
  const end = issuerEnds.exec(rest.low)?.index ?? rest.text.length
  const name = cut(rest, 0, end)
  const bodies = bodiesAt(name, 0)
  // "Ủy ban Dân tộc và Bộ Tư pháp" issue together; a list after a comma does not.
  const isPair = bodies !== null && bodies.names.length === 2 && / và /.test(name.low.slice(0, bodies.to))
  if (bodies !== null) return isPair ? name.text.slice(0, bodies.to).trim() : (bodies.names[0] ?? null)
  const plain = withoutEnd(cut(name, 0, (/,/.exec(name.low) ?? { index: name.text.length }).index).text, ", ")
  return /^\p{Lu}/u.test(plain) && plain.length < 90 ? plain : null
}

const issuerEnds =
  /[;:.()]| (?:về|ban hành|quy định|hướng dẫn|phê duyệt|sửa đổi|nghị định|tổ chức|để|(?:và |cùng )?(?:các )?(?:công văn|quyết định|nghị định|nghị quyết|chỉ thị|thông tư|kế hoạch|kết luận|chương trình|văn bản|luật) số|(?:và |cùng )(?:các )?(?:công văn|quyết định|nghị định|nghị quyết|chỉ thị|thông tư|kế hoạch|kết luận|văn bản)|và (?:chịu|tình hình|ý kiến|thực hiện|các văn bản)|và(?=[,;]|$)|, và|cùng với|khóa|nhiệm kỳ|chưa|vẫn|cũng|còn|được|là|thay|đối với|cho|như|kèm|nay|do|ký|sau|trước|đến|từ|bao gồm|gồm|trong|tại|giao|nêu trên|thì|theo|hoặc|gửi|phải|đã|có)(?= |,|$)/

const documents = "(?:công văn|tờ trình|văn bản|báo cáo|quyết định|kế hoạch|thông báo|chỉ thị|đề nghị)"
const beforeNumber = new RegExp(`(?: \\(| tại | đã có )${documents}(?: số)? ?$`)

/** "Bộ Tài chính (Công văn số …)", "đề nghị của Sở Xây dựng tại Tờ trình số …" */
function issuerBefore(piece: Piece, at: number): string | null {
  const shift = Math.max(0, at - 220)
  const before = piece.low.slice(shift, at)
  const tail = beforeNumber.exec(before)
  if (tail === null) return null
  const starts = ["của ", ", ", ": ", "; "].map(
    (mark) => before.lastIndexOf(mark, tail.index - 1) + mark.length,
  )
  const day = [...before.slice(0, tail.index).matchAll(/ngày [\d/.-]{6,10} /g)].at(-1)
  const from = Math.max(...starts, day === undefined ? 0 : day.index + day[0].length)
  const name = cut(piece, shift + from, shift + tail.index)
  if (name.text.length > 110 || / số /.test(name.low)) return null
  const bodies = bodiesAt(cut(name, 0, / (?:về|tại) /.exec(name.low)?.index ?? name.text.length), 0)
  if (bodies !== null) return bodies.names[0] ?? null
  const kind = /các (bộ|sở|vụ|cục|ban):[^;.]{0,200}$/.exec(before.slice(0, from))?.[1]
  return kind === undefined || !/^\p{Lu}/u.test(name.text)
    ? null
    : `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name.text}`
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
