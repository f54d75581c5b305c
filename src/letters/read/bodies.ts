/**
 * Bodies that are spoken of: a list of names read from a given place, up to the words that say what they are to do.
 *
 * "Các sở, ban, ngành; UBND huyện, thị xã, thành phố" is two: commas hold generic lists together, and a name
 * keeps its own commas ("Sở Văn hóa, Thể thao và Du lịch"). "các Bộ: A, B" is "Bộ A", "Bộ B".
 */
import { endsField, isAct, isActInSpread, isOrganization, isPurpose } from "./acts.ts"
import { actAt, kindAt, namedAt, quantifierAt } from "./lexicon.ts"
import { capitalOnly, compound, type Head, manyOnly, notBody, smallKinds, sureAct, weak } from "./names.ts"
import { isCapital, type Piece, withoutEnd } from "./piece.ts"

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

/** A body's first words, if they stand here: "các Sở", "UBND", "Giám đốc". */
export function headAt(piece: Piece, at: number, isListed = false): Head | null {
  const quantifier = quantifierAt(piece.low, at)
  const start = quantifier === null ? at : at + quantifier.length + 1
  const name = namedAt(piece.low, start)
  const word = name ?? kindAt(piece.low, start)
  if (word === null) return null
  if (notBody.test(piece.low.slice(start, start + 24))) return null
  const isCapitalized = isCapital(piece.text[start])
  if (capitalOnly.test(word) && !isCapitalized && quantifier === null) return null
  if (manyOnly.test(word) && quantifier === null) return null
  const isRun = /^(?:bộ|sở|ban), (?:ban, )?(?:ngành|bộ)(?:,| và| )/.test(piece.low.slice(start, start + 24))
  if (smallKinds.test(word) && !isCapitalized && quantifier === null && !isListed && !isRun) return null
  if (word === "tổ chức" && quantifier === null && !isOrganization(piece.low, start)) return null
  const act = actAt(piece.low, start)
  if (act !== null && act.length > word.length) return null
  return { quantifier, word, isNamed: name !== null, from: at, to: start + word.length }
}

type Name = { names: string[]; to: number; next: number | null; stop: Bodies["stop"] }

/** One name; it says where the next one begins, if the list goes on. */
function nameAt(piece: Piece, from: number, end: number, mode: Mode): Name | null {
  const head = headAt(piece, from) ?? (mode.actsEnd ? null : unknownAt(piece, from))
  if (head === null) return null
  const run: Run = { open: head, bare: !head.isNamed || isRank(head.word), isGeneric: null }
  let at = head.to + fieldLength(piece.low, head.to)
  if (at > head.to) run.bare = false
  while (at < end) {
    const char = piece.text[at]
    // "Báo Đông Hà cùng với Sở X xây dựng …" says whom Báo Đông Hà works with.
    if (mode.actsEnd && piece.low.startsWith(" cùng với ", at)) return finish(piece, from, at, "act")
    if (char === "(") {
      const closed = piece.text.indexOf(")", at)
      if (closed < 0 || closed - at > 200) return finish(piece, from, at, "mark")
      at = closed + 1
    } else if (char === ";") {
      const next = skipJoint(piece, at)
      if (headAt(piece, next) === null) return finish(piece, from, at, "mark")
      return { ...finish(piece, from, at, "end"), next }
    } else if (char === ":") {
      const places = placesAt(piece, at)
      if (places === 0) return spreadAt(piece, at, end, mode) ?? finish(piece, from, at, "colon")
      at += places
    } else if (char === "." && !/^\.(?:[\p{L}\d]|\s?hcm)/iu.test(piece.text.slice(at, at + 5)))
      return finish(piece, from, at, "mark")
    else {
      const joint = jointAt(piece, at)
      const step = joint === null ? wordStep(piece, at, head, run, mode) : jointStep(piece, joint, run, mode)
      if (step === "act") return finish(piece, from, at, "act")
      if (step === "split") return { ...finish(piece, from, at, "end"), next: joint }
      at = step
    }
  }
  return finish(piece, from, at, "end")
}

/** In a plain list a name whose kind was left out ("Vụ A, Các vấn đề chung về …") is one all the same. */
const unknownAt = (piece: Piece, at: number): Head | null =>
  /^Các /.test(piece.text.slice(at, at + 4))
    ? { quantifier: "các", word: "", isNamed: true, from: at, to: at + 3 }
    : null

/** A list of kinds without names of their own ("Các sở, ban, ngành") holds together. */
type Run = { open: Head; bare: boolean; isGeneric: boolean | null }

