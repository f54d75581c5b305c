/**
 * Who is spoken of: a list of bodies read from a given place, up to the words that say what they are to do.
 *
 * "Các sở, ban, ngành; UBND huyện, thị xã, thành phố" is two: commas hold generic lists together, and a name
 * keeps its own commas ("Sở Văn hóa, Thể thao và Du lịch"). "các Bộ: A, B" is "Bộ A", "Bộ B".
 */
import { actAt, holdsBackAct, kindAt, namedAt, quantifierAt } from "./lexicon.ts"
import { isCapital, type Piece } from "./piece.ts"

export type Bodies = {
  names: string[]
  /** Where the names end: at what is to be done, at a colon, at the end. */
  to: number
  /** Why reading stopped. */
  stop: "act" | "colon" | "end" | "mark"
}

type Mode = {
  /** In a list of names alone nothing is asked, so nothing is looked for. */
  actsEnd: boolean
}

const listCharsMax = 1_500

export function bodiesAt(piece: Piece, from: number, mode: Mode = { actsEnd: true }): Bodies | null {
  const head = headAt(piece, from)
  if (head === null) return null
  const names: string[] = []
  let at = from
  const end = Math.min(piece.text.length, from + listCharsMax)
  while (at < end) {
    const one = nameAt(piece, at, end, mode)
    if (one === null) break
    names.push(...one.names)
    at = one.to
    if (one.next === null) return { names, to: at, stop: one.stop }
    at = one.next
  }
  return names.length === 0 ? null : { names, to: at, stop: "end" }
}

type Head = { quantifier: string | null; word: string; isNamed: boolean; from: number; to: number }

/** A body's first words, if they stand here: "các Sở", "UBND", "Giám đốc". */
export function headAt(piece: Piece, at: number): Head | null {
  const quantifier = quantifierAt(piece.low, at)
  let start = at
  if (quantifier !== null) start = at + quantifier.length + 1
  const word = namedAt(piece.low, start) ?? kindAt(piece.low, start)
  if (word === null) return null
  // "Hội", "Báo", "Trường" are bodies only as names; "báo cáo", "hội nghị", "tổ chức" with small letters are not.
  const isNamed = namedAt(piece.low, start) !== null
  const capital = isCapital(piece.text[start])
  if (
    /^(?:báo|hội|đài|viện|trường|trung ương|giám|chánh|kiểm toán|thường trực|trưởng|điện lực)$/.test(word) &&
    !capital
  )
    return null
  if (word === "chủ" && quantifier === null && !capital) return null
  if (
    /^(?:tổ|đội|đoàn|ban|bộ|vụ|cục|phòng|mạng|chủ|cấp ủy|ngành)$/.test(word) &&
    !capital &&
    quantifier === null
  )
    return null
  const act = actAt(piece.low, start)
  if (act !== null && act.length > word.length) return null
  if (word === "tổ chức" && quantifier === null) return null
  if (
    word === "tổ chức" &&
    /^ (?:triển khai|thực hiện|các|tuyên truyền|tập huấn|kiểm tra|xây dựng)/.test(
      piece.low.slice(start + word.length),
    ) &&
    quantifier === null
  )
    return null
  return { quantifier, word, isNamed, from: at, to: start + word.length }
}

type Name = { names: string[]; to: number; next: number | null; stop: Bodies["stop"] }

function nameAt(piece: Piece, from: number, end: number, mode: Mode): Name | null {
  const head = headAt(piece, from)
  if (head === null) return null
  let at = head.to
  if (head.quantifier !== null && piece.low[at] === ":") return spread(piece, head, at + 1, end, mode)
  let bare = true
  while (at < end) {
    const char = piece.text[at]
    if (char === "(") {
      const closed = piece.text.indexOf(")", at)
      if (closed < 0 || closed - at > 200) return finish(piece, from, at, "mark")
      at = closed + 1
      continue
    }
    if (char === ";") {
      const next = skipJoint(piece, at)
      if (headAt(piece, next) !== null) return { ...finish(piece, from, at, "end"), next }
      return finish(piece, from, at, "mark")
    }
    if (char === ":") return finish(piece, from, at, "colon")
    if (char === "." && !/^\.(?:[\p{Ll}\d]|\s?hcm)/iu.test(piece.text.slice(at, at + 5)))
      return finish(piece, from, at, "mark")
    const joint = jointAt(piece, at)
    if (joint !== null) {
      const next = headAt(piece, joint)
      if (next !== null && splits(head, next, bare)) return { ...finish(piece, from, at, "end"), next: joint }
      if (next !== null) {
        at = next.to
        continue
      }
      if (
        mode.actsEnd &&
        actAt(piece.low, joint) !== null &&
        !isCapital(piece.text[joint]) &&
        !isInName(piece, joint)
      ) {
        return finish(piece, from, at, "act")
      }
      at = joint
      bare = false
      continue
    }
    if (char === " ") {
      at++
      if (mode.actsEnd && isAct(piece, at, head.from)) return finish(piece, from, at - 1, "act")
      continue
    }
    if (at === head.to || piece.text[at - 1] === " ")
      bare = bare && /^(?:và|các)(?![\p{L}])/u.test(piece.low.slice(at, at + 4))
    at++
  }
  return finish(piece, from, at, "end")
}

const finish = (piece: Piece, from: number, to: number, stop: Bodies["stop"]): Name => ({
  names: [piece.text.slice(from, to).replace(/[\s,]+$/, "")],
  to,
  next: null,
  stop,
})

