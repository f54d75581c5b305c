/** Orders outside the items: in running text, and in the words that close a letter. */
import { quantifierAt } from "./lexicon.ts"
import { leads, openingOf } from "./opening.ts"
import {
  goesOn,
  isDecision,
  isGeneric,
  isIdle,
  isPastOrOwn,
  isStatement,
  ordersAtOnce,
  sentencesOf,
  withoutAdverbial,
} from "./orders.ts"
import { cut, isCapital, type Piece } from "./piece.ts"
import { orderedIn } from "./spoken.ts"
import { partsOf, type ReadClause, taskOf } from "./tasks.ts"

const binds =
  /(?:có trách nhiệm|chịu trách nhiệm|căn cứ|nghiêm túc|tổ chức thực hiện|triển khai thực hiện|theo dõi|đôn đốc)/

/** Closing words that speak to somebody by name: a clause without a number. */
export function closingOf(paragraph: Piece, general: readonly string[]): ReadClause | null {
  const summed = /^(?:trên đây là|nhận được) [^;]{5,300}?[;.,] (?=(?:yêu cầu|đề nghị) )/.exec(paragraph.low)
  if (summed !== null) return closingOf(cut(paragraph, summed[0].length), general)
  const effect =
    /^(?:chỉ thị|quyết định|kế hoạch|công văn|quy chế|quy định|nghị quyết) này (?:có hiệu lực|thay thế)[^.]{0,160}\. /.exec(
      paragraph.low,
    )
  if (effect !== null) return closingOf(cut(paragraph, effect[0].length), general)
  // "Yêu cầu các đơn vị nghiêm túc thực hiện; có khó khăn, vướng mắc thì báo cáo": asked first.
  const trouble =
    /[;.,] (?:nếu |trong quá trình |quá trình |trường hợp |khi )?(?:có|gặp|thực hiện,? nếu có|phát sinh) (?:khó khăn|vướng mắc|vấn đề)/.exec(
      paragraph.low,
    )
  if (trouble !== null && trouble.index > 30 && /^(?:đề nghị|yêu cầu) /.test(paragraph.low)) {
    const asked = cut(paragraph, 0, trouble.index)
    if (!isIdle(asked.low)) return closingOf(asked, general)
  }
  if (isIdle(paragraph.low)) return null
  const last = sentencesOf(paragraph).at(-1) ?? paragraph
  const spoken = orderedIn(last)
  const opening = spoken ?? openingOf(paragraph)
  if (opening?.rest == null || isPastOrOwn(paragraph)) return null
  if (spoken === null && (!binds.test(paragraph.low.slice(0, 600)) || /^(?:phải|cần)/.test(opening.rest.low)))
    return null
  const isOpen = isGeneric(opening.addressees) && general.length > 0
  const addressees = isOpen ? [...general] : opening.addressees
  return clauseOf(spoken === null ? paragraph : last, addressees, [opening.rest])
}

/**
 * Running text that belongs to no item: an order spoken to somebody counts, and behind it whatever a body named first is to
 * do, and what is asked of the same body without naming it again. `before`: the last order of the paragraphs above, if any.
 */
export function freeOrdersOf(paragraph: Piece, before?: ReadClause): ReadClause[] {
  if (isIdle(paragraph.low)) return []
  const clauses: ReadClause[] = []
  for (const sentence of sentencesOf(paragraph)) {
    if (isPastOrOwn(sentence) || isIdle(sentence.low)) continue
    const spoken = orderedIn(sentence)
    if (spoken?.rest?.low.endsWith(":") === true) continue
    const last = clauses.at(-1) ?? before
    if (spoken?.rest != null) clauses.push(clauseOf(sentence, spoken.addressees, partsOf(spoken.rest)))
    else if (last !== undefined) goOn(sentence, last, clauses)
  }
  return clauses
}

function goOn(sentence: Piece, last: ReadClause, clauses: ReadClause[]): void {
  if (isStatement(sentence.low) || isDecision(sentence.low) || goesOn(sentence.low)) return
  const asked = withoutAdverbial(sentence)
  const opening = openingOf(asked)
  const isNamed = isCapital(asked.text[0]) || quantifierAt(asked.low, 0) !== null
  if (opening?.rest != null && isNamed) {
    if (!opening.rest.low.endsWith(":"))
      clauses.push(clauseOf(sentence, opening.addressees, partsOf(opening.rest)))
  } else if (isCapital(sentence.text[0]) && ordersAtOnce(sentence))
    last.tasks.push(taskOf(sentence, { lead: leads(sentence.low), partners: [] }, last))
}

function clauseOf(words: Piece, addressees: string[], parts: readonly Piece[]): ReadClause {
  const clause: ReadClause = { path: "", addressees, words, tasks: [], confidence: 0.85 }
  for (const part of parts) clause.tasks.push(taskOf(part, { lead: leads(part.low), partners: [] }, clause))
  return clause
}
