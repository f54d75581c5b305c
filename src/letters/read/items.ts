/** Readers of what has nothing addressed below it: items, paragraphs without a marker, closing words, rows of a plan. */
import { type Attributes, isAttribute } from "./attributes.ts"
import { closingOf } from "./closing.ts"
import { isBullet, kidsOf } from "./headings.ts"
import { leads, type Opening, openingOf, partnersOf } from "./opening.ts"
import { goesOn, isIdle, isPastOrOwn, isRule, isSaid, ordersAtOnce } from "./orders.ts"
import { cut, type Piece } from "./piece.ts"
import {
  addParagraph,
  extend,
  isSame,
  itemOf,
  nothingShared,
  type ReadClause,
  type Shared,
  taskOf,
} from "./tasks.ts"
import type { Node } from "./tree.ts"

export type Context = {
  /** The clause that items without names belong to. */
  clause: ReadClause | null
  /** Those whom the letter as a whole addresses. */
  general: string[]
  shared: Shared
  /** A letter decides some things by its own words ("Đồng ý …"); a plan only asks. */
  decides: boolean
  /** A lead-in has said that what follows is asked ("yêu cầu các sở thực hiện:"): items need no known verb. */
  isAsked: boolean
  clauses: ReadClause[]
}

export const sharedOf = (rest: Piece): Shared => {
  const lead = leads(rest.low)
  return { lead, partners: lead || /^phối hợp/.test(rest.low) ? partnersOf(rest) : [] }
}

/** A bullet that names its own addressees keeps its words and stays in its clause. */
export function readOwn(node: Node, opening: Opening, context: Context, clause: ReadClause): void {
  const task = taskOf(node.words, nothingShared, clause)
  task.addressees = isSame(opening.addressees, clause.addressees) ? null : opening.addressees
  if (opening.rest !== null && leads(opening.rest.low)) task.lead = opening.addressees
  clause.tasks.push(task)
  readTail(node, context)
  for (const kid of kidsOf(node)) extend(task, kid.words)
}

/** A bullet or a lettered item under a clause: one task, even of several sentences. */
export function readItem(node: Node, context: Context, clause: ReadClause): void {
  if (isIdle(node.words.low)) {
    readClosing(lastOf(node), context)
    return
  }
  // "- Chỉ đạo lực lượng thanh tra:" announces the bullets after it, which stand on its own level.
  if (isBullet(node) && node.words.low.endsWith(":") && node.children.length + node.tail.length === 0) return
  if (isRule(node.words.low)) return
  if (isSaid(node.words.low) && context.decides) {
    readTail(node, context)
    return
  }
  if (goesOn(node.words.low) && clause.tasks.length > 0 && /chịu trách nhiệm/.test(node.words.low)) {
    extend(clause.tasks.at(-1), node.words)
    return
  }
  if (/^[^,;:.]{2,90} sẽ /.test(node.words.low) && isPastOrOwn(node.words)) {
    readTail(node, context)
    return
  }
  const dated = /^((?:trước|cuối|đầu|giữa|trong)? ?(?:ngày|tháng|quý|năm) [^:]{1,40}): /.exec(node.words.low)
  const task = itemOf(dated === null ? node.words : cut(node.words, dated[0].length), context.shared, clause)
  if (dated?.[1] === undefined) clause.tasks.push(task)
  else {
    task.deadline = node.words.text.slice(0, dated[1].length).trim()
    const opening = openingOf(task.words)
    const own =
      opening?.rest == null
        ? clause
        : { ...clause, addressees: opening.addressees, words: node.words, tasks: [] }
    if (own !== clause) context.clauses.push(own)
    own.tasks.push(task)
  }
  for (const kid of kidsOf(node)) extend(task, kid.words)
  readTail(node, context)
}

/** Paragraphs without a marker under an item: closing words to somebody by name, or more of the item. */
export function readTail(node: Node, context: Context): void {
  const clause = context.clause
  for (const [i, paragraph] of node.tail.entries()) {
    const announces = paragraph.low.endsWith(":") && (i < node.tail.length - 1 || node.children.length > 0)
    if (announces) continue
    const isFirst = clause !== null && clause.tasks.length === 0
    const closing = isFirst ? null : closingOf(paragraph, context.general)
    if (closing !== null) context.clauses.push(closing)
    else if (clause !== null) addParagraph(paragraph, context.shared, clause)
  }
}

/** Under what binds nobody, only words to somebody by name count. */
export function readClosing(last: Node, context: Context, isClause = false, node: Node = last): void {
  if (isClause)
    context.clauses.push({ path: node.path, addressees: [], words: node.words, tasks: [], confidence: 0.8 })
  for (const paragraph of last.tail) {
    const closing = closingOf(paragraph, context.general)
    if (closing !== null) context.clauses.push(closing)
  }
}

export const lastOf = (node: Node): Node => {
  const last = node.children.at(-1)
  return last === undefined ? node : lastOf(last)
}

export function readPlanItem(node: Node, attributes: Attributes, context: Context): void {
  const addressees = attributes.lead.length > 0 ? attributes.lead : (context.clause?.addressees ?? [])
  const own = node.tail.filter((paragraph) => !isAttribute(paragraph))
  const kids = kidsOf(node)
  // Under a heading that asks nothing by itself each dash is asked, and the lines below them hold for all.
  if (kids.length > 1 && !ordersAtOnce(node.words) && kids.every((kid) => ordersAtOnce(kid.words))) {
    const clause: ReadClause = { path: node.path, addressees, words: node.words, tasks: [], confidence: 0.9 }
    context.clauses.push(clause)
    for (const kid of kids) {
      const task = taskOf(kid.words, nothingShared, clause)
      task.lead = attributes.lead
      task.partners = attributes.partners
      task.deadline = attributes.deadline ?? task.deadline
      clause.tasks.push(task)
      for (const more of kidsOf(kid)) extend(task, more.words)
    }
    return
  }
  // Under a heading of a subject, the first paragraph says what is to be done.
  const isHeading = !/[.;]$/.test(node.words.text) && own[0] !== undefined
  const words = isHeading && own[0] !== undefined ? own[0] : node.words
  const clause: ReadClause = { path: node.path, addressees, words: node.words, tasks: [], confidence: 0.95 }
  const task = taskOf(words, nothingShared, clause)
  task.lead = attributes.lead
  task.partners = attributes.partners
  task.deadline = attributes.deadline ?? task.deadline
  clause.tasks.push(task)
  context.clauses.push(clause)
  for (const kid of kidsOf(node)) extend(task, kid.words)
  for (const paragraph of isHeading ? own.slice(1) : own) extend(task, paragraph)
}
