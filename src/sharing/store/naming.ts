/** The tips of the acting body on which indicators, or those that a warning names, rest. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

/** What rests on more is a campaign, whose reporters nobody writes down one by one. */
const tipsMax = 50

export async function tipsBehind(
  tx: Tx,
  { indicators, warning }: { indicators: readonly string[]; warning: string | null },
): Promise<string[]> {
  if (indicators.length === 0 && warning === null) return []
  const { rows } = await sql<{ tip: string }>`select distinct s.ref as tip from indicator_sources s
    where s.kind = 'tip' and (s.indicator_id = any (${[...indicators]}::uuid[])
      or s.indicator_id in (select indicator_id from warning_indicators where warning_id = ${warning}::uuid))
    order by 1 limit ${tipsMax}`.execute(tx)
  return rows.map(({ tip }) => tip)
}
