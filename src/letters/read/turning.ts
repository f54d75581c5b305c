/** Sentences that turn to others than those whom their paragraph began with, and words whose addressee stands behind a subject. */
import { bodiesAt } from "./bodies.ts"
import { isBullet } from "./headings.ts"
import { type Opening, openingOf } from "./opening.ts"
import { goesOn, isDecision, isGeneric, isPastOrOwn, isStatement, sentencesOf } from "./orders.ts"
import { cut, isCapital, type Piece } from "./piece.ts"
import { orderedIn } from "./spoken.ts"
import { isSame } from "./tasks.ts"
import type { Node } from "./tree.ts"

/** "Phó Chủ tịch thống nhất chủ trương …": what whoever speaks decides binds none of the others. */
export const isDecidedBy = ({ addressees, rest }: Opening): boolean =>
  rest !== null &&
  isDecision(rest.low) &&
  addressees.every((name) =>
    /^(?:đồng chí )?(?:phó )?(?:thủ tướng|chủ tịch|bộ trưởng|thứ trưởng|bí thư)(?: chính phủ| thường trực| ubnd| ủy ban nhân dân)?(?: tỉnh| thành phố| huyện)?$/i.test(
      name,
    ),
  )

/** "Các sở thi hành Chỉ thị này. Giao Sở X theo dõi …": a sentence that turns to others is a clause of its own. */
export function withoutOthers(node: Node, { addressees, rest }: Opening): [Node, Piece[]] {
  if (rest === null) return [node, []]
  const sentences = (isBullet(node) ? [node.words] : sentencesOf(node.words)).flatMap((sentence) =>
    turnsIn(sentence, addressees),
  )
  const from = sentences.findIndex((sentence, i) => i > 0 && turns(sentence, addressees))
  const first = sentences[from]
  if (first === undefined) return [node, []]
  const to =
    node.words.text.length - sentences.slice(from).reduce((sum, one) => sum + one.text.length + 1, -1)
  return [{ ...node, words: cut(node.words, 0, to) }, sentences.slice(from)]
}

/** "Sở X phân luồng giao thông; Giám đốc Sở Y chuẩn bị cơ số thuốc": cut where, after a semicolon, others are asked by name. */
function turnsIn(sentence: Piece, addressees: readonly string[]): Piece[] {
  const parts: Piece[] = []
  let from = 0
  for (const found of sentence.text.matchAll(/; (?=\p{Lu})/gu)) {
    const part = cut(sentence, found.index + 2)
    const isAsked = openingOf(cut(sentence, from, found.index))?.rest != null
    if (!isAsked || bodiesAt(part, 0)?.stop !== "act" || !turns(part, addressees)) continue
    parts.push(cut(sentence, from, found.index + 1))
    from = found.index + 2
  }
  parts.push(cut(sentence, from))
  return parts
}

/** A sentence that asks others by name: those whom it begins with, or to whom it turns with "giao", "đề nghị", "yêu cầu". */
function turns(sentence: Piece, addressees: readonly string[]): boolean {
  const opening = openingOf(sentence)
  if (
    goesOn(sentence.low) ||
    opening?.rest == null ||
    isGeneric(opening.addressees) ||
    isSame(opening.addressees, addressees)
  )
    return false
  if (/^(?:giao|đề nghị|yêu cầu) /.test(sentence.low)) return true
  return isCapital(sentence.text[0]) && !isPastOrOwn(sentence) && !isStatement(sentence.low)
}

/** "Về thủ tục đào hè, đường, Sở X rút ngắn …", "Đối với các doanh nghiệp, đề nghị VNPT …": who is asked stands behind a comma. */
export function afterSubject(words: Piece): Piece | null {
  if (!/^(?:về|đối với|liên quan(?: đến)?) /.test(words.low)) return null
  for (const found of words.low.slice(0, 220).matchAll(/, (?=\S)/g)) {
    const rest = cut(words, found.index + 2)
    if (/[.;:]/.test(words.text.slice(0, found.index))) return null
    if (/^(?:đề nghị|yêu cầu|giao) /.test(rest.low) && orderedIn(sentencesOf(rest)[0] ?? rest)?.rest != null)
      return rest
    if (isCapital(rest.text[0]) && openingOf(rest)?.rest != null) return rest
  }
  return null
}
