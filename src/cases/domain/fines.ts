/**
 * What an act may cost: the row of `data/violations.csv` in force on the day of the act, the range for whoever did
 * it, and whether that range may be used as it stands. Nothing here invents an amount: an empty or unverified
 * range is typed by one officer with its source and confirmed by another.
 */
import { isInForce } from "../../kernel/calendar/rules.ts"
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
  return all.filter((one) => !isCrime(one) && isInForce(one, actOn))
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

export type FineRefusal = "notAnAmount" | "belowRange" | "aboveRange" | "needsMitigating" | "needsAggravating"
export type FineAnswer = { amount: number } | { refused: FineRefusal }
/** Which kinds of circumstances (Luật XLVPHC Đ9, Đ10) the officer found, in words; empty: none. */
export type Circumstances = { mitigating: string; aggravating: string }

/** "không", "không có", "none" and a dash name no circumstance. */
const isNone = (text: string) => /^(không( có)?|none|no|[-–.\s]*)[.\s]*$/iu.test(text.trim())

/**
 * The amount lies within the range, and in its middle unless something mitigates (then it may be lower) or aggravates (then
 * it may be higher): Luật XLVPHC Đ23.4.
 */
export function checkFine(amount: number, range: Range, found: Circumstances): FineAnswer {
  if (!isAmount(amount)) return { refused: "notAnAmount" }
  if (amount < range.min) return { refused: "belowRange" }
  if (amount > range.max) return { refused: "aboveRange" }
  const middle = middleOf(range)
  if (amount < middle && isNone(found.mitigating)) return { refused: "needsMitigating" }
  return amount > middle && isNone(found.aggravating) ? { refused: "needsAggravating" } : { amount }
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
export const lateDays = (dueOn: LocalDate, paidOn: LocalDate, pauses: readonly Pause[] = []): number =>
  chargedDays(addDays(dueOn, 1), addDays(paidOn, -1), pauses)

/** Both days included; a day of two pauses is left out once. */
function chargedDays(first: LocalDate, last: LocalDate, pauses: readonly Pause[]): number {
  let after = first
  let paused = 0
  for (const pause of pauses.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const from = pause.from > after ? pause.from : after
    const to = pause.to < last ? pause.to : last
    if (to < from) continue
    paused += daysBetween(from, to) + 1
    after = addDays(to, 1)
  }
  return Math.max(0, daysBetween(first, last) + 1 - paused)
}

/** The unpaid part of a fine from each day on, the earliest first; a number: all of the time. In đồng. */
export type Unpaid = number | readonly { from: LocalDate; amount: number }[]

/** 0.05% of what is unpaid for each day late (Luật XLVPHC Đ78.1); whole đồng, rounded down. */
export function lateCharge(
  unpaid: Unpaid,
  dueOn: LocalDate,
  paidOn: LocalDate,
  pauses: readonly Pause[] = [],
): number {
  const [first, last] = [addDays(dueOn, 1), addDays(paidOn, -1)]
  const steps = typeof unpaid === "number" ? [{ from: first, amount: unpaid }] : unpaid
  const sum = steps.reduce((before, { from, amount }, i) => {
    const next = steps[i + 1]?.from ?? paidOn
    const [start, end] = [from > first ? from : first, next <= last ? addDays(next, -1) : last]
    return before + (start > end ? 0 : amount * chargedDays(start, end, pauses))
  }, 0)
  return Math.floor((sum * 5) / 10_000)
}

/** Within a year of executing an earlier decision for the same act, an offender repeats it (Luật XLVPHC Đ7.1). */
export function isRepeat(executedOn: LocalDate, actOn: LocalDate): boolean {
  const yearLater = `${Number(executedOn.slice(0, 4)) + 1}${executedOn.slice(4)}`
  return actOn > executedOn && actOn <= yearLater
}

const amountMax = 1_000_000_000_000
const isAmount = (value: number) => Number.isSafeInteger(value) && value > 0 && value <= amountMax
