/** How an item opens: whom it names, and what stands after the names. */
import { bodiesAt, headAt } from "./bodies.ts"
import { actAt } from "./lexicon.ts"
import { cut, type Piece } from "./piece.ts"

export type Opening = {
  addressees: string[]
  /** What is to be done, when it stands in the same paragraph. */
  rest: Piece | null
  /** Where the names begin. */
  from: number
}

/** Words before the names: "Đối với", "Giao", "Đề nghị", "Trách nhiệm của". */
const before =
  /^(?:đối với|về phía|trách nhiệm của|nhiệm vụ của|phân công|giao cho|giao nhiệm vụ cho|giao|yêu cầu|đề nghị|ủy quyền cho|chỉ đạo|thủ trưởng cơ quan:)\s/
/** Words between the names and what is to be done. */
const between =
  /^[\s,]{0,3}(?:có trách nhiệm|có nhiệm vụ|thì|căn cứ (?:vào )?(?:chức năng|nhiệm vụ|tình hình|nội dung|các nội dung)[^:;.]{0,120}?(?=nghiêm túc|chỉ đạo|chủ động|xây dựng|tổ chức|triển khai|khẩn trương|tăng cường|:)|theo chức năng, nhiệm vụ(?: (?:được giao|quy định))?(?: và thẩm quyền)?,?|(?:tổ chức )?thực hiện (?:các |một số )?(?:nhiệm vụ|nội dung|công việc)(?: sau(?: đây)?)?(?=:))[\s:,]{0,3}/

export function openingOf(piece: Piece): Opening | null {
  let from = 0
  for (let turns = 0; turns < 2; turns++) {
    const found = before.exec(piece.low.slice(from))
    if (found === null) break
    from += found[0].length
  }
  const bodies = bodiesAt(piece, from)
  if (bodies === null) return null
  if (
    bodies.stop === "mark" &&
    bodies.to < piece.text.length - 1 &&
    !/^[.;,]+$/.test(piece.text.slice(bodies.to))
  )
    return null
  const rest = restOf(piece, bodies.to)
  return { addressees: bodies.names, rest: rest.text === "" ? null : rest, from }
}

function restOf(piece: Piece, to: number): Piece {
  let at = to
  at += /^[\s:,.;]{0,4}/.exec(piece.text.slice(at))?.[0].length ?? 0
  for (let turns = 0; turns < 2; turns++) {
    const joint = between.exec(piece.low.slice(at, at + 300))
    if (joint === null) break
    at += joint[0].length
  }
  return cut(piece, at)
}

const lead = /^(?:[-\s]|(?:chịu trách nhiệm )?(?:làm |là )?)?chủ trì/
/** Is the body that is named also the one that leads? */
export const leads = (low: string) =>
  lead.test(low) || /^(?:được giao |chịu trách nhiệm |có trách nhiệm |chủ động )chủ trì/.test(low)

const together =
  /(?:phối hợp(?: chặt chẽ| tốt| đồng bộ| thường xuyên)?(?: với| cùng| cùng với)|cùng với|^với) /g

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
