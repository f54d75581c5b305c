/**
 * From the tree of a letter to its clauses and tasks.
 *
 * A clause is the lowest heading that names who must act; a bullet, a lettered item, or a sentence of a numbered
 * paragraph that gives an order is one task. Items under a clause inherit its addressees.
 */
import { attributesOf, isAttribute } from "./attributes.ts"
import { headAt } from "./bodies.ts"
import { deadlineOf } from "./deadlines.ts"
import { leads, type Opening, openingOf, partnersOf } from "./opening.ts"
import {
  goesOn,
  isAim,
  isDecision,
  isIdle,
  isPastOrOwn,
  ordersAtOnce,
  sentencesOf,
  withoutAdverbial,
} from "./orders.ts"
import { cut, join, type Piece } from "./piece.ts"
import { orderedIn } from "./spoken.ts"
import type { Node } from "./tree.ts"

export type ReadTask = {
  words: Piece
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
}

type Context = {
  clause: ReadClause | null
  /** Those whom the letter as a whole addresses. */
  general: string[]
  /** What a lead-in says for every item under it. */
  lead: boolean
  partners: string[]
  /** Bullets are tasks when the items around them are orders. */
  isDecision: boolean
}

export function clausesOf(root: Node, addressees: readonly string[]): ReadClause[] {
  const clauses: ReadClause[] = []
  const context: Context = {
    clause: null,
    general: [...addressees],
    lead: false,
    partners: [],
    isDecision: false,
  }
  const inner = readPreamble(root, context, clauses)
  for (const child of root.children) visit(child, inner, clauses)
  closeWith(root, clauses)
  return clauses
}

/** Paragraphs before the first item: a lead-in that says to whom all is addressed, or an order in running text. */
function readPreamble(root: Node, context: Context, clauses: ReadClause[]): Context {
  let inner = context
  for (const [i, paragraph] of root.tail.entries()) {
    const isLast = i === root.tail.length - 1
    if (isLast && paragraph.low.endsWith(":") && root.children.length > 0) {
      inner = leadIn(paragraph, inner, clauses, root)
      continue
    }
    readFree(paragraph, inner, clauses)
  }
  return inner
}

/** "Thủ tướng Chính phủ yêu cầu Chủ tịch UBND các tỉnh:", "Giám đốc Sở … có trách nhiệm:" */
function leadIn(paragraph: Piece, context: Context, clauses: ReadClause[], root: Node): Context {
  const last = sentencesOf(paragraph).at(-1) ?? paragraph
  const spoken = orderedIn(last)
  const opening = spoken ?? (isAskedOf(last) ? openingOf(last) : null)
  if (opening === null) return context
  const opensClause = root.children[0]?.kind === "dash"
  const clause: ReadClause = {
    path: "",
    addressees: opening.addressees,
    words: paragraph,
    tasks: [],
    confidence: 0.85,
  }
  if (opensClause) clauses.push(clause)
  return { ...context, general: opening.addressees, clause: opensClause ? clause : null }
}

const isAskedOf = (piece: Piece) =>
  /(?:có trách nhiệm|thực hiện|tập trung|chịu trách nhiệm|triển khai|khẩn trương)[^.]{0,120}:$/.test(
    piece.low,
  )

function visit(node: Node, context: Context, clauses: ReadClause[]): void {
  if (node.kind !== "dash" && node.kind !== "plus" && isAim(node.words.low)) {
    closeWith(lastOf(node), clauses)
    return
  }
  const attributes = attributesOf(node)
  if (attributes !== null) {
    readPlanItem(node, attributes, context, clauses)
    return
  }
  const opening = openingOf(node.words)
  if (opening !== null && isAddressing(node, opening)) {
    readAddressed(node, opening, context, clauses)
    return
  }
  readUnaddressed(node, context, clauses)
}

const kidsOf = (node: Node) => node.children.filter((child) => !isAttribute(child.words))

