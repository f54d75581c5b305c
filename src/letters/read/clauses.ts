/**
 * From the tree of a letter to its clauses and tasks.
 *
 * A clause is the lowest heading that names who must act; a bullet, a lettered item, or a sentence of a numbered
 * paragraph that gives an order is one task. Items under a clause inherit its addressees.
 */
import { attributesOf, withSharedLines } from "./attributes.ts"
import { freeOrdersOf } from "./closing.ts"
import {
  afterTopic,
  asideOf,
  headingOf,
  isAddressing,
  isAfterColon,
  isBullet,
  isPlainOrder,
  isTopic,
  kidsOf,
  namedBefore,
} from "./headings.ts"
import {
  type Context,
  lastOf,
  readClosing,
  readItem,
  readOwn,
  readPlanItem,
  readTail,
  sharedOf,
} from "./items.ts"
import { afterPartners, leads, type Opening, openingOf } from "./opening.ts"
import {
  isAim,
  isDecision,
  isGeneric,
  isIdle,
  isPastOrOwn,
  isPerson,
  isStatement,
  sentencesOf,
  speaksToUnknown,
  withoutAdverbial,
} from "./orders.ts"
import type { Piece } from "./piece.ts"
import { orderedIn, orderedLate } from "./spoken.ts"
import { addSentences, nothingShared, type ReadClause, taskOf } from "./tasks.ts"
import type { Node } from "./tree.ts"
import { afterSubject, isDecidedBy, withoutOthers } from "./turning.ts"

export function clausesOf(root: Node, addressees: readonly string[], decides: boolean): ReadClause[] {
  const context: Context = {
    clause: null,
    general: [...addressees],
    shared: nothingShared,
    decides,
    isAsked: false,
    clauses: [],
  }
  const asking = withoutFindings(root)
  const inner = readPreamble(asking, context)
  if (answers.test(asking.tail.at(-1)?.low ?? "")) {
    // What is answered asks nobody, but where it says so by name.
    for (const child of asking.children)
      for (const paragraph of [child.words, ...child.tail]) context.clauses.push(...freeOrdersOf(paragraph))
    return context.clauses
  }
  for (const child of asking.children) visit(child, inner)
  return context.clauses
}

/** "…, Bộ xin báo cáo Ủy ban … như sau:", "xin trả lời như sau:": what the issuer tells. */
const answers =
  /(?:xin|trân trọng|kính) (?:được )?(?:báo cáo|trả lời|giải trình|thông tin|cung cấp thông tin)[^;]{0,300}:$|(?:trả lời|giải trình)[^.;]{0,120}như sau:$/

/** "Một số tồn tại được nêu ra là:" and its dashes say what was found; what stands after them may ask. */
function withoutFindings(root: Node): Node {
  const [low, next] = [root.tail.at(-1)?.low ?? "", root.children[0]]
  if (next?.kind !== "dash" || !finding.test(low) || remedy.test(low)) return root
  const first = root.children.findIndex((child) => child.kind !== "dash")
  const from = first < 0 ? root.children.length : first
  const tail = [...root.tail.slice(0, -1), ...(root.children[from - 1]?.tail ?? [])]
  return { ...root, tail, children: root.children.slice(from) }
}

const finding =
  /(?:tồn tại|hạn chế|khó khăn|vướng mắc|nguyên nhân|kết quả|ưu điểm|bất cập|vi phạm|sai phạm)[^:.]{0,90}:$/
const remedy =
  /(?:yêu cầu|đề nghị|chỉ đạo|chỉ thị|giao|thực hiện|triển khai|khắc phục|tập trung)[^:.]{0,200}:$/

/** Paragraphs before the first item: orders in running text, and a lead-in that says to whom all is addressed. */
function readPreamble(root: Node, context: Context): Context {
  const last = root.tail.at(-1)
  const isLeadIn = last !== undefined && /[:.]$/.test(last.low) && root.children.length > 0
  const free = isLeadIn && last.low.endsWith(":") ? root.tail.slice(0, -1) : root.tail
  const asked = free.findIndex((paragraph) => announces.test(paragraph.low))
  for (const [i, paragraph] of free.entries())
    if (asked < 0 || i < asked) context.clauses.push(...freeOrdersOf(paragraph, context.clauses.at(-1)))
    else if (i > asked) readAnnounced({ ...root, words: paragraph, tail: [], children: [] }, context)
  return isLeadIn && last.low.endsWith(":") ? leadIn(last, context, root) : context
}

