/** What several papers have in common: their head, days, who did what under which provision. Pure. */
import { formatMoney } from "../../kernel/format.ts"
import type { BlockInput, OfficialDocumentInput } from "../../letters/index.ts"
import { blank, provisionOf, unverifiedMark } from "../domain/articles.ts"
import { type Range, rangeFor } from "../domain/fines.ts"
import { inWords } from "../domain/spelled.ts"
import {
  answerOf,
  isRead,
  type Offender,
  offenderFieldName,
  offendersOf,
  type PaperAct,
  type PaperContent,
  type Term,
} from "./content.ts"
import type { PaperField } from "./kinds.ts"
import { printed } from "./printed.ts"

export type Paper = Omit<OfficialDocumentInput, "number" | "date">

export const paragraph = (text: string): BlockInput => ({ is: "paragraph", text })
export const titled = (mark: string, title: string, blocks: BlockInput[]): BlockInput => ({
  is: "section",
  mark,
  title,
  blocks,
})

/** "ngày 05 tháng 9 năm 2023": days below 10 and the months 1 and 2 carry a zero. */
export function longDay(on: string): string {
  const [year = "", month = "", day = ""] = on.slice(0, 10).split("-")
  return `ngày ${day} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`
}

export function hourOf(time: string): [string, string] {
  const [hour, minute] = time.split(":")
  return [hour || blank, minute || blank]
}

/** What was typed, line by line, without what a printed line cannot hold; a blank where nothing was. */
export function typedLines(content: PaperContent, name: PaperField): string[] {
  const lines = cleanLines(answerOf(content, name))
  return lines.length === 0 ? [blank] : lines
}

export const cleanLines = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.replace(/[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/gu, " ").trim())
    .filter((line) => line !== "")
    .slice(0, 200)

/** Several lines of one answer in one sentence. */
export const typedText = (content: PaperContent, name: PaperField, without: string = blank): string =>
  cleanLines(answerOf(content, name)).join("; ") || without

/** As much as a place of the document holds. */
export const clipped = (text: string, max: number) =>
  text
    .slice(0, max)
    .replace(/\p{Cs}$/u, "")
    .trim()

/** A sentence's text where it goes on: without the end that was typed. */
export const within = (text: string) => text.replace(/[.;\s]+$/u, "")

/** With its point; a blank stays as it is, to be written on. */
export function sentence(text: string): string {
  const bare = within(text)
  return bare.endsWith(blank) ? bare : `${bare}.`
}

/** One offender is told line by line; several stand under their names. */
export function offenderBlocks(content: PaperContent): BlockInput[] {
  const offenders = offendersOf(content.acts)
  return offenders.map((offender, i) => {
    const [name = "", ...others] = offenderLines(content, offender)
    if (offenders.length === 1) return { is: "list", items: [name, ...others] }
    return { is: "section", mark: letters[i] ?? null, title: name, blocks: [{ is: "list", items: others }] }
  })
}
const letters = [..."abcdđeghiklmnopqrstuvxy"]

function offenderLines({ answers }: PaperContent, offender: Offender): string[] {
  const { kind, name } = offender
  const given = (field: "address" | "papers" | "person") =>
    within(cleanLines(answers[offenderFieldName(field, offender)] ?? "").join(", ")) || blank
  return [
    printed.line(printed.offender[kind], name),
    printed.line(printed.person[kind], given("person")),
    printed.line(printed.papers[kind], given("papers")),
    printed.line(printed.address[kind], given("address")),
  ]
}

export const offenderNames = (content: PaperContent) =>
  offendersOf(content.acts)
    .map(({ name }) => name)
    .join(", ")

/** An act as a sentence: who, what, when, under which provision. */
export function actText(content: PaperContent, one: PaperAct): string {
  const { act, violation } = one
  const isOne = offendersOf(content.acts).length === 1
  const description = within(cleanLines(act.description).join(" "))
  const said = printed.act(description, longDay(act.committedOn), longDay(act.foundOn))
  const provision = provisionOf({ violation, typed: act.typed }, isRead(content))
  const behaviour = printed.behaviour(within(violation.behaviour), provision)
  const where = cleanLines(answerOf(content, "where")).join(", ")
  return [
    isOne ? said : printed.actOf(cleanLines(act.offenderName).join(" "), said),
    ...(where === "" ? [] : [printed.where(within(where))]),
    behaviour,
  ].join("; ")
}

/** The range for whoever did it; what nobody has verified says so. */
export function rangeText({ act, violation, range }: PaperAct, isChecked: boolean): string {
  const label = printed.range[act.offenderKind]
  if (!("refused" in range)) return said(label, range.range)
  const known = act.typed ?? rangeFor(violation, act.offenderKind)
  if (known === null) return printed.rangeUnknown(label)
  return isChecked && act.typed === null ? said(label, known) : `${said(label, known)} ${unverifiedMark}`
}

const said = (label: string, { min, max }: Range) =>
  printed.rangeIs(label, formatMoney(min, "vi"), formatMoney(max, "vi"))

export const amountText = (amount: number) =>
  `${formatMoney(amount, "vi")} ${printed.inWords(inWords(amount))}`

/** A time limit with its last day; marked where nobody has held the rule against the text. */
export function termText(term: Term | null, isChecked: boolean): string {
  if (term === null) return printed.termWithoutDay(`${blank} ${unverifiedMark}`)
  const said =
    term.due === null ? printed.termWithoutDay(term.quantity) : printed.term(term.quantity, longDay(term.due))
  return term.isVerified || isChecked ? said : `${said} ${unverifiedMark}`
}

/** Who issues it, from where, under which symbol. */
export function headOf(
  content: PaperContent,
  of: { kind: Paper["kind"]; symbol: string; subject: string },
): Pick<Paper, "kind" | "issuer" | "symbol" | "place" | "subject"> {
  return { ...of, issuer: content.issuer, place: content.place }
}
