/** What a paper is written from: the case's own facts, and what the form asked beside them. */
import { createHash } from "node:crypto"
import type { BodySymbols } from "../../letters/index.ts"
import type { RangeAnswer, Violation, Whose } from "../domain/fines.ts"
import type { Act, NewSanction } from "../store/acts.ts"
import type { CaseRow } from "../store/cases.ts"
import type { Exhibit } from "../store/files.ts"
import type { Request } from "../store/others.ts"
import type { Answers } from "../store/papers.ts"
import type { OffenderField, PaperField } from "./kinds.ts"

/** A time that the law gives, counted for this case. */
export type Term = { due: string | null; quantity: string; basis: string; isVerified: boolean }

export type PaperAct = { act: Act; violation: Violation; range: RangeAnswer }
export type PaperContent = {
  row: CaseRow
  /** In the order in which they were committed. */
  acts: readonly PaperAct[]
  issuer: { parent: string | null; name: string }
  /** What the issuer puts behind a number. */
  symbols: BodySymbols
  place: string
  signer: { name: string; title: string }
  answers: Answers
  exhibits: readonly Exhibit[]
  requests: readonly (Request & { enterprise: string })[]
  /** The record, as the case knows it; null before there is one. */
  record: { number: string | null; on: string } | null
  /** How the offender explained; null: not, or not yet. */
  explanation: { way: "written" | "oral"; number: string | null; on: string } | null
  terms: { explain: Term | null; askHearing: Term | null; pay: Term | null; decide: Term | null }
  mayExplain: boolean
  /** đồng: what is left of the fine, and the charge for lateness until today; before a decision nothing. */
  owed: { fines: number; late: number }
  /** Until when the time to explain would run if it were lengthened once more; null: it cannot be. */
  explainingUntil: string | null
  /** To whom the file last went, and why; null: to nobody. */
  transfer: { to: string; on: string; reason: string } | null
  sanctions: readonly NewSanction[]
  today: string
}

/** The provisions that are printed were held against the texts: by who drafts a record, by a legal officer for a decision. */
export const isRead = (content: Pick<PaperContent, "answers" | "row">) =>
  isTicked(content, "textsChecked") || content.row.checkedName !== null

export type Offender = { key: string; name: string; kind: Whose }

/** Each once, by name and kind, in the order of their acts. */
export function offendersOf(acts: readonly { act: Act }[]): Offender[] {
  const found = new Map<string, Offender>()
  for (const { act } of acts) {
    const name = act.offenderName.replace(/[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/gu, " ").trim()
    const key = keyOf(name, act.offenderKind)
    if (!found.has(key)) found.set(key, { key, name, kind: act.offenderKind })
  }
  return [...found.values()]
}

/** Short, and the same however the acts are ordered: names a field of the form. */
const keyOf = (name: string, kind: Whose) =>
  createHash("sha256")
    .update(`${kind} ${name.toLocaleLowerCase("vi")}`)
    .digest("hex")
    .slice(0, 8)

export const offenderFieldName = (field: OffenderField, { key }: Pick<Offender, "key">) => `${field}-${key}`
export const amountFieldName = (actId: string) => `amount-${actId}`

export const answerOf = ({ answers }: Pick<PaperContent, "answers">, name: PaperField): string =>
  (answers[name] ?? "").trim()
export const isTicked = (content: Pick<PaperContent, "answers">, name: PaperField) =>
  answerOf(content, name) === "yes"