/** Names of bodies open a clause when they are a heading, or when something is asked of them. */
function isAddressing(node: Node, opening: Opening): boolean {
  if (opening.rest === null)
    return (
      node.kind !== "dash" || kidsOf(node).length > 0 || node.tail.length > 0 || node.words.low.endsWith(":")
    )
  return !isPastOrOwn(node.words.low.slice(0, 200)) || node.words.low.endsWith(":")
}

function readAddressed(node: Node, opening: Opening, context: Context, clauses: ReadClause[]): void {
  const kids = kidsOf(node)
  const spoken = orderedIn(node.words)
  const rest = spoken?.rest ?? opening.rest
  const addressees = spoken?.addressees ?? opening.addressees
  const isLeadIn = rest === null || (rest.low.endsWith(":") && kids.length + node.tail.length > 0)
  if ((node.kind === "dash" || node.kind === "plus") && context.clause !== null && !isLeadIn) {
    readOwn(node, { ...opening, addressees, rest }, context, clauses)
    return
  }
  const clause: ReadClause = { path: node.path, addressees, words: node.words, tasks: [], confidence: 0.95 }
  clauses.push(clause)
  const inner: Context = {
    ...context,
    clause,
    lead: rest !== null && isLeadIn && leads(rest.low),
    partners: [],
  }
  if (rest !== null && isLeadIn)
    inner.partners = inner.lead || /^phối hợp/.test(rest.low) ? partnersOf(rest) : []
  if (rest !== null && !isLeadIn) {
    const withLead = /^giao /.test(node.words.low) && spoken === null ? node.words : rest
    readSentences(withLead, { ...inner, lead: leads(rest.low) }, clause, rest)
  }
  readTail(node, inner, clauses)
  for (const kid of kids) visit(kid, inner, clauses)
}

/** A bullet that names its own addressees keeps its words and stays in its clause. */
function readOwn(node: Node, opening: Opening, context: Context, clauses: ReadClause[]): void {
  const clause = context.clause
  if (clause === null) return
  const task = taskOf(node.words, { ...context, lead: false, partners: [] }, clause)
  task.addressees = isSame(opening.addressees, clause.addressees) ? null : opening.addressees
  if (opening.rest !== null && leads(opening.rest.low)) task.lead = opening.addressees
  task.confidence = 0.85
  clause.tasks.push(task)
  readTail(node, context, clauses)
  for (const kid of kidsOf(node)) goOn(task, kid.words)
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, i) => name.toLowerCase() === b[i]?.toLowerCase())

function readUnaddressed(node: Node, context: Context, clauses: ReadClause[]): void {
  const kids = kidsOf(node)
  const { words } = node
  const isItem = node.kind === "letter" || node.kind === "dash" || node.kind === "plus"
  if (kids.length > 0 && isTopic(node)) {
    const spoken = words.low.endsWith(":") ? orderedIn(words) : null
    const isNew = spoken !== null || (!isItem && kids[0]?.kind === "dash" && context.clause === null)
    const clause: ReadClause | null = isNew
      ? {
          path: node.path,
          addressees: spoken?.addressees ?? context.general,
          words,
          tasks: [],
          confidence: 0.6,
        }
      : context.clause
    if (isNew && clause !== null) clauses.push(clause)
    const inner = { ...context, clause, general: spoken?.addressees ?? context.general }
    readTail(node, inner, clauses)
    for (const kid of kids) visit(kid, inner, clauses)
    return
  }
  if (node.kind === "article" || isIdle(words.low) || (context.clause === null && isDecision(words.low))) {
    clauses.push({ path: node.path, addressees: [], words, tasks: [], confidence: 0.8 })
    closeWith(node, clauses)
    return
  }
  if (isItem && context.clause !== null) {
    readItem(node, context, context.clause, clauses)
    return
  }
  readNumbered(node, context, clauses)
}

