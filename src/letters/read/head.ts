/** What stands above a letter's words: who issues it, its number, day, kind and subject, and whom it is sent to. */
import { bodiesAt } from "./bodies.ts"
import { partialDateOf } from "./dates.ts"
import { gazetteHeadOf } from "./gazette.ts"
import { deciderOf, issuerFromBody, nameFromCapitals } from "./issuer.ts"
import { isAllCapitals, type Line } from "./lines.ts"
import { danglesIn, isSalute, listMark, opensName, types } from "./parts.ts"
import { cut, type Piece, pieceOf, spanOf, withoutEnd } from "./piece.ts"
import type { Span } from "./reading.ts"

export type Found = { value: string | null; confidence: number; span: Span | null }
export type Head = {
  issuer: Found
  number: Found
  date: Found
  type: Found
  subject: Found
  addressees: Addressee[]
}
/** `isDoubtful`: that it begins or ends where its line does is a guess. */
export type Addressee = { name: string; piece: Piece; isDoubtful?: boolean }

const nothing: Found = { value: null, confidence: 0.5, span: null }
const typeLine = new RegExp(`^(${types})(?=$|:|\\s{0,3}số|\\s)`)

export function headOf(
  text: string,
  head: readonly Line[],
  body: readonly Piece[],
  foot: readonly Line[],
): Head {
  const type = typeOf(head)
  const titled = gazetteHeadOf(text, head, body)
  if (titled !== null) return { ...titled, addressees: addresseesOf(text, head) }
  return {
    issuer: issuerOf(head, body, foot),
    number: numberOf(head),
    date: dateOf(head) ?? (type.found.value === "biên bản" ? dateOfMeeting(body) : nothing),
    type: type.found,
    subject: subjectOf(text, head, type.line),
    addressees: addresseesOf(text, head),
  }
}

function issuerOf(head: readonly Line[], body: readonly Piece[], foot: readonly Line[]): Found {
  const letterhead: Line[] = []
  for (const line of head.slice(0, 14)) {
    if (
      /^(?:cộng h[òo]a|chủ nghĩa việt nam|độc lập|số\s?:|số\s*\/|v\/v|kính gửi)/.test(line.low) ||
      /ngày.{0,40}tháng.{0,40}năm/.test(line.low)
    )
      continue
    if (typeLine.test(line.low) && (letterhead.length > 0 || isAllCapitals(line))) break
    if (
      isAllCapitals(line) &&
      !typeLine.test(line.low) &&
      !/^(?:khẩn|hỏa tốc|thượng khẩn|xem xong trả lại|lưu hành nội bộ|mật|dự thảo|bản sao)/.test(line.low)
    )
      letterhead.push(line)
    else if (letterhead.length > 0) break
  }
  const name = nameFromCapitals(
    letterhead.map((line) => line.text),
    body.map((piece) => piece.text),
  )
  const [first, last] = [letterhead[0], letterhead.at(-1)]
  const authority = name === null ? deciderOf(head) : null
  if (authority !== null) return authority
  if (name === "UBND") return issuerFromBody(head, body, foot) ?? nothing
  if (name !== null && first !== undefined && last !== undefined)
    return { value: name, confidence: 0.95, span: [first.span[0], last.span[1]] }
  return issuerFromBody(head, body, foot) ?? nothing
}

function numberOf(head: readonly Line[]): Found {
  for (const line of head) {
    const found = /^số\s{0,3}:?\s{0,40}(\d{0,6}[a-zđ]?)\s{0,40}([/-]\s?[\p{L}\d][\p{L}\d.&/ –-]{0,40})/u.exec(
      line.low,
    )
    if (found === null || /^số (?:liệu|lượng)/.test(line.low)) continue
    const span: Span = [line.span[0], line.span[0] + found[0].length]
    if ((found[1] ?? "") === "") return { value: null, confidence: 0.95, span }
    const from = line.text.indexOf(found[1] ?? "")
    const value =
      line.text
        .slice(from, found[0].length)
        .replace(/\s*([/-])\s*/g, "$1")
        .split(" ", 1)[0] ?? ""
    return { value, confidence: 0.98, span }
  }
  return nothing
}