/** The place after ", ", " và ", ", và ", if one stands here. */
function jointAt(piece: Piece, at: number): number | null {
  const found = /^(?:,? (?:và|cùng|cùng với) |, ?)/.exec(piece.low.slice(at, at + 12))
  return found === null ? null : at + found[0].length
}

function skipJoint(piece: Piece, at: number): number {
  return at + (/^[;,]? ?(?:và )?/.exec(piece.low.slice(at, at + 8))?.[0].length ?? 0)
}

/** Does what follows the comma start a body of its own? */
function splits(open: Head, next: Head, bare: boolean): boolean {
  if (bare) return next.isNamed && !open.isNamed && !isRank(next.word)
  if (next.quantifier !== null) return true
  if (next.isNamed) return true
  return open.quantifier === null || open.isNamed
}

const isRank = (word: string) => /^(?:chủ tịch|giám đốc|thủ trưởng|người đứng đầu|lãnh đạo|cán bộ)/.test(word)

/** Does an act begin here, and not a word inside a name? */
function isAct(piece: Piece, at: number, headFrom: number): boolean {
  if (isCapital(piece.text[at])) return false
  const act = actAt(piece.low, at)
  if (act === null) return false
  const before = piece.low.slice(Math.max(headFrom, at - 24), at - 1)
  const last = /[^\s]+$/.exec(before)?.[0] ?? ""
  const lastTwo = /[^\s]+ [^\s]+$/.exec(before)?.[0] ?? ""
  if (/,$/.test(last)) return !isInName(piece, at)
  if (holdsBackAct(lastTwo)) return false
  if (holdsBackAct(last))
    return (
      /^(?:chủ trì|phối hợp với|có trách nhiệm|chịu trách nhiệm|căn cứ|chủ động|khẩn trương|nghiêm túc|tiếp tục|tăng cường|đẩy mạnh)/.test(
        act,
      ) &&
      last !== "và" &&
      last !== "do"
    )
  if (act === "tổ chức" || act === "quản lý" || act === "cấp")
    return !/^(?:tổ chức|quản lý|cấp) (?:,|có liên quan|liên quan|nhà nước|trên|ngành|tỉnh|huyện|xã|của|trong|mình|pháp chế)/.test(
      piece.low.slice(at),
    )
  if (
    act === "thông báo" ||
    act === "báo cáo" ||
    act === "thu" ||
    act === "mở" ||
    act === "giữ" ||
    act === "ký"
  )
    return true
  return true
}

/** "Sở Văn hóa, Thể thao": after the comma a name goes on with a capital, an act does not. */
const isInName = (piece: Piece, at: number) => isCapital(piece.text[at])

/** "các Bộ: Tài chính, Y tế, Ngân hàng Nhà nước" */
function spread(piece: Piece, head: Head, from: number, end: number, mode: Mode): Name | null {
  const names: string[] = []
  let at = from
  const prefix = capitalized(piece.text.slice(head.to - head.word.length, head.to))
  while (at < end) {
    while (piece.text[at] === " ") at++
    const own = headAt(piece, at)
    if (own !== null && !(own.word === "kế" || isNameOf(piece, at))) {
      return names.length === 0 ? null : { names, to: at, next: at, stop: "end" }
    }
    const to = endOfPart(piece, at, end, mode)
    if (to.at <= at) break
    names.push(`${prefix} ${piece.text.slice(at, to.at).trim()}`)
    at = to.at
    if (to.stop !== null) return { names, to: at, next: null, stop: to.stop }
    const joint = jointAt(piece, at)
    if (joint === null) {
      const next = skipJoint(piece, at)
      return headAt(piece, next) === null || piece.text[at] !== ";"
        ? { names, to: at, next: null, stop: at >= end ? "end" : "mark" }
        : { names, to: at, next, stop: "end" }
    }
    at = joint
  }
  return { names, to: at, next: null, stop: "end" }
}

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** Names of fields that a body's name begins with ("Thanh tra" alone is a body, "Công Thương" is not). */
const isNameOf = (piece: Piece, at: number) =>
  /^(?:công thương|tài|tư|thông tin)/.test(piece.low.slice(at, at + 12))

const compound =
  /^(?:kế hoạch và đầu tư|thông tin và truyền thông|khoa học và công nghệ|giáo dục và đào tạo|nông nghiệp và (?:phát triển nông thôn|môi trường)|tài nguyên và môi trường|lao động[\s,-]{1,3}thương binh và xã hội|văn hóa, thể thao và du lịch|văn hóa - thể thao và du lịch|dân tộc và tôn giáo|bưu chính, viễn thông)/

function endOfPart(
  piece: Piece,
  from: number,
  end: number,
  mode: Mode,
): { at: number; stop: Bodies["stop"] | null } {
  const known = compound.exec(piece.low.slice(from, from + 60))?.[0].length ?? 0
  for (let at = from + known; at < end; at++) {
    const char = piece.text[at]
    if (char === "(") {
      const closed = piece.text.indexOf(")", at)
      if (closed < 0 || closed - at > 200) return { at, stop: "mark" }
      at = closed
      continue
    }
    if (char === ";") return { at, stop: null }
    if (char === ":") return { at, stop: "colon" }
    if (char === ".") return { at, stop: "mark" }
    const joint = jointAt(piece, at)
    if (joint !== null) {
      if (mode.actsEnd && !isCapital(piece.text[joint]) && headAt(piece, joint) === null)
        return { at, stop: "act" }
      return { at, stop: null }
    }
    if (char === " " && mode.actsEnd && isAct(piece, at + 1, from)) return { at, stop: "act" }
  }
  return { at: end, stop: "end" }
}
