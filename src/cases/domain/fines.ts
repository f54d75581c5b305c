/**
 * What an act may cost: the row of `data/violations.csv` in force on the day of the act, the range for whoever did
 * it, and whether that range may be used as it stands. Nothing here invents an amount: an empty or unverified
 * range is typed by one officer with its source and confirmed by another.
 */
import { addDays, daysBetween, type LocalDate } from "../../kernel/time.ts"

export type Whose = "organisation" | "individual"

/** One row of `data/violations.csv`; a crime (H-…) has no fine. */
export type Violation = {
  id: string
  law: string
  article: string
  behaviour: string
  fineMin: number | null
  fineMax: number | null
  amountFor: Whose | null
  additional: string
  remedy: string
  competent: string
  criminalThreshold: string
  verified: boolean
  inForceFrom: LocalDate | null
  inForceTo: LocalDate | null
}

export const isCrime = (violation: Violation) => violation.amountFor === null

/**
 * The day whose law an act is judged by: an act that ended by that of its end, one that still went on by that of the day
 * on which it was found (NĐ 174/2026 Đ115). Its limitation runs from the same day (Luật XLVPHC Đ6.1.b).
 */
export const lawDayOf = (act: {
  committedOn: LocalDate
  foundOn: LocalDate
  isOngoing: boolean
}): LocalDate => (act.isOngoing ? act.foundOn : act.committedOn)

/** The administrative violations under the law of the day of the act; empty: no row in force, which the screen says. */
export function violationsOn(actOn: LocalDate, all: readonly Violation[]): Violation[] {
  return all.filter((one) => !isCrime(one) && isInForceOn(one, actOn))
}

export function isInForceOn(violation: Violation, on: LocalDate): boolean {
  return (
    (violation.inForceFrom === null || violation.inForceFrom <= on) &&
    (violation.inForceTo === null || on <= violation.inForceTo)
  )
}

/** In đồng, for one kind of offender. */
export type Range = { min: number; max: number }

/**
 * The range as the data have it; null where an end is missing.
 *
 * An amount is printed for organisations and halved for individuals, save where the row says that it is the
 * individual's, and then the organisation's is double (XP-ORG-X2; NĐ 15/2020 Đ4).
 */
export function rangeFor(violation: Violation, whose: Whose): Range | null {
  const { fineMin, fineMax, amountFor } = violation
  if (fineMin === null || fineMax === null || amountFor === null) return null
  if (amountFor === whose) return { min: fineMin, max: fineMax }
  const factor = whose === "organisation" ? 2 : 0.5
  return { min: fineMin * factor, max: fineMax * factor }
}

/** Article and range as an officer read them in the text itself, already for this kind of offender. */
export type TypedRange = Range & {
  article: string
  source: string
  typedBy: string
  confirmedBy: string | null
}

export type RangeAnswer =
  | { from: "data" | "officer"; article: string; range: Range }
  | { refused: "needsTyping" | "needsConfirmation" | "sameOfficer" | "rangeWrong" }

/** The range that a decision may use. */
export function usableRange(violation: Violation, whose: Whose, typed: TypedRange | null): RangeAnswer {
  if (typed !== null) return confirmed(typed)
  const range = rangeFor(violation, whose)
  if (range === null || !violation.verified) return { refused: "needsTyping" }
  return { from: "data", article: violation.article, range }
}

function confirmed(typed: TypedRange): RangeAnswer {
  const { min, max, article, typedBy, confirmedBy } = typed
  if (!isAmount(min) || !isAmount(max) || min > max || article.trim() === "" || typed.source.trim() === "")
    return { refused: "rangeWrong" }
  if (confirmedBy === null) return { refused: "needsConfirmation" }
  // The officer who typed it cannot be the one who checked it.
  if (confirmedBy === typedBy) return { refused: "sameOfficer" }
  return { from: "officer", article, range: { min, max } }
}

export type FineAnswer = { amount: number } | { refused: "notAnAmount" | "belowRange" | "aboveRange" }

