/** Indicators that came from elsewhere: what the body knows of them already, and drafts made of them. */
import { sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"
import type { State } from "../../domain/life.ts"

export type Standing = { id: string; kind: string; value: string; state: State }

/** Indicators of the body that say one of these things and are not over. */
export async function standingOf(
  tx: Tx,
  bodyId: string,
  things: readonly { kind: string; value: string }[],
): Promise<Standing[]> {
  const [kinds, values] = [things.map(({ kind }) => kind), things.map(({ value }) => value)]
  const { rows } = await sql<Standing>`select i.id, i.kind, i.value, i.state from shared_indicators i
    join unnest(${kinds}::text[], ${values}::text[]) as a(kind, value) on a.kind = i.kind and a.value = i.value
    where i.body_id = ${bodyId} and i.state in ('draft', 'waiting', 'released')`.execute(tx)
  return rows
}

/** Indicators that came from this source under these names and are not over. */
export async function receivedAs(
  tx: Tx,
  bodyId: string,
  { source, refs }: { source: string; refs: readonly string[] },
): Promise<(Standing & { ref: string })[]> {
  const { rows } = await sql<
    Standing & { ref: string }
  >`select i.id, i.kind, i.value, i.state, s.ref from indicator_sources s
    join shared_indicators i on i.id = s.indicator_id
    where s.body_id = ${bodyId} and s.kind = 'agency' and s.ref = any (${[...refs]}::text[])
      and i.origin = 'received' and i.origin_name = ${source} and i.state in ('draft', 'waiting', 'released')`.execute(
    tx,
  )
  return rows
}

/** Things that an officer of the body recalled or refused, as "kind:value". */
export async function givenUpOf(
  tx: Tx,
  bodyId: string,
  things: readonly { kind: string; value: string }[],
): Promise<Set<string>> {
  const [kinds, values] = [things.map(({ kind }) => kind), things.map(({ value }) => value)]
  const { rows } = await sql<{
    thing: string
  }>`select distinct i.kind || ':' || i.value as thing from shared_indicators i
    join unnest(${kinds}::text[], ${values}::text[]) as a(kind, value) on a.kind = i.kind and a.value = i.value
    where i.body_id = ${bodyId} and (i.recalled_by is not null or i.state = 'refused' and exists (select from sharing_events e
      where e.indicator_id = i.id and e.state_after = i.state and e.by_officer_id is not null))`.execute(tx)
  return new Set(rows.map(({ thing }) => thing))
}

/** Taken back by their source, whichever state they are in: nobody is at a desk. Gives their ids. */
export async function withdrawReceived(
  tx: Tx,
  ids: readonly string[],
  source: string,
): Promise<{ id: string; before: State; after: State }[]> {
  const { rows } = await sql<{ id: string; before: State; after: State }>`with held as (
      select id, body_id, state from shared_indicators where id = any (${[...ids]}::uuid[]) and origin = 'received'
        and state in ('draft', 'waiting', 'released') order by id for update),
    moved as (update shared_indicators i set state = case h.state when 'released' then 'recalled' else 'refused' end,
        recalled_name = case h.state when 'released' then ${source} end,
        recall_reason = case h.state when 'released' then ${source} end, changed_at = acting_at()
      from held h where i.id = h.id returning i.id, i.body_id, h.state as before, i.state as after),
    told as (insert into sharing_events (body_id, indicator_id, what, state_before, state_after, by_name, note)
      select body_id, id, case after when 'recalled' then 'indicator.recalled' else 'indicator.dropped' end, before, after,
        ${source}, ${source} from moved)
    select id, before, after from moved order by id`.execute(tx)
  return rows
}

export type NewReceived = {
  kind: string
  value: string
  openDigits: number | null
  tlp: string
  trick: string | null
  confidence: number
  reasons: string
  validUntil: string
  ref: string
}

/** Drafts that go to nobody: who they are for is chosen by those who read them here. */
export async function insertReceived(
  tx: Tx,
  { bodyId, source, name }: { bodyId: string; source: string; name: string },
  rows: readonly NewReceived[],
): Promise<string[]> {
  const { rows: made } = await sql<{ id: string; ref: string }>`with given as (
      select *, uuidv7() as id from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(kind text, value text, "openDigits" smallint,
        tlp text, trick text, confidence smallint, reasons text, "validUntil" date, ref text)),
    made as (insert into shared_indicators (id, body_id, kind, value, open_digits, digest, tlp, audience, trick, confidence, reasons,
        valid_until, origin, origin_name, written_name)
      select id, ${bodyId}, kind, value, "openDigits", '\\x00', tlp, 'chosen', trick, confidence, reasons, "validUntil", 'received',
        ${source}, ${name} from given returning id)
    select id, ref from given join made using (id)`.execute(tx)
  const ids = made.map(({ id }) => id)
  await sql`insert into indicator_sources (indicator_id, body_id, kind, ref)
    select id, ${bodyId}, 'agency', ref from unnest(${ids}::uuid[], ${made.map(({ ref }) => ref)}::text[]) as u(id, ref)
    where ref <> ''`.execute(tx)
  await sql`insert into sharing_events (body_id, indicator_id, what, state_before, state_after, by_name, note)
    select ${bodyId}, id, 'indicator.written', 'draft', 'draft', ${name}, ${source} from unnest(${ids}::uuid[]) as u(id)`.execute(
    tx,
  )
  return ids
}

export async function bodyBySlug(tx: Tx, slug: string): Promise<{ id: string; name: string } | null> {
  return (
    (await tx.selectFrom("bodies").select(["id", "name"]).where("slug", "=", slug).executeTakeFirst()) ?? null
  )
}
