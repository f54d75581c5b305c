/** The end of a term by its legal rule, over the days off that the province knows now. */
import type { Tx } from "../db/database.ts"
import type { Lang } from "../words.ts"
import { legalRules } from "./data.ts"
import { calendarIn } from "./days-off.ts"
import { countDeadline, type LegalRule } from "./deadline.ts"

const ruleOf = (id: string): LegalRule | undefined => legalRules().find((rule) => rule.id === id)

/** A rule as it is called, with its article: nobody knows a rule by its key. */
export function ruleNamed(id: string, lang: Lang): string {
  const rule = ruleOf(id)
  return rule === undefined ? id : `${lang === "vi" ? rule.nameVi : rule.nameEn} (${rule.basis})`
}

/** `start`: the local day, "2026-11-09", or for a rule of hours the local minute, "2026-11-09T02:15"; the end comes in the same form. */
export async function endOfTerm(tx: Tx, ruleId: string, start: string): Promise<string> {
  const rule = ruleOf(ruleId)
  const from = rule?.unit === "hour" ? start : start.slice(0, 10)
  const counted = rule === undefined ? null : countDeadline(rule, from, [], await calendarIn(tx))
  if (counted === null || "refused" in counted || counted.due === null)
    throw new Error(`no term by ${ruleId}`)
  return counted.due
}