/** "… Phó Thủ tướng Chính phủ có ý kiến như sau:": the paragraphs after it, numbered or not, are what is asked. */
const announces =
  /(?:có ý kiến|ý kiến chỉ đạo|chỉ đạo|kết luận|yêu cầu|đề nghị|chỉ thị|thống nhất|thông báo|quyết định|giao|nhiệm vụ)[^.;]{0,160}:$/

/** A paragraph without a number under such words: addressed by its first names, or to those whom the letter addresses. */
function readAnnounced(node: Node, context: Context): void {
  const { words } = node
  const late = orderedLate(words)
  if (late !== null) {
    readAddressed(node, late, context)
    return
  }
  if (isIdle(words.low) || isPastOrOwn(words) || isDecision(words.low)) return
  const about = afterSubject(words)
  if (about !== null) {
    readAnnounced({ ...node, words: about }, context)
    return
  }
  const opening = openingOf(words)
  if (opening?.rest != null) readAddressed(node, opening, context)
  else if (openingOf(withoutAdverbial(words))?.rest != null) readParagraph(node, context)
  else {
    const free = freeOrdersOf(words)
    if (free.length > 0) context.clauses.push(...free)
    else readNumbered(node, context)
  }
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
  const isItem = !isHeading || node.kind === "letter"
  if (isHeading && isAim(node.words.low) && !/[.;]$/.test(node.words.text)) {
    // "KINH PHÍ" / "2. Sở Tài chính chủ trì … bố trí": whoever leads there is asked all the same.
    if (/^(?:nguồn |dự toán )?kinh phí/.test(node.words.low))
      for (const kid of kidsOf(node)) {
        const opening = openingOf(kid.words)
        if (opening?.rest != null && isBound(kid.words, opening.rest))
          readAddressed(kid, opening, { ...context, clause: null })
      }
    readClosing(lastOf(node), context)
    return
  }
  const attributes = attributesOf(node)
  if (attributes !== null) {
    readPlanItem(node, attributes, context)
    return
  }
  if (isPerson(node.words)) return
  if (context.clause?.isNamed === true && isItem && /^(?:giao|phân công|yêu cầu) /.test(node.words.low)) {
    readItem(node, context, context.clause)
    return
  }
  const about = afterTopic(node.words)
  const plain = about === null ? node : { ...node, words: about }
  const late = orderedLate(plain.words)
  if (late !== null) {
    readAddressed(plain, late, context)
    return
  }
  const opening = headingOf(plain) ?? openingOf(plain.words) ?? afterGround(plain, context)
  if (opening !== null && isAddressing(plain, opening)) readAddressed(plain, opening, context)
  else readUnaddressed(plain, context)
}

const isBound = (words: Piece, rest: Piece): boolean =>
  leads(rest.low) || / có trách nhiệm /.test(words.low.slice(0, words.low.length - rest.low.length))

/** "Căn cứ Kế hoạch này, các thành viên Ban Chỉ đạo xây dựng …" */
function afterGround(node: Node, context: Context): Opening | null {
  if (context.clause !== null || !/^(?:căn cứ|trên cơ sở|để|nhằm) /.test(node.words.low)) return null
  const opening = openingOf(withoutAdverbial(node.words))
  return opening?.rest == null ? null : opening
}

