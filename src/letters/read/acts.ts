/** Ends of a body's name, where what is asked of it begins: an act, a purpose, a small word behind a whole field. */
import { actAt, holdsBackAct } from "./lexicon.ts"
import { fields, goesOnName, type Head, halves, purpose, smallKinds, sureAct, weak } from "./names.ts"
import { isCapital, type Piece } from "./piece.ts"

/** "Sở Giao thông vận tải cắm chốt": after a field's whole name a small word that no name goes on with. */
export function endsField(piece: Piece, at: number, head: Head): boolean {
  if (!/^(?:bộ|sở)$/.test(head.word)) return false
  const known = fields.exec(piece.low.slice(head.to + 1, head.to + 60))?.[0].length
  if (known === undefined || at !== head.to + 1 + known) return false
  return /\p{Ll}/u.test(piece.text[at + 1] ?? "") && !goesOnName.test(piece.low.slice(at + 1, at + 20))
}

export const isPurpose = (piece: Piece, at: number) =>
  purpose.test(piece.low.slice(at, at + 18)) && !/không $/.test(piece.low.slice(Math.max(0, at - 6), at))

const mustAct = /^(?:phải|cần|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm) /
const givenBefore =
  /^được giao (?:[^\s,;:.]{1,8} ){1,8}(?:phải|cần|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm) /

/** Does an act begin here, and not a word inside a name? */
export function isAct(piece: Piece, at: number, head: Head): boolean {
  if (isCapital(piece.text[at])) return false
  const act = actAt(piece.low, at)
  if (act === null) return false
  const before = piece.low.slice(Math.max(head.from, at - 24), at - 1)
  const last = /[^\s]+$/.exec(before)?.[0] ?? ""
  const lastTwo = /[^\s]+ [^\s]+$/.exec(before)?.[0] ?? ""
  if (last === "và" || last === "do" || halves.has(`${last} ${act}`)) return false
  // "Các Phòng Kiểm tra số 1, 2 không đưa …": said of those known by name, not of "những hộ không chấp hành".
  if (act === "không") return /^(?:\d|\p{Lu})/u.test(lastWord(piece, at)) || head.isNamed
  // "Văn phòng Thường trực Ban Chỉ đạo" keeps no watch ("trực ban").
  if (last === "thường" && act.startsWith("trực")) return false
  // "Ban Chỉ đạo", "Văn phòng Ban chỉ huy": what the board does is its name.
  if (
    last === "ban" &&
    /^(?:chỉ đạo|chỉ huy|quản lý|điều hành|vận động|tổ chức|kiểm tra|xây dựng|phòng)/.test(act)
  )
    return false
  // "Cơ quan được giao chủ trì soạn thảo phải …": what it was given says which body it is.
  if (act === "được giao" && givenBefore.test(piece.low.slice(at, at + 90))) return false
  if (
    /được (?:giao|phân công)(?: [^\s,;:.]{1,8}){0,6}$/.test(
      piece.low.slice(Math.max(head.from, at - 70), at - 1),
    )
  )
    return mustAct.test(piece.low.slice(at, at + 20))
  if (lastTwo === "đăng ký") return sureAct.test(piece.low.slice(at, at + 30))
  if (
    (at === head.to + 1 && smallKinds.test(head.word.replace(/^(?:sở|công ty|doanh nghiệp)$/, "vụ"))) ||
    (holdsBackAct(last) && lastTwo !== "các cấp") ||
    holdsBackAct(lastTwo)
  )
    return sureAct.test(piece.low.slice(at, at + 30))
  if (/(?:^|\s)(?:cơ quan|đơn vị)$/.test(before)) return !weak.test(piece.low.slice(at, at + 40))
  if (act === "tổ chức") return !isOrganization(piece.low, at)
  if (act === "quản lý" || act === "cấp")
    return !/^(?:quản lý|cấp) (?:,|nhà nước|trên|ngành|tỉnh|huyện|xã|của|trong|mình|dự án|chuyên)/.test(
      piece.low.slice(at, at + 30),
    )
  return true
}

const lastWord = (piece: Piece, at: number) =>
  piece.text.slice(piece.text.lastIndexOf(" ", at - 2) + 1, at - 1)

export const isActInSpread = (piece: Piece, at: number, from: number) =>
  isAct(piece, at, { quantifier: null, word: "", isNamed: false, from, to: from - 2 }) ||
  purpose.test(piece.low.slice(at, at + 18))

/** "tổ chức liên quan", "cơ quan, tổ chức, cá nhân": the noun, not "tổ chức thực hiện". */
export const isOrganization = (low: string, at: number) =>
  /^tổ chức(?:$|[,;.:]| (?:có liên quan|liên quan|chính trị|xã hội|đoàn thể|đảng|tín dụng|và cá nhân|cá nhân|trên địa bàn|thuộc|trong|khác|hội|pháp chế|quốc tế|kinh tế|nước ngoài|cơ sở|có |tiếp tục|chủ động|phải |cần |chịu |căn cứ|nghiêm túc|khẩn trương))/.test(
    low.slice(at, at + 40),
  )
