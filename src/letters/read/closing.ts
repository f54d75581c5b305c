/** Orders outside the items: in running text, and in the words that close a letter. */
import { leads, openingOf } from "./opening.ts"
import { isGeneric, isIdle, isPastOrOwn, sentencesOf } from "./orders.ts"
import { cut, type Piece } from "./piece.ts"
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

/** Running text that belongs to no item: only an order spoken to somebody counts. */
export function freeOrdersOf(paragraph: Piece): ReadClause[] {
  if (isIdle(paragraph.low)) return []
  return sentencesOf(paragraph).flatMap((sentence) => {
    if (isPastOrOwn(sentence) || isIdle(sentence.low)) return []
    const spoken = orderedIn(sentence)
    if (spoken?.rest == null || spoken.rest.low.endsWith(":")) return []
    return [clauseOf(sentence, spoken.addressees, partsOf(spoken.rest))]
  })
}

function clauseOf(words: Piece, addressees: string[], parts: readonly Piece[]): ReadClause {
  const clause: ReadClause = { path: "", addressees, words, tasks: [], confidence: 0.85 }
  for (const part of parts) clause.tasks.push(taskOf(part, { lead: leads(part.low), partners: [] }, clause))
  return clause
}
