/** What the words of a node are: a heading of names, a subject, an order, an aside. Pure questions. */
import { isAttribute } from "./attributes.ts"
import { bodiesAt } from "./bodies.ts"
import { leads, type Opening, openingOf, withoutAsides } from "./opening.ts"
import { goesOn, isDecision, isPastOrOwn, isStatement } from "./orders.ts"
import { cut, isCapital, type Piece } from "./piece.ts"
import type { Node } from "./tree.ts"

/** "Về việc di dời trạm: Giao UBND thành phố …" speaks to somebody after its subject. */
export function afterTopic(words: Piece): Piece | null {
  const found = /^(?:về|đối với|liên quan) [^:]{3,250}: (?=\S)/.exec(words.low)
  if (found === null) return null
  const rest = cut(words, found[0].length)
  return isCapital(rest.text[0]) && openingOf(rest)?.rest != null ? rest : null
}

export const kidsOf = (node: Node) => node.children.filter((child) => !isAttribute(child.words))
export const isBullet = (node: Node) => node.kind === "dash" || node.kind === "plus"

/** A line of names over items needs no verb, and its verbs belong to the names ("doanh nghiệp hoạt động trong …"). */
export function headingOf(node: Node): Opening | null {
  const { text } = node.words
  if (node.children.length + node.tail.length === 0 || isBullet(node) || /[.;:]$/.test(text)) return null
  const opening = openingOf(node.words)
  if (opening === null || (opening.rest !== null && text.length > 250)) return null
  // "Cơ quan chủ trì giải quyết thủ tục đầu tư" on a line of its own says which body it is.
  const isKind = /^(?:các )?(?:cơ quan|đơn vị|tổ chức) chủ trì/.test(node.words.low) && text.length < 100
  if (opening.rest !== null && leads(opening.rest.low) && !isKind) return null
  const names = bodiesAt(node.words, opening.from, { actsEnd: false })
  return names === null ? null : { addressees: withoutAsides(names.names), rest: null, from: opening.from }
}

/** Names of bodies open a clause when they are a heading, or when something is asked of them now. */
export function isAddressing(node: Node, opening: Opening): boolean {
  if (opening.rest !== null) return !isPastOrOwn(node.words)
  return !isBullet(node) || kidsOf(node).length + node.tail.length > 0 || node.words.low.endsWith(":")
}

/** "Sở X: yêu cầu nhà mạng …" speaks to Sở X. */
export const isAfterColon = (words: Piece, rest: Piece) =>
  words.text
    .slice(0, words.text.length - rest.text.length)
    .trimEnd()
    .endsWith(":")

/** A heading of a subject, not an order: short, or announcing the items under it. */
export function isTopic({ words: { low, text }, kind }: Node): boolean {
  if (low === "" || low.endsWith(":") || text === text.toUpperCase()) return true
  return text.length < (kind === "section" ? 250 : 130) && !/[.;]$/.test(text)
}

/** "II. NHIỆM VỤ" / "Các sở, ban, ngành:" / "1. …": names on a line of their own above numbered items. */
export function namedBefore(node: Node): string[] | null {
  const [only, ...others] = node.tail
  if (only === undefined || others.length > 0 || !only.low.endsWith(":") || isBulletList(node)) return null
  const opening = openingOf(only)
  return opening === null || opening.rest !== null ? null : opening.addressees
}

const isBulletList = (node: Node) => kidsOf(node).every(isBullet)

/** Where orders are listed, a whole sentence is one, whatever its verb, unless it tells what was or what is. */
export const isPlainOrder = (words: Piece) =>
  isCapital(words.text[0]) &&
  (/[.;]$/.test(words.text) || words.text.length > 60) &&
  openingOf(words) === null &&
  !isPastOrOwn(words) &&
  !isStatement(words.low) &&
  !isDecision(words.low) &&
  !goesOn(words.low) &&
  !/^(?:về|công tác|tình hình|kết quả|thời gian qua|trong thời gian qua|hiện nay|hiện|đến nay|năm|tuy nhiên|qua|theo|căn cứ|do|vì|để|khi|nếu|trường hợp|trên cơ sở) /.test(
    words.low,
  )

/** "(Giao Công an tỉnh chủ trì, phối hợp với Văn phòng UBND tỉnh)" */
export function asideOf(words: Piece): Opening | null {
  const at = words.low.search(
    /\((?:giao|do|[^()]{3,120} (?:chủ trì|thực hiện|tham mưu|phụ trách|chịu trách nhiệm)[,)])/,
  )
  const close = words.text.indexOf(")", at)
  if (at < 0 || close < 0) return null
  const inside = cut(words, at + 1, close)
  return openingOf(inside.low.startsWith("do ") ? cut(inside, 3) : inside)
}
