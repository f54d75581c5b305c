/** Records shared about one thing, within what row security leaves: indicators with who blocked it, warnings that name it, sightings. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { State } from "../domain/life.ts"

type Thing = { kind: string; value: string }
export type IndicatorNaming = {
  id: string
  state: State
  bodyName: string
  changedAt: string
  blocked: number
}
export type WarningNaming = { id: string; title: string; state: State; bodyName: string; changedAt: string }
export type SightingNaming = { indicatorId: string; bodyName: string; seenAt: string; note: string | null }

export async function indicatorsNaming(
  tx: Tx,
  { kind, value }: Thing,
  limit: number,
): Promise<IndicatorNaming[]> {
  const found = await sql<IndicatorNaming>`select i.id, i.state, b.name as body_name, i.changed_at,
      (select count(*)::int from (select distinct on (a.body_id) a.answer from indicator_answers a where a.indicator_id = i.id
        order by a.body_id, a.id desc limit 500) l where l.answer in ('blocked', 'taken-down')) as blocked
    from shared_indicators i join bodies b on b.id = i.body_id where i.kind = ${kind} and i.value = ${value}
    order by i.changed_at desc, i.id limit ${limit}`.execute(tx)
  return found.rows
}

export async function warningsOn(tx: Tx, { kind, value }: Thing, limit: number): Promise<WarningNaming[]> {
  const found = await sql<WarningNaming>`select w.id, w.title, w.state, b.name as body_name, w.changed_at
    from warnings w join bodies b on b.id = w.body_id
    where w.id in (select a.warning_id from warning_indicators a join shared_indicators i on i.id = a.indicator_id
      where i.kind = ${kind} and i.value = ${value}) order by w.changed_at desc, w.id limit ${limit}`.execute(
    tx,
  )
  return found.rows
}

export async function sightingsNaming(
  tx: Tx,
  { kind, value }: Thing,
  limit: number,
): Promise<SightingNaming[]> {
  const found = await sql<SightingNaming>`select s.indicator_id, b.name as body_name, s.seen_at, s.note
    from indicator_sightings s join shared_indicators i on i.id = s.indicator_id join bodies b on b.id = s.body_id
    where i.kind = ${kind} and i.value = ${value} order by s.seen_at desc, s.id desc limit ${limit}`.execute(
    tx,
  )
  return found.rows
}
