/**
 * From the tree of a letter to its clauses and tasks.
 *
 * A clause is the lowest heading that names who must act; a bullet, a lettered item, or a sentence of a numbered
 * paragraph that gives an order is one task. Items under a clause inherit its addressees.
 */
import { type Attributes, attributesOf, isAttribute } from "./attributes.ts"
import { bodiesAt } from "./bodies.ts"
import { closingOf, freeOrdersOf } from "./closing.ts"
import { afterPartners, leads, type Opening, openingOf, partnersOf, withoutAsides } from "./opening.ts"
import {
  goesOn,
  isAim,
  isDecision,
  isGeneric,
  isIdle,
  isPastOrOwn,
  isStatement,
  sentencesOf,
  withoutAdverbial,
} from "./orders.ts"
import { cut, isCapital, type Piece } from "./piece.ts"
import { orderedIn } from "./spoken.ts"
import {
  addParagraph,
  addSentences,
  extend,
  isSame,
  itemOf,
  nothingShared,
  type ReadClause,
  type Shared,
  taskOf,
} from "./tasks.ts"
import type { Node } from "./tree.ts"

type Context = {
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

export function clausesOf(root: Node, addressees: readonly string[], decides: boolean): ReadClause[] {
  const context: Context = {
    clause: null,
    general: [...addressees],
    shared: nothingShared,
    decides,
    isAsked: false,
    clauses: [],
  }
  const inner = readPreamble(root, context)
  for (const child of root.children) visit(child, inner)
  return context.clauses
}

/** Paragraphs before the first item: orders in running text, and a lead-in that says to whom all is addressed. */
function readPreamble(root: Node, context: Context): Context {
  const last = root.tail.at(-1)
  const isLeadIn = last !== undefined && /[:.]$/.test(last.low) && root.children.length > 0
  const free = isLeadIn && last.low.endsWith(":") ? root.tail.slice(0, -1) : root.tail
  for (const paragraph of free) context.clauses.push(...freeOrdersOf(paragraph))
  return isLeadIn && last.low.endsWith(":") ? leadIn(last, context, root) : context
}

/** "Thủ tướng Chính phủ yêu cầu Chủ tịch UBND các tỉnh:", "Giám đốc Sở … có trách nhiệm:" */
function leadIn(paragraph: Piece, context: Context, root: Node): Context {
  const last = sentencesOf(paragraph).at(-1) ?? paragraph
  const opening = orderedIn(last) ?? (asks.test(last.low) ? openingOf(last) : null)
  const named = opening?.addressees ?? []
  const general =
    opening === null || (isGeneric(named) && context.general.length > 0) ? context.general : named
  const isAsked = opening !== null || /(?:yêu cầu|đề nghị|chỉ thị|chỉ đạo)[^.]{0,160}:$/.test(last.low)
  if (root.children[0]?.kind !== "dash") return { ...context, general, isAsked }
  const clause = { path: "", addressees: general, words: paragraph, tasks: [], confidence: 0.85 }
  context.clauses.push(clause)
  return { ...context, general, clause }
}

const asks = /(?:có trách nhiệm|thực hiện|tập trung|chịu trách nhiệm|triển khai|khẩn trương)[^.]{0,120}:$/

function visit(node: Node, context: Context): void {
  const isHeading = node.kind !== "dash" && node.kind !== "plus"
  if (isHeading && isAim(node.words.low) && !/[.;]$/.test(node.words.text)) {
    readClosing(lastOf(node), context)
    return
  }
  const attributes = attributesOf(node)
  if (attributes !== null) {
    readPlanItem(node, attributes, context)
    return
  }
  const about = afterTopic(node.words)
  const plain = about === null ? node : { ...node, words: about }
  const opening = headingOf(plain) ?? openingOf(plain.words) ?? afterGround(plain, context)
  if (opening !== null && isAddressing(plain, opening)) readAddressed(plain, opening, context)
  else readUnaddressed(plain, context)
}

/** "Căn cứ Kế hoạch này, các thành viên Ban Chỉ đạo xây dựng …" */
function afterGround(node: Node, context: Context): Opening | null {
  if (context.clause !== null || !/^(?:căn cứ|trên cơ sở|để|nhằm) /.test(node.words.low)) return null
  const opening = openingOf(withoutAdverbial(node.words))
  return opening?.rest == null ? null : opening
}

/** "Về việc di dời trạm: Giao UBND thành phố …" speaks to somebody after its subject. */
function afterTopic(words: Piece): Piece | null {
  const found = /^(?:về|đối với|liên quan) [^:]{3,250}: (?=\S)/.exec(words.low)
  if (found === null) return null
  const rest = cut(words, found[0].length)
  return isCapital(rest.text[0]) && openingOf(rest)?.rest != null ? rest : null
}

const kidsOf = (node: Node) => node.children.filter((child) => !isAttribute(child.words))
const isBullet = (node: Node) => node.kind === "dash" || node.kind === "plus"

/** A line of names over items needs no verb, and its verbs belong to the names ("doanh nghiệp hoạt động trong …"). */
function headingOf(node: Node): Opening | null {
  const { text } = node.words
  if (node.children.length + node.tail.length === 0 || isBullet(node) || /[.;:]$/.test(text)) return null
  const opening = openingOf(node.words)
  if (opening === null || (opening.rest !== null && text.length > 250)) return null
  if (opening.rest !== null && leads(opening.rest.low)) return null
  const names = bodiesAt(node.words, opening.from, { actsEnd: false })
  return names === null ? null : { addressees: withoutAsides(names.names), rest: null, from: opening.from }
}

/** Names of bodies open a clause when they are a heading, or when something is asked of them now. */
function isAddressing(node: Node, opening: Opening): boolean {
  if (opening.rest !== null) return !isPastOrOwn(node.words)
  return !isBullet(node) || kidsOf(node).length + node.tail.length > 0 || node.words.low.endsWith(":")
}

function readAddressed(node: Node, opening: Opening, context: Context): void {
  const kids = kidsOf(node)
  const spoken =
    opening.rest === null || isAfterColon(node.words, opening.rest) ? null : orderedIn(node.words)
  const rest = spoken?.rest ?? opening.rest
  const addressees = spoken?.addressees ?? opening.addressees
  const isLeadIn = rest === null || (rest.low.endsWith(":") && kids.length + node.tail.length > 0)
  if (isBullet(node) && context.clause !== null && !isLeadIn) {
    readOwn(node, { ...opening, addressees, rest }, context, context.clause)
    return
  }
  const clause: ReadClause = { path: node.path, addressees, words: node.words, tasks: [], confidence: 0.95 }
  context.clauses.push(clause)
  const shared = rest === null ? nothingShared : sharedOf(rest)
  const asked = rest === null || isLeadIn ? null : afterPartners(rest)
  if (asked !== null) addSentences(asked, shared, clause, true)
  else if (rest !== null && !isLeadIn) {
    const words = /^giao /.test(node.words.low) ? node.words : rest
    addSentences(words, { lead: leads(rest.low), partners: [] }, clause, true)
  }
  const inner = { ...context, clause, shared: isLeadIn || asked !== null ? shared : nothingShared }
  readTail(node, inner)
  for (const kid of kids) visit(kid, inner)
}

/** "Sở X: yêu cầu nhà mạng …" speaks to Sở X. */
const isAfterColon = (words: Piece, rest: Piece) =>
  words.text
    .slice(0, words.text.length - rest.text.length)
    .trimEnd()
    .endsWith(":")

const sharedOf = (rest: Piece): Shared => {
  const lead = leads(rest.low)
  return { lead, partners: lead || /^phối hợp/.test(rest.low) ? partnersOf(rest) : [] }
}

/** A bullet that names its own addressees keeps its words and stays in its clause. */
function readOwn(node: Node, opening: Opening, context: Context, clause: ReadClause): void {
  const task = taskOf(node.words, nothingShared, clause)
  task.addressees = isSame(opening.addressees, clause.addressees) ? null : opening.addressees
  if (opening.rest !== null && leads(opening.rest.low)) task.lead = opening.addressees
  clause.tasks.push(task)
  readTail(node, context)
  for (const kid of kidsOf(node)) extend(task, kid.words)
}

function readUnaddressed(node: Node, context: Context): void {
  const { words } = node
  if (node.kind === "article" && kidsOf(node).length === 0) readClosing(node, context, true)
  else if (isIdle(words.low)) readClosing(lastOf(node), context)
  else if (context.decides && context.clause === null && isDecision(words.low))
    readClosing(lastOf(node), context, true, node)
  else if (kidsOf(node).length + node.tail.length > 0 && isTopic(words)) readTopic(node, context)
  else if (node.kind !== "number" && node.kind !== "section" && context.clause !== null)
    readItem(node, context, context.clause)
  else readNumbered(node, context)
}

/** A heading of a subject, not an order: short, or announcing the items under it. */
function isTopic({ low, text }: Piece): boolean {
  if (low === "" || low.endsWith(":") || text === text.toUpperCase()) return true
  return text.length < 130 && !/[.;]$/.test(text)
}

function readTopic(node: Node, context: Context): void {
  const { words } = node
  const kids = kidsOf(node)
  const spoken = words.low.endsWith(":") ? orderedIn(words) : null
  const general = spoken?.addressees ?? context.general
  const isInside = context.clause !== null && spoken === null
  const needsClause = spoken !== null || (!isInside && kids[0]?.kind === "dash")
  const own = { path: node.path, addressees: general, words, tasks: [], confidence: 0.6 }
  if (needsClause) context.clauses.push(own)
  const shared = words.low.endsWith(":") && isInside ? sharedOf(words) : context.shared
  const named = needsClause || isInside ? null : namedBefore(node)
  const inner = {
    ...context,
    general: named ?? general,
    isAsked: context.isAsked || named !== null,
    shared,
    clause: needsClause ? own : context.clause,
  }
  if (named !== null) {
    // The line of names is no item: it says to whom those below are addressed.
  } else if (inner.clause !== null) readTail(node, inner)
  else
    for (const paragraph of node.tail)
      readNumbered({ ...node, words: paragraph, tail: [], children: [] }, inner)
  for (const kid of kids) visit(kid, inner)
}

/** "II. NHIỆM VỤ" / "Các sở, ban, ngành:" / "1. …": names on a line of their own above numbered items. */
function namedBefore(node: Node): string[] | null {
  const [only, ...others] = node.tail
  if (only === undefined || others.length > 0 || !only.low.endsWith(":") || isBulletList(node)) return null
  const opening = openingOf(only)
  return opening === null || opening.rest !== null ? null : opening.addressees
}

const isBulletList = (node: Node) => kidsOf(node).every(isBullet)

/** A bullet or a lettered item under a clause: one task, even of several sentences. */
function readItem(node: Node, context: Context, clause: ReadClause): void {
  if (isIdle(node.words.low)) {
    readClosing(lastOf(node), context)
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

/** A numbered paragraph that names nobody first: those named in passing, or those whom the letter addresses. */
function readNumbered(node: Node, context: Context): void {
  const { words } = node
  const aside = asideOf(words)
  const spoken = aside === null ? orderedIn(words) : null
  const isSpoken = spoken?.rest != null && !(isGeneric(spoken.addressees) && context.general.length > 0)
  const inherited = context.clause?.addressees ?? context.general
  const addressees = aside?.addressees ?? (isSpoken ? spoken.addressees : inherited)
  const isInside = context.clause !== null && aside === null && !isSpoken
  const confidence = addressees.length === 0 ? 0.6 : 0.85
  const clause =
    isInside && context.clause !== null
      ? context.clause
      : { path: node.path, addressees, words, tasks: [], confidence }
  const before = clause.tasks.length
  if (aside !== null) {
    const shared = aside.rest === null ? nothingShared : sharedOf(aside.rest)
    clause.tasks.push({
      ...taskOf(words, nothingShared, clause),
      lead: shared.lead ? addressees : [],
      partners: shared.partners,
    })
  } else if (isSpoken && spoken.rest !== null)
    addSentences(spoken.rest, { lead: leads(spoken.rest.low), partners: [] }, clause, true)
  else addSentences(words, context.shared, clause, (isInside || context.isAsked) && isPlainOrder(words))
  const isIdleText = clause.tasks.length === before
  if (clause !== context.clause && !isIdleText) context.clauses.push(clause)
  if (isIdleText) for (const paragraph of node.tail) context.clauses.push(...freeOrdersOf(paragraph))
  else readTail(node, { ...context, clause, shared: nothingShared })
  for (const kid of kidsOf(node))
    visit(kid, { ...context, clause: isIdleText ? context.clause : clause, shared: nothingShared })
}

/** Where orders are listed, a whole sentence is one, whatever its verb, unless it tells what was or what is. */
const isPlainOrder = (words: Piece) =>
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
function asideOf(words: Piece): Opening | null {
  const at = words.low.search(
    /\((?:giao|do|[^()]{3,120} (?:chủ trì|thực hiện|tham mưu|phụ trách|chịu trách nhiệm)[,)])/,
  )
  const close = words.text.indexOf(")", at)
  if (at < 0 || close < 0) return null
  const inside = cut(words, at + 1, close)
  return openingOf(inside.low.startsWith("do ") ? cut(inside, 3) : inside)
}

/** Paragraphs without a marker under an item: closing words to somebody by name, or more of the item. */
function readTail(node: Node, context: Context): void {
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
function readClosing(last: Node, context: Context, isClause = false, node: Node = last): void {
  if (isClause)
    context.clauses.push({ path: node.path, addressees: [], words: node.words, tasks: [], confidence: 0.8 })
  for (const paragraph of last.tail) {
    const closing = closingOf(paragraph, context.general)
    if (closing !== null) context.clauses.push(closing)
  }
}

const lastOf = (node: Node): Node => {
  const last = node.children.at(-1)
  return last === undefined ? node : lastOf(last)
}

function readPlanItem(node: Node, attributes: Attributes, context: Context): void {
  const addressees = attributes.lead.length > 0 ? attributes.lead : (context.clause?.addressees ?? [])
  const own = node.tail.filter((paragraph) => !isAttribute(paragraph))
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
