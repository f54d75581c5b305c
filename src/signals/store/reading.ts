/** One tip as its desk sees it: masked words, what they name, who else named it, what happened since. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { CloseReason, State } from "../domain/life.ts"
import { weeksShown } from "../domain/queue.ts"

export type SignalRow = {
  id: string
  state: State
  urgency: string
  type: string
  path: string
  channel: string
  fromBodyId: string | null
  fromName: string | null
  place: string | null
  lossVnd: number | null
  redactedText: string
  redactionCheckedAt: string | null
  isAnonymous: boolean
  handlerId: string | null
  handlerName: string | null
  publicNote: string | null
  closeReason: CloseReason | null
  intoId: string | null
  caseId: string | null
  withdrawnAt: string | null
  receivedAt: string
  changedAt: string
  /** When its personal data came to its end; null: it has not. */
  erasedAt: string | null
  /** When an officer last said that money still moves. */
  movingAt: string | null
}

export async function readSignalRow(tx: Tx, id: string): Promise<SignalRow | null> {
  const found = await sql<Omit<SignalRow, "lossVnd"> & { lossVnd: string | null }>`
    select s.id, s.state, s.urgency, s.type, s.path, s.channel, s.from_body_id, b.name as from_name, s.place, s.loss_vnd,
      s.redacted_text, s.redaction_checked_at, s.is_anonymous, s.handler_id, s.handler_name, s.public_note, s.close_reason,
      s.into_id, s.case_id, s.withdrawn_at, s.received_at, s.moving_at,
      s.changed_at, s.erased_at
    from signals s left join bodies b on b.id = s.from_body_id where s.id = ${id}`.execute(tx)
  const row = found.rows[0]
  return row === undefined ? null : { ...row, lossVnd: row.lossVnd === null ? null : Number(row.lossVnd) }
}

export type NamedHere = {
  indicatorId: string
  kind: string
  value: string
  role: string
  source: string
  /** Other tips of this body that name it as a suspect's: in all (at most 1,000), and in the last thirty days. */
  others: number
  lately: number
  /** What was last answered to "does another body hold it", and when; null: nobody asked. */
  isElsewhere: boolean | null
  lookedAt: string | null
}

const identifiersMax = 200

export async function identifiersOf(tx: Tx, signalId: string): Promise<NamedHere[]> {
  const found = await sql<NamedHere>`
    select m.indicator_id, i.kind, i.value, m.role, m.source, n.others, n.lately, l.is_elsewhere, l.at as looked_at
    from signal_identifiers m join indicators i on i.id = m.indicator_id
    cross join lateral (select count(*)::int as others, count(*) filter (where o.at > acting_at() - interval '30 days')::int as lately
      from (select at from signal_identifiers o where o.indicator_id = m.indicator_id and o.role = 'suspect'
        and o.signal_id <> m.signal_id limit 1000) o) n
    left join lateral (select is_elsewhere, at from signal_lookups l where l.indicator_id = m.indicator_id
      order by at desc, id desc limit 1) l on true
    where m.signal_id = ${signalId} order by m.role desc, i.kind, i.value limit ${identifiersMax}`.execute(tx)
  return found.rows
}

export type Alike = {
  id: string
  state: State
  type: string
  receivedAt: string
  gist: string
  /** What both name; empty where only the words are alike. */
  shared: string[]
  likeness: number | null
  /** They name other pages of this site: a weaker lead. */
  site: string | null
}

const alikeMax = 20

