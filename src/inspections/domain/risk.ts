/**
 * A risk score of a subject: a sum of few parts, each with its points and the reason for them. It orders a list and nothing else: no check is
 * planned, refused or opened by it, and no law knows it. The points are ours, a province may argue with every one of them. Pure.
 */
import type { LocalDate } from "../../kernel/time.ts"
import { addMonths } from "../../kernel/time.ts"
import type { Subject } from "./subject.ts"

/** The subject's checks, as far as the acting body reads them. */
export type RiskFacts = {
  /** Cases that its checks of three years opened. */
  cases: number
  /** Recommendations whose day is over and that nobody has put right. */
  overdue: number
  /** The day of its last record; null: none is known here. */
  lastOn: LocalDate | null
}
export type RiskPart = {
  why:
    | "licenceOver"
    | "licenceEnds"
    | "noLicence"
    | "cases"
    | "overdue"
    | "neverChecked"
    | "longUnchecked"
    | "complies"
  points: number
  n: number
  on: LocalDate | null
}
export type Risk = { points: number; parts: RiskPart[] }

export const yearsOfCases = 3
/** As many rows as are ordered by risk at once: the page says when the register is longer. */
export const rankedMax = 3_000
const monthsUnchecked = 24
const monthsToEnd = 2
const needsLicence = new Set([
  "sim-point",
  "game-point",
  "internet-point",
  "licensed-site",
  "telecom-enterprise",
])

export function riskOf(
  subject: Pick<Subject, "kind" | "licenceNumber" | "licenceUntil" | "compliesUntil">,
  facts: RiskFacts,
  today: LocalDate,
): Risk {
  const parts: RiskPart[] = []
  const add = (why: RiskPart["why"], points: number, n = 0, on: LocalDate | null = null) =>
    parts.push({ why, points, n, on })
  const { licenceUntil, compliesUntil } = subject
  if (licenceUntil !== null && licenceUntil < today) add("licenceOver", 3, 0, licenceUntil)
  else if (licenceUntil !== null && licenceUntil <= addMonths(today, monthsToEnd))
    add("licenceEnds", 1, 0, licenceUntil)
  if (subject.licenceNumber === null && needsLicence.has(subject.kind)) add("noLicence", 1)
  if (facts.cases > 0) add("cases", Math.min(facts.cases * 3, 6), facts.cases)
  if (facts.overdue > 0) add("overdue", Math.min(facts.overdue * 2, 4), facts.overdue)
  if (facts.lastOn === null) add("neverChecked", 1)
  else if (facts.lastOn < addMonths(today, -monthsUnchecked)) add("longUnchecked", 1, 0, facts.lastOn)
  if (compliesUntil !== null && compliesUntil >= today) add("complies", -3, 0, compliesUntil)
  return {
    points: Math.max(
      0,
      parts.reduce((sum, { points }) => sum + points, 0),
    ),
    parts,
  }
}