function jointStep(piece: Piece, joint: number, run: Run, mode: Mode): number | "act" | "split" {
  const next = headAt(piece, joint, run.open.quantifier !== null || run.bare)
  run.isGeneric ??= run.bare
  if (next !== null && (isJointOffice(piece, joint) || isJointRank(piece, joint, run.open))) return next.to
  if (next !== null && goesOnWithKind(piece, joint, next)) return next.to
  // "Phòng Quản lý hộ kinh doanh, cá nhân": no body by itself after a single one that has a name.
  if (next?.word === "cá nhân" && next.quantifier === null && run.open.quantifier === null && !run.bare)
    return next.to
  if (next !== null) {
    if (splits(run, next, isCapital(piece.text[joint]))) return "split"
    return next.to
  }
  if (!mode.actsEnd && /^Các /.test(piece.text.slice(joint, joint + 4))) return "split"
  const isSmall = !isCapital(piece.text[joint])
  // "… tội phạm và xây dựng phong trào": after a bare "và" a name may go on with such a word.
  const isInName =
    / $/.test(piece.low.slice(joint - 1, joint)) && /[^,] và $/.test(piece.low.slice(joint - 5, joint))
  const act = actAt(piece.low, joint) !== null && !(isInName && weak.test(piece.low.slice(joint, joint + 40)))
  if (
    mode.actsEnd &&
    isSmall &&
    (act || isPurpose(piece, joint) || quantifierAt(piece.low, joint) !== null) &&
    !isNameToColon(piece, joint, run)
  )
    return "act"
  run.bare = false
  return joint
}

/** "Phòng Công nghệ, chuyển đổi số và tự động hóa: thường trực …": what a single body is called goes on to its colon. */
const isNameToColon = (piece: Piece, joint: number, { open, bare }: Run) =>
  open.quantifier === null &&
  !bare &&
  /^(?:phòng|vụ|cục|ban|trung tâm|tổ|văn phòng|chi cục)$/.test(open.word) &&
  !sureAct.test(piece.low.slice(joint, joint + 30)) &&
  /^(?![^:]{0,60}(?:chủ trì|phối hợp|trách nhiệm| các |báo cáo))[^:;.,]{4,60}:(?= )/.test(
    piece.low.slice(joint, joint + 70),
  )

/** "Văn phòng HĐND và UBND huyện" is one office. */
const isJointOffice = (piece: Piece, joint: number) =>
  /văn phòng (?:đoàn (?:đbqh|đại biểu quốc hội)|(?:đoàn (?:đbqh|đại biểu quốc hội),? (?:và )?)?(?:hđnd|hội đồng nhân dân))(?: và|,) $/.test(
    piece.low.slice(Math.max(0, joint - 70), joint),
  ) && /^(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân)/.test(piece.low.slice(joint, joint + 20))

/** "Bí thư Tỉnh ủy, Thành ủy", "Ban Thường vụ các huyện ủy, đảng ủy": the rank holds for each; "Báo và Đài Phát thanh" is one. */
function isJointRank(piece: Piece, joint: number, open: Head): boolean {
  const before = piece.low.slice(open.from, joint)
  const after = piece.low.slice(joint, joint + 10)
  if (/^báo (?:và|&) $/.test(before)) return /^(?:đài|phát thanh)(?!\p{L})/u.test(after)
  return (
    /^(?:các )?(?:đồng chí )?(?:bí thư|phó bí thư|ban thường vụ|ban chấp hành)[^;:.]{0,80} ủy,? (?:và )?$/.test(
      before,
    ) && /^(?:tỉnh|thành|huyện|thị|quận|đảng) ủy(?!\p{L})/u.test(after)
  )
}

/** "Thủ trưởng các cơ quan, đơn vị": a kind after a kind is one run, whatever stands before. */
const goesOnWithKind = (piece: Piece, joint: number, next: Head) =>
  !next.isNamed &&
  next.quantifier === null &&
  // "các Sở, Ban, Ngành" is one run in capitals too; "các Sở, Ban Dân tộc" names one.
  !(
    isCapital(piece.text[joint]) &&
    /^ (?!Thành phố|Tỉnh|Huyện|Quận|Trung ương)\p{Lu}/u.test(piece.text.slice(next.to, next.to + 14))
  ) &&
  /(?:^|\s)(?:cơ quan|đơn vị|tổ chức|ban|ngành|sở|phòng|bộ|vụ|cục|doanh nghiệp|địa phương|đoàn thể),? ?(?:và )?$/.test(
    piece.low.slice(Math.max(0, joint - 24), joint),
  )