function dateOf(head: readonly Line[]): Found | null {
  for (const line of head) {
    const at = line.low.search(/ngày[\s\d.…_]{0,40}tháng[\s\d.…_]{0,40}năm[\s.…_]{0,10}\d{4}/)
    if (at < 0 || at > 45 || (at > 0 && !/,\s{0,5}$/.test(line.low.slice(0, at)))) continue
    if (line.text.length - at > 70) continue
    const value = partialDateOf(line.low.slice(at))
    if (value !== null)
      return { value, confidence: value.length === 10 ? 0.98 : 0.9, span: [line.span[0] + at, line.span[1]] }
  }
  return null
}

/** Minutes give their day in their first words: "Thời gian bắt đầu: …", "Hôm nay, ngày …". */
function dateOfMeeting(body: readonly Piece[]): Found {
  for (const piece of body.slice(0, 4)) {
    const at = piece.low.search(/ngày \d{1,2} tháng \d{1,2} năm \d{4}/)
    if (at < 0) continue
    const said = cut(piece, at)
    return { value: partialDateOf(said.low), confidence: 0.9, span: spanOf(said) }
  }
  return nothing
}

function typeOf(head: readonly Line[]): { found: Found; line: number } {
  const hasSalute = head.some((line) => /^kính gửi/.test(line.low))
  const isSubjectLine = head.some((line) => /^v\/v/.test(line.low))
  for (const [i, line] of head.entries()) {
    const name = typeLine.exec(line.low)?.[1]
    if (name === undefined || (!isAllCapitals({ text: line.text.slice(0, name.length) }) && i > 0)) continue
    if (isSubjectLine && hasSalute) break
    if (
      i === 0 &&
      head
        .slice(1)
        .some((other) => typeLine.test(other.low) && isAllCapitals({ text: other.text.slice(0, 6) }))
    )
      continue
    const isSure = line.text.length < 40
    return {
      found: {
        value: name,
        confidence: isSure ? 0.98 : 0.9,
        span: [line.span[0], line.span[0] + name.length],
      },
      line: i,
    }
  }
  const isLetter = hasSalute || isSubjectLine
  return { found: isLetter ? { value: "công văn", confidence: 0.9, span: null } : nothing, line: -1 }
}

