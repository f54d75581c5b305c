/** How long personal data of a tip that is over is kept, by why it ended. Pure. */
import { addMonths } from "../../kernel/time.ts"
import type { CloseReason, State } from "./life.ts"

export type RetentionRule = {
  id: string
  /** Null: all that no other rule names. */
  closeReasons: readonly string[] | null
  months: number
  name: { vi: string; en: string }
  basis: string
  isVerified: boolean
}

export type OverTip = {
  state: State
  closeReason: CloseReason | null
  caseId: string | null
  changedAt: string
  /** The day of that, from which the months count. */
  changedOn: string
  erasedAt: string | null
}

export type Retention = { rule: RetentionRule; eraseOn: string }

/** Days before, on which the desk is told. */
export const warnDays = 30

/** Null: it goes on, or is in a file whose own term counts, or was erased already and nothing came since. */
export function retentionOf(tip: OverTip, rules: readonly RetentionRule[]): Retention | null {
  const isOver = (tip.state === "closed" || tip.state === "merged") && tip.caseId === null
  if (!isOver || isErased(tip)) return null
  const rule = ruleFor(tip.closeReason, rules)
  return rule === null ? null : { rule, eraseOn: addMonths(tip.changedOn, rule.months) }
}

const isErased = ({ erasedAt, changedAt }: OverTip): boolean =>
  erasedAt !== null && Date.parse(erasedAt) >= Date.parse(changedAt)

function ruleFor(reason: CloseReason | null, rules: readonly RetentionRule[]): RetentionRule | null {
  const named = rules.find(({ closeReasons }) => reason !== null && closeReasons?.includes(reason))
  return named ?? rules.find(({ closeReasons }) => closeReasons === null) ?? null
}