/** Tips that name the same suspect, newest first; then other pages of a site; then those whose words are nearly the same. */
export async function alikeTo(tx: Tx, signalId: string, sites: readonly string[]): Promise<Alike[]> {
  const found = await sql<Alike>`
    select s.id, s.state, s.type, s.received_at, left(s.redacted_text, 160) as gist, a.shared, a.likeness, a.site
    from (
      select o.signal_id, array_agg(i.value order by i.value) as shared, null::real as likeness, null::text as site
      from signal_identifiers m join signal_identifiers o on o.indicator_id = m.indicator_id and o.signal_id <> m.signal_id
      join indicators i on i.id = m.indicator_id
      where m.signal_id = ${signalId} and m.role = 'suspect' and o.role = 'suspect' group by o.signal_id
      union all
      (select distinct on (o.signal_id) o.signal_id, '{}'::text[], null::real, w.site
        from unnest(${[...sites]}::text[]) as w(site)
        join indicators i on i.site_backwards = reverse(w.site) or i.site_backwards like reverse(w.site) || '.%'
        join signal_identifiers o on o.indicator_id = i.id and o.role = 'suspect' and o.signal_id <> ${signalId}
        order by o.signal_id desc limit ${alikeMax})
      union all
      select p.other_id, '{}', p.likeness, null from signal_pairs p where p.signal_id = ${signalId}
      union all
      (select p.signal_id, '{}', p.likeness, null from signal_pairs p where p.other_id = ${signalId}
        order by p.signal_id desc limit ${alikeMax})
      union all
      -- Two of one campaign point at the same tip, not at each other.
      (select o.signal_id, '{}', o.likeness, null from signal_pairs p join signal_pairs o on o.other_id = p.other_id
        where p.signal_id = ${signalId} and o.signal_id <> p.signal_id order by o.signal_id desc limit ${alikeMax})
    ) a join signals s on s.id = a.signal_id
    order by a.likeness nulls first, a.site nulls first, s.received_at desc, s.id limit ${alikeMax}`.execute(
    tx,
  )
  const seen = new Set<string>()
  return found.rows.filter(({ id }) => !seen.has(id) && seen.add(id))
}

/** Tips a week that name a suspect of this one, itself included: the oldest of the twelve weeks first. */
export async function weeklyAround(tx: Tx, signalId: string): Promise<number[]> {
  const found = await sql<{ week: number; tips: number }>`
    select w.week, count(distinct t.signal_id)::int as tips from generate_series(0, ${weeksShown - 1}) as w(week)
    left join (select o.signal_id, floor(extract(epoch from acting_at() - o.at) / 604800)::int as ago
      from signal_identifiers m join signal_identifiers o on o.indicator_id = m.indicator_id
      where m.signal_id = ${signalId} and m.role = 'suspect' and o.role = 'suspect'
        and o.at > acting_at() - interval '84 days' limit 10000) t on t.ago = ${weeksShown - 1} - w.week
    group by w.week order by w.week`.execute(tx)
  return found.rows.map((row) => row.tips)
}

export type SignalMessage = {
  at: string
  side: string
  text: string
  byName: string | null
  /** The tip that was merged into this one and to which it was written; null: this one. */
  ofId: string | null
  /** Places of the files that came with it, among those of its tip. */
  files: number[]
  /** The reporter wrote it, and this is the first time that an officer reads it. */
  isNew: boolean
}

const messagesMax = 200

/** Messages of this tip and of those that were merged into it; what the reporter wrote counts as read from now on. */
export async function messagesOf(tx: Tx, signalId: string): Promise<SignalMessage[]> {
  const mine = sql`with recursive mine(id, n) as (select ${signalId}::uuid, 0
    union all select s.id, m.n + 1 from mine m join signals s on s.into_id = m.id and s.state = 'merged' where m.n < 10)`
  const found = await sql<SignalMessage>`${mine}
    select m.at, m.side, m.text, m.by_name, nullif(m.signal_id, ${signalId}::uuid) as of_id,
      m.side = 'reporter' and m.seen_at is null as is_new,
      array(select e.position from signal_evidence e where e.signal_id = m.signal_id and e.message_id = m.id order by 1) as files
    from signal_messages m where m.signal_id in (select id from mine) order by m.id desc limit ${messagesMax}`.execute(
    tx,
  )
  if (found.rows.some(({ isNew }) => isNew))
    await sql`${mine} update signal_messages m set seen_at = acting_at()
      where m.signal_id in (select id from mine) and m.side = 'reporter' and m.seen_at is null`.execute(tx)
  return found.rows
}