function subjectOf(text: string, head: readonly Line[], typeAt: number): Found {
  const numberAt = head.findIndex((line) => /^số\s?:|^số\s{1,40}\//.test(line.low))
  const hasSalute = head.some(isSalute)
  // "Về hướng dẫn …" under the number of a letter is its subject as "V/v …" is.
  const about = head.findIndex(
    (line, i) =>
      i >= numberAt &&
      (/^v\/v/.test(line.low) || (hasSalute && typeAt < 0 && /^(?:Về \p{Ll}|về việc )/u.test(line.text))),
  )
  const from = about >= 0 ? about : typeAt
  if (from < 0) return nothing
  const lines: Line[] = []
  for (const [i, line] of head.slice(from).entries()) {
    if (i > 0 && endsSubject(line) && !goesOnAfter.test(lines.at(-1)?.low ?? "")) break
    if (i > 10) break
    // A place that stands before its "ngày …" on the next line is no part of the subject.
    if (
      i > 0 &&
      /^\p{Lu}[\p{L} ]{2,24}$/u.test(line.text) &&
      /^[\p{L} ]{0,12},\s?ngày/u.test(head[from + i + 1]?.low ?? "")
    )
      break
    lines.push(line)
  }
  const whole = pieceOf(
    text,
    lines.map((line) => line.span),
  )
  const skip = about >= 0 ? (/^v\/v\s{0,3}:?\s{0,3}/.exec(whole.low)?.[0].length ?? 0) : titleSkip(whole)
  const piece = cut(whole, skip)
  return piece.text === ""
    ? nothing
    : { value: withoutEnd(piece.text, ". "), confidence: 0.9, span: spanOf(piece) }
}

/** "CHỈ THỊ" / "Về việc …": the kind is no part of the subject when it stands on a line of its own. */
function titleSkip(whole: Piece): number {
  const name = typeLine.exec(whole.low)?.[1] ?? ""
  const isOwnLine = isAllCapitals({ text: whole.text.slice(0, name.length) })
  if (!isOwnLine) return 0
  const urgent =
    /^\s?(?:thượng khẩn|khẩn|hỏa tốc)(?=\s|$)/.exec(whole.low.slice(name.length))?.[0].length ?? 0
  return name.length + urgent
}

/** "KẾT LUẬN CỦA" / "CHỦ TỊCH …": no subject ends so. */
const goesOnAfter = /\s(?:của|và|về|do|tại|với|cho|từ|theo)$/

const endsSubject = (line: Line) =>
  isSalute(line) ||
  /^(?:kính gửi|cộng h[òo]a|đảng cộng sản việt nam|độc lập|số\s?:|căn cứ|v\/v|-{2,})|ngày[\s\d.…]{0,40}tháng/.test(
    line.low,
  ) ||
  (isAllCapitals(line) &&
    /^(?:bộ trưởng|chủ tịch|ủy ban nhân dân|giám đốc|thủ tướng|cục trưởng|tổng giám đốc|thống đốc)/.test(
      line.low,
    )) ||
  (isAllCapitals(line) &&
    /^(?:ủy ban|bộ|sở|cục|ubnd|ban chỉ đạo|ban chỉ huy|tổng cục|văn phòng)\s|^(?:thượng )?khẩn$|^hỏa tốc$|^xem xong trả lại$|^lưu hành nội bộ$/.test(
      line.low,
    ))

function addresseesOf(text: string, head: readonly Line[]): Addressee[] {
  const salute = head.findIndex(isSalute)
  if (salute < 0) return []
  const items: Span[][] = []
  const mark = listMark(head, salute)
  const guessed = new Set<Span[] | undefined>()
  for (const [i, line] of head.slice(salute).entries()) {
    const skip = i === 0 ? (/^(?:kính gửi|.{0,120}điện)\s{0,3}:?\s{0,3}/.exec(line.low)?.[0].length ?? 0) : 0
    if (i > 0 && /^(?:cộng h[òo]a|độc lập|số\s?:|v\/v)/.test(line.low)) continue
    // "Đồng kính gửi: Thủ tướng (để báo cáo)" tells, it does not ask.
    if (i > 0 && /^đồng (?:kính )?gửi/.test(line.low)) break
    const bullet =
      (/^[-–+•]\s{0,3}/.exec(line.text.slice(skip)) ?? (i > 0 ? mark?.exec(line.low) : null))?.[0].length ?? 0
    const from = line.span[0] + skip + bullet
    if (from >= line.span[1]) continue
    const last = items.at(-1)
    const before = head[salute + i - 1]
    // One below another without a sign between them: a whole name ends its line, and another body begins the next.
    const isAnother =
      before !== undefined &&
      /^\p{Lu}/u.test(line.text) &&
      !danglesIn(before) &&
      !asksForMore.test(before.low) &&
      !(/:$/.test(before.text) && !isSalute(before)) &&
      opensName(line)
    const goesOn = bullet === 0 && last !== undefined && !/[;]$/.test(before?.text ?? "") && !isAnother
    if (goesOn) last.push([from, line.span[1]])
    else {
      items.push([[from, line.span[1]]])
      if (bullet === 0 && isAnother && last !== undefined && !/;$/.test(before?.text ?? ""))
        guessed.add(last).add(items.at(-1))
    }
  }
  return items
    .slice(0, 100)
    .flatMap((ranges) =>
      partsOfItem(pieceOf(text, ranges)).map((one) =>
        guessed.has(ranges) ? { ...one, isDoubtful: true } : one,
      ),
    )
}

/** "Chủ tịch" / "Ủy ban nhân dân các xã" is one name on two lines. */
const asksForMore =
  /(?:^|\s)(?:ngang|thường trực|chủ tịch|giám đốc|trưởng|lãnh đạo|văn phòng|cơ quan|chỉ huy|ban chỉ đạo|hội đồng)$/

/** One line may name several, set apart by semicolons; a comma sets them apart only between names. */
function partsOfItem(piece: Piece): Addressee[] {
  const named: Addressee[] = []
  let at = 0
  for (const words of piece.text.split(";")) {
    const part = cut(piece, at, at + words.length)
    const trimmed = cut(part, 0, withoutEnd(part.text, "., ").length)
    if (trimmed.text !== "") named.push(...namesOf(trimmed))
    at += words.length + 1
  }
  return named
}

function namesOf(piece: Piece): Addressee[] {
  const bodies = bodiesAt(piece, 0, { actsEnd: false })
  const whole = [{ name: piece.text, piece }]
  if (bodies === null || bodies.names.length < 2 || bodies.to < piece.text.length) return whole
  let at = 0
  return bodies.names.map((name) => {
    // "các Sở: Y tế, Tài chính": the kind stands once, so the name itself is not in the text.
    const from = piece.text.indexOf(name, at)
    if (from < 0) return { name, piece }
    at = from + name.length
    return { name, piece: cut(piece, from, at) }
  })
}