/** A heading of a subject, not an order: short, or announcing the items under it. */
function isTopic(node: Node): boolean {
  const { low, text } = node.words
  if (low === "" || /:$/.test(low)) return true
  if (text === text.toUpperCase()) return true
  return text.length < 130 && !/[.;]$/.test(text)
}

/** A bullet or a lettered item under a clause. */
function readItem(node: Node, context: Context, clause: ReadClause, clauses: ReadClause[]): void {
  if (isIdle(node.words.low)) {
    closeWith(node, clauses)
    return
  }
  const kids = kidsOf(node)
  const dated = /^((?:trước|cuối|đầu|giữa|trong)? ?(?:ngày|tháng|quý|năm) [^:]{1,40}): /.exec(node.words.low)
  if (dated?.[1] !== undefined) readDated(node, dated[0].length, dated[1].length, context, clause, clauses)
  else clause.tasks.push(taskOf(node.words, context, clause))
  const task = lastTask(clauses)
  for (const kid of kids) if (task !== undefined) goOn(task, kid.words)
  readTail(node, context, clauses)
}

/** "- Cuối tháng 3 năm 2010: các cơ quan liên quan hoàn thành …" */
function readDated(
  node: Node,
  from: number,
  length: number,
  context: Context,
  clause: ReadClause,
  clauses: ReadClause[],
): void {
  const rest = cut(node.words, from)
  const opening = openingOf(rest)
  const target =
    opening === null || opening.rest === null
      ? clause
      : { path: clause.path, addressees: opening.addressees, words: node.words, tasks: [], confidence: 0.8 }
  if (target !== clause) clauses.push(target)
  const task = taskOf(rest, context, target)
  task.deadline = node.words.text.slice(0, length).trim()
  target.tasks.push(task)
}

/** A numbered paragraph that names nobody: those whom the letter addresses, or whom it names in passing. */
function readNumbered(node: Node, context: Context, clauses: ReadClause[]): void {
  const aside = asideOf(node.words)
  const spoken = orderedIn(node.words)
  const addressees = aside?.addressees ?? spoken?.addressees ?? context.clause?.addressees ?? context.general
  const clause: ReadClause = {
    path: node.path,
    addressees,
    words: node.words,
    tasks: [],
    confidence: addressees.length === 0 ? 0.6 : 0.85,
  }
  const inner = {
    ...context,
    clause,
    lead: aside !== null && leads(aside.rest?.low ?? ""),
    partners: aside?.rest == null ? [] : partnersOf(aside.rest),
  }
  if (aside !== null) {
    const task = taskOf(node.words, inner, clause)
    task.lead = inner.lead ? addressees : []
    task.partners = inner.partners
    clause.tasks.push(task)
  } else if (spoken?.rest != null) readSentences(spoken.rest, inner, clause, spoken.rest)
  else readSentences(node.words, inner, clause, null)
  clauses.push(clause)
  readTail(node, inner, clauses)
  for (const kid of kidsOf(node)) visit(kid, inner, clauses)
}

