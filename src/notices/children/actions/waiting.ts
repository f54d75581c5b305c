/** The sentence of the page of my work where a child is in danger: before everything else. */
import type { Tx } from "../../../kernel/db/database.ts"
import { formatInstant } from "../../../kernel/format.ts"
import type { Lang } from "../../../kernel/words.ts"
import { childPaths } from "../paths.ts"
import { countOpenAlerts } from "../store/alerts.ts"
import { childWords } from "../words.ts"

export async function childrenWaiting(tx: Tx, now: Date, lang: Lang) {
  const { open, firstDueAt } = await countOpenAlerts(tx)
  if (open === 0 || firstDueAt === null) return []
  const t = childWords[lang]
  const isLate = now.getTime() > Date.parse(firstDueAt)
  const text = isLate ? t.lateWaits(String(open)) : t.waits(String(open), formatInstant(firstDueAt, lang))
  return [{ href: childPaths.alerts, tone: "late" as const, text }]
}
