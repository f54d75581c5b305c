/** Which tricks rise at the body that acts, and what its tips say of one: masked words and suspects' clues only. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type TrickTally = { type: string; lately: number; before: number }

/** By trick: tips of the last seven days, and of the four weeks before them. */
export async function tricksLately(tx: Tx): Promise<TrickTally[]> {
  const found = await sql<TrickTally>`select type,
      count(*) filter (where received_at > acting_at() - interval '7 days')::int as lately,
      count(*) filter (where received_at <= acting_at() - interval '7 days')::int as before
    from signals where body_id = (select current_body()) and received_at > acting_at() - interval '35 days'
      and state <> 'withdrawn' and type <> 'khac' group by type order by 2 desc, type limit 60`.execute(tx)
  return found.rows
}

export type TrickEvidence = {
  tips: number
  since: string | null
  places: { place: string; tips: number }[]
  samples: { id: string; receivedAt: string; gist: string }[]
  /** Suspects' clues, those named by most tips first. */
  clues: { signalId: string; indicatorId: string; kind: string; value: string; tips: number }[]
}

const evidenceDays = 35

/** What the last five weeks' tips of this trick say. */
export async function evidenceOfTrick(tx: Tx, type: string): Promise<TrickEvidence> {
  const own = sql`s.body_id = (select current_body()) and s.type = ${type} and s.state <> 'withdrawn'
    and s.received_at > acting_at() - make_interval(days => ${evidenceDays})`
  const [counted, places, samples, clues] = await Promise.all([
    sql<{ tips: number; since: string | null }>`select count(*)::int as tips,
      (min(received_at) at time zone 'Asia/Ho_Chi_Minh')::date as since from signals s where ${own}`.execute(
      tx,
    ),
    sql<{ place: string; tips: number }>`select place, count(*)::int as tips from signals s
      where ${own} and place is not null group by place order by 2 desc, 1 limit 30`.execute(tx),
    sql<
      TrickEvidence["samples"][number]
    >`select s.id, s.received_at, left(s.redacted_text, 300) as gist from signals s
      where ${own} order by s.received_at desc, s.id limit 5`.execute(tx),
    sql<
      TrickEvidence["clues"][number]
    >`select (array_agg(m.signal_id order by m.at desc))[1] as signal_id, m.indicator_id, i.kind,
        i.value, count(distinct m.signal_id)::int as tips
      from signals s join signal_identifiers m on m.signal_id = s.id join indicators i on i.id = m.indicator_id
      where ${own} and m.role = 'suspect' and i.kind <> 'evidence'
      group by m.indicator_id, i.kind, i.value order by 5 desc, i.kind, i.value limit 20`.execute(tx),
  ])
  const { tips = 0, since = null } = counted.rows[0] ?? {}
  return { tips, since, places: places.rows, samples: samples.rows, clues: clues.rows }
}
