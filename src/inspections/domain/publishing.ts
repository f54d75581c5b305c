/**
 * Whether the law of its day makes a plan or a conclusion public: NQ 198/2025/QH15 Đ4 for businesses since 17/5/2025, Luật 84/2025/QH15 Đ37
 * for conclusions of a thanh tra since 1/7/2025, within ten days. A visit that was not announced yet is told to nobody. Pure.
 */
import type { LegalRule } from "../../kernel/calendar/deadline.ts"
import type { LocalDate } from "../../kernel/time.ts"
import type { State } from "./life.ts"
import { type Ground, type Power, ruleOn } from "./powers.ts"

export const publications = ["plan", "conclusion"] as const
export type Publication = (typeof publications)[number]

export type Publishable = {
  state: State
  power: Power
  ground: Ground
  plannedOn: LocalDate
  announcedOn: LocalDate | null
  concludedOn: LocalDate | null
  isBusiness: boolean
}
/** `within`: the rule that counts the days in which it is published; null: the law gives none. */
export type MustPublish = { what: Publication; rule: LegalRule; within: LegalRule | null }

export function mustPublish(of: Publishable, rules: readonly LegalRule[]): MustPublish[] {
  const found: MustPublish[] = []
  // Police checks stand under another law, in which the data hold no publication.
  if (of.power === "police-check") return found
  const byPlan = of.ground === "annual-plan" || of.ground === "thematic-plan"
  const isKnown = of.announcedOn !== null || (byPlan && of.state === "approved")
  const ofPlan = of.isBusiness ? ruleOn("KT-DN-1NAM-2025", of.plannedOn, rules) : null
  if (isKnown && ofPlan !== null) found.push({ what: "plan", rule: ofPlan, within: null })
  if (of.concludedOn === null) return found
  const days = of.power === "state-inspection" ? ruleOn("TT-CONG-KHAI-10", of.concludedOn, rules) : null
  const business = of.isBusiness ? ruleOn("KT-DN-1NAM-2025", of.concludedOn, rules) : null
  const rule = days ?? business
  if (rule !== null) found.push({ what: "conclusion", rule, within: days })
  return found
}
