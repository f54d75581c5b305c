/** A letter's text read into what it says. Pure: the same text gives the same reading, on every machine. */
import { clausesOf } from "./clauses.ts"
import { footOf } from "./foot.ts"
import { type Found, type Head, headOf } from "./head.ts"
import { columnWidth, type Line, linesOf, paragraphsOf } from "./lines.ts"
import { normalizeText } from "./normalize.ts"
import { partsOf } from "./parts.ts"
import { type Piece, spanOf, withoutEnd } from "./piece.ts"
import { withoutQuotations } from "./quotations.ts"
import type { LetterReading, Span } from "./reading.ts"
import { referencesOf } from "./references.ts"
import { Refusal } from "./refusal.ts"
import { rejoined } from "./rejoin.ts"
import { isStateSecret } from "./secrecy.ts"
import type { ReadClause } from "./tasks.ts"
import { paragraphsMax, treeOf } from "./tree.ts"
import { unglue } from "./unglue.ts"

export function readText(received: string): LetterReading {
  const text = normalizeText(received)
  const printed = linesOf(text)
  if (isStateSecret(printed)) throw new Refusal("secret")
  const width = columnWidth(printed)
  const parts = partsOf(unglue(rejoined(text, printed)))
  const body = paragraphsOf(text, parts.body, width)
  const annex = paragraphsOf(text, parts.annex, width)
  const isPlan = /^(?:kế hoạch|chương trình|đề án|phương án)/.test(parts.annexTitle ?? "")
  if (body.length > paragraphsMax || (isPlan && annex.length > paragraphsMax)) throw new Refusal("tooLong")
  const head = headOf(text, parts.head, body, parts.foot)
  const foot = footOf(text, parts.foot)
  const addressees = head.addressees.map((one) => one.name)
  const decides = !/^(?:kế hoạch|chương trình|đề án|phương án)/.test(head.type.value ?? "")
  const clauses = [
    ...clausesOf(treeOf(withoutQuotations(body)), addressees, decides),
    ...(isPlan ? clausesOf(treeOf(withoutQuotations(annex)), [], false) : []),
  ]
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
    normalizedText: text,
    readings,
  }
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
  for (const [i, { piece }] of head.addressees.entries())
    readings[`/addressees/${i}`] = { confidence: 0.95, span: spanOf(piece) }
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
