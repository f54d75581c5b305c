/**
 * How often a business may be visited in a year. Until 16/5/2025 one visit of either kind (CT 20/CT-TTg 2017, chưa đối chiếu);
 * from 17/5/2025 at most one check and one thanh tra in a calendar year, and never both on the same matter (NQ 198/2025/QH15 Đ4).
 * Checks of the police are another power under another law: they use up nobody's visit here, and are shown. Pure.
 */
import type { LegalRule } from "../../kernel/calendar/deadline.ts"
import type { LocalDate } from "../../kernel/time.ts"
import { type Ground, type Power, ruleOn } from "./powers.ts"

/** A visit of the year that is known: held, or planned and approved. */
export type Visit = { power: Power; matter: string; on: LocalDate; bodyName: string; isOwn: boolean }

export type Limit = { why: "one-of-any" | "one-of-its-kind" | "same-matter"; rule: LegalRule; visit: Visit }

export type Asked = { power: Power; matter: string; on: LocalDate; isBusiness: boolean }

/** Every limit that this visit would pass, each with the visit that stands in its way; none for who does no business. */
export function limitsOf(asked: Asked, visits: readonly Visit[], rules: readonly LegalRule[]): Limit[] {
  const { power, matter, on, isBusiness } = asked
  if (!isBusiness || power === "police-check") return []
  const counted = visits.filter(
    (one) => one.power !== "police-check" && one.on.slice(0, 4) === on.slice(0, 4),
  )
  const found: Limit[] = []
  const either = ruleOn("KT-DN-1NAM", on, rules)
  const first = counted[0]
  if (either !== null && first !== undefined) found.push({ why: "one-of-any", rule: either, visit: first })
  const each = ruleOn("KT-DN-1NAM-2025", on, rules)
  const alike = counted.find((one) => one.power === power)
  if (each !== null && alike !== undefined) found.push({ why: "one-of-its-kind", rule: each, visit: alike })
  const matters = ruleOn("KT-TT-KHONG-TRUNG", on, rules)
  const same = counted.find((one) => one.power !== power && one.matter === matter)
  if (matters !== null && same !== undefined) found.push({ why: "same-matter", rule: matters, visit: same })
  return found
}

/** Passed by on clear signs of a violation only, and with the reason in writing. */
export const mayPassBy = (said: {
  ground: Ground
  isClear: boolean
  overrideReason: string | null
}): boolean => said.ground === "signs" && said.isClear && (said.overrideReason ?? "").trim() !== ""
