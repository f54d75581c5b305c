/** How an item opens: whom it names, and what stands after the names. */
import { type Bodies, bodiesAt, headAt } from "./bodies.ts"
import { actAt, holdsBackAct } from "./lexicon.ts"
import { cut, isCapital, type Piece } from "./piece.ts"

export type Opening = {
  addressees: string[]
  /** What is to be done, when it stands in the same paragraph. */
  rest: Piece | null
  /** Where the names begin. */
  from: number
}

/** Words before the names: "Đối với", "Giao", "Đề nghị", "Trách nhiệm của". */
const before =
  /^(?:riêng(?: đối với)?\s|(?:(?:các )?(?:ông|đồng chí)(?:,? bà|\/bà| \(bà\))?(?: có tên tại điều \d)? ?:|các (?:ông|bà)|đối với|về phía|trách nhiệm của|nhiệm vụ của|phân công|giao cho|giao nhiệm vụ cho|giao|yêu cầu|đề nghị|ủy quyền cho)\s)/
/** Words between the names and what is to be done. */
const duty = /^(?:có trách nhiệm|có nhiệm vụ|thì)[\s:,]{1,3}/
const announcement = /^[^,;:.()]{2,40}: (?=\S)/
const grounds = /^(?:căn cứ|theo(?! dõi)|trên cơ sở|trong phạm vi) /
const noAct = new Set([
  "được giao",
  "căn cứ",
  "theo chức năng",
  "trên cơ sở",
  "thì",
  "quản lý",
  "thông báo",
  "báo cáo",
  "kế hoạch",
])

export function openingOf(piece: Piece): Opening | null {
  let from = 0
  for (let turns = 0; turns < 2; turns++) {
    const found = before.exec(piece.low.slice(from))
    if (found === null) break
    from += found[0].length
  }
  from += headsOfLength(piece, from)
  const bodies = bodiesAt(piece, from) ?? (from === 0 ? null : unknownNames(piece, from))
  if (bodies === null) return null
  if (bodies.stop === "mark" && !/^[.;,/\s]*$/.test(piece.text.slice(bodies.to))) return null
  const rest = askedAfter(piece, bodies)
  return {
    addressees: withoutAsides(bodies.names),
    rest: rest.text === "" ? null : rest,
    from,
  }
}

/** "Thủ trưởng các cơ quan: Văn phòng UBND tỉnh, Sở Y tế": the names stand after the colon. */
function headsOfLength(piece: Piece, from: number): number {
  const found =
    /^thủ trưởng các (?:cơ quan|đơn vị|cơ quan, đơn vị|sở, ban, ngành|sở, ngành)(?: sau)? ?: /.exec(
      piece.low.slice(from, from + 60),
    )?.[0].length
  return found === undefined || headAt(piece, from + found) === null ? 0 : found
}

/** "Đối với Viễn thông A, Cáp quang B:": after such words names are names, known or not. */
function unknownNames(piece: Piece, from: number): Bodies | null {
  const colon = piece.text.indexOf(":", from)
  const to = colon < 0 ? piece.text.length : colon
  const words = piece.text.slice(from, to)
  if (
    words.length < 4 ||
    words.length > 150 ||
    /[.;]/.test(words) ||
    !/^(?:đối với|về phía) /.test(piece.low)
  )
    return null
  const names = words.split(/, | và /)
  return names.every((name) => isCapital(name[0])) ? { names, to, stop: colon < 0 ? "end" : "colon" } : null
}

/** "Công an tỉnh (cơ quan thường trực)" is Công an tỉnh, "đồng chí Giám đốc Sở Y tế" is whoever holds that post. */
export const withoutAsides = (names: readonly string[]) =>
  names.map((name) => name.replace(/ ?\([^()]{0,200}\)$/, "").replace(comrade, ""))

const comrade =
  /^đồng chí (?=(?:Phó )?(?:Chủ tịch|Chủ nhiệm|Giám đốc|Bí thư|Trưởng|Chánh|Chỉ huy trưởng|Bộ trưởng|Thứ trưởng|Cục trưởng|Thủ tướng) )/iu

/** What is asked after the names, without "có trách nhiệm" and the ground on which it is asked. */
export function askedAfter(piece: Piece, bodies: Bodies): Piece {
  let rest = cut(piece, bodies.to + (/^[\s:,.;]{0,4}/.exec(piece.text.slice(bodies.to))?.[0].length ?? 0))
  if (bodies.stop !== "colon") rest = withoutGround(rest)
  const found = duty.exec(rest.low)
  if (found !== null) rest = cut(rest, found[0].length)
  const announced = announcement.exec(rest.low)
  return announced === null || leads(rest.low) ? rest : cut(rest, announced[0].length)
}