/** "(Giao Công an tỉnh chủ trì, phối hợp với Văn phòng UBND tỉnh)" */
function asideOf(words: Piece): Opening | null {
  const at = words.low.search(/\((?:giao|do) /)
  if (at < 0) return null
  const close = words.text.indexOf(")", at)
  const inside = cut(words, at + 1, close < 0 ? words.text.length : close)
  return openingOf(inside.low.startsWith("do ") ? cut(inside, 3) : inside)
}

/** Each sentence that gives an order is a task; parts with deadlines of their own are tasks too. */
function readSentences(words: Piece, context: Context, clause: ReadClause, rest: Piece | null): void {
  for (const [i, sentence] of sentencesOf(words).entries()) {
    const { low } = sentence
    if (isIdle(low)) continue
    const last = clause.tasks.at(-1)
    const isFirst = i === 0 && rest !== null
    if (
      !isFirst &&
      (goesOn(low) ||
        isPastOrOwn(low) ||
        /^đối với /.test(low) ||
        !(ordersAtOnce(sentence) || asksSomebody(sentence)))
    ) {
      if (last !== undefined && !isPastOrOwn(low)) goOn(last, sentence)
      continue
    }
    if (!isFirst && /^đối với /.test(low)) continue
    for (const part of partsOf(fromOrder(sentence)))
      clause.tasks.push(taskOf(part, isFirst ? context : { ...context, lead: false, partners: [] }, clause))
  }
}

/** "Vì vậy, đề nghị các địa phương ưu tiên …" starts at "đề nghị". */
function fromOrder(sentence: Piece): Piece {
  const rest = withoutAdverbial(sentence)
  return /^(?:vì vậy|do đó|do vậy|theo đó|bên cạnh đó|ngoài ra|đồng thời)/.test(sentence.low)
    ? rest
    : sentence
}

const asksSomebody = (sentence: Piece) => {
  const opening = openingOf(withoutAdverbial(sentence))
  return opening !== null && opening.rest !== null && !isPastOrOwn(sentence.low)
}

/** "xây dựng … trước ngày …; lập …; báo cáo … trước ngày …", "… và định kỳ (vào ngày 22 hàng tháng) gửi …" */
function partsOf(sentence: Piece): Piece[] {
  const parts: Piece[] = []
  let from = 0
  for (const found of sentence.low.matchAll(/; | và (?=định kỳ (?:\(|hàng|hằng|trước|vào|ngày))/g)) {
    parts.push(cut(sentence, from, found.index + (found[0] === "; " ? 1 : 0)))
    from = found.index + found[0].length
  }
  parts.push(cut(sentence, from))
  const isPeriodic = / và định kỳ (?:\(|hàng|hằng|trước|vào|ngày)/.test(sentence.low)
  const due = parts.filter((part) => deadlineOf(part.text, part.low) !== null).length
  return due >= 2 || isPeriodic ? parts : [sentence]
}

/** Paragraphs without a marker under an item: tasks of their own, or more of the one before. */
function readTail(node: Node, context: Context, clauses: ReadClause[]): void {
  for (const paragraph of node.tail) {
    const spoken = closing(paragraph)
    if (spoken !== null) {
      if (spoken !== "idle") clauses.push(spoken)
      continue
    }
    const clause = context.clause ?? clauses.at(-1) ?? null
    if (clause === null) readFree(paragraph, context, clauses)
    else readMore(paragraph, { ...context, clause }, clause)
  }
}

function readMore(paragraph: Piece, context: Context, clause: ReadClause): void {
  const { low } = paragraph
  const last = clause.tasks.at(-1)
  if (isIdle(low)) return
  if (low.endsWith(":")) {
    const spoken = orderedIn(paragraph)
    if (spoken !== null || last === undefined) return
  }
  const opening = openingOf(paragraph)
  const isOrder = ordersAtOnce(paragraph) || (opening !== null && opening.rest !== null)
  if (last !== undefined && (goesOn(low) || isPastOrOwn(low) || !isOrder)) {
    goOn(last, paragraph)
    return
  }
  if (last === undefined && !isOrder && !(context.clause?.tasks.length === 0)) return
  const words = cutTime(paragraph)
  const task = taskOf(words, context, clause)
  task.deadline ??=
    deadlineOf(paragraph.text, low) ??
    (words === paragraph ? null : paragraph.text.slice(0, paragraph.text.indexOf(",")))
  clause.tasks.push(task)
}

/** "Cuối năm, báo cáo …" starts at "báo cáo". */
function cutTime(paragraph: Piece): Piece {
  const found = /^(?:cuối|đầu|hàng|hằng|định kỳ|trong|trước|ngay)(?= )[^,;:.]{1,40}, /.exec(paragraph.low)
  return found === null ? paragraph : cut(paragraph, found[0].length)
}

/** Closing words that speak to somebody by name: a clause without a number. */
function closing(paragraph: Piece): ReadClause | "idle" | null {
  if (isIdle(paragraph.low)) return "idle"
  const last = sentencesOf(paragraph).at(-1) ?? paragraph
  const spoken = orderedIn(last)
  const opening = spoken ?? openingOf(paragraph)
  if (opening === null || opening.rest === null || isPastOrOwn(paragraph.low)) return null
  if (
    spoken === null &&
    !/^(?:.{0,300}?)(?:có trách nhiệm|chịu trách nhiệm|căn cứ|nghiêm túc|tổ chức thực hiện|triển khai thực hiện)/.test(
      paragraph.low,
    )
  )
    return null
  if (spoken === null && /^(?:phải|cần)/.test(opening.rest.low)) return null
  const clause: ReadClause = {
    path: "",
    addressees: opening.addressees,
    words: spoken === null ? paragraph : last,
    tasks: [],
    confidence: 0.85,
  }
  clause.tasks.push(
    taskOf(
      opening.rest,
      { clause, general: [], lead: leads(opening.rest.low), partners: [], isDecision: false },
      clause,
    ),
  )
  return clause
}

/** Running text that belongs to no item: only an order spoken to somebody counts. */
function readFree(paragraph: Piece, context: Context, clauses: ReadClause[]): void {
  if (isIdle(paragraph.low)) return
  for (const sentence of sentencesOf(paragraph)) {
    if (isPastOrOwn(sentence.low) || isIdle(sentence.low)) continue
    const spoken = orderedIn(sentence)
    if (spoken?.rest == null || spoken.rest.low.endsWith(":")) continue
    const clause: ReadClause = {
      path: "",
      addressees: spoken.addressees,
      words: sentence,
      tasks: [],
      confidence: 0.8,
    }
    for (const part of partsOf(spoken.rest))
      clause.tasks.push(
        taskOf(part, { ...context, clause, lead: leads(spoken.rest.low), partners: [] }, clause),
      )
    clauses.push(clause)
  }
}

function closeWith(node: Node, clauses: ReadClause[]): void {
  if (node.kind === "root") return
  for (const paragraph of node.tail) {
    const spoken = closing(paragraph)
    if (spoken !== null && spoken !== "idle") clauses.push(spoken)
  }
}

const lastOf = (node: Node): Node => {
  const last = node.children.at(-1)
  return last === undefined ? node : lastOf(last)
}

function readPlanItem(
  node: Node,
  attributes: NonNullable<ReturnType<typeof attributesOf>>,
  context: Context,
  clauses: ReadClause[],
): void {
  const clause: ReadClause = {
    path: node.path,
    addressees: attributes.lead.length > 0 ? attributes.lead : (context.clause?.addressees ?? []),
    words: node.words,
    tasks: [],
    confidence: 0.95,
  }
  const task = taskOf(node.words, { ...context, clause, lead: false, partners: [] }, clause)
  clause.tasks.push({
    ...task,
    lead: attributes.lead,
    partners: attributes.partners,
    deadline: attributes.deadline ?? task.deadline,
  })
  clauses.push(clause)
  for (const kid of kidsOf(node)) goOn(clause.tasks[0] ?? task, kid.words)
}

const lastTask = (clauses: readonly ReadClause[]) => clauses.at(-1)?.tasks.at(-1)

/** More words for a task: they may hold its deadline. */
function goOn(task: ReadTask, more: Piece): void {
  task.deadline ??= deadlineOf(more.text, more.low)
  if (/^hoàn thành/.test(more.low) || task.words.text.length < 20_000) task.words = join(task.words, more)
}

function taskOf(words: Piece, context: Context, clause: ReadClause): ReadTask {
  const own = leads(words.low)
  const isNamed = headAt(words, 0) !== null
  return {
    words,
    addressees: null,
    deadline: deadlineOf(words.text, words.low),
    lead: own || context.lead ? [...clause.addressees] : [],
    partners: [...new Set([...context.partners, ...partnersOf(words)])],
    confidence: isNamed ? 0.85 : 0.95,
  }
}
