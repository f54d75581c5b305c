/**
 * How often a business may be visited in a year. Until 16/5/2025 one visit of either kind (CT 20/CT-TTg 2017, chưa đối chiếu);
 * from 17/5/2025 at most one check and one thanh tra in a calendar year, and never both on the same matter (NQ 198/2025/QH15 Đ4).
 * The resolution says "kiểm tra" and leaves no agency out: from that day a check of the police is a check (chưa đối chiếu); before, it used up
 * nobody's visit. Pure.
 */
import type { LegalRule } from "../../kernel/calendar/deadline.ts"
import type { LocalDate } from "../../kernel/time.ts"
import { type Ground, type Power, ruleOn } from "./powers.ts"

/** A visit of the year that is known: held, or planned and approved. */
export type Visit = { power: Power; matter: string; on: LocalDate; bodyName: string; isOwn: boolean }

export type Limit = { why: "one-of-any" | "one-of-its-kind" | "same-matter"; rule: LegalRule; visit: Visit }

export type Asked = { power: Power; matter: string; on: LocalDate; isBusiness: boolean }

/** The kind that the resolution counts: a check, whoever makes it, or thanh tra. */
const kindOf = (power: Power): "check" | "thanh-tra" => (power === "state-inspection" ? "thanh-tra" : "check")

/** Whether checks of the police count on this day. */
export const countsPolice = (on: LocalDate, rules: readonly LegalRule[]): boolean =>
  ruleOn("KT-DN-1NAM-2025", on, rules) !== null

/** Every limit that this visit would pass, each with the visit that stands in its way; none for who does no business. */
export function limitsOf(asked: Asked, visits: readonly Visit[], rules: readonly LegalRule[]): Limit[] {
  const { power, matter, on, isBusiness } = asked
  const counts = (one: Power) => one !== "police-check" || countsPolice(on, rules)
  if (!isBusiness || !counts(power)) return []
  const counted = visits.filter((one) => counts(one.power) && one.on.slice(0, 4) === on.slice(0, 4))
  const found: Limit[] = []
  const either = ruleOn("KT-DN-1NAM", on, rules)
  const first = counted[0]
  if (either !== null && first !== undefined) found.push({ why: "one-of-any", rule: either, visit: first })
  const each = ruleOn("KT-DN-1NAM-2025", on, rules)
  const alike = counted.find((one) => kindOf(one.power) === kindOf(power))
  if (each !== null && alike !== undefined) found.push({ why: "one-of-its-kind", rule: each, visit: alike })
  const matters = ruleOn("KT-TT-KHONG-TRUNG", on, rules)
  const same = counted.find((one) => kindOf(one.power) !== kindOf(power) && one.matter === matter)
  if (matters !== null && same !== undefined) found.push({ why: "same-matter", rule: matters, visit: same })
  return found
}

/** Passed by on clear signs of a violation only, and with the reason in writing. */
export const mayPassBy = (said: {
  ground: Ground
  isClear: boolean
  overrideReason: string | null
}): boolean => said.ground === "signs" && said.isClear && (said.overrideReason ?? "").trim() !== ""