/** "theo chức năng, nhiệm vụ được giao, nghiên cứu …" asks for "nghiên cứu …". */
function withoutGround(rest: Piece): Piece {
  if (!grounds.test(rest.low)) return rest
  const end = Math.min(rest.text.length, 160)
  for (let at = 4; at < end; at++) {
    if (rest.text[at - 1] !== " ") continue
    const act = actAt(rest.low, at)
    const last = /[^\s]+$/.exec(rest.low.slice(Math.max(0, at - 16), at - 1))?.[0] ?? ""
    const lastTwo = /[^\s]+ [^\s]+$/.exec(rest.low.slice(Math.max(0, at - 24), at - 1))?.[0] ?? ""
    if (
      act === null ||
      noAct.has(act) ||
      (holdsBackAct(last) && !/,$/.test(last)) ||
      /^(?:của|việc|công tác|về)/.test(lastTwo)
    )
      continue
    // "căn cứ tình hình để phát động …", "căn cứ chức năng và Phụ lục kèm theo chủ động …": what is asked is the whole.
    return / để /.test(rest.low.slice(0, at)) || !isClosed(rest.low.slice(0, at)) ? rest : cut(rest, at)
  }
  return rest
}

/** A ground ends with its comma, or with words that say whose duty it is: "theo chức năng, nhiệm vụ được giao". */
const isClosed = (ground: string) =>
  /(?:,|được giao|được phân công|mình|quản lý|phụ trách|chức năng|nhiệm vụ|thẩm quyền|trách nhiệm|đơn vị|địa phương) $/.test(
    ground,
  )

const lead = /^(?:[-\s]|(?:chịu trách nhiệm )?(?:làm |là )?)?chủ trì/
/** Is the body that is named also the one that leads? */
export const leads = (low: string) =>
  lead.test(low) || /^(?:được giao |chịu trách nhiệm |có trách nhiệm |chủ động )chủ trì/.test(low)

const together = /(?:phối hợp(?: [\p{L}]{2,7}){0,3}? (?:với|cùng với|cùng)|cùng với|^với) /gu

/** Whom to work with: names after "phối hợp với", where the order itself says so. */
export function partnersOf(piece: Piece): string[] {
  const names: string[] = []
  let until = 0
  for (const found of piece.low.slice(0, 3_000).matchAll(together)) {
    if (found.index < until) continue
    const at = found.index + found[0].length
    if (!isOwnAct(piece, found.index, at)) continue
    const bodies = bodiesAt(piece, at) ?? looseAt(piece, at)
    if (bodies === null) continue
    names.push(...bodies.names)
    until = bodies.to
  }
  return [...new Set(names)]
}

/** "… để các tổ chức, cá nhân …, phối hợp với lực lượng chức năng": others are to work together there. */
function isOwnAct(piece: Piece, at: number, names: number): boolean {
  if (at < 60) return true
  const head = headAt(piece, names)
  if (head === null) return false
  const before = piece.low.slice(Math.max(0, at - 200), at)
  if (/(?:để|nhằm) (?:các|người|mọi|toàn)[^.;]{0,200}$/.test(before)) return false
  return head.quantifier !== null || piece.text[names] !== piece.low[names]
}

const limits = /[;:.]| (?:để|nhằm|trong việc|trong công tác|trong quá trình)(?= )/

function looseAt(piece: Piece, at: number): { names: string[]; to: number } | null {
  const end = limits.exec(piece.low.slice(at, at + 160))
  let to = at + (end?.index ?? 0)
  for (let i = at; i < to; i++)
    if (piece.text[i] === " " && actAt(piece.low, i + 1) !== null && i > at + 3) to = i
  const name = piece.text.slice(at, to).trim()
  return name.length < 3 || !/^(?:doanh nghiệp|cơ quan|đơn vị|các|nhà|lực lượng)/.test(piece.low.slice(at))
    ? null
    : { names: [name], to }
}

/** "chủ trì, phối hợp với các Vụ: A, B: Chỉ đạo …": who helps, then what is asked. */
export function afterPartners(rest: Piece): Piece | null {
  if (!leads(rest.low) && !/^phối hợp/.test(rest.low)) return null
  const found = /^[^:;.]{0,40}(?:phối hợp với|phối hợp cùng|cùng với) /.exec(rest.low)
  if (found === null) return null
  const bodies = bodiesAt(rest, found[0].length)
  if (bodies?.stop !== "colon") return null
  const asked = cut(rest, bodies.to + 1)
  return asked.text === "" ? null : asked
}