export function checkFine(amount: number, range: Range): FineAnswer {
  if (!isAmount(amount)) return { refused: "notAnAmount" }
  if (amount < range.min) return { refused: "belowRange" }
  return amount > range.max ? { refused: "aboveRange" } : { amount }
}

/** Without mitigating or aggravating facts the fine is the middle of the range (Luật XLVPHC Đ23.4). */
export const middleOf = (range: Range) => Math.round((range.min + range.max) / 2)

/**
 * The right to explain (Luật XLVPHC Đ61.1): revocation or suspension, or a range that reaches 15 million for an
 * individual, 30 million for an organisation. An unknown range gives the right: doubt is the offender's.
 */
export function mayExplain(violation: Violation, whose: Whose, range: Range | null): boolean {
  if (/đình chỉ|tước/i.test(violation.additional)) return true
  if (range === null) return true
  return range.max >= (whose === "organisation" ? 30_000_000 : 15_000_000)
}

/** Days on which a deadline did not run, the first and the last of them: execution was suspended (Luật XLVPHC Đ62.2). */
export type Pause = { from: LocalDate; to: LocalDate }

/**
 * Days charged to who pays on `paidOn`: from the day after the deadline to the day before payment (TT 153/2013/TT-BTC
 * Đ5, TT 18/2023/TT-BTC Đ5), so that who pays on the day after the deadline owes nothing more. Days of suspension are not charged.
 */
export function lateDays(dueOn: LocalDate, paidOn: LocalDate, pauses: readonly Pause[] = []): number {
  const [first, last] = [addDays(dueOn, 1), addDays(paidOn, -1)]
  const paused = pauses.reduce((sum, pause) => {
    const from = pause.from > first ? pause.from : first
    const to = pause.to < last ? pause.to : last
    return sum + Math.max(0, daysBetween(from, to) + 1)
  }, 0)
  return Math.max(0, daysBetween(dueOn, paidOn) - 1 - paused)
}

/** 0.05% of what is unpaid for each day late (Luật XLVPHC Đ78.1); whole đồng, rounded down. */
export function lateCharge(
  unpaid: number,
  dueOn: LocalDate,
  paidOn: LocalDate,
  pauses: readonly Pause[] = [],
): number {
  return Math.floor((unpaid * 5 * lateDays(dueOn, paidOn, pauses)) / 10_000)
}

/** Who signs the decision. */
export const offices = ["inspectorate", "committee-chair", "police", "department-head"] as const
export type Office = (typeof offices)[number]

/** "unsure": the data do not settle it (specialised inspectorates ended in the course of 2025). */
export type Competence = "yes" | "no" | "unsure"

const officeWords: Readonly<Record<Office, RegExp>> = {
  inspectorate: /thanh tra chuyên ngành/i,
  "committee-chair": /chủ tịch ubnd/i,
  police: /công an/i,
  "department-head": /GĐ Sở/,
}

/** By the office only: the most that each office may fine is not in the data, and a person must check it. */
export function competenceOf(violation: Violation, office: Office, decidedOn: LocalDate): Competence {
  const named = violation.competent.split(/[;,]/).find((part) => officeWords[office].test(part))
  if (named === undefined) return "no"
  const before = /^\s*Trước (\d{4}-\d{2}-\d{2})/.exec(named)?.[1]
  if (before !== undefined && decidedOn >= before) return "unsure"
  const until = /đến (\d{4})/.exec(named)?.[1]
  if (until === undefined || decidedOn.slice(0, 4) < until) return "yes"
  return decidedOn.slice(0, 4) === until ? "unsure" : "no"
}

/** Within a year of executing an earlier decision for the same act, an offender repeats it (Luật XLVPHC Đ7.1). */
export function isRepeat(executedOn: LocalDate, actOn: LocalDate): boolean {
  const yearLater = `${Number(executedOn.slice(0, 4)) + 1}${executedOn.slice(4)}`
  return actOn > executedOn && actOn <= yearLater
}

const amountMax = 1_000_000_000_000
const isAmount = (value: number) => Number.isSafeInteger(value) && value > 0 && value <= amountMax
