/** What feeds carry, as the reader may see it: the public's half by what was released to it, a body's by row security. */
import { sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"

export type WarningRow = {
  code: number
  title: string
  looksLike: string
  signs: string[]
  whatToDo: string[]
  trick: string | null
  severity: "notice" | "warning" | "urgent"
  areas: string[]
  expiresOn: string
  releasedAt: string
  recalledAt: string | null
  recallReason: string | null
  replacesCode: number | null
  replacesReleasedAt: string | null
}

const columns = sql`w.code, w.title, w.looks_like as "looksLike", w.signs, w.what_to_do as "whatToDo", w.trick, w.severity, w.areas,
  w.expires_on::text as "expiresOn", w.released_at as "releasedAt", w.recalled_at as "recalledAt", w.recall_reason as "recallReason",
  before.code as "replacesCode", before.released_at as "replacesReleasedAt"`

/** Live ones, and those recalled since `since`; the newest word first. Row security leaves what the reader may see. */
export async function releasedWarnings(
  tx: Tx,
  { trick, area, since, limit }: { trick: string; area: string; since: Date; limit: number },
): Promise<WarningRow[]> {
  const { rows } = await sql<WarningRow>`select ${columns} from warnings w
    left join warnings before on before.id = w.replaces and before.code is not null
    where (${trick} = '' or w.trick = ${trick}) and (${area} = '' or cardinality(w.areas) = 0 or ${area} = any (w.areas))
      and w.audience = 'public'
      and (w.state = 'released' and w.expires_on >= acting_on() or w.state = 'recalled' and w.recalled_at >= ${since})
    order by coalesce(w.recalled_at, w.released_at) desc, w.code desc limit ${limit}`.execute(tx)
  return rows
}

export async function releasedWarning(tx: Tx, code: number): Promise<WarningRow | null> {
  const { rows } = await sql<WarningRow>`select ${columns} from warnings w
    left join warnings before on before.id = w.replaces and before.code is not null
    where w.code = ${code} and w.audience = 'public' and w.state in ('released', 'recalled')`.execute(tx)
  return rows[0] ?? null
}

export type IndicatorRow = {
  id: string
  kind: string
  value: string
  openDigits: number | null
  tlp: string
  trick: string | null
  confidence: number
  validFrom: string
  validUntil: string
  releasedAt: string
  endedAt: string | null
  state: "released" | "recalled" | "expired"
  warnings: number[]
}

const indicatorColumns = sql`i.id, i.kind, i.value, i.open_digits as "openDigits", i.tlp, i.trick, i.confidence,
    i.valid_from::text as "validFrom", i.valid_until::text as "validUntil", i.released_at as "releasedAt", i.ended_at as "endedAt", i.state,
    array(select w.code from warning_indicators a join warnings w on w.id = a.warning_id
      where a.indicator_id = i.id and w.audience = 'public' and w.state in ('released', 'recalled') order by 1) as warnings`

/** Sites of which everybody is warned, and those that ended since `since`. */
export async function releasedSites(tx: Tx, since: Date, limit: number): Promise<IndicatorRow[]> {
  const { rows } =
    await sql<IndicatorRow>`select id, kind, value, open_digits as "openDigits", tlp, trick, confidence,
    valid_from::text as "validFrom", valid_until::text as "validUntil", released_at as "releasedAt", ended_at as "endedAt", state,
    warnings from public_released_sites(${since}, ${limit})`.execute(tx)
  return rows
}

/** Of one audience, as the reader's own rows: row security leaves what its body may see. */
export async function releasedTo(
  tx: Tx,
  audience: "bodies" | "enterprises",
  { since, limit }: { since: Date; limit: number },
): Promise<IndicatorRow[]> {
  const { rows } = await sql<IndicatorRow>`select ${indicatorColumns} from shared_indicators i
    where i.audience = ${audience} and i.released_at is not null and (i.state = 'released' or i.ended_at >= ${since})
    order by i.released_at desc, i.id limit ${limit}`.execute(tx)
  return rows
}

/** Everything released to the enterprises: for the command line, which says why and is journaled. */
export async function releasedToTelecoms(tx: Tx, since: Date, limit: number): Promise<IndicatorRow[]> {
  const { rows } = await sql<IndicatorRow>`select ${indicatorColumns} from shared_indicators i
    where i.audience in ('public', 'bodies', 'enterprises') and i.released_at is not null
      and (i.state = 'released' or i.ended_at >= ${since})
    order by i.released_at desc, i.id limit ${limit}`.execute(tx)
  return rows
}
