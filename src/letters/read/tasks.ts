/** The tasks in an item's words: whole items, single sentences, parts with deadlines of their own. */
import { headAt } from "./bodies.ts"
import { deadlineOf } from "./deadlines.ts"
import { quantifierAt } from "./lexicon.ts"
import { leads, openingOf, partnersOf } from "./opening.ts"
import {
  goesOn,
  isConditionalOrder,
  isIdle,
  isPastOrOwn,
  ordersAtOnce,
  sentencesOf,
  withoutAdverbial,
} from "./orders.ts"
import { cut, isCapital, join, type Piece } from "./piece.ts"

export type ReadTask = {
  words: Piece
  /** Null unless the task names its own. */
  addressees: string[] | null
  deadline: string | null
  lead: string[]
  partners: string[]
  confidence: number
}
export type ReadClause = {
  path: string
  addressees: string[]
  words: Piece
  tasks: ReadTask[]
  confidence: number
  /** Its own words name the addressees; what is given out below it ("Giao UBND cấp xã …") they give out. */
  isNamed?: boolean
}
/** What a lead-in says for every item under it: "chủ trì, phối hợp với Bộ X:". */
export type Shared = { lead: boolean; partners: string[] }

export const nothingShared: Shared = { lead: false, partners: [] }
const taskCharsMax = 20_000

export function taskOf(words: Piece, shared: Shared, clause: ReadClause): ReadTask {
  return {
    words,
    addressees: null,
    deadline: deadlineOf(words.text, words.low),
    lead: leads(words.low) || shared.lead ? [...clause.addressees] : [],
    partners: [...new Set([...shared.partners, ...partnersOf(words)])],
    confidence: sureness(words),
  }
}

/** Doubtful are words that open with no known order: a statement may have been taken for one. */
function sureness(words: Piece): number {
  if (headAt(words, 0) !== null) return 0.85
  return ordersAtOnce(words) || ordersAtOnce(withoutAdverbial(words)) ? 0.95 : 0.7
}

/** A whole item as one task: "Lưu ý:" and "Hàng năm," stand before it. */
export function itemOf(words: Piece, shared: Shared, clause: ReadClause): ReadTask {
  const noted = /^(?:\* ?)?(?:lưu ý|chú ý|riêng|cụ thể|trong đó):? (?=\S)/.exec(words.low)?.[0].length ?? 0
  const item = cut(words, noted)
  const rest = withoutTime(item)
  const task = taskOf(rest, shared, clause)
  if (rest !== item) task.deadline ??= item.text.slice(0, item.text.indexOf(","))
  return task
}

/** Each sentence that gives an order is a task; one that does not belongs to the task before it. */
export function addSentences(words: Piece, shared: Shared, clause: ReadClause, isFirstSure: boolean): void {
  for (const [i, sentence] of sentencesOf(words).entries()) {
    if (isIdle(sentence.low)) continue
    const isSure = i === 0 && isFirstSure
    if (isSure || isOrder(sentence) || (i === 0 && isConditionalOrder(sentence))) {
      for (const part of partsOf(isSure ? sentence : fromOrder(sentence)))
        clause.tasks.push(taskOf(part, i === 0 ? shared : nothingShared, clause))
    } else if (!isPastOrOwn(sentence)) extend(clause.tasks.at(-1), sentence)
  }
}

/** A paragraph under an item: a task of its own, or more of the task before it. */
export function addParagraph(paragraph: Piece, shared: Shared, clause: ReadClause): void {
  if (isIdle(paragraph.low)) return
  const last = clause.tasks.at(-1)
  if (last === undefined) {
    addSentences(paragraph, shared, clause, true)
    return
  }
  const opening = openingOf(paragraph) ?? openingOf(withoutAdverbial(paragraph))
  const isOwn = ordersAtOnce(paragraph) || (opening !== null && opening.rest !== null)
  if (!isOwn || goesOn(paragraph.low) || isPastOrOwn(paragraph)) {
    extend(last, paragraph)
    return
  }
  const task = itemOf(paragraph, shared, clause)
  // "Các doanh nghiệp phải …" speaks of those whom the clause addresses.
  const isOthers = quantifierAt(paragraph.low, 0) === null
  if (isOthers && opening?.rest != null && !isSame(opening.addressees, clause.addressees))
    task.addressees = opening.addressees
  clause.tasks.push(task)
}