function readAddressed(whole: Node, opened: Opening, context: Context): void {
  const [node, others] = withoutOthers(whole, opened)
  if (isDecidedBy(opened)) {
    for (const other of others) readAnnounced({ ...node, words: other, tail: [], children: [] }, context)
    readTail(node, context)
    for (const kid of kidsOf(node)) visit(kid, context)
    return
  }
  const opening = node === whole ? opened : (openingOf(node.words) ?? opened)
  const kids = kidsOf(node)
  const spoken =
    opening.rest === null || isAfterColon(node.words, opening.rest) || isAddressee(opening, context)
      ? null
      : orderedIn(sentencesOf(node.words)[0] ?? node.words)
  const rest = spoken?.rest ?? opening.rest
  const addressees = spoken?.addressees ?? opening.addressees
  const isLeadIn = rest === null || (rest.low.endsWith(":") && kids.length + node.tail.length > 0)
  if (isBullet(node) && context.clause !== null && !isLeadIn) {
    readOwn(node, { ...opening, addressees, rest }, context, context.clause)
    for (const other of others)
      readAddressed({ ...node, words: other, tail: [], children: [] }, openingOf(other) ?? opening, context)
    return
  }
  const clause: ReadClause = {
    ...{ path: node.path, addressees, words: node.words, tasks: [], confidence: 0.95 },
    isNamed: !/^(?:tất cả )?các /i.test(addressees[0] ?? "các "),
  }
  context.clauses.push(clause)
  const shared = rest === null ? nothingShared : sharedOf(rest)
  const asked = rest === null || isLeadIn ? null : afterPartners(rest)
  if (asked !== null) addSentences(asked, shared, clause, true)
  else if (rest !== null && !isLeadIn) {
    const words = /^giao /.test(node.words.low) ? node.words : rest
    addSentences(words, { lead: leads(rest.low), partners: [] }, clause, true)
  }
  const inner = { ...context, clause, shared: isLeadIn || asked !== null ? shared : nothingShared }
  for (const other of others)
    readAddressed({ ...node, words: other, tail: [], children: [] }, openingOf(other) ?? opening, context)
  readTail(node, inner)
  for (const kid of kids) visit(kid, inner)
}

/** Bodies that are told and do not ask: after a lead-in "Sở Xây dựng yêu cầu chủ đầu tư …" is told to the Sở; several bodies never ask with one voice. */
const isAddressee = ({ addressees }: Opening, context: Context) =>
  addressees.length > 1 ||
  (context.isAsked &&
    addressees.every(
      (name) =>
        !/^(?:ubnd|ủy ban nhân dân|chủ tịch|thủ tướng|phó |bộ trưởng|thứ trưởng|đồng chí)/i.test(name),
    ))

function readUnaddressed(node: Node, context: Context): void {
  const { words } = node
  if (node.kind === "article" && kidsOf(node).length === 0) readClosing(node, context, true)
  else if (isIdle(words.low)) readClosing(lastOf(node), context)
  else if (context.decides && context.clause === null && isDecision(words.low))
    readClosing(lastOf(node), context, true, node)
  else if (kidsOf(node).length + node.tail.length > 0 && isTopic(node)) readTopic(node, context)
  else if (node.kind !== "number" && node.kind !== "section" && context.clause !== null)
    readItem(node, context, context.clause)
  else readNumbered(node, context)
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
    for (const paragraph of node.tail.filter((one) => !one.low.endsWith(":") || kids.length === 0))
      readParagraph({ ...node, words: paragraph, tail: [], children: [] }, inner)
  for (const kid of withSharedLines(kids)) visit(kid, inner)
}

/** Under a subject: words to somebody by name, or words to those whom the letter addresses. */
function readParagraph(node: Node, context: Context): void {
  const { words } = node
  // "Tại các nơi …", "Đối với …": whoever is named after a place is not spoken to.
  const opening =
    openingOf(words) ??
    (/^(?:tại|đối với|với|qua|ở) /.test(words.low) ? null : openingOf(withoutAdverbial(words)))
  const isAsked = opening?.rest != null && !isPastOrOwn(node.words) && !isStatement(node.words.low)
  if (isAsked && asideOf(node.words) === null) readAddressed(node, opening, context)
  else readNumbered(node, context)
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
  const isDoubtful =
    addressees.length === 0 || (aside === null && !isSpoken && speaksToUnknown.test(words.text))
  const confidence = isDoubtful ? 0.6 : 0.85
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
  if (isIdleText)
    for (const paragraph of node.tail) {
      const opening = openingOf(paragraph)
      const isAsked = opening?.rest != null && !isPastOrOwn(paragraph) && !isStatement(paragraph.low)
      if (isAsked && !isIdle(paragraph.low))
        readAddressed({ ...node, words: paragraph, tail: [], children: [] }, opening, context)
      else context.clauses.push(...freeOrdersOf(paragraph))
    }
  else readTail(node, { ...context, clause, shared: nothingShared })
  for (const kid of kidsOf(node))
    visit(kid, { ...context, clause: isIdleText ? context.clause : clause, shared: nothingShared })
}
