/** Where an indicator was seen at work: seen by who noted it and by its owner. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type Sighting = { bodyName: string; seenAt: string; note: string | null }

export async function addSighting(
  tx: Tx,
  one: { indicatorId: string; ownerId: string; seenAt: string; note: string | null; notedName: string },
): Promise<void> {
  await tx.insertInto("indicatorSightings").values(one).execute()
}

/** The newest first. */
export async function sightingsOf(tx: Tx, indicatorId: string): Promise<Sighting[]> {
  const { rows } =
    await sql<Sighting>`select b.name as body_name, s.seen_at, s.note from indicator_sightings s
    join bodies b on b.id = s.body_id where s.indicator_id = ${indicatorId} order by s.seen_at desc, s.id desc limit 50`.execute(
      tx,
    )
  return rows
}