function wordStep(piece: Piece, at: number, head: Head, run: Run, mode: Mode): number | "act" {
  if (piece.text[at] !== " ") {
    if (piece.text[at - 1] === " ") run.bare &&= /^(?:và|các)(?!\p{L})/u.test(piece.low.slice(at, at + 4))
    return at + 1
  }
  if (mode.actsEnd && endsField(piece, at, head)) return "act"
  if (mode.actsEnd && (isAct(piece, at + 1, head) || isPurpose(piece, at + 1))) return "act"
  return at + 1
}

/** "UBND các tỉnh: Ninh Bình, Bắc Ninh, Phú Thọ": which of them it is; the name goes on. How long it is, 0 where it is none. */
function placesAt(piece: Piece, colon: number): number {
  const before = piece.low.slice(Math.max(0, colon - 40), colon)
  if (!/(?:^|\s)(?:tỉnh|thành phố|trung ương|huyện|thị xã|quận|xã|phường|đặc khu)$/.test(before)) return 0
  const found = placeList.exec(piece.text.slice(colon, colon + 500))?.[0] ?? ""
  if (
    found === "" ||
    !/^(?:$|[;.]| \p{Ll})/u.test(piece.text.slice(colon + found.length, colon + found.length + 2))
  )
    return 0
  return found.split(/[:,] (?:và )?| và /).some((name) => name !== "" && headOf(name)) ? 0 : found.length
}

const placeList =
  /^: \p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,3}(?:(?:, (?:và )?| và )\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,3}){1,60}/u
const headOf = (name: string) =>
  headAt({ text: name, low: name.toLowerCase(), at: new Int32Array() }, 0) !== null

/** "… của các Bộ: Tài chính, Xây dựng": the kind stands before the colon. */
function spreadAt(piece: Piece, colon: number, end: number, mode: Mode): Name | null {
  const before = piece.low.slice(Math.max(0, colon - 30), colon)
  const kind = /(?:^|\s)((?:các |(?<=(?:giám đốc|trưởng) ))(?:bộ|sở|vụ|cục|ban|phòng|báo|công ty))$/.exec(
    before,
  )?.[1]
  if (kind === undefined) return null
  const head = headAt(piece, colon - kind.length)
  const rank = rankBefore.exec(piece.low.slice(Math.max(0, colon - 60), colon - kind.length))?.[1] ?? ""
  const ranked = piece.text.slice(colon - kind.length - rank.length, colon - kind.length)
  return head === null ? null : spread(piece, head, colon + 1, end, mode, capitalized(ranked))
}

/** "Giám đốc các Sở: A, B" is "Giám đốc Sở A", "Giám đốc Sở B". */
const rankBefore =
  /(?:^|[\s;,])((?:phó giám đốc|tổng giám đốc|giám đốc|chánh thanh tra|bộ trưởng|chi cục trưởng|cục trưởng|vụ trưởng|viện trưởng|thủ trưởng|trưởng|lãnh đạo) )$/

const finish = (piece: Piece, from: number, to: number, stop: Bodies["stop"]): Name => ({
  names: [withoutEnd(piece.text.slice(from, to), ", ")],
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
function splits({ open, bare, isGeneric }: Run, next: Head, isCapitalized: boolean): boolean {
  if (smallKinds.test(next.word) && next.quantifier === null && !isCapitalized) return false
  if (bare) return next.isNamed && !open.isNamed && !isRank(next.word)
  if (isGeneric === true && open.quantifier !== null) return next.quantifier !== null || next.isNamed
  return true
}

const isRank = (word: string) => /^(?:chủ tịch|giám đốc|thủ trưởng|người đứng đầu|lãnh đạo)/.test(word)

/** "các Bộ: Tài chính, Y tế, Ngân hàng Nhà nước" */
function spread(piece: Piece, head: Head, from: number, end: number, mode: Mode, ranked = ""): Name | null {
  const names: string[] = []
  let at = from
  const prefix = ranked + capitalized(piece.text.slice(head.to - head.word.length, head.to))
  while (at < end) {
    while (piece.text[at] === " ") at++
    const own = headAt(piece, at)
    if (own !== null && names.length > 0 && !isNameOf(piece, at)) {
      return { names, to: at, next: at, stop: "end" }
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
  /^(?:công thương|tài|tư|thông tin|công an(?=[,;.:]|$| và ))/.test(piece.low.slice(at, at + 14))

/** " Bưu chính, Viễn thông" after "Bộ": a field whose name has a comma or "và" of its own. */
const fieldLength = (low: string, at: number) => {
  const known = low[at] === " " ? compound.exec(low.slice(at + 1, at + 61))?.[0].length : undefined
  return known === undefined ? 0 : known + 1
}

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
    if (char === " " && mode.actsEnd && isActInSpread(piece, at + 1, from)) return { at, stop: "act" }
  }
  return { at: end, stop: "end" }
}