export type PastEvent = { at: string; what: string; byName: string | null; note: string | null }

export function eventsOf(tx: Tx, signalId: string): Promise<PastEvent[]> {
  return tx
    .selectFrom("signalEvents")
    .select(["at", "what", "byName", "note"])
    .where("signalId", "=", signalId)
    .orderBy("id", "desc")
    .limit(300)
    .execute()
}

export type Merged = { id: string; receivedAt: string; gist: string }

export async function mergedHere(tx: Tx, signalId: string): Promise<Merged[]> {
  const found = await sql<Merged>`select id, received_at, left(redacted_text, 160) as gist from signals
    where into_id = ${signalId} order by received_at desc limit 100`.execute(tx)
  return found.rows
}

export type LinkedSignal = {
  id: string
  bodyId: string
  state: State
  type: string
  receivedAt: string
  /** The enterprise or agency that handed it in under its own name. */
  fromName: string | null
  /** What its reporter reads. */
  publicNote: string | null
  /** As stated in it; null: not stated. */
  lossVnd: number | null
  gist: string
  /** The masked words. */
  text: string
  redactionCheckedAt: string | null
}

/** For the slice of cases: the tips that a case answers. */
export async function signalsOfCase(tx: Tx, caseId: string): Promise<LinkedSignal[]> {
  const found =
    await sql<LinkedSignal>`select s.id, s.body_id, s.state, s.type, s.received_at, left(s.redacted_text, 160) as gist,
    s.redacted_text as text, s.redaction_checked_at, s.public_note, s.loss_vnd, b.name as from_name
    from signals s left join bodies b on b.id = s.from_body_id
    where s.case_id = ${caseId} order by s.received_at limit 200`.execute(tx)
  return found.rows
}

/** The tip, or the tips of the case, and those that were merged into them: whoever reported one of them is sealed there. */
export async function tipsTogether(
  tx: Tx,
  about: { signalId: string } | { signalIds: readonly string[] } | { caseId: string },
  limit: number,
): Promise<string[]> {
  const first =
    "caseId" in about
      ? sql`s.case_id = ${about.caseId}`
      : sql`s.id = any (${"signalId" in about ? [about.signalId] : [...about.signalIds]}::uuid[])`
  const found = await sql<{ id: string }>`with recursive together as (
    select s.id, 0 as depth from signals s where ${first}
    union select s.id, t.depth + 1 from together t join signals s on s.into_id = t.id and s.state = 'merged' where t.depth < 10)
    select id from together group by id order by min(depth), id limit ${limit}`.execute(tx)
  return found.rows.map(({ id }) => id)
}

export type CaseSharing = { caseId: string; kind: string; value: string }

const sharingMax = 100

/**
 * For the slice of cases: other cases whose tips name the same suspect or carry the same file, and those whose tips
 * carry one of `files` (SHA-256).
 */
export async function casesSharing(tx: Tx, caseId: string, files: readonly string[]): Promise<CaseSharing[]> {
  const found = await sql<CaseSharing>`
    select distinct t.case_id, i.kind, i.value from (
      select m.indicator_id from signals s join signal_identifiers m on m.signal_id = s.id and m.role = 'suspect'
      where s.case_id = ${caseId}
      union select f.id from indicators f where f.kind = 'evidence' and f.value = any (${files})
    ) mine join indicators i on i.id = mine.indicator_id
    join signal_identifiers o on o.indicator_id = i.id and o.role = 'suspect'
    join signals t on t.id = o.signal_id and t.case_id is not null and t.case_id <> ${caseId}
    limit ${sharingMax}`.execute(tx)
  return found.rows
}
