/** What feeds carry, as the reader may see it: the public's half by what was released to it, a body's by row security. */
import { sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"
import type { Standing } from "../domain/stix.ts"
import type { Collection } from "./objects.ts"

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
  warnedAt: string | null
  /** Null where its reader is not told of sightings. */
  seen: SeenRow | null
}
/** Instants as JSON of the database writes them; `count` nought: seen by nobody. */
export type SeenRow = {
  count: number
  bodies: number
  firstAt: string
  lastAt: string
  notedFrom: string
  notedUntil: string
}

const indicatorColumns = sql`i.id, i.kind, i.value, i.open_digits as "openDigits", i.tlp, i.trick, i.confidence,
    i.valid_from::text as "validFrom", i.valid_until::text as "validUntil", i.released_at as "releasedAt", i.ended_at as "endedAt", i.state,
    coalesce(n.codes, '{}') as warnings, n.at as "warnedAt",
    (select jsonb_build_object('count', count(*), 'bodies', count(distinct s.body_id), 'firstAt', min(s.seen_at), 'lastAt', max(s.seen_at), 'notedFrom', min(s.noted_at),
      'notedUntil', max(s.noted_at)) from indicator_sightings s where s.indicator_id = i.id) as seen`
const withWarnings = sql`shared_indicators i left join lateral (
    select array_agg(w.code order by w.code) as codes, max(coalesce(w.recalled_at, w.released_at)) as at
    from warning_indicators a join warnings w on w.id = a.warning_id
    where a.indicator_id = i.id and w.audience = 'public' and w.state in ('released', 'recalled')) n on true`

/** Sites of which everybody is warned, and those that ended since `since`. */
export async function releasedSites(tx: Tx, since: Date, limit: number): Promise<IndicatorRow[]> {
  const { rows } =
    await sql<IndicatorRow>`select id, kind, value, open_digits as "openDigits", tlp, trick, confidence,
    valid_from::text as "validFrom", valid_until::text as "validUntil", released_at as "releasedAt", ended_at as "endedAt", state,
    warnings, warned_at as "warnedAt", null as seen from public_feed_sites(${since}, ${limit})`.execute(tx)
  return rows
}

/** Everything released to the enterprises: for the command line, which says why and is journaled. */
export async function releasedToTelecoms(tx: Tx, since: Date, limit: number): Promise<IndicatorRow[]> {
  const { rows } = await sql<IndicatorRow>`select ${indicatorColumns} from ${withWarnings}
    where i.audience in ('public', 'bodies', 'enterprises') and i.released_at is not null
      and (i.state = 'released' or i.ended_at >= ${since})
    order by i.released_at desc, i.id limit ${limit}`.execute(tx)
  return rows
}

export type Change = { seq: string; kind: "indicator" | "warning"; id: string }

/** Releases, recalls and expiries behind a number, in their order (0824); whose lower ones all hold already. */
export async function changesAfter(tx: Tx, seq: string, limit: number): Promise<Change[]> {
  const { rows } = await sql<Change>`
    (select i.feed_seq::text as seq, i.feed_seq as n, 'indicator' as kind, i.id from shared_indicators i
      where i.feed_seq > ${seq}::bigint order by i.feed_seq limit ${limit})
    union all (select w.feed_seq::text, w.feed_seq, 'warning', w.id from warnings w
      where w.feed_seq > ${seq}::bigint order by w.feed_seq limit ${limit})
    order by n limit ${limit}`.execute(tx)
  return rows
}

/**
 * Released indicators of which other sightings stand in the table than there are. In the list for everybody they are told from
 * `publicFrom` bodies on: below, a single body could be meant.
 */
export async function sightedAnew(
  tx: Tx,
  { publicFrom, sites, limit }: { publicFrom: number; sites: readonly string[]; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select i.id from (select indicator_id, count(*) as n, count(distinct body_id) as bodies from indicator_sightings group by 1) s
    join shared_indicators i on i.id = s.indicator_id and i.state = 'released' and i.audience <> 'chosen'
    where (s.bodies >= ${publicFrom} or not (i.audience = 'public' and i.kind = any (${[...sites]}::text[])))
      and not exists (select from shared_objects o where o.indicator_id = i.id and o.object_type = 'sighting' and o.is_last
        and (o.object::jsonb ->> 'count')::bigint = s.n) order by i.id limit ${limit}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Ids of warnings for everybody that name one of these indicators, and of the indicators that one of these warnings names. */
export async function tiedTo(tx: Tx, { indicators, warnings }: Ids): Promise<Ids> {
  const naming = await sql<{ id: string }>`select distinct a.warning_id as id from warning_indicators a
    join warnings w on w.id = a.warning_id and w.audience = 'public'
    where a.indicator_id = any (${[...indicators]}::uuid[])`.execute(tx)
  const all = [...new Set([...warnings, ...naming.rows.map(({ id }) => id)])]
  const named = await sql<{ id: string }>`select distinct indicator_id as id from warning_indicators
    where warning_id = any (${all}::uuid[])`.execute(tx)
  return { warnings: all, indicators: [...new Set([...indicators, ...named.rows.map(({ id }) => id)])] }
}
type Ids = { indicators: readonly string[]; warnings: readonly string[] }

type Owned = { bodyId: string }

/** As they stand; those that were never released, or only to chosen bodies, are left out. */
export async function releasedIndicators(
  tx: Tx,
  ids: readonly string[],
): Promise<(IndicatorRow & Owned & { audience: string })[]> {
  const { rows } = await sql<
    IndicatorRow & Owned & { audience: string }
  >`select ${indicatorColumns}, i.audience, i.body_id as "bodyId" from ${withWarnings}
    where i.id = any (${[...ids]}::uuid[]) and i.released_at is not null and i.audience <> 'chosen' order by i.feed_seq`.execute(
    tx,
  )
  return rows
}

/** Indicators whose objects stand in a collection already, of the same value as one of these. */
export async function ofTheSame(
  tx: Tx,
  ids: readonly string[],
): Promise<(Standing & { collection: Collection })[]> {
  const { rows } = await sql<
    Standing & { collection: Collection }
  >`select distinct o.collection, i.id, i.kind, i.value,
      i.open_digits as "openDigits", i.tlp, i.state
    from shared_indicators n join shared_indicators i on i.kind = n.kind and i.value = n.value
      join shared_objects o on o.indicator_id = i.id and o.object_type = 'indicator'
    where n.id = any (${[...ids]}::uuid[])`.execute(tx)
  return rows
}

export async function releasedToAll(
  tx: Tx,
  ids: readonly string[],
): Promise<(WarningRow & Owned & { id: string })[]> {
  const { rows } = await sql<
    WarningRow & Owned & { id: string }
  >`select ${columns}, w.id, w.body_id as "bodyId" from warnings w
    left join warnings before on before.id = w.replaces and before.code is not null
    where w.id = any (${[...ids]}::uuid[]) and w.released_at is not null and w.audience = 'public' order by w.feed_seq`.execute(
    tx,
  )
  return rows
}
