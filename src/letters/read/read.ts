/** A letter's text read into what it says. Pure: the same text gives the same reading, on every machine. */
import { clausesOf } from "./clauses.ts"
import { withoutFindings } from "./findings.ts"
import { footOf } from "./foot.ts"
import { struckMark } from "./forms/seen.ts"
import { type Found, type Head, headOf } from "./head.ts"
import { columnWidth, type Line, linesOf, paragraphsOf } from "./lines.ts"
import { normalizeText } from "./normalize.ts"
import { isSalute, partsOf } from "./parts.ts"
import { type Piece, spanOf, withoutEnd } from "./piece.ts"
import { withoutQuotations } from "./quotations.ts"
import type { LetterReading, Span } from "./reading.ts"
import { referencesOf } from "./references.ts"
import { Refusal } from "./refusal.ts"
import { rejoined } from "./rejoin.ts"
import { isStateSecret } from "./secrecy.ts"
import { holdsTasks } from "./tables.ts"
import type { ReadClause } from "./tasks.ts"
import { paragraphsMax, treeOf } from "./tree.ts"
import { strayNames, uncoveredOrders } from "./uncovered.ts"
import { unglue } from "./unglue.ts"

/** `aside`: what stands on the file's pages beside the letter's text; only a stamp is looked for in it. */
export function readText(received: string, aside: readonly string[] = []): LetterReading {
  const { text, struck } = withoutStruck(normalizeText(received))
  if (isStateSecret(text, aside.map(normalizeText))) throw new Refusal("secret")
  const printed = linesOf(text)
  const width = columnWidth(printed)
  const parts = partsOf(unglue(rejoined(text, printed)))
  const body = paragraphsOf(text, parts.body, width)
  const annex = paragraphsOf(text, parts.annex, width)
  const isPlan =
    /^(?:kế hoạch|chương trình|đề án|phương án)/.test(parts.annexTitle ?? "") || holdsTasks(annex)
  if (body.length > paragraphsMax || (isPlan && annex.length > paragraphsMax)) throw new Refusal("tooLong")
  const head = headOf(text, parts.head, body, parts.foot)
  const foot = footOf(text, parts.foot)
  const addressees = head.addressees.map((one) => one.name)
  const decides = !/^(?:kế hoạch|chương trình|đề án|phương án)/.test(head.type.value ?? "")
  const spoken = withoutFindings(withoutQuotations(body))
  const planned = isPlan ? withoutQuotations(annex) : []
  const clauses = [
    ...clausesOf(treeOf(spoken), addressees, decides),
    ...(isPlan ? clausesOf(treeOf(planned), [], false) : []),
  ]
  const strays = parts.head.some(isSalute) ? strayNames(body) : []
  const uncovered = [...strays, ...uncoveredOrders([...spoken, ...planned], clauses)]
  const references = referencesOf(
    [...headPieces(text, parts.head, width), ...body, ...annex],
    head.number.value,
  )
  const readings: LetterReading["readings"] = {}
  note(
    readings,
    head,
    foot.recipients,
    references.map((one) => one.span),
  )
  const listed = clauses.map((clause, c) => clauseOf(clause, c, readings))
  for (const [i, piece] of uncovered.entries())
    readings[`/uncovered/${i}`] = { confidence: 0.5, span: spanOf(piece) }
  doubtStruck(readings, struck)
  return {
    issuer: head.issuer.value,
    number: head.number.value,
    date: head.date.value,
    type: head.type.value,
    subject: head.subject.value,
    addressees,
    references: references.map((one) => one.reference),
    clauses: listed,
    recipients: foot.recipients.map((piece) => piece.text.replace(/\s?;\s?(?=\()/, " ")),
    signer: foot.signer,
    signers: foot.signers,
    uncovered: uncovered.map((piece) => piece.text),
    normalizedText: text,
    readings,
  }
}

/** The text without struck-out words, and where they stood. */
function withoutStruck(marked: string): { text: string; struck: number[] } {
  const parts = marked.split(struckMark)
  const struck: number[] = []
  let length = 0
  for (const part of parts.slice(0, -1)) {
    length += part.length
    struck.push(length)
  }
  return { text: parts.join(""), struck }
}

/** Words beside struck-out ones are doubtful: what was struck may have been struck by mistake. */
function doubtStruck(readings: LetterReading["readings"], struck: readonly number[]): void {
  for (const [pointer, { confidence, span }] of Object.entries(readings))
    if (span !== null && struck.some((at) => at >= span[0] && at <= span[1]))
      readings[pointer] = { confidence: Math.min(confidence, 0.5), span }
}

/** "Căn cứ" lines may stand above the words that decide. */
function headPieces(text: string, head: readonly Line[], width: number | null): Piece[] {
  return paragraphsOf(
    text,
    head.filter((line) => line.text.length > 40),
    width,
  ).filter((piece) => /^căn cứ|^theo đề nghị|^xét/.test(piece.low))
}

function note(
  readings: LetterReading["readings"],
  head: Head,
  recipients: readonly Piece[],
  references: readonly (Span | null)[],
): void {
  const fields: [string, Found][] = [
    ["issuer", head.issuer],
    ["number", head.number],
    ["date", head.date],
    ["type", head.type],
    ["subject", head.subject],
  ]
  for (const [name, { confidence, span }] of fields) readings[`/${name}`] = { confidence, span }
  for (const [i, { piece, isDoubtful }] of head.addressees.entries())
    readings[`/addressees/${i}`] = { confidence: isDoubtful === true ? 0.7 : 0.95, span: spanOf(piece) }
  for (const [i, piece] of recipients.entries())
    readings[`/recipients/${i}`] = { confidence: 0.95, span: spanOf(piece) }
  for (const [i, span] of references.entries()) readings[`/references/${i}`] = { confidence: 0.95, span }
}

function clauseOf(
  clause: ReadClause,
  c: number,
  readings: LetterReading["readings"],
): LetterReading["clauses"][number] {
  readings[`/clauses/${c}`] = { confidence: clause.confidence, span: spanOf(clause.words) }
  readings[`/clauses/${c}/text`] = { confidence: clause.confidence, span: spanOf(clause.words) }
  return {
    path: clause.path,
    addressees: clause.addressees,
    text: withoutEnd(clause.words.text, ": "),
    tasks: clause.tasks.map((task, t) => {
      readings[`/clauses/${c}/tasks/${t}/text`] = { confidence: task.confidence, span: spanOf(task.words) }
      return {
        text: task.words.text,
        addressees: task.addressees,
        deadline: task.deadline,
        lead: task.lead,
        coordinate_with: task.partners,
      }
    }),
  }
}