/** The same names, however they are cased. */
export const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, i) => name.toLowerCase() === b[i]?.toLowerCase())

/** More words for a task: they may hold its deadline. */
export function extend(task: ReadTask | undefined, more: Piece): void {
  if (task === undefined) return
  task.deadline ??= deadlineOf(more.text, more.low)
  if (task.words.text.length + more.text.length < taskCharsMax) task.words = join(task.words, more)
}

function isOrder(sentence: Piece): boolean {
  if (goesOn(sentence.low) || isPastOrOwn(sentence) || /^đối với /.test(sentence.low)) return false
  if (ordersAtOnce(sentence) || /^(?:kết quả|danh sách|số liệu)[^.;:,]{0,50} gửi về /.test(sentence.low))
    return true
  const rest = withoutAdverbial(sentence)
  const opening = openingOf(rest)
  // "Theo đó, doanh nghiệp phải đăng ký …" says what the law says, to nobody in particular.
  const isSomebody = isCapital(rest.text[0]) || quantifierAt(rest.low, 0) !== null
  return opening !== null && opening.rest !== null && isSomebody
}

/** "Vì vậy, đề nghị các địa phương ưu tiên …" starts at "đề nghị". */
function fromOrder(sentence: Piece): Piece {
  const isJoined = /^(?:vì vậy|do đó|do vậy|theo đó|bên cạnh đó|ngoài ra|đồng thời),/.test(sentence.low)
  return isJoined ? withoutAdverbial(sentence) : sentence
}

/** "Cuối năm, báo cáo …" starts at "báo cáo". */
function withoutTime(paragraph: Piece): Piece {
  const found =
    /^(?:định kỳ |vào )?(?:cuối|đầu|giữa|hàng|hằng|mỗi) (?:năm|quý|tháng|tuần|ngày|kỳ)(?: \d{4})?, (?!(?:hàng|hằng|mỗi|năm|quý) )/.exec(
      paragraph.low,
    )
  return found === null ? paragraph : cut(paragraph, found[0].length)
}

/**
 * "xây dựng … trước ngày …; lập …; báo cáo … trước ngày …", "… và định kỳ (vào ngày 22 hàng tháng) gửi …", "lồng ghép …; báo cáo
 * … trước ngày 05 hằng tháng": parts of which each has a time of its own, or the last one, which comes again.
 */
export function partsOf(sentence: Piece): Piece[] {
  const parts: Piece[] = []
  let from = 0
  for (const found of sentence.low.matchAll(/; | và (?=định kỳ (?:\(|trước |vào |ngày ))/g)) {
    parts.push(cut(sentence, from, found.index + (found[0] === "; " ? 1 : 0)))
    from = found.index + found[0].length
  }
  parts.push(cut(sentence, from))
  const isPeriodic = / và định kỳ (?:\(|trước |vào |ngày )/.test(sentence.low)
  const due = parts.filter((part) => deadlineOf(part.text, part.low) !== null)
  if (due.length >= 2 || isPeriodic) return parts
  const last = parts.at(-1)
  const first = cut(sentence, 0, sentence.text.length - (last?.text.length ?? 0))
  return last !== undefined && due[0] === last && first.text.length > 60 && ownTime.test(last.low)
    ? [first, last]
    : [sentence]
}

/** A report that comes again and again is another task than what is done once. */
const ownTime =
  /^(?:(?:tổng hợp,? )?(?:báo cáo|gửi)|định kỳ) [^;\d]{0,160}\d{1,2}[^;]{0,40} (?:hàng|hằng|của tháng cuối) (?:tuần|tháng|quý|năm)/
