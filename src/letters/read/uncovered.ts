/**
 * Orders that no task covers: sentences that speak to somebody by name, or that say what must be done, and that the grammar left
 * out of every task. They become no task by themselves; they are told, so that a person looks at them.
 */
import { isAttribute } from "./attributes.ts"
import { bodiesAt } from "./bodies.ts"
import { openingActAt } from "./lexicon.ts"
import { markerOf } from "./markers.ts"
import { openingOf } from "./opening.ts"
import { isDecision, isIdle, isPastOrOwn, isRule, sentencesOf, speaksToUnknown } from "./orders.ts"
import { cut, isCapital, type Piece, spanOf, withoutEnd } from "./piece.ts"
import type { Span } from "./reading.ts"
import { orderedIn } from "./spoken.ts"
import type { ReadClause } from "./tasks.ts"

/** So many are told one by one; a letter with more was not understood at all, and its first ones say so. */
const uncoveredMax = 50

export function uncoveredOrders(paragraphs: readonly Piece[], clauses: readonly ReadClause[]): Piece[] {
  const covered = clauses
    .flatMap((clause) => clause.tasks.map((task) => spanOf(task.words)))
    .filter((span): span is Span => span !== null)
    .toSorted((a, b) => a[0] - b[0])
  const left: Piece[] = []
  let at = 0
  for (const paragraph of paragraphs)
    for (const sentence of sentencesOf(paragraph)) {
      const [from, to] = spanOf(sentence) ?? [0, 0]
      while (at < covered.length && (covered[at]?.[1] ?? 0) <= from) at++
      const next = covered[at]
      const isCovered = next !== undefined && next[0] < to
      if (!isCovered && left.length < uncoveredMax && isOrderLike(sentence)) left.push(sentence)
    }
  return left
}

/** Names that stand between "Kính gửi" and the first sentence and were taken into no addressee: a person looks at them. */
export function strayNames(body: readonly Piece[]): Piece[] {
  const first = body.findIndex((piece) => !isNamesOnly(piece))
  return body.slice(0, Math.max(0, first))
}

function isNamesOnly(piece: Piece): boolean {
  if (piece.text.length > 120 || !/[;,.]$/.test(piece.text) || / (?:nhận|có|đã|sẽ|là|được) /.test(piece.low))
    return false
  const rest = cut(piece, markerOf(piece.text, piece.low)?.length ?? 0)
  const list = cut(rest, 0, withoutEnd(rest.text, ".;, ").length)
  const bodies = bodiesAt(list, 0)
  if (bodies !== null) return bodies.stop === "end" && bodies.to >= list.text.length
  return list.text.split(" ").length <= 4 && openingActAt(list.low, 0) === null
}

const told =
  / (?:đã|đang) |(?:thời gian|những năm|trong năm|vừa) qua|(?:^|\s)(?:nhận được|trên cơ sở kết quả)/

function isOrderLike(sentence: Piece): boolean {
  const { low, text } = sentence
  // A line without its end is a heading, a plan's "Đơn vị chủ trì: …" says who does what stands above it.
  if (text.length < 20 || !/[.;/]$/.test(text) || isAttribute(sentence)) return false
  if (isIdle(low) || isDecision(low) || isRule(low) || isPastOrOwn(sentence) || told.test(low)) return false
  if (orderedIn(sentence)?.rest != null || speaksToUnknown.test(text)) return true
  const opening = openingOf(sentence)
  return opening?.rest != null && isCapital(text[0])
}
