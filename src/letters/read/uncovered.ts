/**
 * Orders that no task covers: sentences that speak to somebody by name, or that say what must be done, and that the grammar left
 * out of every task. They become no task by themselves; they are told, so that a person looks at them.
 */
import { isAttribute } from "./attributes.ts"
import { bodiesAt } from "./bodies.ts"
import { openingActAt } from "./lexicon.ts"
import { markerOf } from "./markers.ts"
import { openingOf } from "./opening.ts"
import {
  isAim,
  isDecision,
  isIdle,
  isPastOrOwn,
  isPerson,
  isRule,
  isSaid,
  isStatement,
  ordersAtOnce,
  sentencesOf,
  speaksToUnknown,
  withoutAdverbial,
} from "./orders.ts"
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
  const asking = askingFrom(paragraphs, covered)
  const aims = aimsIn(paragraphs)
  let at = 0
  for (const [i, paragraph] of paragraphs.entries()) {
    const marked = cut(paragraph, markerOf(paragraph.text, paragraph.low)?.length ?? 0)
    const isOperative = i >= asking && !aims.has(i)
    for (const sentence of sentencesOf(marked)) {
      const from = spanOf(sentence)?.[0] ?? 0
      while (at < covered.length && (covered[at]?.[1] ?? 0) <= from) at++
      if (left.length === uncoveredMax) return left
      for (const part of partsLeft(sentence, covered, at))
        if (left.length < uncoveredMax && isOrderLike(part, isOperative)) left.push(part)
    }
  }
  return left
}

/** The first paragraph in which something is asked: that of the first task, the first numbered one, or one that announces a list. */
function askingFrom(paragraphs: readonly Piece[], covered: readonly Span[]): number {
  const first = covered[0]?.[0] ?? Number.POSITIVE_INFINITY
  const from = paragraphs.findIndex((paragraph) => {
    const marker = markerOf(paragraph.text, paragraph.low)
    const end = spanOf(paragraph)?.[1] ?? 0
    return end > first || (marker !== null && marker.label !== "") || announces.test(paragraph.low)
  })
  return from < 0 ? 0 : from
}

const announces =
  /(?:ý kiến|chỉ đạo|kết luận|yêu cầu|đề nghị|chỉ thị|quyết định|giao|nhiệm vụ|thực hiện|như sau)[^.;]{0,160}:$/

/** Places of the paragraphs that stand under "Mục đích, yêu cầu" and the like. */
function aimsIn(paragraphs: readonly Piece[]): ReadonlySet<number> {
  const found = new Set<number>()
  let under: number | null = null
  for (const [i, paragraph] of paragraphs.entries()) {
    const marker = markerOf(paragraph.text, paragraph.low)
    if (under !== null && marker !== null && marker.rank <= under) under = null
    if (under !== null) found.add(i)
    else if (marker !== null && marker.rank < 5 && !/[.;]$/.test(paragraph.text)) {
      if (isAim(cut(paragraph, marker.length).low)) under = marker.rank
    }
  }
  return found
}

/** Parts of a sentence that stand in no task: the whole, or what goes before and after the tasks in it. */
function partsLeft(sentence: Piece, covered: readonly Span[], next: number): Piece[] {
  const [from, to] = spanOf(sentence) ?? [0, 0]
  const inside: Span[] = []
  for (let i = next; i < covered.length; i++) {
    const span = covered[i]
    if (span === undefined || span[0] >= to) break
    if (span[1] > from) inside.push(span)
  }
  if (inside.length === 0) return [sentence]
  const place = (at: number) => {
    const found = sentence.at.findIndex((one) => one >= at)
    return found < 0 ? sentence.text.length : found
  }
  const [first, last] = [inside[0]?.[0] ?? to, Math.max(...inside.map((span) => span[1]))]
  const before = cut(sentence, 0, place(first))
  const after = cut(sentence, place(last))
  return [before, after].filter((part) => part.text.length >= 60 && asksWhole(part))
}

/** A rest of a sentence is an order of its own where it asks somebody by name for more than the ground on which it is asked. */
function asksWhole(part: Piece): boolean {
  const rest = (orderedIn(part) ?? openingOf(part))?.rest
  return (
    rest != null &&
    rest.text.length >= 40 &&
    !/^(?:căn cứ|theo|trên cơ sở|thực hiện|được giao)/.test(rest.low)
  )
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

/** A verb of orders anywhere in the sentence, with who must: "… phải …", "đề nghị …". */
const modal =
  /(?:^|[\s,;:(])(?:yêu cầu|đề nghị|giao|phân công|chủ trì|có trách nhiệm|chịu trách nhiệm|phải|cần|nghiêm cấm|không được|không để|khẩn trương|báo cáo (?:kết quả|về|ubnd|chủ tịch)|phối hợp(?: chặt chẽ)? với)(?=[\s:,])/

function isOrderLike(sentence: Piece, isOperative: boolean): boolean {
  const { low, text } = sentence
  // A plan's "Đơn vị chủ trì: …" says who does what stands above it.
  if (text.length < 20 || isAttribute(sentence)) return false
  if (isIdle(low) || isDecision(low) || isSaid(low) || isRule(low) || isPastOrOwn(sentence)) return false
  if (isPerson(sentence)) return false
  const isNamed = asksByName(sentence)
  // A line without its end is a heading, unless it is long.
  if (!/[.;/]$/.test(text) && (text.length < 60 || text === text.toUpperCase() || low.endsWith(":")))
    return false
  if (isNamed && !told.test(low)) return true
  if (!isOperative || isStatement(low)) return false
  return isNamed || (isCapital(text[0]) && ordersAtOnce(sentence)) || (modal.test(low) && !told.test(low))
}

function asksByName(sentence: Piece): boolean {
  if (orderedIn(sentence)?.rest != null || speaksToUnknown.test(sentence.text)) return true
  return [sentence, withoutAdverbial(sentence)].some(
    (words) => openingOf(words)?.rest != null && isCapital(words.text[0]),
  )
}
